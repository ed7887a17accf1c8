# %% right: a plain one
def inference_share(share, training_growth, inference_growth, years):
    if share <= 0 or share >= 1:
        raise ValueError("no share")
    inference = share * float(inference_growth) ** years
    training = (1 - share) * float(training_growth) ** years
    return inference / (inference + training)


def years_to_parity(share, training_growth, inference_growth):
    if share <= 0 or share >= 1:
        raise ValueError("no share")
    gap = np.log((1 - share) / share)
    pace = np.log(inference_growth / training_growth)
    if gap == 0:
        return 0
    if pace == 0:
        return np.inf
    return gap / pace


# %% right: odds
def inference_share(share, training_growth, inference_growth, years):
    if not 0 < share < 1:
        raise ValueError("no share")
    against = (1 / share - 1) * (training_growth / inference_growth) ** years
    return 1 / (1 + against)


def years_to_parity(share, training_growth, inference_growth):
    if not 0 < share < 1:
        raise ValueError("no share")
    if share == 0.5:
        return 0.0
    if training_growth == inference_growth:
        return float("inf")
    odds = share / (1 - share)
    return float(-np.log10(odds) / np.log10(inference_growth / training_growth))


# %% right: a loop, Python floats
import math


def inference_share(share, training_growth, inference_growth, years):
    if share <= 0 or share >= 1:
        raise ValueError("no share")
    if np.ndim(years):
        return np.array(
            [
                inference_share(share, training_growth, inference_growth, float(t))
                for t in years
            ]
        )
    made = math.exp(math.log(inference_growth) * years) * share
    return made / (made + math.exp(math.log(training_growth) * years) * (1 - share))


def years_to_parity(share, training_growth, inference_growth):
    if share <= 0 or share >= 1:
        raise ValueError("no share")
    needed = math.log(1 - share) - math.log(share)
    closing = math.log(inference_growth) - math.log(training_growth)
    if abs(needed) < 1e-12:
        return 0.0
    return needed / closing if closing else math.inf


# %% right: the logit moves on a straight line; 0-d arrays
def inference_share(share, training_growth, inference_growth, years):
    if np.any((share <= 0) | (share >= 1)):
        raise ValueError("no share")
    logit = np.log(share / (1 - share)) + np.asarray(years) * np.log(
        inference_growth / training_growth
    )
    return np.array(1 / (1 + np.exp(-logit)))


def years_to_parity(share, training_growth, inference_growth):
    if np.any((share <= 0) | (share >= 1)):
        raise ValueError("no share")
    if share == 0.5:
        return np.array(0.0)
    return (
        np.array(np.inf)
        if training_growth == inference_growth
        else np.array(
            np.log(1 / share - 1) / np.log(inference_growth / training_growth)
        )
    )


# %% right: an extra default argument, numpy scalars
def inference_share(share, training_growth, inference_growth, years, start=0):
    if share <= 0 or 1 <= share:
        raise ValueError("no share")
    t = np.asarray(years) - float(start)
    parts = np.array(
        [
            share * np.power(1.0 * inference_growth, t),
            (1 - share) * np.power(1.0 * training_growth, t),
        ]
    )
    return parts[0] / parts.sum(axis=0)


def years_to_parity(share, training_growth, inference_growth, target=0.5):
    if share <= 0 or 1 <= share:
        raise ValueError("no share")
    if share == target:
        return np.float64(0)
    if inference_growth == training_growth:
        return np.float64(np.inf)
    wait = (np.log2(1 - share) - np.log2(share)) / (
        np.log2(inference_growth) - np.log2(training_growth)
    )
    return np.float64(wait)


# %% class: another_algorithm
def inference_share(share, training_growth, inference_growth, years):
    """Logarithms of both parts and of their sum."""
    if share <= 0 or share >= 1:
        raise ValueError("not a share between 0 and 1")
    years = np.asarray(years, dtype=float)
    inference = np.log(share) + years * np.log(inference_growth)
    training = np.log1p(-share) + years * np.log(training_growth)
    return np.exp(inference - np.logaddexp(inference, training))


def years_to_parity(share, training_growth, inference_growth):
    """The gap of logarithms is a line in time: two heights give its zero."""
    if share <= 0 or share >= 1:
        raise ValueError("not a share between 0 and 1")
    if 2 * share == 1:
        return 0
    if training_growth == inference_growth:
        return np.inf
    now = np.log(share) - np.log1p(-share)
    later = now + np.log(inference_growth) - np.log(training_growth)
    return now / (now - later)


# %% class: loops
def inference_share(share, training_growth, inference_growth, years):
    """Share at each time; the slower part is written as a multiple of the faster."""
    if not 0 < share < 1:
        raise ValueError("the share lies between 0 and 1")
    training_growth, inference_growth = float(training_growth), float(inference_growth)
    shares = []
    for time in np.ravel(years):
        time = float(time)
        if inference_growth >= training_growth:
            inference = float(share)
            training = (1 - share) * (training_growth / inference_growth) ** time
        else:
            inference = share * (inference_growth / training_growth) ** time
            training = 1 - float(share)
        shares.append(float(inference / (inference + training)))
    return shares[0] if np.ndim(years) == 0 else np.array(shares, dtype=float)


def years_to_parity(share, training_growth, inference_growth):
    """Years until the odds are 1."""
    import math

    if not 0 < share < 1:
        raise ValueError("the share lies between 0 and 1")
    odds = share / (1 - share)
    if odds == 1:
        return 0.0
    if inference_growth == training_growth:
        return math.inf
    pace = math.log(inference_growth) - math.log(training_growth)
    return -math.log(odds) / pace


# %% class: shifts_ignored
def inference_share(share, training_growth, inference_growth, years):
    if not 0 < share < 1:
        raise ValueError("no share")
    return share * (inference_growth / training_growth) ** years


def years_to_parity(share, training_growth, inference_growth):
    if not 0 < share < 1:
        raise ValueError("no share")
    return np.log(0.5 / share) / np.log(inference_growth / training_growth)


# %% class: vectorised
def inference_share(share, training_growth, inference_growth, years):
    if not 0 < share < 1:
        raise ValueError("the share lies between 0 and 1")
    odds = (1 - share) / share * np.power(training_growth / inference_growth, years)
    return 1 / (1 + odds)


def years_to_parity(share, training_growth, inference_growth):
    if not 0 < share < 1:
        raise ValueError("the share lies between 0 and 1")
    gap, pace = np.log([(1 - share) / share, inference_growth / training_growth])
    return 0.0 if gap == 0 else np.inf if pace == 0 else gap / pace
