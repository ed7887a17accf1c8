# %% a plain one
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or np.all(years == years[0]):
        raise ValueError("too little")
    t, y = years - np.mean(years), np.log(prices)
    slope = t @ y / (t @ t)
    rest = y - y.mean() - slope * t
    error = np.sqrt(rest @ rest / (len(t) - 2) / (t @ t))
    return tuple(1 - np.exp(slope + critical * error * np.array([0, 1, -1])))


def table_fit(bar, critical):
    good = SCORE >= bar
    return loglinear_fit(YEAR[good], 0.75 * INPUT[good] + 0.25 * OUTPUT[good], critical)


# %% np.polyfit with its covariance, as a list
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or len(np.unique(years)) == 1:
        raise ValueError("too little")
    line, spread = np.polyfit(years, np.log(prices), 1, cov=True)
    error = np.sqrt(spread[0, 0])
    slopes = [line[0], line[0] + critical * error, line[0] - critical * error]
    return [1 - np.exp(slope) for slope in slopes]


def table_fit(bar, critical):
    rows = [i for i in range(len(SCORE)) if SCORE[i] >= bar]
    prices = [blended_price(INPUT[i], OUTPUT[i], 0.75) for i in rows]
    return loglinear_fit(np.array([YEAR[i] for i in rows]), np.array(prices), critical)


# %% loops and Python floats
import math


def loglinear_fit(years, prices, critical):
    n = len(years)
    if n <= 2 or min(years) == max(years):
        raise ValueError("too little")
    logs = [math.log(price) for price in prices]
    mean_t, mean_y = sum(years) / n, sum(logs) / n
    across = sum((t - mean_t) * (y - mean_y) for t, y in zip(years, logs))
    along = sum((t - mean_t) ** 2 for t in years)
    slope = float(across / along)
    squares = sum((y - mean_y - slope * (t - mean_t)) ** 2 for t, y in zip(years, logs))
    reach = critical * math.sqrt(squares / (n - 2) / along)
    ends = sorted([1 - math.exp(slope - reach), 1 - math.exp(slope + reach)])
    return (1 - math.exp(slope), *ends)


def table_fit(bar, critical):
    known = ~np.isnan(SCORE)
    keep = known & (np.where(known, SCORE, -1.0) >= bar)
    return loglinear_fit(YEAR[keep], (3 * INPUT[keep] + OUTPUT[keep]) / 4, critical)


# %% least squares by numpy.linalg, as an array
def loglinear_fit(years, prices, critical):
    if np.size(years) < 3 or np.ptp(years) == 0:
        raise ValueError("too little")
    t = years - np.min(years)
    table = np.column_stack([np.ones(len(t)), t])
    beta = np.linalg.lstsq(table, np.log(prices), rcond=None)[0]
    left = np.log(prices) - table @ beta
    error = np.sqrt(left @ left / (len(t) - 2) * np.linalg.inv(table.T @ table)[1, 1])
    return -np.expm1(beta[1] + error * critical * np.array([0.0, 1.0, -1.0]))


def table_fit(bar, critical):
    chosen = np.flatnonzero(SCORE >= bar)
    mixed = np.average([INPUT[chosen], OUTPUT[chosen]], axis=0, weights=[0.75, 0.25])
    return loglinear_fit(YEAR[chosen], mixed, critical)


# %% sums without means, the rising slope turned round
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or all(years == years[0]):
        raise ValueError("too little")
    n, t, y = len(years), years - years[0], -np.log(prices)
    below = n * np.sum(t**2) - np.sum(t) ** 2
    fall = (n * np.sum(t * y) - np.sum(t) * np.sum(y)) / below
    level = (np.sum(y) - fall * np.sum(t)) / n
    s = np.sqrt(np.sum((y - level - fall * t) ** 2) / (n - 2))
    reach = critical * s / np.sqrt(np.sum((t - t.mean()) ** 2))
    return 1 - np.exp(-fall), 1 - np.exp(-fall + reach), 1 - np.exp(-fall - reach)


def table_fit(bar, critical, share=0.75):
    mixed = share * INPUT + (1 - share) * OUTPUT
    good = np.nan_to_num(SCORE, nan=-np.inf) >= bar
    return loglinear_fit(YEAR[good], mixed[good], critical)
