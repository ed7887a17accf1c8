"""The reference solutions of problem set 2, and what its tests say of common mistakes.

The solutions are compared with closed forms, and their properties hold on many inputs.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import notebooks, tables
from tests.fidelity import forks, scoring
from tests.fidelity.sets import plan, slip

ref = notebooks.reference("jevons_effects")

price = st.floats(0.01, 1000)
share = st.floats(0.01, 0.99)
factor = st.floats(1.05, 1000)
elasticity = st.floats(0, 3)


def test_counts_equal_the_book_s_table():
    table = tables.load("token_volumes")
    rows = [(str(row["date"]), row["key"], row["trillion_tokens_a_month"]) for row in table]
    assert [(day, key, pytest.approx(count)) for day, key, count in rows] == ref.TOKENS


def test_counts_said_to_be_primary_are():
    table = tables.load("token_volumes")
    primary = table[table["evidence"] == "primary"]
    assert set(primary["key"]) == {"china"}
    assert [str(day)[:7] for day in primary["date"]] == ["2024-01", "2025-12", "2026-03"]


def test_laws_equal_the_book_s_table():
    columns = ("floor", "size_constant", "data_constant", "size_exponent", "data_exponent")
    assert {
        row["key"]: tuple(row[column] for column in columns) for row in tables.load("scaling_fits")
    } == ref.LAWS


def test_falls_in_the_text_are_the_slowest_and_the_fastest_of_the_reading():
    table = tables.load("cost_decline_estimates")
    five = np.isin(
        table["key"],
        ["mit_gpqa_all", "a16z", "epoch_gpt4_mmlu", "epoch_gpt4_gpqa", "epoch_gpt4o_gpqa"],
    )
    paces = table["factor_per_year"][five]
    text = notebooks.script("jevons_effects").read_text(encoding="utf-8")
    assert (
        f'`counter_elasticity("china", {paces.min():g})`' in text
        and f'`counter_elasticity("china", {paces.max():g})`' in text
    )


# ---- demand, rebound


@given(price, price, elasticity, price)
def test_spending_rises_with_a_lower_price_if_and_only_if_demand_is_elastic(
    now, use, reaction, new
):
    (wanted,), (spent,) = ref.demand_spending(now, use, reaction, np.array([new]))
    assert spent == pytest.approx(new * wanted)
    assert (spent / (now * use)) == pytest.approx((now / new) ** (reaction - 1))


@given(factor, share, elasticity)
def test_a_rebound_is_100_percent_where_the_resource_stays(gain, passed, reaction):
    assert ref.resource_factor(gain, passed, ref.backfire_threshold(passed)) == pytest.approx(1)
    lost = ref.saving_lost(gain, passed, reaction)
    assert ref.resource_factor(gain, passed, reaction) == pytest.approx(
        1 / gain + lost * (1 - 1 / gain)
    )


@given(st.floats(0.01, 2))
def test_a_rebound_is_the_elasticity_for_tiny_gains_only(reaction):
    assert ref.saving_lost(1 + 1e-6, 1, reaction) == pytest.approx(reaction, rel=1e-4)


@given(st.floats(1, 90), st.floats(0.1, 9), st.floats(0.02, 0.98))
def test_the_gain_that_saves_nothing_is_the_elasticity_at_the_start(intercept, slope, part):
    start = part * intercept / slope
    peak, even = ref.turning_gain(intercept, slope, start)
    (at_start,) = ref.point_elasticity(intercept, slope, np.array([start]))

    def chips(gain):
        return (intercept - slope * start / gain) / gain

    assert even == pytest.approx(max(at_start, 1))
    assert chips(even) == pytest.approx(chips(1))
    assert chips(peak) >= max(chips(peak * 0.99 + 0.01), chips(peak * 1.01)) * (1 - 1e-9)


# ---- elasticities


@given(price, price, factor)
def test_both_arcs_agree_for_small_changes(p, q, reaction):
    reaction = reaction % 3
    found = ref.arc_elasticity(p, p * 0.999, q, q * 0.999**-reaction)
    assert found == pytest.approx((reaction, reaction), rel=1e-3, abs=1e-6)


@given(elasticity, st.floats(0.3, 9), price)
def test_a_regression_finds_elasticity_and_growth_if_prices_fall_in_cuts(reaction, growth, scale):
    years, prices = np.arange(12) / 4, 10.0 ** -(np.arange(12) // 4)
    use = scale * growth**years * prices**-reaction
    assert ref.regression_elasticity(years, prices, use, True) == pytest.approx(
        (reaction, growth), rel=1e-6, abs=1e-6
    )


@pytest.mark.parametrize("counter", ["google", "google_api", "openai_api", "doubao", "china"])
def test_a_faster_fall_means_a_smaller_elasticity(counter):
    slow, fast = ref.counter_elasticity(counter, 5), ref.counter_elasticity(counter, 500)
    assert np.divide(slow, fast) == pytest.approx(np.log(500) / np.log(5))


@given(factor, factor, st.lists(st.floats(0.2, 9), max_size=4))
def test_the_rest_is_nothing_at_the_elasticity_that_is_left(growth, fall, shifts):
    shifts = np.array(shifts)
    left = ref.elasticity_left(growth, fall, shifts)
    shares = ref.growth_shares(growth, fall, left, shifts)
    assert shares.sum() == pytest.approx(1) and shares[-1] == pytest.approx(0, abs=1e-6)


# ---- inference, lifetime


@given(share, st.floats(0.5, 4), st.floats(0.5, 4))
def test_inference_is_one_half_at_parity(now, training, inference):
    wait = ref.years_to_parity(now, training, inference)
    if 0 <= wait < 200:
        assert ref.inference_share(now, training, inference, wait) == pytest.approx(0.5)


@pytest.mark.parametrize("law", ref.LAWS.values(), ids=ref.LAWS)
def test_tokens_needed_bring_the_loss(law):
    floor, of_size, of_data, alpha, beta = law
    size = np.array([3e9, 7e10, 1e12])
    tokens = ref.tokens_needed(size, 2.1, law)
    assert floor + of_size / size**alpha + of_data / tokens**beta == pytest.approx(np.full(3, 2.1))


@pytest.mark.parametrize("law", ref.LAWS.values(), ids=ref.LAWS)
def test_the_more_a_model_serves_the_smaller_it_should_be(law):
    sizes = np.geomspace(1e9, 1e12, 400)
    best = [ref.best_size(sizes, served, 2.0, law) for served in (0, 1e12, 1e13, 1e14)]
    assert best == sorted(best, reverse=True) and best[0] > best[-1]


# ---- surplus


@given(st.floats(3, 90), st.floats(0, 2), st.floats(0.1, 50), st.integers(1, 60))
def test_cournot_lies_between_monopoly_and_cost_and_no_surplus_is_made(choke, cost, size, sellers):
    (p,), (profit,), (surplus,) = ref.cournot(choke, cost, size, np.array([sellers]))
    assert cost < p <= (choke + cost) / 2 + 1e-9
    whole = size * (choke - cost) ** 2 / 2
    lost = size * (p - cost) ** 2 / 2
    assert sellers * profit + surplus + lost == pytest.approx(whole)


@given(st.floats(3, 90), st.floats(0, 2), st.floats(0.1, 50), st.floats(0.5, 40))
def test_the_last_entrant_earns_its_fixed_cost_and_the_next_would_not(choke, cost, size, wide):
    fixed = size * (choke - cost) ** 2 / (wide + 1e-3) ** 2
    n = ref.entrants(choke, cost, size, fixed)
    profits = ref.cournot(choke, cost, size, np.array([max(n, 1), n + 1]))[1]
    assert profits[1] < fixed * (1 + 1e-9)
    assert n == 0 or profits[0] >= fixed * (1 - 1e-9)


@given(st.floats(3, 90), st.floats(0, 1.4), st.floats(0, 1.4), st.floats(0.1, 50))
def test_a_merger_gives_users_half_as_much_again_as_the_firms(choke, chip, app, size):
    chip_price, answer = ref.stacked_prices(choke, chip, app)
    profit, surplus = ref.merger_gain(choke, chip, app, size)
    assert chip < chip_price < answer - app < choke
    assert profit > 0 and surplus == pytest.approx(1.5 * profit)


@given(st.floats(1e6, 1e9), st.floats(100, 20_000), st.floats(0.3, 3), st.floats(10, 1e6))
def test_at_the_defending_price_the_own_chip_breaks_even(design, chip, each, gpus):
    prices = ref.defending_price(design, chip, each, np.array([gpus]))
    assert ref.xpu_breakeven(design, chip, each, prices) == pytest.approx(
        np.array([gpus]), rel=1e-4
    )


@given(st.floats(0.05, 3), st.floats(-3, 5), price)
def test_logistic_fit_finds_its_own_path(rate, midpoint, ceiling):
    years = np.array([0.0, 0.7, 1.0, 2.5])
    found = ref.logistic_fit(years, ref.logistic_path(rate, midpoint, ceiling, years), ceiling)
    assert found == pytest.approx((rate, midpoint), rel=1e-5, abs=1e-5)


# ---- what the test cells say of the commonest mistakes

SHEET = scoring.cells(notebooks.script("jevons_effects"))

# (test cell, function, what a student wrote, words of the idea that the test names)
MISTAKES = [
    (
        "demand_spending-test",
        "demand_spending",
        "lambda p, q, e, n: np.array([u := q * (n / p) ** e, u * n])",
        "sign of the exponent",
    ),
    (
        "demand_spending-test",
        "demand_spending",
        "lambda p, q, e, n: np.array([u := q * (1 - e * (n / p - 1)), u * n])",
        "small changes only",
    ),
    (
        "demand_spending-test",
        "demand_spending",
        "lambda p, q, e, n: np.array([u := q - e * (n - p), u * n])",
        "not a slope",
    ),
    (
        "demand_spending-test",
        "demand_spending",
        "lambda p, q, e, n: np.array([u := q * (n / p) ** -e, u * p])",
        "paid at the new price",
    ),
    (
        "demand_spending-test",
        "demand_spending",
        "lambda p, q, e, n: np.array([u := q * (n / p) ** -e, q * n])",
        "has the new use",
    ),
    (
        "demand_spending-test",
        "demand_spending",
        "lambda p, q, e, n: np.array([u := q * (n / p) ** (-1 / e), u * n])",
        "the exponent itself",
    ),
    (
        "demand_spending-test",
        "demand_spending",
        "lambda p, q, e, n: np.array([u := q * (n / p) ** -e, u * n / 1e6])",
        "units",
    ),
    ("rebound-resource", "resource_factor", "lambda k, f, e: k ** (f * e)", "use of the service"),
    (
        "rebound-resource",
        "resource_factor",
        "lambda k, f, e: k ** (f * (e - 1))",
        "That is spending",
    ),
    ("rebound-resource", "resource_factor", "lambda k, f, e: k ** (e - 1)", "pass-through"),
    ("rebound-resource", "resource_factor", "lambda k, f, e: 1 / k", "nobody asked for more"),
    (
        "rebound-resource",
        "resource_factor",
        "lambda k, f, e: (1 + f * (k - 1)) ** e / k",
        "logarithm of the gain",
    ),
    ("rebound-lost", "saving_lost", "lambda k, f, e: f * e", "not an elasticity"),
    ("rebound-lost", "saving_lost", "lambda k, f, e: k ** (f * e - 1)", "use of the resource"),
    ("rebound-lost", "saving_lost", "lambda k, f, e: (1 - k ** (f * e - 1)) / (1 - 1 / k)", "kept"),
    (
        "rebound-lost",
        "saving_lost",
        "lambda k, f, e: 100 * (k ** (f * e) - 1) / (k - 1)",
        "not a percentage",
    ),
    (
        "rebound-lost",
        "saving_lost",
        "lambda k, f, e: k ** (f * e - 1) - 1 / k",
        "against the saving hoped for",
    ),
    ("rebound-threshold", "backfire_threshold", "lambda f: 1.0", "another threshold"),
    ("rebound-threshold", "backfire_threshold", "lambda f: f", "which way the threshold goes"),
    (
        "linear_demand-elasticity",
        "point_elasticity",
        "lambda a, b, p: np.full(len(p), b)",
        "elasticity is not",
    ),
    (
        "linear_demand-elasticity",
        "point_elasticity",
        "lambda a, b, p: (a - b * p) / (b * p)",
        "upside down",
    ),
    (
        "linear_demand-elasticity",
        "point_elasticity",
        "lambda a, b, p: p / b / (a - b * p)",
        "Revisit the slope",
    ),
    (
        "linear_demand-elasticity",
        "point_elasticity",
        "lambda a, b, p: -b * p / (a - b * p)",
        "without its minus",
    ),
    (
        "linear_demand-elasticity",
        "point_elasticity",
        "lambda a, b, p: b * p / a",
        "wanted at that price",
    ),
    (
        "linear_demand-turn",
        "turning_gain",
        "lambda a, b, p: (b * p / (a - b * p), 2 * b * p / a)",
        "gain of the peak comes first",
    ),
    (
        "linear_demand-turn",
        "turning_gain",
        "lambda a, b, p: (a / b / 2, a / b - p)",
        "Those are prices",
    ),
    (
        "linear_demand-turn",
        "turning_gain",
        "lambda a, b, p: (2 * b * p / a, 4 * b * p / a)",
        "not symmetric",
    ),
    (
        "linear_demand-turn",
        "turning_gain",
        "lambda a, b, p: (2 * b * p / a, b * p / (a - b * p))",
        "from the first gain on",
    ),
    (
        "linear_demand-turn",
        "turning_gain",
        "lambda a, b, p: (a / (2 * b * p), (a - b * p) / (b * p))",
        "which way it goes",
    ),
    (
        "elasticity-arc",
        "arc_elasticity",
        "lambda p, r, q, s: ((s / q - 1) / (1 - r / p), np.log(s / q) / np.log(p / r))",
        "mean of start and end",
    ),
    (
        "elasticity-arc",
        "arc_elasticity",
        "lambda p, r, q, s: ((s - q) / (p - r), np.log(s / q) / np.log(p / r))",
        "slope against elasticity",
    ),
    (
        "elasticity-arc",
        "arc_elasticity",
        "lambda p, r, q, s: (150 / 85 / 1.2, np.log(s - q) / np.log(p - r))",
        "change of the logarithm",
    ),
    (
        "elasticity-arc",
        "arc_elasticity",
        "lambda p, r, q, s: (-150 / 85 / 1.2, np.log(s / q) / np.log(r / p))",
        "revisit the sign",
    ),
    (
        "elasticity-arc",
        "arc_elasticity",
        "lambda p, r, q, s: (150 / 85 / 1.2, np.log(p / r) / np.log(s / q))",
        "upside down",
    ),
    (
        "elasticity-regression",
        "regression_elasticity",
        "lambda y, p, q, t: (-np.polyfit(np.log(p), np.log(q), 1)[0], 1.0)",
        "revisit the trend",
    ),
    (
        "elasticity-regression",
        "regression_elasticity",
        "lambda y, p, q, t: (0.75, np.log(2))",
        "gives its logarithm",
    ),
    (
        "elasticity-regression",
        "regression_elasticity",
        "lambda y, p, q, t: (-0.75, 2.0)",
        "sign of the elasticity",
    ),
    (
        "elasticity-counts",
        "counter_elasticity",
        "lambda c, f: (np.log(2.5) / np.log(f),) * 2",
        "time between the dates",
    ),
    (
        "elasticity-counts",
        "counter_elasticity",
        "lambda c, f: (np.log(2.5) / (176 / 365.25),) * 2",
        "use one base",
    ),
    (
        "growth_split-elasticity",
        "elasticity_left",
        "lambda q, p, s: np.log(q) / np.log(p)",
        "grown anyway",
    ),
    (
        "growth_split-elasticity",
        "elasticity_left",
        "lambda q, p, s: np.log(q * s.prod()) / np.log(p)",
        "not put on top",
    ),
    (
        "growth_split-elasticity",
        "elasticity_left",
        "lambda q, p, s: np.log(q / s.sum()) / np.log(p)",
        "Effects multiply",
    ),
    (
        "growth_split-elasticity",
        "elasticity_left",
        "lambda q, p, s: (np.log(q) - s.sum()) / np.log(p)",
        "Subtract logarithms",
    ),
    (
        "growth_split-elasticity",
        "elasticity_left",
        "lambda q, p, s: q / s.prod() / p",
        "ratio of factors",
    ),
    (
        "growth_split-shares",
        "growth_shares",
        "lambda q, p, e, s: np.array([1 / 3, 1 / 6, 1 / 2])",
        "depends on the elasticity",
    ),
    (
        "growth_split-shares",
        "growth_shares",
        "lambda q, p, e, s: np.array([p**e, *s, q - p**e - s.sum()]) / q",
        "take logarithms",
    ),
    (
        "growth_split-shares",
        "growth_shares",
        "lambda q, p, e, s: np.array([50.0, 100 / 6, 100 / 3])",
        "not percentages",
    ),
    (
        "inference-share",
        "inference_share",
        "lambda s, g, i, t: s / (1 - s) * (i / g) ** t",
        "Those are the odds",
    ),
    (
        "inference-share",
        "inference_share",
        "lambda s, g, i, t: s * (i / g) ** t",
        "cannot grow at a constant rate",
    ),
    (
        "inference-share",
        "inference_share",
        "lambda s, g, i, t: (o := (g / i) ** t * s / (1 - s)) / (1 + o)",
        "swapped",
    ),
    (
        "inference-share",
        "inference_share",
        "lambda s, g, i, t: (o := ((1 + i) / (1 + g)) ** t * s / (1 - s)) / (1 + o)",
        "a rate of 2 would treble",
    ),
    (
        "inference-share",
        "inference_share",
        "lambda s, g, i, t: (o := i**t * s / (1 - s)) / (1 + o)",
        "Both parts grow",
    ),
    (
        "inference-parity",
        "years_to_parity",
        "lambda s, g, i: np.log(0.5 / s) / np.log(i / g)",
        "odds against shares",
    ),
    (
        "inference-parity",
        "years_to_parity",
        "lambda s, g, i: np.log((1 - s) / s) / np.log(i - g)",
        "ratio of the two growth factors",
    ),
    (
        "inference-parity",
        "years_to_parity",
        "lambda s, g, i: 12 * np.log((1 - s) / s) / np.log(i / g)",
        "in years",
    ),
    (
        "inference-parity",
        "years_to_parity",
        "lambda s, g, i: (1 - s) / s / (i / g)",
        "ratio of logarithms",
    ),
    (
        "inference-parity",
        "years_to_parity",
        "lambda s, g, i: np.log(s / (1 - s)) / np.log(i / g)",
        "revisit the sign",
    ),
    (
        "lifetime-flop",
        "lifetime_flop",
        "lambda n, d, t: 6 * n * (d + t)",
        "a third of what training takes",
    ),
    ("lifetime-flop", "lifetime_flop", "lambda n, d, t: 6 * n * d", "Answers take computing"),
    (
        "lifetime-tokens",
        "tokens_needed",
        "lambda n, l, law: (9 / (l - 4 / n**0.5)) ** 4",
        "revisit the floor",
    ),
    (
        "lifetime-tokens",
        "tokens_needed",
        "lambda n, l, law: np.where(n > 4, (9 / np.maximum(l - 1 - 4 / n**0.5, 0.1)) ** 4, np.nan)",
        "infinitely many",
    ),
    (
        "lifetime-tokens",
        "tokens_needed",
        "lambda n, l, law: np.where(n > 4, (9 / np.maximum(l - 1 - 4 / n**0.5, 0.1)) ** 0.25, "
        "np.inf)",
        "power is undone",
    ),
    ("lifetime-size", "best_size", "lambda n, t, l, law: 64.0", "Answers take computing"),
    ("lifetime-size", "best_size", "lambda n, t, l, law: n.max()", "fewest training tokens"),
    ("lifetime-size", "best_size", "lambda n, t, l, law: n.min()", "never reach the loss"),
    ("lifetime-size", "best_size", "lambda n, t, l, law: 0", "not its place"),
    (
        "cournot-surplus",
        "cournot",
        "lambda a, c, s, n: np.array([c + (m := (a - c) / (n + 1)), n * s * m**2, s * (n * m) ** 2 "
        "/ 2])",
        "profit of one seller",
    ),
    (
        "cournot-surplus",
        "cournot",
        "lambda a, c, s, n: np.array([c + (m := (a - c) / (n + 1)), s * m**2, s * (n * m) ** 2])",
        "triangle",
    ),
    (
        "cournot-surplus",
        "cournot",
        "lambda a, c, s, n: np.array([c + 0 * n, 0 * n, 144 + 0 * n])",
        "price competition",
    ),
    (
        "cournot-surplus",
        "cournot",
        "lambda a, c, s, n: np.array([m := (a - c) / (n + 1), s * m**2, s * (n * m) ** 2 / 2])",
        "on top of the cost",
    ),
    (
        "cournot-surplus",
        "cournot",
        "lambda a, c, s, n: np.array([c + (m := (a - c) / (n + 1)), m**2, (n * m) ** 2 / 2])",
        "size of the market",
    ),
    (
        "cournot-entry",
        "entrants",
        "lambda a, c, s, f: int((a - c) * (s / f) ** 0.5)",
        "would not earn its fixed cost",
    ),
    (
        "cournot-entry",
        "entrants",
        "lambda a, c, s, f: (a - c) * (s / f) ** 0.5 - 1",
        "whole number",
    ),
    (
        "cournot-entry",
        "entrants",
        "lambda a, c, s, f: int((a - c) * (1 / f) ** 0.5) - 1",
        "One more could still enter",
    ),
    (
        "double_margin-prices",
        "stacked_prices",
        "lambda a, c, d: (c, (a + c + d) / 2)",
        "two layers take two margins",
    ),
    (
        "double_margin-prices",
        "stacked_prices",
        "lambda a, c, d: (w := (a - d + c) / 2, (a + w) / 2)",
        "costs of its own",
    ),
    (
        "double_margin-prices",
        "stacked_prices",
        "lambda a, c, d: (w := (a + c) / 2, (a + d + w) / 2)",
        "foresees",
    ),
    (
        "double_margin-prices",
        "stacked_prices",
        "lambda a, c, d: (c + (a - c - d) / 3, a - (a - c - d) / 3)",
        "who moves first",
    ),
    ("double_margin-prices", "stacked_prices", "lambda a, c, d: (11.0, 6.0)", "comes first"),
    (
        "double_margin-merger",
        "merger_gain",
        "lambda a, c, d, s: (s * (m := a - c - d) ** 2 / 4, s * m**2 / 8)",
        "after the merger",
    ),
    (
        "double_margin-merger",
        "merger_gain",
        "lambda a, c, d, s: (s * (m := a - c - d) ** 2 / 8, s * m**2 * 3 / 32)",
        "both layers together",
    ),
    (
        "double_margin-merger",
        "merger_gain",
        "lambda a, c, d, s: ((m := a - c - d) ** 2 / 16, m**2 * 3 / 32)",
        "size of the market",
    ),
    ("xpu-breakeven", "xpu_breakeven", "lambda f, c, m, p: f / p", "Own chips cost something"),
    ("xpu-breakeven", "xpu_breakeven", "lambda f, c, m, p: f / (p - c)", "More than one own chip"),
    ("xpu-breakeven", "xpu_breakeven", "lambda f, c, m, p: f / (p - m * c)", "no volume pays back"),
    (
        "xpu-breakeven",
        "xpu_breakeven",
        "lambda f, c, m, p: np.where(p > m * c, m * f / np.maximum(p - m * c, 1), np.inf)",
        "not in own chips",
    ),
    ("xpu-breakeven", "xpu_breakeven", "lambda f, c, m, p: f / (p - c / m)", "cost more, not less"),
    ("xpu-defence", "defending_price", "lambda f, c, m, v: f / v", "also pays for its own chips"),
    (
        "xpu-defence",
        "defending_price",
        "lambda f, c, m, v: m * c + 0 * v",
        "also pays for the design",
    ),
    ("logistic-fit", "logistic_fit", "lambda t, u, k: (2.0, 2.0)", "the rate is its logarithm"),
    ("logistic-fit", "logistic_fit", "lambda t, u, k: (np.log10(2), 2.0)", "natural one"),
    (
        "logistic-fit",
        "logistic_fit",
        "lambda t, u, k: ((f := np.polyfit(t, np.log(u), 1))[0], -f[1] / f[0])",
        "ceiling counts",
    ),
    (
        "logistic-fit",
        "logistic_fit",
        "lambda t, u, k: tuple(np.polyfit(t, np.log(u / (k - u)), 1))",
        "cross zero",
    ),
    (
        "logistic-fit",
        "logistic_fit",
        "lambda t, u, k: ((f := np.polyfit(t, np.log((k - u) / u), 1))[0], -f[1] / f[0])",
        "upside down",
    ),
    (
        "logistic-path",
        "logistic_path",
        "lambda r, m, k, t: k / (1 + np.exp(r * (t - m)))",
        "revisit the sign",
    ),
    (
        "logistic-path",
        "logistic_path",
        "lambda r, m, k, t: 1 / (1 + np.exp(-r * (t - m)))",
        "share of the ceiling",
    ),
]
FIGURES = {
    "the counts themselves": (
        "count[mine] / count[mine[0]]",
        "count[mine]",
        "growth_plot-data",
        "divide each",
    ),
    "one base for all": (
        "count[mine[0]]",
        "count[np.argmin(year)]",
        "growth_plot-data",
        "a first count of its own",
    ),
    "dates unsorted": (
        "mine = mine[np.argsort(year[mine])]",
        "",
        "growth_plot-data",
        "earliest date",
    ),
    "a linear axis": ('"log"', '"linear"', "growth_plot-scale", "straight line"),
    "logarithms drawn": (
        "count[mine] / count[mine[0]]",
        "np.log10(count[mine] / count[mine[0]])",
        "growth_plot-scale",
        "not their logarithms",
    ),
    "no unit": ('"times the first count"', '"Tokens"', "growth_plot-labels", "measured against"),
    "no title": ('ax.set_title("Growth")', "", "growth_plot-labels", "needs a title"),
    "no names": ("label=name", "label='x'", "growth_plot-legend", "name is missing"),
}


def said(test, **names):
    """What a test cell says of a student's functions.

    Their names hide those of the reference.
    """
    (cell,) = [cell for cell in SHEET if cell.name == test]
    with pytest.raises(AssertionError) as reason:
        exec(compile(cell.source, test, "exec"), vars(ref) | names)
    forks.close_figures()
    return str(reason.value)


@pytest.mark.parametrize(("test", "function", "written", "words"), MISTAKES)
def test_a_common_mistake_is_told_its_idea(test, function, written, words):
    assert words in said(test, **{function: eval(written, {"np": np})})


@pytest.mark.parametrize(("old", "new", "test", "words"), FIGURES.values(), ids=FIGURES)
def test_a_common_mistake_in_a_figure_is_told_its_idea(old, new, test, words):
    names = vars(ref).copy()
    exec(slip(next(iter(plan("jevons_effects").right["growth_plot"].values())), (old, new)), names)
    assert words in said(test, growth_plot=names["growth_plot"])


def test_every_task_has_common_mistakes():
    tasks = [cell.name for cell in SHEET if cell.kind == "answer"]
    told = [test.partition("-")[0] for test, *_ in MISTAKES] + [
        test.partition("-")[0] for *_, test, _ in FIGURES.values()
    ]
    assert all(told.count(task) >= 5 for task in tasks)
