"""What a student's cells said, as far as it is outputs, and harmless in an instructor's browser."""

from __future__ import annotations

import base64
from typing import Any

from .channel.codec import clean
from .results import Output

PLAIN = ("text/plain", "image/png")  # kinds of output that cannot hold a script
ROOM = 4 << 20  # characters of a cell's outputs beside what it prints: pictures, tracebacks
TOTAL = 32 << 20  # characters of a notebook's outputs


class Outputs:
    """Takes the outputs of a notebook's cells, while there is room.

    Parameters
    ----------
    printed : int
        Characters that one cell may print.
    """

    def __init__(self, printed: int) -> None:
        self.printed, self.left = printed, TOTAL

    def take(self, said: Any) -> list[Output]:
        """Return what a cell said without what is no output, and without what a browser would run.

        Who sends it may have lifted its own limits.
        """
        printed, room, kept = self.printed, min(ROOM, self.left), []
        for output in said if type(said) is list else []:
            kind = output.get("output_type") if type(output) is dict else None
            if kind == "stream":
                made = _stream(output, printed)
                printed -= len(made["text"]) if made else 0
            else:
                made = _data(output, kind) if kind in _DATA else None
                made = _error(output) if kind == "error" else made
                room -= _size(made)
                made = made if room >= 0 else None
            if made:
                kept.append(made)
        self.left -= sum(map(_size, kept))
        return kept if self.left >= 0 else []


_DATA = ("display_data", "execute_result")


def _size(output: Output | None) -> int:
    if output is None:
        return 0
    if "text" in output:
        return len(output["text"])
    if "data" in output:
        return sum(map(len, output["data"].values()))
    return sum(map(len, [output["ename"], output["evalue"], *output["traceback"]]))


def _stream(output: dict[str, Any], most: int) -> Output | None:
    name, text = output.get("name"), output.get("text")
    if name not in ("stdout", "stderr") or type(text) is not str or not text[:most]:
        return None
    return {"output_type": "stream", "name": name, "text": clean(text[:most])}


def _data(output: dict[str, Any], kind: str) -> Output | None:
    told = output.get("data")
    if type(told) is not dict:
        return None
    data = {key: clean(told[key]) for key in PLAIN if type(told.get(key)) is str}
    if "image/png" in data and not _is_base64(data["image/png"]):
        del data["image/png"]
    counted = {"execution_count": None} if kind == "execute_result" else {}
    return {"output_type": kind, "data": data, "metadata": {}} | counted if data else None


def _error(output: dict[str, Any]) -> Output | None:
    name, text, lines = (output.get(key) for key in ("ename", "evalue", "traceback"))
    if type(name) is not str or type(text) is not str or type(lines) is not list:
        return None
    if not all(type(line) is str for line in lines):
        return None
    return {
        "output_type": "error",
        "ename": clean(name),
        "evalue": clean(text),
        "traceback": list(map(clean, lines)),
    }


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
        return True
    except ValueError:
        return False
