# %% right: a plain one
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    best, most = (0, 0), 0.0
    for e in range(capacity + 1):
        for c in range(min(quota, capacity - e) + 1):
            price_e, price_c = choke[0] - slope[0] * e, choke[1] - slope[1] * c
            profit = (price_e - unit_cost) * e + ((1 - share) * price_c - unit_cost) * c
            if profit > most:
                best, most = (e, c), profit
    return best


def who_gains(choke, slope, unit_cost, sold, share):
    if share < 0 or share > 1:
        raise ValueError("share")
    price = choke - slope * sold
    levy = share * price[1] * sold[1]
    seller = (price - unit_cost) @ sold - levy
    buyers = (choke - price) * sold / 2
    return np.array([seller, buyers[0], levy, buyers[1]])


# %% right: all pairs on a grid
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    e, c = np.ogrid[: capacity + 1, : quota + 1]
    profit = (
        (choke[0] - slope[0] * e) * e
        + (1 - share) * (choke[1] - slope[1] * c) * c
        - unit_cost * (e + c)
    )
    profit = np.where(e + c <= capacity, profit, -np.inf)
    return np.unravel_index(np.argmax(profit), profit.shape)


def who_gains(choke, slope, unit_cost, sold, share):
    if not 0 <= share <= 1:
        raise ValueError("share")
    revenue = (choke - slope * sold) * sold
    levy = share * revenue[1]
    triangles = 0.5 * slope * sold**2
    return np.array(
        [
            revenue.sum() - unit_cost * sold.sum() - levy,
            triangles[0],
            levy,
            triangles[1],
        ]
    )


# %% right: chip by chip to the market where the next one earns most
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    kept = np.array([1.0, 1.0 - share])
    sold = np.zeros(2)
    for _ in range(capacity):
        gain = kept * (choke - slope * (2 * sold + 1)) - unit_cost
        if sold[1] >= quota:
            gain[1] = -np.inf
        if gain.max() <= 0:
            break
        sold[gain.argmax()] += 1
    return sold


def who_gains(choke, slope, unit_cost, sold, share):
    if np.clip(share, 0, 1) != share:
        raise ValueError("share")
    parts = []
    for a, b, q in zip(choke, slope, sold):
        p = a - b * q
        parts.append((float(p * q), float((a - p) * q / 2)))
    (r_e, s_e), (r_c, s_c) = parts
    return np.array(
        [
            r_e + r_c * (1 - share) - unit_cost * (sold[0] + sold[1]),
            s_e,
            share * r_c,
            s_c,
        ]
    )


# %% right: for each quota of sales in China the best elsewhere, a list
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    found = []
    for c in range(min(quota, capacity) + 1):
        e = np.arange(capacity - c + 1)
        elsewhere = (choke[0] - slope[0] * e - unit_cost) * e
        china = ((1 - share) * (choke[1] - slope[1] * c) - unit_cost) * c
        found.append((elsewhere.max() + china, int(elsewhere.argmax()), c))
    return list(max(found)[1:])


def who_gains(choke, slope, unit_cost, sold, share, half=0.5):
    if share > 1 or share < 0:
        raise ValueError
    (p_e, p_c), (e, c) = choke - slope * sold, sold
    levy = p_c * c * share
    seller = e * (p_e - unit_cost) + c * (p_c - unit_cost) - levy
    return np.array(
        [seller, half * (choke[0] - p_e) * e, levy, half * (choke[1] - p_c) * c]
    )


# %% class: another_algorithm
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    """Quantities with the largest profit for the seller.

    What one more chip adds falls in each market, so each chip may go, one after the
    other, to the market where it adds more, until it adds nothing.
    """
    kept = [1.0, 1.0 - share]

    def adds(market, quantity):
        marginal_revenue = choke[market] - slope[market] * (2 * quantity + 1)
        return kept[market] * marginal_revenue - unit_cost

    sales, room = [0, 0], [capacity, quota]
    for _ in range(int(capacity)):
        options = [(adds(m, sales[m]), -m) for m in (0, 1) if sales[m] < room[m]]
        if not options or max(options)[0] <= 0:
            break
        sales[-max(options)[1]] += 1
    return sales[0], sales[1]


