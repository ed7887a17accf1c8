# Right by other methods: least and most of a missing fact, marginal revenue, recursion,
# backward induction, every crossing tried.
# start: release
# %% performance
def total_performance(bits, sheet_tflops, sparse):
    known = np.nan_to_num(np.array(sheet_tflops, dtype=float))
    known[sparse] /= 2
    return (known * bits).max(axis=-1)


def performance_density(score, die_areas, has_logic):
    if sum(has_logic) == 0:
        raise ValueError
    return np.array(score / np.sum(np.where(has_logic, die_areas, 0.0)))


# %% caught
def by_links(s, x):
    return 0.0 if s < 4800 else (float(x >= 600) if x == x else np.nan)


def by_density(s, d, c):
    if s >= 4800:
        return 1.0
    tests = [least for at, least in ((2400, 1.6), (1600, 3.2)) if c and s >= at]
    if tests and d != d:
        return np.nan
    return float(bool(tests) and d >= min(tests))


def by_memory(s, w):
    return 1.0 if s >= 21000 else (float(w >= 6500) if w == w else np.nan)


def caught_2022(score, links, extra=None):
    return np.vectorize(by_links, otypes=[float])(score, links)


def caught_2023(score, density, centre):
    return np.vectorize(by_density, otypes=[float])(score, density, centre)


def caught_2026(score, bandwidth):
    return np.vectorize(by_memory, otypes=[float])(score, bandwidth)


# %% best_allowed
def best_allowed(merit, caught, unknown=-np.inf):
    order = np.argsort(-np.where(np.isnan(merit), unknown, merit), kind="stable")
    sure = [int(i) for i in order if caught[i] == 0 and not np.isnan(merit[i])]
    if len(sure) < 1:
        raise ValueError("all caught, open or unknown")
    return sure[0], next(int(i) for i in order if not caught[i] == 1)


# %% delay
def effective_compute(chips, peaks, use, programs, cap=1):
    if not 0 < use <= cap:
        raise ValueError("use")
    return np.asarray(np.einsum("i,i->", chips.astype(float), peaks.astype(float)) * use * programs)


def delay_months(leader, follower, growth, months=12):
    if growth <= 1:
        raise ValueError("growth")
    a_month = np.log(growth) / months
    return np.asarray(np.log(np.divide(leader, follower)) / a_month)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if growth_one <= 1 or growth_other <= 1:
        raise ValueError("growth")
    a, b = (
        float(delay_months(ratio, ratio_without, growth)) for growth in (growth_one, growth_other)
    )
    return (a, b) if a <= b else (b, a)


# %% surplus
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    kept = np.array([1.0, 1.0 - share])
    sold = np.zeros(2)
    for _ in range(capacity):
        gain = kept * (choke - slope * (2 * sold + 1)) - unit_cost
        if sold[1] >= quota:
            gain[1] = -np.inf
        if gain.max() <= 0:
            break
        sold[gain.argmax()] += 1
    return sold


def who_gains(choke, slope, unit_cost, sold, share):
    if np.clip(share, 0, 1) != share:
        raise ValueError("share")
    parts = []
    for a, b, q in zip(choke, slope, sold):
        p = a - b * q
        parts.append((float(p * q), float((a - p) * q / 2)))
    (r_e, s_e), (r_c, s_c) = parts
    return np.array(
        [
            r_e + r_c * (1 - share) - unit_cost * (sold[0] + sold[1]),
            s_e,
            share * r_c,
            s_c,
        ]
    )


# %% npv
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if abs(diverted - 0.5) > 0.5:
        raise ValueError("diverted")
    return np.array(chips * (margin_china - diverted * margin_elsewhere))


def present_losses(sales, margin, diverted, research, rate):
    if min(diverted) < 0 or max(diverted) > 1:
        raise ValueError("diverted")
    worth = 0.0
    for sale, part in zip(sales[::-1], diverted[::-1]):
        worth = (worth + sale * (1 - part)) / (1 + rate)
    return np.array(margin * worth), np.array(research * worth)


# %% parity
def cost_ratio(gap, learning, growth, frontier, years):
    if not 0 < learning < 1:
        raise ValueError("learning")
    b = -np.log2(1 - learning)
    home = gap * np.power(float(growth), -b * np.asarray(years))
    abroad = np.power(float(frontier), -np.asarray(years, dtype=float))
    return home / abroad


