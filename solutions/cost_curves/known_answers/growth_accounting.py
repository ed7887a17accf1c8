# %% right: a plain one
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    ratios = np.array([hardware, utilisation, algorithms, markup], dtype=float)
    if (
        np.any(ratios <= 0)
        or min(price_start, price_end) <= 0
        or price_start == price_end
    ):
        raise ValueError("arguments")
    shares = np.log(ratios) * np.array([1, 1, 1, -1]) / np.log(price_start / price_end)
    return np.append(shares, 1 - shares.sum())


# %% right: decimal logarithms and a loop
import math


def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    for value in (price_start, price_end, hardware, utilisation, algorithms, markup):
        if value <= 0:
            raise ValueError("above 0")
    if price_start == price_end:
        raise ValueError("no change")
    fall = math.log10(price_start) - math.log10(price_end)
    shares = [math.log10(ratio) / fall for ratio in (hardware, utilisation, algorithms)]
    shares.append(-math.log10(markup) / fall)
    shares.append(1 - sum(shares))
    return np.array(shares)


# %% right: the residual as a ratio
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    values = np.array(
        [price_start, price_end, hardware, utilisation, algorithms, markup], dtype=float
    )
    if np.any(values <= 0) or price_end == price_start:
        raise ValueError("arguments")
    rest = price_start / price_end / (hardware * utilisation * algorithms / markup)
    return np.log([hardware, utilisation, algorithms, 1 / markup, rest]) / np.log(
        price_start / price_end
    )


# %% right: negative on both sides, filled in place
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    ratios = [hardware, utilisation, algorithms, markup]
    if (
        not all(x > 0 for x in [price_start, price_end, *ratios])
        or price_start == price_end
    ):
        raise ValueError("arguments")
    change = np.log(price_end) - np.log(price_start)
    shares = np.zeros(5)
    shares[:3] = -np.log([hardware, utilisation, algorithms]) / change
    shares[3] = np.log(markup) / change
    shares[4] = 1 - shares[:4].sum()
    return shares


# %% right: base 2, an extra default argument
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup, log=np.log2
):
    if np.min([price_start, price_end, hardware, utilisation, algorithms, markup]) <= 0:
        raise ValueError("above 0")
    whole = log(price_start / price_end)
    if whole == 0:
        raise ValueError("no change")
    parts = np.stack([log(hardware), log(utilisation), log(algorithms), -log(markup)])
    return np.concatenate([parts, [whole - parts.sum()]]) / whole


# %% class: another_algorithm
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    if not all(
        value > 0
        for value in (price_start, price_end, hardware, utilisation, algorithms, markup)
    ):
        raise ValueError("not above 0")
    if price_start == price_end:
        raise ValueError("nothing to explain")

    # base of the logarithm: the whole fall
    def share(ratio):
        return np.log2(ratio) / (np.log2(price_start) - np.log2(price_end))

    left = price_start / price_end / (hardware * utilisation * algorithms / markup)
    return np.array(
        [
            share(hardware),
            share(utilisation),
            share(algorithms),
            share(1 / markup),
            share(left),
        ]
    )


# %% class: log10_for_log
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    if (
        min(price_start, price_end, hardware, utilisation, algorithms, markup) <= 0
        or price_start == price_end
    ):
        raise ValueError("nothing to explain")
    shares = np.log10([hardware, utilisation, algorithms, 1 / markup]) / np.log(
        price_start / price_end
    )
    return np.append(shares, 1 - shares.sum())


# %% class: loops
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    for value in (price_start, price_end, hardware, utilisation, algorithms, markup):
        if value <= 0:
            raise ValueError("a value is not above 0")
    if price_start == price_end:
        raise ValueError("nothing to explain")
    shares, price = [], price_start
    for gain in (hardware, utilisation, algorithms, 1 / markup):
        shares.append(np.log(price / (price / gain)) / np.log(price_start / price_end))
        price = price / gain
    shares.append(np.log(price / price_end) / np.log(price_start / price_end))
    return np.array(shares)


# %% class: percent_for_fraction
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    if (
        min(price_start, price_end, hardware, utilisation, algorithms, markup) <= 0
        or price_start == price_end
    ):
        raise ValueError("nothing to explain")
    shares = (
        100
        * np.log([hardware, utilisation, algorithms, 1 / markup])
        / np.log(price_start / price_end)
    )
    return np.append(shares, 100 - shares.sum())


# %% class: vectorised
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    values = np.array(
        [price_start, price_end, hardware, utilisation, algorithms, markup], dtype=float
    )
    if (values <= 0).any() or price_start == price_end:
        raise ValueError("values")
    logs = np.log(values)
    shares = logs[2:] * [1, 1, 1, -1] / (logs[0] - logs[1])
    return np.append(shares, 1 - shares.sum())
