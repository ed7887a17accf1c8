"""State of the modules beside a notebook, which answers and tests import: each side has its own.

Where a test needs it, the examiner takes over the data that the student's process has in such a
module, and gives back what the test makes of them. Functions and classes stay each side's own.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from ..channel import codec, copies


def state(module: str, names: Sequence[str]) -> dict[str, Any]:
    """Return the plain data that a module has under some names; none if it is not loaded."""
    return plain(vars(sys.modules[module]), names) if module in sys.modules else {}


def plain(found: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Return what is plain data of a mapping's values under some names."""
    return {name: found[name] for name in names if name in found and _is_plain(found[name])}


def _is_plain(value: object) -> bool:
    try:
        codec.encode(value)
    except codec.CodecError:
        return False
    return True


def change(module: str, values: Mapping[str, Any]) -> None:
    """Change a module's data, in place as far as that goes; what is no plain data stays."""
    for name, before in state(module, list(values)).items():
        if not codec.same(before, values[name]) and not copies.renew(before, values[name]):
            setattr(sys.modules[module], name, values[name])
