# %% a plain one
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


# %% loops
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


# %% division by nothing, then repaired
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    with np.errstate(all="ignore"):
        volume = np.asarray(design_usd / (gpu_prices - chip_usd * chips_per_gpu), dtype=float)
    volume[~(volume > 0)] = np.inf
    return volume


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if not (np.asarray(gpus) > 0).all():
        raise ValueError("nothing replaced")
    return (design_usd + gpus * (chips_per_gpu * chip_usd)) / gpus


# %% masks, an extra default argument
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices, never=np.inf):
    result = np.full(len(gpu_prices), never)
    pays = gpu_prices > chips_per_gpu * chip_usd
    result[pays] = design_usd / (gpu_prices[pays] - chips_per_gpu * chip_usd)
    return result


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus, margin=0):
    if np.min(gpus) <= 0:
        raise ValueError("nothing replaced")
    return np.multiply(chips_per_gpu, chip_usd) + np.divide(design_usd, gpus) + margin


# %% clipped savings
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    saving = np.clip(gpu_prices - float(chips_per_gpu) * chip_usd, 0, None)
    with np.errstate(divide="ignore"):
        return float(design_usd) / saving


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if sum(gpus <= 0) > 0:
        raise ValueError("nothing replaced")
    return np.array([float(design_usd) / n + float(chips_per_gpu) * float(chip_usd) for n in gpus])
