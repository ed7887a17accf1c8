# Takes all growth for a walk along the curve: no shift, no trend, no ceiling; and lets
# a share grow like an amount.
# start: solution
# %% elasticity
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


# %% growth_split
def elasticity_left(use_growth, price_fall, shifts):
    if use_growth <= 0 or price_fall <= 0 or price_fall == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    return np.log(use_growth) / np.log(price_fall)


def growth_shares(use_growth, price_fall, elasticity, shifts):
    if use_growth <= 0 or price_fall <= 0 or use_growth == 1 or np.any(shifts <= 0):
        raise ValueError("refused")
    return np.append(1.0, np.zeros(len(shifts) + 1))


# %% inference
def inference_share(share, training_growth, inference_growth, years):
    if not 0 < share < 1:
        raise ValueError("no share")
    return share * (inference_growth / training_growth) ** years


def years_to_parity(share, training_growth, inference_growth):
    if not 0 < share < 1:
        raise ValueError("no share")
    return np.log(0.5 / share) / np.log(inference_growth / training_growth)


# %% logistic
def logistic_fit(years, users, ceiling):
    if np.any(users <= 0) or np.any(users >= ceiling):
        raise ValueError("no logit")
    rate, level = np.polyfit(years, np.log(users), 1)
    return rate, (np.log(ceiling / 2) - level) / rate


def logistic_path(rate, midpoint, ceiling, years):
    return ceiling / 2 * np.exp(rate * (years - midpoint))
