"""The reference solutions of problem set 4, and what its checks say of mistakes.

The solutions are compared with closed forms, and their properties hold on many inputs.
"""

from collections import Counter
from functools import cache
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import notebooks, tables
from tests.fidelity import forks, scoring

NAME = "converging_interests"
ref = notebooks.reference(NAME)

money = st.floats(0.1, 100)
part = st.floats(0.01, 0.99)
seeds = st.integers(0, 2**32 - 1)


# ---- data


def test_questions_equal_the_book_s_table():
    rows = [
        (str(r["key"]), str(r["direction"]), int(r["happened"]), str(r["question"]))
        for r in tables.load("forecast_questions")
    ]
    assert rows == ref.QUESTIONS


def test_moves_equal_the_book_s_table():
    assert [
        (str(r["date"]), str(r["kind"]), str(r["side"])) for r in tables.load("cooperation_events")
    ] == ref.MOVES


def test_years_are_dates():
    table = tables.load("cooperation_events")
    years = 2019 + tables.years(table["date"], np.datetime64("2019-01-01"))
    assert years == pytest.approx(ref.YEAR)


# ---- who gains


@given(money, money, money, money)
def test_a_cloud_with_a_margin_never_loses_by_a_lower_fee(fee, price, room, slope):
    choke = price + room
    high, low = ref.cloud_profit(np.array([fee, fee / 2]), price, price / 2, choke, slope)
    assert low >= high >= 0


@given(money, money, st.floats(0.01, 0.99), money, money)
def test_at_the_largest_stake_the_owner_is_as_well_off_with_a_free_model(
    fee, price, margin, room, slope
):
    choke, cost = price + fee + room, price * (1 - margin)
    stake = ref.largest_stake(fee, price, cost, choke, slope)
    before = ref.cloud_profit(fee, price, cost, choke, slope) + stake * fee * slope * room
    after = ref.cloud_profit(0.0, price, cost, choke, slope)
    assert 0 < stake <= 1
    assert after >= before * (1 - 1e-9)
    assert stake == 1 or after == pytest.approx(before)


@given(st.floats(0.01, 3), money, st.floats(0, 1e7), money, st.floats(0, 50))
def test_at_the_break_even_wage_a_model_returns_nothing(speedup, hours, tokens, price, licence):
    (wage,) = ref.breakeven_wage(hours, np.array([speedup]), tokens, price, licence)
    cost = tokens * price / 1e6 + licence
    assert ref.adoption_return(hours, speedup, wage, tokens, price, licence) == pytest.approx(
        0, abs=1e-9 * (1 + cost)
    )


def test_twice_the_output_an_hour_saves_half_of_the_hours():
    assert ref.adoption_return(10, 1, 1, 0, 1, 0) == 5


# ---- catching up


@given(st.floats(1, 50), money, st.floats(0.5, 20), st.floats(0.1, 10))
def test_path_and_half_life_are_inverse(best, gap, half_life, years):
    end = ref.hours_path(best + gap, best, half_life, 0.0, years)
    assert ref.gap_half_life(best + gap, end, best, years) == pytest.approx(half_life, rel=1e-6)


@given(part, part, st.floats(0.05, 2), st.floats(-5, 5))
def test_diffusion_path_and_wait_are_inverse(start, ceiling, rate, years):
    start = start * ceiling
    share = ref.diffusion_path(start, rate, ceiling, years)
    assert 0 < share < ceiling
    assert ref.years_to_reach(start, rate, ceiling, np.array([share])) == pytest.approx(
        years, abs=1e-5
    )


def test_a_logistic_curve_rises_fastest_at_half_its_ceiling():
    shares = ref.diffusion_path(0.01, 0.5, 0.6, np.linspace(0, 30, 3001))
    assert shares[np.argmax(np.diff(shares))] == pytest.approx(0.3, abs=0.002)


# ---- games


def random_game(seed, *shape):
    return np.random.default_rng(seed).integers(0, 6, (2, *shape))


