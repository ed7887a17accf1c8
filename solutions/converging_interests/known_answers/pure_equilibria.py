# %% right: a plain one
def best_responses(payoff):
    best = payoff.max(axis=0)
    return np.where(payoff == best, 1, 0)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    found = []
    for row in range(row_payoff.shape[0]):
        for column in range(row_payoff.shape[1]):
            row_best = row_payoff[:, column].max()
            column_best = column_payoff[row].max()
            one, other = row_payoff[row, column], column_payoff[row, column]
            if one == row_best and other == column_best:
                found.append((row, column))
    return np.array(found, dtype=int).reshape(-1, 2)


# %% right: loops, nobody gains by moving
def best_responses(payoff):
    m, n = payoff.shape
    marks = np.zeros((m, n), dtype=int)
    for i in range(m):
        for j in range(n):
            if all(payoff[i, j] >= payoff[k, j] for k in range(m)):
                marks[i, j] = 1
    return marks


def pure_equilibria(row_payoff, column_payoff):
    if np.shape(row_payoff) != np.shape(column_payoff):
        raise ValueError("no game")
    m, n = row_payoff.shape
    cells = []
    for i in range(m):
        for j in range(n):
            moves = [row_payoff[k, j] > row_payoff[i, j] for k in range(m)] + [
                column_payoff[i, k] > column_payoff[i, j] for k in range(n)
            ]
            if not any(moves):
                cells.append([i, j])
    return np.array(cells) if cells else np.empty((0, 2), dtype=int)


# %% right: both marks at once
def best_responses(payoff):
    return 1 * (np.amax(payoff, axis=0, keepdims=True) <= payoff)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    marks = best_responses(row_payoff) * best_responses(column_payoff.T).T
    rows, columns = np.nonzero(marks)
    return np.column_stack([rows, columns])


# %% right: regret of zero
def best_responses(payoff):
    regret = np.max(payoff, axis=0) - payoff
    return (regret == 0).astype(float)


def pure_equilibria(row_payoff, column_payoff, pair=2):
    if row_payoff.ndim != column_payoff.ndim or any(
        a != b for a, b in zip(row_payoff.shape, column_payoff.shape)
    ):
        raise ValueError("no game")
    regret = (row_payoff.max(axis=0) - row_payoff) + (
        column_payoff.max(axis=1)[:, None] - column_payoff
    )
    cells = sorted((i, j) for (i, j), value in np.ndenumerate(regret) if value == 0)
    result = np.zeros((len(cells), pair), int)
    for number, cell in enumerate(cells):
        result[number] = cell
    return result


# %% class: another_algorithm
def best_responses(payoff):
    # Pairs of rows: a row is a best response unless some row beats it.
    table = np.asarray(payoff)
    beaten = (table[np.newaxis, :, :] > table[:, np.newaxis, :]).any(axis=1)
    return np.where(beaten, 0, 1)


def pure_equilibria(row_payoff, column_payoff):
    # Two sets of cells, one for each player; an equilibrium is in both.
    mine, yours = np.asarray(row_payoff), np.asarray(column_payoff)
    if mine.shape != yours.shape:
        raise ValueError("one payoff each for every cell, please")
    row_stays = set(zip(*np.nonzero(best_responses(mine))))
    column_stays = {(i, j) for j, i in zip(*np.nonzero(best_responses(yours.T)))}
    both = sorted(row_stays & column_stays)
    return np.array(both, dtype=int).reshape(len(both), 2)


# %% class: best_for_the_pair
def best_responses(payoff):
    return (payoff == payoff.max(axis=0)).astype(int)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    together = row_payoff + column_payoff
    return np.argwhere(together == together.max())


# %% class: loops
def best_responses(payoff):
    m, n = np.shape(payoff)
    marks = np.zeros((m, n), dtype=int)
    for j in range(n):
        most = payoff[0][j]
        for i in range(1, m):
            if payoff[i][j] > most:
                most = payoff[i][j]
        for i in range(m):
            if payoff[i][j] == most:
                marks[i, j] = 1
    return marks


def pure_equilibria(row_payoff, column_payoff):
    if np.shape(row_payoff) != np.shape(column_payoff):
        raise ValueError("the two tables differ in shape")
    m, n = np.shape(row_payoff)
    cells = []
    for i in range(m):
        for j in range(n):
            stays = True
            for other in range(m):
                if row_payoff[other][j] > row_payoff[i][j]:
                    stays = False
            for other in range(n):
                if column_payoff[i][other] > column_payoff[i][j]:
                    stays = False
            if stays:
                cells.append([i, j])
    if len(cells) == 0:
        return np.empty((0, 2), dtype=int)
    return np.array(cells, dtype=int)


# %% class: own_payoffs
def best_responses(payoff):
    return (payoff == payoff.max(axis=0)).astype(int)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    return np.argwhere(
        (row_payoff == row_payoff.max(axis=0))
        & (column_payoff == column_payoff.max(axis=0))
    )


# %% class: vectorised
def best_responses(payoff):
    payoff = np.asarray(payoff)
    return (payoff == payoff.max(axis=0)).astype(int)


def pure_equilibria(row_payoff, column_payoff):
    a, b = np.asarray(row_payoff), np.asarray(column_payoff)
    if a.shape != b.shape:
        raise ValueError("both tables need the same shape")
    return np.argwhere((a == a.max(axis=0)) & (b == b.max(axis=1, keepdims=True)))
