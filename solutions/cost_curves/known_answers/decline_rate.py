# %% right: a plain one
def decline_rate(price_start, date_start, price_end, date_end):
    start, end = np.datetime64(date_start), np.datetime64(date_end)
    if end <= start:
        raise ValueError("dates")
    years = (end - start).astype(int) / 365.25
    return 1 - (price_end / price_start) ** (1 / years)


def half_life_months(rate):
    if not 0 < rate < 1:
        raise ValueError("rate")
    return 12 * np.log(0.5) / np.log(1 - rate)


# %% right: the calendar of the standard library, logarithms, a Python float
import datetime
import math


def decline_rate(price_start, date_start, price_end, date_end):
    wait = datetime.date.fromisoformat(date_end) - datetime.date.fromisoformat(
        date_start
    )
    if wait.days <= 0:
        raise ValueError("dates")
    return -math.expm1(math.log(price_end / price_start) / (wait.days / 365.25))


def half_life_months(rate):
    if rate <= 0 or rate >= 1:
        raise ValueError("rate")
    return math.log(2) / -math.log(1 - rate) * 12


# %% right: what is left after a year, base 2
def decline_rate(price_start, date_start, price_end, date_end):
    start, end = np.datetime64(date_start), np.datetime64(date_end)
    if not end > start:
        raise ValueError("dates")
    years = (end - start).astype(float) / 365.25
    left = 2 ** (np.log2(price_end) / years - np.log2(price_start) / years)
    return 1 - left


def half_life_months(rate):
    if rate > 0 and rate < 1:
        return -12 / np.log2(1 - rate)
    raise ValueError("rate")


# %% right: 0-d arrays and an inverse of each other
def decline_rate(price_start, date_start, price_end, date_end):
    days = (np.datetime64(date_end, "D") - np.datetime64(date_start, "D")).astype(int)
    if days < 1:
        raise ValueError("dates")
    daily = np.power(price_end / price_start, 1 / days)
    return np.array(1 - daily**365.25)


def half_life_months(rate):
    if not (0 < rate and rate < 1):
        raise ValueError("rate")
    return np.array(12 * np.log10(0.5) / np.log10(1 - rate))


# %% right: bisection
def years_between(start, end):
    return (
        float((np.datetime64(end) - np.datetime64(start)) / np.timedelta64(1, "h"))
        / 24
        / 365.25
    )


def decline_rate(price_start, date_start, price_end, date_end):
    years = years_between(date_start, date_end)
    if years <= 0:
        raise ValueError("dates")
    ratio = price_start / price_end
    return 1 - (1 / ratio) ** (1 / years)


def half_life_months(rate):
    if not 0 < rate < 1:
        raise ValueError("rate")
    low, high = 0.0, 1e6
    for _ in range(200):
        middle = (low + high) / 2
        if (1 - rate) ** (middle / 12) > 0.5:
            low = middle
        else:
            high = middle
    return middle


# %% class: another_algorithm
import datetime


def decline_rate(price_start, date_start, price_end, date_end):
    days = (
        datetime.date.fromisoformat(date_end) - datetime.date.fromisoformat(date_start)
    ).days
    if days <= 0:
        raise ValueError("dates")
    return 1 - 10 ** (np.log10(price_end / price_start) * 365.25 / days)


def half_life_months(rate):
    if rate <= 0 or rate >= 1:
        raise ValueError("rate")
    return 12 * np.log10(2) / np.log10(1 / (1 - rate))


# %% class: edited_tests, cell decline_rate-rate
assert True


# %% class: log10_for_log
def decline_rate(price_start, date_start, price_end, date_end):
    days = (np.datetime64(date_end) - np.datetime64(date_start)) / np.timedelta64(
        1, "D"
    )
    if days <= 0:
        raise ValueError("date_end must be later than date_start")
    return 1 - np.exp(np.log10(price_end / price_start) * 365.25 / days)


def half_life_months(rate):
    if not 0 < rate < 1:
        raise ValueError("no half-life")
    return 12 * np.log(0.5) / np.log10(1 - rate)


# %% class: loops
def decline_rate(price_start, date_start, price_end, date_end):
    day, end, days = np.datetime64(date_start), np.datetime64(date_end), 0
    while day < end:
        day += 1
        days += 1
    if days == 0:
        raise ValueError("the second date must be later")
    return 1 - (price_end / price_start) ** (365.25 / days)


def half_life_months(rate):
    if rate <= 0 or rate >= 1:
        raise ValueError("no half-life")
    low, high = 0.0, 1.0
    while (1 - rate) ** (high / 12) > 0.5:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        if (1 - rate) ** (middle / 12) > 0.5:
            low = middle
        else:
            high = middle
    return low


# %% class: off_by_one_year
def decline_rate(price_start, date_start, price_end, date_end):
    if date_end <= date_start:
        raise ValueError("date_end must be later than date_start")
    years = int(date_end[:4]) - int(date_start[:4]) + 1
    return 1 - (price_end / price_start) ** (1 / years)


def half_life_months(rate):
    if not 0 < rate < 1:
        raise ValueError("no half-life")
    return 12 * np.log(0.5) / np.log(1 - rate)


# %% class: percent_for_fraction
def decline_rate(price_start, date_start, price_end, date_end):
    days = (np.datetime64(date_end) - np.datetime64(date_start)) / np.timedelta64(
        1, "D"
    )
    if days <= 0:
        raise ValueError("date_end must be later than date_start")
    return 100 * (1 - (price_end / price_start) ** (365.25 / days))


def half_life_months(rate):
    if not 0 < rate < 100:
        raise ValueError("no half-life")
    return 12 * np.log(0.5) / np.log(1 - rate / 100)


# %% class: vectorised
def decline_rate(price_start, date_start, price_end, date_end):
    years = (
        np.diff(np.array([date_start, date_end], dtype="M8[D]")).astype(float)[0]
        / 365.25
    )
    if years <= 0:
        raise ValueError("dates")
    return -np.expm1(np.log(price_end / price_start) / years)


def half_life_months(rate):
    if not 0 < rate < 1:
        raise ValueError("rate")
    return -12 / np.log2(1 - rate)
