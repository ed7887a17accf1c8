# A student who works in percent throughout: shares, rates and probabilities are taken
# or given as 80 where 0.8 is meant.
# start: solution
# %% adoption_return
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if speedup <= -100:
        raise ValueError("nothing would be made")
    return hours * speedup / (100 + speedup) * wage - tokens * token_price / 1e6 - licence


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if np.any(speedups <= -100):
        raise ValueError("nothing would be made")
    saved = np.where(speedups > 0, hours * speedups / (100 + speedups), np.nan)
    return np.where(speedups > 0, (tokens * token_price / 1e6 + licence) / saved, np.inf)


# %% mixed_equilibrium
def mixed_equilibrium(row_payoff, column_payoff):
    (a, b), (c, d) = row_payoff
    (e, f), (g, h) = column_payoff
    if (a - c) * (b - d) >= 0 or (e - f) * (g - h) >= 0:
        raise ValueError("no mix")
    return 100 * (h - g) / (e - f + h - g), 100 * (d - b) / (a - c + d - b)


# %% brier
def brier_score(stated, happened):
    if np.any(stated < 0) or np.any(stated > 100):
        raise ValueError("no probability")
    return np.mean((stated / 100 - happened) ** 2)


def voice_score(tighter, looser, technology):
    stated = np.select(
        [DIRECTION == "tighter", DIRECTION == "looser"], [tighter, looser], technology
    )
    return np.mean((stated / 100 - HAPPENED) ** 2)


def calibration_table(stated, happened, edges):
    rows = []
    for i in range(len(edges) - 1):
        inside = (stated >= edges[i]) & ((stated < edges[i + 1]) | (i == len(edges) - 2))
        n = inside.sum()
        rows.append(
            [100 * stated[inside].mean(), 100 * happened[inside].mean(), n]
            if n
            else [np.nan, np.nan, 0]
        )
    return np.array(rows)
