# %% right: a plain one
def best_allowed(merit, caught):
    certain = possible = -1
    for i in range(len(merit)):
        if np.isnan(merit[i]) or caught[i] == 1:
            continue
        if possible < 0 or merit[i] > merit[possible]:
            possible = i
        if caught[i] == 0 and (certain < 0 or merit[i] > merit[certain]):
            certain = i
    if certain < 0:
        raise ValueError("nothing is certainly allowed")
    return certain, possible


# %% right: positions first, then the best of them
def best_allowed(merit, caught):
    known = np.isfinite(merit)
    sure = np.flatnonzero(known & (caught == 0))
    if sure.size == 0:
        raise ValueError("none")
    maybe = np.flatnonzero(known & ~(caught == 1))
    return sure[np.argmax(merit[sure])], maybe[np.argmax(merit[maybe])]


# %% right: masked with nan, nanargmax, an array of two
def best_allowed(merit, caught):
    sure = np.where(caught == 0, merit, np.nan)
    if np.all(np.isnan(sure)):
        raise ValueError("none")
    return np.array(
        [np.nanargmax(sure), np.nanargmax(np.where(caught == 1, np.nan, merit))]
    )


# %% right: sorted pairs, a list
def best_allowed(merit, caught):
    ranked = sorted((-m, i) for i, m in enumerate(merit.tolist()) if m == m)
    sure = [i for _, i in ranked if caught[i] == 0]
    maybe = [i for _, i in ranked if caught[i] != 1]
    if not sure:
        raise ValueError
    return [sure[0], maybe[0]]


# %% right: a stable sort, Python whole numbers, an extra default argument
def best_allowed(merit, caught, unknown=-np.inf):
    order = np.argsort(-np.where(np.isnan(merit), unknown, merit), kind="stable")
    sure = [int(i) for i in order if caught[i] == 0 and not np.isnan(merit[i])]
    if len(sure) < 1:
        raise ValueError("all caught, open or unknown")
    return sure[0], next(int(i) for i in order if not caught[i] == 1)


# %% class: another_algorithm
def best_allowed(merit, caught):
    """Positions of the best chips that a rule allows, for certain and possibly."""
    # Python sorts stably, so the first of equal ones stays first
    ranking = sorted(
        [i for i, good in enumerate(merit) if not np.isnan(good)],
        key=lambda i: -merit[i],
    )
    certain = next((i for i in ranking if caught[i] == 0), None)
    if certain is None:
        raise ValueError("no chip with a known merit is certainly allowed")
    return certain, next(i for i in ranking if not caught[i] > 0)


# %% class: loops
def best_allowed(merit, caught):
    """Positions of the best chips that a rule allows, for certain and possibly."""
    certain = possible = None
    for i in range(len(merit)):
        if merit[i] != merit[i]:
            continue
        if caught[i] == 0 and (certain is None or merit[i] > merit[certain]):
            certain = i
        open_to_him = caught[i] == 0 or caught[i] != caught[i]
        if open_to_him and (possible is None or merit[i] > merit[possible]):
            possible = i
    if certain is None:
        raise ValueError("no chip with a known merit is certainly allowed")
    return certain, possible


# %% class: missing_as_allowed
def best_allowed(merit, caught):
    allowed = np.flatnonzero(~(caught == 1) & ~np.isnan(merit))
    if allowed.size == 0:
        raise ValueError("nothing allowed")
    best = allowed[np.argmax(merit[allowed])]
    return best, best


# %% class: vectorised
def best_allowed(merit, caught):
    """Positions of the best chips that a rule allows, for certain and possibly."""
    known = ~np.isnan(merit)
    sure = np.flatnonzero(known & (caught == 0))
    maybe = np.flatnonzero(known & ((caught == 0) | np.isnan(caught)))
    if sure.size == 0:
        raise ValueError("no chip with a known merit is certainly allowed")
    return int(sure[np.argmax(merit[sure])]), int(maybe[np.argmax(merit[maybe])])
