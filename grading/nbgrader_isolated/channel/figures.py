"""A test's own figure, given to a student's function, moves to the student's process.

The function draws on a copy of the figure there. The test's Axes then forward whatever the test
asks of them, as handles of Axes do that a student's function returns: nothing that the student's
process says reaches a figure of the examiner's.
"""

from __future__ import annotations

import functools
import pickle
import sys
from typing import Any

from . import codec, proxies


def is_figure(value: Any) -> bool:
    """Return whether a value is a figure or Axes."""
    base = sys.modules.get("matplotlib.artist")
    return (
        base is not None
        and isinstance(value, base.Artist)
        and (hasattr(value, "get_axes_locator") or type(value).__name__ == "Figure")
    )


def move(value: Any, peer: Any) -> None:
    """Move the figure that a value is, or belongs to, with all its Axes.

    Raises
    ------
    CodecError
        If the figure has no copy.
    """
    figure = value if type(value).__name__ == "Figure" else value.figure
    axes = list(figure.axes)
    try:
        if type(figure).__name__ != "Figure":
            raise TypeError("a part of a figure")
        data = pickle.dumps(figure)
    except Exception:
        raise codec.CodecError("this figure cannot be given to a student's function") from None
    moved = proxies.request(peer, "adopt_figure", data)
    handles = moved if type(moved) is list else []
    if len(handles) != 1 + len(axes) or any(
        type(handle) is not proxies.Proxy for handle in handles
    ):
        peer.lose("gave an answer that is none")
    sys.modules["matplotlib.pyplot"].close(figure)
    for own, handle in zip([figure, *axes], handles, strict=True):
        object.__setattr__(own, "_handle", handle)
        kind: Any = type(own)
        own.__class__ = _moved(kind)


class _Moved:
    """An Axes or a figure whose public attributes are those of its copy."""

    def number_of(self, peer: Any) -> int | None:
        number: int | None = self._handle.number_of(peer)
        return number

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, "_handle"), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(object.__getattribute__(self, "_handle"), name, value)


@functools.cache
def _moved(kind: type) -> type:
    return type(kind.__name__, (_Moved, kind), {"__module__": kind.__module__})
