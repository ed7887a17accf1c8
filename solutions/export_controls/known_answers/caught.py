# %% right: a plain one
def caught_2022(score, links):
    result = np.where((score >= 4800) & (links >= 600), 1.0, 0.0)
    result[(score >= 4800) & np.isnan(links)] = np.nan
    return result


def caught_2023(score, density, centre):
    second = (score >= 2400) & (density >= 1.6)
    third = (score >= 1600) & (density >= 3.2)
    result = np.where((score >= 4800) | centre & (second | third), 1.0, 0.0)
    result[(score >= 1600) & (score < 4800) & centre & np.isnan(density)] = np.nan
    return result


def caught_2026(score, bandwidth):
    result = np.where((score >= 21000) | (bandwidth >= 6500), 1.0, 0.0)
    result[(score < 21000) & np.isnan(bandwidth)] = np.nan
    return result


# %% right: loops with elif
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


# %% right: if every missing fact were the least or the most
def between(least, most):
    return np.where(least == most, least, np.nan)


def caught_2022(score, links):
    one, other = [
        (score >= 4800) * (np.nan_to_num(links, nan=x) >= 600) for x in (0, 1e9)
    ]
    return between(one.astype(float), other.astype(float))


def caught_2023(score, density, centre):
    ends = []
    for x in (0, 1e9):
        d = np.nan_to_num(density, nan=x)
        steps = [
            (score >= 4800 / k) & (d >= 3.2 * (k - 1) / 2) & (centre | (k == 1))
            for k in (1, 2, 3)
        ]
        ends.append(np.any(steps, axis=0).astype(float))
    return between(*ends)


def caught_2026(score, bandwidth):
    ends = [
        (score >= 21000) | (np.nan_to_num(bandwidth, nan=x) >= 6500) for x in (0, 1e9)
    ]
    return between(*[end.astype(float) for end in ends])


# %% right: select, smallest and largest of marks
def mark(values, least):
    return np.select([np.isnan(values), values >= least], [np.nan, 1.0], 0.0)


def caught_2022(score, links):
    return np.select([score < 4800], [np.zeros(len(score))], mark(links, 600))


def caught_2023(score, density, centre):
    needed = np.select(
        [score >= 4800, ~centre, score >= 2400, score >= 1600],
        [-1.0, np.inf, 1.6, 3.2],
        np.inf,
    )
    return np.select(
        [needed == -1, needed == np.inf], [1.0, 0.0], mark(density, needed)
    )


def caught_2026(score, bandwidth):
    return np.fmax(
        mark(score, 21000), mark(bandwidth, 6500) * np.where(score >= 21000, 0, 1)
    ) + 0 * np.where((score < 21000), bandwidth, 0)


# %% right: one chip at a time by np.vectorize
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


# %% class: another_algorithm
def agree(test, fact):
    """Try a missing fact at both extremes: only if both say the same can one tell."""
    gone = np.isnan(fact)
    low = test(np.where(gone, -np.inf, fact)).astype(float)
    high = test(np.where(gone, np.inf, fact)).astype(float)
    answer = low.copy()
    answer[low != high] = np.nan
    return answer


def caught_2022(score, links):
    """Whether the rule of 2022 catches each chip."""
    return agree(lambda rate: np.minimum(score / 4800, rate / 600) >= 1, links)


def caught_2023(score, density, centre):
    """Whether the rule of 2023 catches each chip."""

    def rule(packed):
        big = score >= 4800
        middle = (score >= 2400) & (packed >= 1.6)
        small = (score >= 1600) & (packed >= 3.2)
        return big | (np.asarray(centre, bool) & (middle | small))

    return agree(rule, density)


def caught_2026(score, bandwidth):
    """Whether the rule of 2026 catches each chip."""
    return agree(lambda rate: (score >= 21000) | (rate >= 6500), bandwidth)


# %% class: loops
def caught_2022(score, links):
    """Whether the rule of 2022 catches each chip."""
    fates = []
    for points, rate in zip(score, links):
        if points < 4800:
            fates.append(0.0)
        elif rate != rate:
            fates.append(float("nan"))
        elif rate >= 600:
            fates.append(1.0)
        else:
            fates.append(0.0)
    return np.array(fates, dtype=float)


def caught_2023(score, density, centre):
    """Whether the rule of 2023 catches each chip."""
    fates = []
    for points, packed, for_centre in zip(score, density, centre):
        if points >= 4800:
            fates.append(1.0)
        elif not for_centre or points < 1600:
            fates.append(0.0)
        elif packed != packed:
            fates.append(float("nan"))
        elif packed >= 3.2 or (points >= 2400 and packed >= 1.6):
            fates.append(1.0)
        else:
            fates.append(0.0)
    return np.array(fates, dtype=float)


def caught_2026(score, bandwidth):
    """Whether the rule of 2026 catches each chip."""
    fates = []
    for points, rate in zip(score, bandwidth):
        if points >= 21000:
            fates.append(1.0)
        elif rate != rate:
            fates.append(float("nan"))
        elif rate >= 6500:
            fates.append(1.0)
        else:
            fates.append(0.0)
    return np.array(fates, dtype=float)


# %% class: missing_as_allowed
def caught_2022(score, links):
    return ((score >= 4800) & (links >= 600)).astype(float)


def caught_2023(score, density, centre):
    steps = (score >= 2400) & (density >= 1.6) | (score >= 1600) & (density >= 3.2)
    return ((score >= 4800) | steps & centre).astype(float)


def caught_2026(score, bandwidth):
    return ((score >= 21000) | (bandwidth >= 6500)).astype(float)


# %% class: vectorised
def caught_2022(score, links):
    """Whether the rule of 2022 catches each chip."""
    reach = np.where(np.isnan(links), np.nan, links >= 600)
    return np.where(score >= 4800, reach, 0.0)


def caught_2023(score, density, centre):
    """Whether the rule of 2023 catches each chip."""
    band = np.digitize(score, [1600, 2400, 4800])
    band = np.where(np.logical_or(centre, band == 3), band, 0)
    needed = np.array([np.inf, 3.2, 1.6, -np.inf])[band]
    known = np.where(np.isnan(density), np.nan, density >= needed)
    return np.where(band == 3, 1.0, np.where(band == 0, 0.0, known))


def caught_2026(score, bandwidth):
    """Whether the rule of 2026 catches each chip."""
    fast = np.where(np.isnan(bandwidth), np.nan, bandwidth >= 6500)
    return np.where(score >= 21000, 1.0, fast)
