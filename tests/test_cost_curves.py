"""The reference solutions of problem set 1.

They are compared with closed forms, and their properties hold on many inputs.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import notebooks, tables

ref = notebooks.reference("cost_curves")

price = st.floats(0.01, 1000)
share = st.floats(0, 1)
rate = st.floats(0.01, 0.99)


def test_price_list_equals_the_book_s_table():
    table = tables.load("llm_list_prices")
    rows = {
        (str(r["date_effective"]), r["provider"], r["model"]): (
            r["input_usd_per_mtok"],
            r["output_usd_per_mtok"],
            r["score_gpqa_diamond_percent"],
        )
        for r in table
    }
    for day, provider, model, *numbers in ref.PRICES:
        assert rows[day, provider, model] == pytest.approx(tuple(numbers), nan_ok=True), model


def test_price_list_rests_on_primary_sources():
    table = tables.load("llm_list_prices")
    primary = set(table[table["evidence"] == "primary"]["model"])
    assert [model for _, _, model, *_ in ref.PRICES if model not in primary] == []


# ---- close


@pytest.mark.parametrize(
    "got",
    [
        [],
        None,
        "1",
        True,
        np.nan,
        np.inf,
        np.array(True),
        np.ma.array([1.0]),
        [1.0],
        np.array([1.0]),
        1 + 0j,
    ],
)
def test_close_accepts_no_impostor_of_a_number(got):
    try:
        assert not ref.close(got, 1.0)
    except AssertionError as reason:
        assert str(reason)


@pytest.mark.parametrize("got", [1, 1.0, np.float64(1), np.float32(1), np.array(1.0), np.int64(1)])
def test_close_accepts_every_number(got):
    assert ref.close(got, 1.0)


@pytest.mark.parametrize(
    "got",
    [
        np.array([]),
        np.full(2, np.nan),
        np.ones((2, 1)),
        np.ma.masked_all(2),
        np.array([1, 1], dtype=object),
    ],
)
def test_close_accepts_no_impostor_of_an_array(got):
    with pytest.raises(AssertionError):
        assert ref.close(got, np.ones(2))


# ---- prices


@given(price, price, share)
def test_blended_price_lies_between_the_two(low, high, mix):
    blended = ref.blended_price(low, high, mix)
    assert min(low, high) * (1 - 1e-12) <= blended <= max(low, high) * (1 + 1e-12)


@given(price, price, share, st.floats(0.1, 10))
def test_blended_price_has_the_unit_of_prices(low, high, mix, factor):
    assert ref.blended_price(factor * low, factor * high, mix) == pytest.approx(
        factor * ref.blended_price(low, high, mix)
    )


@given(st.floats(0.05, 0.95))
def test_a_solved_task_costs_more_the_more_often_a_model_fails(success):
    cost = ref.solved_task_cost(1000, 200, 3000, 1, 4, success)
    assert ref.solved_task_cost(1000, 200, 3000, 1, 4, success / 2) == pytest.approx(2 * cost)


def test_reasoning_tokens_are_billed_as_output():
    assert ref.solved_task_cost(1000, 0, 500, 1, 4, 1) == ref.solved_task_cost(
        1000, 500, 0, 1, 4, 1
    )


@given(price, rate, st.floats(0.1, 5))
def test_price_path_and_decline_rate_are_inverse(now, fall, wait):
    days = round(wait * 365.25)
    later = ref.price_path(now, fall, days / 365.25)
    end = np.datetime64("2023-01-01") + days
    assert ref.decline_rate(now, "2023-01-01", later, str(end)) == pytest.approx(fall, rel=1e-6)


@given(price, rate)
def test_half_is_left_after_the_half_life(now, fall):
    assert ref.price_path(now, fall, ref.half_life_months(fall) / 12) == pytest.approx(now / 2)


def test_eighty_per_cent_a_year_halves_in_five_months():
    assert ref.half_life_months(0.8) == pytest.approx(12 * np.log(2) / np.log(5))


# ---- fits


@given(
    price, rate, st.lists(st.floats(0, 5), min_size=4, max_size=12, unique_by=lambda t: round(t, 3))
)
def test_loglinear_fit_finds_an_exact_rate_and_no_width(now, fall, times):
    times = np.array(times)
    found = ref.loglinear_fit(times, ref.price_path(now, fall, times), 2.0)
    assert found == pytest.approx((fall, fall, fall), abs=1e-6)


@given(st.integers(0, 2**32 - 1), st.floats(0.5, 3))
def test_loglinear_interval_holds_the_rate_and_widens_with_the_critical_value(seed, critical):
    generator = np.random.default_rng(seed)
    times, prices = generator.uniform(0, 3, 8), np.exp(generator.normal(size=8))
    middle, low, high = ref.loglinear_fit(times, prices, critical)
    _, lower, higher = ref.loglinear_fit(times, prices, 2 * critical)
    assert lower <= low <= middle <= high <= higher


@given(st.integers(0, 2**32 - 1))
def test_envelope_never_rises_and_never_undercuts_the_cheapest(seed):
    generator = np.random.default_rng(seed)
    when, cost, score = (
        generator.uniform(0, 3, 20),
        generator.uniform(1, 9, 20),
        generator.uniform(0, 100, 20),
    )
    envelope = ref.quality_envelope(when, cost, score, 50, np.linspace(0, 4, 30))
    known = envelope[~np.isnan(envelope)]
    assert np.all(np.diff(known) <= 0) and (
        known.size == 0 or known.min() >= cost[score >= 50].min()
    )


@given(st.integers(0, 2**32 - 1))
def test_a_higher_bar_is_never_cheaper(seed):
    generator = np.random.default_rng(seed)
    when, cost, score = (
        generator.uniform(0, 3, 20),
        generator.uniform(1, 9, 20),
        generator.uniform(0, 100, 20),
    )
    low, high = (ref.quality_envelope(when, cost, score, bar, np.array([4.0])) for bar in (30, 60))
    assert np.isnan(high[0]) or low[0] <= high[0]


@given(price, st.floats(-0.5, 1.5))
def test_wright_fit_finds_an_exact_law(first, exponent):
    output = np.array([3.0, 1.0, 8.0, 20.0, 5.0])
    level, learning = ref.wright_fit(output, first * np.cumsum(output) ** -exponent)
    assert (level, learning) == pytest.approx((first, exponent), rel=1e-6, abs=1e-9)


def test_progress_ratio_of_no_learning_is_one():
    assert ref.progress_ratio(0) == 1


# ---- training and entry


def test_deepseek_v3_by_6nd_and_its_utilisation():
    """Published: 37e9 active parameters, 14.8e12 tokens, 2.664e6 H800-hours.

    The peak is 989 TFLOPS for dense BF16.
    """
    flop = ref.training_flop(671e9, 37e9, 14.8e12)
    assert flop == pytest.approx(3.2856e24)
    assert ref.flop_utilisation(flop, 2.664e6, 989, False) == pytest.approx(0.346, abs=5e-4)


@given(st.floats(1e20, 1e26), st.floats(0.05, 1), st.floats(0.5, 10))
def test_training_cost_is_hours_times_rent(flop, mfu, rent):
    hours = flop / (1000e12 * 3600 * mfu)
    assert ref.training_cost(flop, 1000, mfu, rent) == pytest.approx(hours * rent)
    assert ref.flop_utilisation(flop, hours * 1.0000001, 1000, False) == pytest.approx(
        mfu, rel=1e-6
    )


@given(st.lists(st.floats(0.2, 5), min_size=4, max_size=4), st.floats(1.5, 100))
def test_growth_accounting_shares_sum_to_one(ratios, fall):
    assert ref.growth_accounting(fall, 1.0, *ratios).sum() == pytest.approx(1)


@given(
    st.lists(st.floats(0.2, 5), min_size=4, max_size=4), st.floats(1.5, 100), st.floats(1.5, 100)
)
def test_growth_accounting_of_two_years_is_the_log_weighted_mean_of_each(ratios, first, second):
    whole = ref.growth_accounting(first * second, 1.0, *np.square(ratios))
    parts = [np.log(fall) * ref.growth_accounting(fall, 1.0, *ratios) for fall in (first, second)]
    assert whole == pytest.approx(sum(parts) / np.log(first * second), abs=1e-9)


@given(st.floats(0.5, 10), st.floats(0.5, 5))
def test_at_break_even_server_and_seller_cost_the_same(rent, saving):
    (volume,) = ref.breakeven_volume(1, rent, 1e9, 0.1, np.array([0.1 + saving]))
    assert rent * 730 + 0.1 * volume == pytest.approx((0.1 + saving) * volume)
