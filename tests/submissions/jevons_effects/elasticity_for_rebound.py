# Takes more use for Jevons, an elasticity for a rebound, and one threshold for spending
# and the resource.
# start: solution
# %% rebound
def resource_factor(gain, pass_through, elasticity):
    return gain ** (pass_through * elasticity)


def saving_lost(gain, pass_through, elasticity):
    if np.any(gain <= 1):
        raise ValueError("no gain")
    return pass_through * elasticity + 0 * gain


def backfire_threshold(pass_through):
    if not 0 <= pass_through <= 1:
        raise ValueError("no fraction")
    return 1.0


# %% linear_demand
def point_elasticity(intercept, slope, prices):
    demand = intercept - slope * prices
    if np.any(prices < 0) or np.any(demand <= 0):
        raise ValueError("off the curve")
    return slope * prices / demand


def turning_gain(intercept, slope, price):
    if price <= 0 or intercept - slope * price <= 0:
        raise ValueError("off the curve")
    return np.inf, np.inf  # use grows for ever
