# Every task is answered with plain loops and Python numbers, as far as they go.
# start: release
# %% demand_spending
def demand_spending(price, use, elasticity, new_prices):
    if elasticity < 0 or price <= 0:
        raise ValueError("no such demand")
    amounts, bills = [], []
    for new in new_prices:
        if new <= 0:
            raise ValueError("no such price")
        amounts.append(float(use) * (float(price) / float(new)) ** float(elasticity))
        bills.append(amounts[-1] * float(new))
    return np.array([amounts, bills])


# %% rebound
def resource_factor(gain, pass_through, elasticity):
    k, phi, e = np.broadcast_arrays(gain, pass_through, elasticity)
    result = np.zeros(k.shape)
    for place in np.ndindex(*k.shape):
        result[place] = float(k[place]) ** (float(phi[place]) * float(e[place]) - 1.0)
    return result if result.shape else float(result)


def saving_lost(gain, pass_through, elasticity):
    k, phi, e = np.broadcast_arrays(gain, pass_through, elasticity)
    result = np.zeros(k.shape)
    for place in np.ndindex(*k.shape):
        if k[place] <= 1:
            raise ValueError("no gain")
        after = float(k[place]) ** (float(phi[place]) * float(e[place]) - 1.0)
        result[place] = 1 - (1 - after) / (1 - 1 / k[place])
    return result if result.shape else float(result)


def backfire_threshold(pass_through):
    if np.clip(pass_through, 0, 1) != pass_through:
        raise ValueError("no fraction")
    return np.float64(1) / pass_through if pass_through else np.float64(np.inf)


# %% linear_demand
def point_elasticity(intercept, slope, prices):
    result = []
    for p in prices:
        q = intercept - slope * p
        if p < 0 or q <= 0:
            raise ValueError("refused")
        result.append(float(slope * p / q))
    return np.array(result)


def turning_gain(intercept, slope, price):
    q = intercept - slope * price
    if price <= 0 or q <= 0:
        raise ValueError("refused")
    e = float(slope * price / q)
    return [2 * e / (1 + e), e] if e > 1 else [1, 1]


# %% elasticity
def arc_elasticity(price_start, price_end, use_start, use_end):
    for value in (price_start, price_end, use_start, use_end):
        if value <= 0:
            raise ValueError("refused")
    if price_start == price_end:
        raise ValueError("refused")
    midpoint = (
        (use_end - use_start)
        * (price_end + price_start)
        / ((use_end + use_start) * (price_start - price_end))
    )
    return [
        midpoint,
        (np.log(use_end) - np.log(use_start)) / (np.log(price_start) - np.log(price_end)),
    ]


def regression_elasticity(years, prices, use, with_trend):
    columns = [np.log(prices), np.ones_like(years)] + ([years] if with_trend else [])
    fit, *_ = np.linalg.lstsq(np.array(columns, dtype=float).T, np.log(use), rcond=None)
    return [-fit[0], np.exp(fit[2]) if with_trend else 1]


def counter_elasticity(counter, fall):
    rows = [(year, count) for name, year, count in zip(COUNTER, YEAR, COUNT) if name == counter]
    if not rows or fall <= 1:
        raise ValueError("refused")
    rows.sort()
    prices = [-year * np.log(fall) for year, _ in rows]
    use = [np.log(count) for _, count in rows]
    return [
        -(use[-1] - use[0]) / (prices[-1] - prices[0]),
        -np.polyfit(prices, use, 1)[0],
    ]


# %% growth_split
import math


def elasticity_left(use_growth, price_fall, shifts):
    if use_growth <= 0 or price_fall <= 0 or price_fall == 1:
        raise ValueError("refused")
    left = math.log(use_growth)
    for shift in shifts:
        if shift <= 0:
            raise ValueError("refused")
        left -= math.log(shift)
    return left / math.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if use_growth <= 0 or price_fall <= 0 or use_growth == 1:
        raise ValueError("refused")
    shares = [elasticity * math.log(price_fall) / math.log(use_growth)]
    for shift in shifts:
        if not shift > 0:
            raise ValueError("refused")
        shares.append(math.log(shift) / math.log(use_growth))
    return np.array(shares + [1 - sum(shares)])


# %% inference
import math


