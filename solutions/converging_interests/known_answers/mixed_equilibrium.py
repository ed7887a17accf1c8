# %% right: a plain one
def mixed_equilibrium(row_payoff, column_payoff):
    (a, b), (c, d) = row_payoff
    (e, f), (g, h) = column_payoff
    if (a - c) * (b - d) >= 0 or (e - f) * (g - h) >= 0:
        raise ValueError("no mix")
    p = (h - g) / ((e - f) + (h - g))
    q = (d - b) / ((a - c) + (d - b))
    return p, q


# %% right: two linear equations each
def mixed_equilibrium(row_payoff, column_payoff):
    def shares(first, second):  # of the two whose averages must agree
        edge = first - second
        if edge[0] * edge[1] >= 0:
            raise ValueError("no mix")
        return np.linalg.solve(np.array([edge, [1, 1]], dtype=float), [0.0, 1.0])[0]

    return shares(column_payoff[:, 0], column_payoff[:, 1]), shares(
        row_payoff[0], row_payoff[1]
    )


# %% right: checks after the division, an array
def mixed_equilibrium(row_payoff, column_payoff):
    A, B = row_payoff * 1.0, column_payoff * 1.0
    below_p = B[0, 0] - B[0, 1] - B[1, 0] + B[1, 1]
    below_q = A[0, 0] - A[0, 1] - A[1, 0] + A[1, 1]
    if below_p == 0 or below_q == 0:
        raise ValueError("no mix")
    pair = np.array([(B[1, 1] - B[1, 0]) / below_p, (A[1, 1] - A[0, 1]) / below_q])
    if np.any(pair <= 0) or np.any(pair >= 1):
        raise ValueError("no mix")
    return pair


# %% right: weights by the size of the edges, a list of Python numbers
def mixed_equilibrium(row_payoff, column_payoff, acts=2):
    answer = []
    for edges in (
        column_payoff[:, 0] - column_payoff[:, 1],
        row_payoff[0, :] - row_payoff[1, :],
    ):
        if sorted(np.sign(edges).tolist()) != [-1, 1]:
            raise ValueError("no mix")
        sizes = [abs(float(edge)) for edge in edges]
        answer.append(sizes[1] / sum(sizes))
    return answer


# %% class: another_algorithm
def mixed_equilibrium(row_payoff, column_payoff):
    # The lead of act 0 over act 1 is a line over the other's mix: bisect for its zero.
    def indifferent(against_0, against_1):
        """Probability of the other's act 0 at which the lead is 0."""
        if not (against_0 > 0 > against_1 or against_0 < 0 < against_1):
            raise ValueError("the lead does not change its sign between the pure acts")
        low, high = 0.0, 1.0
        for _ in range(120):
            middle = (low + high) / 2
            lead = middle * against_0 + (1 - middle) * against_1
            if (lead > 0) == (against_0 > 0):
                high = middle
            else:
                low = middle
        return high

    a = np.asarray(row_payoff, dtype=float).tolist()
    b = np.asarray(column_payoff, dtype=float).tolist()
    q = indifferent(a[0][0] - a[1][0], a[0][1] - a[1][1])
    p = indifferent(b[0][0] - b[0][1], b[1][0] - b[1][1])
    return p, q


# %% class: loops
def mixed_equilibrium(row_payoff, column_payoff):
    # Each player's table is read as own[my act][the other's act].
    rows_own = [[float(row_payoff[i][j]) for j in (0, 1)] for i in (0, 1)]
    columns_own = [[float(column_payoff[i][j]) for i in (0, 1)] for j in (0, 1)]
    answer = []
    for own in (columns_own, rows_own):
        against_0 = own[0][0] - own[1][0]
        against_1 = own[1][1] - own[0][1]
        whole = against_0 + against_1
        if whole == 0:
            raise ValueError("no mix, or more than one, leaves a player indifferent")
        other_plays_0 = against_1 / whole
        if not 0 < other_plays_0 < 1:
            raise ValueError("no mix of both acts leaves a player indifferent")
        answer.append(other_plays_0)
    return answer[0], answer[1]


# %% class: own_payoffs
def mixed_equilibrium(row_payoff, column_payoff):
    (a, b), (c, d) = row_payoff
    (e, f), (g, h) = column_payoff
    if (a - c) * (b - d) >= 0 or (e - f) * (g - h) >= 0:
        raise ValueError("no mix")
    return (d - b) / (a - c + d - b), (h - g) / (e - f + h - g)


# %% class: percent_for_fraction
def mixed_equilibrium(row_payoff, column_payoff):
    (a, b), (c, d) = row_payoff
    (e, f), (g, h) = column_payoff
    if (a - c) * (b - d) >= 0 or (e - f) * (g - h) >= 0:
        raise ValueError("no mix")
    return 100 * (h - g) / (e - f + h - g), 100 * (d - b) / (a - c + d - b)


# %% class: vectorised
def mixed_equilibrium(row_payoff, column_payoff):
    own = np.array([np.transpose(column_payoff), row_payoff], dtype=float)
    lead = own[:, 0] - own[:, 1]  # of act 0 over act 1, against each act of the other
    if not np.all(lead[:, 0] * lead[:, 1] < 0):
        raise ValueError("there is not exactly one mix of both acts")
    p, q = lead[:, 1] / (lead[:, 1] - lead[:, 0])
    return p, q
