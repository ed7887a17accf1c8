# Right by other methods: least squares by lstsq and covariances, searchsorted, a
# running minimum, recursion, direct labels.
# start: release
# %% blended_price
def blended_price(input_price, output_price, share_input):
    for share in np.ravel(share_input):
        if not 0 <= share <= 1:
            raise ValueError("share")
    return np.multiply(share_input, input_price) + np.multiply(
        np.subtract(1, share_input), output_price
    )


# %% solved_task_cost
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if not (success_rate > 0 and success_rate <= 1):
        raise ValueError("success_rate")
    # c = attempt + (1 - s) c
    attempt = 1e-6 * (
        input_price * input_tokens + output_price * (visible_tokens + reasoning_tokens)
    )
    return np.linalg.solve([[success_rate]], [attempt])[0]


# %% decline_rate
import datetime


def decline_rate(price_start, date_start, price_end, date_end):
    days = (datetime.date.fromisoformat(date_end) - datetime.date.fromisoformat(date_start)).days
    if days <= 0:
        raise ValueError("dates")
    return 1 - 10 ** (np.log10(price_end / price_start) * 365.25 / days)


def half_life_months(rate):
    if rate <= 0 or rate >= 1:
        raise ValueError("rate")
    return 12 * np.log10(2) / np.log10(1 / (1 - rate))


# %% price_path
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return price_now / np.power(1 / (1.0 - rate), years)


# %% loglinear_fit
def loglinear_fit(years, prices, critical):
    if len(years) < 3 or len(np.unique(years)) < 2:
        raise ValueError("points")
    design = np.column_stack([np.ones(len(years)), years - years[0]])
    y = np.log10(prices)
    solution, *_ = np.linalg.lstsq(design, y, rcond=None)
    residuals = y - design @ solution
    error = np.sqrt(residuals @ residuals / (len(y) - 2) * np.linalg.inv(design.T @ design)[1, 1])
    low, high = sorted(
        [
            1 - 10 ** (solution[1] + critical * error),
            1 - 10 ** (solution[1] - critical * error),
        ]
    )
    return 1 - 10 ** solution[1], low, high


def table_fit(bar, critical):
    rows = [row for row in PRICES if row[5] >= bar]
    days = np.array([np.datetime64(row[0]) for row in rows]).astype(int)
    return loglinear_fit(
        days / 365.25, np.array([(3 * row[3] + row[4]) / 4 for row in rows]), critical
    )


# %% quality_envelope
def quality_envelope(years, prices, scores, bar, at):
    enough = scores >= bar
    order = np.argsort(years[enough], kind="stable")
    lowest = np.minimum.accumulate(prices[enough][order].astype(float))
    return np.append(np.nan, lowest)[np.searchsorted(years[enough][order], at, side="right")]


# %% training_compute
def training_flop(total_params, active_params, tokens):
    return 3 * (2 * active_params) * tokens


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    achieved_tflops = flop / 1e12 / (gpu_hours * 3600)
    mfu = achieved_tflops / sheet_tflops * (1 + bool(sparse))
    if mfu > 1:
        raise ValueError("mfu")
    return mfu


# %% training_cost
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    if not 0 < mfu <= 1:
        raise ValueError("mfu")
    usd_per_flop = usd_per_gpu_hour / (3600 * dense_tflops * 1e12)
    return flop * usd_per_flop / mfu


def cost_table(flop, dense_tflops, mfus, rates):
    if min(mfus) <= 0 or max(mfus) > 1:
        raise ValueError("mfus")
    return np.column_stack([training_cost(flop, dense_tflops, 1, rate) / mfus for rate in rates])


# %% growth_accounting
def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
    if not all(
        value > 0 for value in (price_start, price_end, hardware, utilisation, algorithms, markup)
    ):
        raise ValueError("not above 0")
    if price_start == price_end:
        raise ValueError("nothing to explain")

    # base of the logarithm: the whole fall
    def share(ratio):
        return np.log2(ratio) / (np.log2(price_start) - np.log2(price_end))

    left = price_start / price_end / (hardware * utilisation * algorithms / markup)
    return np.array(
        [
            share(hardware),
            share(utilisation),
            share(algorithms),
            share(1 / markup),
            share(left),
        ]
    )


# %% wright_fit
def wright_fit(output, prices):
    if min(output) <= 0 or min(prices) <= 0:
        raise ValueError("not above 0")

    def so_far(n):
        return [] if n == 0 else so_far(n - 1) + [sum(output[:n])]

    covariance = np.cov(np.log(so_far(len(output))), np.log(prices))
    b = -covariance[0, 1] / covariance[0, 0]
    return np.exp(np.mean(np.log(prices)) + b * np.mean(np.log(so_far(len(output))))), b


def progress_ratio(b):
    return np.array(0.5**b)


# %% breakeven_volume
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    capacity = tokens_per_second * 3600 * 730 / 1e6
    rent = gpus * usd_per_gpu_hour * 730
    volumes = np.full(len(api_prices), np.inf)
    pays = api_prices * capacity >= rent + own_price * capacity
    volumes[pays] = rent / (api_prices[pays] - own_price)
    return volumes


# %% price_plot
def price_plot(provider, year, price):
    plt.figure()
    for name in sorted(set(provider.tolist())):
        pairs = sorted((t, p) for who, t, p in zip(provider, year, price) if who == name)
        (line,) = plt.step(*zip(*pairs), where="post", marker="o")
        plt.annotate(
            name,
            pairs[-1],
            color=line.get_color(),
            xytext=(4, 0),
            textcoords="offset points",
        )
    plt.yscale("log")
    plt.xlabel("Calendar year")
    plt.ylabel("List price (USD per million tokens)")
    plt.title("Straight lines are constant rates")
    return plt.gca()


# %% [markdown] memo
# Minister, use two rates, not one. At constant quality (35% or more on GPQA Diamond, three parts input to one part output) the
# lowest list price fell from 37.50 to 0.14 USD per million tokens between March 2023 and August 2025: 90% a year. The leading
# model's list price fell by 32% a year from March 2023 to April 2026, and it rose after August 2025. A regression over the
# models above 45% gives 75%, between 15% and 92%.
#
# A trend is not a cause: chips, algorithms and margins all lower a price, and the list shows none of them. Pay by the solved
# task, assume 30% for leading models and 60% for routine work, and look again each year. If leading prices rise once more, cut
# both rates.
