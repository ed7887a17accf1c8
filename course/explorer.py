"""An explorer: a small model with sliders that answers in the browser, without a server.

``<name>.html`` beside the page holds its native inputs and an empty ``<svg>``; ``<name>.js`` the
page's formula and the drawing. ``explorer.js`` beside this module does what all explorers do.
Numbers from data reach the script as JSON, so that page and explorer use the same rows.
"""

import json
from pathlib import Path

from IPython.display import HTML

# written into each page: a page works from a folder and asks for no other file; the book's assets
# would be copied into the site, where nothing would load this one
SHARED = Path(__file__).with_suffix(".js")


def show(path, **data):
    """Show the explorer kept in ``path`` (its ``.html``, relative to the page; the ``.js`` of that
    name beside it).

    ``data`` becomes the object that the script receives. The script defines ``explorer(data)``,
    which returns what ``explore`` in ``explorer.js`` takes.
    """
    page = Path(path)
    name = page.stem
    scripts = "\n".join(
        script.read_text(encoding="utf-8") for script in (SHARED, page.with_suffix(".js"))
    )
    payload = json.dumps(data, sort_keys=True).replace("</", "<\\/")
    return HTML(
        f'<section class="course-explorer" id="{name}">{page.read_text(encoding="utf-8")}</section>'
        f'<script>(function () {{\n"use strict";\n{scripts}\n'
        f'explore(document.getElementById("{name}"), explorer({payload}));\n}})();</script>'
    )