def years_to_parity(gap, learning, growth, frontier):
    if not 0 < learning < 1:
        raise ValueError("learning")
    b = -np.log2(1 - learning)
    closing = b * np.log(growth) - np.log(frontier)
    if gap <= 1:
        return 0.0
    return float(np.log(gap) / closing) if closing > 0 else float("inf")


# %% hysteresis
def one_year(ratios, habit, wall, year):
    if year < 0:
        return 0
    if year < wall or ratios[year] * habit < 1:
        return 1
    if ratios[year] > habit:
        return 0
    return one_year(ratios, habit, wall, year - 1)


def chosen(ratios, habit, wall):
    if not habit >= 1:
        raise ValueError("habit")
    return np.array([one_year(ratios, habit, wall, year) for year in range(len(ratios))])


def shortest_wall(ratios, habit):
    found = [
        w
        for w in range(1, len(ratios))
        if all(one_year(ratios, habit, w, y) for y in range(w, len(ratios)))
    ]
    return min(found) if found else float("nan")


# %% deficit
def deficit_share(exports, imports, sales, shipped):
    if np.any(np.less_equal(imports, exports)):
        raise ValueError("no deficit")
    old = np.subtract(imports, exports)
    new = imports - np.add(exports, np.multiply(sales, shipped))
    return (old - new) / old


def forgone_share(before, after):
    years = YEAR.astype(int).tolist()
    try:
        i, j = years.index(before), years.index(after)
    except ValueError:
        raise ValueError("not in the table")
    old = IMPORTS[j] - EXPORTS[j]
    new = IMPORTS[j] - (EXPORTS[j] + CHIP_EXPORTS[i] - CHIP_EXPORTS[j])
    return float(1 - new / old)


# %% efficient
def efficient(delays, costs):
    pairs = list(zip(delays.tolist(), costs.tolist()))
    return np.array(
        [int(not any(p != q and q[0] >= p[0] and q[1] <= p[1] for q in pairs)) for p in pairs]
    )


def best_from(delays, costs):
    edges = {0.0}
    for i in range(len(delays)):
        for j in range(i):
            if delays[i] != delays[j]:
                edges.add(max(0.0, float((costs[i] - costs[j]) / (delays[i] - delays[j]))))
    result = np.full(len(delays), np.nan)
    for v in sorted(edges, reverse=True):
        worth = v * delays - costs
        result[worth >= worth.max() - 1e-9 * (1 + np.abs(worth).max())] = v
    return result


# %% draws
def expected_worth(values, delays, costs):
    return np.average(delays.T * values - costs.T, axis=1)


def chance_best(values, delays, costs):
    winner = np.argmax(delays.T * values - costs.T, axis=0)
    return np.bincount(winner, minlength=delays.shape[1]) / len(values)


def largest_regret(worth):
    return -np.min(worth - np.maximum.reduce(worth, axis=1, keepdims=True), axis=0)


# %% rule_plot
def rule_plot(score, bandwidth, caught, limit):
    plt.subplots()
    groups = {
        "caught": caught == 1,
        "allowed": caught == 0,
        "cannot tell": caught != caught,
    }
    for (name, mine), colour in zip(groups.items(), ("red", "blue", "grey")):
        if mine.any():
            plt.scatter(
                score[mine],
                bandwidth[mine],
                facecolors="none",
                edgecolors=colour,
                label=name,
            )
    plt.xscale("log")
    plt.yscale("log")
    plt.axvline(limit, ls=":", c="k", label="limit")
    plt.title("Chips", loc="right")
    plt.xlabel("Score (log)")
    plt.ylabel("GB per second")
    plt.gcf().legend()
    axes = plt.gca()
    plt.show()
    return axes


# %% [markdown] memo
# Madam Chair, three numbers first. The rule of 2026 catches 4 of 27 chips, that of 2023 caught 19. The months that the second
# rule added lie between 9 and 11 by the end of 2025, on an assumption about what would have been. Forgone chip exports are 2.4%
# of the deficit.
#
# Those who would tighten say that computing is the scarce input and that leaks call for enforcement; those who would loosen say
# that the models kept pace, that suppliers lost 130 billion USD of market value, and that a rival learns behind the wall. Firms
# on both sides are interested parties.
#
# What remains is the value of a month: above 2.2 billion USD a year, by a toy table, ban; below, keep a limit. A measured delay
# with a comparison group would change this more than any speech.
