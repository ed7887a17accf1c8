# %% a plain one
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


# %% the last year that drives buyers away
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


# %% recursion, and every wall tried in full
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
    return np.array([one_year(ratios, habit, wall, year) for year in range(len(ratios))])


def shortest_wall(ratios, habit):
    found = [
        w
        for w in range(1, len(ratios))
        if all(one_year(ratios, habit, w, y) for y in range(w, len(ratios)))
    ]
    return min(found) if found else float("nan")


# %% a state carried along, from the last year back, 0-d arrays
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
