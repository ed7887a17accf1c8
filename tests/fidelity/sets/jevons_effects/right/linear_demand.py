# %% a plain one
def point_elasticity(intercept, slope, prices):
    wanted = intercept - slope * prices
    if np.any(prices < 0) or np.any(wanted <= 0):
        raise ValueError("refused")
    return slope * prices / wanted


def turning_gain(intercept, slope, price):
    wanted = intercept - slope * price
    if price <= 0 or wanted <= 0:
        raise ValueError("refused")
    peak = price / (intercept / slope / 2)
    even = slope * price / wanted
    if peak <= 1:
        return 1.0, 1.0
    return peak, even


# %% from the price at which demand ends
def point_elasticity(intercept, slope, prices):
    end = intercept / slope
    if np.min(prices) < 0 or np.max(prices) >= end:
        raise ValueError("refused")
    return prices / (end - prices)


def turning_gain(intercept, slope, price):
    end = intercept / slope
    if not 0 < price < end:
        raise ValueError("refused")
    return np.maximum([2 * price / end, price / (end - price)], 1.0)


# %% a loop and Python floats
def point_elasticity(intercept, slope, prices):
    result = []
    for p in prices:
        q = intercept - slope * p
        if p < 0 or q <= 0:
            raise ValueError("refused")
        result.append(float(slope * p / q))
    return np.array(result)


def turning_gain(intercept, slope, price):
    q = intercept - slope * price
    if price <= 0 or q <= 0:
        raise ValueError("refused")
    e = float(slope * price / q)
    return [2 * e / (1 + e), e] if e > 1 else [1, 1]


# %% np.roots of the parabola
def point_elasticity(intercept, slope, prices):
    q = np.polyval([-slope, intercept], prices)
    if (prices < 0).any() or not (q > 0).all():
        raise ValueError("refused")
    return -np.polyval(np.polyder([-slope, intercept]), prices) * prices / q


def turning_gain(intercept, slope, price):
    if price <= 0 or intercept - slope * price <= 0:
        raise ValueError("refused")
    a, b, c = -slope * price, intercept, -(intercept - slope * price)
    other = c / a  # the product of both roots, one of which is 1
    middle = -b / (2 * a)
    return (max(1 / middle, 1.0), max(1 / other, 1.0))


# %% numbers as 0-d arrays, an extra default argument
def point_elasticity(intercept, slope, prices, sign=1):
    prices = np.array(prices, dtype=float)
    q = intercept - slope * prices
    bad = (prices < 0) | (q <= 0)
    if bad.sum():
        raise ValueError("refused")
    return np.divide(sign * slope * prices, q)


def turning_gain(intercept, slope, price, start=1.0):
    q = intercept - slope * price
    if price <= 0 or q <= 0:
        raise ValueError("refused")
    return np.array(max(start, 2.0 * slope * price / intercept)), np.array(
        max(start, slope * price / q)
    )
