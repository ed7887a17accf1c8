# %% a plain one
def mixed_equilibrium(row_payoff, column_payoff):
    (a, b), (c, d) = row_payoff
    (e, f), (g, h) = column_payoff
    if (a - c) * (b - d) >= 0 or (e - f) * (g - h) >= 0:
        raise ValueError("no mix")
    p = (h - g) / ((e - f) + (h - g))
    q = (d - b) / ((a - c) + (d - b))
    return p, q


# %% two linear equations each
def mixed_equilibrium(row_payoff, column_payoff):
    def shares(first, second):  # of the two whose averages must agree
        edge = first - second
        if edge[0] * edge[1] >= 0:
            raise ValueError("no mix")
        return np.linalg.solve(np.array([edge, [1, 1]], dtype=float), [0.0, 1.0])[0]

    return shares(column_payoff[:, 0], column_payoff[:, 1]), shares(row_payoff[0], row_payoff[1])


# %% checks after the division, an array
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


# %% weights by the size of the edges, a list of Python numbers
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
