# Every task is answered with NumPy throughout, in few lines.
# start: release
# %% blended_price
def blended_price(input_price, output_price, share_input):
    share = np.asarray(share_input, dtype=float)
    if (share < 0).any() or (share > 1).any():
        raise ValueError("share_input")
    return output_price + share * np.subtract(input_price, output_price)


# %% solved_task_cost
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if not 0 < success_rate <= 1:
        raise ValueError("success_rate")
    tokens = np.array([input_tokens, visible_tokens, reasoning_tokens])
    return tokens @ np.array([input_price, output_price, output_price]) / 1e6 / success_rate


# %% decline_rate
def decline_rate(price_start, date_start, price_end, date_end):
    years = np.diff(np.array([date_start, date_end], dtype="M8[D]")).astype(float)[0] / 365.25
    if years <= 0:
        raise ValueError("dates")
    return -np.expm1(np.log(price_end / price_start) / years)


def half_life_months(rate):
    if not 0 < rate < 1:
        raise ValueError("rate")
    return -12 / np.log2(1 - rate)


# %% price_path
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return price_now * np.exp(np.log1p(-rate) * np.asarray(years))


# %% loglinear_fit
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or np.ptp(years) == 0:
        raise ValueError("points")
    (slope, _), covariance = np.polyfit(years - years.mean(), np.log(prices), 1, cov=True)
    return -np.expm1(slope + critical * np.sqrt(covariance[0, 0]) * np.array([0, 1, -1]))


def table_fit(bar, critical):
    rows = np.nan_to_num(SCORE, nan=-1.0) >= bar
    return loglinear_fit(YEAR[rows], (np.c_[INPUT, OUTPUT] @ [0.75, 0.25])[rows], critical)


# %% quality_envelope
def quality_envelope(years, prices, scores, bar, at):
    return np.nanmin(np.where((years <= at[:, None]) & (scores >= bar), prices, np.nan), axis=1)


# %% training_compute
def training_flop(total_params, active_params, tokens):
    return np.prod([6.0, active_params, tokens])


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    mfu = np.float64(flop) / (3.6e15 * gpu_hours * np.where(sparse, sheet_tflops / 2, sheet_tflops))
    if mfu > 1:
        raise ValueError("mfu")
    return mfu


# %% training_cost
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    return cost_table(flop, dense_tflops, np.array([mfu]), np.array([usd_per_gpu_hour])).sum()


def cost_table(flop, dense_tflops, mfus, rates):
    if (mfus <= 0).any() or (mfus > 1).any():
        raise ValueError("mfus")
    return flop / (3.6e15 * dense_tflops * mfus[:, None]) * rates


# %% growth_accounting
def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
    values = np.array(
        [price_start, price_end, hardware, utilisation, algorithms, markup], dtype=float
    )
    if (values <= 0).any() or price_start == price_end:
        raise ValueError("values")
    logs = np.log(values)
    shares = logs[2:] * [1, 1, 1, -1] / (logs[0] - logs[1])
    return np.append(shares, 1 - shares.sum())


# %% wright_fit
def wright_fit(output, prices):
    if (output <= 0).any() or (prices <= 0).any():
        raise ValueError("not above 0")
    line = np.polynomial.Polynomial.fit(np.log(output.cumsum()), np.log(prices), 1).convert()
    return np.exp(line.coef[0]), -line.coef[1]


def progress_ratio(b):
    return np.exp2(-b)


# %% breakeven_volume
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    volume = gpus * usd_per_gpu_hour * 730 / (api_prices - own_price)
    possible = (volume > 0) & (volume <= tokens_per_second * 3600 * 730 / 1e6)
    return np.where(possible, volume, np.inf)


# %% price_plot
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    names, number = np.unique(provider, return_inverse=True)
    ax.scatter(year, price, c=plt.get_cmap("tab10")(number))
    for i, name in enumerate(names):
        ax.scatter([], [], color=plt.get_cmap("tab10")(i), label=name)
    ax.set(
        yscale="log",
        xlabel="Year",
        ylabel="Price, USD per million tokens",
        title="List prices",
    )
    ax.legend(loc="upper right")
    return ax


# %% [markdown] memo
# Minister, the rate of 80% a year belongs to a fixed quality, not to your bill. For three input tokens to one output token, in
# USD per million: the cheapest model above 40% on GPQA Diamond cost 15.00 in November 2023 and 0.14 in August 2025. The best
# OpenAI model cost 37.50 in March 2023 and 11.25 in April 2026, only 32% a year less. The trend of all models above 75% cannot
# even be told from a rise.
#
# List prices show neither costs nor margins, nor how many tokens a solved task takes. Plan with 30% a year for the best models,
# buy by the solved task, and keep contracts short. Two more years of falling prices at fixed quality would let you plan with
# more.
