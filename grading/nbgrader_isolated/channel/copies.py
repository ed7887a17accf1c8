"""What a test's own objects become, of which a student's function had a copy or the use."""

from __future__ import annotations

from typing import Any

import numpy as np

from . import codec, forms


def write_back(before: tuple[Any, ...], after: Any) -> bool:
    """Change a test's own objects as the student's function changed its copies.

    Returns whether anything changed.
    """
    if type(after) is not tuple or len(after) != len(before):
        return False
    # each of them is renewed, before any() looks
    changed = [renew(own, copy) for own, copy in zip(before, after, strict=True)]
    return any(changed)


def renew(own: Any, copy: Any) -> bool:
    """Change an object in place to what its copy has become. Returns whether it did."""
    if own is copy or type(own) is not type(copy) or _same(own, copy):
        return False
    if type(own) is np.ndarray:
        if own.shape != copy.shape or own.dtype != copy.dtype or not own.flags.writeable:
            return False
        own[...] = copy
    elif type(own) in (list, bytearray):
        if type(own) is list and len(own) == len(copy):
            # an item that was changed in place is still the same object
            copy = [
                mine if renew(mine, item) or _same(mine, item) else item
                for mine, item in zip(own, copy, strict=True)
            ]
        own[:] = copy
    else:
        return forms.renew(own, copy)
    return True


def _same(one: Any, other: Any) -> bool:
    """Return whether two values hold the same data and the same objects."""
    try:
        return codec.encode(one, _by_id) == codec.encode(other, _by_id)
    except codec.CodecError:
        return False


def _by_id(value: Any) -> tuple[int, str]:
    return id(value), ""


class State:
    """An object of a test's own class, as it was before a student's function could change it."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.kept: dict[int, Any] = {}
        self.before = self._now()
        self.content = self._encoded()

    def _now(self) -> tuple[dict[str, Any], Any]:
        """Return attributes, and the items of what is a list, a dictionary or a set too."""
        value = self.value
        own = dict(getattr(value, "__dict__", {}))
        for base in type(value).__mro__:
            slots = vars(base).get("__slots__", ())
            for name in (slots,) if isinstance(slots, str) else slots:
                if not name.startswith("__") and hasattr(value, name):
                    own[name] = getattr(value, name)
        items = next((kind(value) for kind in (list, dict, set) if isinstance(value, kind)), None)
        return own, items

    def _encoded(self) -> bytes | None:
        try:
            return codec.encode(self._now(), self._refer)
        except codec.CodecError:
            return None  # more than can be kept: it stays as it becomes

    def _refer(self, value: Any) -> tuple[int, str]:
        self.kept[id(value)] = value
        return id(value), ""

    def changed(self) -> bool:
        """Return whether the object has changed since."""
        return self._encoded() != self.content

    def restore(self) -> None:
        """Undo what has changed."""
        if self.content is None or not self.changed():
            return
        own, items = codec.decode(self.content, lambda number, _: self.kept[number])
        for name in self._now()[0].keys() - own.keys():
            object.__delattr__(self.value, name)
        for name, copy in own.items():
            original = self.before[0][name]
            renew(original, copy)
            object.__setattr__(self.value, name, original)
        if items is not None:
            kind = type(items)
            kind.clear(self.value)
            (kind.extend if kind is list else kind.update)(self.value, items)
