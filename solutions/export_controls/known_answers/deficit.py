# %% right: a plain one
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


# %% right: what the gap becomes
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


# %% right: a loop over the broadcast arrays
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


# %% right: where, 0-d arrays, an extra default argument
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


# %% class: another_algorithm
def deficit_share(exports, imports, sales, shipped):
    """Part of a bilateral deficit that additional sales would close."""
    balance = np.asarray(exports, float) - imports
    if np.size(balance) and np.max(balance) >= 0:
        raise ValueError("there is no deficit")
    left = balance + np.asarray(sales, float) * shipped
    return 1 - left / balance


def forgone_share(before, after):
    """Part of a year's deficit with China that forgone chip exports would close."""
    table = {year: facts for year, *facts in TRADE}
    try:
        (_, _, reached), (sent, bought, chips) = table[before], table[after]
    except KeyError:
        raise ValueError("a year is not in the table") from None
    deficit, smaller = bought - sent, bought - (sent + reached - chips)
    return (deficit - smaller) / deficit


# %% class: loops
def deficit_share(exports, imports, sales, shipped):
    """Part of a bilateral deficit that additional sales would close."""
    cases = np.broadcast(exports, imports, sales, shipped)
    shares = []
    for sent, bought, more, part in cases:
        deficit = bought - sent
        if deficit <= 0:
            raise ValueError("there is no deficit")
        shares.append(float(more * part / deficit))
    if cases.shape == ():
        return shares[0]
    return np.array(shares, dtype=float).reshape(cases.shape)


def forgone_share(before, after):
    """Part of a year's deficit with China that forgone chip exports would close."""
    earlier = later = None
    for row in TRADE:
        if row[0] == before:
            earlier = row
        if row[0] == after:
            later = row
    if earlier is None or later is None:
        raise ValueError("a year is not in the table")
    return float((earlier[3] - later[3]) / (later[2] - later[1]))


# %% class: percent_for_fraction
def deficit_share(exports, imports, sales, shipped):
    if np.any(imports <= exports):
        raise ValueError("no deficit")
    return 100 * sales * shipped / (imports - exports)


def forgone_share(before, after):
    if before not in YEAR or after not in YEAR:
        raise ValueError("year")
    then, now = (CHIP_EXPORTS[YEAR == year][0] for year in (before, after))
    return 100 * (then - now) / (IMPORTS - EXPORTS)[YEAR == after][0]


# %% class: sales_for_profit
def deficit_share(exports, imports, sales, shipped):
    if np.any(imports <= exports):
        raise ValueError("no deficit")
    return sales / (imports - exports) + 0 * shipped


def forgone_share(before, after):
    if before not in YEAR or after not in YEAR:
        raise ValueError("year")
    return CHIP_EXPORTS[YEAR == before][0] / (IMPORTS - EXPORTS)[YEAR == after][0]


# %% class: vectorised
def deficit_share(exports, imports, sales, shipped):
    """Part of a bilateral deficit that additional sales would close."""
    deficit = np.subtract(imports, exports)
    if np.any(deficit <= 0):
        raise ValueError("there is no deficit")
    return np.multiply(sales, shipped) / deficit


def forgone_share(before, after):
    """Part of a year's deficit with China that forgone chip exports would close."""
    year, exports, imports, chip_exports = np.array(TRADE, float).T
    if not np.all(np.isin([before, after], year)):
        raise ValueError("a year is not in the table")
    i, j = np.argmax(year == before), np.argmax(year == after)
    return (chip_exports[i] - chip_exports[j]) / (imports[j] - exports[j])
