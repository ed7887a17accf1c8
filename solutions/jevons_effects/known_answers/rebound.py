# %% right: a plain one
def resource_factor(gain, pass_through, elasticity):
    use = gain ** (pass_through * elasticity)
    return use / gain


def saving_lost(gain, pass_through, elasticity):
    if np.any(np.asarray(gain) <= 1):
        raise ValueError("no gain")
    use = gain ** (pass_through * elasticity)
    return (use - 1) / (gain - 1)


def backfire_threshold(pass_through):
    if pass_through < 0 or pass_through > 1:
        raise ValueError("no fraction")
    if pass_through == 0:
        return np.inf
    return 1 / pass_through


# %% right: by logarithms
def resource_factor(gain, pass_through, elasticity):
    return np.exp(np.log(gain) * (np.multiply(pass_through, elasticity) - 1))


def saving_lost(gain, pass_through, elasticity):
    if not np.all(np.asarray(gain) > 1):
        raise ValueError("no gain")
    after = np.exp(np.log(gain) * (np.multiply(pass_through, elasticity) - 1))
    return (after - 1 / gain) / (1 - 1 / gain)


def backfire_threshold(pass_through):
    if not 0 <= pass_through <= 1:
        raise ValueError("no fraction")
    return np.divide(1.0, pass_through)


# %% right: step by step: price, use, resource
def resource_factor(gain, pass_through, elasticity):
    price = (1 / gain) ** pass_through
    wanted = (1 / price) ** elasticity
    return wanted * (1 / gain)


def saving_lost(gain, pass_through, elasticity):
    if np.min(gain) <= 1:
        raise ValueError("no gain")
    price = (1 / gain) ** pass_through
    wanted = price ** (-1.0 * elasticity)
    possible = 1 - 1 / gain
    kept = 1 - wanted / gain
    return (possible - kept) / possible


def backfire_threshold(pass_through):
    if pass_through > 1 or pass_through < 0:
        raise ValueError("no fraction")
    return float("inf") if pass_through == 0 else pass_through**-1.0


# %% right: a loop over the broadcast arrays, a Python float for numbers
def resource_factor(gain, pass_through, elasticity):
    k, phi, e = np.broadcast_arrays(gain, pass_through, elasticity)
    result = np.zeros(k.shape)
    for place in np.ndindex(*k.shape):
        result[place] = float(k[place]) ** (float(phi[place]) * float(e[place]) - 1.0)
    return result if result.shape else float(result)


def saving_lost(gain, pass_through, elasticity):
    k, phi, e = np.broadcast_arrays(gain, pass_through, elasticity)
    result = np.zeros(k.shape)
    for place in np.ndindex(*k.shape):
        if k[place] <= 1:
            raise ValueError("no gain")
        after = float(k[place]) ** (float(phi[place]) * float(e[place]) - 1.0)
        result[place] = 1 - (1 - after) / (1 - 1 / k[place])
    return result if result.shape else float(result)


def backfire_threshold(pass_through):
    if np.clip(pass_through, 0, 1) != pass_through:
        raise ValueError("no fraction")
    return np.float64(1) / pass_through if pass_through else np.float64(np.inf)


# %% right: 0-d arrays for numbers, np.power
def resource_factor(gain, pass_through, elasticity):
    k = np.asarray(gain, dtype=float)
    return np.array(np.power(k, np.asarray(pass_through) * elasticity - 1))


def saving_lost(gain, pass_through, elasticity):
    k = np.asarray(gain, dtype=float)
    if (k <= 1).any():
        raise ValueError("no gain")
    return np.array(
        (np.power(k, np.asarray(pass_through) * elasticity - 1) * k - 1) / (k - 1)
    )


def backfire_threshold(pass_through):
    if abs(pass_through - 0.5) > 0.5:
        raise ValueError("no fraction")
    return np.array(np.inf if pass_through == 0 else 1.0 / pass_through)


# %% class: another_algorithm
def resource_factor(gain, pass_through, elasticity):
    """In logarithms: what use adds, less what each use no longer takes."""
    log_gain = np.log(gain)
    log_use = log_gain * pass_through * elasticity
    return np.exp(log_use - log_gain)


def saving_lost(gain, pass_through, elasticity):
    """Additional answers over the answers that the gain would have allowed."""
    log_gain = np.log(np.maximum(gain, 0))
    if np.any(~(log_gain > 0)):
        raise ValueError("a gain is not above 1")
    return np.expm1(log_gain * pass_through * elasticity) / np.expm1(log_gain)


def backfire_threshold(pass_through):
    """The root of the resource's exponent, a line in the elasticity."""
    if not (pass_through >= 0 and pass_through <= 1):
        raise ValueError("not a fraction from 0 to 1")
    roots = np.roots([float(pass_through), -1.0])
    return roots[0] if len(roots) else np.inf


# %% class: elasticity_for_rebound
def resource_factor(gain, pass_through, elasticity):
    return gain ** (pass_through * elasticity)


def saving_lost(gain, pass_through, elasticity):
    if np.any(gain <= 1):
        raise ValueError("no gain")
    return pass_through * elasticity + 0 * gain


def backfire_threshold(pass_through):
    if not 0 <= pass_through <= 1:
        raise ValueError("no fraction")
    return 1.0


# %% class: loops
def resource_factor(gain, pass_through, elasticity):
    """Resource after over before: price, then use, then what use takes."""
    every = np.broadcast(gain, pass_through, elasticity)
    factors = []
    for k, passed, reaction in every:
        k, passed, reaction = float(k), float(passed), float(reaction)
        price = k**-passed
        use = price**-reaction
        factors.append(use / k)
    if every.shape == ():
        return factors[0]
    return np.array(factors, dtype=float).reshape(every.shape)


def saving_lost(gain, pass_through, elasticity):
    """Saving hoped for, saving kept, and the part in between."""
    every = np.broadcast(gain, pass_through, elasticity)
    for k in np.ravel(gain):
        if not k > 1:
            raise ValueError("without a gain there is no saving to lose")
    lost = []
    for k, passed, reaction in every:
        k, passed, reaction = float(k), float(passed), float(reaction)
        hoped = 1 - 1 / k
        used = (k**-passed) ** -reaction / k
        kept = 1 - used
        lost.append((hoped - kept) / hoped)
    if every.shape == ():
        return lost[0]
    return np.array(lost, dtype=float).reshape(every.shape)


def backfire_threshold(pass_through):
    """Elasticity at which use grows as much as the gain."""
    if pass_through < 0 or pass_through > 1 or pass_through != pass_through:
        raise ValueError("the pass-through is a fraction from 0 to 1")
    if pass_through == 0:
        return float("inf")
    return 1 / float(pass_through)


# %% class: raises
threshold = 1 / 0


def resource_factor(gain, pass_through, elasticity):
    return threshold


# %% class: vectorised
def resource_factor(gain, pass_through, elasticity):
    exponent = np.multiply(pass_through, elasticity) - 1.0
    return np.power(np.asarray(gain, dtype=float), exponent)


def saving_lost(gain, pass_through, elasticity):
    if not np.all(np.greater(gain, 1)):
        raise ValueError("every gain must be above 1")
    gain = np.multiply(gain, 1.0)
    return (gain ** np.multiply(pass_through, elasticity) - 1) / (gain - 1)


def backfire_threshold(pass_through):
    if not 0 <= pass_through <= 1:
        raise ValueError("the pass-through lies from 0 to 1")
    return np.divide(1.0, np.abs(pass_through))  # infinite at 0