@given(seeds, st.integers(1, 4), st.integers(1, 4))
def test_at_an_equilibrium_nobody_gains_by_moving_alone_and_elsewhere_somebody_does(seed, m, n):
    rows, columns = random_game(seed, m, n)
    found = {tuple(cell) for cell in ref.pure_equilibria(rows, columns)}
    for i in range(m):
        for j in range(n):
            stays = rows[:, j].max() <= rows[i, j] and columns[i].max() <= columns[i, j]
            assert ((i, j) in found) == stays


@given(seeds, st.floats(0.1, 10), st.floats(-5, 5))
def test_units_and_levels_of_payoffs_change_no_equilibrium(seed, factor, level):
    rows, columns = random_game(seed, 3, 3)
    moved = ref.pure_equilibria(np.round(factor, 2) * rows + np.arange(3) * round(level), columns)
    assert np.array_equal(moved, ref.pure_equilibria(rows, columns))


@given(seeds)
def test_a_mix_leaves_both_players_indifferent(seed):
    rows, columns = random_game(seed, 2, 2)
    try:
        p, q = ref.mixed_equilibrium(rows, columns)
    except ValueError:
        return
    assert rows @ [q, 1 - q] == pytest.approx(np.full(2, rows[0] @ [q, 1 - q]))
    assert [p, 1 - p] @ columns == pytest.approx(np.full(2, [p, 1 - p] @ columns[:, 0]))


@given(seeds)
def test_a_game_of_two_acts_without_pure_equilibrium_has_a_mixed_one(seed):
    rows, columns = random_game(seed, 2, 2)
    if len(ref.pure_equilibria(rows, columns)) == 0:
        p, q = ref.mixed_equilibrium(rows, columns)
        assert 0 < p < 1 and 0 < q < 1


def test_of_twelve_orders_one_is_a_dilemma():
    orders = [dict(zip("TRPS", values, strict=True)) for values in permutations([4, 3, 2, 1])]
    names = Counter(
        ref.name_game(np.array([[o["R"], o["S"]], [o["T"], o["P"]]]))
        for o in orders
        if o["R"] > o["P"]
    )
    assert names == {"dilemma": 1, "chicken": 3, "stag hunt": 3, "harmony": 5}


@given(st.floats(0.1, 9), st.floats(0.1, 9), st.integers(1, 6))
def test_at_the_critical_discount_factor_breaking_brings_nothing(temptation, common, lag):
    reward, punishment = 3.0, 3.0 - common
    delta = ref.critical_discount(reward + temptation, reward, punishment, punishment - 1, lag)
    keep = reward / (1 - delta)
    breach = (reward + temptation) * (1 - delta**lag) / (1 - delta) + punishment * delta**lag / (
        1 - delta
    )
    assert 0 < delta < 1
    assert breach == pytest.approx(keep)


@given(st.floats(0.1, 9), st.floats(0.1, 9))
def test_the_safer_equilibrium_of_two_alike_takes_less_trust(gain, fear):
    reward, punishment = 5.0, 2.0
    payoff = np.array([[reward, punishment - fear], [reward - gain, punishment]])
    trust = ref.least_trust(reward - gain, reward, punishment, punishment - fear)
    if abs(trust - 0.5) > 1e-6:
        assert ref.safer_equilibrium(payoff, payoff.T) == int(trust > 0.5)


@given(seeds, st.floats(0.01, 0.2))
def test_replicator_keeps_the_whole_and_what_is_extinct(seed, step):
    generator = np.random.default_rng(seed)
    start = np.append(generator.dirichlet(np.ones(3)), 0)
    path = ref.replicator_path(generator.uniform(-1, 1, (4, 4)), start, step, 20)
    assert path.sum(axis=1) == pytest.approx(np.ones(21))
    assert np.all(path[:, 3] == 0)


# ---- forecasts


@given(seeds, st.integers(1, 30))
def test_brier_score_lies_between_0_and_1_and_a_coin_scores_a_quarter(seed, n):
    generator = np.random.default_rng(seed)
    happened = generator.integers(0, 2, n)
    assert 0 <= ref.brier_score(generator.random(n), happened) <= 1
    assert ref.brier_score(np.full(n, 0.5), happened) == 0.25


