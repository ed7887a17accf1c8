"""The tiers of containment that this machine has.

No ``conftest.py``: to look for them starts a process.
"""

import pytest

from nbgrader_isolated.sandbox import containment

HELD = [tier for tier in containment.TIERS if containment.holds(tier)]


def _one_of(tiers):
    @pytest.fixture(name="tier", params=tiers or [None])
    def fixture(request):
        """A tier by which this machine contains a process."""
        if request.param is None:
            pytest.skip(f"this machine can contain no process ({containment.reasons()})")
        return request.param

    return fixture


each = _one_of(HELD)
strongest = _one_of(HELD[:1])
