# %% right: a plain one
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return price_now * (1.0 - rate) ** years


# %% right: an exponential
def price_path(price_now, rate, years):
    if not rate < 1:
        raise ValueError("rate")
    return price_now * np.exp(np.log(1 - rate) * years)


# %% right: a list comprehension, a Python float for a number
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    left = 1 - float(rate)
    if np.ndim(years) == 0:
        return float(price_now * left**years)
    return np.array([price_now * left**year for year in years])


# %% right: np.power with floats, a 0-d array for a number
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return np.array(np.power(1.0 - rate, np.asarray(years, dtype=float)) * price_now)


# %% right: division for the growth in the past
def price_path(price_now, rate, years, base=1.0):
    if rate - base >= 0:
        raise ValueError("rate")
    return price_now / (1 / (base - rate)) ** years


# %% class: another_algorithm
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return price_now / np.power(1 / (1.0 - rate), years)


# %% class: edited_tests
def price_path(price_now, rate, years):
    return np.array([10.0, 4.0, 1.6])


# %% class: edited_tests, cell price_path-test
assert True


# %% class: loops
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("nothing would be left")
    if np.ndim(years) == 0:
        return price_now * (1.0 - rate) ** years
    prices = []
    for t in years:
        prices.append(price_now * (1.0 - rate) ** float(t))
    return np.array(prices)


# %% class: off_by_one_year
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate must be below 1")
    return price_now * (1.0 - rate) ** (years + 1)


# %% class: percent_for_fraction
def price_path(price_now, rate, years):
    if rate >= 100:
        raise ValueError("rate must be below 100")
    return price_now * (1 - rate / 100) ** years


# %% class: vectorised
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate")
    return price_now * np.exp(np.log1p(-rate) * np.asarray(years))
