# %% a plain one
def deficit_share(exports, imports, sales, shipped):
    gap = np.asarray(imports) - np.asarray(exports)
    if np.any(gap <= 0):
        raise ValueError("no deficit")
    return np.asarray(sales) * shipped / gap


def forgone_share(before, after):
    rows = {row[0]: row for row in TRADE}
    if before not in rows or after not in rows:
        raise ValueError("year")
    _, exports, imports, chips = rows[after]
    return (rows[before][3] - chips) / (imports - exports)


# %% what the gap becomes
def deficit_share(exports, imports, sales, shipped):
    if np.any(np.less_equal(imports, exports)):
        raise ValueError("no deficit")
    old = np.subtract(imports, exports)
    new = imports - np.add(exports, np.multiply(sales, shipped))
    return (old - new) / old


def forgone_share(before, after):
    years = YEAR.astype(int).tolist()
    try:
        i, j = years.index(before), years.index(after)
    except ValueError:
        raise ValueError("not in the table")
    old = IMPORTS[j] - EXPORTS[j]
    new = IMPORTS[j] - (EXPORTS[j] + CHIP_EXPORTS[i] - CHIP_EXPORTS[j])
    return float(1 - new / old)


# %% a loop over the broadcast arrays
def deficit_share(exports, imports, sales, shipped):
    e, m, x, s = np.broadcast_arrays(exports, imports, sales, shipped)
    result = np.zeros(e.shape)
    for at in np.ndindex(*e.shape):
        if m[at] <= e[at]:
            raise ValueError("no deficit")
        result[at] = s[at] * x[at] / (m[at] - e[at])
    return result if result.ndim else float(result)


def forgone_share(before, after):
    chips_then = chips_now = gap = None
    for year, exports, imports, chips in TRADE:
        if year == before:
            chips_then = chips
        if year == after:
            chips_now, gap = chips, imports - exports
    if chips_then is None or chips_now is None:
        raise ValueError("year")
    return (chips_then - chips_now) / gap


# %% where, 0-d arrays, an extra default argument
def deficit_share(exports, imports, sales, shipped, factor=1.0):
    gap = np.array(imports, dtype=float) - exports
    if gap.min() <= 0:
        raise ValueError
    return np.asarray(factor * np.multiply(sales, shipped) / gap)


def forgone_share(before, after):
    old, new = np.where(YEAR == before)[0], np.where(YEAR == after)[0]
    if not (len(old) and len(new)):
        raise ValueError
    lost = CHIP_EXPORTS[old[0]] - CHIP_EXPORTS[new[0]]
    return np.array(lost / (IMPORTS - EXPORTS)[new[0]])
