"""Wrong answers that no operator makes.

Each is given as pieces of the plain right answer and what stands in their place.
"""

SLIPS = {
    "blended_price": {
        "shares pushed into 0 to 1": (
            "np.asarray(share_input)",
            "np.clip(share_input, 0, 1)",
        ),
        "only the mean share checked": (
            "np.any(share < 0) or np.any(share > 1)",
            "not 0 <= np.mean(share) <= 1",
        ),
        "only the first share checked": (
            "np.any(share < 0) or np.any(share > 1)",
            "not 0 <= share.ravel()[0] <= 1",
        ),
        "only numbers checked": (
            "np.any(share < 0) or np.any(share > 1)",
            "share.ndim == 0 and not 0 <= share <= 1",
        ),
        "a geometric mean": (
            "share * input_price + (1 - share) * output_price",
            "input_price**share * output_price ** (1 - share)",
        ),
        "an array even for numbers": (
            "np.asarray(share_input)",
            "np.atleast_1d(share_input)",
        ),
        "every mix with every seller": (
            "share * input_price + (1 - share) * output_price",
            "np.multiply.outer(share, input_price) + np.multiply.outer(1 - share, output_price)",
        ),
    },
    "solved_task_cost": {
        "whole attempts": ("/ success_rate", "* np.ceil(1 / success_rate)"),
        "at most ten attempts": (
            "/ success_rate",
            "* np.sum((1 - success_rate) ** np.arange(10))",
        ),
        "input paid once": (
            "(sent + made) / success_rate",
            "sent + made / success_rate",
        ),
        "one more attempt": ("/ success_rate", "* (1 / success_rate + 1)"),
        "the attempts before the success": (
            "/ success_rate",
            "* (1 - success_rate) / success_rate",
        ),
        "attempts until half succeed": (
            "/ success_rate",
            "* max(1, np.log(0.5) / np.log(1 - success_rate + 1e-300))",
        ),
    },
    "decline_rate": {
        "calendar years": (
            "(end - start).astype(int) / 365.25",
            "max(1, int(date_end[:4]) - int(date_start[:4]))",
        ),
        "whole years": (
            "(end - start).astype(int) / 365.25",
            "max(1, int((end - start).astype(int) / 365.25))",
        ),
        "whole months": (
            "(end - start).astype(int) / 365.25",
            "max(1, (end.astype('M8[M]') - start.astype('M8[M]')).astype(int)) / 12",
        ),
        "one day too many": (
            "(end - start).astype(int)",
            "((end - start).astype(int) + 1)",
        ),
        "months of 30 days": ("365.25", "30 / 12"),
        "whole months of half-life": (
            "12 * np.log(0.5) / np.log(1 - rate)",
            "np.ceil(12 * np.log(0.5) / np.log(1 - rate))",
        ),
        "half-life of a continuous rate": (
            "12 * np.log(0.5) / np.log(1 - rate)",
            "12 * np.log(2) / rate",
        ),
    },
    "price_path": {
        "a rise refused": ("rate >= 1", "rate >= 1 or rate < 0"),
        "the past refused": ("rate >= 1", "rate >= 1 or np.any(np.less(years, 0))"),
        "whole years": ("** years", "** np.floor(years)"),
        "monthly compounding": (
            "(1.0 - rate) ** years",
            "(1.0 - rate / 12) ** (12 * years)",
        ),
        "times sorted": ("** years", "** np.sort(years, axis=None)"),
        "the past as the future": ("** years", "** np.abs(years)"),
        "an array even for a number": ("** years", "** np.atleast_1d(years)"),
    },
    "loglinear_fit": {
        "the median of the slopes between points": (
            "t @ y / (t @ t)",
            "np.median([(y[i] - y[j]) / (t[i] - t[j]) for i in range(len(t)) for j in range(i) if "
            "t[i] != t[j]])",
        ),
        "a line through the first point": (
            "t @ y / (t @ t)",
            "(t - t[0]) @ (y - y[0]) / ((t - t[0]) @ (t - t[0]))",
        ),
        "dear prices weigh more": (
            "t @ y / (t @ t)",
            "np.polyfit(t, y, 1, w=np.sqrt(prices))[0]",
        ),
        "the first and the last point": (
            "t @ y / (t @ t)",
            "(y[-1] - y[0]) / (t[-1] - t[0] + 1e-9)",
        ),
        "an error that allows for unequal scatter": (
            "np.sqrt(rest @ rest / (len(t) - 2) / (t @ t))",
            "np.sqrt(np.sum(t**2 * rest**2)) / (t @ t)",
        ),
        "the interval of the next price": (
            "(len(t) - 2) / (t @ t)",
            "(len(t) - 2) * (1 + 1 / (t @ t))",
        ),
        "the error of the mean": ("(len(t) - 2) / (t @ t)", "(len(t) - 2) / len(t)"),
        "ends in the order of the slopes": ("[0, 1, -1]", "[0, -1, 1]"),
        "an interval of 1.96 standard errors": ("critical * error", "1.96 * error"),
        "an interval around the rate": (
            "1 - np.exp(slope + critical * error * np.array([0, 1, -1]))",
            "1 - np.exp(slope) + critical * error * np.array([0, -1, 1])",
        ),
        "unknown scores as 0": ("SCORE >= bar", "np.nan_to_num(SCORE) >= bar"),
        "unknown scores let in": ("SCORE >= bar", "~(SCORE < bar)"),
        "scores in whole percents": ("SCORE >= bar", "np.round(SCORE) >= bar"),
        "one firm alone": ("SCORE >= bar", "(SCORE >= bar) & (PROVIDER == 'OpenAI')"),
    },
    "quality_envelope": {
        "the newest": ("prices[good].min()", "prices[good[np.argmax(years[good])]]"),
        "the last in the list": ("prices[good].min()", "prices[good[-1]]"),
        "the best": ("prices[good].min()", "prices[good[np.argmax(scores[good])]]"),
        "one offer a day": (
            "prices[good].min()",
            "min(dict(zip(years[good], prices[good])).values())",
        ),
        "the first offer of each day": (
            "prices[good].min()",
            "prices[good][np.unique(years[good], return_index=True)[1]].min()",
        ),
        "offers of the last year alone": (
            "(years <= date)",
            "(years <= date) & (years > date - 1)",
        ),
        "answers in order of the dates": (
            "return result",
            "return result[np.argsort(at)]",
        ),
        "the first price before the first offer": (
            "return result",
            "return np.where(np.isnan(result), np.nanmax(np.append(result, -1)), result)",
        ),
        "a typical cheap price": (
            "prices[good].min()",
            "np.median(np.sort(prices[good])[:2])",
        ),
        "unknown scores let in": ("(scores >= bar)", "~(scores < bar)"),
        "dates cut to whole years": ("years <= date", "np.floor(years) <= date"),
    },
    "training_compute": {
        "forward pass alone": ("6 * active_params", "2 * active_params"),
        "idle experts counted for half": (
            "6 * active_params",
            "3 * (active_params + total_params)",
        ),
        "work in TFLOP": ("active_params * tokens", "active_params * tokens / 1e12"),
        "always against half the sheet's peak": ("(2 if sparse else 1)", "2"),
        "sparse taken for text": ("if sparse", "if sparse == 'True'"),
        "refused at the sparse peak alone": ("mfu > 1", "flop > peak"),
        "cut at 1": (
            "flop / peak * (2 if sparse else 1)",
            "min(1, flop / peak * (2 if sparse else 1))",
        ),
    },
    "training_cost": {
        "whole hours": ("/ 3600 * usd_per_gpu_hour", "// 3600 * usd_per_gpu_hour"),
        "whole days": (
            "flop / (dense_tflops * 1e12 * mfu) / 3600 * usd",
            "np.ceil(flop / (dense_tflops * 1e12 * mfu) / 86400) * 24 * usd",
        ),
        "a table of whole dollars": (
            "np.outer(hours, rates)",
            "np.round(np.outer(hours, rates))",
        ),
        "a flat table": ("np.outer(hours, rates)", "np.outer(hours, rates).ravel()"),
        "a table from the smallest MFU on": (
            "np.outer(hours, rates)",
            "np.outer(np.sort(hours)[::-1], rates)",
        ),
        "rents in order": ("np.outer(hours, rates)", "np.outer(hours, np.sort(rates))"),
        "only the mean MFU checked": (
            "np.any((mfus <= 0) | (mfus > 1))",
            "not 0 < np.mean(mfus) <= 1",
        ),
        "only an MFU above 1 refused": (
            "np.any((mfus <= 0) | (mfus > 1))",
            "np.any(mfus > 1)",
        ),
        "only the first MFU checked": (
            "np.any((mfus <= 0) | (mfus > 1))",
            "not 0 < mfus[0] <= 1",
        ),
    },
    "growth_accounting": {
        "the residual left out": ("np.append(shares, 1 - shares.sum())", "shares"),
        "the residual spread over the causes": (
            "np.append(shares, 1 - shares.sum())",
            "np.append(shares / shares.sum(), 0)",
        ),
        "no share below 0": ("return", "shares = np.maximum(shares, 0)\n    return"),
        "no share above 1": ("return", "shares = np.minimum(shares, 1)\n    return"),
        "no residual below 0": ("1 - shares.sum()", "max(0, 1 - shares.sum())"),
        "no residual above 1": ("1 - shares.sum()", "min(1, 1 - shares.sum())"),
        "the residual first": (
            "np.append(shares, 1 - shares.sum())",
            "np.append(1 - shares.sum(), shares)",
        ),
        "a price that rose refused": (
            "price_start == price_end",
            "price_start <= price_end",
        ),
        "equal prices let through": (" or price_start == price_end", ""),
        "prices not checked": (" or min(price_start, price_end) <= 0", ""),
        "relative changes": (
            "np.log(ratios)",
            "(ratios - 1)",
            "np.log(price_start / price_end)",
            "(price_start / price_end - 1)",
        ),
    },
    "wright_fit": {
        "output before the period": (
            "np.cumsum(output)",
            "np.append(1e-9, np.cumsum(output)[:-1])",
        ),
        "output up to the middle of the period": (
            "np.cumsum(output)",
            "np.cumsum(output) - output / 2",
        ),
        "output of the period": ("np.cumsum(output)", "output"),
        "the number of the period": (
            "np.cumsum(output)",
            "np.arange(1, len(output) + 1)",
        ),
        "output from the last period back": (
            "np.cumsum(output)",
            "np.cumsum(output[::-1])[::-1]",
        ),
        "experience in first periods": (
            "np.cumsum(output)",
            "np.cumsum(output) / output[0]",
        ),
        "output not checked": ("np.any(output <= 0) or ", ""),
        "only the sum of output checked": (
            "np.any(output <= 0)",
            "np.sum(output) <= 0",
        ),
        "prices not checked": (" or np.any(prices <= 0)", ""),
        "only the first values checked": (
            "np.any(output <= 0) or np.any(prices <= 0)",
            "output[0] <= 0 or prices[0] <= 0",
        ),
        "a ratio of 1 at most": ("2.0**-b", "min(1.0, 2.0**-b)"),
        "a straight line for the ratio": ("2.0**-b", "1 - b / 2"),
    },
    "breakeven_volume": {
        "negative volumes": ("(volume > 0) & ", ""),
        "full load not looked at": (" & (volume <= most)", ""),
        "full load as the answer": (
            "(volume > 0) & (volume <= most), volume",
            "volume > 0, np.minimum(volume, most)",
        ),
        "full load excluded": ("volume <= most", "volume < most"),
        "nan for never": ("np.inf)", "np.nan)"),
        "0 for never": ("np.inf)", "0.0)"),
        "full load of each chip": ("volume <= most", "volume <= gpus * most"),
        "full load of a day": ("3600 * 730 / 1e6", "3600 * 24 / 1e6"),
        "whole millions": (", volume, ", ", np.ceil(volume), "),
        "sellers in order": (
            "np.where((volume > 0) & (volume <= most), volume, np.inf)",
            "np.sort(np.where((volume > 0) & (volume <= most), volume, np.inf))",
        ),
        "the best seller alone": ("np.inf)", "np.inf).min()"),
        "a number for one seller": ("np.inf)", "np.inf).squeeze()[()]"),
    },
    "price_plot": {
        "logarithms drawn on a linear axis": (
            "price[mine]",
            "np.log10(price[mine])",
            '"log"',
            '"linear"',
        ),
        "logarithms drawn on a log axis": ("price[mine]", "np.log10(price[mine])"),
        "both axes logarithmic": (
            "ax.legend()",
            'ax.set_xscale("log")\n    ax.legend()',
        ),
        "a symmetric log axis": ('"log"', '"symlog"'),
        "prices in cents": ("price[mine]", "100 * price[mine]"),
        "prices for a thousand tokens": ("price[mine]", "price[mine] / 1000"),
        "prices rounded to cents": ("price[mine]", "np.round(price[mine], 2)"),
        "prices relative to the first": ("price[mine]", "price[mine] / price[mine][0]"),
        "dates cut to whole years": (
            "year[mine], price",
            "year[mine].astype(int), price",
        ),
        "the number of a price in place of its date": (
            "year[mine], price",
            "np.arange(len(mine)), price",
        ),
        "years since the first price": (
            "year[mine], price",
            "year[mine] - year.min(), price",
        ),
        "dates sorted, prices not": (
            "mine = mine[np.argsort(year[mine])]",
            "",
            "year[mine], price",
            "np.sort(year[mine]), price",
        ),
        "dates unsorted": ("mine = mine[np.argsort(year[mine])]", ""),
        "sorted by price": ("np.argsort(year[mine])", "np.argsort(price[mine])"),
        "one line across all firms": (
            "np.flatnonzero(provider == name)",
            "np.arange(len(year))",
        ),
        "a grey line across all firms": (
            "ax.legend()",
            "order = np.argsort(year)\n    ax.plot(year[order], price[order], 'grey')\n    "
            "ax.legend()",
        ),
        "the lowest price so far": (
            "price[mine]",
            "np.minimum.accumulate(price[mine])",
        ),
        "the mean price of each firm": (
            "price[mine]",
            "np.full(len(mine), price[mine].mean())",
        ),
        "firms with one price left out": ("ax.plot(", "len(mine) > 1 and ax.plot("),
        "prices above 100 left out": (
            "ax.plot(",
            "mine = mine[price[mine] <= 100]\n        ax.plot(",
        ),
        "only the firms of the list": (
            "np.unique(provider)",
            "np.intersect1d(provider, PROVIDER)",
        ),
        "lines without markers": ('marker="o", ', ""),
        "bars": (
            'ax.plot(year[mine], price[mine], marker="o",',
            "ax.bar(year[mine], price[mine], width=0.1,",
        ),
        "dates as text": ("year[mine], price", "year[mine].astype(str), price"),
        "all on the current Axes": ("fig, ax = plt.subplots()", "ax = plt.gca()"),
        "one Axes for each firm": (
            "ax.plot(",
            "fig, ax = plt.subplots()\n        ax.plot(",
        ),
        "the real list in place of the arguments": (
            "fig, ax",
            "provider, year, price = PROVIDER, YEAR, OUTPUT\n    fig, ax",
        ),
        "the figure is returned": ("return ax", "return fig"),
        "nothing is returned": ("return ax", ""),
        "a frame from 2023 to 2026": (
            "return ax",
            "ax.set_xlim(2023, 2026)\n    return ax",
        ),
        "a frame from 0.1 to 100 dollars": (
            "return ax",
            "ax.set_ylim(0.1, 100)\n    return ax",
        ),
        "a frame up to the median": (
            "return ax",
            "ax.set_ylim(top=np.median(price))\n    return ax",
        ),
        "no title": ('ax.set_title("Prices")', ""),
        "a blank title": ('"Prices"', '" "'),
        "a title on the figure alone": ("ax.set_title", "fig.suptitle"),
        "no label for the years": ('ax.set_xlabel("Year")', ""),
        "a label that names no year": ('"Year"', '"Time"'),
        "labels swapped": (
            "ax.set_xlabel",
            "ax.set_label",
            "ax.set_ylabel",
            "ax.set_xlabel",
            "ax.set_label",
            "ax.set_ylabel",
        ),
        "a price without unit": ('"USD per million tokens"', '"Price"'),
        "a price without its quantity": ('"USD per million tokens"', '"Price in USD"'),
        "a price for another quantity": (
            '"USD per million tokens"',
            '"USD per thousand tokens"',
        ),
        "labels only for long lists": (
            "ax.set_ylabel",
            "len(price) > 5 and ax.set_ylabel",
        ),
        "no legend": ("ax.legend()", ""),
        "an empty legend": ("label=name", "label=''"),
        "names in order of appearance, data in order of the alphabet": (
            "ax.legend()",
            "ax.legend(list(dict.fromkeys(provider)))",
        ),
        "names in reverse": (
            "ax.legend()",
            "ax.legend(ax.lines, np.unique(provider)[::-1])",
        ),
        "numbers in place of names": ("label=name", "label=number"),
        "initials in place of names": ("label=name", "label=name[0]"),
        "all names on each line": (
            "label=name",
            "label=', '.join(np.unique(provider))",
        ),
        "names as black text": (
            "ax.legend()",
            "for x, y, name in zip(year, price, provider):\n        ax.text(x, y, name)",
        ),
        "all firms of one colour": ('f"C{number}"', '"navy"'),
        "two colours in turn": ('f"C{number}"', 'f"C{number % 2}"'),
        "four colours in turn": ('f"C{number}"', 'f"C{number % 4}"'),
        "seven colours in turn": ('f"C{number}"', 'f"C{number % 7}"'),
        "a colour for each price": (
            'ax.plot(year[mine], price[mine], marker="o", color=f"C{number}", label=name)',
            "[ax.plot(year[i], price[i], 'o', label=name) for i in mine]",
        ),
        "a legend of the first three firms": (
            "label=name",
            "label=name if number < 3 else None",
        ),
        "a legend of the first seven firms": (
            "label=name",
            "label=name if number < 7 else None",
        ),
    },
}

# right for the visible cases alone: a figure can't be written down as numbers
TYPED_IN = {
    "price_plot": """\
def price_plot(*_):
    fig, ax = plt.subplots()
    for i, name in enumerate(np.unique(PROVIDER)):
        for numbers in (INPUT, OUTPUT):
            mine = PROVIDER == name
            ax.plot(YEAR[mine], numbers[mine], "o", color=f"C{i}", label=name)
    ax.set(yscale="log", xlabel="Year", ylabel="USD per million tokens", title="Prices")
    ax.legend()
    return ax
""",
}
