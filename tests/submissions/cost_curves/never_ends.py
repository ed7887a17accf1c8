# One function never returns; the rest is right.
# start: solution
# %% breakeven_volume
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    volume = 0
    while True:
        volume += 1
