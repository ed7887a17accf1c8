"""Prices of tokens: the blend, the models that are as good, the records, the factor of a year."""

import numpy as np
import pytest

from course import prices, tables

LISTED = tables.load("llm_list_prices")


def listed(*rows):
    """Rows of a list of prices: day, USD for input and output, score, who tested, kind."""
    columns = [
        ("date_effective", "M8[D]"), ("input_usd_per_mtok", "f8"), ("output_usd_per_mtok", "f8"),
        ("score_gpqa_diamond_percent", "f8"), ("score_source", "U40"), ("price_kind", "U20"),
    ]  # fmt: skip
    return np.array(list(rows), dtype=columns)


def at(day, usd, score=50.0, source="GPQA: Epoch AI run", kind="list"):
    return (day, usd, usd, score, source, kind)


def days(rows):
    return rows["date_effective"].astype(str).tolist()


def test_blend_is_three_parts_input_to_one_part_output():
    rows = listed(("2025-01-01", 2, 10, 50, "", "list"), ("2025-01-02", 1, 5, 50, "", "list"))
    assert prices.blend(rows).tolist() == [4, 2]
    assert prices.blend(rows[0]) == 4


def test_blend_lies_between_the_two_prices_of_every_model():
    low = np.minimum(LISTED["input_usd_per_mtok"], LISTED["output_usd_per_mtok"])
    high = np.maximum(LISTED["input_usd_per_mtok"], LISTED["output_usd_per_mtok"])
    usd = prices.blend(LISTED)
    assert ((low <= usd) & (usd <= high)).all()


def test_as_good_are_list_prices_of_models_that_one_laboratory_scored_so_high_by_date():
    rows = listed(
        at("2025-03-01", 3.0, score=70),
        at("2025-02-01", 4.0, score=50),
        at("2025-01-01", 1.0, score=49.9),
        at("2025-01-02", 1.0, score=np.nan),
        at("2025-01-03", 1.0, source="GPQA: the maker"),
        at("2025-01-04", 1.0, kind="promotional"),
    )
    assert days(prices.as_good(rows, 50)) == ["2025-02-01", "2025-03-01"]


def test_records_undercut_every_earlier_price_whatever_the_order_of_the_rows():
    rows = listed(
        at("2025-03-01", 4.0),
        at("2025-01-01", 8.0),
        at("2025-05-01", 3.0),
        at("2025-02-01", 9.0),
        at("2025-04-01", 4.0),
    )
    steps = prices.records(rows)
    assert prices.blend(steps).tolist() == [8, 4, 3]
    assert days(steps) == ["2025-01-01", "2025-03-01", "2025-05-01"]


def test_the_first_price_is_a_record():
    assert len(prices.records(listed(at("2025-01-01", 8.0)))) == 1


@pytest.mark.parametrize("score", [0, 35, 75])
def test_records_of_the_real_list_are_those_of_one_price_after_the_other(score):
    able, lowest, steps = prices.as_good(LISTED, score), np.inf, []
    for row in able:
        if prices.blend(row) < lowest:
            lowest = prices.blend(row)
            steps.append(row)
    assert len(able) > len(steps) > 1
    assert prices.records(able[::-1])["model"].tolist() == [row["model"] for row in steps]


def test_factor_is_the_central_estimate_with_the_ends_of_its_interval():
    estimates = tables.load("cost_decline_estimates")
    assert prices.factor(estimates, "frontier_training").tolist() == [2.4, 2.0, 3.1]
    assert np.isnan(prices.factor(estimates, "amodei")).tolist() == [False, True, True]
