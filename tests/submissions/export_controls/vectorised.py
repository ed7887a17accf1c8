# Every task is answered with NumPy throughout.
# start: release
# %% performance
def total_performance(bits, sheet_tflops, sparse, factor=2):
    points = np.fmax.reduce(np.asarray(sheet_tflops) * np.asarray(bits)[np.newaxis, :], axis=1)
    return points - points * sparse * (1 - 1 / factor)


def performance_density(score, die_areas, has_logic):
    logic = np.flatnonzero(has_logic)
    if len(logic) < 1:
        raise ValueError("nothing to rate")
    return 1 / (np.add.reduce(die_areas[logic]) / score)


# %% caught
def between(least, most):
    return np.where(least == most, least, np.nan)


def caught_2022(score, links):
    one, other = [(score >= 4800) * (np.nan_to_num(links, nan=x) >= 600) for x in (0, 1e9)]
    return between(one.astype(float), other.astype(float))


def caught_2023(score, density, centre):
    ends = []
    for x in (0, 1e9):
        d = np.nan_to_num(density, nan=x)
        steps = [
            (score >= 4800 / k) & (d >= 3.2 * (k - 1) / 2) & (centre | (k == 1)) for k in (1, 2, 3)
        ]
        ends.append(np.any(steps, axis=0).astype(float))
    return between(*ends)


def caught_2026(score, bandwidth):
    ends = [(score >= 21000) | (np.nan_to_num(bandwidth, nan=x) >= 6500) for x in (0, 1e9)]
    return between(*[end.astype(float) for end in ends])


# %% best_allowed
def best_allowed(merit, caught):
    sure = np.where(caught == 0, merit, np.nan)
    if np.all(np.isnan(sure)):
        raise ValueError("none")
    return np.array([np.nanargmax(sure), np.nanargmax(np.where(caught == 1, np.nan, merit))])


# %% delay
def effective_compute(chips, peaks, use, programs):
    if not 0 < use <= 1:
        raise ValueError
    return np.dot(chips, peaks) * (use * programs)


def delay_months(leader, follower, growth):
    if not growth > 1:
        raise ValueError
    return (np.log2(leader) - np.log2(follower)) / np.log2(growth) * 12


def added_months(ratio, ratio_without, growth_one, growth_other):
    growths = np.array([growth_one, growth_other])
    if np.any(growths <= 1):
        raise ValueError
    return np.sort((np.log10(ratio) - np.log10(ratio_without)) / np.log10(growths) * 12)


# %% surplus
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    e, c = np.ogrid[: capacity + 1, : quota + 1]
    profit = (
        (choke[0] - slope[0] * e) * e
        + (1 - share) * (choke[1] - slope[1] * c) * c
        - unit_cost * (e + c)
    )
    profit = np.where(e + c <= capacity, profit, -np.inf)
    return np.unravel_index(np.argmax(profit), profit.shape)


def who_gains(choke, slope, unit_cost, sold, share):
    if not 0 <= share <= 1:
        raise ValueError("share")
    revenue = (choke - slope * sold) * sold
    levy = share * revenue[1]
    triangles = 0.5 * slope * sold**2
    return np.array(
        [
            revenue.sum() - unit_cost * sold.sum() - levy,
            triangles[0],
            levy,
            triangles[1],
        ]
    )


# %% npv
def lost_margin(chips, margin_china, margin_elsewhere, diverted, other=1.0):
    if diverted > 1 or diverted < 0:
        raise ValueError
    return np.dot([chips, -chips * diverted], [margin_china, margin_elsewhere]) * other


def present_losses(sales, margin, diverted, research, rate, first=1):
    if not ((diverted >= 0) & (diverted <= 1)).all():
        raise ValueError
    factors = np.cumprod(np.full(len(sales), 1 / (1 + rate)))
    return np.array([margin, research]) * ((sales - sales * diverted) @ factors)


# %% parity
def cost_ratio(gap, learning, growth, frontier, years, base=2):
    if not (learning > 0 and learning < 1):
        raise ValueError
    speed = np.log1p(-learning) * np.log(growth) / np.log(base) + np.log(frontier)
    return np.asarray(gap * np.exp(speed * np.asarray(years)))


