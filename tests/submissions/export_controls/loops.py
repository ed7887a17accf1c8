# Every task is answered with plain loops and Python numbers.
# start: release
# %% performance
def total_performance(bits, sheet_tflops, sparse):
    result = []
    for row, doubled in zip(sheet_tflops, sparse):
        best = 0.0
        for length, peak in zip(bits, row):
            if peak == peak:
                best = max(best, float(length) * float(peak) / (2 if doubled else 1))
        result.append(best)
    return np.array(result)


def performance_density(score, die_areas, has_logic):
    area, dies = 0.0, 0
    for size, logic in zip(die_areas, has_logic):
        if logic:
            area += float(size)
            dies += 1
    if dies == 0:
        raise ValueError("no logic")
    return float(score) / area


# %% caught
def caught_2022(score, links):
    answers = []
    for s, rate in zip(score, links):
        if s < 4800:
            answers.append(0)
        elif rate != rate:
            answers.append(float("nan"))
        else:
            answers.append(1 if rate >= 600 else 0)
    return np.array(answers)


def caught_2023(score, density, centre):
    answers = []
    for s, d, c in zip(score, density, centre):
        if s >= 4800:
            answers.append(1)
        elif not c or s < 1600:
            answers.append(0)
        elif np.isnan(d):
            answers.append(np.nan)
        elif d >= 3.2 or (s >= 2400 and d >= 1.6):
            answers.append(1)
        else:
            answers.append(0)
    return np.array(answers)


def caught_2026(score, bandwidth):
    answers = []
    for s, w in zip(score, bandwidth):
        if s >= 21000 or w >= 6500:
            answers.append(1)
        elif np.isnan(w):
            answers.append(np.nan)
        else:
            answers.append(0)
    return np.array(answers)


# %% best_allowed
def best_allowed(merit, caught):
    certain = possible = -1
    for i in range(len(merit)):
        if np.isnan(merit[i]) or caught[i] == 1:
            continue
        if possible < 0 or merit[i] > merit[possible]:
            possible = i
        if caught[i] == 0 and (certain < 0 or merit[i] > merit[certain]):
            certain = i
    if certain < 0:
        raise ValueError("nothing is certainly allowed")
    return certain, possible


# %% delay
def effective_compute(chips, peaks, use, programs):
    if not (use > 0 and use <= 1):
        raise ValueError("use")
    total = 0.0
    for number, peak in zip(chips, peaks):
        total += float(number) * float(peak) * use * programs
    return total


def one_delay(ratio, growth):
    low, high = -1e5, 1e5
    for _ in range(100):
        middle = (low + high) / 2
        if middle / 12 * np.log(growth) < np.log(ratio):
            low = middle
        else:
            high = middle
    return low


def delay_months(leader, follower, growth):
    if growth <= 1:
        raise ValueError("growth")
    above, below = np.broadcast_arrays(leader, follower)
    result = np.array(
        [one_delay(a / b, growth) for a, b in zip(above.ravel(), below.ravel())]
    ).reshape(above.shape)
    return result if result.ndim else float(result)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if min(growth_one, growth_other) <= 1:
        raise ValueError("growth")
    return sorted(
        one_delay(ratio, g) - one_delay(ratio_without, g) for g in (growth_one, growth_other)
    )


# %% surplus
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    best, most = (0, 0), 0.0
    for e in range(capacity + 1):
        for c in range(min(quota, capacity - e) + 1):
            price_e, price_c = choke[0] - slope[0] * e, choke[1] - slope[1] * c
            profit = (price_e - unit_cost) * e + ((1 - share) * price_c - unit_cost) * c
            if profit > most:
                best, most = (e, c), profit
    return best


def who_gains(choke, slope, unit_cost, sold, share):
    if share < 0 or share > 1:
        raise ValueError("share")
    price = choke - slope * sold
    levy = share * price[1] * sold[1]
    seller = (price - unit_cost) @ sold - levy
    buyers = (choke - price) * sold / 2
    return np.array([seller, buyers[0], levy, buyers[1]])


# %% npv
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if not 0 <= diverted <= 1:
        raise ValueError("diverted")
    kept = chips * (1 - diverted) * margin_china
    moved = chips * diverted * (margin_china - margin_elsewhere)
    return float(kept + moved)


def present_losses(sales, margin, diverted, research, rate):
    margin_lost = research_lost = 0.0
    for year, (sale, part) in enumerate(zip(sales, diverted), start=1):
        if part < 0 or part > 1:
            raise ValueError("diverted")
        weight = (1 + rate) ** -year
        margin_lost += float(margin * sale * (1 - part) * weight)
        research_lost += float(research * sale * (1 - part) * weight)
    return [margin_lost, research_lost]


