# %% a plain one
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


# %% a loop over the numbers of sellers
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


# %% the best response to equal rivals, in exact steps of quantity
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


# %% filled into an empty table; a number as a float
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


# %% an extra default argument, floor division, a 0-d array
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