def inference_share(share, training_growth, inference_growth, years):
    if share <= 0 or share >= 1:
        raise ValueError("no share")
    if np.ndim(years):
        return np.array(
            [inference_share(share, training_growth, inference_growth, float(t)) for t in years]
        )
    made = math.exp(math.log(inference_growth) * years) * share
    return made / (made + math.exp(math.log(training_growth) * years) * (1 - share))


def years_to_parity(share, training_growth, inference_growth):
    if share <= 0 or share >= 1:
        raise ValueError("no share")
    needed = math.log(1 - share) - math.log(share)
    closing = math.log(inference_growth) - math.log(training_growth)
    if abs(needed) < 1e-12:
        return 0.0
    return needed / closing if closing else math.inf


# %% lifetime
def lifetime_flop(params, trained, served):
    total = 0
    for operations, tokens in ((2, trained), (4, trained), (2, served)):
        total += operations * params * tokens
    return total


def tokens_needed(params, loss, law):
    e, a, b, alpha, beta = law
    result = []
    for n in params:
        left = float(loss) - float(e) - float(a) / float(n) ** float(alpha)
        result.append((float(b) / left) ** (1 / float(beta)) if left > 0 else float("inf"))
    return np.array(result)


def best_size(params, served, loss, law):
    pairs = []
    for n, d in zip(params, tokens_needed(params, loss, law)):
        if d < float("inf"):
            pairs.append((float(3 * n * d + n * served), float(n)))
    if not pairs:
        raise ValueError("no size")
    return sorted(pairs)[0][1]


# %% cournot
def cournot(choke, cost, size, sellers):
    if not cost < choke:
        raise ValueError("nobody buys")
    columns = []
    for n in sellers:
        each = size * (choke - cost) / (n + 1)
        price = choke - n * each / size
        columns.append([price, (price - cost) * each, 0.5 * n * each * (choke - price)])
    return np.array(columns).T


def entrants(choke, cost, size, fixed):
    if not cost < choke or not fixed > 0:
        raise ValueError("nobody buys")
    return int(max(np.floor((choke - cost) * (size / fixed) ** 0.5 - 1), 0))


# %% double_margin
def stacked_prices(choke, chip_cost, app_cost, layers=2):
    if float(chip_cost) + float(app_cost) >= float(choke):
        raise ValueError("nobody buys")
    chip = (float(choke) - float(app_cost) + float(chip_cost)) / layers
    return chip, (float(choke) + chip + float(app_cost)) / layers


def merger_gain(choke, chip_cost, app_cost, size, layers=2):
    if float(chip_cost) + float(app_cost) >= float(choke):
        raise ValueError("nobody buys")
    profits, users = [], []
    for margins in (layers, 1):
        sold = (choke - chip_cost - app_cost) * size / 2**margins
        profits.append(sold * ((choke - chip_cost - app_cost) - sold / size))
        users.append(sold * sold / size / 2)
    return float(profits[1] - profits[0]), float(users[1] - users[0])


# %% xpu
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


# %% logistic
import math


def logistic_fit(years, users, ceiling):
    logits = []
    for u in users:
        if u <= 0 or u >= ceiling:
            raise ValueError("no logit")
        logits.append(math.log(u) - math.log(ceiling - u))
    t, y = sum(years) / len(years), sum(logits) / len(logits)
    rate = sum((a - t) * (b - y) for a, b in zip(years, logits)) / sum((a - t) ** 2 for a in years)
    return float(rate), float(t - y / rate)


def logistic_path(rate, midpoint, ceiling, years):
    users = []
    for t in years:
        users.append(ceiling / (1 + math.exp(-rate * (float(t) - midpoint))))
    return np.array(users)


# %% growth_plot
def growth_plot(counter, year, count):
    fig, ax = plt.subplots(figsize=(8, 5))
    for name in sorted(set(counter)):
        history = sorted((y, c) for n, y, c in zip(counter, year, count) if n == name)
        ax.semilogy(
            [y for y, _ in history],
            [c / history[0][1] for _, c in history],
            "s--",
            label=name,
        )
    ax.set_xlabel("year")
    ax.set_ylabel("Tokens (times the first count)")
    ax.set_title("Tokens grow", loc="left")
    ax.legend(title="Counter")
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
