# %% a plain one
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
            if row_payoff[row, column] == row_best and column_payoff[row, column] == column_best:
                found.append((row, column))
    return np.array(found, dtype=int).reshape(-1, 2)


# %% loops, nobody gains by moving
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


# %% both marks at once
def best_responses(payoff):
    return 1 * (np.amax(payoff, axis=0, keepdims=True) <= payoff)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    marks = best_responses(row_payoff) * best_responses(column_payoff.T).T
    rows, columns = np.nonzero(marks)
    return np.column_stack([rows, columns])


# %% regret of zero
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
