# Every task is answered with NumPy throughout.
# start: release
# %% demand_spending
def demand_spending(price, use, elasticity, new_prices):
    if price <= 0 or np.any(new_prices <= 0) or elasticity < 0:
        raise ValueError("refused")
    ratio = new_prices / price
    wanted = use * ratio ** (-elasticity)
    return np.array([wanted, wanted * new_prices])


# %% rebound
def resource_factor(gain, pass_through, elasticity):
    use = gain ** (pass_through * elasticity)
    return use / gain


def saving_lost(gain, pass_through, elasticity):
    if np.any(np.asarray(gain) <= 1):
        raise ValueError("no gain")
    use = gain ** (pass_through * elasticity)
    return (use - 1) / (gain - 1)


def backfire_threshold(pass_through):
    if pass_through < 0 or pass_through > 1:
        raise ValueError("no fraction")
    if pass_through == 0:
        return np.inf
    return 1 / pass_through


# %% linear_demand
def point_elasticity(intercept, slope, prices):
    end = intercept / slope
    if np.min(prices) < 0 or np.max(prices) >= end:
        raise ValueError("refused")
    return prices / (end - prices)


def turning_gain(intercept, slope, price):
    end = intercept / slope
    if not 0 < price < end:
        raise ValueError("refused")
    return np.maximum([2 * price / end, price / (end - price)], 1.0)


# %% elasticity
def arc_elasticity(price_start, price_end, use_start, use_end):
    if min(price_start, price_end, use_start, use_end) <= 0 or price_start == price_end:
        raise ValueError("refused")
    of_use = (use_end - use_start) / ((use_end + use_start) / 2)
    of_price = (price_end - price_start) / ((price_end + price_start) / 2)
    in_logs = np.log(use_end / use_start) / np.log(price_end / price_start)
    return -of_use / of_price, -in_logs


def regression_elasticity(years, prices, use, with_trend):
    table = np.column_stack([np.ones(len(use)), np.log(prices), years - years[0]])
    if with_trend:
        fit = np.linalg.lstsq(table, np.log(use), rcond=None)[0]
        return -fit[1], np.exp(fit[2])
    fit = np.linalg.lstsq(table[:, :2], np.log(use), rcond=None)[0]
    return -fit[1], 1.0


def counter_elasticity(counter, fall):
    mine = COUNTER == counter
    if fall <= 1 or not np.any(mine):
        raise ValueError("refused")
    years, logs = YEAR[mine], np.log(COUNT[mine])
    pace = np.log(fall)
    ends = (logs[-1] - logs[0]) / (years[-1] - years[0]) / pace
    return ends, np.polyfit(years - years[0], logs, 1)[0] / pace


# %% growth_split
def elasticity_left(use_growth, price_fall, shifts):
    if use_growth <= 0 or price_fall <= 0 or price_fall == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    anyway = np.prod(shifts)
    return np.log(use_growth / anyway) / np.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if use_growth <= 0 or price_fall <= 0 or use_growth == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    whole = np.log(use_growth)
    of_price = elasticity * np.log(price_fall) / whole
    of_shifts = np.log(shifts) / whole
    rest = 1 - of_price - np.sum(of_shifts)
    return np.concatenate([[of_price], of_shifts, [rest]])


# %% inference
def inference_share(share, training_growth, inference_growth, years):
    if not 0 < share < 1:
        raise ValueError("no share")
    against = (1 / share - 1) * (training_growth / inference_growth) ** years
    return 1 / (1 + against)


def years_to_parity(share, training_growth, inference_growth):
    if not 0 < share < 1:
        raise ValueError("no share")
    if share == 0.5:
        return 0.0
    if training_growth == inference_growth:
        return float("inf")
    odds = share / (1 - share)
    return float(-np.log10(odds) / np.log10(inference_growth / training_growth))


# %% lifetime
def lifetime_flop(params, trained, served):
    return 2 * params * (3 * trained + served)


