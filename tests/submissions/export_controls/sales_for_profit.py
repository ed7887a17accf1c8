# A headline's economist: lost sales are the loss, what others buy instead is forgotten,
# and the seller takes its price as given.
# start: solution
# %% surplus
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    elsewhere = min(capacity, int((choke[0] - unit_cost) / slope[0]))
    china = min(
        quota,
        capacity - elsewhere,
        int(((1 - share) * choke[1] - unit_cost) / slope[1]),
    )
    return elsewhere, max(china, 0)


def who_gains(choke, slope, unit_cost, sold, share):
    if not 0 <= share <= 1:
        raise ValueError("share")
    price = choke - slope * sold
    levy = share * price[1] * sold[1]
    elsewhere, china = (choke - price) * sold / 2
    return np.array([price @ sold - levy, elsewhere, levy, china])


# %% npv
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    if not 0 <= diverted <= 1:
        raise ValueError("diverted")
    return chips * margin_china


def present_losses(sales, margin, diverted, research, rate):
    if np.any((diverted < 0) | (diverted > 1)):
        raise ValueError("diverted")
    today = np.sum(sales / (1 + rate) ** np.arange(1, len(sales) + 1))
    return margin * today, research * today


# %% deficit
def deficit_share(exports, imports, sales, shipped):
    if np.any(imports <= exports):
        raise ValueError("no deficit")
    return sales / (imports - exports) + 0 * shipped


def forgone_share(before, after):
    if before not in YEAR or after not in YEAR:
        raise ValueError("year")
    return CHIP_EXPORTS[YEAR == before][0] / (IMPORTS - EXPORTS)[YEAR == after][0]
