# A student who lets the hours halve and not the gap, lets everybody be a user in the
# end, and takes more output for fewer hours.
# start: solution
# %% adoption_return
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if speedup <= -1:
        raise ValueError("nothing would be made")
    return hours * speedup * wage - tokens * token_price / 1e6 - licence


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if np.any(speedups <= -1):
        raise ValueError("nothing would be made")
    saved = np.where(speedups > 0, hours * speedups, np.nan)
    return np.where(speedups > 0, (tokens * token_price / 1e6 + licence) / saved, np.inf)


# %% convergence
def gap_half_life(start, end, best, years):
    if not start > end > best or years <= 0:
        raise ValueError("no half-life")
    return years * np.log(2) / np.log(start / end)


def hours_path(start, best, half_life, progress, years):
    if half_life <= 0 or progress >= 1:
        raise ValueError("cannot be")
    return start * 0.5 ** (years / half_life)


# %% diffusion
def diffusion_path(start, rate, ceiling, years):
    if not 0 < start < ceiling <= 1:
        raise ValueError("no start")
    return 1 / (1 + (1 / start - 1) * np.exp(-rate * years))


def years_to_reach(start, rate, ceiling, targets):
    if not 0 < start < ceiling <= 1 or rate <= 0:
        raise ValueError("no answer")
    below = np.where(targets < ceiling, targets, np.nan)
    time = np.log(below * (1 - start) / (start * (1 - below))) / rate
    return np.where(targets < ceiling, time, np.inf)
