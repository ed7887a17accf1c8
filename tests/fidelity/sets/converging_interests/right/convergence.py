# %% a plain one
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


# %% math, a loop over times
import math


def gap_half_life(start, end, best, years):
    if start <= end or end <= best or years <= 0:
        raise ValueError("no half-life")
    return years / math.log2((start - best) / (end - best))


def hours_path(start, best, half_life, progress, years):
    if not (half_life > 0 and progress < 1):
        raise ValueError("cannot be")
    path = [
        float(best * (1.0 - progress) ** float(t) + (start - best) * 0.5 ** (t / half_life))
        for t in np.atleast_1d(years)
    ]
    return np.array(path) if np.ndim(years) else path[0]


# %% a yearly rate, then the half-life
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


# %% a root by halving the interval; numpy.power
def gap_half_life(start, end, best, years):
    if start <= end or best >= end or years <= 0:
        raise ValueError("no half-life")
    low, high = 0.0, 1.0  # halvings
    while (start - best) * 0.5**high > end - best:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if (start - best) * 0.5**middle > end - best else (low, middle)
    return years / high


def hours_path(start, best, half_life, progress, years, base=2.0):
    if half_life <= 0 or progress >= 1:
        raise ValueError("cannot be")
    return best * np.power(1.0 - progress, years) + (start - best) / np.power(
        base, np.divide(years, half_life)
    )
