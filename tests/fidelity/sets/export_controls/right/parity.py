# %% a plain one
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


# %% both costs, then their ratio; the step in logarithms
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


# %% a loop over times, bisection
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
        return np.log(gap) + t * (np.log2(growth) * np.log(1 - learning) + np.log(frontier))

    low, high = 0.0, 1e7
    if height(high) > 0:
        return np.inf
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if height(middle) > 0 else (low, middle)
    return high


# %% exponentials, 0-d arrays, an extra default argument
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
