# %% right: a plain one
def critical_discount(temptation, reward, punishment, sucker, lag):
    if not reward > punishment > sucker:
        raise ValueError("no order")
    if lag < 1:
        raise ValueError("no lag")
    t = np.asarray(temptation, dtype=float)
    part = (t - reward) / np.maximum(t - punishment, reward - punishment)
    return np.maximum(part, 0) ** (1 / lag)


# %% right: a loop, Python numbers
def critical_discount(temptation, reward, punishment, sucker, lag):
    if punishment >= reward or sucker >= punishment or lag < 1:
        raise ValueError("no order")
    values = []
    for t in np.atleast_1d(temptation):
        values.append(
            0.0
            if t <= reward
            else float(((t - reward) / (t - punishment)) ** (1 / lag))
        )
    return np.array(values) if np.ndim(temptation) else values[0]


# %% right: the weight of the future, the root as a logarithm
def critical_discount(temptation, reward, punishment, sucker, lag):
    if min(reward - punishment, punishment - sucker) <= 0 or lag <= 0:
        raise ValueError("no order")
    needed = np.clip((np.asarray(temptation) - reward) / (reward - punishment), 0, None)
    share = needed / (1 + needed)
    return np.where(
        share > 0, np.exp(np.log(np.where(share > 0, share, 1.0)) / lag), 0.0
    )


# %% right: the root by halving, from the sums over rounds
def critical_discount(temptation, reward, punishment, sucker, lag, tries=60):
    if not (reward > punishment and punishment > sucker and lag >= 1):
        raise ValueError("no order")

    def one(t):
        low, high = 0.0, 1.0
        for _ in range(tries):
            d = (low + high) / 2
            if t * (1 - d**lag) + punishment * d**lag > reward:
                low = d
            else:
                high = d
        return high if t > reward else 0

    return (
        np.vectorize(one, otypes=[float])(temptation)
        if np.ndim(temptation)
        else one(temptation)
    )


# %% class: always_a_dilemma
def critical_discount(temptation, reward, punishment, sucker, lag):
    if (
        np.any(np.less_equal(temptation, reward))
        or not reward > punishment > sucker
        or lag < 1
    ):
        raise ValueError("no dilemma")
    return (np.subtract(temptation, reward) / np.subtract(temptation, punishment)) ** (
        1 / lag
    )


# %% class: another_algorithm
def critical_discount(temptation, reward, punishment, sucker, lag):
    # Bisection for every temptation: does a breach pay at this discount factor?
    if min(reward - punishment, punishment - sucker) <= 0 or lag < 1:
        raise ValueError("R > P > S and a lag of 1 or more, please")
    t = np.asarray(temptation, dtype=float)
    low, high = np.zeros(t.shape), np.ones(t.shape)
    for _ in range(200):
        delta = (low + high) / 2
        # (1 - delta) times the worth of a breach, less the same of keeping on
        pays = (t - reward) > delta**lag * (t - punishment)
        low, high = np.where(pays, delta, low), np.where(pays, high, delta)
    return np.where(t > reward, high, 0.0)[()]


# %% class: loops
def critical_discount(temptation, reward, punishment, sucker, lag):
    if reward <= punishment or punishment <= sucker:
        raise ValueError("R > P > S is needed")
    if lag < 1:
        raise ValueError("a breach is noticed after one round at the earliest")
    several = np.ndim(temptation) > 0
    answers = []
    for t in temptation if several else [temptation]:
        t = float(t)
        if t <= reward:
            answers.append(0.0)
        else:
            answers.append(float(((t - reward) / (t - punishment)) ** (1 / lag)))
    if several:
        return np.array(answers, dtype=float)
    return answers[0]


# %% class: raises
patience = 1 / 0


def critical_discount(temptation, reward, punishment, sucker, lag):
    return patience


# %% class: vectorised
def critical_discount(temptation, reward, punishment, sucker, lag):
    if not (reward > punishment > sucker and lag >= 1):
        raise ValueError("R > P > S and lag >= 1 are required")
    t = np.maximum(np.asarray(temptation, dtype=float), reward)
    return ((t - reward) / (t - punishment)) ** (1 / lag)
