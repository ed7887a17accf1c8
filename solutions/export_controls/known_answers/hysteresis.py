# %% right: a plain one
def chosen(ratios, habit, wall):
    if habit < 1:
        raise ValueError("habit")
    now = 0
    result = np.zeros(len(ratios))
    for year in range(len(ratios)):
        if year < wall:
            now = 1
        elif ratios[year] < 1 / habit:
            now = 1
        elif ratios[year] > habit:
            now = 0
        result[year] = now
    return result


def shortest_wall(ratios, habit):
    for wall in range(1, len(ratios)):
        if ratios[wall:].max() <= habit:
            return wall
    return np.nan


# %% right: the last year that drives buyers away
def chosen(ratios, habit, wall):
    if habit < 1:
        raise ValueError("habit")
    votes = np.where(ratios > habit, 0.0, np.where(ratios < 1 / habit, 1.0, np.nan))
    votes[:wall] = 1.0
    votes = np.append(0.0, votes)
    known = np.maximum.accumulate(np.where(np.isnan(votes), 0, np.arange(len(votes))))
    return votes[known][1:]


def shortest_wall(ratios, habit):
    dear = np.flatnonzero(ratios > habit)
    wall = max(1, dear[-1] + 1 if len(dear) else 1)
    return wall if wall < len(ratios) else np.nan


# %% right: recursion, and every wall tried in full
def one_year(ratios, habit, wall, year):
    if year < 0:
        return 0
    if year < wall or ratios[year] * habit < 1:
        return 1
    if ratios[year] > habit:
        return 0
    return one_year(ratios, habit, wall, year - 1)


def chosen(ratios, habit, wall):
    if not habit >= 1:
        raise ValueError("habit")
    return np.array(
        [one_year(ratios, habit, wall, year) for year in range(len(ratios))]
    )


def shortest_wall(ratios, habit):
    found = [
        w
        for w in range(1, len(ratios))
        if all(one_year(ratios, habit, w, y) for y in range(w, len(ratios)))
    ]
    return min(found) if found else float("nan")


# %% right: a state carried along, from the last year back, 0-d arrays
def chosen(ratios, habit, wall, start=False):
    if habit < 1:
        raise ValueError
    home, path = start, []
    for banned, ratio in zip(np.arange(len(ratios)) < wall, ratios):
        home = bool(banned or ratio < 1 / habit or (home and ratio <= habit))
        path.append(int(home))
    return np.array(path)


def shortest_wall(ratios, habit):
    wall = len(ratios)
    while wall > 1 and ratios[wall - 1] <= habit:
        wall -= 1
    return np.array(np.nan if wall == len(ratios) else float(wall))


# %% class: another_algorithm
def chosen(ratios, habit, wall):
    """Which chip is bought in each year."""
    if habit < 1 or habit != habit:
        raise ValueError("habit must be at least 1")
    ratios = np.array(ratios, float)
    ratios[: int(wall)] = 0.0  # behind the wall the home chip is as good as free
    choice = (ratios < 1 / habit).astype(int)
    turns = np.flatnonzero((ratios < 1 / habit) | (ratios > habit))
    choice_at_turn = np.concatenate([[0], choice[turns]])
    return choice_at_turn[np.searchsorted(turns, np.arange(len(ratios)), "right")]


def shortest_wall(ratios, habit):
    """Shortest ban after which buyers never leave: halve the range of walls."""
    last = len(ratios) - 1
    low, high = 1, len(ratios)
    while low < high:  # a longer wall never makes buyers leave who would have stayed
        wall = (low + high) // 2
        if wall == len(ratios) or np.max(ratios[wall:]) <= habit:
            high = wall
        else:
            low = wall + 1
    return low if low <= last else np.nan


# %% class: loops
def chosen(ratios, habit, wall):
    """Which chip is bought in each year."""
    if not habit >= 1:
        raise ValueError("habit must be at least 1")
    bought, years = 0, []
    for year in range(len(ratios)):
        if year < wall:
            bought = 1
        elif ratios[year] < 1 / habit:
            bought = 1
        elif ratios[year] > habit:
            bought = 0
        years.append(bought)
    return np.array(years, dtype=int)


def shortest_wall(ratios, habit):
    """Shortest ban after which buyers never leave the home chip."""
    for wall in range(1, len(ratios)):
        stay = True
        for year in range(wall, len(ratios)):
            if ratios[year] > habit:
                stay = False
                break
        if stay:
            return wall
    return float("nan")


# %% class: no_counterfactual
def chosen(ratios, habit, wall):
    if habit < 1:
        raise ValueError("habit")
    return ((np.arange(len(ratios)) < wall) | (ratios < 1)).astype(int)


def shortest_wall(ratios, habit):
    for wall in range(1, len(ratios)):
        if np.all(ratios[wall:] <= 1):
            return wall
    return np.nan


# %% class: raises
start = ratios[0] > habit


def chosen(ratios, habit, wall):
    return start


def shortest_wall(ratios, habit):
    return start


# %% class: vectorised
def chosen(ratios, habit, wall):
    """Which chip is bought in each year."""
    if not habit >= 1:
        raise ValueError("habit must be at least 1")
    ratios = np.asarray(ratios)
    year = np.arange(len(ratios))
    home = (ratios < 1 / habit) | (year < wall)
    decided = home | (ratios > habit)
    last = np.maximum.accumulate(np.where(decided, year + 1, 0))
    return np.append(False, home)[last].astype(int)


def shortest_wall(ratios, habit):
    """Shortest ban after which buyers never leave the home chip."""
    worst_ahead = np.maximum.accumulate(np.asarray(ratios)[::-1])[::-1]
    enough = worst_ahead[1:] <= habit
    return int(np.argmax(enough)) + 1 if enough.any() else np.nan
