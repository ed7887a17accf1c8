# Takes an elasticity for a slope: so much more use for each dollar, wherever on the
# curve.
# start: solution
# %% demand_spending
def demand_spending(price, use, elasticity, new_prices):
    if price <= 0 or np.any(new_prices <= 0) or elasticity < 0:
        raise ValueError("prices must be above 0")
    more = use + elasticity * (price - new_prices)
    return np.array([more, more * new_prices])


# %% linear_demand
def point_elasticity(intercept, slope, prices):
    if np.any(prices < 0) or np.any(intercept - slope * prices <= 0):
        raise ValueError("off the curve")
    return np.full(len(prices), slope)


def turning_gain(intercept, slope, price):
    demand = intercept - slope * price
    if price <= 0 or demand <= 0:
        raise ValueError("off the curve")
    return max(2 * slope * price / intercept, 1.0), max(slope * price / demand, 1.0)


# %% elasticity
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
    return arc_elasticity(1.0, fall ** -years[-1], COUNT[mine][0], COUNT[mine][-1])[1], -np.polyfit(
        fall**-years, COUNT[mine], 1
    )[0]
