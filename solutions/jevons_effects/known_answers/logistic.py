# %% right: a plain one
def logistic_fit(years, users, ceiling):
    if np.any(users <= 0) or np.any(users >= ceiling):
        raise ValueError("no logit")
    logit = np.log(users / (ceiling - users))
    slope, level = np.polyfit(years, logit, 1)
    return slope, -level / slope


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling / (1 + np.exp(-rate * (years - midpoint)))


# %% right: sums and Python floats
import math


def logistic_fit(years, users, ceiling):
    logits = []
    for u in users:
        if u <= 0 or u >= ceiling:
            raise ValueError("no logit")
        logits.append(math.log(u) - math.log(ceiling - u))
    t, y = sum(years) / len(years), sum(logits) / len(logits)
    rate = sum((a - t) * (b - y) for a, b in zip(years, logits)) / sum(
        (a - t) ** 2 for a in years
    )
    return float(rate), float(t - y / rate)


def logistic_path(rate, midpoint, ceiling, years):
    users = []
    for t in years:
        users.append(ceiling / (1 + math.exp(-rate * (float(t) - midpoint))))
    return np.array(users)


# %% right: np.linalg.lstsq, as a list
def logistic_fit(years, users, ceiling):
    share = np.asarray(users) / ceiling
    if not np.all((users > 0) & (users < ceiling)):
        raise ValueError("no logit")
    middle = np.mean(years)
    table = np.column_stack([years - middle, np.ones(len(years))])
    rate, level = np.linalg.lstsq(table, np.log(share) - np.log1p(-share), rcond=None)[
        0
    ]
    return [rate, middle - level / rate]


def logistic_path(rate, midpoint, ceiling, years):
    odds = np.exp(rate * (years - midpoint))
    return ceiling * odds / (1 + odds)


# %% right: the logit upside down, as an array
def logistic_fit(years, users, ceiling):
    if np.min(users) <= 0 or np.max(users) >= ceiling:
        raise ValueError("no logit")
    line = np.polyfit(years - years[0], np.log(ceiling / users - 1), 1)
    return np.array([-line[0], years[0] - line[1] / line[0]])


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling * 0.5 * (1 + np.tanh(rate * (np.asarray(years) - midpoint) / 2))


# %% right: by covariances, np.roots, an extra default argument
def logistic_fit(years, users, ceiling, floor=0):
    bad = (users <= floor) | (users >= ceiling)
    if bad.any():
        raise ValueError("no logit")
    y = np.log(users / (ceiling - users))
    rate = np.cov(years, y, ddof=0)[0, 1] / np.var(years)
    return np.array(rate), np.array(np.mean(years) - np.mean(y) / rate)


def logistic_path(rate, midpoint, ceiling, years, base=np.e):
    return np.divide(ceiling, 1 + base ** (rate * (midpoint - years)))


# %% class: another_algorithm
def logistic_fit(years, users, ceiling):
    """The slope of least squares from all pairs, weighted by their squared distance."""
    users = np.asarray(users, dtype=float)
    if np.any(~(users > 0)) or np.any(~(users < ceiling)):
        raise ValueError("users are not between 0 and the ceiling")
    logit = -np.log(ceiling / users - 1)
    apart = np.subtract.outer(years, years).astype(float)
    rise = np.subtract.outer(logit, logit)
    rate = np.sum(apart * rise) / np.sum(apart * apart)
    return rate, np.mean(years - logit / rate)


def logistic_path(rate, midpoint, ceiling, years):
    """Only powers that shrink; both groups change places at the midpoint."""
    way = rate * (np.asarray(years, dtype=float) - midpoint)
    small = np.exp(-np.abs(way))
    return ceiling * np.where(way < 0, small, 1.0) / (small + 1.0)


# %% class: loops
def logistic_fit(years, users, ceiling):
    """A straight line through the logits, by sums."""
    import math

    logits = []
    for number in users:
        if not 0 < number < ceiling:
            raise ValueError("users must lie between 0 and the ceiling")
        logits.append(math.log(number / (ceiling - number)))
    n = len(logits)
    middle = sum(float(year) for year in years) / n
    height = sum(logits) / n
    above = below = 0.0
    for year, logit in zip(years, logits):
        above += (float(year) - middle) * (logit - height)
        below += (float(year) - middle) ** 2
    rate = above / below
    return rate, middle - height / rate


def logistic_path(rate, midpoint, ceiling, years):
    """Users at each time, without a power that is too large for the computer."""
    import math

    users = []
    for year in years:
        way = float(rate * (year - midpoint))
        if way >= 0:
            users.append(ceiling / (1 + math.exp(-way)))
        else:
            odds = math.exp(way)
            users.append(ceiling * odds / (1 + odds))
    return np.array(users, dtype=float)


# %% class: shifts_ignored
def logistic_fit(years, users, ceiling):
    if np.any(users <= 0) or np.any(users >= ceiling):
        raise ValueError("no logit")
    rate, level = np.polyfit(years, np.log(users), 1)
    return rate, (np.log(ceiling / 2) - level) / rate


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling / 2 * np.exp(rate * (years - midpoint))


# %% class: vectorised
def logistic_fit(years, users, ceiling):
    years, users = np.asarray(years, dtype=float), np.asarray(users, dtype=float)
    if not np.all((users > 0) & (users < ceiling)):
        raise ValueError("users must lie between 0 and the ceiling")
    centre = years.mean()
    rate, height = np.polyfit(years - centre, np.log(users / (ceiling - users)), 1)
    return rate, centre - height / rate


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling / (1 + np.exp(-rate * (np.asarray(years, dtype=float) - midpoint)))
