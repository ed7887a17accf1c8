# %% a plain one
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


# %% years as they stand, lists
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


# %% by covariances, the trend taken out first (Frisch and Waugh)
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


# %% normal equations, as arrays
def arc_elasticity(price_start, price_end, use_start, use_end):
    if (
        not all(x > 0 for x in (price_start, price_end, use_start, use_end))
        or price_end == price_start
    ):
        raise ValueError("refused")

    def mid(a, b):
        return 2 * (b - a) / (a + b)

    return np.array(
        [
            -mid(use_start, use_end) / mid(price_start, price_end),
            -np.log(use_end / use_start) / np.log(price_end / price_start),
        ]
    )


def regression_elasticity(years, prices, use, with_trend):
    x = np.vstack([np.log(prices), np.ones(len(prices)), (years - min(years)) * 1.0])[
        : 3 if with_trend else 2
    ]
    fit = np.linalg.inv(x @ x.T) @ (x @ np.log(use))
    return np.array([-fit[0], np.exp(fit[-1]) if with_trend else 1.0])


def counter_elasticity(counter, fall):
    mine = np.flatnonzero(COUNTER == counter)
    if len(mine) == 0 or not fall > 1:
        raise ValueError("refused")
    price = 1 / fall ** (YEAR[mine] - YEAR[mine[0]])
    ends = arc_elasticity(price[0], price[-1], COUNT[mine[0]], COUNT[mine[-1]])[1]
    return np.array([ends, regression_elasticity(YEAR[mine], price, COUNT[mine], False)[0]])


# %% np.polyfit without a trend, base 10, an extra default argument
def arc_elasticity(price_start, price_end, use_start, use_end, base=10):
    if min(price_start, use_start) <= 0 or min(price_end, use_end) <= 0 or price_start == price_end:
        raise ValueError("refused")
    of_use, of_price = (
        (use_end - use_start) / (use_start + use_end),
        (price_end - price_start) / (price_start + price_end),
    )
    return np.float64(-of_use / of_price), -np.log10(use_end / use_start) / np.log10(
        price_end / price_start
    )


def regression_elasticity(years, prices, use, with_trend=False):
    p, q = np.log10(prices), np.log10(use)
    if not with_trend:
        return -np.polyfit(p, q, 1)[0], 1
    t = years - years.mean()
    slopes = np.linalg.pinv(np.column_stack([p, t, np.ones(len(t))])) @ q
    return -slopes[0], 10 ** slopes[1]


def counter_elasticity(counter, fall):
    table = {}
    for day, name, count in TOKENS:
        table.setdefault(name, []).append((np.datetime64(day), count))
    if counter not in table or fall <= 1:
        raise ValueError("refused")
    days = (
        np.array([(day - table[counter][0][0]).astype(int) for day, _ in table[counter]]) / 365.25
    )
    logs = np.log10([count for _, count in table[counter]]) / np.log10(fall)
    return logs[-1] / days[-1] - logs[0] / days[-1], np.polyfit(days, logs, 1)[0]
