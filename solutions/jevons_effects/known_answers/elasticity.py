# %% right: a plain one
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


# %% right: years as they stand, lists
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
        (np.log(use_end) - np.log(use_start))
        / (np.log(price_start) - np.log(price_end)),
    ]


def regression_elasticity(years, prices, use, with_trend):
    columns = [np.log(prices), np.ones_like(years)] + ([years] if with_trend else [])
    fit, *_ = np.linalg.lstsq(np.array(columns, dtype=float).T, np.log(use), rcond=None)
    return [-fit[0], np.exp(fit[2]) if with_trend else 1]


def counter_elasticity(counter, fall):
    rows = [
        (year, count)
        for name, year, count in zip(COUNTER, YEAR, COUNT)
        if name == counter
    ]
    if not rows or fall <= 1:
        raise ValueError("refused")
    rows.sort()
    prices = [-year * np.log(fall) for year, _ in rows]
    use = [np.log(count) for _, count in rows]
    return [
        -(use[-1] - use[0]) / (prices[-1] - prices[0]),
        -np.polyfit(prices, use, 1)[0],
    ]


# %% right: by covariances, the trend taken out first (Frisch and Waugh)
def arc_elasticity(price_start, price_end, use_start, use_end):
    if (
        np.min([price_start, price_end, use_start, use_end]) <= 0
        or price_start == price_end
    ):
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
    return (q[last] - q[first]) / (t[last] - t[first]), np.cov(t, q)[0, 1] / np.var(
        t, ddof=1
    )


# %% right: normal equations, as arrays
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
    return np.array(
        [ends, regression_elasticity(YEAR[mine], price, COUNT[mine], False)[0]]
    )


# %% right: np.polyfit without a trend, base 10, an extra default argument
def arc_elasticity(price_start, price_end, use_start, use_end, base=10):
    if (
        min(price_start, use_start) <= 0
        or min(price_end, use_end) <= 0
        or price_start == price_end
    ):
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
        np.array(
            [(day - table[counter][0][0]).astype(int) for day, _ in table[counter]]
        )
        / 365.25
    )
    logs = np.log10([count for _, count in table[counter]]) / np.log10(fall)
    return logs[-1] / days[-1] - logs[0] / days[-1], np.polyfit(days, logs, 1)[0]


# %% class: another_algorithm
def arc_elasticity(price_start, price_end, use_start, use_end):
    """(b - a) / (b + a) is the hyperbolic tangent of half the logarithm of b / a."""
    if min(price_start, price_end, use_start, use_end) <= 0 or price_end == price_start:
        raise ValueError("a number is not above 0, or the price is the same")
    use_log = np.log(use_end / use_start)
    fall_log = np.log(price_start / price_end)
    return np.tanh(use_log / 2) / np.tanh(fall_log / 2), use_log / fall_log


def regression_elasticity(years, prices, use, with_trend):
    """Coefficients from the covariances of the three series."""
    table = np.cov([np.log(use), np.log(prices), years])
    if with_trend:
        on_price, on_time = np.linalg.solve(table[1:, 1:], table[1:, 0])
        return -on_price, np.exp(on_time)
    return -table[0, 1] / table[1, 1], 1


def counter_elasticity(counter, fall):
    """Growth rates a year, over the rate at which the price falls."""
    mine = np.flatnonzero(COUNTER == counter)
    if len(mine) == 0 or not fall > 1:
        raise ValueError("the table lacks this counter, or the price does not fall")
    mine = mine[np.argsort(YEAR[mine])]
    rate = np.log(fall)
    start, end = mine[0], mine[-1]
    between = np.log(COUNT[end] / COUNT[start]) / (YEAR[end] - YEAR[start])
    lines = np.vander(YEAR[mine] - YEAR[start], 2)
    slope = np.linalg.lstsq(lines, np.log(COUNT[mine]), rcond=None)[0][0]
    return between / rate, slope / rate


# %% class: loops
def arc_elasticity(price_start, price_end, use_start, use_end):
    """Elasticity by midpoints and by logarithms, for two points."""
    import math

    for number in (price_start, price_end, use_start, use_end):
        if not number > 0:
            raise ValueError("prices and use must be above 0")
    if price_start == price_end:
        raise ValueError("the price did not change")
    changes = []
    for start, end in ((price_start, price_end), (use_start, use_end)):
        start, end = float(start), float(end)
        mean = (start + end) / 2
        changes.append(((end - start) / mean, math.log(end) - math.log(start)))
    (price_part, price_log), (use_part, use_log) = changes
    return -use_part / price_part, -use_log / price_log


