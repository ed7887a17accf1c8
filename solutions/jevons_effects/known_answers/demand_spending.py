# %% right: a plain one
def demand_spending(price, use, elasticity, new_prices):
    if price <= 0 or np.any(new_prices <= 0) or elasticity < 0:
        raise ValueError("refused")
    ratio = new_prices / price
    wanted = use * ratio ** (-elasticity)
    return np.array([wanted, wanted * new_prices])


# %% right: a loop and Python floats
def demand_spending(price, use, elasticity, new_prices):
    if elasticity < 0 or price <= 0:
        raise ValueError("no such demand")
    amounts, bills = [], []
    for new in new_prices:
        if new <= 0:
            raise ValueError("no such price")
        amounts.append(float(use) * (float(price) / float(new)) ** float(elasticity))
        bills.append(amounts[-1] * float(new))
    return np.array([amounts, bills])


# %% right: by logarithms
def demand_spending(price, use, elasticity, new_prices):
    if min(price, np.min(new_prices)) <= 0 or elasticity < 0:
        raise ValueError
    log_use = np.log(use) - elasticity * (np.log(new_prices) - np.log(price))
    return np.exp(np.vstack([log_use, log_use + np.log(new_prices)]))


# %% right: from the constant of the curve, an extra default argument
def demand_spending(price, use, elasticity, new_prices, months=1):
    if price <= 0 or not (new_prices > 0).all() or elasticity < 0:
        raise ValueError("refused")
    constant = use * float(price) ** elasticity
    q = constant / new_prices.astype(float) ** elasticity
    return np.stack((q * months, q * months * new_prices))


# %% right: spending first, filled into an empty table
def demand_spending(price, use, elasticity, new_prices):
    prices = np.asarray(new_prices, dtype=float)
    if price <= 0 or (prices <= 0).any() or elasticity < 0:
        raise ValueError("refused")
    table = np.empty((2, len(prices)))
    table[1] = price * use * (prices / price) ** (1 - elasticity)
    table[0] = table[1] / prices
    return table


# %% class: another_algorithm
def demand_spending(price, use, elasticity, new_prices):
    """The bill first, a power of the price; then use is the bill over the price."""
    every_price = np.append(new_prices, price).astype(float)
    if elasticity < 0 or np.any(~(every_price > 0)):
        raise ValueError("a price is not above 0, or the elasticity is negative")
    times = every_price / price
    bill = (price * use * times ** (1.0 - elasticity))[:-1]
    return np.array([bill / every_price[:-1], bill])


# %% class: loops
def demand_spending(price, use, elasticity, new_prices):
    """Use and spending at other prices, one price after the other."""
    price, use, elasticity = float(price), float(use), float(elasticity)
    if not elasticity >= 0:
        raise ValueError("the elasticity must not be negative")
    if not price > 0:
        raise ValueError("today's price must be above 0")
    uses, bills = [], []
    for new in new_prices:
        new = float(new)
        if not new > 0:
            raise ValueError("every new price must be above 0")
        wanted = use * (price / new) ** elasticity
        uses.append(wanted)
        bills.append(wanted * new)
    return np.array([uses, bills], dtype=float)


# %% class: slope_for_elasticity
def demand_spending(price, use, elasticity, new_prices):
    if price <= 0 or np.any(new_prices <= 0) or elasticity < 0:
        raise ValueError("prices must be above 0")
    more = use + elasticity * (price - new_prices)
    return np.array([more, more * new_prices])


# %% class: vectorised
def demand_spending(price, use, elasticity, new_prices):
    new_prices = np.asarray(new_prices, dtype=float)
    if not (price > 0 and elasticity >= 0 and np.all(new_prices > 0)):
        raise ValueError("prices must be above 0, the elasticity 0 or above")
    wanted = use * (new_prices / price) ** -float(elasticity)
    return np.stack([wanted, new_prices * wanted])
