# %% a plain one
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


# %% all pairs on a grid
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


# %% chip by chip to the market where the next one earns most
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


# %% for each quota of sales in China the best elsewhere, a list
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
    return np.array([seller, half * (choke[0] - p_e) * e, levy, half * (choke[1] - p_c) * c])
