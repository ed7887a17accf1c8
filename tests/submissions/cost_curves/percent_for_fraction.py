# A student who works in percent throughout: shares, rates and utilisation are taken or
# given as 80 where 0.8 is meant.
# start: solution
# %% blended_price
def blended_price(input_price, output_price, share_input):
    if np.any((share_input < 0) | (share_input > 100)):
        raise ValueError("share_input must lie between 0 and 100")
    return (share_input * input_price + (100 - share_input) * output_price) / 100


# %% decline_rate
def decline_rate(price_start, date_start, price_end, date_end):
    days = (np.datetime64(date_end) - np.datetime64(date_start)) / np.timedelta64(1, "D")
    if days <= 0:
        raise ValueError("date_end must be later than date_start")
    return 100 * (1 - (price_end / price_start) ** (365.25 / days))


def half_life_months(rate):
    if not 0 < rate < 100:
        raise ValueError("no half-life")
    return 12 * np.log(0.5) / np.log(1 - rate / 100)


# %% price_path
def price_path(price_now, rate, years):
    if rate >= 100:
        raise ValueError("rate must be below 100")
    return price_now * (1 - rate / 100) ** years


# %% training_compute
def training_flop(total_params, active_params, tokens):
    return 6 * active_params * tokens


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    mfu = 100 * flop / (gpu_hours * 3600 * (sheet_tflops / 2 if sparse else sheet_tflops) * 1e12)
    if mfu > 100:
        raise ValueError("above the peak")
    return mfu


# %% growth_accounting
def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
    if (
        min(price_start, price_end, hardware, utilisation, algorithms, markup) <= 0
        or price_start == price_end
    ):
        raise ValueError("nothing to explain")
    shares = (
        100
        * np.log([hardware, utilisation, algorithms, 1 / markup])
        / np.log(price_start / price_end)
    )
    return np.append(shares, 100 - shares.sum())
