# %% a plain one
def replicator_path(payoff, start, step, steps):
    if np.any(start < 0) or abs(start.sum() - 1) > 1e-9:
        raise ValueError("no shares")
    result = np.zeros((steps + 1, len(start)))
    result[0] = start
    for i in range(steps):
        x = result[i]
        f = payoff @ x
        average = np.sum(x * f)
        result[i + 1] = x + step * x * (f - average)
    return result


# %% plain loops
def replicator_path(payoff, start, step, steps):
    k = len(start)
    total = 0.0
    for share in start:
        if share < 0:
            raise ValueError("a negative share")
        total += share
    if total > 1 + 1e-9 or total < 1 - 1e-9:
        raise ValueError("no whole")
    path = [[float(share) for share in start]]
    for _ in range(steps):
        old = path[-1]
        earned = [sum(payoff[i][j] * old[j] for j in range(k)) for i in range(k)]
        mean = sum(old[j] * earned[j] for j in range(k))
        path.append([old[i] + step * old[i] * (earned[i] - mean) for i in range(k)])
    return np.array(path)


# %% a factor for each act, stacked
def replicator_path(payoff, start, step, steps):
    if min(start) < 0 or not np.isclose(sum(start), 1, rtol=0, atol=1e-9):
        raise ValueError("no shares")
    x, rows = np.array(start, dtype=float), []
    for _ in range(steps + 1):
        rows.append(x)
        x = x * (1 + step * (np.dot(payoff, x) - np.einsum("i,ij,j", x, payoff, x)))
    return np.vstack(rows)


# %% recursion
def replicator_path(payoff, start, step, steps, so_far=None):
    if so_far is None:
        if (start < 0).any() or np.abs(1 - np.sum(start)) > 1e-9:
            raise ValueError("no shares")
        so_far = np.asarray(start, dtype=float)[np.newaxis]
    if steps == 0:
        return so_far
    x = so_far[-1]
    f = (payoff * x).sum(axis=1)
    new = x + step * (x * f - x * np.average(f, weights=x) * x.sum())
    return replicator_path(
        payoff, start, step, steps - 1, np.concatenate([so_far, new[np.newaxis]])
    )
