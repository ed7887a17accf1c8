# %% right: a plain one
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


# %% right: plain loops
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


# %% right: a factor for each act, stacked
def replicator_path(payoff, start, step, steps):
    if min(start) < 0 or not np.isclose(sum(start), 1, rtol=0, atol=1e-9):
        raise ValueError("no shares")
    x, rows = np.array(start, dtype=float), []
    for _ in range(steps + 1):
        rows.append(x)
        x = x * (1 + step * (np.dot(payoff, x) - np.einsum("i,ij,j", x, payoff, x)))
    return np.vstack(rows)


# %% right: recursion
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


# %% class: another_algorithm
def replicator_path(payoff, start, step, steps):
    # Each step is a matrix times the shares; accumulate() hands the shares on.
    from itertools import accumulate

    table, first = np.array(payoff, dtype=float), np.array(start, dtype=float)
    if first.min() < 0 or abs(float(np.sum(first)) - 1) > 1e-9:
        raise ValueError("shares from 0 on with a sum of 1, please")

    def spread(shares, _):
        ahead = table - shares @ table  # of the average, against each act that is met
        return (np.eye(len(shares)) + step * np.diag(ahead @ shares)) @ shares

    return np.stack(list(accumulate(range(steps), spread, initial=first)))


# %% class: loops
def replicator_path(payoff, start, step, steps):
    shares = []
    total = 0.0
    for share in start:
        if share < 0:
            raise ValueError("a share is negative")
        shares.append(float(share))
        total += float(share)
    if abs(total - 1) > 1e-9:
        raise ValueError("the shares do not sum to 1")
    k = len(shares)
    path = [shares]
    for _ in range(steps):
        old = path[-1]
        earned = []
        for i in range(k):
            mean = 0.0
            for j in range(k):
                mean += float(payoff[i][j]) * old[j]
            earned.append(mean)
        average = 0.0
        for j in range(k):
            average += old[j] * earned[j]
        new = []
        for i in range(k):
            new.append(old[i] + float(step) * old[i] * (earned[i] - average))
        path.append(new)
    return np.array(path, dtype=float)


# %% class: own_payoffs
def replicator_path(payoff, start, step, steps):
    if np.any(start < 0) or abs(start.sum() - 1) > 1e-9:
        raise ValueError("no shares")
    path = [start * 1.0]
    for _ in range(steps):
        x = path[-1]
        earned = payoff.T @ x
        path.append(x + step * x * (earned - x @ earned))
    return np.array(path)


# %% class: vectorised
def replicator_path(payoff, start, step, steps):
    a, x = np.asarray(payoff, dtype=float), np.array(start, dtype=float)
    if np.any(x < 0) or abs(x.sum() - 1) > 1e-9:
        raise ValueError("start must hold shares that sum to 1")
    path = np.tile(x, (steps + 1, 1))
    for n in range(steps):
        f = a @ path[n]
        path[n + 1] = path[n] + step * path[n] * (f - path[n] @ f)
    return path
