# %% right: a plain one
def gap_half_life(start, end, best, years):
    if not start > end > best or years <= 0:
        raise ValueError("no half-life")
    first = start - best
    last = end - best
    return years * np.log(2) / np.log(first / last)


def hours_path(start, best, half_life, progress, years):
    if half_life <= 0 or progress >= 1:
        raise ValueError("cannot be")
    gap = (start - best) * 2.0 ** (-np.asarray(years) / half_life)
    leader = best * (1.0 - progress) ** np.asarray(years)
    return leader + gap


# %% right: math, a loop over times
import math


def gap_half_life(start, end, best, years):
    if start <= end or end <= best or years <= 0:
        raise ValueError("no half-life")
    return years / math.log2((start - best) / (end - best))


def hours_path(start, best, half_life, progress, years):
    if not (half_life > 0 and progress < 1):
        raise ValueError("cannot be")
    path = [
        float(
            best * (1.0 - progress) ** float(t)
            + (start - best) * 0.5 ** (t / half_life)
        )
        for t in np.atleast_1d(years)
    ]
    return np.array(path) if np.ndim(years) else path[0]


# %% right: a yearly rate, then the half-life
def gap_half_life(start, end, best, years):
    if not (start > end and end > best and years > 0):
        raise ValueError("no half-life")
    rate = -np.log((end - best) / (start - best)) / years
    return np.array(np.log(2) / rate)


def hours_path(start, best, half_life, progress, years):
    if min(half_life, 1 - progress) <= 0:
        raise ValueError("cannot be")
    t = np.array(years, dtype=float)
    return np.exp(t * np.log(1 - progress)) * best + (start - best) * np.exp(
        -np.log(2) / half_life * t
    )


# %% right: a root by halving the interval; numpy.power
def gap_half_life(start, end, best, years):
    if start <= end or best >= end or years <= 0:
        raise ValueError("no half-life")
    low, high = 0.0, 1.0  # halvings
    while (start - best) * 0.5**high > end - best:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (
            (middle, high)
            if (start - best) * 0.5**middle > end - best
            else (low, middle)
        )
    return years / high


def hours_path(start, best, half_life, progress, years, base=2.0):
    if half_life <= 0 or progress >= 1:
        raise ValueError("cannot be")
    return best * np.power(1.0 - progress, years) + (start - best) / np.power(
        base, np.divide(years, half_life)
    )


# %% class: another_algorithm
def gap_half_life(start, end, best, years):
    # Bisection: how many halvings take the first gap to the last one?
    if not years > 0 or not min(start - end, end - best) > 0:
        raise ValueError("the laggard must come closer within some time")
    left = float(end - best) / float(start - best)
    few, many = 0.0, 1.0
    while 0.5**many > left:
        many = 2 * many
    for _ in range(200):
        middle = (few + many) / 2
        if 0.5**middle > left:
            few = middle
        else:
            many = middle
    return years / many


def hours_path(start, best, half_life, progress, years):
    # Both falls as powers of e: the rates come first, then one sum.
    if half_life <= 0 or progress >= 1:
        raise ValueError("half_life > 0 and progress < 1, please")
    rates = np.array([np.log1p(-float(progress)), -np.log(2.0) / half_life])
    weights = np.array([best, start - best], dtype=float)
    return np.exp(np.multiply.outer(np.asarray(years, dtype=float), rates)) @ weights


# %% class: hours_for_gap
def gap_half_life(start, end, best, years):
    if not start > end > best or years <= 0:
        raise ValueError("no half-life")
    return years * np.log(2) / np.log(start / end)


def hours_path(start, best, half_life, progress, years):
    if half_life <= 0 or progress >= 1:
        raise ValueError("cannot be")
    return start * 0.5 ** (years / half_life)


# %% class: loops
import math


def gap_half_life(start, end, best, years):
    if start <= end or end <= best or years <= 0:
        raise ValueError("start > end > best and years > 0 are needed")
    # The gap falls from first to last; count whole halvings, then the rest of one.
    first, last = float(start - best), float(end - best)
    halvings = 0.0
    while first / 2 >= last:
        first = first / 2
        halvings += 1
    halvings += math.log1p((first - last) / last) / math.log(2)
    return float(years / halvings)


def hours_path(start, best, half_life, progress, years):
    if not half_life > 0:
        raise ValueError("the half-life must be above 0")
    if not progress < 1:
        raise ValueError("progress must be below 1")
    several = np.ndim(years) > 0
    path = []
    for year in years if several else [years]:
        year = float(year)
        leader = float(best) * (1.0 - float(progress)) ** year
        gap = float(start - best) * 0.5 ** (year / float(half_life))
        path.append(leader + gap)
    return np.array(path, dtype=float) if several else path[0]


# %% class: vectorised
def gap_half_life(start, end, best, years):
    if not (start > end > best and years > 0):
        raise ValueError("start > end > best and years > 0 are required")
    return years / np.log2((start - best) / (end - best))


def hours_path(start, best, half_life, progress, years):
    if not (half_life > 0 and progress < 1):
        raise ValueError("half_life > 0 and progress < 1 are required")
    t = np.asarray(years, dtype=float)
    kept = np.float64(1.0 - progress)
    return best * kept**t + (start - best) / 2.0 ** (t / half_life)
