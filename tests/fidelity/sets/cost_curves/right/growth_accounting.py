# %% a plain one
def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
    ratios = np.array([hardware, utilisation, algorithms, markup], dtype=float)
    if np.any(ratios <= 0) or min(price_start, price_end) <= 0 or price_start == price_end:
        raise ValueError("arguments")
    shares = np.log(ratios) * np.array([1, 1, 1, -1]) / np.log(price_start / price_end)
    return np.append(shares, 1 - shares.sum())


# %% decimal logarithms and a loop
import math


def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
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


# %% the residual as a ratio
def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
    values = np.array(
        [price_start, price_end, hardware, utilisation, algorithms, markup], dtype=float
    )
    if np.any(values <= 0) or price_end == price_start:
        raise ValueError("arguments")
    rest = price_start / price_end / (hardware * utilisation * algorithms / markup)
    return np.log([hardware, utilisation, algorithms, 1 / markup, rest]) / np.log(
        price_start / price_end
    )


# %% negative on both sides, filled in place
def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
    ratios = [hardware, utilisation, algorithms, markup]
    if not all(x > 0 for x in [price_start, price_end, *ratios]) or price_start == price_end:
        raise ValueError("arguments")
    change = np.log(price_end) - np.log(price_start)
    shares = np.zeros(5)
    shares[:3] = -np.log([hardware, utilisation, algorithms]) / change
    shares[3] = np.log(markup) / change
    shares[4] = 1 - shares[:4].sum()
    return shares


# %% base 2, an extra default argument
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
