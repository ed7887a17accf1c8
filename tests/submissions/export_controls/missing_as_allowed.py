# Every comparison with a missing fact comes out false, and false is read as "not
# caught" and as "no area".
# start: solution
# %% performance
def total_performance(bits, sheet_tflops, sparse):
    return np.nanmax(bits * sheet_tflops / np.where(sparse, 2, 1)[:, None], axis=1)


def performance_density(score, die_areas, has_logic):
    if not np.any(has_logic):
        raise ValueError("no logic")
    return score / np.nansum(die_areas[has_logic])


# %% caught
def caught_2022(score, links):
    return ((score >= 4800) & (links >= 600)).astype(float)


def caught_2023(score, density, centre):
    steps = (score >= 2400) & (density >= 1.6) | (score >= 1600) & (density >= 3.2)
    return ((score >= 4800) | steps & centre).astype(float)


def caught_2026(score, bandwidth):
    return ((score >= 21000) | (bandwidth >= 6500)).astype(float)


# %% best_allowed
def best_allowed(merit, caught):
    allowed = np.flatnonzero(~(caught == 1) & ~np.isnan(merit))
    if allowed.size == 0:
        raise ValueError("nothing allowed")
    best = allowed[np.argmax(merit[allowed])]
    return best, best
