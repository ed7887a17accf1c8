"""Why a submitted file cannot be read as a notebook, and what to do."""

import codecs
import io
import json
import os
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import nbformat

from .submitted import missing

UNPACK = "unpack it and submit the notebook itself, as .ipynb"
ITSELF = "submit the notebook itself, as .ipynb"
# what a file is that begins so
SIGNATURES = {
    b"%PDF": f"a PDF: {ITSELF}",
    b"\x89PNG": f"a picture: {ITSELF}",
    b"\xff\xd8\xff": f"a picture: {ITSELF}",
    b"{\\rtf": f"a text document (RTF): {ITSELF}",
    b"\xd0\xcf\x11\xe0": f"an Office document: {ITSELF}",
    b"\x1f\x8b": f"a gzip archive: {UNPACK}",
    b"7z\xbc\xaf": f"a 7z archive: {UNPACK}",
    b"Rar!": f"a RAR archive: {UNPACK}",
}
# what a zip archive is that holds such a folder
OFFICE = {
    "word": "a Word document",
    "xl": "an Excel workbook",
    "ppt": "a PowerPoint presentation",
}


def reason(path: Path, notebooks: Iterable[str] = ()) -> str:
    """Say why a submitted notebook cannot be read, in one sentence for student and instructor.

    Parameters
    ----------
    path : Path
        The notebook.
    notebooks : iterable of str
        Names of the assignment's notebooks, without ``.ipynb``: a file of another one's is never
        taken for this.

    Returns
    -------
    str
        "" if it can be read.
    """
    strange = irregular(path.parent)
    if strange:
        return strange
    if not path.is_file():
        return missing(path, notebooks)
    content = path.read_bytes()
    if other := _other_format(content):
        return f"{path.name} {other}."
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        what = "UTF-16 text, not UTF-8" if utf16 else "not UTF-8 text"
        return f"{path.name} is {what}: download the notebook again as .ipynb."
    if not text.strip():
        return f"{path.name} is empty: submit it again."
    try:
        submitted = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        return f"{path.name} is not JSON{line}: download the notebook again as .ipynb."
    if not isinstance(submitted, dict) or "nbformat" not in submitted:
        return f"{path.name} is JSON but not a notebook: submit the notebook itself."
    try:
        nbformat.convert(nbformat.from_dict(submitted), 4)
    except Exception as error:  # whatever a damaged notebook makes nbformat raise
        return (
            f"{path.name} is a damaged notebook ({type(error).__name__}: {error}): submit it again."
        )
    return ""


def irregular(folder: Path) -> str:
    """Name a link, pipe or device below a submission's folder or on its way, in one sentence.

    Returns
    -------
    str
        "" if there is none.
    """
    for path in (folder, folder.parent):
        if path.is_symlink():
            return f"The folder {path.name} is a link: submit plain files."
    for parent, folders, files in os.walk(folder):
        for name in folders + files:
            path = Path(parent, name)
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                return f"{path.relative_to(folder)} is a link or a device: submit plain files."
    return ""


def _other_format(content: bytes) -> str:
    """Say what a file is instead of a notebook, and what to do, by its first bytes; "" if unknown.

    The text goes on behind the file's name, as in "is a PDF: ...".
    """
    if content.startswith(b"PK"):
        return _kind_of_zip(content)
    begin = content[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if re.match(
        rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|body)\b", begin, re.S
    ):
        return "is a web page, perhaps of a login: download the notebook again as .ipynb"
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            return f"is {kind}"
    return ""


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name.partition("/")[0] for name in archive.namelist()}
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        parts = set()
    for part, kind in OFFICE.items():
        if part in parts:
            return f"is {kind}: {ITSELF}"
    return f"is a zip archive: {UNPACK}"
