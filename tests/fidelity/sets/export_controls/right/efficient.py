# %% a plain one
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


# %% arrays of all pairs
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


# %% every crossing tried
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


# %% a sweep from the longest delay, the next best each time
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


# %% an extra default argument and a list of lines, sorted
def efficient(delays, costs, tolerance=0):
    order = np.lexsort((costs, -delays))
    keep, best = np.zeros(len(delays), int), None
    for k in order:
        if best is None or costs[k] < best[1] - tolerance or (delays[k], costs[k]) == best:
            keep[k] = 1
            best = (delays[k], costs[k])
    return keep


def best_from(delays, costs):
    def span(i):
        others = [(delays[j] - delays[i], costs[j] - costs[i]) for j in range(len(delays))]
        starts = [0.0] + [c / d for d, c in others if d < 0]
        ends = (
            [np.inf]
            + [c / d for d, c in others if d > 0]
            + [-1.0 for d, c in others if d == 0 and c < 0]
        )
        return max(starts), min(ends)

    return np.array(
        [start if start <= end else np.nan for start, end in map(span, range(len(delays)))]
    )
