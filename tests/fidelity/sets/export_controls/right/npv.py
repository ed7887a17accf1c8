# %% a plain one
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if diverted < 0 or diverted > 1:
        raise ValueError("diverted")
    return chips * margin_china - chips * diverted * margin_elsewhere


def present_losses(sales, margin, diverted, research, rate):
    if np.any(diverted < 0) or np.any(diverted > 1):
        raise ValueError("diverted")
    missed = sales * (1 - diverted)
    years = np.arange(1, len(sales) + 1)
    today = (missed / (1 + rate) ** years).sum()
    return margin * today, research * today


# %% a loop, Python floats
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if not 0 <= diverted <= 1:
        raise ValueError("diverted")
    kept = chips * (1 - diverted) * margin_china
    moved = chips * diverted * (margin_china - margin_elsewhere)
    return float(kept + moved)


def present_losses(sales, margin, diverted, research, rate):
    margin_lost = research_lost = 0.0
    for year, (sale, part) in enumerate(zip(sales, diverted), start=1):
        if part < 0 or part > 1:
            raise ValueError("diverted")
        weight = (1 + rate) ** -year
        margin_lost += float(margin * sale * (1 - part) * weight)
        research_lost += float(research * sale * (1 - part) * weight)
    return [margin_lost, research_lost]


# %% from the last year back, 0-d arrays
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if abs(diverted - 0.5) > 0.5:
        raise ValueError("diverted")
    return np.array(chips * (margin_china - diverted * margin_elsewhere))


def present_losses(sales, margin, diverted, research, rate):
    if min(diverted) < 0 or max(diverted) > 1:
        raise ValueError("diverted")
    worth = 0.0
    for sale, part in zip(sales[::-1], diverted[::-1]):
        worth = (worth + sale * (1 - part)) / (1 + rate)
    return np.array(margin * worth), np.array(research * worth)


# %% dot products, an array of two, an extra default argument
def lost_margin(chips, margin_china, margin_elsewhere, diverted, other=1.0):
    if diverted > 1 or diverted < 0:
        raise ValueError
    return np.dot([chips, -chips * diverted], [margin_china, margin_elsewhere]) * other


def present_losses(sales, margin, diverted, research, rate, first=1):
    if not ((diverted >= 0) & (diverted <= 1)).all():
        raise ValueError
    factors = np.cumprod(np.full(len(sales), 1 / (1 + rate)))
    return np.array([margin, research]) * ((sales - sales * diverted) @ factors)
