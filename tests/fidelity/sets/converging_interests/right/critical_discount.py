# %% a plain one
def critical_discount(temptation, reward, punishment, sucker, lag):
    if not reward > punishment > sucker:
        raise ValueError("no order")
    if lag < 1:
        raise ValueError("no lag")
    t = np.asarray(temptation, dtype=float)
    part = (t - reward) / np.maximum(t - punishment, reward - punishment)
    return np.maximum(part, 0) ** (1 / lag)


# %% a loop, Python numbers
def critical_discount(temptation, reward, punishment, sucker, lag):
    if punishment >= reward or sucker >= punishment or lag < 1:
        raise ValueError("no order")
    values = []
    for t in np.atleast_1d(temptation):
        values.append(0.0 if t <= reward else float(((t - reward) / (t - punishment)) ** (1 / lag)))
    return np.array(values) if np.ndim(temptation) else values[0]


# %% the weight of the future, the root as a logarithm
def critical_discount(temptation, reward, punishment, sucker, lag):
    if min(reward - punishment, punishment - sucker) <= 0 or lag <= 0:
        raise ValueError("no order")
    needed = np.clip((np.asarray(temptation) - reward) / (reward - punishment), 0, None)
    share = needed / (1 + needed)
    return np.where(share > 0, np.exp(np.log(np.where(share > 0, share, 1.0)) / lag), 0.0)


# %% the root by halving, from the sums over rounds
def critical_discount(temptation, reward, punishment, sucker, lag, tries=60):
    if not (reward > punishment and punishment > sucker and lag >= 1):
        raise ValueError("no order")

    def one(t):
        low, high = 0.0, 1.0
        for _ in range(tries):
            d = (low + high) / 2
            if t * (1 - d**lag) + punishment * d**lag > reward:
                low = d
            else:
                high = d
        return high if t > reward else 0

    return np.vectorize(one, otypes=[float])(temptation) if np.ndim(temptation) else one(temptation)
