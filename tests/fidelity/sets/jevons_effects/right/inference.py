# %% a plain one
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


# %% odds
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


# %% a loop, Python floats
import math


def inference_share(share, training_growth, inference_growth, years):
    if share <= 0 or share >= 1:
        raise ValueError("no share")
    if np.ndim(years):
        return np.array(
            [inference_share(share, training_growth, inference_growth, float(t)) for t in years]
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


# %% the logit moves on a straight line; 0-d arrays
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
        else np.array(np.log(1 / share - 1) / np.log(inference_growth / training_growth))
    )


# %% an extra default argument, numpy scalars
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
