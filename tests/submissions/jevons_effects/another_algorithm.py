# Every task is answered by a third right method: logarithms, roots, covariances, linear
# equations.
# start: release
# %% demand_spending
def demand_spending(price, use, elasticity, new_prices):
    if min(price, np.min(new_prices)) <= 0 or elasticity < 0:
        raise ValueError
    log_use = np.log(use) - elasticity * (np.log(new_prices) - np.log(price))
    return np.exp(np.vstack([log_use, log_use + np.log(new_prices)]))


# %% rebound
def resource_factor(gain, pass_through, elasticity):
    return np.exp(np.log(gain) * (np.multiply(pass_through, elasticity) - 1))


def saving_lost(gain, pass_through, elasticity):
    if not np.all(np.asarray(gain) > 1):
        raise ValueError("no gain")
    after = np.exp(np.log(gain) * (np.multiply(pass_through, elasticity) - 1))
    return (after - 1 / gain) / (1 - 1 / gain)


def backfire_threshold(pass_through):
    if not 0 <= pass_through <= 1:
        raise ValueError("no fraction")
    return np.divide(1.0, pass_through)


# %% linear_demand
def point_elasticity(intercept, slope, prices):
    q = np.polyval([-slope, intercept], prices)
    if (prices < 0).any() or not (q > 0).all():
        raise ValueError("refused")
    return -np.polyval(np.polyder([-slope, intercept]), prices) * prices / q


def turning_gain(intercept, slope, price):
    if price <= 0 or intercept - slope * price <= 0:
        raise ValueError("refused")
    a, b, c = -slope * price, intercept, -(intercept - slope * price)
    other = c / a  # the product of both roots, one of which is 1
    middle = -b / (2 * a)
    return (max(1 / middle, 1.0), max(1 / other, 1.0))


# %% elasticity
def arc_elasticity(price_start, price_end, use_start, use_end):
    if np.min([price_start, price_end, use_start, use_end]) <= 0 or price_start == price_end:
        raise ValueError("refused")
    p, q = (
        np.array([price_start, price_end], dtype=float),
        np.array([use_start, use_end], dtype=float),
    )
    return tuple(
        float(x)
        for x in (
            -np.diff(q)[0] / q.mean() / (np.diff(p)[0] / p.mean()),
            -np.diff(np.log(q))[0] / np.diff(np.log(p))[0],
        )
    )


def regression_elasticity(years, prices, use, with_trend):
    t, p, q = (
        years - np.mean(years),
        np.log(prices) - np.mean(np.log(prices)),
        np.log(use) - np.mean(np.log(use)),
    )
    if not with_trend:
        return float(-(p @ q) / (p @ p)), 1.0
    left_p, left_q = p - t * (p @ t) / (t @ t), q - t * (q @ t) / (t @ t)
    slope = (left_p @ left_q) / (left_p @ left_p)
    return float(-slope), float(np.exp((t @ (q - slope * p)) / (t @ t)))


def counter_elasticity(counter, fall):
    if counter not in COUNTER or fall <= 1:
        raise ValueError("refused")
    t, q = YEAR[COUNTER == counter], np.log(COUNT[COUNTER == counter]) / np.log(fall)
    first, last = np.argmin(t), np.argmax(t)
    return (q[last] - q[first]) / (t[last] - t[first]), np.cov(t, q)[0, 1] / np.var(t, ddof=1)


# %% growth_split
def elasticity_left(use_growth, price_fall, shifts, start=1.0):
    if price_fall in (0, 1) or price_fall < 0 or use_growth <= 0 or (np.asarray(shifts) <= 0).any():
        raise ValueError("refused")
    for shift in shifts:
        use_growth = use_growth / shift
    return np.log(use_growth) / np.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if price_fall <= 0 or use_growth <= 0 or use_growth == 1 or (np.asarray(shifts) <= 0).any():
        raise ValueError("refused")
    factors = [float(price_fall) ** float(elasticity), *shifts]
    left = float(use_growth)
    for factor in factors:
        left = left / factor
    return np.log(np.array([*factors, left])) / np.log(use_growth)


