# %% a plain one
def brier_score(stated, happened):
    if np.any(stated < 0) or np.any(stated > 1):
        raise ValueError("no probability")
    return ((stated - happened) ** 2).mean()


def voice_score(tighter, looser, technology):
    stated = np.zeros(len(HAPPENED))
    stated[DIRECTION == "tighter"] = tighter
    stated[DIRECTION == "looser"] = looser
    stated[DIRECTION == "technology"] = technology
    return ((stated - HAPPENED) ** 2).mean()


def calibration_table(stated, happened, edges):
    rows = []
    for i in range(len(edges) - 1):
        low, high = edges[i], edges[i + 1]
        inside = (stated >= low) & (stated < high)
        if i == len(edges) - 2:
            inside = inside | (stated == high)
        n = inside.sum()
        if n == 0:
            rows.append([np.nan, np.nan, 0])
        else:
            rows.append([stated[inside].mean(), happened[inside].mean(), n])
    return np.array(rows)


# %% plain loops
def brier_score(stated, happened):
    total = 0.0
    for p, x in zip(stated, happened):
        if p < 0 or p > 1:
            raise ValueError("no probability")
        total += (p - 1) ** 2 if x else p**2
    return float(total / len(stated))


def voice_score(tighter, looser, technology):
    total = 0
    for _, direction, outcome, _ in QUESTIONS:
        p = tighter if direction == "tighter" else looser if direction == "looser" else technology
        total += (outcome - p) ** 2
    return total / len(QUESTIONS)


def calibration_table(stated, happened, edges):
    k = len(edges) - 1
    sums, hits, counts = [0.0] * k, [0] * k, [0] * k
    for p, x in zip(stated, happened):
        group = 0
        while group < k - 1 and p >= edges[group + 1]:
            group += 1
        sums[group] += p
        hits[group] += int(x)
        counts[group] += 1
    return np.array(
        [[s / n, h / n, n] if n else [np.nan, np.nan, 0] for s, h, n in zip(sums, hits, counts)]
    )


# %% inner products, digitize and bincount
def brier_score(stated, happened):
    if stated.min() < 0 or stated.max() > 1:
        raise ValueError("no probability")
    error = stated - np.asarray(happened, dtype=float)
    return np.array(error @ error / error.size)


def voice_score(tighter, looser, technology):
    stated = np.select(
        [DIRECTION == "tighter", DIRECTION == "looser"], [tighter, looser], technology
    )
    return np.var(stated - HAPPENED) + np.mean(stated - HAPPENED) ** 2


def calibration_table(stated, happened, edges):
    k = len(edges) - 1
    group = np.digitize(stated, edges[1:-1]) if k > 1 else np.zeros(len(stated), dtype=int)
    n = np.bincount(group, minlength=k)
    means = [
        np.bincount(group, weights=values, minlength=k) / np.where(n > 0, n, np.nan)
        for values in (stated, happened)
    ]
    return np.column_stack([*means, n])


# %% counts of outcomes, masks of all groups at once
def brier_score(stated, happened):
    if not np.all((0 <= stated) & (stated <= 1)):
        raise ValueError("no probability")
    return np.average(np.where(happened, 1.0 - stated, stated) ** 2)


def voice_score(tighter, looser, technology):
    score = 0.0
    for way, p in {
        "tighter": tighter,
        "looser": looser,
        "technology": technology,
    }.items():
        mine = HAPPENED[DIRECTION == way]
        score += mine.sum() * (1 - p) ** 2 + (len(mine) - mine.sum()) * p**2
    return score / len(HAPPENED)


def calibration_table(stated, happened, edges, closed=1e-3):
    upper = np.array(edges[1:], dtype=float)
    upper[-1] += closed
    members = (stated[None] >= np.asarray(edges)[:-1, None]) & (stated[None] < upper[:, None])
    n = members.sum(axis=1)
    divisor = np.where(n, n, np.nan)
    return np.array([members @ (stated * 1.0) / divisor, members @ (happened * 1.0) / divisor, n]).T
