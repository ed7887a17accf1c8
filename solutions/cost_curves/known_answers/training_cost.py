# %% right: a plain one
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    if not 0 < mfu <= 1:
        raise ValueError("MFU")
    return flop / (dense_tflops * 1e12 * mfu) / 3600 * usd_per_gpu_hour


def cost_table(flop, dense_tflops, mfus, rates):
    if np.any((mfus <= 0) | (mfus > 1)):
        raise ValueError("MFU")
    hours = flop / (dense_tflops * 1e12 * mfus) / 3600
    return np.outer(hours, rates)


# %% right: the formula twice, broadcasting
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    if mfu <= 0 or mfu > 1:
        raise ValueError("mfu")
    seconds = flop / (dense_tflops * 1e12 * mfu)
    return seconds / 3600 * usd_per_gpu_hour


def cost_table(flop, dense_tflops, mfus, rates):
    if mfus.min() <= 0 or mfus.max() > 1:
        raise ValueError("mfu")
    return flop / (3600 * dense_tflops * 1e12) / mfus[:, None] * rates[None, :]


# %% right: nested loops over the single cost
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    if not 0 < mfu <= 1:
        raise ValueError("mfu")
    return float(flop / 1e12 / dense_tflops / mfu / 3600 * usd_per_gpu_hour)


def cost_table(flop, dense_tflops, mfus, rates):
    return np.array(
        [
            [training_cost(flop, dense_tflops, mfu, rate) for rate in rates]
            for mfu in mfus
        ]
    )


# %% right: a table that is turned and filled in place
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour, hour=3600):
    if not (mfu > 0 and mfu <= 1):
        raise ValueError("mfu")
    return np.array(usd_per_gpu_hour * flop / (mfu * hour * dense_tflops * 1e12))


def cost_table(flop, dense_tflops, mfus, rates):
    table = np.empty((len(rates), len(mfus)))
    for i, rate in enumerate(rates):
        for j, mfu in enumerate(mfus):
            table[i, j] = training_cost(flop, dense_tflops, mfu, rate)
    return table.T


# %% right: a grid, NumPy scalars
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    if not (np.greater(mfu, 0) and np.less_equal(mfu, 1)):
        raise ValueError("mfu")
    hours = np.float64(flop) / np.float64(3.6e15) / dense_tflops / mfu
    return hours * usd_per_gpu_hour


def cost_table(flop, dense_tflops, mfus, rates):
    if any(mfus <= 0) or any(mfus > 1):
        raise ValueError("mfu")
    rents, levels = np.meshgrid(rates, mfus)
    return flop * rents / (levels * dense_tflops * 3.6e15)


# %% class: another_algorithm
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    if not 0 < mfu <= 1:
        raise ValueError("mfu")
    usd_per_flop = usd_per_gpu_hour / (3600 * dense_tflops * 1e12)
    return flop * usd_per_flop / mfu


def cost_table(flop, dense_tflops, mfus, rates):
    if min(mfus) <= 0 or max(mfus) > 1:
        raise ValueError("mfus")
    return np.column_stack(
        [training_cost(flop, dense_tflops, 1, rate) / mfus for rate in rates]
    )


# %% class: loops
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    if mfu <= 0 or mfu > 1:
        raise ValueError("no such utilisation")
    hours = flop / (dense_tflops * 1e12 * mfu) / 3600
    return hours * usd_per_gpu_hour


def cost_table(flop, dense_tflops, mfus, rates):
    table = []
    for mfu in mfus:
        row = []
        for rate in rates:
            row.append(training_cost(flop, dense_tflops, mfu, rate))
        table.append(row)
    return np.array(table)


# %% class: vectorised
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    return cost_table(
        flop, dense_tflops, np.array([mfu]), np.array([usd_per_gpu_hour])
    ).sum()


def cost_table(flop, dense_tflops, mfus, rates):
    if (mfus <= 0).any() or (mfus > 1).any():
        raise ValueError("mfus")
    return flop / (3.6e15 * dense_tflops * mfus[:, None]) * rates
