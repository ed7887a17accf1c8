# Counts the calendar years that a period touches, starts the clock a year late, and
# takes the offer of a day from the day after.
# start: solution
# %% decline_rate
def decline_rate(price_start, date_start, price_end, date_end):
    if date_end <= date_start:
        raise ValueError("date_end must be later than date_start")
    years = int(date_end[:4]) - int(date_start[:4]) + 1
    return 1 - (price_end / price_start) ** (1 / years)


def half_life_months(rate):
    if not 0 < rate < 1:
        raise ValueError("no half-life")
    return 12 * np.log(0.5) / np.log(1 - rate)


# %% price_path
def price_path(price_now, rate, years):
    if rate >= 1:
        raise ValueError("rate must be below 1")
    return price_now * (1.0 - rate) ** (years + 1)


# %% quality_envelope
def quality_envelope(years, prices, scores, bar, at):
    lowest = []
    for date in at:
        on_sale = (years < date) & (scores >= bar)
        lowest.append(prices[on_sale].min() if on_sale.any() else np.nan)
    return np.array(lowest)


# %% wright_fit
def wright_fit(output, prices):
    if np.any(output <= 0) or np.any(prices <= 0):
        raise ValueError("outputs and prices must be above 0")
    before = np.append(output[0], np.cumsum(output)[:-1])
    slope, intercept = np.polyfit(np.log(before), np.log(prices), 1)
    return np.exp(intercept), -slope


def progress_ratio(b):
    return 2.0**-b
