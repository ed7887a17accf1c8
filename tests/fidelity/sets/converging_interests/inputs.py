"""Random arguments for the functions of problem set 4.

Where the text promises an error, about one call in five must raise it.
"""

import numpy as np

from tests.fidelity.draws import number, numbers, one_of, rarely


def cloud_profit(rng):
    fees = (
        numbers(rng, 0.01, 20, rng.integers(1, 5)) * one_of(rng, 1, 0, 1)
        if rng.random() < 0.6
        else one_of(rng, 0, number(rng, 0.01, 20))
    )
    if rarely(rng):
        fees = one_of(rng, -0.5, -3, fees - np.max(fees) - 1, np.append(fees, -1.5))
    return (
        fees,
        number(rng, 0.1, 9),
        number(rng, 0.1, 9),
        number(rng, 1, 30),
        number(rng, 0.1, 20),
    )


def largest_stake(rng):
    if rng.random() < 0.1:  # gain and loss equal, in numbers without rounding
        return 7.0, 2.0, 1.0, 10.0, one_of(rng, 1, 4, 0.5)
    fee, price, cost = number(rng, 0.1, 9), number(rng, 1, 9), number(rng, 0.1, 2)
    if rarely(rng):
        fee, cost = one_of(rng, (0, cost), (-1.0, cost), (fee, price), (fee, 2 * price))
    return fee, price, cost, number(rng, 2, 30), number(rng, 0.1, 20)


def adoption_return(rng):
    speedup = (
        one_of(rng, -1, -1.5, -20) if rarely(rng) else one_of(rng, 0, 1, -0.5, rng.uniform(-0.9, 2))
    )
    wage = (
        numbers(rng, 0.5, 90, rng.integers(1, 5))
        if rng.random() < 0.5
        else one_of(rng, 0, number(rng, 0.5, 90))
    )
    return (
        number(rng, 1, 200),
        speedup,
        wage,
        one_of(rng, 0, number(rng, 100, 1e8)),
        number(rng, 0.1, 60),
        one_of(rng, 0, number(rng, 1, 90)),
    )


def breakeven_wage(rng):
    n = rng.integers(1, 5)
    speedups = rng.integers(0, 3, n) if rng.random() < 0.3 else rng.uniform(-0.9, 2, n)
    if rarely(rng):
        speedups[rng.integers(n)] = one_of(rng, -1, -3)
    return (
        number(rng, 1, 200),
        speedups,
        one_of(rng, 0, number(rng, 100, 1e8)),
        number(rng, 0.1, 60),
        one_of(rng, 0, number(rng, 1, 90)),
    )


def gap_half_life(rng):
    best, end, start = np.cumsum(rng.uniform(0.1, 30, 3)).tolist()
    if rng.random() < 0.3:
        best, end, start = 12, 16, one_of(rng, 17, 20, 28)
    years = number(rng, 0.2, 30)
    if rarely(rng):
        return one_of(
            rng,
            (end, start, best, years),
            (start, start, best, years),
            (start, best, best, years),
            (start, best, end, years),
            (start, end, best, 0),
            (start, end, best, -2.0),
            (end, best, start, years),
        )
    return start, end, one_of(rng, best, 0), years


def hours_path(rng):
    half_life, progress = (
        number(rng, 0.5, 20),
        one_of(rng, 0, 0.5, -1, rng.uniform(-0.2, 0.4)),
    )
    if rarely(rng):
        half_life, progress = one_of(
            rng, (0, progress), (-2.0, progress), (half_life, 1), (half_life, 1.5)
        )
    times = rng.integers(0, 9, 4) if rng.random() < 0.4 else rng.uniform(0, 15, rng.integers(1, 5))
    return (
        number(rng, 10, 60),
        number(rng, 1, 30),
        half_life,
        progress,
        times if rng.random() < 0.7 else times[0].item(),
    )


def _spread(rng):
    """Start and ceiling, one pair in five refused."""
    ceiling = one_of(rng, 1, 0.5, rng.uniform(0.05, 1))
    start = one_of(rng, ceiling / 2, ceiling * rng.uniform(0.001, 0.99))
    if rarely(rng):
        return one_of(
            rng,
            (0, ceiling),
            (-0.1, ceiling),
            (ceiling, ceiling),
            (ceiling + 0.1, ceiling),
            (start, 1.01),
            (10, 60),
        )
    return start, ceiling


def diffusion_path(rng):
    start, ceiling = _spread(rng)
    times = rng.integers(-4, 7, 4) if rng.random() < 0.4 else rng.uniform(-4, 9, rng.integers(1, 5))
    return (
        start,
        one_of(rng, 0, 1, rng.uniform(-1, 2)),
        ceiling,
        times if rng.random() < 0.7 else times[0].item(),
    )


def years_to_reach(rng):
    start, ceiling = _spread(rng)
    targets = rng.uniform(0.01, 1.1, rng.integers(1, 5))
    targets[rng.random(len(targets)) < 0.3] = one_of(rng, max(ceiling, 0.1), max(start, 0.1))
    rate = one_of(rng, 0, -0.3) if rng.random() < 0.1 else one_of(rng, 1, rng.uniform(0.05, 2))
    return start, rate, ceiling, targets


def _payoffs(rng, *shape):
    """Payoffs with ties now and then."""
    return (
        rng.integers(-3, 5, shape)
        if rng.random() < 0.6
        else rng.normal(0, 4, shape).round(one_of(rng, 0, 3))
    )


