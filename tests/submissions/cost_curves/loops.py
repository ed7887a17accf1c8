# Every task is answered with plain loops and Python numbers.
# start: release
# %% blended_price
def blended_price(input_price, output_price, share_input):
    a, b, s = np.broadcast_arrays(input_price, output_price, share_input)
    means = np.empty(s.shape)
    for i in np.ndindex(s.shape):
        if s[i] < 0 or s[i] > 1:
            raise ValueError("a share lies outside 0 to 1")
        means[i] = s[i] * a[i] + (1 - s[i]) * b[i]
    return means if means.ndim else float(means)


# %% solved_task_cost
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if success_rate <= 0 or success_rate > 1:
        raise ValueError("no probability of success")
    attempt = input_tokens * input_price / 1e6
    for tokens in (visible_tokens, reasoning_tokens):
        attempt += tokens * output_price / 1e6
    total, still_unsolved = 0.0, 1.0
    while still_unsolved > 1e-15:
        total += still_unsolved * attempt
        still_unsolved *= 1 - success_rate
    return total


# %% decline_rate
def decline_rate(price_start, date_start, price_end, date_end):
    day, end, days = np.datetime64(date_start), np.datetime64(date_end), 0
    while day < end:
        day += 1
        days += 1
    if days == 0:
        raise ValueError("the second date must be later")
    return 1 - (price_end / price_start) ** (365.25 / days)


def half_life_months(rate):
    if rate <= 0 or rate >= 1:
        raise ValueError("no half-life")
    low, high = 0.0, 1.0
    while (1 - rate) ** (high / 12) > 0.5:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        if (1 - rate) ** (middle / 12) > 0.5:
            low = middle
        else:
            high = middle
    return low


# %% price_path
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("nothing would be left")
    if np.ndim(years) == 0:
        return price_now * (1.0 - rate) ** years
    prices = []
    for t in years:
        prices.append(price_now * (1.0 - rate) ** float(t))
    return np.array(prices)


# %% loglinear_fit
def loglinear_fit(years, prices, critical):
    n, different = len(years), False
    for t in years:
        if t != years[0]:
            different = True
    if n < 3 or not different:
        raise ValueError("too few points")
    mean_t = mean_y = 0.0
    for t, p in zip(years, prices):
        mean_t += float(t) / n
        mean_y += float(np.log(p)) / n
    sxx = sxy = 0.0
    for t, p in zip(years, prices):
        sxx += (float(t) - mean_t) ** 2
        sxy += (float(t) - mean_t) * (float(np.log(p)) - mean_y)
    slope, squares = sxy / sxx, 0.0
    for t, p in zip(years, prices):
        squares += (float(np.log(p)) - mean_y - slope * (float(t) - mean_t)) ** 2
    error = (squares / (n - 2) / sxx) ** 0.5
    ends = []
    for k in (0, critical, -critical):
        ends.append(float(1 - np.exp(slope + k * error)))
    return ends


def table_fit(bar, critical):
    years, prices = [], []
    for t, a, b, score in zip(YEAR, INPUT, OUTPUT, SCORE):
        if score >= bar:
            years.append(t)
            prices.append(0.75 * a + 0.25 * b)
    return loglinear_fit(years, prices, critical)


# %% quality_envelope
def quality_envelope(years, prices, scores, bar, at):
    cheapest = []
    for date in at:
        best = np.nan
        for year, price, score in zip(years, prices, scores):
            if year <= date and score >= bar and not price >= best:
                best = price
        cheapest.append(best)
    return np.array(cheapest)


# %% training_compute
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


# %% training_cost
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


# %% growth_accounting
def growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup):
    for value in (price_start, price_end, hardware, utilisation, algorithms, markup):
        if value <= 0:
            raise ValueError("a value is not above 0")
    if price_start == price_end:
        raise ValueError("nothing to explain")
    shares, price = [], price_start
    for gain in (hardware, utilisation, algorithms, 1 / markup):
        shares.append(np.log(price / (price / gain)) / np.log(price_start / price_end))
        price = price / gain
    shares.append(np.log(price / price_end) / np.log(price_start / price_end))
    return np.array(shares)


# %% wright_fit
def wright_fit(output, prices):
    made, x, y = 0, [], []
    for units, price in zip(output, prices):
        if units <= 0 or price <= 0:
            raise ValueError("not above 0")
        made += units
        x.append(float(np.log(made)))
        y.append(float(np.log(price)))
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    sxx = sxy = 0.0
    for u, v in zip(x, y):
        sxx += (u - mean_x) ** 2
        sxy += (u - mean_x) * (v - mean_y)
    return float(np.exp(mean_y - sxy / sxx * mean_x)), -sxy / sxx


def progress_ratio(b):
    return 2 ** (-b)


# %% breakeven_volume
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


# %% price_plot
def price_plot(provider, year, price):
    fig, ax = plt.subplots()
    colours = {}
    for name, x, y in zip(provider, year, price):
        label = None
        if name not in colours:
            colours[name] = "C" + str(len(colours))
            label = name
        ax.plot([x], [y], "o", color=colours[name], label=label)
    ax.set_yscale("log")
    ax.set_xlabel("year")
    ax.set_ylabel("USD per million tokens")
    ax.set_title("Prices of language models")
    ax.legend()
    return ax


# %% [markdown] memo
# Minister, do not put 80% a year into the budget. The rate fits one price only. The cheapest model that reaches 35% on GPQA
# Diamond cost 37.50 USD per million tokens in March 2023 and 0.14 in August 2025 (three parts input, one part output), which is
# 90% a year. OpenAI's leading model went from 37.50 in March 2023 to 11.25 in April 2026, which is 32% a year, and it rose in
# the last eight months. The fitted trend of all models above 45% is 75% a year, but its interval runs from 15% to 92%.
#
# A price is not a cost: a seller can cut its margin, and the list does not show it. Budget for each solved task, plan with 30%
# a year for the best models and 60% for routine work, and review both every spring. A year without a cheaper model of the same
# quality would change this advice.
