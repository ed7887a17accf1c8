"""Random arguments for the functions of problem set 2.

Where the text promises an error, about one call in five must raise it.
"""

import numpy as np

from tests.fidelity.draws import number, numbers, one_of, rarely


def demand_spending(rng):
    prices = numbers(rng, 0.02, 90, rng.integers(1, 5))
    price, elasticity = (
        number(rng, 0.02, 90),
        one_of(rng, 0, 1, 0.5, rng.uniform(0, 2.5)),
    )
    if rarely(rng):
        bad = rng.integers(3)
        price = one_of(rng, 0, -2.0) if bad == 0 else price
        elasticity = -0.5 if bad == 1 else elasticity
        if bad == 2:
            prices[rng.integers(len(prices))] = one_of(rng, 0, -1)
    return (
        price,
        one_of(rng, number(rng, 1, 9000), rng.uniform(0.001, 1)),
        elasticity,
        prices,
    )


def _efficiency(rng, least):
    """Gain, pass-through and elasticity, as numbers or as arrays that broadcast.

    The arrays are of floats.
    """
    shapes = one_of(
        rng,
        [(), (), ()],
        [(4,), (), ()],
        [(), (3,), ()],
        [(), (), (2,)],
        [(3,), (), (2, 1)],
        [(3,), (4, 1), ()],
        [(2,), (2,), (2,)],
    )
    gain = np.exp(rng.uniform(np.log(least), np.log(100), shapes[0]))
    passed = np.where(
        rng.random(shapes[1]) < 0.3,
        one_of(rng, 0.0, 1.0, 0.5),
        rng.uniform(0, 1, shapes[1]),
    )
    elasticity = np.where(
        rng.random(shapes[2]) < 0.2,
        one_of(rng, 0.0, 1.0, 2.0),
        rng.uniform(0, 2.5, shapes[2]),
    )
    given = [
        value if value.shape else value.item()
        for value in map(np.asarray, (gain, passed, elasticity))
    ]
    return [
        int(value) + 1 if np.ndim(value) == 0 and rarely(rng) and i == 0 else value
        for i, value in enumerate(given)
    ]


def resource_factor(rng):
    return tuple(_efficiency(rng, 0.3))


def saving_lost(rng):
    gain, *others = _efficiency(rng, 1.01)
    if rarely(rng):
        bad = one_of(rng, 1, 0.5, 1.0)
        if np.ndim(gain):
            gain[rng.integers(len(gain))] = bad
        else:
            gain = bad
    return gain, *others


def backfire_threshold(rng):
    return (
        one_of(rng, -0.1, 1.01, 40)
        if rarely(rng)
        else one_of(rng, 0, 1, 0.5, rng.uniform(0.0005, 1)),
    )


def point_elasticity(rng):
    intercept, slope = number(rng, 0.5, 90), number(rng, 0.1, 9)
    prices = intercept / slope * rng.uniform(0, 0.97, rng.integers(1, 5))
    if rng.random() < 0.3:
        prices[0] = one_of(rng, 0, intercept / slope / 2)
    if rarely(rng):
        prices[rng.integers(len(prices))] = one_of(rng, -0.5, 1.2 * intercept / slope)
    if rng.random() < 0.1:
        intercept, slope, prices = 20, 2, rng.integers(0, 12, 3)
    return intercept, slope, prices


def turning_gain(rng):
    if rng.random() < 0.1:
        return 20, 2, int(rng.integers(-1, 12))
    intercept, slope = number(rng, 0.5, 90), number(rng, 0.1, 9)
    part = (
        one_of(rng, 0, -0.2, 1.2)
        if rarely(rng)
        else one_of(rng, 0.5, rng.uniform(0.01, 0.97), rng.uniform(0.5, 0.97))
    )
    return intercept, slope, intercept / slope * part


def arc_elasticity(rng):
    arguments = [number(rng, 0.02, 90) for _ in range(4)]
    if rarely(rng):
        arguments[rng.integers(4)] = one_of(rng, 0, -0.5)
    elif rng.random() < 0.1:
        arguments[1] = arguments[0]
    elif rng.random() < 0.05:
        arguments[3] = arguments[2]
    return tuple(arguments)


