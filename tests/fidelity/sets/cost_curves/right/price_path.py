# %% a plain one
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return price_now * (1.0 - rate) ** years


# %% an exponential
def price_path(price_now, rate, years):
    if not rate < 1:
        raise ValueError("rate")
    return price_now * np.exp(np.log(1 - rate) * years)


# %% a list comprehension, a Python float for a number
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    left = 1 - float(rate)
    if np.ndim(years) == 0:
        return float(price_now * left**years)
    return np.array([price_now * left**year for year in years])


# %% np.power with floats, a 0-d array for a number
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return np.array(np.power(1.0 - rate, np.asarray(years, dtype=float)) * price_now)


# %% division for the growth in the past
def price_path(price_now, rate, years, base=1.0):
    if rate - base >= 0:
        raise ValueError("rate")
    return price_now / (1 / (base - rate)) ** years
