"""The tiers of containment that this machine has.

No ``conftest.py``: to look for them starts a process.
"""

import pytest

from nbgrader_isolated.sandbox import containment

HELD = [tier for tier in containment.TIERS if containment.holds(tier)]


def or_skip(tier):
    """A tier, if there is one; else the test is skipped and says why."""
    if tier is None:
        pytest.skip(f"this machine can contain no process ({containment.reasons()})")
    return tier


def _one_of(tiers):
    @pytest.fixture(name="tier", params=tiers or [None])
    def fixture(request):
        """A tier by which this machine contains a process."""
        return or_skip(request.param)

    return fixture


each = _one_of(HELD)
strongest = _one_of(HELD[:1])