def regression_elasticity(rng):
    n = rng.integers(4, 12)
    years = rng.permutation(n) * 0.25 + rng.uniform(0, 0.2, n) + one_of(rng, 0, 2020)
    prices = np.exp(rng.normal(0, 1, n)) if rng.random() < 0.8 else rng.permutation(n) + 1
    return years, prices, numbers(rng, 0.1, 900, n), one_of(rng, True, False)


def counter_elasticity(rng):
    counter = one_of(rng, "google", "google_api", "openai_api", "doubao", "china")
    fall = one_of(rng, 10, 2, number(rng, 1.2, 900))
    if rarely(rng):
        counter, fall = one_of(rng, ("mars", fall), (counter, 1), (counter, 0.5), (counter, -3.0))
    return counter, max(fall, 2) if fall == 1 and rng.random() < 0.5 else fall


def _growth(rng):
    """A factor by which something grew, now and then less than 1."""
    return one_of(rng, number(rng, 1.2, 2000), rng.uniform(0.2, 0.9))


def _shifts(rng):
    return np.array([_growth(rng) for _ in range(rng.integers(0, 4))], dtype=float)


def elasticity_left(rng):
    growth, fall, shifts = _growth(rng), _growth(rng), _shifts(rng)
    if rarely(rng):
        growth, fall = one_of(
            rng, (0, fall), (-2.0, fall), (growth, 0), (growth, -1.0), (growth, 1)
        )
    elif rarely(rng) and len(shifts):
        shifts[rng.integers(len(shifts))] = one_of(rng, 0, -2)
    return growth, 2 if fall == 1 and isinstance(fall, np.floating) else fall, shifts


def growth_shares(rng):
    growth, fall, shifts = _growth(rng), _growth(rng), _shifts(rng)
    if rarely(rng):
        growth, fall = one_of(rng, (0, fall), (-2.0, fall), (1, fall), (growth, 0), (growth, -1.0))
    elif rarely(rng) and len(shifts):
        shifts[rng.integers(len(shifts))] = one_of(rng, 0, -2)
    return growth, fall, one_of(rng, 0, 1, rng.uniform(0, 2.5)), shifts


def inference_share(rng):
    share = one_of(rng, 0, 1, -0.2, 1.4, 40) if rarely(rng) else rng.uniform(0.001, 0.999)
    years = rng.uniform(0, 6, rng.integers(1, 5)) if rng.random() < 0.6 else rng.integers(0, 7, 4)
    years = years if rng.random() < 0.7 else years[0].item()
    return share, number(rng, 0.3, 5), number(rng, 0.3, 5), years


def years_to_parity(rng):
    share = (
        one_of(rng, 0, 1, -0.2, 1.4, 40)
        if rarely(rng)
        else one_of(rng, 0.5, rng.uniform(0.01, 0.49), rng.uniform(0.51, 0.99))
    )
    training = number(rng, 0.3, 5)
    return share, training, training if rarely(rng) else number(rng, 0.3, 5)


def lifetime_flop(rng):
    if rarely(rng):  # a toy so small that rounding shows
        return tuple(rng.uniform(0.001, 1, 3))
    return (
        number(rng, 1e8, 1e12),
        one_of(rng, 0, number(rng, 1e9, 1e14)),
        one_of(rng, 0, number(rng, 1e9, 1e16)),
    )


def _law(rng):
    published = [
        (1.69, 406.4, 410.7, 0.34, 0.28),
        (1.8172, 482.01, 2085.43, 0.3478, 0.3658),
    ]
    return one_of(
        rng,
        *published,
        (
            rng.uniform(0, 2),
            rng.uniform(50, 500),
            rng.uniform(50, 3000),
            rng.uniform(0.25, 0.5),
            rng.uniform(0.25, 0.5),
        ),
    )


def tokens_needed(rng):
    if rng.random() < 0.1:  # nothing left for the data, in numbers without rounding
        return (
            np.array([4.0, 16.0, 64.0]),
            one_of(rng, 2.0, 3.0),
            (1.0, 4.0, 9.0, 0.5, 0.5),
        )
    if rng.random() < 0.1:  # a toy so small that rounding shows
        return (
            rng.uniform(0.005, 0.05, rng.integers(1, 6)),
            rng.uniform(0.3, 0.6),
            (0.1, 0.02, 0.03, 0.5, 0.5),
        )
    law = _law(rng)
    return (
        np.exp(rng.uniform(np.log(1e8), np.log(1e12), rng.integers(1, 6))),
        law[0] + rng.uniform(0.02, 0.6),
        law,
    )