# %% parity
def cost_ratio(gap, learning, growth, frontier, years):
    if learning >= 1 or learning <= 0:
        raise ValueError("learning")
    path = []
    for t in np.atleast_1d(years):
        doublings = float(t) * np.log(growth) / np.log(2)
        path.append(gap * (1 - learning) ** doublings * float(frontier) ** float(t))
    return np.array(path) if np.ndim(years) else path[0]


def years_to_parity(gap, learning, growth, frontier):
    if learning >= 1 or learning <= 0:
        raise ValueError("learning")
    if gap <= 1:
        return 0.0

    def height(t):
        return np.log(gap) + t * (np.log2(growth) * np.log(1 - learning) + np.log(frontier))

    low, high = 0.0, 1e7
    if height(high) > 0:
        return np.inf
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if height(middle) > 0 else (low, middle)
    return high


# %% hysteresis
def chosen(ratios, habit, wall):
    if habit < 1:
        raise ValueError("habit")
    now = 0
    result = np.zeros(len(ratios))
    for year in range(len(ratios)):
        if year < wall:
            now = 1
        elif ratios[year] < 1 / habit:
            now = 1
        elif ratios[year] > habit:
            now = 0
        result[year] = now
    return result


def shortest_wall(ratios, habit):
    for wall in range(1, len(ratios)):
        if ratios[wall:].max() <= habit:
            return wall
    return np.nan


# %% deficit
def deficit_share(exports, imports, sales, shipped):
    e, m, x, s = np.broadcast_arrays(exports, imports, sales, shipped)
    result = np.zeros(e.shape)
    for at in np.ndindex(*e.shape):
        if m[at] <= e[at]:
            raise ValueError("no deficit")
        result[at] = s[at] * x[at] / (m[at] - e[at])
    return result if result.ndim else float(result)


def forgone_share(before, after):
    chips_then = chips_now = gap = None
    for year, exports, imports, chips in TRADE:
        if year == before:
            chips_then = chips
        if year == after:
            chips_now, gap = chips, imports - exports
    if chips_then is None or chips_now is None:
        raise ValueError("year")
    return (chips_then - chips_now) / gap


# %% efficient
def efficient(delays, costs):
    remains = np.ones(len(delays), dtype=int)
    for i in range(len(delays)):
        for j in range(len(delays)):
            no_worse = delays[j] >= delays[i] and costs[j] <= costs[i]
            if no_worse and (delays[j] > delays[i] or costs[j] < costs[i]):
                remains[i] = 0
    return remains


def best_from(delays, costs):
    result = np.full(len(delays), np.nan)
    for i in range(len(delays)):
        low, high = 0.0, np.inf
        for j in range(len(delays)):
            more = delays[j] - delays[i]
            if more < 0:
                low = max(low, (costs[j] - costs[i]) / more)
            elif more > 0:
                high = min(high, (costs[j] - costs[i]) / more)
            elif costs[j] < costs[i]:
                high = -1.0
        if low <= high:
            result[i] = low
    return result


# %% draws
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


# %% rule_plot
def rule_plot(score, bandwidth, caught, limit):
    fig, ax = plt.subplots()
    ax.set(
        xscale="log",
        yscale="log",
        title="Chips",
        xlabel="Score, points",
        ylabel="Memory bandwidth in GB per\nsecond",
    )
    for x, y, state in zip(score, bandwidth, caught):
        name, colour = (
            ("cannot tell", "C7")
            if state != state
            else (("caught", "C3") if state else ("allowed", "C0"))
        )
        ax.plot([x], [y], "^", color=colour)
        ax.annotate(name, (x, y), color=colour)
    ax.axvline(x=limit, ymin=0.05, ymax=0.95)
    return ax


# %% [markdown] memo
# Madam Chair, the evidence does not say which bill is right. Of 27 American chips the rule of 2022 certainly catches 8, and for
# five a fact is missing; the rule of 2023 catches 19. The best chip for data centres that it lets through, the H20, has 15% of
# the H100's score and 119% of its memory bandwidth.
#
# The ratio of computing rose from 5.1 to 33 (Epoch, estimates). If it had stayed, and if growth is 8 to 14-fold a year, the
# control added 9 to 11 months. For tightening: the gap grows and leaks can be closed. For loosening: models did not fall behind
# with the chips, a rival is sheltered, and with idle factories the seller's loss is large. Both sellers and rivals are parties.
#
# By the reading's toy table a ban pays from 2.2 billion USD a year for each month. Ask your members whether a month is worth
# that. A measured delay would change my advice.
