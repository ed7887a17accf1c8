# %% right: a plain one
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


# %% right: where two lines cross, arrays of losses
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


# %% right: halving the interval; logarithms of the losses
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


# %% right: odds, 0-d arrays
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


# %% class: always_a_dilemma
def least_trust(temptation, reward, punishment, sucker):
    raise ValueError("in a dilemma nobody trusts")


def safer_equilibrium(row_payoff, column_payoff):
    return 1


# %% class: another_algorithm
def least_trust(temptation, reward, punishment, sucker):
    # What cooperating brings more is a line over trust: read off where it is 0.
    without_trust, with_trust = sucker - punishment, reward - temptation
    if without_trust >= 0 or with_trust <= 0:
        raise ValueError("R > T and P > S, please")
    return float(np.interp(0.0, [without_trust, with_trust], [0.0, 1.0]))


def safer_equilibrium(row_payoff, column_payoff):
    # Exact fractions, and ratios of losses instead of products.
    from fractions import Fraction

    a, b = [
        [[Fraction(float(x)) for x in line] for line in np.asarray(table)]
        for table in (row_payoff, column_payoff)
    ]
    row_at_0, row_at_1 = a[0][0] - a[1][0], a[1][1] - a[0][1]
    column_at_0, column_at_1 = b[0][0] - b[0][1], b[1][1] - b[1][0]
    if min(row_at_0, row_at_1, column_at_0, column_at_1) <= 0:
        raise ValueError("somebody would not lose by moving alone")
    rows_lean, columns_lean = row_at_0 / row_at_1, column_at_1 / column_at_0
    if rows_lean == columns_lean:
        raise ValueError("both cells are equally safe")
    return int(rows_lean < columns_lean)


# %% class: best_for_the_pair
def least_trust(temptation, reward, punishment, sucker):
    if reward <= temptation or punishment <= sucker:
        raise ValueError("no stag hunt")
    return (punishment - sucker) / (punishment - sucker + reward - temptation)


def safer_equilibrium(row_payoff, column_payoff):
    together = row_payoff + column_payoff
    return 0 if together[0, 0] > together[1, 1] else 1


# %% class: loops
def least_trust(temptation, reward, punishment, sucker):
    if reward <= temptation or punishment <= sucker:
        raise ValueError("this is no stag hunt: R > T and P > S are needed")
    # cooperate: S + p (R - S); defect: P + p (T - P)
    steeper = (reward - sucker) - (temptation - punishment)
    return float((punishment - sucker) / steeper)


def safer_equilibrium(row_payoff, column_payoff):
    products = []
    for cell in (0, 1):
        other = 1 - cell
        here = float(row_payoff[cell][cell])
        row_loss = here - float(row_payoff[other][cell])
        here = float(column_payoff[cell][cell])
        column_loss = here - float(column_payoff[cell][other])
        if not (row_loss > 0 and column_loss > 0):
            raise ValueError("a cell is no strict equilibrium")
        products.append(row_loss * column_loss)
    if products[0] == products[1]:
        raise ValueError("neither equilibrium is the safer one")
    return 0 if products[0] > products[1] else 1


# %% class: vectorised
def least_trust(temptation, reward, punishment, sucker):
    stakes = np.array([punishment - sucker, reward - temptation], dtype=float)
    if not np.all(stakes > 0):
        raise ValueError("a stag hunt has R > T and P > S")
    return stakes[0] / stakes.sum()


def safer_equilibrium(row_payoff, column_payoff):
    a, b = np.array(row_payoff, dtype=float), np.array(column_payoff, dtype=float)
    losses = np.array([np.diag(a - a[::-1]), np.diag(b - b[:, ::-1])])
    products = losses.prod(axis=0)
    if np.any(losses <= 0) or products[0] == products[1]:
        raise ValueError("two strict equilibria with different products are required")
    return int(products.argmax())