# %% inference
def inference_share(share, training_growth, inference_growth, years):
    if np.any((share <= 0) | (share >= 1)):
        raise ValueError("no share")
    logit = np.log(share / (1 - share)) + np.asarray(years) * np.log(
        inference_growth / training_growth
    )
    return np.array(1 / (1 + np.exp(-logit)))


def years_to_parity(share, training_growth, inference_growth):
    if np.any((share <= 0) | (share >= 1)):
        raise ValueError("no share")
    if share == 0.5:
        return np.array(0.0)
    return (
        np.array(np.inf)
        if training_growth == inference_growth
        else np.array(np.log(1 / share - 1) / np.log(inference_growth / training_growth))
    )


# %% lifetime
def lifetime_flop(params, trained, served, per_token=6):
    return per_token * params * (trained + served / 3)


def tokens_needed(params, loss, law):
    floor, for_size, for_data, size_power, data_power = (float(x) for x in law)
    left = loss - floor - for_size * np.exp(-size_power * np.log(params))
    left = np.where(left > 0, left, 0.0)
    with np.errstate(divide="ignore"):
        return (left / for_data) ** (-1 / data_power)


def best_size(params, served, loss, law):
    needed = dict(zip(params, tokens_needed(params, loss, law)))
    if min(needed.values()) == np.inf:
        raise ValueError("no size")
    return min(needed, key=lambda n: n * (3 * needed[n] + served))


# %% cournot
def cournot(choke, cost, size, sellers, others=1):
    if cost >= choke:
        raise ValueError("nobody buys")
    m = (choke - cost) / (np.array(sellers) + others)
    return np.stack([m + cost, m * m * size, (m * sellers) ** 2 * size / 2], axis=0)


def entrants(choke, cost, size, fixed):
    if cost >= choke or fixed <= 0:
        raise ValueError("nobody buys")
    widest = np.sqrt(size * (choke - cost) ** 2 / fixed)
    return np.array(np.maximum(widest // 1 - 1, 0))


# %% double_margin
def stacked_prices(choke, chip_cost, app_cost):
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody buys")
    # 2 P - w = a + c_app, and 2 w = a - c_app + c_chip
    w, p = np.linalg.solve(
        np.array([[-1.0, 2.0], [2.0, 0.0]]),
        np.array([choke + app_cost, choke - app_cost + chip_cost], dtype=float),
    )
    return w, p


def merger_gain(choke, chip_cost, app_cost, size):
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody buys")

    def welfare(price):
        sold = size * (choke - price)
        return np.array([(price - chip_cost - app_cost) * sold, sold * (choke - price) / 2])

    costs = chip_cost + app_cost
    return tuple(welfare(costs + (choke - costs) / 2) - welfare(costs + 3 * (choke - costs) / 4))


# %% xpu
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    saving = np.clip(gpu_prices - float(chips_per_gpu) * chip_usd, 0, None)
    with np.errstate(divide="ignore"):
        return float(design_usd) / saving


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    if sum(gpus <= 0) > 0:
        raise ValueError("nothing replaced")
    return np.array([float(design_usd) / n + float(chips_per_gpu) * float(chip_usd) for n in gpus])


# %% logistic
def logistic_fit(years, users, ceiling, floor=0):
    bad = (users <= floor) | (users >= ceiling)
    if bad.any():
        raise ValueError("no logit")
    y = np.log(users / (ceiling - users))
    rate = np.cov(years, y, ddof=0)[0, 1] / np.var(years)
    return np.array(rate), np.array(np.mean(years) - np.mean(y) / rate)


def logistic_path(rate, midpoint, ceiling, years, base=np.e):
    return np.divide(ceiling, 1 + base ** (rate * (midpoint - years)))


# %% growth_plot
def growth_plot(counter, year, count):
    fig, ax = plt.subplots()
    ax.set_yscale("log")
    for number, name in enumerate(np.unique(counter)):
        mine, colour = counter == name, f"C{number}"
        growth = count[mine] / count[mine][np.argmin(year[mine])]
        ax.scatter(year[mine], growth, color=colour)
        newest = np.argmax(year[mine])
        ax.annotate(name, (year[mine][newest], growth[newest]), color=colour)
    ax.set_title("Growth of tokens")
    ax.set_xlabel("Years")
    ax.set_ylabel("Growth, times the first count")
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
