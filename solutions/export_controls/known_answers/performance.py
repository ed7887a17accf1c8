# %% right: a plain one
def total_performance(bits, sheet_tflops, sparse):
    dense = sheet_tflops / np.where(sparse, 2, 1)[:, None]
    return np.nanmax(dense * bits, axis=1)


def performance_density(score, die_areas, has_logic):
    if not has_logic.any():
        raise ValueError("no logic")
    return score / die_areas[has_logic].sum()


# %% right: double loops over Python numbers
def total_performance(bits, sheet_tflops, sparse):
    result = []
    for row, doubled in zip(sheet_tflops, sparse):
        best = 0.0
        for length, peak in zip(bits, row):
            if peak == peak:
                best = max(best, float(length) * float(peak) / (2 if doubled else 1))
        result.append(best)
    return np.array(result)


def performance_density(score, die_areas, has_logic):
    area, dies = 0.0, 0
    for size, logic in zip(die_areas, has_logic):
        if logic:
            area += float(size)
            dies += 1
    if dies == 0:
        raise ValueError("no logic")
    return float(score) / area


# %% right: unknown peaks as 0, halved in place on a copy
def total_performance(bits, sheet_tflops, sparse):
    known = np.nan_to_num(np.array(sheet_tflops, dtype=float))
    known[sparse] /= 2
    return (known * bits).max(axis=-1)


def performance_density(score, die_areas, has_logic):
    if sum(has_logic) == 0:
        raise ValueError
    return np.array(score / np.sum(np.where(has_logic, die_areas, 0.0)))


# %% right: fmax.reduce, halved at the end, an extra default argument
def total_performance(bits, sheet_tflops, sparse, factor=2):
    points = np.fmax.reduce(
        np.asarray(sheet_tflops) * np.asarray(bits)[np.newaxis, :], axis=1
    )
    return points - points * sparse * (1 - 1 / factor)


def performance_density(score, die_areas, has_logic):
    logic = np.flatnonzero(has_logic)
    if len(logic) < 1:
        raise ValueError("nothing to rate")
    return 1 / (np.add.reduce(die_areas[logic]) / score)


# %% right: one chip at a time with apply, a masked sum
def total_performance(bits, sheet_tflops, sparse):
    rows = [
        np.nanmax(row * bits) * (0.5 if flag else 1.0)
        for row, flag in zip(sheet_tflops, sparse)
    ]
    return np.asarray(rows)


class NoLogic(ValueError):
    pass


def performance_density(score, die_areas, has_logic):
    areas = [a for a, logic in zip(die_areas.tolist(), has_logic.tolist()) if logic]
    if not areas:
        raise NoLogic("a chip needs logic")
    return np.float64(score) / sum(areas)


# %% class: another_algorithm
from functools import reduce


def total_performance(bits, sheet_tflops, sparse):
    """Total processing performance of each chip."""
    columns = [bit * peak for bit, peak in zip(bits, np.asarray(sheet_tflops, float).T)]
    return reduce(np.fmax, columns) * 0.5 ** np.asarray(sparse, float)


def performance_density(score, die_areas, has_logic):
    """Score per area of the dies with logic."""
    kind = np.asarray(has_logic, bool).astype(int)
    if np.count_nonzero(kind) == 0:
        raise ValueError("no die has logic")
    without, with_logic = np.bincount(kind, weights=die_areas, minlength=2)
    return score * with_logic**-1


# %% class: loops
def total_performance(bits, sheet_tflops, sparse):
    """Total processing performance of each chip."""
    scores = []
    for i in range(len(sheet_tflops)):
        best = None
        for j in range(len(bits)):
            peak = float(sheet_tflops[i][j])
            if peak != peak:
                continue
            if sparse[i]:
                peak = peak / 2
            product = float(bits[j]) * peak
            if best is None or product > best:
                best = product
        scores.append(best)
    return np.array(scores, dtype=float)


def performance_density(score, die_areas, has_logic):
    """Score per area of the dies with logic."""
    area, dies = 0.0, 0
    for i in range(len(die_areas)):
        if has_logic[i]:
            area += float(die_areas[i])
            dies += 1
    if dies == 0:
        raise ValueError("no die has logic")
    if area != area:
        return float("nan")
    return float(score) / area


# %% class: missing_as_allowed
def total_performance(bits, sheet_tflops, sparse):
    return np.nanmax(bits * sheet_tflops / np.where(sparse, 2, 1)[:, None], axis=1)


def performance_density(score, die_areas, has_logic):
    if not np.any(has_logic):
        raise ValueError("no logic")
    return score / np.nansum(die_areas[has_logic])


# %% class: vectorised
def total_performance(bits, sheet_tflops, sparse):
    """Total processing performance of each chip."""
    return np.nanmax(bits * sheet_tflops, axis=1) / np.where(sparse, 2.0, 1.0)


def performance_density(score, die_areas, has_logic):
    """Score per area of the dies with logic."""
    logic = np.asarray(die_areas, float)[np.asarray(has_logic, bool)]
    if logic.size == 0:
        raise ValueError("no die has logic")
    return score / logic.sum()
