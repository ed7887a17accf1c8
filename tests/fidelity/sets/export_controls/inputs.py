"""Random arguments for the functions of problem set 3.

Where the text promises an error, about one call in five must raise it.
"""

import numpy as np

from tests.fidelity.draws import number, numbers, one_of, rarely


def total_performance(rng):
    n, k = rng.integers(1, 6), rng.integers(1, 5)
    bits = rng.permutation([4, 8, 16, 32])[:k]
    peaks = np.exp(rng.uniform(1, 7, (n, k)))
    hidden = rng.random((n, k)) < 0.3
    hidden[np.arange(n), rng.integers(0, k, n)] = False
    return bits, np.where(hidden, np.nan, peaks), rng.random(n) < 0.5


def performance_density(rng):
    d = rng.integers(1, 6)
    areas = np.where(rng.random(d) < 0.2, np.nan, rng.uniform(20, 900, d))
    if rng.random() < 0.2:
        areas = rng.integers(20, 900, d)
    logic = np.zeros(d, bool) if rarely(rng) else rng.random(d) < 0.6
    return number(rng, 1, 9e4), areas, logic


def _near(rng, n, *limits):
    """Numbers at, just below, just above and far from limits."""
    at = rng.choice(limits, n)
    return (
        np.where(
            rng.random(n) < 0.2,
            rng.uniform(0, 2, n),
            rng.choice([1, 1, 0.999, 1.001], n),
        )
        * at
    )


def _hide(rng, values):
    return np.where(rng.random(len(values)) < 0.25, np.nan, values)


def caught_2022(rng):
    n = rng.integers(1, 9)
    return _near(rng, n, 4800), _hide(rng, _near(rng, n, 600))


def caught_2023(rng):
    n = rng.integers(1, 9)
    return (
        _near(rng, n, 4800, 2400, 1600),
        _hide(rng, _near(rng, n, 1.6, 3.2)),
        rng.random(n) < 0.6,
    )


def caught_2026(rng):
    n = rng.integers(1, 9)
    return _near(rng, n, 21000), _hide(rng, _near(rng, n, 6500))


def best_allowed(rng):
    n = rng.integers(1, 8)
    merit = one_of(
        rng,
        rng.integers(-3, 6, n).astype(float),
        rng.uniform(-9, 9, n),
        numbers(rng, 1, 9000, n).astype(float),
    )
    return _hide(rng, merit), rng.choice([0.0, 0.0, 1.0, np.nan], n)


def effective_compute(rng):
    k = rng.integers(1, 5)
    use = one_of(rng, 0, -0.2, 1.01, 40) if rarely(rng) else one_of(rng, 1, rng.uniform(0.01, 1))
    return numbers(rng, 1, 1e5, k), numbers(rng, 0.01, 5, k), use, number(rng, 0.1, 4)


def delay_months(rng):
    shape = one_of(rng, [(), ()], [(4,), ()], [(), (3,)], [(4,), (3, 1)], [(2,), (2,)])
    sides = [numbers(rng, 0.1, 900, *size) if size else number(rng, 0.1, 900) for size in shape]
    return *sides, one_of(rng, 1, 0.5, 0, -3.0) if rarely(rng) else 1 + number(rng, 0.02, 30)


def added_months(rng):
    pace = [1 + number(rng, 0.05, 30) for _ in range(2)]
    if rarely(rng):
        pace[rng.integers(2)] = one_of(rng, 1, 0.5, 0)
    ratio = number(rng, 0.2, 60)
    return ratio, ratio if rng.random() < 0.1 else number(rng, 0.2, 60), *pace


def _market(rng):
    """Demand in two markets and a unit cost, in numbers without rounding."""
    kind = one_of(rng, float, int)
    slope = one_of(rng, rng.integers(1, 4, 2).astype(kind), rng.integers(1, 9, 2) / 4)
    return rng.integers(2, 50, 2).astype(kind), slope, one_of(rng, 0, 2, 3.5)


def best_sales(rng):
    while True:
        choke, slope, cost = _market(rng)
        capacity, quota, share = (
            int(rng.integers(0, 25)),
            int(rng.integers(0, 30)),
            one_of(rng, 0, 0.25, 0.5, 0.125, 1),
        )
        quota = one_of(rng, 0, quota)
        first, second = np.meshgrid(np.arange(capacity + 1), np.arange(min(quota, capacity) + 1))
        profit = (choke[0] - slope[0] * first - cost) * first + (
            (1 - share) * (choke[1] - slope[1] * second) - cost
        ) * second
        profit = profit[first + second <= capacity]
        if np.sum(profit == profit.max()) == 1:  # the text promises that one pair is best
            return choke, slope, cost, capacity, quota, share


def who_gains(rng):
    choke, slope, cost = _market(rng)
    share = one_of(rng, -0.1, 1.25, 25) if rarely(rng) else one_of(rng, 0, 1, rng.uniform(0, 1))
    return (
        choke,
        slope,
        cost,
        one_of(rng, rng.integers(0, 30, 2), rng.uniform(0, 30, 2)),
        share,
    )


def lost_margin(rng):
    diverted = one_of(rng, -0.01, 1.01, 25) if rarely(rng) else one_of(rng, 0, 1, rng.uniform(0, 1))
    return (
        number(rng, 0.1, 900),
        number(rng, 0.1, 40),
        one_of(rng, number(rng, 0.1, 40), -2.5, 0),
        diverted,
    )


