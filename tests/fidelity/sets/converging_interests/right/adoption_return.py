# %% a plain one
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


# %% loops
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


# %% numpy throughout, 0-d arrays
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


# %% another algebra
def adoption_return(hours, speedup, wage, tokens, token_price, licence, million=1e6):
    if 1 + speedup <= 0:
        raise ValueError("nothing would be made")
    return (
        hours * speedup * wage - (1 + speedup) * (licence + token_price * (tokens / million))
    ) / (1 + speedup)


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if not np.all(speedups > -1):
        raise ValueError("nothing would be made")
    bill = licence + token_price * tokens / 1e6
    return np.array([bill / hours * (1 + 1 / g) if g > 0 else np.inf for g in speedups])
