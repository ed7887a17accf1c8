# After is taken for because of: the whole gap is the control's work, the frontier
# stands still, buyers go by today's price.
# start: solution
# %% delay
def effective_compute(chips, peaks, use, programs):
    if not 0 < use <= 1:
        raise ValueError("use")
    return np.sum(chips * peaks) * use * programs


def delay_months(leader, follower, growth):
    if growth <= 1:
        raise ValueError("growth")
    return 12 * np.log(leader / follower) / np.log(growth)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if min(growth_one, growth_other) <= 1:
        raise ValueError("growth")
    ends = 12 * np.log(ratio) / np.log([growth_one, growth_other])
    return min(ends), max(ends)


# %% parity
def cost_ratio(gap, learning, growth, frontier, years):
    if not 0 < learning < 1:
        raise ValueError("learning")
    return gap * (1 - learning) ** (np.log2(growth) * years)


def years_to_parity(gap, learning, growth, frontier):
    if not 0 < learning < 1:
        raise ValueError("learning")
    return 0.0 if gap <= 1 else -np.log(gap) / np.log2(growth) / np.log(1 - learning)


# %% hysteresis
def chosen(ratios, habit, wall):
    if habit < 1:
        raise ValueError("habit")
    return ((np.arange(len(ratios)) < wall) | (ratios < 1)).astype(int)


def shortest_wall(ratios, habit):
    for wall in range(1, len(ratios)):
        if np.all(ratios[wall:] <= 1):
            return wall
    return np.nan


# %% efficient
def efficient(delays, costs):
    longer, cheaper = np.subtract.outer(delays, delays), np.subtract.outer(costs, costs)
    return 1 - ((longer >= 0) & (cheaper <= 0) & ((longer > 0) | (cheaper < 0))).any(axis=0)


def best_from(delays, costs):
    return np.where(
        efficient(delays, costs) == 1,
        costs / np.where(delays == 0, np.nan, delays),
        np.nan,
    )


# %% draws
def expected_worth(values, delays, costs):
    return values.mean() * delays.mean(axis=0) - costs.mean(axis=0)


def chance_best(values, delays, costs):
    winner = np.argmax(values[:, None] * delays - costs, axis=1)
    return np.bincount(winner, minlength=delays.shape[1]) / len(values)


def largest_regret(worth):
    return np.max(worth.max() - worth, axis=0)
