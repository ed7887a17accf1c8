# %% right: a plain one
def elasticity_left(use_growth, price_fall, shifts):
    if use_growth <= 0 or price_fall <= 0 or price_fall == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    anyway = np.prod(shifts)
    return np.log(use_growth / anyway) / np.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if use_growth <= 0 or price_fall <= 0 or use_growth == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    whole = np.log(use_growth)
    of_price = elasticity * np.log(price_fall) / whole
    of_shifts = np.log(shifts) / whole
    rest = 1 - of_price - np.sum(of_shifts)
    return np.concatenate([[of_price], of_shifts, [rest]])


# %% right: a loop and Python floats
import math


def elasticity_left(use_growth, price_fall, shifts):
    if use_growth <= 0 or price_fall <= 0 or price_fall == 1:
        raise ValueError("refused")
    left = math.log(use_growth)
    for shift in shifts:
        if shift <= 0:
            raise ValueError("refused")
        left -= math.log(shift)
    return left / math.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if use_growth <= 0 or price_fall <= 0 or use_growth == 1:
        raise ValueError("refused")
    shares = [elasticity * math.log(price_fall) / math.log(use_growth)]
    for shift in shifts:
        if not shift > 0:
            raise ValueError("refused")
        shares.append(math.log(shift) / math.log(use_growth))
    return np.array(shares + [1 - sum(shares)])


# %% right: decimal logarithms, 0-d arrays
def elasticity_left(use_growth, price_fall, shifts):
    if np.min(np.append(shifts, [use_growth, price_fall])) <= 0 or price_fall == 1:
        raise ValueError("refused")
    return np.array(
        (np.log10(use_growth) - np.log10(shifts).sum()) / np.log10(price_fall)
    )


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if not np.all(np.append(shifts, [use_growth, price_fall]) > 0) or use_growth == 1:
        raise ValueError("refused")
    known = np.hstack([elasticity * np.log2(price_fall), np.log2(shifts)])
    return np.hstack([known, np.log2(use_growth) - known.sum()]) / np.log2(use_growth)


# %% right: shifts divided out one by one
def elasticity_left(use_growth, price_fall, shifts, start=1.0):
    if (
        price_fall in (0, 1)
        or price_fall < 0
        or use_growth <= 0
        or (np.asarray(shifts) <= 0).any()
    ):
        raise ValueError("refused")
    for shift in shifts:
        use_growth = use_growth / shift
    return np.log(use_growth) / np.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if (
        price_fall <= 0
        or use_growth <= 0
        or use_growth == 1
        or (np.asarray(shifts) <= 0).any()
    ):
        raise ValueError("refused")
    factors = [float(price_fall) ** float(elasticity), *shifts]
    left = float(use_growth)
    for factor in factors:
        left = left / factor
    return np.log(np.array([*factors, left])) / np.log(use_growth)


# %% right: filled into an empty array, np.log with a base
def elasticity_left(use_growth, price_fall, shifts):
    known = np.array([use_growth, price_fall, *shifts], dtype=float)
    if (known <= 0).any() or known[1] == 1:
        raise ValueError("refused")
    logs = np.log(known)
    return float((logs[0] - logs[2:].sum()) / logs[1])


def growth_shares(use_growth, price_fall, elasticity, shifts):
    known = np.array([use_growth, price_fall, *shifts], dtype=float)
    if (known <= 0).any() or known[0] == 1:
        raise ValueError("refused")
    logs, result = np.log(known), np.empty(len(shifts) + 2)
    result[0], result[1:-1] = elasticity * logs[1], logs[2:]
    result[-1] = logs[0] - result[:-1].sum()
    return result / logs[0]


# %% class: another_algorithm
def elasticity_left(use_growth, price_fall, shifts):
    """Recursion: take out the first shift and ask again."""
    if not (use_growth > 0 and price_fall > 0) or price_fall == 1:
        raise ValueError("a factor is not above 0, or the price has not changed")
    if len(shifts) == 0:
        return np.log(use_growth) / np.log(price_fall)
    if not shifts[0] > 0:
        raise ValueError("a shift is not above 0")
    return elasticity_left(use_growth / shifts[0], price_fall, shifts[1:])


def growth_shares(use_growth, price_fall, elasticity, shifts):
    """Differences along the way from no growth to all of it."""
    shifts = np.asarray(shifts, dtype=float)
    if min([use_growth, price_fall, *shifts]) <= 0 or use_growth == 1:
        raise ValueError("a factor is not above 0, or use has not changed")
    by_price = elasticity * np.log(price_fall)
    stops = by_price + np.cumsum(np.log(np.append(1.0, shifts)))
    return np.diff(stops / np.log(use_growth), prepend=0.0, append=1.0)


# %% class: loops
def elasticity_left(use_growth, price_fall, shifts):
    """Take out one shift after the other, then divide by the fall."""
    import math

    for factor in [use_growth, price_fall, *shifts]:
        if not factor > 0:
            raise ValueError("a factor must be above 0")
    if price_fall == 1:
        raise ValueError("the price did not change")
    left = math.log(use_growth)
    for shift in shifts:
        left -= math.log(shift)
    return left / math.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    """Share of the price, of each shift, and what they leave."""
    import math

    for factor in [use_growth, price_fall, *shifts]:
        if not factor > 0:
            raise ValueError("a factor must be above 0")
    if use_growth == 1:
        raise ValueError("there is no growth to share out")
    total = math.log(use_growth)
    shares = [elasticity * math.log(price_fall) / total]
    for shift in shifts:
        shares.append(math.log(shift) / total)
    rest = 1.0
    for share in shares:
        rest -= share
    shares.append(rest)
    return np.array(shares, dtype=float)


# %% class: shifts_ignored
def elasticity_left(use_growth, price_fall, shifts):
    if use_growth <= 0 or price_fall <= 0 or price_fall == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    return np.log(use_growth) / np.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if use_growth <= 0 or price_fall <= 0 or use_growth == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    return np.append(1.0, np.zeros(len(shifts) + 1))


# %% class: vectorised
def elasticity_left(use_growth, price_fall, shifts):
    factors = np.hstack([use_growth, price_fall, np.asarray(shifts, dtype=float)])
    if not np.all(factors > 0) or price_fall == 1:
        raise ValueError("factors must be above 0, and the price must change")
    logs = np.log(factors)
    return (logs[0] - logs[2:].sum()) / logs[1]


def growth_shares(use_growth, price_fall, elasticity, shifts):
    factors = np.hstack([price_fall, np.asarray(shifts, dtype=float)])
    if not (use_growth > 0 and np.all(factors > 0)) or use_growth == 1:
        raise ValueError("factors must be above 0, and use must change")
    weight = np.where(np.arange(len(factors)) == 0, elasticity, 1.0)
    shares = weight * np.log(factors) / np.log(use_growth)
    return np.append(shares, 1 - shares.sum())