def regression_elasticity(years, prices, use, with_trend):
    """Ordinary least squares by sums of products around the means."""
    import math

    n = len(years)
    t = [float(year) for year in years]
    p = [math.log(price) for price in prices]
    u = [math.log(amount) for amount in use]
    t_mean, p_mean, u_mean = sum(t) / n, sum(p) / n, sum(u) / n
    pp = pt = tt = pu = tu = 0.0
    for i in range(n):
        dt, dp, du = t[i] - t_mean, p[i] - p_mean, u[i] - u_mean
        pp += dp * dp
        pt += dp * dt
        tt += dt * dt
        pu += dp * du
        tu += dt * du
    if not with_trend:
        return -pu / pp, 1.0
    determinant = pp * tt - pt * pt
    on_price = (pu * tt - tu * pt) / determinant
    on_time = (tu * pp - pu * pt) / determinant
    return -on_price, math.exp(on_time)


def counter_elasticity(counter, fall):
    """Elasticity of one counter at a constant fall of the price."""
    import math

    if not fall > 1:
        raise ValueError("the price has to fall")
    rows = []
    for name, year, count in zip(COUNTER, YEAR, COUNT):
        if name == counter:
            rows.append((float(year), math.log(count)))
    if not rows:
        raise ValueError("the table has no such counter")
    rows.sort()
    first = rows[0][0]
    points = []
    for year, log_count in rows:
        points.append((-(year - first) * math.log(fall), log_count))
    two_dates = -(points[-1][1] - points[0][1]) / (points[-1][0] - points[0][0])
    x_mean = sum(x for x, _ in points) / len(points)
    y_mean = sum(y for _, y in points) / len(points)
    above = below = 0.0
    for x, y in points:
        above += (x - x_mean) * (y - y_mean)
        below += (x - x_mean) ** 2
    return two_dates, -above / below


# %% class: shifts_ignored
def arc_elasticity(price_start, price_end, use_start, use_end):
    if min(price_start, price_end, use_start, use_end) <= 0 or price_start == price_end:
        raise ValueError("refused")
    mid = (
        (use_end - use_start)
        / (use_end + use_start)
        * (price_end + price_start)
        / (price_start - price_end)
    )
    return mid, np.log(use_end / use_start) / np.log(price_start / price_end)


def regression_elasticity(years, prices, use, with_trend):
    return -np.polyfit(np.log(prices), np.log(use), 1)[0], 1.0


def counter_elasticity(counter, fall):
    mine = COUNTER == counter
    if fall <= 1 or not mine.any():
        raise ValueError("refused")
    years, tokens = YEAR[mine] - YEAR[mine][0], np.log(COUNT[mine]) / np.log(fall)
    return (tokens[-1] - tokens[0]) / years[-1], np.polyfit(years, tokens, 1)[0]


# %% class: slope_for_elasticity
def arc_elasticity(price_start, price_end, use_start, use_end):
    if min(price_start, price_end, use_start, use_end) <= 0 or price_start == price_end:
        raise ValueError("refused")
    slope = (use_end - use_start) / (price_start - price_end)
    return slope, slope


def regression_elasticity(years, prices, use, with_trend):
    slope = -np.polyfit(prices, use, 1)[0]
    return slope, 1.0


def counter_elasticity(counter, fall):
    mine = COUNTER == counter
    if fall <= 1 or not mine.any():
        raise ValueError("refused")
    years = YEAR[mine] - YEAR[mine][0]
    return arc_elasticity(1.0, fall ** -years[-1], COUNT[mine][0], COUNT[mine][-1])[
        1
    ], -np.polyfit(fall**-years, COUNT[mine], 1)[0]


# %% class: vectorised
def arc_elasticity(price_start, price_end, use_start, use_end):
    pairs = np.array([[price_start, price_end], [use_start, use_end]], dtype=float)
    if not np.all(pairs > 0) or price_start == price_end:
        raise ValueError("all above 0, please, and two different prices")
    parts = np.diff(pairs)[:, 0] / pairs.mean(axis=1)
    logs = np.diff(np.log(pairs))[:, 0]
    return -parts[1] / parts[0], -logs[1] / logs[0]


def regression_elasticity(years, prices, use, with_trend):
    time = years - np.mean(years)
    columns = np.column_stack([np.ones(len(time)), np.log(prices), time])
    columns = columns if with_trend else columns[:, :2]
    fit = np.linalg.lstsq(columns, np.log(use), rcond=None)[0]
    return -fit[1], np.exp(fit[2]) if with_trend else 1.0


def counter_elasticity(counter, fall):
    rows = COUNTER == counter
    if not np.any(rows) or not fall > 1:
        raise ValueError("no such counter, or no fall")
    year, tokens = YEAR[rows], np.log(COUNT[rows])
    price = (year.min() - year) * np.log(fall)
    ends = [np.argmin(year), np.argmax(year)]
    two_dates = -np.diff(tokens[ends])[0] / np.diff(price[ends])[0]
    return two_dates, -np.polyfit(price, tokens, 1)[0]
