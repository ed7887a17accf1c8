"""Each rule of isolated grading does something.

Without it a named attack gains, or costs others; with it the attack does neither.
"""

import pytest

from nbgrader_isolated.sandbox import containment
from tests import attacks, tiers
from tests.rules import RULES, switch_off


@pytest.fixture(scope="module")
def tier():
    return tiers.or_skip(containment.strongest())


@pytest.fixture(scope="module", params=sorted(RULES))
def without(request):
    with pytest.MonkeyPatch.context() as monkeypatch:
        server = switch_off(request.param, monkeypatch)
        yield request.param
        server.close()


def harm(attack, tier, patient=True):
    """Test cells it passes, tests of other tasks that it costs, and scripts among the outputs."""
    gained, lost = attacks.attempt(attack, tier, patient)
    return gained + lost + ["script"] * ("<script" in str(attacks.outputs(attack, tier)))


@pytest.mark.parametrize("attack", sorted(set(RULES.values())))
def test_with_all_rules_it_does_no_harm(attack, tier):
    assert harm(attack, tier) == []


def test_without_the_rule_it_does(without, tier):
    assert harm(RULES[without], tier, patient=False)


def test_the_solution_passes_without_the_rule_too(without, tier):
    assert all(attacks.passed(attacks.solved(), tier).values())