def present_losses(rng):
    n = rng.integers(1, 7)
    diverted = rng.choice([0, 1, 0.5, 0.2, 0.85], n)
    if rarely(rng):
        diverted[rng.integers(n)] = one_of(rng, -0.2, 1.01, 40)
    research, rate = (
        one_of(rng, 0, rng.uniform(0, 0.4)),
        one_of(rng, 0, rng.uniform(0, 0.3)),
    )
    return numbers(rng, 0.1, 60, n), rng.uniform(0, 1), diverted, research, rate


def _race(rng):
    learning = one_of(rng, 0, 1, -0.2, 20) if rarely(rng) else rng.uniform(0.05, 0.5)
    return (
        number(rng, 0.3, 8),
        learning,
        one_of(rng, 2, 4, number(rng, 1, 9)),
        one_of(rng, 1, number(rng, 0.8, 3)),
    )


def cost_ratio(rng):
    times = (
        rng.uniform(-3, 9, rng.integers(1, 5)) if rng.random() < 0.6 else rng.integers(-3, 10, 4)
    )
    return *_race(rng), times if rng.random() < 0.7 else times[0].item()


def years_to_parity(rng):
    while True:
        gap, learning, growth, frontier = _race(rng)
        if rng.random() < 0.1:
            gap = 1
        elif rng.random() < 0.1:
            growth, frontier = 1, 1
        fair = not 0 < learning < 1 or (growth, frontier) == (1, 1)
        if fair or abs(np.log2(growth) * np.log(1 - learning) + np.log(frontier)) > 1e-3:
            return gap, learning, growth, frontier


def _ratios(rng, least):
    n = rng.integers(least, 10)
    falling = np.sort(rng.uniform(0.5, 3, n))[::-1].copy()
    return one_of(
        rng,
        rng.uniform(0.3, 3, n),
        rng.choice([0.25, 0.5, 1.0, 2.0, 4.0], n),
        rng.integers(1, 4, n),
        falling,
    )


def chosen(rng):
    habit = one_of(rng, 0.99, 0, -1.3) if rarely(rng) else one_of(rng, 1, 2, 4.0, rng.uniform(1, 2))
    return _ratios(rng, 1), habit, int(rng.integers(0, 12))


def shortest_wall(rng):
    return _ratios(rng, 2), one_of(rng, 1, 2, 1.25, rng.uniform(1, 2))


def deficit_share(rng):
    shape = one_of(
        rng,
        [()] * 4,
        [(3,), (3,), (), (3,)],
        [(), (), (4,), (2, 1)],
        [(2,), (), (), ()],
        [(), (), (), (3,)],
    )
    exports, gaps, sales = [
        numbers(rng, 1, 500, *size) if size else number(rng, 1, 500) for size in shape[:3]
    ]
    if rarely(rng):
        closed, some = one_of(rng, 0, -3), one_of(rng, 0.5, 1)
        gaps = np.where(rng.random(len(gaps)) < some, closed, gaps) if np.ndim(gaps) else closed
    shipped = rng.choice([0, 1, 0.5, 0.03, 0.8], shape[3])
    return exports, exports + gaps, sales, shipped if shape[3] else shipped.item()


def forgone_share(rng):
    years = [int(rng.integers(2019, 2026)), int(rng.integers(2021, 2024))]
    if rarely(rng):
        years[rng.integers(2)] = one_of(rng, 2018, 2030, 0)
    return tuple(years)


def _policies(rng):
    n = rng.integers(1, 8)
    if rng.random() < 0.4:  # ties, in numbers without rounding
        return rng.integers(0, 5, n), rng.integers(0, 9, n)
    return rng.uniform(0, 9, n), rng.uniform(-1, 20, n) if rng.random() < 0.5 else np.exp(
        rng.uniform(-3, 3, n)
    )


def efficient(rng):
    return _policies(rng)


def best_from(rng):
    delays, costs = _policies(rng)
    return (delays, delays**2 / 4 + costs / 9) if rng.random() < 0.4 else (delays, costs)


def _draws(rng):
    s, n = rng.integers(1, 8), rng.integers(1, 5)
    if rng.random() < 0.3:  # ties, in numbers without rounding
        return (
            rng.integers(0, 4, s),
            rng.integers(0, 4, (s, n)),
            rng.integers(0, 4, (s, n)),
        )
    return rng.uniform(0, 6, s), rng.uniform(0, 9, (s, n)), rng.uniform(-1, 20, (s, n))


def expected_worth(rng):
    return _draws(rng)


def chance_best(rng):
    return _draws(rng)


def largest_regret(rng):
    size = rng.integers(1, 6), rng.integers(1, 6)
    return (one_of(rng, rng.uniform(-9, 9, size), rng.integers(-5, 9, size)),)


def rule_plot(rng):
    n = rng.integers(1, 12)
    score, bandwidth = np.exp(rng.uniform(0, 12, (2, n)))
    if rng.random() < 0.3:
        score = score.round() + 1
    return (
        score,
        bandwidth,
        rng.choice([0.0, 1.0, np.nan], n),
        one_of(rng, 4800, number(rng, 0.5, 1e6)),
    )
