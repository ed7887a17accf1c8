"""Random arguments for the functions of problem set 1.

Where the text promises an error, about one call in five must raise it.
"""

import numpy as np

from tests.fidelity.draws import number, numbers, one_of, rarely


def blended_price(rng):
    price, share = one_of(
        rng, [(), ()], [(4,), ()], [(), (3,)], [(4,), (3, 1)], [(1,), ()], [(3,), (3,)]
    )
    prices = [numbers(rng, 0.02, 90, *price) if price else number(rng, 0.02, 90) for _ in range(2)]
    shares = rng.uniform(0, 1, share)
    if rng.random() < 0.3:
        shares = np.full(share, one_of(rng, 0, 1, 0.5))
    if rarely(rng):
        shares[rng.random(share) <= one_of(rng, 0.4, 1)] = one_of(rng, -0.01, 1.01, 75, -3)
    return *prices, shares if share else shares.item()


def solved_task_cost(rng):
    tokens = [one_of(rng, 0, int(number(rng, 1, 2e6)), number(rng, 100, 9000)) for _ in range(3)]
    success = one_of(rng, 1, 0, -0.2, 1.01, 80) if rarely(rng) else rng.uniform(0.05, 1)
    return *tokens, number(rng, 0.02, 90), number(rng, 0.02, 90), success


def decline_rate(rng):
    start = np.datetime64("2021-06-01") + rng.integers(1500)
    days = int(rng.integers(-200, 1)) if rarely(rng) else int(rng.integers(1, 1500))
    price = number(rng, 0.02, 90)
    end = (
        price
        if rng.random() < 0.05
        else price * float(np.exp(rng.uniform(-1, 1) * min(3, abs(days) / 10)))
    )
    return price, str(start), end, str(start + days)


def half_life_months(rng):
    return (one_of(rng, 0, 1, -0.25, 80, 1.01) if rarely(rng) else rng.uniform(0.001, 0.999),)


def price_path(rng):
    rate = (
        one_of(rng, 1, 1.5, 80) if rarely(rng) else one_of(rng, 0, -1, 0.5, rng.uniform(-1.5, 0.99))
    )
    times = rng.uniform(-4, 6, rng.integers(1, 5)) if rng.random() < 0.6 else rng.integers(-4, 7, 4)
    return number(rng, 0.02, 90), rate, times if rng.random() < 0.7 else times[0].item()


def loglinear_fit(rng):
    n = rng.integers(1, 3) if rng.random() < 0.1 else rng.integers(3, 12)
    years = rng.permutation(n) * 0.25 + rng.uniform(0, 0.2, n) + one_of(rng, 0, 2020)
    if rng.random() < 0.3:
        years = rng.integers(0, 4, n) + one_of(rng, 0, 2020)
    elif rng.random() < 0.1:
        years = np.full(n, years[0])
    return years, numbers(rng, 0.1, 60, n), one_of(rng, 0, 2, rng.uniform(0, 4))


def table_fit(rng):
    return one_of(rng, rng.uniform(-5, 82), 0, 28.0, 33.0, 47.2, 54.0, 66.9, 76.8, 82.3), one_of(
        rng, 0, 2, rng.uniform(0, 4)
    )


def quality_envelope(rng):
    n, m = rng.integers(1, 10), rng.integers(1, 6)
    years = rng.integers(2020, 2026, n) if rng.random() < 0.5 else rng.uniform(2020, 2026, n)
    scores = np.where(rng.random(n) < 0.2, np.nan, rng.integers(30, 40, n) * 2.0)
    bar = one_of(rng, 0, 60, 66.0, 81, rng.uniform(55, 85))
    at = np.where(rng.random(m) < 0.5, rng.choice(years, m), rng.uniform(2019, 2027, m))
    return years, numbers(rng, 0.02, 90, n), scores, bar, at


def training_flop(rng):
    if rarely(rng):  # a toy so small that rounding shows
        return tuple(rng.uniform(0.001, 1, 3))
    total, tokens = number(rng, 1e8, 1e13), number(rng, 1, 1e14)
    if total * tokens > 2**60:  # NumPy's whole numbers end soon after
        total, tokens = float(total), float(tokens)
    return total, total if rarely(rng) else total * rng.uniform(0.01, 1), tokens


def flop_utilisation(rng):
    if rng.random() < 0.1:
        return one_of(rng, (3.6e18, 1, 1000, False), (7.2e18, 1, 4000, True))
    sparse, dense, hours = (
        one_of(rng, True, False),
        number(rng, 100, 3000),
        number(rng, 1, 1e8),
    )
    done = (
        one_of(rng, rng.uniform(0.05, 0.99), rng.uniform(1.01, 2.5)) * hours * 3600 * dense * 1e12
    )
    return done, hours, dense * (2 if sparse else 1), sparse


def training_cost(rng):
    mfu = one_of(rng, 0, -0.3, 1.2, 40) if rarely(rng) else one_of(rng, 1, rng.uniform(0.02, 1))
    return number(rng, 1e18, 1e26), number(rng, 100, 3000), mfu, number(rng, 0.2, 20)


def cost_table(rng):
    mfus = rng.uniform(0.02, 1, rng.integers(1, 5))
    if rng.random() < 0.3:
        mfus[rng.integers(len(mfus))] = one_of(rng, 1, 0, -0.3, 1.2, 40)
    return (
        number(rng, 1e18, 1e26),
        number(rng, 100, 3000),
        mfus,
        numbers(rng, 0.2, 20, rng.integers(1, 5)),
    )


def growth_accounting(rng):
    arguments = [
        number(rng, 0.01, 100),
        number(rng, 0.01, 100),
        *[number(rng, 0.2, 9) for _ in range(4)],
    ]
    if rarely(rng):
        arguments[rng.integers(6)] = one_of(rng, 0, -0.5)
    elif rng.random() < 0.1:
        arguments[1] = arguments[0]
    return tuple(arguments)


def wright_fit(rng):
    n = rng.integers(2, 10)
    made, prices = numbers(rng, 1, 90, n), numbers(rng, 1, 90, n)
    if rarely(rng):
        one_of(rng, made, prices)[rng.integers(n)] = one_of(rng, 0, -2)
    return made, prices


def progress_ratio(rng):
    return (one_of(rng, 0, 1, 2, -1, rng.uniform(-2, 3)),)


def breakeven_volume(rng):
    if rng.random() < 0.1:  # exactly at full load, in numbers without rounding
        scale = one_of(rng, 0.25, 0.5, 1, 2)
        return 45, 1.25 * scale, 15625.0 * scale, 0.5, np.array([1.5, 0.5, 1.25, 3.5])
    own = one_of(rng, 0, number(rng, 0.02, 2))
    sellers = one_of(
        rng,
        np.array([own, own / 2, 2.0 * own + 1]),
        numbers(rng, 0.02, 60, rng.integers(1, 5)),
    )
    return (
        int(rng.integers(1, 32)),
        number(rng, 0.5, 9),
        number(rng, 100, 30_000),
        own,
        sellers,
    )


def price_plot(rng):
    names = rng.permutation(["Ada", "Bo", "Cy", "Dot", "Eve", "Finn", "Gus", "Hal"])[
        : rng.integers(1, 9)
    ]
    provider = rng.permutation([name for name in names for _ in range(rng.integers(1, 5))])
    years = rng.uniform(2018, 2032, len(provider))
    if rng.random() < 0.3:
        years = years.round()
    return (
        provider,
        years,
        np.exp(rng.uniform(np.log(1e-3), np.log(1e4), len(provider))),
    )
