"""Explorers: small models with sliders that run in the browser, without a server.

``<name>.html`` beside the page holds the inputs and an empty ``<svg>``. ``<name>.js`` holds the
page's formula and draws. ``explorer.js`` beside this module does what all explorers share. Data
reach the script as JSON, so that the page and its explorer use the same rows.
"""

import json
from pathlib import Path

from IPython.display import HTML

# The script is written into each page, so that a page opened from a folder needs no other file.
# Among the book's assets it would be copied into the site, where nothing would load it.
SHARED = Path(__file__).with_suffix(".js")


def show(path: str | Path, **data: object) -> HTML:
    """Show an explorer.

    Parameters
    ----------
    path : str or Path
        Its ``.html``, relative to the page. Its script is the ``.js`` of the same name; it defines
        ``explorer(data)``, which returns what ``explore`` in ``explorer.js`` takes.
    **data
        Values that JSON can hold. They become the object ``data`` in the script.
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