def who_gains(choke, slope, unit_cost, sold, share):
    """Surplus of each party at given sales."""
    if share < 0 or share > 1 or share != share:
        raise ValueError("share must lie between 0 and 1")
    sold = np.asarray(sold, float)
    revenue = choke * sold - slope * sold**2
    worth_to_buyers = choke * sold - slope * sold**2 / 2
    # columns: revenue elsewhere and in China, worth elsewhere and in China, chips made
    parts = np.array(
        [
            [1, 1 - share, 0, 0, -unit_cost],
            [-1, 0, 1, 0, 0],
            [0, share, 0, 0, 0],
            [0, -1, 0, 1, 0],
        ]
    )
    return parts @ np.concatenate([revenue, worth_to_buyers, [sold.sum()]])


# %% class: loops
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    """Quantities with the largest profit for the seller."""
    best, most = (0, 0), None
    for china in range(int(min(quota, capacity)) + 1):
        price_china = float(choke[1]) - float(slope[1]) * china
        from_china = (1 - share) * price_china * china - unit_cost * china
        for elsewhere in range(int(capacity) - china + 1):
            price = float(choke[0]) - float(slope[0]) * elsewhere
            profit = (price - unit_cost) * elsewhere + from_china
            if most is None or profit > most:
                best, most = (elsewhere, china), profit
    return best


def who_gains(choke, slope, unit_cost, sold, share):
    """Surplus of each party at given sales."""
    if not (share >= 0 and share <= 1):
        raise ValueError("share must lie between 0 and 1")
    profit, triangles = 0.0, []
    for i in range(2):
        quantity = float(sold[i])
        price = float(choke[i]) - float(slope[i]) * quantity
        profit += (price - unit_cost) * quantity
        triangles.append((float(choke[i]) - price) * quantity / 2)
        revenue = price * quantity
    handed_over = share * revenue
    return np.array([profit - handed_over, triangles[0], handed_over, triangles[1]])


# %% class: sales_for_profit
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    elsewhere = min(capacity, int((choke[0] - unit_cost) / slope[0]))
    china = min(
        quota,
        capacity - elsewhere,
        int(((1 - share) * choke[1] - unit_cost) / slope[1]),
    )
    return elsewhere, max(china, 0)


def who_gains(choke, slope, unit_cost, sold, share):
    if not 0 <= share <= 1:
        raise ValueError("share")
    price = choke - slope * sold
    levy = share * price[1] * sold[1]
    elsewhere, china = (choke - price) * sold / 2
    return np.array([price @ sold - levy, elsewhere, levy, china])


# %% class: vectorised
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    """Quantities with the largest profit for the seller."""
    elsewhere, china = np.ogrid[: int(capacity) + 1, : int(min(quota, capacity)) + 1]
    profit = (
        (choke[0] - slope[0] * elsewhere) * elsewhere
        + (1 - share) * (choke[1] - slope[1] * china) * china
        - unit_cost * (elsewhere + china)
    )
    profit = np.where(elsewhere + china <= capacity, profit, -np.inf)
    best = np.unravel_index(np.argmax(profit), profit.shape)
    return int(best[0]), int(best[1])


def who_gains(choke, slope, unit_cost, sold, share):
    """Surplus of each party at given sales."""
    if not 0 <= share <= 1:
        raise ValueError("share must lie between 0 and 1")
    choke, slope, sold = np.array([choke, slope, sold], float)
    revenue, triangle = (choke - slope * sold) * sold, slope * sold**2 / 2
    handed = share * revenue[1]
    profit = revenue.sum() - handed - unit_cost * sold.sum()
    return np.array([profit, triangle[0], handed, triangle[1]])
