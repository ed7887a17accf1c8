# %% right: a plain one
def cost_ratio(gap, learning, growth, frontier, years):
    if learning <= 0 or learning >= 1:
        raise ValueError("learning")
    doublings = np.log2(growth)
    a_year = (1 - learning) ** doublings * frontier
    return gap * a_year**years


def years_to_parity(gap, learning, growth, frontier):
    if learning <= 0 or learning >= 1:
        raise ValueError("learning")
    if gap <= 1:
        return 0
    a_year = (1 - learning) ** np.log2(growth) * frontier
    if a_year >= 1:
        return np.inf
    return np.log(gap) / -np.log(a_year)


# %% right: both costs, then their ratio; the step in logarithms
def cost_ratio(gap, learning, growth, frontier, years):
    if not 0 < learning < 1:
        raise ValueError("learning")
    b = -np.log2(1 - learning)
    home = gap * np.power(float(growth), -b * np.asarray(years))
    abroad = np.power(float(frontier), -np.asarray(years, dtype=float))
    return home / abroad


def years_to_parity(gap, learning, growth, frontier):
    if not 0 < learning < 1:
        raise ValueError("learning")
    b = -np.log2(1 - learning)
    closing = b * np.log(growth) - np.log(frontier)
    if gap <= 1:
        return 0.0
    return float(np.log(gap) / closing) if closing > 0 else float("inf")


# %% right: a loop over times, bisection
def cost_ratio(gap, learning, growth, frontier, years):
    if learning >= 1 or learning <= 0:
        raise ValueError("learning")
    path = []
    for t in np.atleast_1d(years):
        doublings = float(t) * np.log(growth) / np.log(2)
        path.append(gap * (1 - learning) ** doublings * float(frontier) ** float(t))
    return np.array(path) if np.ndim(years) else path[0]


def years_to_parity(gap, learning, growth, frontier):
    if learning >= 1 or learning <= 0:
        raise ValueError("learning")
    if gap <= 1:
        return 0.0

    def height(t):
        return np.log(gap) + t * (
            np.log2(growth) * np.log(1 - learning) + np.log(frontier)
        )

    low, high = 0.0, 1e7
    if height(high) > 0:
        return np.inf
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if height(middle) > 0 else (low, middle)
    return high


# %% right: exponentials, 0-d arrays, an extra default argument
def cost_ratio(gap, learning, growth, frontier, years, base=2):
    if not (learning > 0 and learning < 1):
        raise ValueError
    speed = np.log1p(-learning) * np.log(growth) / np.log(base) + np.log(frontier)
    return np.asarray(gap * np.exp(speed * np.asarray(years)))


def years_to_parity(gap, learning, growth, frontier, base=2):
    if not (learning > 0 and learning < 1):
        raise ValueError
    speed = np.log1p(-learning) * np.log(growth) / np.log(base) + np.log(frontier)
    wait = np.where(speed < 0, np.log(max(gap, 1)) / np.abs(speed), np.inf)
    return np.where(gap <= 1, 0.0, wait)


# %% class: another_algorithm
def cost_ratio(gap, learning, growth, frontier, years):
    """Cost of the home chip relative to the foreign one."""
    if learning <= 0 or learning >= 1 or learning != learning:
        raise ValueError("learning must lie between 0 and 1")
    elasticity = np.log1p(-learning) / np.log(2)
    speed = elasticity * np.log(growth) + np.log(frontier)
    return np.exp(np.log(gap) + speed * np.asarray(years, float))


def years_to_parity(gap, learning, growth, frontier):
    """Years until the home chip costs as little as the foreign one."""
    yearly = cost_ratio(1.0, learning, growth, frontier, 1.0)
    if gap <= 1:
        return 0.0
    if yearly >= 1:
        return np.inf
    low, high = 0.0, 1.0
    while gap * yearly**high > 1:
        low, high = high, 2 * high
    for _ in range(80):
        middle = (low + high) / 2
        if gap * yearly**middle > 1:
            low = middle
        else:
            high = middle
    return (low + high) / 2


# %% class: loops
import math


def cost_ratio(gap, learning, growth, frontier, years):
    """Cost of the home chip relative to the foreign one."""
    if not (learning > 0 and learning < 1):
        raise ValueError("learning must lie between 0 and 1")
    ratios = []
    for time in [years] if np.ndim(years) == 0 else years:
        time = float(time)
        doublings = math.log2(growth) * time
        home = float(gap) * (1 - float(learning)) ** doublings
        foreign = 1 / float(frontier) ** time
        ratios.append(home / foreign)
    return ratios[0] if np.ndim(years) == 0 else np.array(ratios, dtype=float)


def years_to_parity(gap, learning, growth, frontier):
    """Years until the home chip costs as little as the foreign one."""
    if not (learning > 0 and learning < 1):
        raise ValueError("learning must lie between 0 and 1")
    if gap <= 1:
        return 0.0
    yearly = (1 - float(learning)) ** math.log2(growth) * float(frontier)
    if yearly >= 1:
        return float("inf")
    return math.log(gap) / -math.log(yearly)


# %% class: no_counterfactual
def cost_ratio(gap, learning, growth, frontier, years):
    if not 0 < learning < 1:
        raise ValueError("learning")
    return gap * (1 - learning) ** (np.log2(growth) * years)


def years_to_parity(gap, learning, growth, frontier):
    if not 0 < learning < 1:
        raise ValueError("learning")
    return 0.0 if gap <= 1 else -np.log(gap) / np.log2(growth) / np.log(1 - learning)


# %% class: percent_for_fraction
def cost_ratio(gap, learning, growth, frontier, years):
    if not 0 < learning < 100:
        raise ValueError("learning")
    return gap * ((1 - learning / 100) ** np.log2(growth) * frontier) ** years


def years_to_parity(gap, learning, growth, frontier):
    if not 0 < learning < 100:
        raise ValueError("learning")
    a_year = (1 - learning / 100) ** np.log2(growth) * frontier
    if gap <= 1:
        return 0.0
    return -np.log(gap) / np.log(a_year) if a_year < 1 else np.inf


# %% class: vectorised
def cost_ratio(gap, learning, growth, frontier, years):
    """Cost of the home chip relative to the foreign one."""
    if not 0 < learning < 1:
        raise ValueError("learning must lie between 0 and 1")
    yearly = (1 - learning) ** np.log2(growth) * frontier
    return gap * yearly ** np.asarray(years, float)


def years_to_parity(gap, learning, growth, frontier):
    """Years until the home chip costs as little as the foreign one."""
    if not 0 < learning < 1:
        raise ValueError("learning must lie between 0 and 1")
    closing = -np.log2(1 - learning) * np.log(growth) - np.log(frontier)
    if gap <= 1:
        return 0.0
    return np.log(gap) / closing if closing > 0 else np.inf
