# %% right: a plain one
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


# %% right: plain loops
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
        p = (
            tighter
            if direction == "tighter"
            else looser
            if direction == "looser"
            else technology
        )
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
        [
            [s / n, h / n, n] if n else [np.nan, np.nan, 0]
            for s, h, n in zip(sums, hits, counts)
        ]
    )


# %% right: inner products, digitize and bincount
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
    group = (
        np.digitize(stated, edges[1:-1]) if k > 1 else np.zeros(len(stated), dtype=int)
    )
    n = np.bincount(group, minlength=k)
    means = [
        np.bincount(group, weights=values, minlength=k) / np.where(n > 0, n, np.nan)
        for values in (stated, happened)
    ]
    return np.column_stack([*means, n])


# %% right: counts of outcomes, masks of all groups at once
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
    members = (stated[None] >= np.asarray(edges)[:-1, None]) & (
        stated[None] < upper[:, None]
    )
    n = members.sum(axis=1)
    divisor = np.where(n, n, np.nan)
    return np.array(
        [members @ (stated * 1.0) / divisor, members @ (happened * 1.0) / divisor, n]
    ).T


# %% class: another_algorithm
def brier_score(stated, happened):
    # The distance is 1 - p after an event and p without it; squares by the norm.
    p = np.array(stated, dtype=float)
    if p.min() < 0 or p.max() > 1:
        raise ValueError("a probability is at least 0 and at most 1")
    distance = np.where(np.asarray(happened, dtype=bool), 1 - p, p)
    return float(np.linalg.norm(distance) ** 2 / len(p))


def voice_score(tighter, looser, technology):
    # Count events and non-events of each direction, then weigh the two squares.
    total = 0.0
    voice = {"tighter": tighter, "looser": looser, "technology": technology}
    for direction, p in voice.items():
        outcomes = HAPPENED[DIRECTION == direction].tolist()
        yes, no = outcomes.count(1), outcomes.count(0)
        total += yes * (1 - p) ** 2 + no * p**2
    return float(total / len(HAPPENED))


def calibration_table(stated, happened, edges):
    # Sort once, find where each group begins, and take differences of running sums.
    p, came = np.asarray(stated, dtype=float), np.asarray(happened, dtype=float)
    order = np.argsort(p, kind="stable")
    cuts = np.searchsorted(p[order], np.asarray(edges, dtype=float), side="left")
    cuts[-1] = np.searchsorted(p[order], edges[-1], side="right")
    columns = [p[order], came[order], np.ones(len(p))]
    running = np.array([np.append(0.0, np.cumsum(column)) for column in columns])
    table = np.diff(running[:, cuts], axis=1).T
    some = table[:, 2] > 0
    table[some, :2] /= table[some, 2:]
    table[~some, :2] = np.nan
    return table


# %% class: loops
def brier_score(stated, happened):
    total, number = 0.0, 0
    for probability, outcome in zip(stated, happened):
        if probability < 0 or probability > 1:
            raise ValueError("a probability lies outside 0 and 1")
        distance = float(probability) - (1.0 if outcome else 0.0)
        total += distance**2
        number += 1
    return total / number


def voice_score(tighter, looser, technology):
    total = 0.0
    for _, direction, came_true, _ in QUESTIONS:
        if direction == "tighter":
            probability = tighter
        elif direction == "looser":
            probability = looser
        else:
            probability = technology
        total += (float(probability) - came_true) ** 2
    return total / len(QUESTIONS)


def calibration_table(stated, happened, edges):
    groups = len(edges) - 1
    table = np.zeros((groups, 3))
    for i in range(groups):
        sum_stated, sum_happened, number = 0.0, 0.0, 0
        for probability, outcome in zip(stated, happened):
            inside = edges[i] <= probability < edges[i + 1]
            if i == groups - 1 and probability == edges[i + 1]:
                inside = True
            if inside:
                sum_stated += float(probability)
                sum_happened += float(outcome)
                number += 1
        if number == 0:
            table[i] = [np.nan, np.nan, 0]
        else:
            table[i] = [sum_stated / number, sum_happened / number, number]
    return table


# %% class: percent_for_fraction
def brier_score(stated, happened):
    if np.any(stated < 0) or np.any(stated > 100):
        raise ValueError("no probability")
    return np.mean((stated / 100 - happened) ** 2)


def voice_score(tighter, looser, technology):
    stated = np.select(
        [DIRECTION == "tighter", DIRECTION == "looser"], [tighter, looser], technology
    )
    return np.mean((stated / 100 - HAPPENED) ** 2)


def calibration_table(stated, happened, edges):
    rows = []
    for i in range(len(edges) - 1):
        inside = (stated >= edges[i]) & (
            (stated < edges[i + 1]) | (i == len(edges) - 2)
        )
        n = inside.sum()
        rows.append(
            [100 * stated[inside].mean(), 100 * happened[inside].mean(), n]
            if n
            else [np.nan, np.nan, 0]
        )
    return np.array(rows)


# %% class: vectorised
def brier_score(stated, happened):
    stated, happened = np.asarray(stated, float), np.asarray(happened, float)
    if np.any((stated < 0) | (stated > 1)):
        raise ValueError("probabilities lie from 0 to 1")
    return np.mean((stated - happened) ** 2)


def voice_score(tighter, looser, technology):
    is_tighter, is_looser = DIRECTION == "tighter", DIRECTION == "looser"
    stated = np.where(is_tighter, tighter, np.where(is_looser, looser, technology))
    return np.mean(np.square(stated - HAPPENED.astype(float)))


def calibration_table(stated, happened, edges):
    stated, happened = np.asarray(stated, float), np.asarray(happened, float)
    low, high = np.asarray(edges, float)[:-1, None], np.array(edges, float)[1:, None]
    high[-1] = np.nextafter(high[-1], np.inf)  # the last group has its upper edge too
    inside = ((low <= stated) & (stated < high)).astype(float)
    number = inside.sum(axis=1)
    sums = np.stack([inside @ stated, inside @ happened], axis=1)
    means = np.full(sums.shape, np.nan)
    np.divide(sums, number[:, None], out=means, where=number[:, None] > 0)
    return np.column_stack([means, number])
