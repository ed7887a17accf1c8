# %% right: a plain one
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


# %% right: loops
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


# %% right: transposed, counts, reduce
def expected_worth(values, delays, costs):
    return np.average(delays.T * values - costs.T, axis=1)


def chance_best(values, delays, costs):
    winner = np.argmax(delays.T * values - costs.T, axis=0)
    return np.bincount(winner, minlength=delays.shape[1]) / len(values)


def largest_regret(worth):
    return -np.min(worth - np.maximum.reduce(worth, axis=1, keepdims=True), axis=0)


# %% right: a product with the values, a table of winners, an extra default argument
def expected_worth(values, delays, costs, weights=None):
    return (values @ delays - costs.sum(axis=0)) / len(values)


def chance_best(values, delays, costs):
    worth = np.einsum("s,sn->sn", values, delays) - costs
    first = np.cumsum(worth == worth.max(axis=1, keepdims=True), axis=1)
    wins = (worth == worth.max(axis=1, keepdims=True)) & (first == 1)
    return wins.sum(axis=0) / wins.shape[0]


def largest_regret(worth):
    return np.max([row.max() - row for row in worth], axis=0)


# %% class: another_algorithm
def expected_worth(values, delays, costs):
    """Mean worth of each policy over draws: means, and how both move together."""
    values, delays = np.asarray(values, float), np.asarray(delays, float)
    apart = values - values.mean()
    together = apart @ (delays - delays.mean(axis=0)) / len(values)
    return values.mean() * delays.mean(axis=0) + together - np.mean(costs, axis=0)


def chance_best(values, delays, costs):
    """Fraction of the draws in which each policy is worth most: by duels."""
    rows = zip(values, delays, costs)
    worth = np.array([value * months - bill for value, months, bill in rows], float).T
    fractions = []
    for i, mine in enumerate(worth):
        beats_earlier = np.all(mine > worth[:i], axis=0)
        holds_later = np.all(mine >= worth[i + 1 :], axis=0)
        fractions.append(np.mean(beats_earlier & holds_later))
    return np.array(fractions)


def largest_regret(worth):
    """Largest regret of each policy: its worst world against each rival in turn."""
    policies = np.asarray(worth, float).T
    return np.array(
        [max([(rival - mine).max() for rival in policies]) for mine in policies]
    )


# %% class: loops
def expected_worth(values, delays, costs):
    """Mean worth of each policy over draws."""
    draws, policies = np.shape(delays)
    means = []
    for j in range(policies):
        total = 0.0
        for i in range(draws):
            total += float(values[i]) * float(delays[i][j]) - float(costs[i][j])
        means.append(total / draws)
    return np.array(means, dtype=float)


def chance_best(values, delays, costs):
    """Fraction of the draws in which each policy is worth most."""
    draws, policies = np.shape(delays)
    times = [0] * policies
    for i in range(draws):
        first, most = None, None
        for j in range(policies):
            worth = float(values[i]) * float(delays[i][j]) - float(costs[i][j])
            if first is None or worth > most:
                first, most = j, worth
        times[first] += 1
    return np.array([count / draws for count in times], dtype=float)


def largest_regret(worth):
    """Largest regret of each policy."""
    worlds, policies = np.shape(worth)
    largest = [0.0] * policies
    for i in range(worlds):
        best = worth[i][0]
        for j in range(policies):
            if worth[i][j] > best:
                best = worth[i][j]
        for j in range(policies):
            regret = float(best - worth[i][j])
            if regret > largest[j]:
                largest[j] = regret
    return np.array(largest, dtype=float)


# %% class: no_counterfactual
def expected_worth(values, delays, costs):
    return values.mean() * delays.mean(axis=0) - costs.mean(axis=0)


def chance_best(values, delays, costs):
    winner = np.argmax(values[:, None] * delays - costs, axis=1)
    return np.bincount(winner, minlength=delays.shape[1]) / len(values)


def largest_regret(worth):
    return np.max(worth.max() - worth, axis=0)


# %% class: percent_for_fraction
def expected_worth(values, delays, costs):
    return np.mean(values[:, None] * delays - costs, axis=0)


def chance_best(values, delays, costs):
    winner = np.argmax(values[:, None] * delays - costs, axis=1)
    return 100 * np.bincount(winner, minlength=delays.shape[1]) / len(values)


def largest_regret(worth):
    return np.max(worth.max(axis=1)[:, None] - worth, axis=0)


# %% class: vectorised
def expected_worth(values, delays, costs):
    """Mean worth of each policy over draws."""
    return np.mean(np.asarray(values)[:, None] * delays - costs, axis=0)


def chance_best(values, delays, costs):
    """Fraction of the draws in which each policy is worth most."""
    winner = np.argmax(np.asarray(values)[:, None] * delays - costs, axis=1)
    return np.bincount(winner, minlength=np.shape(delays)[1]) / len(winner)


def largest_regret(worth):
    """Largest regret of each policy."""
    return np.max(np.max(worth, axis=1, keepdims=True) - worth, axis=0)
