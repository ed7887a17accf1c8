# %% a plain one
def logistic_fit(years, users, ceiling):
    if np.any(users <= 0) or np.any(users >= ceiling):
        raise ValueError("no logit")
    logit = np.log(users / (ceiling - users))
    slope, level = np.polyfit(years, logit, 1)
    return slope, -level / slope


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling / (1 + np.exp(-rate * (years - midpoint)))


# %% sums and Python floats
import math


def logistic_fit(years, users, ceiling):
    logits = []
    for u in users:
        if u <= 0 or u >= ceiling:
            raise ValueError("no logit")
        logits.append(math.log(u) - math.log(ceiling - u))
    t, y = sum(years) / len(years), sum(logits) / len(logits)
    rate = sum((a - t) * (b - y) for a, b in zip(years, logits)) / sum((a - t) ** 2 for a in years)
    return float(rate), float(t - y / rate)


def logistic_path(rate, midpoint, ceiling, years):
    users = []
    for t in years:
        users.append(ceiling / (1 + math.exp(-rate * (float(t) - midpoint))))
    return np.array(users)


# %% np.linalg.lstsq, as a list
def logistic_fit(years, users, ceiling):
    share = np.asarray(users) / ceiling
    if not np.all((users > 0) & (users < ceiling)):
        raise ValueError("no logit")
    middle = np.mean(years)
    table = np.column_stack([years - middle, np.ones(len(years))])
    rate, level = np.linalg.lstsq(table, np.log(share) - np.log1p(-share), rcond=None)[0]
    return [rate, middle - level / rate]


def logistic_path(rate, midpoint, ceiling, years):
    odds = np.exp(rate * (years - midpoint))
    return ceiling * odds / (1 + odds)


# %% the logit upside down, as an array
def logistic_fit(years, users, ceiling):
    if np.min(users) <= 0 or np.max(users) >= ceiling:
        raise ValueError("no logit")
    line = np.polyfit(years - years[0], np.log(ceiling / users - 1), 1)
    return np.array([-line[0], years[0] - line[1] / line[0]])


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling * 0.5 * (1 + np.tanh(rate * (np.asarray(years) - midpoint) / 2))


# %% by covariances, np.roots, an extra default argument
def logistic_fit(years, users, ceiling, floor=0):
    bad = (users <= floor) | (users >= ceiling)
    if bad.any():
        raise ValueError("no logit")
    y = np.log(users / (ceiling - users))
    rate = np.cov(years, y, ddof=0)[0, 1] / np.var(years)
    return np.array(rate), np.array(np.mean(years) - np.mean(y) / rate)


def logistic_path(rate, midpoint, ceiling, years, base=np.e):
    return np.divide(ceiling, 1 + base ** (rate * (midpoint - years)))
