# %% right: a plain one
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


# %% right: np.polyfit with its covariance, as a list
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


# %% right: loops and Python floats
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


# %% right: least squares by numpy.linalg, as an array
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


# %% right: sums without means, the rising slope turned round
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


# %% class: another_algorithm
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or len(np.unique(years)) < 2:
        raise ValueError("points")
    design = np.column_stack([np.ones(len(years)), years - years[0]])
    y = np.log10(prices)
    solution, *_ = np.linalg.lstsq(design, y, rcond=None)
    residuals = y - design @ solution
    error = np.sqrt(
        residuals @ residuals / (len(y) - 2) * np.linalg.inv(design.T @ design)[1, 1]
    )
    low, high = sorted(
        [
            1 - 10 ** (solution[1] + critical * error),
            1 - 10 ** (solution[1] - critical * error),
        ]
    )
    return 1 - 10 ** solution[1], low, high


def table_fit(bar, critical):
    rows = [row for row in PRICES if row[5] >= bar]
    days = np.array([np.datetime64(row[0]) for row in rows]).astype(int)
    return loglinear_fit(
        days / 365.25, np.array([(3 * row[3] + row[4]) / 4 for row in rows]), critical
    )


# %% class: log10_for_log
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or np.all(years == years[0]):
        raise ValueError("too few points")
    (slope, _), covariance = np.polyfit(years, np.log10(prices), 1, cov=True)
    return tuple(
        1 - np.exp(slope + critical * np.sqrt(covariance[0, 0]) * np.array([0, 1, -1]))
    )


def table_fit(bar, critical):
    good = SCORE >= bar
    return loglinear_fit(YEAR[good], (0.75 * INPUT + 0.25 * OUTPUT)[good], critical)


# %% class: loops
def loglinear_fit(years, prices, critical):
    n, different = len(years), False
    for t in years:
        if t != years[0]:
            different = True
    if n < 3 or not different:
        raise ValueError("too few points")
    mean_t = mean_y = 0.0
    for t, p in zip(years, prices):
        mean_t += float(t) / n
        mean_y += float(np.log(p)) / n
    sxx = sxy = 0.0
    for t, p in zip(years, prices):
        sxx += (float(t) - mean_t) ** 2
        sxy += (float(t) - mean_t) * (float(np.log(p)) - mean_y)
    slope, squares = sxy / sxx, 0.0
    for t, p in zip(years, prices):
        squares += (float(np.log(p)) - mean_y - slope * (float(t) - mean_t)) ** 2
    error = (squares / (n - 2) / sxx) ** 0.5
    ends = []
    for k in (0, critical, -critical):
        ends.append(float(1 - np.exp(slope + k * error)))
    return ends


def table_fit(bar, critical):
    years, prices = [], []
    for t, a, b, score in zip(YEAR, INPUT, OUTPUT, SCORE):
        if score >= bar:
            years.append(t)
            prices.append(0.75 * a + 0.25 * b)
    return loglinear_fit(years, prices, critical)


# %% class: vectorised
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or np.ptp(years) == 0:
        raise ValueError("points")
    (slope, _), covariance = np.polyfit(
        years - years.mean(), np.log(prices), 1, cov=True
    )
    return -np.expm1(
        slope + critical * np.sqrt(covariance[0, 0]) * np.array([0, 1, -1])
    )


def table_fit(bar, critical):
    rows = np.nan_to_num(SCORE, nan=-1.0) >= bar
    return loglinear_fit(
        YEAR[rows], (np.c_[INPUT, OUTPUT] @ [0.75, 0.25])[rows], critical
    )
