# %% right: a plain one
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


# %% right: from the price at which demand ends
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


# %% right: a loop and Python floats
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


# %% right: np.roots of the parabola
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


# %% right: numbers as 0-d arrays, an extra default argument
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


# %% class: another_algorithm
def point_elasticity(intercept, slope, prices):
    """Price over what is left up to the price at which demand ends."""
    prices = np.asarray(prices, dtype=float)
    sold = np.polyval([-slope, intercept], prices)
    if np.any(prices < 0) or np.any(~(sold > 0)):
        raise ValueError("a price is negative, or demand is not above 0")
    return prices / (sold / slope)


def turning_gain(intercept, slope, price):
    """Bisection in x = 1 / gain, for the slope and the height of chip-hours."""

    def hours(x):
        return x * (intercept - slope * price * x)

    def bisect(low, high, is_low):
        for _ in range(1100):
            middle = (low + high) / 2
            if middle == low or middle == high:
                break
            low, high = (middle, high) if is_low(middle) else (low, middle)
        return high

    if not (price > 0 and hours(1.0) > 0):
        raise ValueError("the price is not above 0, or demand is not")
    if intercept >= 2 * slope * price:
        return 1.0, 1.0
    peak = bisect(0.0, 1.0, lambda x: intercept > 2 * slope * price * x)
    even = bisect(0.0, peak, lambda x: hours(x) < hours(1.0))
    return 1 / peak, 1 / even


# %% class: elasticity_for_rebound
def point_elasticity(intercept, slope, prices):
    demand = intercept - slope * prices
    if np.any(prices < 0) or np.any(demand <= 0):
        raise ValueError("off the curve")
    return slope * prices / demand


def turning_gain(intercept, slope, price):
    if price <= 0 or intercept - slope * price <= 0:
        raise ValueError("off the curve")
    return np.inf, np.inf  # use grows for ever


# %% class: loops
def point_elasticity(intercept, slope, prices):
    """Slope times price over amount, for one price after the other."""
    found = []
    for price in prices:
        price = float(price)
        amount = intercept - slope * price
        if price < 0:
            raise ValueError("a price must not be negative")
        if not amount > 0:
            raise ValueError("nobody buys at such a price")
        found.append(slope * price / amount)
    return np.array(found, dtype=float)


def turning_gain(intercept, slope, price):
    """Turning points of the parabola x (a - b P x), where x is one over the gain."""
    lost = slope * float(price)  # demand that this price keeps away
    wanted = intercept - lost
    if not price > 0:
        raise ValueError("the price must be above 0")
    if not wanted > 0:
        raise ValueError("nobody buys at such a price")
    if lost <= wanted:  # the elasticity is 1 or less: chip-hours fall at once
        return 1.0, 1.0
    top = intercept / (2 * lost)
    back = 2 * top - 1  # as far from the top as x = 1, on the other side
    return 1 / top, 1 / back


# %% class: slope_for_elasticity
def point_elasticity(intercept, slope, prices):
    if np.any(prices < 0) or np.any(intercept - slope * prices <= 0):
        raise ValueError("off the curve")
    return np.full(len(prices), slope)


def turning_gain(intercept, slope, price):
    demand = intercept - slope * price
    if price <= 0 or demand <= 0:
        raise ValueError("off the curve")
    return max(2 * slope * price / intercept, 1.0), max(slope * price / demand, 1.0)


# %% class: vectorised
def point_elasticity(intercept, slope, prices):
    kept_away = slope * np.asarray(prices, dtype=float)
    if np.any(kept_away < 0) or not np.all(kept_away < intercept):
        raise ValueError("a price must not be negative, and somebody must buy")
    return kept_away / (intercept - kept_away)


def turning_gain(intercept, slope, price):
    if not 0 < slope * price < intercept:
        raise ValueError("the price must be above 0, and somebody must buy")
    ratio = intercept / (slope * price)  # the sum of both x of equal height; one is 1
    return tuple(np.maximum(1.0, 1 / np.array([ratio / 2, ratio - 1])))
