# %% right: a plain one
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


# %% right: arrays of all pairs
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


# %% right: every crossing tried
def efficient(delays, costs):
    pairs = list(zip(delays.tolist(), costs.tolist()))
    return np.array(
        [
            int(not any(p != q and q[0] >= p[0] and q[1] <= p[1] for q in pairs))
            for p in pairs
        ]
    )


def best_from(delays, costs):
    edges = {0.0}
    for i in range(len(delays)):
        for j in range(i):
            if delays[i] != delays[j]:
                edges.add(
                    max(0.0, float((costs[i] - costs[j]) / (delays[i] - delays[j])))
                )
    result = np.full(len(delays), np.nan)
    for v in sorted(edges, reverse=True):
        worth = v * delays - costs
        result[worth >= worth.max() - 1e-9 * (1 + np.abs(worth).max())] = v
    return result


# %% right: a sweep from the longest delay, the next best each time
def efficient(delays, costs):
    result = np.zeros(len(delays))
    cheapest = np.inf
    for delay in np.unique(delays)[::-1]:
        least = costs[delays == delay].min()
        if least < cheapest:
            result[(delays == delay) & (costs == least)] = 1
            cheapest = least
    return result


def best_from(delays, costs):
    answer = np.nan * np.ones(len(delays))
    at = max(range(len(delays)), key=lambda i: (-costs[i], delays[i]))
    value = 0.0
    answer[costs == costs[at]] = np.where(delays[costs == costs[at]] >= 0, 0.0, 0.0)
    while True:
        answer[(delays == delays[at]) & (costs == costs[at])] = np.where(
            np.isnan(answer[at]), value, answer[at]
        )
        longer = [j for j in range(len(delays)) if delays[j] > delays[at]]
        if not longer:
            return answer
        steps = {j: (costs[j] - costs[at]) / (delays[j] - delays[at]) for j in longer}
        value = min(steps.values())
        tied = [j for j in longer if steps[j] == value]
        for j in tied:
            answer[j] = value
        at = max(tied, key=lambda j: delays[j])


# %% right: an extra default argument and a list of lines, sorted
def efficient(delays, costs, tolerance=0):
    order = np.lexsort((costs, -delays))
    keep, best = np.zeros(len(delays), int), None
    for k in order:
        if (
            best is None
            or costs[k] < best[1] - tolerance
            or (delays[k], costs[k]) == best
        ):
            keep[k] = 1
            best = (delays[k], costs[k])
    return keep


def best_from(delays, costs):
    def span(i):
        others = [
            (delays[j] - delays[i], costs[j] - costs[i]) for j in range(len(delays))
        ]
        starts = [0.0] + [c / d for d, c in others if d < 0]
        ends = (
            [np.inf]
            + [c / d for d, c in others if d > 0]
            + [-1.0 for d, c in others if d == 0 and c < 0]
        )
        return max(starts), min(ends)

    return np.array(
        [
            start if start <= end else np.nan
            for start, end in map(span, range(len(delays)))
        ]
    )


# %% class: another_algorithm
def efficient(delays, costs):
    """Which policies are not dominated: what is the longest delay for the money?"""
    delays, costs = np.asarray(delays, float), np.asarray(costs, float)
    order = np.argsort(costs, kind="stable")
    longest = np.append(-np.inf, np.maximum.accumulate(delays[order]))
    for_less = longest[np.searchsorted(costs[order], costs, "left")]
    for_as_much = longest[np.searchsorted(costs[order], costs, "right")]
    return ((for_less < delays) & (for_as_much == delays)).astype(int)


def best_from(delays, costs):
    """Smallest value of a month at which each policy is best: a hull from below."""
    points = [(float(d), float(c)) for d, c in zip(delays, costs)]
    cheapest = min([c for _, c in points], default=0.0)
    begins = {point: 0.0 for point in points if point[1] == cheapest}
    hull = [max(begins, default=(0.0, 0.0))]
    for d, c in sorted(set(points)):
        if d <= hull[-1][0]:
            continue  # delays no longer than one that costs at most as much
        while len(hull) > 1:
            (d0, c0), (d1, c1) = hull[-2:]
            if (c1 - c0) * (d - d1) <= (c - c1) * (d1 - d0):
                break
            hull.pop()  # lies above the straight line between its neighbours
        hull.append((d, c))
    for (d0, c0), (d1, c1) in zip(hull, hull[1:]):
        begins[d1, c1] = (c1 - c0) / (d1 - d0)
    return np.array([begins.get(point, np.nan) for point in points], dtype=float)


# %% class: loops
def efficient(delays, costs):
    """Which policies are not dominated."""
    remains = []
    for i in range(len(delays)):
        keep = 1
        for j in range(len(delays)):
            as_good = delays[j] >= delays[i] and costs[j] <= costs[i]
            better = delays[j] > delays[i] or costs[j] < costs[i]
            if as_good and better:
                keep = 0
        remains.append(keep)
    return np.array(remains, dtype=int)


def best_from(delays, costs):
    """Smallest value of a month at which each policy is the best."""
    months = [float(d) for d in delays]
    bills = [float(c) for c in costs]
    answer = [float("nan")] * len(months)
    if not months:
        return np.array(answer, dtype=float)
    # at a value of 0 the cheapest are best, and the longest of them leads on
    cheapest, leader = min(bills), None
    for i in range(len(months)):
        if bills[i] == cheapest:
            answer[i] = 0.0
            if leader is None or months[i] > months[leader]:
                leader = i
    while True:
        # the next value at which a policy that delays longer draws level
        following, level = None, []
        for i in range(len(months)):
            if months[i] > months[leader]:
                value = (bills[i] - bills[leader]) / (months[i] - months[leader])
                if following is None or value < following:
                    following, level = value, [i]
                elif value == following:
                    level.append(i)
        if following is None:
            return np.array(answer, dtype=float)
        for i in level:
            answer[i] = following
            if months[i] > months[leader]:
                leader = i


# %% class: no_counterfactual
def efficient(delays, costs):
    longer, cheaper = np.subtract.outer(delays, delays), np.subtract.outer(costs, costs)
    return 1 - ((longer >= 0) & (cheaper <= 0) & ((longer > 0) | (cheaper < 0))).any(
        axis=0
    )


def best_from(delays, costs):
    return np.where(
        efficient(delays, costs) == 1,
        costs / np.where(delays == 0, np.nan, delays),
        np.nan,
    )


# %% class: vectorised
def efficient(delays, costs):
    """Which policies are not dominated."""
    longer = np.subtract.outer(delays, delays)  # row less column
    dearer = np.subtract.outer(costs, costs)
    beaten = (longer <= 0) & (dearer >= 0) & ((longer < 0) | (dearer > 0))
    return 1 - beaten.any(axis=1).astype(int)


def best_from(delays, costs):
    """Smallest value of a month at which each policy is the best."""
    longer = np.subtract.outer(delays, delays).astype(float)
    dearer = np.subtract.outer(costs, costs).astype(float)
    with np.errstate(all="ignore"):
        even = dearer / longer
    start = np.max(np.where(longer > 0, even, 0.0), axis=1, initial=0.0)
    end = np.min(np.where(longer < 0, even, np.inf), axis=1, initial=np.inf)
    twin = np.any((longer == 0) & (dearer > 0), axis=1)
    return np.where((start <= end) & ~twin, start, np.nan)
