"""The reference solutions of problem set 3, and the messages of its tests.

The solutions are compared with closed forms, and their properties hold on many inputs.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import notebooks, tables
from tests.fidelity import forks, scoring
from tests.fidelity.sets import plan, slip

ref = notebooks.reference("export_controls")

positive = st.floats(0.1, 100)
share = st.floats(0, 1)
growth = st.floats(1.05, 30)
seed = st.integers(0, 2**32 - 1)


# ---- the data


def test_chips_equal_the_book_s_table():
    rows = {str(r["chip"]): r for r in tables.load("chips")}
    columns = [
        "dense_16bit_tflops",
        "dense_8bit_tops",
        "dense_4bit_tops",
        "die_area_mm2",
        "links_gb_per_s",
        "memory_bandwidth_gb_per_s",
    ]
    for name, use, *numbers in ref.CHIPS:
        assert rows[name]["use"] == use
        assert [rows[name][column] for column in columns] == pytest.approx(numbers, nan_ok=True), (
            name
        )


def test_chips_are_all_that_american_makers_sell():
    table = tables.load("chips")
    sold = table[(table["origin"] != "Chinese") & ~np.isin(table["maker"], ["Google", "Amazon"])]
    assert ref.CHIP.tolist() == sold["chip"].tolist()


def test_the_text_names_the_chips_that_rest_on_secondary_sources():
    rows = {str(r["chip"]): r["evidence"] for r in tables.load("chips")}
    named = {
        "L40S",
        "B200",
        "GB200",
        "B300",
        "Gaudi 2",
        "RTX 4090 D",
        "RTX 5090",
        "RTX 5090 D",
        "RTX 5090 D V2",
    }
    assert {name for name in ref.CHIP.tolist() if rows[name] != "primary"} == named


def test_trade_equals_the_book_s_table():
    table = tables.load("us_china_trade")
    rows = {
        int(r["year"]): r
        for r in table[(table["reporter"] == "US") & (table["partner"] == "China")]
    }
    for year, *numbers in ref.TRADE:
        row = rows[year]
        assert [
            row["exports_usd_bn"],
            row["imports_usd_bn"],
            row["chip_exports_usd_bn"],
        ] == pytest.approx(numbers, nan_ok=True)
    assert [year for year, row in rows.items() if row["evidence"] == "primary"] == [2019]


def test_limits_are_those_of_the_book_s_rules():
    limits = {str(r["key"]): r for r in tables.load("export_rules")}
    first, second, third = (limits[f"rule_{year}"] for year in (2022, 2023, 2026))
    just = np.array([0.999, 1.0])
    assert ref.caught_2022(
        just * first["score_limit"], np.full(2, first["links_limit_gb_per_s"])
    ).tolist() == [0, 1]
    for part, packed in ((1, 0), (2, 1.6), (3, second["density_limit"])):
        at = just * second["score_limit"] / part
        assert ref.caught_2023(at, np.full(2, packed), np.full(2, True)).tolist() == [0, 1]
    assert ref.caught_2026(just * third["score_limit"], np.zeros(2)).tolist() == [0, 1]
    assert ref.caught_2026(np.zeros(2), just * third["bandwidth_limit_gb_per_s"]).tolist() == [0, 1]


# ---- rules


def scores():
    return ref.total_performance(ref.BITS, ref.PEAKS, np.zeros(len(ref.CHIP), bool))


def test_the_example_of_the_rule_of_2023():
    """600 TOPS at 8 bits, or 300 TFLOPS at 16, make a score of 4800."""
    assert ref.total_performance(
        np.array([16, 8]), np.array([[300.0, 600.0]]), np.array([False])
    ).tolist() == [4800]


def test_chips_made_for_china_stop_short_of_a_limit():
    caught = ref.caught_2023(scores(), scores() / ref.AREA, ref.CENTRE)
    fate = dict(zip(ref.CHIP.tolist(), caught.tolist(), strict=True))
    assert [fate[name] for name in ("H20", "L20", "L2", "RTX 4090 D", "RTX 5090 D")] == [0] * 5
    assert [fate[name] for name in ("H100", "H800", "L4", "L40S", "RTX 4090")] == [1] * 5


@given(seed)
def test_a_verdict_is_open_only_where_the_missing_fact_decides(generator):
    rng = np.random.default_rng(generator)
    score, fact = rng.choice([1000.0, 1700, 2500, 4800, 21000], 8), np.full(8, np.nan)
    for rule in (
        ref.caught_2022,
        ref.caught_2026,
        lambda s, d: ref.caught_2023(s, d, rng.random(8) < 2),
    ):
        least, most, open_ = (
            rule(score, np.zeros(8)),
            rule(score, np.full(8, 1e9)),
            rule(score, fact),
        )
        assert np.array_equal(np.isnan(open_), least != most)
        assert np.all(least <= most)


@given(seed)
def test_the_possible_best_is_at_least_the_certain_one(generator):
    rng = np.random.default_rng(generator)
    merit, caught = rng.uniform(0, 9, 6), np.append(rng.choice([0.0, 1.0, np.nan], 5), 0.0)
    certain, possible = ref.best_allowed(merit, caught)
    assert merit[possible] >= merit[certain] and caught[certain] == 0 and caught[possible] != 1


@given(positive, st.lists(positive, min_size=1, max_size=5))
def test_density_falls_with_more_logic(score, areas):
    dies = np.array(areas)
    one, both = (
        ref.performance_density(score, np.append(dies, 50.0), np.append(dies > 0, logic))
        for logic in (False, True)
    )
    assert both < one == pytest.approx(score / dies.sum())


# ---- months


@given(positive, positive, growth)
def test_the_follower_reaches_the_leader_after_the_delay(leader, follower, pace):
    months = ref.delay_months(leader, follower, pace)
    assert follower * pace ** (months / 12) == pytest.approx(leader)
    assert ref.delay_months(follower, leader, pace) == pytest.approx(-months)


@given(positive, positive, growth, growth)
def test_added_months_are_a_difference_of_delays(ratio, without, one, other):
    ends = [
        ref.delay_months(ratio, 1, pace) - ref.delay_months(without, 1, pace)
        for pace in (one, other)
    ]
    assert ref.added_months(ratio, without, one, other) == pytest.approx(sorted(ends), abs=1e-9)


def test_h20s_are_many_chips_and_little_computing():
    h100, h20 = 989.4, 148
    assert ref.effective_compute(np.array([5, 1]), np.array([h20, h100]), 1, 1) < 2 * h100


# ---- costs


@given(st.integers(20, 60), st.integers(10, 30), st.integers(0, 9))
def test_with_capacity_to_spare_the_seller_chooses_the_textbook_monopoly(elsewhere, china, cost):
    sold = ref.best_sales(
        np.array([elsewhere, china]) * 4 + cost, np.array([2.0, 2.0]), cost, 200, 200, 0
    )
    assert sold == (elsewhere, china)


def test_a_ban_with_spare_capacity_helps_nobody_and_with_scarce_capacity_other_buyers():
    demand = np.array([40.0, 24.0]), np.array([0.2, 0.2]), 4.0
    for capacity, seller, others in ((200, -500, 0), (100, -340, 320)):
        opened, banned = (
            np.array(ref.best_sales(*demand, capacity, quota, 0)) for quota in (capacity, 0)
        )
        change = ref.who_gains(*demand, banned, 0) - ref.who_gains(*demand, opened, 0)
        assert change[:2] == pytest.approx([seller, others])


@given(seed, share)
def test_a_revenue_share_moves_money_and_makes_none(generator, part):
    rng = np.random.default_rng(generator)
    demand, sold = (rng.uniform(20, 40, 2), rng.uniform(0.1, 0.5, 2), 3.0), rng.uniform(0, 30, 2)
    free, shared = ref.who_gains(*demand, sold, 0), ref.who_gains(*demand, sold, part)
    assert shared.sum() == pytest.approx(free.sum())


@given(positive, positive, share)
def test_at_equal_margins_diversion_saves_its_share(chips, margin, part):
    assert ref.lost_margin(chips, margin, margin, part) == pytest.approx(
        (1 - part) * ref.lost_margin(chips, margin, margin, 0), abs=1e-9
    )


@given(positive, st.floats(0.05, 0.5))
def test_a_perpetuity_is_worth_its_yearly_loss_over_the_rate(sales, rate):
    worth, _ = ref.present_losses(np.full(400, sales), 1.0, np.zeros(400), 0.2, rate)
    assert worth == pytest.approx(sales / rate, rel=1e-6)


# ---- decoupling


@given(st.floats(1.1, 8), st.floats(0.05, 0.5), growth, st.floats(0.9, 2))
def test_at_parity_the_ratio_is_one(gap, learning, pace, frontier):
    years = ref.years_to_parity(gap, learning, pace, frontier)
    if np.isfinite(years):
        assert np.log(ref.cost_ratio(gap, learning, pace, frontier, years)) == pytest.approx(
            0, abs=1e-6
        )
    else:
        assert ref.cost_ratio(gap, learning, pace, frontier, 1000.0) >= gap * (1 - 1e-9)


def test_the_worked_example_of_the_reading():
    assert ref.years_to_parity(2, 0.2, 2, 1 / 0.85) == pytest.approx(11.4, abs=0.05)
    assert ref.years_to_parity(2, 0.2, 1.5, 1 / 0.85) == np.inf


@given(seed)
def test_after_the_shortest_wall_buyers_stay_and_after_a_shorter_one_they_leave(generator):
    rng = np.random.default_rng(generator)
    ratios, habit = rng.uniform(0.5, 2.5, 9), rng.uniform(1, 2)
    wall = ref.shortest_wall(ratios, habit)
    for years in range(1, 9):
        stays = ref.chosen(ratios, habit, years)[years:].all()
        if years == wall:
            assert stays
        elif np.isnan(wall) or years < wall:
            assert not stays


@given(positive, positive, share)
def test_a_share_of_the_deficit_does_not_depend_on_the_unit(sales, gap, part):
    one, thousand = (
        ref.deficit_share(unit * 50.0, unit * (50.0 + gap), unit * sales, part)
        for unit in (1, 1000)
    )
    assert one == pytest.approx(thousand)


def test_chips_forgone_are_a_fortieth_of_the_deficit():
    assert ref.forgone_share(2021, 2023) == pytest.approx(1 / 42, abs=1e-3)


# ---- choosing


@given(seed)
def test_a_policy_is_the_best_from_its_value_on_and_only_if_efficient(generator):
    rng = np.random.default_rng(generator)
    delays, costs = rng.uniform(0, 9, 6), rng.uniform(0, 20, 6)
    starts, remains = ref.best_from(delays, costs), ref.efficient(delays, costs)
    assert np.all(remains[~np.isnan(starts)] == 1)
    for policy, start in enumerate(starts):
        if not np.isnan(start):
            worth = start * delays - costs
            assert worth[policy] == pytest.approx(worth.max())
            below = (start - 0.01) * delays - costs
            assert start == 0 or below[policy] < below.max()


def test_break_even_values_of_the_reading_s_toy_table():
    starts = ref.best_from(
        np.array([0, 1, 2.5, 4, 4, 7, 8]), np.array([0, 0.5, 2.6, 3, 9.6, 9.6, 16])
    )
    assert starts == pytest.approx([0, 0.5, np.nan, 2.5 / 3, np.nan, 2.2, 6.4], nan_ok=True)


@given(seed)
def test_chances_sum_to_one_and_somebody_has_no_regret_in_each_world(generator):
    rng = np.random.default_rng(generator)
    values, delays, costs = (
        rng.uniform(0, 5, 7),
        rng.uniform(0, 9, (7, 4)),
        rng.uniform(0, 20, (7, 4)),
    )
    assert ref.chance_best(values, delays, costs).sum() == pytest.approx(1)
    worth = values[:, None] * delays - costs
    regret = ref.largest_regret(worth)
    assert np.all(regret >= 0) and ref.largest_regret(worth[:1]).min() == 0
    assert ref.largest_regret(worth + 100) == pytest.approx(regret)


@given(seed, st.floats(0.1, 5))
def test_a_certain_value_can_be_taken_out_of_the_mean(generator, value):
    rng = np.random.default_rng(generator)
    delays, costs = rng.uniform(0, 9, (5, 3)), rng.uniform(0, 20, (5, 3))
    assert ref.expected_worth(np.full(5, value), delays, costs) == pytest.approx(
        value * delays.mean(axis=0) - costs.mean(axis=0)
    )


# ---- messages: each common wrong answer is told which idea to revisit

SHEET = scoring.cells(notebooks.script("export_controls"))
PLAIN = {
    task: next(iter(answers.values())) for task, answers in plan("export_controls").right.items()
}


def complaint(test, source):
    """What the first failing assert of a test cell says of an answer."""
    (cell,) = [cell for cell in SHEET if cell.name == test]
    names = forks.define(scoring.answered(SHEET, test.partition("-")[0], source))
    with pytest.raises(AssertionError) as failure:
        exec(compile(cell.source, test, "exec"), names)
    forks.close_figures()
    return str(failure.value)


@pytest.mark.parametrize(
    ("test", "changes", "words"),
    [
        (
            "performance-score",
            ("np.where(sparse, 2, 1)", "np.where(sparse, 1, 1)"),
            "twice the dense ones",
        ),
        (
            "performance-score",
            ("np.where(sparse, 2, 1)", "np.where(sparse, 0.5, 1)"),
            "which way to go",
        ),
        (
            "performance-score",
            ("np.where(sparse, 2, 1)", "np.where(sparse, 2, 2)"),
            "which chips are halved",
        ),
        ("performance-score", ("dense * bits", "dense"), "bit length"),
        ("performance-score", ("np.nanmax", "np.nansum"), "not added up"),
        (
            "performance-density",
            ("die_areas[has_logic].sum()", "die_areas.sum()"),
            "which area the rule means",
        ),
        (
            "performance-density",
            ("die_areas[has_logic].sum()", "die_areas[has_logic].max()"),
            "added up",
        ),
        (
            "performance-density",
            ("die_areas[has_logic].sum()", "die_areas[has_logic].mean()"),
            "mean die",
        ),
        (
            "performance-density",
            ("score / die_areas[has_logic].sum()", "die_areas[has_logic].sum() / score"),
            "what is divided",
        ),
        ("performance-density", ("score / ", ""), "score over the area"),
        (
            "caught-2022",
            ("(score >= 4800) & (links >= 600)", "(score >= 4800) | (links >= 600)"),
            "AND",
        ),
        ("caught-2022", ("result[(score >= 4800) & np.isnan(links)] = np.nan", ""), "nan is false"),
        (
            "caught-2022",
            (
                "result[(score >= 4800) & np.isnan(links)] = np.nan",
                "result[(score >= 4800) & np.isnan(links)] = 1",
            ),
            "the worst",
        ),
        (
            "caught-2022",
            ("result[(score >= 4800) & np.isnan(links)]", "result[np.isnan(links)]"),
            "leaves the matter open",
        ),
        (
            "caught-2022",
            (
                "(score >= 4800) & (links >= 600), 1.0, 0.0",
                "(score >= 4800) & (links > 600), 1.0, 0.0",
            ),
            "equal to a limit",
        ),
        ("caught-2023", ("centre & (second | third)", "(second | third)"), "exemption"),
        (
            "caught-2023",
            (
                "(score >= 4800) | centre & (second | third)",
                "centre & ((score >= 4800) | second | third)",
            ),
            "exemption ends",
        ),
        (
            "caught-2023",
            (
                "result[(score >= 1600) & (score < 4800) & centre &",
                "result[(score < 4800) & centre &",
            ),
            "density does not matter",
        ),
        (
            "caught-2023",
            ("result[(score >= 1600) & (score < 4800) & centre & np.isnan(density)] = np.nan", ""),
            "nan is false",
        ),
        ("caught-2023", ("(second | third)", "second"), "third test"),
        (
            "caught-2026",
            ("(score >= 21000) | (bandwidth >= 6500)", "(score >= 21000) & (bandwidth >= 6500)"),
            "OR",
        ),
        (
            "caught-2026",
            ("result[(score < 21000) & np.isnan(bandwidth)] = np.nan", ""),
            "nan is false",
        ),
        (
            "caught-2026",
            ("result[(score < 21000) & np.isnan(bandwidth)]", "result[np.isnan(bandwidth)]"),
            "leaves the matter open",
        ),
        (
            "caught-2026",
            (
                "result[(score < 21000) & np.isnan(bandwidth)] = np.nan",
                "result[np.isnan(bandwidth)] = 1",
            ),
            "the worst",
        ),
        ("caught-2026", ("bandwidth >= 6500", "bandwidth > 6500"), "equal to a limit"),
        (
            "best_allowed-test",
            ("return certain, possible", "return merit[certain], merit[possible]"),
            "not merits",
        ),
        ("best_allowed-test", ("or caught[i] == 1", ""), "if the rule catches it"),
        (
            "best_allowed-test",
            ("caught[i] == 0 and", "caught[i] != 1 and"),
            "not certainly allowed",
        ),
        ("best_allowed-test", ("or caught[i] == 1", "or caught[i] != 0"), "may be allowed"),
        (
            "best_allowed-test",
            ("return certain, possible", "return certain + 1, possible + 1"),
            "counted from 0",
        ),
        (
            "best_allowed-test",
            ("return certain, possible", "return possible, certain"),
            "comes first",
        ),
        (
            "delay-compute",
            ("(chips * peaks).sum()", "chips.sum() * peaks.sum()"),
            "units against computing",
        ),
        ("delay-compute", ("* use * programs", "* programs"), "revisit use"),
        ("delay-compute", ("* use * programs", "* use"), "revisit programs"),
        ("delay-compute", ("* use * programs", "/ use * programs"), "badly do less"),
        ("delay-compute", ("* use * programs", "* use / 100 * programs"), "not a percentage"),
        (
            "delay-months",
            ("12 * np.log(leader / follower) / np.log(growth)", "leader / follower"),
            "revisit the logarithm",
        ),
        (
            "delay-months",
            ("12 * np.log(leader / follower)", "np.log(leader / follower)"),
            "months, not years",
        ),
        (
            "delay-months",
            ("np.log(leader / follower)", "np.log(follower / leader)"),
            "revisit the sign",
        ),
        ("delay-months", ("np.log(leader / follower)", "np.log10(leader / follower)"), "one base"),
        (
            "delay-months",
            ("np.log(growth)\n\n\ndef added", "np.log(1 + growth)\n\n\ndef added"),
            "growth is a factor",
        ),
        (
            "delay-added",
            (
                "ratio / ratio_without) / np.log(growth_one)",
                "ratio) / np.log(growth_one)",
                "ratio / ratio_without) / np.log(growth_other)",
                "ratio) / np.log(growth_other)",
            ),
            "counterfactual",
        ),
        (
            "delay-added",
            (
                "return min(first, second), max(first, second)",
                "return max(first, second), min(first, second)",
            ),
            "fewer months come first",
        ),
        (
            "delay-added",
            (
                "return min(first, second), max(first, second)",
                "return min(first, second) / 12, max(first, second) / 12",
            ),
            "not years",
        ),
        (
            "delay-added",
            (
                "return min(first, second), max(first, second)",
                "return -max(first, second), -min(first, second)",
            ),
            "revisit the sign",
        ),
        (
            "delay-added",
            (
                "ratio / ratio_without) / np.log(growth_one)",
                "ratio - ratio_without) / np.log(growth_one)",
                "ratio / ratio_without) / np.log(growth_other)",
                "ratio - ratio_without) / np.log(growth_other)",
            ),
            "ratios are not",
        ),
        (
            "surplus-sales",
            ("min(quota, capacity - e)", "min(quota, capacity)"),
            "revisit the capacity",
        ),
        ("surplus-sales", ("return best", "return best[::-1]"), "the second China"),
        (
            "surplus-sales",
            ("if profit > most:", "if profit > most and c <= capacity - 28:"),
            "the other",
        ),
        (
            "surplus-sales",
            ("min(quota, capacity - e)", "capacity - e"),
            "revisit what may be sold there",
        ),
        ("surplus-sales", ("if profit > most:", "if profit > most and e == c:"), "demands differ"),
        (
            "surplus-sales",
            ("range(capacity + 1)", "range(min(quota, capacity) + 1)"),
            "for China alone",
        ),
        ("surplus-parties", ("@ sold - levy", "@ sold"), "count it twice"),
        (
            "surplus-parties",
            (
                "levy = share * price[1] * sold[1]",
                "levy = share * (price[1] - unit_cost) * sold[1]",
            ),
            "not from profit",
        ),
        (
            "surplus-parties",
            ("levy = share * price[1] * sold[1]", "levy = share * price @ sold"),
            "China alone",
        ),
        (
            "surplus-parties",
            ("(choke - price) * sold / 2", "(choke - price) * sold"),
            "not a rectangle",
        ),
        ("surplus-parties", ("(price - unit_cost) @ sold", "price @ sold"), "unit cost"),
        ("surplus-parties", ("buyers[0], levy, buyers[1]", "buyers[1], levy, buyers[0]"), "order"),
        ("npv-margin", ("- chips * diverted * margin_elsewhere", ""), "revisit diversion"),
        (
            "npv-margin",
            ("chips * diverted * margin_elsewhere", "chips * diverted * margin_china"),
            "difference of margins",
        ),
        (
            "npv-margin",
            ("chips * diverted * margin_elsewhere", "chips * margin_elsewhere"),
            "which part",
        ),
        ("npv-margin", ("- chips * diverted", "+ chips * diverted"), "revisit the sign"),
        (
            "npv-margin",
            (
                "chips * margin_china - chips * diverted",
                "chips * diverted * margin_china - chips * diverted",
            ),
            "all of them lose",
        ),
        ("npv-present", ("(1 - diverted)", "1"), "revisit diversion"),
        ("npv-present", ("(1 - diverted)", "diverted"), "which part remains"),
        ("npv-present", ("missed / (1 + rate) ** years", "missed"), "present value"),
        (
            "npv-present",
            ("np.arange(1, len(sales) + 1)", "np.arange(len(sales))"),
            "off by one year",
        ),
        ("npv-present", ("(1 + rate) ** years", "(1 + rate * years)"), "compounds"),
        ("npv-present", ("research * today", "research * margin * today"), "not of margin"),
        ("parity-path", ("** doublings * frontier", "** doublings"), "gets cheaper too"),
        ("parity-path", ("** doublings * frontier", "** doublings / frontier"), "ratio larger"),
        ("parity-path", ("doublings = np.log2(growth)", "doublings = 1"), "how many doublings"),
        (
            "parity-path",
            ("doublings = np.log2(growth)", "doublings = np.log(growth)"),
            "revisit the base",
        ),
        (
            "parity-path",
            ("(1 - learning) ** doublings", "learning ** doublings"),
            "not what it leaves",
        ),
        ("parity-path", ("gap * a_year**years", "gap * a_year ** (years + 1)"), "Off by one year"),
        ("parity-years", ("np.log2(growth) * frontier", "np.log2(growth)"), "gets cheaper too"),
        ("parity-years", ("np.log2(growth) * frontier", "np.log2(growth) / frontier"), "harder"),
        (
            "parity-years",
            ("np.log(gap) / -np.log(a_year)", "(gap - 1) / (1 - a_year)"),
            "equal steps",
        ),
        (
            "parity-years",
            ("np.log(gap) / -np.log(a_year)", "np.log(gap) / np.log(a_year)"),
            "revisit the sign",
        ),
        ("parity-years", ("    if a_year >= 1:\n        return np.inf\n", ""), "never happens"),
        (
            "parity-years",
            ("np.log(gap) / -np.log(a_year)", "np.log10(gap) / -np.log(a_year)"),
            "one base",
        ),
        (
            "hysteresis-chosen",
            (
                "        elif ratios[year] > habit:\n            now = 0\n",
                "        else:\n            now = 0\n",
            ),
            "Inside the band",
        ),
        ("hysteresis-chosen", ("if year < wall:", "if False:"), "Behind the wall"),
        ("hysteresis-chosen", ("if year < wall:", "if year < wall - 1:"), "off by one year"),
        ("hysteresis-chosen", ("ratios[year] > habit", "False"), "way back"),
        (
            "hysteresis-chosen",
            (
                "ratios[year] < 1 / habit",
                "ratios[year] < 1",
                "ratios[year] > habit",
                "ratios[year] >= 1",
            ),
            "clear gain",
        ),
        ("hysteresis-wall", ("return wall\n", "return wall - 1\n"), "off by one year"),
        (
            "hysteresis-wall",
            ("ratios[wall:].max() <= habit", "ratios[wall:].max() < 1"),
            "Parity is not needed",
        ),
        ("hysteresis-wall", ("return wall\n", "return ratios[wall]\n"), "not a ratio"),
        (
            "hysteresis-wall",
            ("ratios[wall:].max()", "ratios[wall]"),
            "not enough that the first year",
        ),
        ("hysteresis-wall", ("return np.nan", "return np.inf"), "The last year drives"),
        ("deficit-share", ("* shipped / gap", "/ gap"), "no export of goods"),
        ("deficit-share", ("* shipped / gap", "* (1 - shipped) / gap"), "not the rest"),
        ("deficit-share", ("* shipped / gap", "* shipped / imports"), "imports less exports"),
        (
            "deficit-share",
            ("return np.asarray(sales)", "return 100 * np.asarray(sales)"),
            "not a percentage",
        ),
        (
            "deficit-share",
            ("* shipped / gap", "* shipped / (gap - sales * shipped)"),
            "base of the share",
        ),
        (
            "deficit-table",
            (
                "_, exports, imports, chips = rows[after]",
                "_, exports, imports, _ = rows[before]\n    chips = rows[after][3]",
            ),
            "which year's deficit",
        ),
        ("deficit-table", ("(rows[before][3] - chips)", "rows[before][3]"), "whole of either"),
        (
            "deficit-table",
            ("(rows[before][3] - chips)", "(chips - rows[before][3])"),
            "revisit the sign",
        ),
        ("deficit-table", ("return (rows", "return 100 * (rows"), "not a percentage"),
        ("deficit-table", ("/ (imports - exports)", "/ imports"), "imports less exports"),
        ("efficient-set", ("return remains", "return 1 - remains"), "turned round"),
        (
            "efficient-set",
            (
                "delays[j] >= delays[i] and costs[j] <= costs[i]",
                "delays[j] <= delays[i] and costs[j] >= costs[i]",
                "delays[j] > delays[i] or costs[j] < costs[i]",
                "delays[j] < delays[i] or costs[j] > costs[i]",
            ),
            "both comparisons",
        ),
        ("efficient-set", ("remains[i] = 0", "remains[i] = 1"), "which can be dropped"),
        (
            "efficient-set",
            ("if no_worse and (delays[j] > delays[i] or costs[j] < costs[i])", "if no_worse"),
            "itself",
        ),
        (
            "efficient-set",
            ("return remains", "return np.where(delays == 3, 0, remains)"),
            "a mix of two others",
        ),
        (
            "efficient-values",
            (
                "low = max(low, (costs[j] - costs[i]) / more)",
                "low = costs[i] / delays[i]",
                "elif more > 0:",
                "elif False:",
            ),
            "mean cost",
        ),
        (
            "efficient-values",
            ("low, high = 0.0, np.inf", "low, high = -np.inf, np.inf"),
            "where the values begin",
        ),
        ("efficient-values", ("result[i] = low", "result[i] = high"), "which end is asked for"),
        (
            "efficient-values",
            ("np.full(len(delays), np.nan)", "np.zeros(len(delays))"),
            "the answer is nan",
        ),
        (
            "efficient-values",
            ("high = min(high, (costs[j] - costs[i]) / more)", "pass"),
            "never the best",
        ),
        (
            "draws-expected",
            (
                "return worth.mean(axis=0)",
                "return values.mean() * delays.mean(axis=0) - costs.mean(axis=0)",
            ),
            "product of the means",
        ),
        ("draws-expected", ("return worth.mean(axis=0)", "return worth.sum(axis=0)"), "not a sum"),
        (
            "draws-expected",
            ("return worth.mean(axis=0)", "return worth.mean(axis=1)"),
            "rows and columns",
        ),
        (
            "draws-expected",
            (
                "worth = values[:, None] * delays - costs\n    return",
                "worth = values[:, None] * delays + costs\n    return",
            ),
            "revisit the sign",
        ),
        (
            "draws-expected",
            (
                "worth = values[:, None] * delays - costs\n    return",
                "worth = values[:, None] * delays\n    return",
            ),
            "paid as well",
        ),
        (
            "draws-chance",
            ("np.mean(best == policy)", "np.sum(best == policy)"),
            "fraction of the draws",
        ),
        (
            "draws-chance",
            ("best = worth.argmax(axis=1)", "best = worth.mean(axis=0).argmax()"),
            "on average",
        ),
        (
            "draws-chance",
            ("best = worth.argmax(axis=1)", "best = worth.argmin(axis=1)"),
            "largest and smallest",
        ),
        (
            "draws-chance",
            ("best = worth.argmax(axis=1)", "best = delays.argmax(axis=1)"),
            "revisit cost",
        ),
        (
            "draws-chance",
            ("best = worth.argmax(axis=1)", "best = costs.argmin(axis=1)"),
            "revisit the value",
        ),
        (
            "draws-regret",
            ("worth.max(axis=1)[:, None]", "worth.max()"),
            "Each world has its own best",
        ),
        ("draws-regret", ("worth.max(axis=1)[:, None]", "worth.max(axis=0)"), "in the same world"),
        ("draws-regret", ("regret.max(axis=0)", "worth.min(axis=0)"), "worst worth"),
        ("draws-regret", ("regret.max(axis=0)", "regret.mean(axis=0)"), "not the mean"),
        ("draws-regret", ("regret.max(axis=0)", "regret.max(axis=1)"), "rows and columns"),
        (
            "rule_plot-data",
            ("score[mine],\n            bandwidth[mine]", "bandwidth[mine], score[mine]"),
            "each other's axis",
        ),
        ("rule_plot-data", ('("cannot tell", 2)', '("cannot tell", 5)'), "missing"),
        ("rule_plot-data", ('linestyle="none"', 'linestyle="-"'), "a line joins them"),
        (
            "rule_plot-data",
            ("fig, ax = plt.subplots()", "ax = plt.gca()"),
            "Each call makes a new figure",
        ),
        ("rule_plot-data", ("return ax", ""), "return"),
        (
            "rule_plot-scale",
            (
                "score[mine],\n            bandwidth[mine]",
                "np.log10(score[mine]), np.log10(bandwidth[mine])",
            ),
            "not their logarithms",
        ),
        ("rule_plot-scale", ('ax.set_xscale("log")', ""), "revisit the scales"),
        ("rule_plot-scale", ('ax.axvline(limit, color="black")', ""), "vertical line"),
        ("rule_plot-scale", ("ax.axvline(limit", "ax.axhline(limit"), "vertical line"),
        (
            "rule_plot-scale",
            ("ax.legend()", "ax.set_ylim(3000, 8000)\n    ax.legend()"),
            "outside the frame",
        ),
        ("rule_plot-labels", ('ax.set_xlabel("Score")', ""), "x axis"),
        ("rule_plot-labels", ('"GB per second"', '"Bandwidth"'), "without a unit"),
        ("rule_plot-labels", ('ax.set_title("Chips")', ""), "title"),
        ("rule_plot-legend", ("ax.legend()", ""), "name is missing"),
        ("rule_plot-legend", ('f"C{number}"', '"navy"'), "share a colour"),
        (
            "rule_plot-legend",
            ("ax.legend()", "ax.legend(ax.lines[:3], ['cannot tell', 'allowed', 'caught'])"),
            "its group's colour",
        ),
    ],
)
def test_a_common_mistake_is_told_its_idea(test, changes, words):
    assert words in complaint(test, slip(PLAIN[test.partition("-")[0]], changes))


def test_each_task_has_messages_for_five_mistakes():
    (marks,) = [
        mark
        for mark in test_a_common_mistake_is_told_its_idea.pytestmark
        if mark.name == "parametrize"
    ]
    told = [case[0].partition("-")[0] for case in marks.args[1]]
    assert all(told.count(task) >= 5 for task in PLAIN) and set(told) == set(PLAIN)
