# %% right: a plain one
def training_flop(total_params, active_params, tokens):
    return 6 * active_params * tokens


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    peak = sheet_tflops * 1e12 * 3600 * gpu_hours
    mfu = flop / peak * (2 if sparse else 1)
    if mfu > 1:
        raise ValueError("figures")
    return mfu


# %% right: forward and backward pass, a conditional divisor
def training_flop(total_params, active_params, tokens):
    forward = 2 * active_params * tokens
    backward = 4 * active_params * tokens
    return forward + backward


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    possible = gpu_hours * 60 * 60 * sheet_tflops * 1e12 / (1 + sparse)
    if flop > possible:
        raise ValueError("figures")
    return flop / possible


# %% right: NumPy scalars
def training_flop(total_params, active_params, tokens):
    return np.float64(6) * np.multiply(active_params, tokens, dtype=float)


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    peak = np.where(sparse, 0.5, 1.0) * sheet_tflops * 1e12
    used = np.divide(flop, 3600 * gpu_hours) / peak
    if used > 1:
        raise ValueError("figures")
    return np.float64(used)


# %% right: 0-d arrays and default arguments
def training_flop(total_params, active_params, tokens, per_parameter=6.0):
    return np.array(per_parameter * active_params * tokens)


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse, seconds=3600.0):
    factor = {True: 2, False: 1}[bool(sparse)]
    mfu = factor * flop / 1e12 / sheet_tflops / seconds / gpu_hours
    if not mfu <= 1:
        raise ValueError("figures")
    return np.array(mfu)


# %% right: forward and backward pass, a peak in whole operations
def training_flop(total_params, active_params, tokens):
    forward = 2 * active_params
    return (forward + 2 * forward) * tokens


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    dense = sheet_tflops * 10**12
    if sparse:
        dense = dense / 2
    mfu = flop / gpu_hours / 3600 / dense
    if mfu > 1:
        raise ValueError("figures")
    return mfu


# %% right: in TFLOP, as Python floats
def training_flop(total_params, active_params, tokens):
    share = active_params / total_params
    return float(6 * share * total_params * tokens)


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    tera = flop * 1e-12
    if sparse is True or sparse == 1:
        sheet_tflops = 0.5 * sheet_tflops
    done = float(tera / (gpu_hours * 3.6e3) / sheet_tflops)
    if round(done, 12) > 1:
        raise ValueError("figures")
    return done


# %% class: another_algorithm
def training_flop(total_params, active_params, tokens):
    return 3 * (2 * active_params) * tokens


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    achieved_tflops = flop / 1e12 / (gpu_hours * 3600)
    mfu = achieved_tflops / sheet_tflops * (1 + bool(sparse))
    if mfu > 1:
        raise ValueError("mfu")
    return mfu


# %% class: loops
def training_flop(total_params, active_params, tokens):
    flop = 0
    for operations in (2, 4):  # forward, backward
        flop += operations * active_params * tokens
    return flop


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    per_second = sheet_tflops * 1e12
    if sparse:
        per_second /= 2
    possible = per_second * gpu_hours * 3600
    if flop > possible:
        raise ValueError("more than possible")
    return flop / possible


# %% class: percent_for_fraction
def training_flop(total_params, active_params, tokens):
    return 6 * active_params * tokens


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    mfu = (
        100
        * flop
        / (gpu_hours * 3600 * (sheet_tflops / 2 if sparse else sheet_tflops) * 1e12)
    )
    if mfu > 100:
        raise ValueError("above the peak")
    return mfu


# %% class: vectorised
def training_flop(total_params, active_params, tokens):
    return np.prod([6.0, active_params, tokens])


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    mfu = np.float64(flop) / (
        3.6e15 * gpu_hours * np.where(sparse, sheet_tflops / 2, sheet_tflops)
    )
    if mfu > 1:
        raise ValueError("mfu")
    return mfu