def years_to_parity(gap, learning, growth, frontier, base=2):
    if not (learning > 0 and learning < 1):
        raise ValueError
    speed = np.log1p(-learning) * np.log(growth) / np.log(base) + np.log(frontier)
    wait = np.where(speed < 0, np.log(max(gap, 1)) / np.abs(speed), np.inf)
    return np.where(gap <= 1, 0.0, wait)


# %% hysteresis
def chosen(ratios, habit, wall):
    if habit < 1:
        raise ValueError("habit")
    votes = np.where(ratios > habit, 0.0, np.where(ratios < 1 / habit, 1.0, np.nan))
    votes[:wall] = 1.0
    votes = np.append(0.0, votes)
    known = np.maximum.accumulate(np.where(np.isnan(votes), 0, np.arange(len(votes))))
    return votes[known][1:]


def shortest_wall(ratios, habit):
    dear = np.flatnonzero(ratios > habit)
    wall = max(1, dear[-1] + 1 if len(dear) else 1)
    return wall if wall < len(ratios) else np.nan


# %% deficit
def deficit_share(exports, imports, sales, shipped, factor=1.0):
    gap = np.array(imports, dtype=float) - exports
    if gap.min() <= 0:
        raise ValueError
    return np.asarray(factor * np.multiply(sales, shipped) / gap)


def forgone_share(before, after):
    old, new = np.where(YEAR == before)[0], np.where(YEAR == after)[0]
    if not (len(old) and len(new)):
        raise ValueError
    lost = CHIP_EXPORTS[old[0]] - CHIP_EXPORTS[new[0]]
    return np.array(lost / (IMPORTS - EXPORTS)[new[0]])


# %% efficient
def efficient(delays, costs):
    d, c = delays[:, None] - delays, costs[:, None] - costs
    beaten = (d <= 0) & (c >= 0) & ((d < 0) | (c > 0))
    return np.where(beaten.any(axis=1), 0.0, 1.0)


def best_from(delays, costs):
    d, c = delays - delays[:, None], costs - costs[:, None]
    edge = c / np.where(d == 0, np.nan, d)
    low = np.where(d < 0, edge, 0.0).max(axis=1).clip(0)
    high = np.where(d > 0, edge, np.inf).min(axis=1)
    out = ((d == 0) & (c < 0)).any(axis=1) | (low > high)
    return np.where(out, np.nan, low)


# %% draws
def expected_worth(values, delays, costs, weights=None):
    return (values @ delays - costs.sum(axis=0)) / len(values)


def chance_best(values, delays, costs):
    worth = np.einsum("s,sn->sn", values, delays) - costs
    first = np.cumsum(worth == worth.max(axis=1, keepdims=True), axis=1)
    wins = (worth == worth.max(axis=1, keepdims=True)) & (first == 1)
    return wins.sum(axis=0) / wins.shape[0]


def largest_regret(worth):
    return np.max([row.max() - row for row in worth], axis=0)


# %% rule_plot
def rule_plot(score, bandwidth, caught, limit):
    which = np.where(np.isnan(caught), 2, caught).astype(int)
    colours = np.array(["tab:blue", "tab:red", "tab:grey"])
    fig, ax = plt.subplots()
    ax.scatter(score, bandwidth, c=colours[which])
    ax.vlines(limit, bandwidth.min(), 10 * bandwidth.max(), color="black")
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="SCORE",
        ylabel="Bandwidth (GB per second)",
        title="Allowed or caught",
    )
    dots = [plt.Line2D([], [], marker="o", ls="", color=colour) for colour in colours]
    ax.legend(dots, ["allowed", "caught", "cannot tell"])
    return ax


# %% [markdown] memo
# Madam Chair, keep the limit for now, and say what would move you. A rule stops what it counts: under that of 2023 the best
# data-centre chip scores 2,368, against 15,832 for the H100, but reads memory at 4,000 GB a second.
#
# Months are not chips. From a ratio of 5.1 to one of 33 the control added between 9 and 11 months, if nothing else had changed
# the ratio; Beijing's own refusal did. The strongest case for more control is that computing is scarce and the seller's loss
# small while its factories are booked: in the toy market 340 million USD, of which others gain 320. The strongest case against
# is that models trail by months as before, while a protected industry learns. Sellers and rivals both speak for themselves.
#
# Chips forgone are 2.4% of the deficit and decide nothing there. The ban beats the limit from 2.2 billion USD a month and year.
# If a month is worth more to your members, tighten; if factories stand idle, wait.
