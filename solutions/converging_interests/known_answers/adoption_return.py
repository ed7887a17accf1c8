# %% right: a plain one
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if speedup <= -1:
        raise ValueError("nothing would be made")
    saved = hours - hours / (1 + speedup)
    cost = tokens * token_price / 1e6 + licence
    return saved * wage - cost


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if np.any(speedups <= -1):
        raise ValueError("nothing would be made")
    saved = hours - hours / (1 + speedups)
    cost = tokens * token_price / 1e6 + licence
    result = np.full(len(speedups), np.inf)
    result[saved > 0] = cost / saved[saved > 0]
    return result


# %% right: loops
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if not speedup > -1:
        raise ValueError("nothing would be made")
    with_model = hours / (1 + speedup)
    gains = [
        float((hours - with_model) * w - tokens / 1_000_000 * token_price - licence)
        for w in np.atleast_1d(wage)
    ]
    return np.array(gains) if np.ndim(wage) else gains[0]


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    wages = []
    for g in speedups:
        if g <= -1:
            raise ValueError("nothing would be made")
        if g <= 0:
            wages.append(float("inf"))
        else:
            wages.append((tokens / 1e6 * token_price + licence) / (hours * g / (1 + g)))
    return np.array(wages)


# %% right: numpy throughout, 0-d arrays
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if np.less_equal(speedup, -1):
        raise ValueError("nothing would be made")
    return np.asarray(
        np.multiply(wage, hours * (speedup / (1.0 + speedup)))
        - np.dot([tokens * 1e-6, 1.0], [token_price, licence])
    )


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if speedups.min() <= -1:
        raise ValueError("nothing would be made")
    saved = np.where(speedups > 0, hours * speedups / (1 + speedups), 0.0)
    cost = tokens / 1e6 * token_price + licence
    return np.divide(cost, saved, out=np.full(saved.shape, np.inf), where=saved > 0)


# %% right: another algebra
def adoption_return(hours, speedup, wage, tokens, token_price, licence, million=1e6):
    if 1 + speedup <= 0:
        raise ValueError("nothing would be made")
    return (
        hours * speedup * wage
        - (1 + speedup) * (licence + token_price * (tokens / million))
    ) / (1 + speedup)


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if not np.all(speedups > -1):
        raise ValueError("nothing would be made")
    bill = licence + token_price * tokens / 1e6
    return np.array([bill / hours * (1 + 1 / g) if g > 0 else np.inf for g in speedups])


# %% class: another_algorithm
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    # Two bills: the work without the model, and the same work with it.
    if speedup <= -1:
        raise ValueError("nobody works at a speed of 0 or below")
    rate = np.asarray(wage, dtype=float)
    with_model = rate * hours * np.exp(-np.log1p(float(speedup)))
    with_model = with_model + token_price * (tokens * 1e-6) + licence
    return rate * hours - with_model


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    # An hour of work costs cost / hours; g / (1 + g) of it is saved: times 1 + 1 / g.
    gains = np.array(speedups, dtype=float)
    if gains.size and gains.min() <= -1:
        raise ValueError("nobody works at a speed of 0 or below")
    for_each_hour = (token_price * (tokens * 1e-6) + licence) / hours
    wages = np.empty(gains.shape)
    faster = gains > 0
    wages[~faster] = np.inf
    wages[faster] = for_each_hour + for_each_hour / gains[faster]
    return wages


# %% class: hours_for_gap
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if speedup <= -1:
        raise ValueError("nothing would be made")
    return hours * speedup * wage - tokens * token_price / 1e6 - licence


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if np.any(speedups <= -1):
        raise ValueError("nothing would be made")
    saved = np.where(speedups > 0, hours * speedups, np.nan)
    return np.where(
        speedups > 0, (tokens * token_price / 1e6 + licence) / saved, np.inf
    )


# %% class: loops
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if not speedup > -1:
        raise ValueError("the speedup must be above -1")
    hours_with = hours / (1 + speedup)
    saved = hours - hours_with
    cost = tokens / 1_000_000 * token_price + licence
    if np.ndim(wage) == 0:
        return float(saved * float(wage) - cost)
    returns = []
    for one in wage:
        returns.append(float(saved * float(one) - cost))
    return np.array(returns, dtype=float)


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    cost = tokens / 1_000_000 * token_price + licence
    wages = []
    for speedup in speedups:
        speedup = float(speedup)
        if not speedup > -1:
            raise ValueError("a speedup must be above -1")
        if speedup <= 0:
            wages.append(float("inf"))
            continue
        saved = hours * speedup / (1 + speedup)
        wages.append(float(cost / saved))
    return np.array(wages, dtype=float)


# %% class: percent_for_fraction
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if speedup <= -100:
        raise ValueError("nothing would be made")
    return (
        hours * speedup / (100 + speedup) * wage - tokens * token_price / 1e6 - licence
    )


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if np.any(speedups <= -100):
        raise ValueError("nothing would be made")
    saved = np.where(speedups > 0, hours * speedups / (100 + speedups), np.nan)
    return np.where(
        speedups > 0, (tokens * token_price / 1e6 + licence) / saved, np.inf
    )


# %% class: vectorised
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if not speedup > -1:
        raise ValueError("speedup must exceed -1")
    worth = np.asarray(wage, dtype=float) * (hours * speedup / (1 + speedup))
    return worth - (tokens * token_price / 1e6 + licence)


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    g = np.asarray(speedups, dtype=float)
    if not np.all(g > -1):
        raise ValueError("speedups must exceed -1")
    cost = tokens * token_price / 1e6 + licence
    never = np.full(g.shape, np.inf)
    return np.divide(cost * (1 + g), hours * g, out=never, where=g > 0)
