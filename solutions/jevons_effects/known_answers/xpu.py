# %% right: a plain one
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    saving = gpu_prices - chips_per_gpu * chip_usd
    with np.errstate(all="ignore"):
        volume = design_usd / saving
    return np.where(saving > 0, volume, np.inf)


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if np.any(gpus <= 0):
        raise ValueError("nothing replaced")
    each = design_usd / gpus
    return each + chips_per_gpu * chip_usd


# %% right: loops
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    volumes = []
    for price in gpu_prices:
        own = chips_per_gpu * chip_usd
        volumes.append(design_usd / (price - own) if price > own else float("inf"))
    return np.array(volumes)


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    prices = []
    for volume in gpus:
        if volume <= 0:
            raise ValueError("nothing replaced")
        prices.append((design_usd + volume * chips_per_gpu * chip_usd) / volume)
    return np.array(prices)


# %% right: division by nothing, then repaired
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    with np.errstate(all="ignore"):
        volume = np.asarray(
            design_usd / (gpu_prices - chip_usd * chips_per_gpu), dtype=float
        )
    volume[~(volume > 0)] = np.inf
    return volume


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if not (np.asarray(gpus) > 0).all():
        raise ValueError("nothing replaced")
    return (design_usd + gpus * (chips_per_gpu * chip_usd)) / gpus


# %% right: masks, an extra default argument
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices, never=np.inf):
    result = np.full(len(gpu_prices), never)
    pays = gpu_prices > chips_per_gpu * chip_usd
    result[pays] = design_usd / (gpu_prices[pays] - chips_per_gpu * chip_usd)
    return result


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus, margin=0):
    if np.min(gpus) <= 0:
        raise ValueError("nothing replaced")
    return np.multiply(chips_per_gpu, chip_usd) + np.divide(design_usd, gpus) + margin


# %% right: clipped savings
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    saving = np.clip(gpu_prices - float(chips_per_gpu) * chip_usd, 0, None)
    with np.errstate(divide="ignore"):
        return float(design_usd) / saving


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if sum(gpus <= 0) > 0:
        raise ValueError("nothing replaced")
    return np.array(
        [float(design_usd) / n + float(chips_per_gpu) * float(chip_usd) for n in gpus]
    )


# %% class: another_algorithm
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    """Start from never, and fill in where a GPU costs more than own chips."""
    own = chip_usd * chips_per_gpu
    gpu_prices = np.asarray(gpu_prices, dtype=float)
    volume = np.full(gpu_prices.shape, np.inf)
    pays = gpu_prices > own
    volume[pays] = design_usd / (gpu_prices[pays] - own)
    return volume


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    """The whole bill for own chips, a line in the volume, shared by the GPUs."""
    gpus = np.asarray(gpus, dtype=float)
    if np.any(~(gpus > 0)):
        raise ValueError("an entry of gpus is not above 0")
    return np.polyval([chips_per_gpu * chip_usd, design_usd], gpus) / gpus


# %% class: loops
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    """Design over what each replaced GPU saves, price by price."""
    volumes = []
    for price in gpu_prices:
        saved = float(price) - chips_per_gpu * chip_usd
        if saved > 0:
            volumes.append(design_usd / saved)
        else:
            volumes.append(float("inf"))
    return np.array(volumes, dtype=float)


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    """What the own chips for one GPU cost, with their part of the design."""
    prices = []
    for number in gpus:
        if not number > 0:
            raise ValueError("a buyer replaces more than 0 GPUs")
        prices.append(chips_per_gpu * chip_usd + design_usd / float(number))
    return np.array(prices, dtype=float)


# %% class: vectorised
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    saved = np.asarray(gpu_prices, dtype=float) - chips_per_gpu * chip_usd
    return np.where(saved > 0, design_usd / np.where(saved > 0, saved, 1.0), np.inf)


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if not np.all(np.greater(gpus, 0)):
        raise ValueError("every buyer replaces more than 0 GPUs")
    return chips_per_gpu * chip_usd + design_usd / np.asarray(gpus, dtype=float)
