# %% a plain one
def least_trust(temptation, reward, punishment, sucker):
    if not (reward > temptation and punishment > sucker):
        raise ValueError("no stag hunt")
    fear = punishment - sucker
    return fear / (reward - temptation + fear)


def safer_equilibrium(row_payoff, column_payoff):
    a = row_payoff[0, 0] - row_payoff[1, 0]
    b = column_payoff[0, 0] - column_payoff[0, 1]
    c = row_payoff[1, 1] - row_payoff[0, 1]
    d = column_payoff[1, 1] - column_payoff[1, 0]
    if min(a, b, c, d) <= 0 or a * b == c * d:
        raise ValueError("no safer one")
    return 0 if a * b > c * d else 1


# %% where two lines cross, arrays of losses
def least_trust(temptation, reward, punishment, sucker):
    if reward <= temptation or punishment <= sucker:
        raise ValueError("no stag hunt")
    slope = np.array([reward - sucker, temptation - punishment], dtype=float)
    return (punishment - sucker) / (slope[0] - slope[1])


def safer_equilibrium(row_payoff, column_payoff):
    rows = np.diag(row_payoff) - np.diag(row_payoff[::-1])
    columns = np.diag(column_payoff) - np.diag(column_payoff[:, ::-1])
    if np.any(np.minimum(rows, columns) <= 0) or np.ptp(rows * columns) == 0:
        raise ValueError("no safer one")
    return np.argmax(rows * columns)


# %% halving the interval; logarithms of the losses
def least_trust(temptation, reward, punishment, sucker, tries=80):
    if temptation >= reward or sucker >= punishment:
        raise ValueError("no stag hunt")
    low, high = 0.0, 1.0
    for _ in range(tries):
        q = (low + high) / 2
        if q * reward + (1 - q) * sucker < q * temptation + (1 - q) * punishment:
            low = q
        else:
            high = q
    return high


def safer_equilibrium(row_payoff, column_payoff):
    products = []
    for act in (0, 1):
        other = 1 - act
        losses = (
            row_payoff[act, act] - row_payoff[other, act],
            column_payoff[act, act] - column_payoff[act, other],
        )
        if losses[0] <= 0 or losses[1] <= 0:
            raise ValueError("no equilibrium")
        products.append(losses[0] * losses[1])
    if products[0] == products[1]:
        raise ValueError("equal")
    return products.index(max(products))


# %% odds, 0-d arrays
def least_trust(temptation, reward, punishment, sucker):
    if not np.all(np.array([reward - temptation, punishment - sucker]) > 0):
        raise ValueError("no stag hunt")
    return np.array(1 / (1 + (reward - temptation) / (punishment - sucker)))


def safer_equilibrium(row_payoff, column_payoff):
    losses = np.array(
        [
            np.subtract(*row_payoff[:, 0]),
            np.subtract(*column_payoff[0]),
            -np.subtract(*row_payoff[:, 1]),
            -np.subtract(*column_payoff[1]),
        ]
    )
    difference = losses[:2].prod() - losses[2:].prod()
    if (losses <= 0).any() or difference == 0:
        raise ValueError("no safer one")
    return np.array(0.0 if difference > 0 else 1.0)
