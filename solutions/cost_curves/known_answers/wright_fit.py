# %% right: a plain one
def wright_fit(output, prices):
    if np.any(output <= 0) or np.any(prices <= 0):
        raise ValueError("above 0")
    experience = np.cumsum(output)
    slope, level = np.polyfit(np.log(experience), np.log(prices), 1)
    return np.exp(level), -slope


def progress_ratio(b):
    return 2.0**-b


# %% right: decimal logarithms
def wright_fit(output, prices):
    if np.min(output) <= 0 or np.min(prices) <= 0:
        raise ValueError("above 0")
    slope, level = np.polyfit(np.log10(output.cumsum()), np.log10(prices), 1)
    return [10**level, -slope]


def progress_ratio(b):
    return 1 / 2**b


# %% right: loops and Python floats
import math


def wright_fit(output, prices):
    total, x, y = 0, [], []
    for made, price in zip(output, prices):
        if made <= 0 or price <= 0:
            raise ValueError("above 0")
        total += made
        x.append(math.log(total))
        y.append(math.log(price))
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    slope = sum((u - mean_x) * (v - mean_y) for u, v in zip(x, y)) / sum(
        (u - mean_x) ** 2 for u in x
    )
    return math.exp(mean_y - slope * mean_x), -slope


def progress_ratio(b):
    return math.exp(-b * math.log(2))


# %% right: least squares by numpy.linalg, as an array
def wright_fit(output, prices):
    if not ((output > 0).all() and (prices > 0).all()):
        raise ValueError("above 0")
    table = np.column_stack([np.ones(len(output)), -np.log(np.cumsum(output))])
    level, exponent = np.linalg.lstsq(table, np.log(prices), rcond=None)[0]
    return np.array([np.exp(level), exponent])


def progress_ratio(b):
    return np.array(np.power(0.5, b))


# %% right: covariance over variance, the law itself for the ratio
def wright_fit(output, prices):
    if sum(output <= 0) + sum(prices <= 0) > 0:
        raise ValueError("above 0")
    experience = np.array([np.sum(output[: i + 1]) for i in range(len(output))])
    x, y = np.log(experience), np.log(prices)
    b = -np.cov(x, y, ddof=0)[0, 1] / np.var(x)
    a = np.exp(np.mean(y) + b * np.mean(x))
    return a, b


def progress_ratio(b, a=7.0, q=3.0):
    return (a * (2 * q) ** -float(b)) / (a * q ** -float(b))


# %% right: numpy.polynomial, base 2
def wright_fit(output, prices):
    for values in (output, prices):
        if any(value <= 0 for value in values):
            raise ValueError("above 0")
    level, slope = np.polynomial.polynomial.polyfit(
        np.log2(np.cumsum(output)), np.log2(prices), 1
    )
    return 2**level, -slope


def progress_ratio(b):
    return np.exp2(-b)


# %% class: another_algorithm
def wright_fit(output, prices):
    if min(output) <= 0 or min(prices) <= 0:
        raise ValueError("not above 0")

    def so_far(n):
        return [] if n == 0 else so_far(n - 1) + [sum(output[:n])]

    covariance = np.cov(np.log(so_far(len(output))), np.log(prices))
    b = -covariance[0, 1] / covariance[0, 0]
    return np.exp(np.mean(np.log(prices)) + b * np.mean(np.log(so_far(len(output))))), b


def progress_ratio(b):
    return np.array(0.5**b)


# %% class: log10_for_log
def wright_fit(output, prices):
    if np.any(output <= 0) or np.any(prices <= 0):
        raise ValueError("outputs and prices must be above 0")
    slope, intercept = np.polyfit(np.log10(np.cumsum(output)), np.log10(prices), 1)
    return np.exp(intercept), -slope


def progress_ratio(b):
    return 10.0**-b


# %% class: loops
def wright_fit(output, prices):
    made, x, y = 0, [], []
    for units, price in zip(output, prices):
        if units <= 0 or price <= 0:
            raise ValueError("not above 0")
        made += units
        x.append(float(np.log(made)))
        y.append(float(np.log(price)))
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    sxx = sxy = 0.0
    for u, v in zip(x, y):
        sxx += (u - mean_x) ** 2
        sxy += (u - mean_x) * (v - mean_y)
    return float(np.exp(mean_y - sxy / sxx * mean_x)), -sxy / sxx


def progress_ratio(b):
    return 2 ** (-b)


# %% class: off_by_one_year
def wright_fit(output, prices):
    if np.any(output <= 0) or np.any(prices <= 0):
        raise ValueError("outputs and prices must be above 0")
    before = np.append(output[0], np.cumsum(output)[:-1])
    slope, intercept = np.polyfit(np.log(before), np.log(prices), 1)
    return np.exp(intercept), -slope


def progress_ratio(b):
    return 2.0**-b


# %% class: vectorised
def wright_fit(output, prices):
    if (output <= 0).any() or (prices <= 0).any():
        raise ValueError("not above 0")
    line = np.polynomial.Polynomial.fit(
        np.log(output.cumsum()), np.log(prices), 1
    ).convert()
    return np.exp(line.coef[0]), -line.coef[1]


def progress_ratio(b):
    return np.exp2(-b)
