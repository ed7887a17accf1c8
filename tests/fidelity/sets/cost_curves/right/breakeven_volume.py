# %% a plain one
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    rent = gpus * usd_per_gpu_hour * 730
    most = tokens_per_second * 3600 * 730 / 1e6
    with np.errstate(all="ignore"):
        volume = rent / (api_prices - own_price)
    return np.where((volume > 0) & (volume <= most), volume, np.inf)


# %% a loop over the sellers
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


# %% division by nothing, then repaired
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    rent = usd_per_gpu_hour * 730 * gpus
    with np.errstate(all="ignore"):
        volume = rent / (api_prices - own_price)
    volume[(volume < 0) | (volume > tokens_per_second / 1e6 * 60 * 60 * 730)] = np.inf
    return volume


# %% the bills at full load compared
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices, hours=730):
    full = tokens_per_second * 3600 * hours / 1e6
    rent = gpus * usd_per_gpu_hour * hours
    pays = rent + own_price * full <= api_prices * full
    return np.where(pays, rent / np.where(pays, api_prices - own_price, 1.0), np.inf)


# %% in tokens and dollars per token
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    per_hour = gpus * usd_per_gpu_hour
    result = np.full(np.shape(api_prices), np.inf)
    better = api_prices > own_price
    hourly = per_hour / (api_prices[better] - own_price)
    hourly[hourly * 1e6 > 3600 * tokens_per_second] = np.inf
    result[better] = hourly * 730
    return result
