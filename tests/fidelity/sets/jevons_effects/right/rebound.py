# %% a plain one
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


# %% by logarithms
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


# %% step by step: price, use, resource
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


# %% a loop over the broadcast arrays, a Python float for numbers
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


# %% 0-d arrays for numbers, np.power
def resource_factor(gain, pass_through, elasticity):
    k = np.asarray(gain, dtype=float)
    return np.array(np.power(k, np.asarray(pass_through) * elasticity - 1))


def saving_lost(gain, pass_through, elasticity):
    k = np.asarray(gain, dtype=float)
    if (k <= 1).any():
        raise ValueError("no gain")
    return np.array((np.power(k, np.asarray(pass_through) * elasticity - 1) * k - 1) / (k - 1))


def backfire_threshold(pass_through):
    if abs(pass_through - 0.5) > 0.5:
        raise ValueError("no fraction")
    return np.array(np.inf if pass_through == 0 else 1.0 / pass_through)