def best_size(rng):
    sizes, loss, law = tokens_needed(rng)
    served = one_of(rng, 0, 3e12, np.exp(rng.uniform(np.log(1e11), np.log(1e16))))
    return sizes, served if sizes.max() > 1 else served / 1e13, loss, law


def _demand(rng):
    """Choke price, cost and size of a market; one in five costs too much."""
    choke, size = number(rng, 0.02, 90), one_of(rng, 1, 2, number(rng, 0.1, 50))
    return (
        choke,
        choke * (one_of(rng, 1, 1.3) if rarely(rng) else one_of(rng, 0, rng.uniform(0.01, 0.95))),
        size,
    )


def cournot(rng):
    sellers = rng.integers(1, 40, rng.integers(1, 5))
    return *_demand(rng), sellers if rng.random() < 0.7 else sellers.astype(float)


def entrants(rng):
    if rng.random() < 0.2:  # sellers that earn exactly the fixed cost, in numbers without rounding
        return (
            10,
            one_of(rng, 2, 6),
            *one_of(rng, (1, 1), (4, 1), (4, 4), (1, 0.25), (1, 16.0)),
        )
    choke, cost, size = _demand(rng)
    if rarely(rng):
        return choke, cost, size, one_of(rng, 0, -4.0)
    return (
        choke,
        cost,
        size,
        size * (choke - cost) ** 2 / rng.uniform(0.3, 40) ** 2 if choke > cost else 1.0,
    )


def stacked_prices(rng):
    choke = number(rng, 0.02, 90)
    first, second = rng.uniform(0, 0.48, 2) * choke
    if rarely(rng):
        first, second = one_of(rng, (choke, 0), (0, choke), (0.7 * choke, 0.6 * choke))
    elif rarely(rng):
        first, second = one_of(rng, (0, second), (first, 0))
    return choke, first, second


def merger_gain(rng):
    return *stacked_prices(rng), one_of(rng, 1, number(rng, 0.1, 900))


def xpu_breakeven(rng):
    if rng.random() < 0.1:
        return 300, 6, 2, np.array([12, 15, 11])
    chip, each = number(rng, 100, 20_000), one_of(rng, 1, 2, rng.uniform(0.3, 3))
    return (
        number(rng, 1e6, 1e9),
        chip,
        each,
        numbers(rng, 0.4, 9, rng.integers(1, 5)) * chip * each,
    )


def defending_price(rng):
    gpus = numbers(rng, 1, 1e6, rng.integers(1, 5))
    if rarely(rng):
        gpus[rng.integers(len(gpus))] = one_of(rng, 0, -5)
    return (
        number(rng, 1, 1e9),
        number(rng, 1, 20_000),
        one_of(rng, 1, 2, rng.uniform(0.3, 3)),
        gpus,
    )


def logistic_fit(rng):
    n = rng.integers(2, 10)
    years = rng.permutation(n) * 0.5 + rng.uniform(0, 0.3, n) + one_of(rng, 0, 2020)
    ceiling = number(rng, 5, 2000)
    users = ceiling * rng.uniform(0.02, 0.98, n)
    if rarely(rng):
        users[rng.integers(n)] = one_of(rng, 0, -1, ceiling, 1.1 * ceiling)
    return years, users, ceiling


def logistic_path(rng):
    middle = one_of(rng, 0, rng.uniform(-3, 6), rng.uniform(2020, 2030))
    years = middle + rng.uniform(-6, 6, rng.integers(1, 5))
    if rng.random() < 0.3:
        middle, years = 3, rng.integers(0, 8, 4)
    return (
        one_of(rng, 0, 1, rng.uniform(-2, 3)),
        middle,
        one_of(rng, number(rng, 1, 2000), rng.uniform(0.001, 1)),
        years,
    )


def growth_plot(rng):
    names = rng.permutation(["Ada", "Bo", "Cy", "Dot", "Eve", "Finn", "Gus", "Hal"])[
        : rng.integers(1, 9)
    ]
    counter = rng.permutation([name for name in names for _ in range(rng.integers(1, 5))])
    years = rng.permutation(np.arange(2000, 2040))[: len(counter)] + (
        0.0 if rng.random() < 0.3 else rng.uniform(0, 0.9, len(counter))
    )
    return counter, years, np.exp(rng.uniform(np.log(1e-3), np.log(1e4), len(counter)))
