# %% right: a plain one
def diffusion_path(start, rate, ceiling, years):
    if not (0 < start < ceiling and ceiling <= 1):
        raise ValueError("no start or no ceiling")
    ratio = start / (ceiling - start) * np.exp(rate * np.asarray(years))
    return ceiling * ratio / (1 + ratio)


def years_to_reach(start, rate, ceiling, targets):
    if not (0 < start < ceiling and ceiling <= 1) or rate <= 0:
        raise ValueError("no answer")
    result = np.full(len(targets), np.inf)
    below = targets < ceiling
    ratio = targets[below] / (ceiling - targets[below])
    result[below] = np.log(ratio * (ceiling - start) / start) / rate
    return result


# %% right: the common formula, a loop for the times
def diffusion_path(start, rate, ceiling, years):
    if start <= 0 or start >= ceiling or ceiling > 1:
        raise ValueError("no start or no ceiling")
    return ceiling / (1 + (ceiling / start - 1) * np.exp(-rate * np.array(years)))


def years_to_reach(start, rate, ceiling, targets):
    if start <= 0 or start >= ceiling or ceiling > 1 or rate <= 0:
        raise ValueError("no answer")
    times = []
    for s in targets:
        if s >= ceiling:
            times.append(np.inf)
        else:
            times.append(
                (
                    np.log(s)
                    - np.log(ceiling - s)
                    - np.log(start)
                    + np.log(ceiling - start)
                )
                / rate
            )
    return np.array(times)


# %% right: the logit, shares of the ceiling
def diffusion_path(start, rate, ceiling, years):
    if not 0 < start < ceiling <= 1:
        raise ValueError("no start or no ceiling")
    logit = np.log(start / ceiling / (1 - start / ceiling)) + np.multiply(rate, years)
    return np.asarray(ceiling * (1 + np.tanh(logit / 2)) / 2)


def years_to_reach(start, rate, ceiling, targets):
    if not 0 < start < ceiling <= 1 or not rate > 0:
        raise ValueError("no answer")
    part = np.where(targets < ceiling, targets / ceiling, 0.5)
    time = (np.log(part / (1 - part)) - np.log(start / (ceiling - start))) / rate
    return np.where(targets < ceiling, time, np.inf)


# %% right: Python numbers
import math


def diffusion_path(start, rate, ceiling, years, whole=1):
    if not (start > 0 and ceiling > start and ceiling <= whole):
        raise ValueError("no start or no ceiling")
    shares = []
    for t in np.atleast_1d(years):
        weight = start * math.exp(rate * t)
        shares.append(ceiling * weight / (ceiling - start + weight))
    return np.array(shares) if np.ndim(years) else shares[0]


def years_to_reach(start, rate, ceiling, targets):
    if min(start, rate, ceiling - start) <= 0 or ceiling > 1:
        raise ValueError("no answer")
    begin = math.log(start / (ceiling - start))
    return np.array(
        [
            (math.log(s / (ceiling - s)) - begin) / rate if s < ceiling else math.inf
            for s in targets
        ]
    )


# %% class: another_algorithm
def diffusion_path(start, rate, ceiling, years):
    # Log-odds move along a straight line; log(1 + e^-z) leads back to the share.
    if start <= 0 or start >= ceiling or ceiling > 1:
        raise ValueError("0 < start < ceiling <= 1, please")
    log_odds = np.log(start) - np.log(ceiling - start)
    z = log_odds + rate * np.asarray(years, dtype=float)
    return np.exp(np.log(ceiling) - np.logaddexp(0.0, -z))


def years_to_reach(start, rate, ceiling, targets):
    # The ratio of a higher share is 1 + K (high - low) / (low (K - high)) times as big.
    if start <= 0 or start >= ceiling or ceiling > 1 or rate <= 0:
        raise ValueError("0 < start < ceiling <= 1 and rate > 0, please")
    share = np.array(targets, dtype=float)
    times = np.full(share.shape, np.inf)
    at = np.flatnonzero(share < ceiling)
    low, high = np.minimum(share[at], start), np.maximum(share[at], start)
    wait = np.log1p(ceiling * (high - low) / (low * (ceiling - high))) / rate
    times[at] = np.copysign(wait, share[at] - start)
    return times


# %% class: hours_for_gap
def diffusion_path(start, rate, ceiling, years):
    if not 0 < start < ceiling <= 1:
        raise ValueError("no start")
    return 1 / (1 + (1 / start - 1) * np.exp(-rate * years))


def years_to_reach(start, rate, ceiling, targets):
    if not 0 < start < ceiling <= 1 or rate <= 0:
        raise ValueError("no answer")
    below = np.where(targets < ceiling, targets, np.nan)
    time = np.log(below * (1 - start) / (start * (1 - below))) / rate
    return np.where(targets < ceiling, time, np.inf)


# %% class: loops
import math


def diffusion_path(start, rate, ceiling, years):
    if not (start > 0 and start < ceiling and ceiling <= 1):
        raise ValueError("0 < start < ceiling <= 1 is needed")
    left = ceiling - start
    shares = []
    for year in [years] if np.ndim(years) == 0 else years:
        power = float(rate) * float(year)
        # Only powers below 0 are taken, so that nothing overflows.
        if power >= 0:
            share = ceiling * start / (start + left * math.exp(-power))
        else:
            grown = start * math.exp(power)
            share = ceiling * grown / (grown + left)
        shares.append(float(share))
    if np.ndim(years) == 0:
        return shares[0]
    return np.array(shares, dtype=float)


def years_to_reach(start, rate, ceiling, targets):
    if not (start > 0 and start < ceiling and ceiling <= 1):
        raise ValueError("0 < start < ceiling <= 1 is needed")
    if not rate > 0:
        raise ValueError("the rate must be above 0")
    ratio_now = float(start) / float(ceiling - start)
    times = []
    for target in targets:
        target = float(target)
        if target >= ceiling:
            times.append(math.inf)
        else:
            ratio_then = target / (float(ceiling) - target)
            times.append(math.log(ratio_then / ratio_now) / float(rate))
    return np.array(times, dtype=float)


# %% class: vectorised
def diffusion_path(start, rate, ceiling, years):
    if not 0 < start < ceiling <= 1:
        raise ValueError("0 < start < ceiling <= 1 is required")
    with np.errstate(over="ignore"):
        to_be_won = (ceiling / start - 1) * np.exp(-rate * np.asarray(years, float))
    return ceiling / (1 + to_be_won)


def years_to_reach(start, rate, ceiling, targets):
    if not (0 < start < ceiling <= 1 and rate > 0):
        raise ValueError("0 < start < ceiling <= 1 and rate > 0 are required")
    s = np.append(np.asarray(targets, dtype=float), start)
    reached = s < ceiling
    ratio = np.divide(s, ceiling - s, out=np.full(s.shape, np.inf), where=reached)
    return np.log(ratio[:-1] / ratio[-1]) / rate
