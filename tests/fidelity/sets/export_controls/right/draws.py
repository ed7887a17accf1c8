# %% a plain one
def expected_worth(values, delays, costs):
    worth = values[:, None] * delays - costs
    return worth.mean(axis=0)


def chance_best(values, delays, costs):
    worth = values[:, None] * delays - costs
    best = worth.argmax(axis=1)
    return np.array([np.mean(best == policy) for policy in range(delays.shape[1])])


def largest_regret(worth):
    regret = worth.max(axis=1)[:, None] - worth
    return regret.max(axis=0)


# %% loops
def expected_worth(values, delays, costs):
    totals = [0.0] * len(delays[0])
    for value, months, bill in zip(values, delays, costs):
        for policy in range(len(months)):
            totals[policy] += float(value * months[policy] - bill[policy])
    return np.array([total / len(values) for total in totals])


def chance_best(values, delays, costs):
    wins = [0] * len(delays[0])
    for value, months, bill in zip(values, delays, costs):
        worth = [float(value * m - b) for m, b in zip(months, bill)]
        wins[worth.index(max(worth))] += 1
    return np.array([won / len(values) for won in wins])


def largest_regret(worth):
    largest = [0.0] * worth.shape[1]
    for world in worth.tolist():
        for policy, value in enumerate(world):
            largest[policy] = max(largest[policy], max(world) - value)
    return np.array(largest)


# %% transposed, counts, reduce
def expected_worth(values, delays, costs):
    return np.average(delays.T * values - costs.T, axis=1)


def chance_best(values, delays, costs):
    winner = np.argmax(delays.T * values - costs.T, axis=0)
    return np.bincount(winner, minlength=delays.shape[1]) / len(values)


def largest_regret(worth):
    return -np.min(worth - np.maximum.reduce(worth, axis=1, keepdims=True), axis=0)


# %% a product with the values, a table of winners, an extra default argument
def expected_worth(values, delays, costs, weights=None):
    return (values @ delays - costs.sum(axis=0)) / len(values)


def chance_best(values, delays, costs):
    worth = np.einsum("s,sn->sn", values, delays) - costs
    first = np.cumsum(worth == worth.max(axis=1, keepdims=True), axis=1)
    wins = (worth == worth.max(axis=1, keepdims=True)) & (first == 1)
    return wins.sum(axis=0) / wins.shape[0]


def largest_regret(worth):
    return np.max([row.max() - row for row in worth], axis=0)
