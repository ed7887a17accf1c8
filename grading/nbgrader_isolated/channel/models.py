"""Models of a library, as scikit-learn's, that a student's function returns.

A test asks for the class of one (``type(model) == LinearRegression``), for its parameters and
attributes, and has it predict. What stands for it is an instance of that very class that holds
nothing: its methods and attributes are those of the student's object, over there.
"""

from __future__ import annotations

import functools
import inspect
import sys
from typing import Any

BASES = {"sklearn": ("sklearn.base", "BaseEstimator")}  # by library: the class of all its models
_HANDLE = "_handle_of_the_student"


@functools.cache
def name(kind: type) -> str:
    """Return the name under which a model's class travels, "" for a class that is none."""
    if kind.__module__.partition(".")[0] not in BASES:
        return ""
    found = f"{kind.__module__}.{kind.__qualname__}"
    return found if len(found) < 150 else ""


def known(name: str) -> type | None:
    """Return a class of models by its name, if it is loaded here; nothing is imported."""
    module, _, attribute = name.rpartition(".")
    library = module.partition(".")[0]
    if library not in BASES or module not in sys.modules:
        return None
    base_module, base_name = BASES[library]
    base = getattr(sys.modules.get(base_module), base_name, None)
    kind = vars(sys.modules[module]).get(attribute)
    if not isinstance(base, type) or not isinstance(kind, type) or not issubclass(kind, base):
        return None
    if "__getattr__" not in vars(base):
        base.__getattr__ = _attribute  # type: ignore[attr-defined]
    return kind


def _attribute(model: Any, name: str) -> Any:
    """Look up what a model does not have itself: that of the student's object."""
    __tracebackhide__ = True
    handle = vars(model).get(_HANDLE)
    if handle is None or name.startswith("_"):
        raise AttributeError(f"'{type(model).__name__}' object has no attribute '{name}'")
    return getattr(handle, name)


def stand_in(kind: type, handle: Any, peer: Any) -> Any:
    """Return an instance of a class that stands for the student's object behind a handle."""
    model: Any = object.__new__(kind)
    own = vars(model)
    for name in dir(kind):
        if not name.startswith("_") and inspect.isfunction(getattr(kind, name, None)):
            own[name] = getattr(handle, name)
    own[_HANDLE] = handle
    own["__sklearn_is_fitted__"] = lambda: any(name.endswith("_") for name in dir(handle))
    own["_repr_mimebundle_"] = lambda **_: {"text/plain": f"<{kind.__name__}>"}
    peer.models[id(model)] = model, handle
    return model
