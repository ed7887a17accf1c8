"""The outputs of a student's cells, made harmless in an instructor's browser."""

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

    def take(self, told: Any) -> list[Output]:
        """Return a cell's outputs without what a browser would run, as far as there is room.

        Parameters
        ----------
        told : object
            What the student's process says that they are; it may have lifted its own limits.
        """
        printed, room = self.printed, min(ROOM, self.left)
        kept: list[Output] = []
        for output in told if type(told) is list else []:
            cleaned = _cleaned(output, printed)
            if cleaned is None:
                continue
            if cleaned["output_type"] == "stream":
                printed -= _size(cleaned)
            else:
                room -= _size(cleaned)
                if room < 0:
                    continue
            kept.append(cleaned)
        self.left -= sum(map(_size, kept))
        return kept if self.left >= 0 else []


def _cleaned(output: Any, printed: int) -> Output | None:
    """Return a plain copy of an output, None for what is none.

    A stream is cut to ``printed`` characters.
    """
    kind = output.get("output_type") if type(output) is dict else None
    if kind == "stream":
        return _stream(output, printed)
    if kind == "error":
        return _error(output)
    return _data(output, kind) if kind in ("display_data", "execute_result") else None


def _size(output: Output) -> int:
    """Return how many characters an output has."""
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
