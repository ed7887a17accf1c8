# %% right: a plain one
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    rent = gpus * usd_per_gpu_hour * 730
    most = tokens_per_second * 3600 * 730 / 1e6
    with np.errstate(all="ignore"):
        volume = rent / (api_prices - own_price)
    return np.where((volume > 0) & (volume <= most), volume, np.inf)


# %% right: a loop over the sellers
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    most = tokens_per_second * 3600 * 730 / 1_000_000
    volumes = []
    for seller in api_prices:
        if seller <= own_price:
            volumes.append(np.inf)
            continue
        volume = gpus * usd_per_gpu_hour * 730 / (seller - own_price)
        volumes.append(volume if volume <= most else float("inf"))
    return np.array(volumes)


# %% right: division by nothing, then repaired
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    rent = usd_per_gpu_hour * 730 * gpus
    with np.errstate(all="ignore"):
        volume = rent / (api_prices - own_price)
    volume[(volume < 0) | (volume > tokens_per_second / 1e6 * 60 * 60 * 730)] = np.inf
    return volume


# %% right: the bills at full load compared
def breakeven_volume(
    gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices, hours=730
):
    full = tokens_per_second * 3600 * hours / 1e6
    rent = gpus * usd_per_gpu_hour * hours
    pays = rent + own_price * full <= api_prices * full
    return np.where(pays, rent / np.where(pays, api_prices - own_price, 1.0), np.inf)


# %% right: in tokens and dollars per token
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    per_hour = gpus * usd_per_gpu_hour
    result = np.full(np.shape(api_prices), np.inf)
    better = api_prices > own_price
    hourly = per_hour / (api_prices[better] - own_price)
    hourly[hourly * 1e6 > 3600 * tokens_per_second] = np.inf
    result[better] = hourly * 730
    return result


# %% class: another_algorithm
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    capacity = tokens_per_second * 3600 * 730 / 1e6
    rent = gpus * usd_per_gpu_hour * 730
    volumes = np.full(len(api_prices), np.inf)
    pays = api_prices * capacity >= rent + own_price * capacity
    volumes[pays] = rent / (api_prices[pays] - own_price)
    return volumes


# %% class: loops
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    volumes = []
    for price in api_prices:
        volume = float("inf")
        if price > own_price:
            needed = gpus * usd_per_gpu_hour * 730 / (price - own_price)
            if needed <= tokens_per_second * 3600 * 730 / 1e6:
                volume = needed
        volumes.append(volume)
    return np.array(volumes)


# %% class: never_ends
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    volume = 0
    while True:
        volume += 1


# %% class: vectorised
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    volume = gpus * usd_per_gpu_hour * 730 / (api_prices - own_price)
    possible = (volume > 0) & (volume <= tokens_per_second * 3600 * 730 / 1e6)
    return np.where(possible, volume, np.inf)
