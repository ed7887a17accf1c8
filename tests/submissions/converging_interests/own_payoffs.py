# A student who lets each player's own payoffs set that player's mix, and compares the
# column player's payoffs along the wrong axis.
# start: solution
# %% pure_equilibria
def best_responses(payoff):
    return (payoff == payoff.max(axis=0)).astype(int)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    return np.argwhere(
        (row_payoff == row_payoff.max(axis=0)) & (column_payoff == column_payoff.max(axis=0))
    )


# %% mixed_equilibrium
def mixed_equilibrium(row_payoff, column_payoff):
    (a, b), (c, d) = row_payoff
    (e, f), (g, h) = column_payoff
    if (a - c) * (b - d) >= 0 or (e - f) * (g - h) >= 0:
        raise ValueError("no mix")
    return (d - b) / (a - c + d - b), (h - g) / (e - f + h - g)


# %% replicator
def replicator_path(payoff, start, step, steps):
    if np.any(start < 0) or abs(start.sum() - 1) > 1e-9:
        raise ValueError("no shares")
    path = [start * 1.0]
    for _ in range(steps):
        x = path[-1]
        earned = payoff.T @ x
        path.append(x + step * x * (earned - x @ earned))
    return np.array(path)
