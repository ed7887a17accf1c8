"""Honest answers score the same under isolated grading as under stock nbgrader.

This holds whatever idiom the tests use; each difference has its reason. See tests/conformance.
"""

import pytest

from nbgrader_isolated import workers
from tests import conformance

WRITTEN = conformance.written()


@pytest.mark.parametrize("name", conformance.idioms())
def test_scores_are_those_of_stock_nbgrader_or_differ_as_written(name):
    rows = {
        submission: row["isolated"] for (idiom, submission), row in WRITTEN.items() if idiom == name
    }
    assert conformance.measured(name, workers.tier()) == rows


def test_every_difference_has_a_reason_and_nothing_else_has():
    assert [
        key
        for key, row in WRITTEN.items()
        if (row["stock"] != row["isolated"]) != bool(row["reason"])
    ] == []
