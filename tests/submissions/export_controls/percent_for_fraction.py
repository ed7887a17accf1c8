# A student who works in percent throughout: shares, rates and fractions are taken or
# given as 80 where 0.8 is meant.
# start: solution
# %% delay
def effective_compute(chips, peaks, use, programs):
    if not 0 < use <= 100:
        raise ValueError("use must be above 0 and at most 100")
    return np.sum(chips * peaks) * use / 100 * programs


def delay_months(leader, follower, growth):
    if growth <= 1:
        raise ValueError("growth")
    return 12 * np.log(leader / follower) / np.log(growth)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if min(growth_one, growth_other) <= 1:
        raise ValueError("growth")
    ends = [delay_months(ratio, ratio_without, growth) for growth in (growth_one, growth_other)]
    return min(ends), max(ends)


# %% npv
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if not 0 <= diverted <= 100:
        raise ValueError("diverted must lie between 0 and 100")
    return chips * (margin_china - diverted / 100 * margin_elsewhere)


def present_losses(sales, margin, diverted, research, rate):
    if np.any((diverted < 0) | (diverted > 100)):
        raise ValueError("diverted must lie between 0 and 100")
    today = np.sum(sales * (1 - diverted / 100) / (1 + rate / 100) ** np.arange(1, len(sales) + 1))
    return margin / 100 * today, research / 100 * today


# %% parity
def cost_ratio(gap, learning, growth, frontier, years):
    if not 0 < learning < 100:
        raise ValueError("learning")
    return gap * ((1 - learning / 100) ** np.log2(growth) * frontier) ** years


def years_to_parity(gap, learning, growth, frontier):
    if not 0 < learning < 100:
        raise ValueError("learning")
    a_year = (1 - learning / 100) ** np.log2(growth) * frontier
    if gap <= 1:
        return 0.0
    return -np.log(gap) / np.log(a_year) if a_year < 1 else np.inf


# %% deficit
def deficit_share(exports, imports, sales, shipped):
    if np.any(imports <= exports):
        raise ValueError("no deficit")
    return 100 * sales * shipped / (imports - exports)


def forgone_share(before, after):
    if before not in YEAR or after not in YEAR:
        raise ValueError("year")
    then, now = (CHIP_EXPORTS[YEAR == year][0] for year in (before, after))
    return 100 * (then - now) / (IMPORTS - EXPORTS)[YEAR == after][0]


# %% draws
def expected_worth(values, delays, costs):
    return np.mean(values[:, None] * delays - costs, axis=0)


def chance_best(values, delays, costs):
    winner = np.argmax(values[:, None] * delays - costs, axis=1)
    return 100 * np.bincount(winner, minlength=delays.shape[1]) / len(values)


def largest_regret(worth):
    return np.max(worth.max(axis=1)[:, None] - worth, axis=0)
