# %% a plain one
def demand_spending(price, use, elasticity, new_prices):
    if price <= 0 or np.any(new_prices <= 0) or elasticity < 0:
        raise ValueError("refused")
    ratio = new_prices / price
    wanted = use * ratio ** (-elasticity)
    return np.array([wanted, wanted * new_prices])


# %% a loop and Python floats
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


# %% by logarithms
def demand_spending(price, use, elasticity, new_prices):
    if min(price, np.min(new_prices)) <= 0 or elasticity < 0:
        raise ValueError
    log_use = np.log(use) - elasticity * (np.log(new_prices) - np.log(price))
    return np.exp(np.vstack([log_use, log_use + np.log(new_prices)]))


# %% from the constant of the curve, an extra default argument
def demand_spending(price, use, elasticity, new_prices, months=1):
    if price <= 0 or not (new_prices > 0).all() or elasticity < 0:
        raise ValueError("refused")
    constant = use * float(price) ** elasticity
    q = constant / new_prices.astype(float) ** elasticity
    return np.stack((q * months, q * months * new_prices))


# %% spending first, filled into an empty table
def demand_spending(price, use, elasticity, new_prices):
    prices = np.asarray(new_prices, dtype=float)
    if price <= 0 or (prices <= 0).any() or elasticity < 0:
        raise ValueError("refused")
    table = np.empty((2, len(prices)))
    table[1] = price * use * (prices / price) ** (1 - elasticity)
    table[0] = table[1] / prices
    return table
