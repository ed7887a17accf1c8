# %% a plain one
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


# %% the common formula, a loop for the times
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
                (np.log(s) - np.log(ceiling - s) - np.log(start) + np.log(ceiling - start)) / rate
            )
    return np.array(times)


# %% the logit, shares of the ceiling
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


# %% Python numbers
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
        [(math.log(s / (ceiling - s)) - begin) / rate if s < ceiling else math.inf for s in targets]
    )
