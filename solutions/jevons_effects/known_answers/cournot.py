# %% right: a plain one
def cournot(choke, cost, size, sellers):
    if cost >= choke:
        raise ValueError("nobody buys")
    margin = (choke - cost) / (sellers + 1)
    price = cost + margin
    profit = size * margin**2
    surplus = size * (choke - price) ** 2 / 2
    return np.array([price, profit, surplus])


def entrants(choke, cost, size, fixed):
    if cost >= choke or fixed <= 0:
        raise ValueError("nobody buys")
    n = 0
    while size * ((choke - cost) / (n + 2)) ** 2 >= fixed:
        n += 1
    return n


# %% right: a loop over the numbers of sellers
def cournot(choke, cost, size, sellers):
    if not cost < choke:
        raise ValueError("nobody buys")
    columns = []
    for n in sellers:
        each = size * (choke - cost) / (n + 1)
        price = choke - n * each / size
        columns.append([price, (price - cost) * each, 0.5 * n * each * (choke - price)])
    return np.array(columns).T


def entrants(choke, cost, size, fixed):
    if not cost < choke or not fixed > 0:
        raise ValueError("nobody buys")
    return int(max(np.floor((choke - cost) * (size / fixed) ** 0.5 - 1), 0))


# %% right: the best response to equal rivals, in exact steps of quantity
def cournot(choke, cost, size, sellers):
    if choke <= cost:
        raise ValueError("nobody buys")
    n = np.asarray(sellers, dtype=float)
    total = size * (choke - cost) * n / (n + 1)
    price = choke - total / size
    return np.vstack([price, (price - cost) * total / n, (choke - price) * total / 2])


def entrants(choke, cost, size, fixed):
    if choke <= cost or fixed <= 0:
        raise ValueError("nobody buys")
    for n in range(1, 100_000):
        if size * (choke - cost) ** 2 < fixed * (n + 1) ** 2:
            return n - 1


# %% right: filled into an empty table; a number as a float
def cournot(choke, cost, size, sellers):
    if cost >= choke:
        raise ValueError("nobody buys")
    table = np.empty((3, len(sellers)))
    table[0] = (choke + sellers * cost) / (1 + sellers)
    table[1] = size * (table[0] - cost) ** 2
    table[2] = 0.5 * size * np.square(choke - table[0])
    return table


def entrants(choke, cost, size, fixed):
    if cost >= choke or fixed <= 0:
        raise ValueError("nobody buys")
    count = np.arange(1, 5000)
    return float(np.sum(size * (choke - cost) ** 2 / (count + 1.0) ** 2 >= fixed))


# %% right: an extra default argument, floor division, a 0-d array
def cournot(choke, cost, size, sellers, others=1):
    if cost >= choke:
        raise ValueError("nobody buys")
    m = (choke - cost) / (np.array(sellers) + others)
    return np.stack([m + cost, m * m * size, (m * sellers) ** 2 * size / 2], axis=0)


def entrants(choke, cost, size, fixed):
    if cost >= choke or fixed <= 0:
        raise ValueError("nobody buys")
    widest = np.sqrt(size * (choke - cost) ** 2 / fixed)
    return np.array(np.maximum(widest // 1 - 1, 0))


# %% class: another_algorithm
def cournot(choke, cost, size, sellers):
    """The price as a weighted mean; the rest as parts of the market's square."""
    if cost >= choke:
        raise ValueError("cost is not below choke")
    part = 1.0 / (1.0 + np.asarray(sellers))
    market = size * (choke - cost) ** 2
    return np.array(
        [
            part * choke + (1 - part) * cost,
            market * part**2,
            market * (1 - part) ** 2 / 2,
        ]
    )


def entrants(choke, cost, size, fixed):
    """Exact fractions: (n + 1) squared is at most the market over the fixed cost."""
    from fractions import Fraction
    from math import isqrt

    if cost >= choke or fixed <= 0:
        raise ValueError("cost is not below choke, or fixed is not above 0")
    a, c, s, f = (Fraction(float(x)) for x in (choke, cost, size, fixed))
    square = s * (a - c) ** 2 / f
    square += square / 10**12  # decimal inputs are rounded: a tie stays a tie
    return max(isqrt(int(square)) - 1, 0)


# %% class: loops
def cournot(choke, cost, size, sellers):
    """Price, profit of one and surplus of users, for each number of sellers."""
    if not cost < choke:
        raise ValueError("the cost must lie below the choke price")
    table = [[], [], []]
    for n in sellers:
        n = int(n)
        price = cost + (choke - cost) / (n + 1)
        sold = size * (choke - price)
        table[0].append(price)
        table[1].append((price - cost) * sold / n)
        table[2].append((choke - price) * sold / 2)
    return np.array(table, dtype=float)


def entrants(choke, cost, size, fixed):
    """Let sellers enter, first in large groups, then in ever smaller ones."""
    if not cost < choke:
        raise ValueError("the cost must lie below the choke price")
    if not fixed > 0:
        raise ValueError("the fixed cost must be above 0")
    enough = fixed * (1 - 1e-12)  # a tie counts as enough, whatever the rounding
    inside = 0
    group = 1
    while size * ((choke - cost) / (group + 1)) ** 2 >= enough:
        group *= 10
    while group >= 1:
        while size * ((choke - cost) / (inside + group + 1)) ** 2 >= enough:
            inside += group
        group //= 10
    return inside


# %% class: vectorised
def cournot(choke, cost, size, sellers):
    if not cost < choke:
        raise ValueError("the cost must lie below the choke price")
    sellers = np.asarray(sellers, dtype=float)
    margin = (choke - cost) / (sellers + 1)
    surplus = size / 2 * (sellers * margin) ** 2
    return np.stack([cost + margin, size * margin**2, surplus])


def entrants(choke, cost, size, fixed):
    if not (cost < choke and fixed > 0):
        raise ValueError("cost below choke, and a fixed cost above 0, please")
    root = (choke - cost) * np.sqrt(size / fixed)
    return int(np.maximum(np.floor(root * (1 + 1e-12)) - 1, 0))