@given(part, part, part)
def test_a_voice_is_scored_as_its_forecasts(tighter, looser, technology):
    stated = np.select(
        [ref.DIRECTION == "tighter", ref.DIRECTION == "looser"], [tighter, looser], technology
    )
    assert ref.voice_score(tighter, looser, technology) == pytest.approx(
        ref.brier_score(stated, ref.HAPPENED)
    )


@given(seeds, st.integers(1, 40), st.integers(1, 6))
def test_calibration_loses_no_forecast(seed, n, k):
    generator = np.random.default_rng(seed)
    stated, happened = generator.integers(0, 9, n) / 8, generator.integers(0, 2, n)
    table = ref.calibration_table(stated, happened, np.linspace(0, 1, k + 1))
    means, shares, number = np.nan_to_num(table).T
    assert number.sum() == n
    assert (means * number).sum() == pytest.approx(stated.sum())
    assert (shares * number).sum() == pytest.approx(happened.sum())


# ---- what a failed check says


@cache
def cells():
    return {cell.name: cell for cell in scoring.cells(notebooks.script(NAME))}


def said(test, answer):
    """The message of a test cell to an answer cell."""
    names = {"__name__": "__main__"}
    for cell in cells().values():
        if cell.kind == "locked":
            exec(cell.source, names)
    exec(answer, names)
    with pytest.raises(AssertionError) as caught:
        exec(cells()[test].source, names)
    forks.close_figures()
    return str(caught.value)


def changed(test, *pieces):
    """The reference's answer cell with pieces changed: old, new, old, new."""
    source = cells()[test.partition("-")[0]].source
    for old, new in zip(pieces[::2], pieces[1::2], strict=True):
        assert source.count(old) == 1, old
        source = source.replace(old, new)
    return source