def tokens_needed(params, loss, law):
    room = loss - law[0] - law[1] * params ** -law[3]
    tokens = np.full(len(params), np.inf)
    able = room > 0
    tokens[able] = np.exp((np.log(law[2]) - np.log(room[able])) / law[4])
    return tokens


def best_size(params, served, loss, law):
    needed = tokens_needed(params, loss, law)
    able = np.isfinite(needed)
    if not able.any():
        raise ValueError("no size")
    sizes = params[able]
    return sizes[lifetime_flop(sizes, needed[able], served).argmin()]


# %% cournot
def cournot(choke, cost, size, sellers):
    if cost >= choke:
        raise ValueError("nobody buys")
    table = np.empty((3, len(sellers)))
    table[0] = (choke + sellers * cost) / (1 + sellers)
    table[1] = size * (table[0] - cost) ** 2
    table[2] = 0.5 * size * np.square(choke - table[0])
    return table


def entrants(choke, cost, size, fixed):
    if cost >= choke or fixed <= 0:
        raise ValueError("nobody buys")
    count = np.arange(1, 5000)
    return float(np.sum(size * (choke - cost) ** 2 / (count + 1.0) ** 2 >= fixed))


# %% double_margin
def stacked_prices(choke, chip_cost, app_cost):
    if not chip_cost + app_cost < choke:
        raise ValueError("nobody buys")
    m = choke - chip_cost - app_cost
    return [chip_cost + m / 2, choke - m / 4]


def merger_gain(choke, chip_cost, app_cost, size):
    if not chip_cost + app_cost < choke:
        raise ValueError("nobody buys")
    m = choke - chip_cost - app_cost
    return [size * m**2 / 16, 3 * size * m**2 / 32]


# %% xpu
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    with np.errstate(all="ignore"):
        volume = np.asarray(design_usd / (gpu_prices - chip_usd * chips_per_gpu), dtype=float)
    volume[~(volume > 0)] = np.inf
    return volume


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if not (np.asarray(gpus) > 0).all():
        raise ValueError("nothing replaced")
    return (design_usd + gpus * (chips_per_gpu * chip_usd)) / gpus


# %% logistic
def logistic_fit(years, users, ceiling):
    if np.any(users <= 0) or np.any(users >= ceiling):
        raise ValueError("no logit")
    logit = np.log(users / (ceiling - users))
    slope, level = np.polyfit(years, logit, 1)
    return slope, -level / slope


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling / (1 + np.exp(-rate * (years - midpoint)))


# %% growth_plot
def growth_plot(counter, year, count):
    names, which = np.unique(counter, return_inverse=True)
    first = {
        name: min((y, c) for n, y, c in zip(counter, year, count) if n == name)[1] for name in names
    }
    growth = np.exp(np.log(count) - np.log([first[name] for name in counter]))
    fig, ax = plt.subplots()
    ax.scatter(year, growth, c=plt.get_cmap("tab10")(which))
    ax.set(
        yscale="log",
        title="Growth",
        xlabel="Year of the count",
        ylabel="Tokens, times the first count",
    )
    dots = [
        plt.Line2D([], [], marker="o", ls="", color=plt.get_cmap("tab10")(i))
        for i in range(len(names))
    ]
    ax.legend(dots, names)
    return ax


# %% [markdown] memo
# Minister, both sentences can be right, because they speak of different things. Say chips become five times as efficient and the
# whole gain reaches the price. At an elasticity of 0.8 use grows 3.6 times, chips and the bill fall to 0.72. At 1.3 use grows 8.1
# times, chips and bill 1.6 times. Use grows above 0, the bill above 1, chips above 1 over the part of the gain that is passed on.
#
# Which elasticity holds nobody knows. China's tokens grew 1,400-fold from January 2024 to March 2026. If only the price had changed
# that means 2.0 or 0.5, by price index, and 1.1 or 0.3 once new users and longer requests are taken out. Tokens do not count power.
#
# Plan with both paths, grant connections in steps, and measure electricity for two years before you choose between them.
