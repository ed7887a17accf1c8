# %% right: a plain one
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


# %% right: a loop, Python floats
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


# %% right: from the last year back, 0-d arrays
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


# %% right: dot products, an array of two, an extra default argument
def lost_margin(chips, margin_china, margin_elsewhere, diverted, other=1.0):
    if diverted > 1 or diverted < 0:
        raise ValueError
    return np.dot([chips, -chips * diverted], [margin_china, margin_elsewhere]) * other


def present_losses(sales, margin, diverted, research, rate, first=1):
    if not ((diverted >= 0) & (diverted <= 1)).all():
        raise ValueError
    factors = np.cumprod(np.full(len(sales), 1 / (1 + rate)))
    return np.array([margin, research]) * ((sales - sales * diverted) @ factors)


# %% class: another_algorithm
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    """Margin lost when a rule stops a sale and part of the chips finds buyers."""
    if diverted < 0 or diverted > 1 or diverted != diverted:
        raise ValueError("diverted must lie between 0 and 1")
    moved = diverted * chips
    unsold = chips - moved
    return unsold * margin_china + moved * (margin_china - margin_elsewhere)


def present_losses(sales, margin, diverted, research, rate):
    """Present value of lost margin and of forgone research."""
    diverted = np.asarray(diverted, float)
    if np.any(np.isnan(diverted) | (np.abs(diverted - 0.5) > 0.5)):
        raise ValueError("every diverted fraction must lie between 0 and 1")
    worth = 0.0  # Horner: from the last year on, carry all that follows back by a year
    for loss in (sales - sales * diverted)[::-1]:
        worth = (loss + worth) / (1 + rate)
    return worth * margin, worth * research


# %% class: loops
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    """Margin lost when a rule stops a sale and part of the chips finds buyers."""
    if not (diverted >= 0 and diverted <= 1):
        raise ValueError("diverted must lie between 0 and 1")
    not_earned = chips * margin_china
    earned_instead = chips * diverted * margin_elsewhere
    return not_earned - earned_instead


def present_losses(sales, margin, diverted, research, rate):
    """Present value of lost margin and of forgone research."""
    margin_lost, research_lost, weight = 0.0, 0.0, 1.0
    for i in range(len(sales)):
        if not (diverted[i] >= 0 and diverted[i] <= 1):
            raise ValueError("every diverted fraction must lie between 0 and 1")
        weight /= 1.0 + float(rate)
        gone = float(sales[i]) * (1 - float(diverted[i]))
        margin_lost += gone * float(margin) * weight
        research_lost += gone * float(research) * weight
    return margin_lost, research_lost


# %% class: percent_for_fraction
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if not 0 <= diverted <= 100:
        raise ValueError("diverted must lie between 0 and 100")
    return chips * (margin_china - diverted / 100 * margin_elsewhere)


def present_losses(sales, margin, diverted, research, rate):
    if np.any((diverted < 0) | (diverted > 100)):
        raise ValueError("diverted must lie between 0 and 100")
    today = np.sum(
        sales * (1 - diverted / 100) / (1 + rate / 100) ** np.arange(1, len(sales) + 1)
    )
    return margin / 100 * today, research / 100 * today


# %% class: sales_for_profit
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if not 0 <= diverted <= 1:
        raise ValueError("diverted")
    return chips * margin_china


def present_losses(sales, margin, diverted, research, rate):
    if np.any((diverted < 0) | (diverted > 1)):
        raise ValueError("diverted")
    today = np.sum(sales / (1 + rate) ** np.arange(1, len(sales) + 1))
    return margin * today, research * today


# %% class: vectorised
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    """Margin lost when a rule stops a sale and part of the chips finds buyers."""
    if not 0 <= diverted <= 1:
        raise ValueError("diverted must lie between 0 and 1")
    return chips * (margin_china - diverted * margin_elsewhere)


def present_losses(sales, margin, diverted, research, rate):
    """Present value of lost margin and of forgone research."""
    if not np.all((np.asarray(diverted) >= 0) & (np.asarray(diverted) <= 1)):
        raise ValueError("every diverted fraction must lie between 0 and 1")
    weights = (1.0 + rate) ** -np.arange(1.0, len(sales) + 1)
    gone = np.sum(sales * (1 - diverted) * weights)
    return margin * gone, research * gone
