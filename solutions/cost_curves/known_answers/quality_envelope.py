# %% right: a plain one
def quality_envelope(years, prices, scores, bar, at):
    result = np.full(len(at), np.nan)
    for i, date in enumerate(at):
        good = np.flatnonzero((years <= date) & (scores >= bar))
        if len(good):
            result[i] = prices[good].min()
    return result


# %% right: two loops
def quality_envelope(years, prices, scores, bar, at):
    result = []
    for date in at:
        cheapest = np.nan
        for year, price, score in zip(years, prices, scores):
            if year <= date and score >= bar and not price >= cheapest:
                cheapest = price
        result.append(cheapest)
    return np.array(result)


# %% right: sorted by date, running minimum, search
def quality_envelope(years, prices, scores, bar, at):
    good = scores >= bar
    order = np.argsort(years[good])
    lowest = np.minimum.accumulate(prices[good][order])
    sold = np.searchsorted(years[good][order], at, side="right")
    return np.append(np.nan, lowest)[sold]


# %% right: nan for what is not on sale
def quality_envelope(years, prices, scores, bar, at):
    on_sale = np.logical_and(
        years[:, None] <= at, (np.nan_to_num(scores, nan=-1e9) >= bar)[:, None]
    )
    return np.nanmin(np.where(on_sale, prices[:, None] * 1.0, np.nan), axis=0)


# %% right: min with a default, filled in place
def quality_envelope(years, prices, scores, bar, at):
    result = np.full(len(at), np.nan)
    for i, date in enumerate(at):
        offers = prices[(years <= date) & ~np.isnan(scores) & (scores >= bar)]
        if offers.size:
            result[i] = offers.min()
    return result


# %% right: unknown scores overwritten in the argument
def quality_envelope(years, prices, scores, bar, at):
    scores[np.isnan(scores)] = -np.inf
    offers = list(zip(years, prices, scores))
    return np.array(
        [
            min([p for y, p, s in offers if y <= date and s >= bar], default=np.nan)
            for date in at
        ]
    )


# %% class: another_algorithm
def quality_envelope(years, prices, scores, bar, at):
    enough = scores >= bar
    order = np.argsort(years[enough], kind="stable")
    lowest = np.minimum.accumulate(prices[enough][order].astype(float))
    return np.append(np.nan, lowest)[
        np.searchsorted(years[enough][order], at, side="right")
    ]


# %% class: loops
def quality_envelope(years, prices, scores, bar, at):
    good = []
    for row in range(len(years)):
        if scores[row] >= bar:
            good.append((years[row], prices[row]))
    cheapest = np.full(len(at), np.nan)
    for place, date in enumerate(at):
        offered = [price for year, price in good if year <= date]
        if offered:
            cheapest[place] = min(offered)
    return cheapest


# %% class: off_by_one_year
def quality_envelope(years, prices, scores, bar, at):
    lowest = []
    for date in at:
        on_sale = (years < date) & (scores >= bar)
        lowest.append(prices[on_sale].min() if on_sale.any() else np.nan)
    return np.array(lowest)


# %% class: vectorised
def quality_envelope(years, prices, scores, bar, at):
    return np.nanmin(
        np.where((years <= at[:, None]) & (scores >= bar), prices, np.nan), axis=1
    )