@pytest.mark.parametrize(
    ("test", "pieces", "words"),
    [
        (
            "cloud_profit-profit",
            ["(compute_price - compute_cost) * answers", "compute_price * answers"],
            "cost comes off",
        ),
        (
            "cloud_profit-profit",
            [
                "(compute_price - compute_cost) * answers",
                "(compute_price + model_fee - compute_cost) * answers",
            ],
            "goes to the laboratory",
        ),
        (
            "cloud_profit-profit",
            ["- compute_price - model_fee", "- compute_price - 0 * model_fee"],
            "pay the fee as well",
        ),
        (
            "cloud_profit-profit",
            ["- compute_price - model_fee", "- compute_cost - model_fee"],
            "not its cost",
        ),
        (
            "cloud_profit-profit",
            [
                "np.maximum(choke_price - compute_price - model_fee, 0)",
                "(choke_price - compute_price - model_fee)",
            ],
            "negative number of answers",
        ),
        ("cloud_profit-stake", ["(after - before)", "after"], "the change of its profit"),
        (
            "cloud_profit-stake",
            ["(compute_price - compute_cost) * (after", "compute_price * (after"],
            "not what it takes in",
        ),
        ("cloud_profit-stake", ["old_fee * before", "old_fee * after"], "what it earned before"),
        (
            "cloud_profit-stake",
            ["1.0 if gain >= fees_lost else gain / fees_lost", "fees_lost / gain"],
            "turn it round",
        ),
        (
            "cloud_profit-stake",
            ["else gain / fees_lost", "else 100 * gain / fees_lost"],
            "not a percentage",
        ),
        (
            "adoption_return-gain",
            ["hours * speedup / (1 + speedup)", "hours * speedup"],
            "not a quarter fewer hours",
        ),
        (
            "adoption_return-gain",
            ["hours * speedup / (1 + speedup)", "hours / (1 + speedup)"],
            "still takes",
        ),
        ("adoption_return-gain", ["tokens / 1e6 * token_price + licence", "0"], "has a cost"),
        ("adoption_return-gain", ["token_price + licence", "token_price"], "licence is paid"),
        (
            "adoption_return-gain",
            ["tokens / 1e6 * token_price", "tokens * token_price"],
            "per million tokens",
        ),
        (
            "adoption_return-wage",
            ["hours * (1 - 1 / (1 + speedups))", "hours * speedups"],
            "not a quarter fewer hours",
        ),
        (
            "adoption_return-wage",
            ["hours * (1 - 1 / (1 + speedups))", "hours / (1 + speedups)"],
            "still takes",
        ),
        (
            "adoption_return-wage",
            ["/ 1e6 + licence\n    freed", "/ 1e6\n    freed"],
            "licence is paid",
        ),
        (
            "adoption_return-wage",
            ["hours * (1 - 1 / (1 + speedups))", "hours"],
            "not over all hours",
        ),
        (
            "adoption_return-wage",
            [
                "np.where(speedups > 0, monthly_cost / freed, np.inf)",
                "monthly_cost / (hours * speedups / (1 + speedups))",
            ],
            "slower with the model",
        ),
        (
            "convergence-halflife",
            ["(start - best) / (end - best)", "start / end"],
            "the gap to the leader",
        ),
        (
            "convergence-halflife",
            ["years / halvings", "years * (start - best) / 2 / (start - end)"],
            "not equal steps",
        ),
        ("convergence-halflife", ["np.log2(", "np.log("], "1/e"),
        ("convergence-halflife", ["years / halvings", "years * halvings"], "Divide the years"),
        (
            "convergence-halflife",
            ["(start - best) / (end - best)", "(end - best) / (start - best)"],
            "sign",
        ),
        ("convergence-path", ["best * (1 - progress) ** years", "best"], "does not stand still"),
        (
            "convergence-path",
            ["leader + (start - best) * 0.5", "start * 0.5"],
            "not the laggard's hours",
        ),
        ("convergence-path", ["return leader + ", "return "], "needs the leader's hours too"),
        ("convergence-path", ["(1 - progress) ** years", "(1 - progress * years)"], "compound"),
        ("convergence-path", ["(start - best) * 0.5", "(start - leader) * 0.5"], "gap of time 0"),
        (
            "diffusion-path",
            [
                "start / (ceiling - start) * np.exp",
                "start / (1 - start) * np.exp",
                "ceiling * ratio",
                "ratio",
            ],
            "ceiling",
        ),
        (
            "diffusion-path",
            ["ceiling * ratio / (1 + ratio)", "start * np.exp(rate * years)"],
            "for ever",
        ),
        (
            "diffusion-path",
            ["ceiling * ratio / (1 + ratio)", "ratio / (1 + ratio)"],
            "share of the ceiling",
        ),
        ("diffusion-path", ["np.exp(rate * years)", "(1 + rate) ** years"], "not of 1 + rate"),
        (
            "diffusion-path",
            [
                "ceiling * ratio / (1 + ratio)",
                "ceiling - (ceiling - start) * np.exp(-rate * years)",
            ],
            "the start is slow",
        ),
        (
            "diffusion-wait",
            [
                "(ceiling - start) / (start * (ceiling - reachable))",
                "(1 - start) / (start * (1 - reachable))",
            ],
            "ceiling",
        ),
        (
            "diffusion-wait",
            [
                "reachable * (ceiling - start) / (start * (ceiling - reachable))",
                "reachable / start",
            ],
            "for ever",
        ),
        ("diffusion-wait", ["np.log(reachable", "np.log10(reachable"], "logarithms"),
        (
            "diffusion-wait",
            [
                "reachable * (ceiling - start) / (start * (ceiling - reachable))",
                "reachable / (ceiling - reachable)",
            ],
            "the ratio at the start",
        ),
        ("diffusion-wait", ["np.where(np.isnan(wait), np.inf, wait)", "wait"], "never reached"),
        (
            "pure_equilibria-best",
            ["(payoff == payoff.max(axis=0))", "(payoff == payoff.max(axis=1, keepdims=True))"],
            "you choose the row",
        ),
        (
            "pure_equilibria-best",
            [
                "(payoff == payoff.max(axis=0))",
                "(np.arange(len(payoff))[:, None] == payoff.argmax(axis=0))",
            ],
            "each is a best response",
        ),
        (
            "pure_equilibria-best",
            ["(payoff == payoff.max(axis=0))", "(payoff == payoff.max())"],
            "best of the whole table",
        ),
        (
            "pure_equilibria-best",
            [
                "(payoff == payoff.max(axis=0))",
                "((payoff == payoff.max(axis=0)).all(axis=1, keepdims=True) & (payoff == payoff))",
            ],
            "dominant",
        ),
        (
            "pure_equilibria-best",
            ["(payoff == payoff.max(axis=0))", "(payoff == payoff.min(axis=0))"],
            "best against worst",
        ),
        (
            "pure_equilibria-equilibria",
            [
                "row_stays & column_stays",
                "row_payoff + column_payoff == (row_payoff + column_payoff).max()",
            ],
            "best for the pair",
        ),
        (
            "pure_equilibria-equilibria",
            ["row_stays & column_stays", "row_stays"],
            "must be a best response too",
        ),
        (
            "pure_equilibria-equilibria",
            ["column_payoff.max(axis=1, keepdims=True)", "column_payoff.max(axis=0)"],
            "chooses columns",
        ),
        (
            "pure_equilibria-equilibria",
            [
                "np.argwhere(row_stays & column_stays)",
                "np.argwhere(row_stays & column_stays) + 1",
            ],
            "counted from 0",
        ),
        (
            "pure_equilibria-equilibria",
            ["np.argwhere(row_stays & column_stays)", "np.argwhere(row_stays & column_stays).T"],
            "One row for each equilibrium",
        ),
        (
            "mixed_equilibrium-test",
            ["return p, q", "return q, p"],
            "the *other* player indifferent",
        ),
        ("mixed_equilibrium-test", ["return p, q", "return 1 - p, 1 - q"], "second acts"),
        ("mixed_equilibrium-test", ["return p, q", "return 0.5, 0.5"], "One half each"),
        ("mixed_equilibrium-test", ["return p, q", "return 100 * p, 100 * q"], "not a percentage"),
        ("mixed_equilibrium-test", ["return p, q", "return p / (1 - p), q / (1 - q)"], "odds"),
        (
            "name_game-test",
            [
                "payoff[defect, cooperate] -",
                "payoff[cooperate, defect] -",
                "- payoff[cooperate, defect]\n    if",
                "- payoff[defect, cooperate]\n    if",
            ],
            "rows and columns",
        ),
        ("name_game-test", ['else "stag hunt"', 'else "dilemma"'], "Not every game"),
        ("name_game-test", ["int(payoff[1, 1] > payoff[0, 0])", "0"], "which act brings both more"),
        ("name_game-test", ['"stag hunt"\n', '"stag_hunt"\n'], "spelled as in the task"),
        ("name_game-test", ['"chicken" if', '"dilemma" if'], "two signs"),
        (
            "critical_discount-test",
            ["extra + reward - punishment", "extra + reward - sucker"],
            "lost in each later round",
        ),
        (
            "critical_discount-test",
            ["(extra + reward - punishment)", "(reward - punishment)"],
            "weight of the future",
        ),
        ("critical_discount-test", ["(extra / (extra", "((reward - punishment) / (extra"], "1 − δ"),
        ("critical_discount-test", [" ** (1 / lag)", ""], "noticed late pays for longer"),
        ("critical_discount-test", ["** (1 / lag)", "** lag"], "not less"),
        (
            "risk_dominance-trust",
            ["return fear / (fear + joint_gain)", "return joint_gain / (fear + joint_gain)"],
            "whose act",
        ),
        (
            "risk_dominance-trust",
            ["fear / (fear + joint_gain)", "fear / (reward - sucker)"],
            "defecting brings T",
        ),
        ("risk_dominance-trust", ["fear / (fear + joint_gain)", "fear / joint_gain"], "odds"),
        ("risk_dominance-trust", ["return fear / (fear + joint_gain)", "return 0.5"], "One half"),
        ("risk_dominance-trust", ["(fear + joint_gain)", "(fear - joint_gain)"], "signs"),
        (
            "risk_dominance-safer",
            ["int(second > first)", "int(row_payoff[1, 1] > row_payoff[0, 0])"],
            "better for both",
        ),
        (
            "risk_dominance-safer",
            [
                "int(second > first)",
                "int(sum([row_losses[1], column_losses[1]]) > row_losses[0] + column_losses[0])",
            ],
            "Multiply",
        ),
        ("risk_dominance-safer", ["int(second > first)", "int(second < first)"], "better for both"),
        ("risk_dominance-safer", ["int(second > first)", "1"], "larger product"),
        ("risk_dominance-safer", [" or first == second", ""], "should be refused"),
        ("replicator-test", ["shares @ earned)", "earned.mean())"], "weighted by shares"),
        ("replicator-test", ["shares + step", "shares - step"], "sign"),
        ("replicator-test", ["step * shares * (", "shares * ("], "step size"),
        ("replicator-test", ["payoff @ shares", "payoff.T @ shares"], "rows and columns"),
        ("replicator-test", ["step * shares * (", "step * ("], "its share belongs"),
        ("brier-score", ["np.square(stated - happened)", "np.abs(stated - happened)"], "squared"),
        (
            "brier-score",
            [
                "np.mean(np.square(stated - happened))",
                "np.sqrt(np.mean(np.square(stated - happened)))",
            ],
            "the root",
        ),
        ("brier-score", ["np.mean(np.square", "np.sum(np.square"], "mean, not a sum"),
        ("brier-score", ["(stated - happened))", "(stated - 1 + happened))"], "counts 1"),
        (
            "brier-score",
            ["np.mean(np.square(stated - happened))", "np.mean((stated > 0.5) == happened)"],
            "how sure one was",
        ),
        (
            "brier-voice",
            [
                "np.mean(\n        [(says[way] - outcome) ** 2 "
                "for way, outcome in zip(DIRECTION, HAPPENED)]\n    )",
                "np.mean([((says[way] - HAPPENED[DIRECTION == way]) ** 2).mean() for way in says])",
            ],
            "not each direction",
        ),
        (
            "brier-voice",
            ['"tighter": tighter, "looser": looser', '"tighter": looser, "looser": tighter'],
            "wrong directions",
        ),
        ("brier-voice", ["says[way] - outcome", "1 - says[way] - outcome"], "counts 1"),
        ("brier-voice", ["np.mean(\n", "np.sum(\n"], "mean, not a sum"),
        ("brier-voice", ["(says[way] - outcome) ** 2", "abs(says[way] - outcome)"], "squared"),
        ("brier-calibration", ['side="right"', 'side="left"'], "inner edge"),
        (
            "brier-calibration",
            [
                "stated[members].mean(), happened",
                "(edges[number] + edges[number + 1]) / 2, happened",
            ],
            "middle of the group",
        ),
        (
            "brier-calibration",
            ["happened[members].mean()", "happened[members].sum()"],
            "not the number",
        ),
        (
            "brier-calibration",
            ["row[2] = members.sum()", "row[2] = members.mean()"],
            "share of the group",
        ),
        ("brier-calibration", ["np.nan)", "0.0)"], "without forecasts"),
        (
            "moves_plot-data",
            [
                "np.unique(year[kind == name], return_counts=True)",
                "year[kind == name], np.ones(np.sum(kind == name))",
            ],
            "order and count",
        ),
        ("moves_plot-data", ["np.cumsum(moves)", "moves"], "number so far"),
        ("moves_plot-frame", ["ax.set_ylim(bottom=0)", "ax.set_ylim(bottom=0.5)"], "starts at 0"),
        ("moves_plot-labels", ['xlabel="Year"', 'xlabel="Time"'], "x axis"),
        ("moves_plot-legend", ["ax.legend()", "ax.legend(list(np.unique(kind))[::-1])"], "colour"),
    ],
)
def test_a_common_mistake_is_told_the_idea_to_revisit(test, pieces, words):
    assert words in said(test, changed(test, *pieces))