def best_responses(rng):
    return (_payoffs(rng, *rng.integers(1, 5, 2)),)


def pure_equilibria(rng):
    shape = rng.integers(1, 5, 2)
    wider, taller = shape + np.array([0, 1]), shape + np.array([1, 0])
    other = one_of(rng, wider, taller, shape[::-1]) if rarely(rng) else shape
    return _payoffs(rng, *shape), _payoffs(rng, *other)


def mixed_equilibrium(rng):
    first, second = (
        rng.integers(0, 6, (2, 2)) if rng.random() < 0.6 else rng.integers(-40, 40, (2, 2)) / 8
        for _ in range(2)
    )
    if rng.random() < 0.6:  # a game that has one, more often than by chance
        first[0, 0] = first[1, 0] + rng.integers(1, 5)
        first[0, 1] = first[1, 1] - rng.integers(1, 5)
        second[0, 0] = second[0, 1] + rng.integers(1, 5)
        second[1, 0] = second[1, 1] - rng.integers(1, 5)
        if rng.random() < 0.5:
            first, second = first[::-1].copy(), second[::-1].copy()
    return first, second


def name_game(rng):
    return (
        rng.integers(0, 5, (2, 2))
        if rng.random() < 0.5
        else rng.normal(0, 4, (2, 2)).round(one_of(rng, 0, 3)),
    )


def critical_discount(rng):
    sucker, punishment, reward = np.cumsum(rng.uniform(0.1, 4, 3)) - one_of(rng, 0, 9)
    if rng.random() < 0.4:
        sucker, punishment, reward = -1, 1, one_of(rng, 2, 3)
    temptation = reward + rng.uniform(-3, 9, rng.integers(1, 5)) * one_of(rng, 1, 1, 0)
    lag = one_of(rng, 1, 1, 2, 3, 7)
    if rarely(rng):
        reward, punishment, sucker, lag = one_of(
            rng,
            (punishment, reward, sucker, lag),
            (reward, reward, sucker, lag),
            (reward, sucker, punishment, lag),
            (reward, punishment, punishment, lag),
            (reward, punishment, sucker, 0),
            (reward, punishment, sucker, -2),
        )
    return (
        temptation if rng.random() < 0.6 else temptation[0].item(),
        reward,
        punishment,
        sucker,
        lag,
    )


def least_trust(rng):
    t, r, p, s = rng.integers(-3, 6, 4).tolist() if rng.random() < 0.5 else rng.normal(0, 4, 4)
    if not rarely(rng):
        r, p = (
            t + abs(r - t) + one_of(rng, 1, 0.25),
            s + abs(p - s) + one_of(rng, 1, 0.5),
        )
    return t, r, p, s


def safer_equilibrium(rng):
    rows, columns = rng.integers(-3, 6, (2, 2, 2))
    if not rarely(rng):
        rows[0, 0], rows[1, 1] = (
            rows[1, 0] + rng.integers(1, 6),
            rows[0, 1] + rng.integers(1, 6),
        )
        columns[0, 0], columns[1, 1] = (
            columns[0, 1] + rng.integers(1, 6),
            columns[1, 0] + rng.integers(1, 6),
        )
    scale = one_of(rng, 1, 0.25)
    return rows * scale, columns * scale


def replicator_path(rng):
    k = rng.integers(1, 5)
    start = rng.dirichlet(np.ones(k))
    if rng.random() < 0.2:
        start = np.eye(k, dtype=int)[rng.integers(k)]
    if rarely(rng):
        start = one_of(rng, start * 1.1, start / 2, np.append(start + 0.2, -0.2 * k), start * 0)
    k = len(start)
    return (
        rng.uniform(-2, 4, (k, k)).round(one_of(rng, 0, 2)),
        start,
        one_of(rng, 0.1, 0.25, rng.uniform(0.01, 0.4)),
        int(rng.integers(0, 5)),
    )


def _forecasts(rng):
    n = rng.integers(1, 9)
    stated = one_of(rng, rng.uniform(0, 1, n), rng.integers(0, 5, n) / 4, rng.integers(0, 2, n))
    return stated, one_of(rng, rng.integers(0, 2, n), rng.random(n) < 0.5)


def brier_score(rng):
    stated, happened = _forecasts(rng)
    if rarely(rng):
        stated = stated * 1.0
        stated[rng.integers(len(stated))] = one_of(rng, 1.01, -0.01, 70)
    return stated, happened


def voice_score(rng):
    return tuple(one_of(rng, 0, 1, 0.5, rng.uniform(0, 1)) for _ in range(3))


def calibration_table(rng):
    inner = one_of(
        rng,
        [],
        [0.5],
        [0.25, 0.5, 0.75],
        np.sort(rng.uniform(0.05, 0.95, 3)),
        [0.1, 0.9],
    )
    return *_forecasts(rng), one_of(rng, np.array([0, *inner, 1]), np.array([0.0, *inner, 1.0]))


def moves_plot(rng):
    names = rng.permutation(["talk", "ban", "deal", "pause", "list", "cut", "visit", "case"])[
        : rng.integers(1, 9)
    ]
    kinds = rng.permutation([name for name in names for _ in range(rng.integers(1, 5))])
    days = rng.permutation(len(names) * 40)  # kinds never share a day, one kind may
    place = {name: i for i, name in enumerate(names)}
    years = (
        one_of(rng, 1990, 2020, 2030)
        + np.array([days[40 * place[kind] + rng.integers(one_of(rng, 2, 40))] for kind in kinds])
        / 64
    )
    return years, kinds
