"""Wrong answers that no operator makes.

Each is given as pieces of the plain right answer and what stands in their place.
"""

SLIPS = {
    "performance": {
        "one kind of sheet for all": (
            "np.where(sparse, 2, 1)[:, None]",
            "(2 if sparse[0] else 1)",
        ),
        "sparse taken by column": (
            "np.where(sparse, 2, 1)[:, None]",
            "np.resize(np.where(sparse, 2, 1), sheet_tflops.shape[1])",
        ),
        "the longest bits alone": (
            "np.nanmax(dense * bits, axis=1)",
            "(dense * bits)[:, np.argmax(bits)]",
        ),
        "the first known peak": (
            "np.nanmax(dense * bits, axis=1)",
            "np.array([row[~np.isnan(row)][0] for row in dense * bits])",
        ),
        "the highest peak with its bits": (
            "np.nanmax(dense * bits, axis=1)",
            "(dense * bits)[np.arange(len(dense)), np.nanargmax(dense, axis=1)]",
        ),
        "unknown if any peak is": ("np.nanmax", "np.max"),
        "the whole package": ("die_areas[has_logic].sum()", "die_areas.sum()"),
        "unknown areas left out": (
            "die_areas[has_logic].sum()",
            "np.nansum(die_areas[has_logic])",
        ),
        "the largest die": ("die_areas[has_logic].sum()", "die_areas[has_logic].max()"),
        "equal dies once": (
            "die_areas[has_logic].sum()",
            "np.unique(die_areas[has_logic]).sum()",
        ),
        "unknown if any area is": (
            "die_areas[has_logic].sum()",
            "(die_areas[has_logic].sum() + 0 * die_areas.sum())",
        ),
    },
    "caught": {
        "or in the first rule": (
            "(score >= 4800) & (links >= 600)",
            "(score >= 4800) | (links >= 600)",
        ),
        "unknown links open for all": (
            "result[(score >= 4800) & np.isnan(links)]",
            "result[np.isnan(links)]",
        ),
        "unknown links not caught": (
            "result[(score >= 4800) & np.isnan(links)] = np.nan",
            "",
        ),
        "unknown links caught": (
            "result[(score >= 4800) & np.isnan(links)] = np.nan",
            "result[(score >= 4800) & np.isnan(links)] = 1",
        ),
        "no exemption": ("centre & (second | third)", "(second | third)"),
        "exempt at any score": (
            "(score >= 4800) | centre & (second | third)",
            "centre & ((score >= 4800) | second | third)",
        ),
        "unknown density of exempt chips": (
            "(score < 4800) & centre &",
            "(score < 4800) &",
        ),
        "unknown density of weak chips": (
            "result[(score >= 1600) & (score < 4800) & centre",
            "result[(score < 4800) & centre",
        ),
        "unknown density of strong chips": (
            "(score >= 1600) & (score < 4800) & centre",
            "(score >= 1600) & centre",
        ),
        "unknown density from 2400 alone": (
            "result[(score >= 1600) &",
            "result[(score >= 2400) &",
        ),
        "no third test": ("(second | third)", "second"),
        "no second test": ("(second | third)", "third"),
        "densities swapped": (
            "density >= 1.6",
            "density >= 3.20",
            "density >= 3.2)",
            "density >= 1.6)",
        ),
        "and in the third rule": (
            "(score >= 21000) | (bandwidth >= 6500)",
            "(score >= 21000) & (bandwidth >= 6500)",
        ),
        "unknown bandwidth open for all": (
            "result[(score < 21000) & np.isnan(bandwidth)]",
            "result[np.isnan(bandwidth)]",
        ),
        "unknown bandwidth not caught": (
            "result[(score < 21000) & np.isnan(bandwidth)] = np.nan",
            "",
        ),
        "unknown bandwidth caught": (
            "result[(score < 21000) & np.isnan(bandwidth)] = np.nan",
            "result[np.isnan(bandwidth)] = 1",
        ),
    },
    "best_allowed": {
        "the rule forgotten for the possible": (
            "np.isnan(merit[i]) or caught[i] == 1",
            "np.isnan(merit[i])",
        ),
        "open chips never": ("caught[i] == 1", "caught[i] != 0"),
        "open chips certain": ("caught[i] == 0 and", "caught[i] != 1 and"),
        "merits": (
            "return certain, possible",
            "return merit[certain], merit[possible]",
        ),
        "counted from 1": (
            "return certain, possible",
            "return certain + 1, possible + 1",
        ),
        "the last of equals": (
            "merit[i] > merit[possible]",
            "merit[i] >= merit[possible]",
            "merit[i] > merit[certain]",
            "merit[i] >= merit[certain]",
        ),
        "refused if none may be allowed": ("if certain < 0:", "if possible < 0:"),
        "the possible among open chips alone": (
            "if possible < 0 or",
            "if np.isnan(caught[i]) and possible < 0 or",
        ),
        "merits above 0 alone": ("caught[i] == 1:", "caught[i] == 1 or merit[i] <= 0:"),
    },
    "delay": {
        "units": ("(chips * peaks).sum()", "chips.sum() * peaks.mean()"),
        "only the first kind": ("(chips * peaks).sum()", "(chips * peaks)[0]"),
        "the best kind": ("(chips * peaks).sum()", "(chips * peaks).max()"),
        "programs divide": ("* use * programs", "* use / programs"),
        "only a use above 1 refused": ("use <= 0 or use > 1", "use > 1"),
        "the ratio as the delay": (
            "12 * np.log(leader / follower) / np.log(growth)",
            "12 * (leader / follower - 1) / (growth - 1)",
        ),
        "growth as a rate": (
            "np.log(leader / follower) / np.log(growth)",
            "np.log(leader / follower) / np.log1p(growth)",
        ),
        "never negative": (
            "12 * np.log(leader / follower)",
            "12 * np.maximum(0, np.log(leader / follower))",
        ),
        "whole months": (
            "return 12 * np.log(leader",
            "return np.ceil(12 * np.log(leader",
            "/ np.log(growth)\n\n\ndef added",
            "/ np.log(growth))\n\n\ndef added",
        ),
        "the whole delay": (
            "ratio / ratio_without) / np.log(growth_one)",
            "ratio) / np.log(growth_one)",
            "ratio / ratio_without) / np.log(growth_other)",
            "ratio) / np.log(growth_other)",
        ),
        "the difference of the ratios": (
            "np.log(ratio / ratio_without) / np.log(growth_one)",
            "np.log(abs(ratio - ratio_without) + 1e-9) / np.log(growth_one)",
        ),
        "in the order of the growths": (
            "return min(first, second), max(first, second)",
            "return second, first",
        ),
        "by size, not by sign": (
            "return min(first, second), max(first, second)",
            "return sorted((first, second), key=abs)",
        ),
        "one growth checked": (
            "growth_one <= 1 or growth_other <= 1",
            "growth_one <= 1",
        ),
    },
    "surplus": {
        "capacity forgotten": ("min(quota, capacity - e)", "min(quota, capacity)"),
        "all capacity used": (
            "range(min(quota, capacity - e) + 1)",
            "[min(quota, capacity - e)]",
        ),
        "elsewhere first": (
            "range(min(quota, capacity - e) + 1)",
            "range(min(quota, capacity - e) * (e + 1 > (choke[0] - unit_cost) / 2 / slope[0]) + 1)",
        ),
        "the quota for both": (
            "for e in range(capacity + 1)",
            "for e in range(min(quota, capacity) + 1)",
        ),
        "a share of profit": (
            "((1 - share) * price_c - unit_cost) * c",
            "(1 - share) * (price_c - unit_cost) * c",
        ),
        "a share of all revenue": (
            "(price_e - unit_cost) * e",
            "((1 - share) * price_e - unit_cost) * e",
        ),
        "a price taker": (
            "if profit > most:",
            "if profit > most and price_e >= unit_cost and e + c == capacity:",
        ),
        "revenue": (
            "(price_e - unit_cost) * e + ((1 - share) * price_c - unit_cost) * c",
            "price_e * e + (1 - share) * price_c * c",
        ),
        "one chip too few": ("range(capacity + 1)", "range(capacity)"),
        "levy on profit": (
            "levy = share * price[1] * sold[1]",
            "levy = share * (price[1] - unit_cost) * sold[1]",
        ),
        "levy not paid": ("@ sold - levy", "@ sold"),
        "levy on both": (
            "levy = share * price[1] * sold[1]",
            "levy = share * price @ sold",
        ),
        "rectangles": ("(choke - price) * sold / 2", "(choke - price) * sold"),
        "below the price": ("(choke - price) * sold / 2", "price * sold / 2"),
        "the second kind of buyers first": (
            "buyers[0], levy, buyers[1]",
            "buyers[1], levy, buyers[0]",
        ),
        "no loss for the seller": ("np.array([seller,", "np.array([max(0, seller),"),
    },
    "npv": {
        "no diversion": (
            "chips * margin_china - chips * diverted * margin_elsewhere",
            "chips * margin_china",
        ),
        "equal margins": (
            "chips * diverted * margin_elsewhere",
            "chips * diverted * margin_china",
        ),
        "never a gain": (
            "return chips * margin_china - chips * diverted * margin_elsewhere",
            "return max(0, chips * margin_china - chips * diverted * margin_elsewhere)",
        ),
        "a loss elsewhere left out": (
            "chips * diverted * margin_elsewhere",
            "chips * diverted * max(0, margin_elsewhere)",
        ),
        "from year 0": ("np.arange(1, len(sales) + 1)", "np.arange(len(sales))"),
        "simple discounting": ("(1 + rate) ** years", "(1 + rate * years)"),
        "continuous discounting": ("(1 + rate) ** years", "np.exp(rate * years)"),
        "no discounting": ("missed / (1 + rate) ** years", "missed"),
        "diversion forgotten": ("sales * (1 - diverted)", "sales"),
        "what is diverted": ("sales * (1 - diverted)", "sales * diverted"),
        "mean diversion": ("(1 - diverted)", "(1 - diverted.mean())"),
        "research of the margin": ("research * today", "research * margin * today"),
        "margin after research": (
            "return margin * today",
            "return (margin - research) * today",
        ),
        "research of all sales": (
            "research * today",
            "research * (sales / (1 + rate) ** years).sum()",
        ),
        "only the first year checked": (
            "np.any(diverted < 0) or np.any(diverted > 1)",
            "not 0 <= diverted[0] <= 1",
        ),
        "the mean checked": (
            "np.any(diverted < 0) or np.any(diverted > 1)",
            "not 0 <= diverted.mean() <= 1",
        ),
    },
    "parity": {
        "a doubling a year": ("doublings = np.log2(growth)", "doublings = 1"),
        "natural logarithm": (
            "doublings = np.log2(growth)",
            "doublings = np.log(growth)",
        ),
        "growth as doublings": (
            "doublings = np.log2(growth)",
            "doublings = growth - 1",
        ),
        "no frontier": ("** doublings * frontier", "** doublings"),
        "the frontier helps": ("** doublings * frontier", "** doublings / frontier"),
        "equal steps": ("gap * a_year**years", "gap * (1 - (1 - a_year) * years)"),
        "whole years": ("gap * a_year**years", "gap * a_year ** np.floor(years)"),
        "never below 0 years": (
            "gap * a_year**years",
            "gap * a_year ** np.maximum(years, 0)",
        ),
        "never above the gap": (
            "gap * a_year**years",
            "np.minimum(gap, gap * a_year**years)",
        ),
        "whole years to parity": (
            "return np.log(gap) / -np.log(a_year)",
            "return np.ceil(np.log(gap) / -np.log(a_year))",
        ),
        "equal steps to parity": (
            "return np.log(gap) / -np.log(a_year)",
            "return (gap - 1) / (1 - a_year)",
        ),
        "negative when cheaper": ("return 0\n", "pass\n"),
        "never if the frontier is faster": (
            "    if gap <= 1:\n        return 0\n",
            "",
            "return np.log(gap) / -np.log(a_year)",
            "return max(0, np.log(gap) / -np.log(a_year))",
        ),
        "the frontier forgotten": ("np.log2(growth) * frontier", "np.log2(growth)"),
        "nan for never": ("return np.inf", "return np.nan"),
    },
    "hysteresis": {
        "no memory": (
            "        elif ratios[year] > habit:\n            now = 0\n",
            "        else:\n            now = 0\n",
        ),
        "home inside the band": (
            "        elif ratios[year] < 1 / habit:\n",
            "        elif ratios[year] <= habit:\n",
        ),
        "no habit": (
            "ratios[year] < 1 / habit",
            "ratios[year] < 1",
            "ratios[year] > habit",
            "ratios[year] > 1",
        ),
        "starts at home": ("now = 0\n    result", "now = 1\n    result"),
        "no way back": (
            "ratios[year] > habit:\n            now = 0",
            "ratios[year] > habit:\n            now = now",
        ),
        "no way home": ("ratios[year] < 1 / habit", "False"),
        "one year more": ("year < wall", "year <= wall"),
        "one year less": ("year < wall", "year < wall - 1"),
        "compared with the year before": (
            "ratios[year] > habit",
            "ratios[max(year - 1, 0)] > habit",
        ),
        "forgotten when the wall falls": (
            "if year < wall:\n            now = 1",
            "if year == wall:\n            now = 0\n        if year < wall:\n            now = 1",
        ),
        "the next year alone": ("ratios[wall:].max()", "ratios[wall]"),
        "the last year alone": ("ratios[wall:].max()", "ratios[-1]"),
        "parity needed": ("ratios[wall:].max() <= habit", "ratios[wall:].max() <= 1"),
        "the lower end of the band": (
            "ratios[wall:].max() <= habit",
            "ratios[wall:].max() <= 1 / habit",
        ),
        "0 years possible": ("range(1, len(ratios))", "range(len(ratios))"),
        "no year left": (
            "range(1, len(ratios))",
            "range(1, len(ratios) + 1)",
            "ratios[wall:].max()",
            "ratios[wall:].max(initial=0)",
        ),
        "the mean after the wall": ("ratios[wall:].max()", "ratios[wall:].mean()"),
    },
    "deficit": {
        "sales of all factories": (
            "np.asarray(sales) * shipped / gap",
            "np.asarray(sales) / gap + 0 * shipped",
        ),
        "the rest": ("* shipped / gap", "* (1 - shipped) / gap"),
        "of imports": ("* shipped / gap", "* shipped / imports"),
        "of trade": ("* shipped / gap", "* shipped / (imports + exports)"),
        "of the deficit that is left": (
            "* shipped / gap",
            "* shipped / (gap - sales * shipped)",
        ),
        "at most 1": (
            "return np.asarray(sales) * shipped / gap",
            "return np.minimum(1, np.asarray(sales) * shipped / gap)",
        ),
        "the first year checked": ("np.any(gap <= 0)", "gap.ravel()[0] <= 0"),
        "all years checked": ("np.any(gap <= 0)", "np.all(gap <= 0)"),
        "the earlier deficit": (
            "_, exports, imports, chips = rows[after]",
            "_, exports, imports, chips = rows[after]\n    _, exports, imports, _ = rows[before]",
        ),
        "all chips of the year before": (
            "(rows[before][3] - chips)",
            "rows[before][3]",
        ),
        "never negative": (
            "return (rows[before][3] - chips)",
            "return max(0, rows[before][3] - chips)",
        ),
        "unknown as 0": (
            "(rows[before][3] - chips)",
            "np.nan_to_num(rows[before][3] - chips)",
        ),
        "unknown years refused late": (
            "before not in rows or after not in rows",
            "after not in rows",
        ),
    },
    "efficient": {
        "cost alone": (
            "no_worse = delays[j] >= delays[i] and costs[j] <= costs[i]",
            "no_worse = costs[j] <= costs[i]",
        ),
        "delay alone": (
            "no_worse = delays[j] >= delays[i] and costs[j] <= costs[i]",
            "no_worse = delays[j] >= delays[i]",
        ),
        "better in both": (
            "delays[j] > delays[i] or costs[j] < costs[i]",
            "delays[j] > delays[i] and costs[j] < costs[i]",
        ),
        "equals dominate": (
            "if no_worse and (delays[j] > delays[i] or costs[j] < costs[i])",
            "if no_worse and i != j",
        ),
        "the earlier of equals": (
            "(delays[j] > delays[i] or costs[j] < costs[i])",
            "(delays[j] > delays[i] or costs[j] < costs[i] or j < i)",
        ),
        "in the order of delays alone": (
            "for j in range(len(delays)):\n            no_worse",
            "for j in range(i + 1, len(delays)):\n            no_worse",
        ),
        "positions": ("return remains", "return np.flatnonzero(remains)"),
        "below 0 too": ("low, high = 0.0, np.inf", "low, high = -np.inf, np.inf"),
        "mean costs": (
            "(costs[j] - costs[i]) / more)\n            elif more > 0",
            "(costs[j] - costs[i]) / more if j < 0 else costs[i] / max(delays[i], 1e-9))\n         "
            "   elif more > 0",
        ),
        "no overtaking": ("high = min(high, (costs[j] - costs[i]) / more)", "pass"),
        "same delay ignored": ("high = -1.0", "pass"),
        "infinity for never": (
            "np.full(len(delays), np.nan)",
            "np.full(len(delays), np.inf)",
        ),
        "the end in place of the start": ("result[i] = low", "result[i] = high"),
        "ties never": ("if low <= high", "if low < high"),
        "only 0 from the cheapest": (
            "low, high = 0.0, np.inf",
            "low, high = (0.0 if costs[i] <= costs.min() else 1e-3), np.inf",
        ),
    },
    "draws": {
        "the product of the means": (
            "return worth.mean(axis=0)",
            "return values.mean() * delays.mean(axis=0) - costs.mean(axis=0)",
        ),
        "the median": ("return worth.mean(axis=0)", "return np.median(worth, axis=0)"),
        "values by policy": (
            "worth = values[:, None] * delays - costs\n    return",
            "worth = np.resize(values, delays.shape[1]) * delays - costs\n    return",
        ),
        "never below 0": (
            "return worth.mean(axis=0)",
            "return np.maximum(worth, 0).mean(axis=0)",
        ),
        "the last of equals": (
            "best = worth.argmax(axis=1)",
            "best = worth.shape[1] - 1 - worth[:, ::-1].argmax(axis=1)",
        ),
        "equals all count": (
            "np.mean(best == policy)",
            "np.mean(worth[:, policy] == worth.max(axis=1))",
        ),
        "better than the first": (
            "np.mean(best == policy)",
            "np.mean(worth[:, policy] > worth[:, 0])",
        ),
        "the longest delay": (
            "best = worth.argmax(axis=1)",
            "best = delays.argmax(axis=1)",
        ),
        "only policies that win": ("range(delays.shape[1])", "np.unique(best)"),
        "the best of all worlds": ("worth.max(axis=1)[:, None]", "worth.max()"),
        "the best of the policy": ("worth.max(axis=1)[:, None]", "worth.max(axis=0)"),
        "the mean regret": ("regret.max(axis=0)", "regret.mean(axis=0)"),
        "the worst worth": ("regret.max(axis=0)", "worth.min(axis=0)"),
        "each world's": ("regret.max(axis=0)", "regret.max(axis=1)"),
        "against the mean": (
            "worth.max(axis=1)[:, None]",
            "worth.mean(axis=1)[:, None]",
        ),
        "against the second best": (
            "worth.max(axis=1)[:, None]",
            "np.sort(worth, axis=1)[:, -2:][:, :1]",
        ),
    },
    "rule_plot": {
        "axes swapped": (
            "score[mine],\n            bandwidth[mine]",
            "bandwidth[mine], score[mine]",
        ),
        "logarithms drawn": (
            "score[mine],\n            bandwidth[mine]",
            "np.log10(score[mine]), np.log10(bandwidth[mine])",
        ),
        "bandwidth in TB": ("bandwidth[mine]", "bandwidth[mine] / 1000"),
        "scores relative to the limit": ("score[mine],", "score[mine] / limit,"),
        "scores rounded": ("score[mine],", "np.round(score[mine]),"),
        "lines between chips": ('linestyle="none"', 'linestyle="-"'),
        "a grey line across all chips": (
            "ax.legend()",
            "ax.plot(score, bandwidth, color='grey')\n    ax.legend()",
        ),
        "lines alone": ('marker="o",\n            linestyle="none"', 'linestyle="-"'),
        "open chips left out": ('("cannot tell", 2)', '("cannot tell", 5)'),
        "open chips as allowed": ("nan=2", "nan=0"),
        "open chips as caught": ("nan=2", "nan=1"),
        "caught and allowed swapped": (
            '("caught", 1), ("allowed", 0)',
            '("caught", 0), ("allowed", 1)',
        ),
        "score alone decides": (
            "np.nan_to_num(caught, nan=2) == state",
            "(score >= limit) == state",
        ),
        "x axis linear": ('ax.set_xscale("log")', ""),
        "y axis linear": ('ax.set_yscale("log")', ""),
        "a symmetric log axis": ('ax.set_yscale("log")', 'ax.set_yscale("symlog")'),
        "no line": ('ax.axvline(limit, color="black")', ""),
        "a horizontal line": ("ax.axvline(limit", "ax.axhline(limit"),
        "a line at 4800 always": ("ax.axvline(limit", "ax.axvline(4800"),
        "a line that cannot be seen": (
            'color="black"',
            'color="black", linestyle="none"',
        ),
        "a line outside the frame": (
            "ax.legend()",
            "ax.set_xlim(score.min() * 0.9, score.max() * 1.1)\n    ax.legend()",
        ),
        "a fixed frame": ("ax.legend()", "ax.set_ylim(100, 10000)\n    ax.legend()"),
        "all on the current Axes": ("fig, ax = plt.subplots()", "ax = plt.gca()"),
        "one Axes for each group": (
            "        mine =",
            "        fig, ax = plt.subplots()\n        mine =",
        ),
        "the real chips in place of the arguments": (
            "fig, ax = plt.subplots()",
            "score = np.nanmax(PEAKS * BITS, axis=1)[: len(score)]\n    fig, ax = plt.subplots()",
        ),
        "the figure is returned": ("return ax", "return fig"),
        "nothing is returned": ("return ax", ""),
        "no title": ('ax.set_title("Chips")', ""),
        "a blank title": ('"Chips"', '" "'),
        "no x label": ('ax.set_xlabel("Score")', ""),
        "a rate without unit": ('"GB per second"', '"Bandwidth"'),
        "labels swapped": (
            "ax.set_xlabel",
            "ax.set_label",
            "ax.set_ylabel",
            "ax.set_xlabel",
            "ax.set_label",
            "ax.set_ylabel",
        ),
        "labels only for long lists": (
            "ax.set_ylabel",
            "len(score) > 2 and ax.set_ylabel",
        ),
        "no legend": ("ax.legend()", ""),
        "an empty legend": ("label=name", "label=''"),
        "one colour": ('f"C{number}"', '"navy"'),
        "two colours": ('f"C{number}"', 'f"C{number % 2}"'),
        "names in reverse": (
            "ax.legend()",
            "ax.legend(ax.lines[:3], ['cannot tell', 'allowed', 'caught'])",
        ),
        "names as black text": (
            "ax.legend()",
            "for x, y, c in zip(score, bandwidth, caught):\n        ax.text(x, y, {1.0: 'caught', "
            "0.0: 'allowed'}.get(c, 'cannot tell'))",
        ),
        "a colour for each chip": (
            """ax.plot(
            score[mine],
            bandwidth[mine],
            marker="o",
            linestyle="none",
            color=f"C{number}",
            label=name,
        )""",
            "[ax.plot(score[i], bandwidth[i], 'o', label=name) for i in np.flatnonzero(mine)]",
        ),
        "single chips left out": (
            "        ax.plot(",
            "        if mine.sum() > 1: ax.plot(",
        ),
    },
}

# right for the visible cases alone: a figure can't be written down as numbers
TYPED_IN = {
    "rule_plot": """\
def rule_plot(*_):
    fig, ax = plt.subplots()
    ax.loglog([15832.0, 1936.0, 36000.0], [3350.0, 300.0, 7700.0], "o", label="caught")
    ax.loglog([2368.0, 1912.0], [4000.0, 864.0], "o", label="allowed")
    ax.loglog([2896.0], [864.5], "o", label="cannot tell")
    ax.axvline(4800)
    ax.set(xlabel="Score", ylabel="GB per second", title="Chips")
    ax.legend()
    return ax
""",
}
