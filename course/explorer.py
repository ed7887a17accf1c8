"""An explorer: a small model with sliders that answers in the browser, without a server.

``<name>.html`` beside the page holds its native inputs and an empty ``<svg>``; ``<name>.js`` the
page's formula and the drawing. Numbers from data reach the script as JSON, so that page and
explorer use the same rows.
"""

import json
from pathlib import Path

from IPython.display import HTML


def show(path, **data):
    """Show the explorer kept in ``path`` (its ``.html``, relative to the page; the ``.js`` of that
    name beside it).

    ``data`` becomes the object that the script receives. The script defines
    ``explorer(root, data)``; ``root`` is the explorer's ``<section>``.
    """
    page, script = Path(path), Path(path).with_suffix(".js")
    name = page.stem
    payload = json.dumps(data, sort_keys=True).replace("</", "<\\/")
    return HTML(
        f'<section class="course-explorer" id="{name}">{page.read_text(encoding="utf-8")}</section>'
        f'<script>(function () {{\n"use strict";\n{script.read_text(encoding="utf-8")}\n'
        f'explorer(document.getElementById("{name}"), {payload});\n}})();</script>'
    )
