"""Wrong answers that no operator makes.

Each is given as pieces of the plain right answer and what stands in their place.
"""

SLIPS = {
    "demand_spending": {
        "linear in per cent": (
            "use * ratio ** (-elasticity)",
            "use * (1 - elasticity * (ratio - 1))",
        ),
        "a slope": (
            "use * ratio ** (-elasticity)",
            "use - elasticity * (new_prices - price)",
        ),
        "multiples of the old use": ("use * ratio", "ratio"),
        "never less use than before": (
            "use * ratio ** (-elasticity)",
            "np.maximum(use, use * ratio ** (-elasticity))",
        ),
        "never more use than before": (
            "use * ratio ** (-elasticity)",
            "np.minimum(use, use * ratio ** (-elasticity))",
        ),
        "prices in order": ("new_prices / price", "np.sort(new_prices) / price"),
        "spending at the old price": ("wanted * new_prices]", "wanted * price]"),
        "spending on the old use": ("wanted * new_prices]", "use * new_prices]"),
        "a column for each": (
            "np.array([wanted, wanted * new_prices])",
            "np.array([wanted, wanted * new_prices]).T",
        ),
        "a flat row": (
            "np.array([wanted, wanted * new_prices])",
            "np.array([wanted, wanted * new_prices]).ravel()",
        ),
        "spending first": (
            "[wanted, wanted * new_prices]",
            "[wanted * new_prices, wanted]",
        ),
        "whole tokens": (
            "use * ratio ** (-elasticity)",
            "np.floor(use * ratio ** (-elasticity))",
        ),
        "old price not checked": ("price <= 0 or ", ""),
        "new prices not checked": (" or np.any(new_prices <= 0)", ""),
        "only the first new price checked": (
            "np.any(new_prices <= 0)",
            "new_prices[0] <= 0",
        ),
        "elasticity not checked": (" or elasticity < 0", ""),
        "an elasticity of 0 refused": ("elasticity < 0", "elasticity <= 0"),
        "inelastic demand refused": ("elasticity < 0", "elasticity < 1"),
    },
    "rebound": {
        "the pass-through of the gain itself": (
            "use = gain ** (pass_through * elasticity)\n    return use / gain",
            "use = (1 + pass_through * (gain - 1)) ** elasticity\n    return use / gain",
        ),
        "the pass-through left out of the resource": (
            "(pass_through * elasticity)\n    return use / gain",
            "(elasticity + 0 * pass_through)\n    return use / gain",
        ),
        "spending for the resource": (
            "return use / gain",
            "return use / gain**pass_through",
        ),
        "an efficiency loss cut off": (
            "return use / gain",
            "return use / np.maximum(gain, 1)",
        ),
        "no more resource than before": (
            "return use / gain",
            "return np.minimum(1, use / gain)",
        ),
        "the elasticity as rebound": (
            "return (use - 1) / (gain - 1)",
            "return pass_through * elasticity + 0 * gain",
        ),
        "no rebound above 1": (
            "return (use - 1) / (gain - 1)",
            "return np.minimum(1, (use - 1) / (gain - 1))",
        ),
        "the kept part": (
            "return (use - 1) / (gain - 1)",
            "return 1 - (use - 1) / (gain - 1)",
        ),
        "the loss of all that was used": (
            "return (use - 1) / (gain - 1)",
            "return (use - 1) / gain",
        ),
        "gains not checked": ("np.any(np.asarray(gain) <= 1)", "False"),
        "only the mean gain checked": (
            "np.any(np.asarray(gain) <= 1)",
            "np.mean(gain) <= 1",
        ),
        "only a gain below 1 refused": (
            "np.any(np.asarray(gain) <= 1)",
            "np.any(np.asarray(gain) < 1)",
        ),
        "only gains of all below refused": (
            "np.any(np.asarray(gain) <= 1)",
            "np.all(np.asarray(gain) <= 1)",
        ),
        "a threshold of 1": ("return 1 / pass_through", "return 1.0"),
        "one minus the pass-through": (
            "return 1 / pass_through",
            "return 2 - pass_through",
        ),
        "a large number for infinity": ("return np.inf", "return 1e9"),
        "nothing passed on refused": ("pass_through < 0", "pass_through <= 0"),
        "all passed on refused": ("pass_through > 1", "pass_through >= 1"),
    },
    "linear_demand": {
        "the slope as elasticity": (
            "return slope * prices / wanted",
            "return slope + 0 * prices",
        ),
        "the slope of the inverse curve": (
            "return slope * prices / wanted",
            "return prices / wanted / slope",
        ),
        "prices in order": (
            "return slope * prices / wanted",
            "return np.sort(slope * prices / wanted)",
        ),
        "a negative price let through": ("np.any(prices < 0) or ", ""),
        "a price of 0 refused": ("np.any(prices < 0)", "np.any(prices <= 0)"),
        "no demand let through": (" or np.any(wanted <= 0)", ""),
        "only the first price checked": ("np.any(wanted <= 0)", "wanted[0] <= 0"),
        "a single price as a number": (
            "return slope * prices / wanted",
            "return (slope * prices / wanted).squeeze()[()]",
        ),
        "the price of the peak": (
            "peak = price / (intercept / slope / 2)",
            "peak = intercept / slope / 2",
        ),
        "twice the peak": ("even = slope * price / wanted", "even = 2 * peak"),
        "the peak squared": ("even = slope * price / wanted", "even = peak**2"),
        "below 1": ("if peak <= 1:", "if False:"),
        "each of them cut off alone at its middle": (
            "return peak, even",
            "return max(peak, 1), even - 1 + 1 / even",
        ),
        "nan where chip-hours only fall": ("return 1.0, 1.0", "return np.nan, np.nan"),
        "infinity where chip-hours only fall": (
            "return 1.0, 1.0",
            "return 1.0, np.inf",
        ),
        "the first number alone": ("return peak, even", "return peak"),
        "the highest price let through": (
            "price <= 0 or wanted <= 0",
            "price <= 0 or wanted < 0",
        ),
    },
    "elasticity": {
        "changes on the start": (
            "((use_end + use_start) / 2)",
            "use_start",
            "((price_end + price_start) / 2)",
            "price_start",
        ),
        "changes on the end": (
            "((use_end + use_start) / 2)",
            "use_end",
            "((price_end + price_start) / 2)",
            "price_end",
        ),
        "changes on the geometric mean": (
            "((use_end + use_start) / 2)",
            "(use_end * use_start) ** 0.5",
            "((price_end + price_start) / 2)",
            "(price_end * price_start) ** 0.5",
        ),
        "a slope": (
            "((use_end + use_start) / 2)",
            "1",
            "((price_end + price_start) / 2)",
            "1",
        ),
        "both as logarithms": ("-of_use / of_price, -in_logs", "-in_logs, -in_logs"),
        "both as midpoints": (
            "-of_use / of_price, -in_logs",
            "-of_use / of_price, -of_use / of_price",
        ),
        "no sign": (
            "-of_use / of_price, -in_logs",
            "abs(of_use / of_price), abs(in_logs)",
        ),
        "equal prices let through": (" or price_start == price_end", ""),
        "use not checked": (
            "min(price_start, price_end, use_start, use_end)",
            "min(price_start, price_end)",
        ),
        "a trend always": ("    if with_trend:\n", "    if True:\n"),
        "a trend never": ("    if with_trend:\n", "    if False:\n"),
        "the growth in logarithms": ("np.exp(fit[2])", "fit[2]"),
        "the growth as a rate": ("np.exp(fit[2])", "np.exp(fit[2]) - 1"),
        "no constant": ("np.ones(len(use))", "np.zeros(len(use))"),
        "prices without logarithm": ("np.log(prices)", "prices"),
        "nan for no trend": ("return -fit[1], 1.0", "return -fit[1], np.nan"),
        "points in a row for a trend": (
            "years - years[0]])",
            "np.arange(len(years))])",
        ),
        "trend of logarithms of time": (
            "years - years[0]])",
            "np.log1p(years - min(years))])",
        ),
        "the second count as the last": ("(logs[-1] - logs[0])", "(logs[1] - logs[0])"),
        "all counters": (
            "mine = COUNTER == counter",
            "mine = np.full(len(COUNTER), counter in COUNTER)",
        ),
        "counters that begin alike": (
            "COUNTER == counter",
            "np.char.startswith(COUNTER, counter)",
        ),
        "an unknown counter let through": (" or not np.any(mine)", ""),
        "the fall as a rate": ("pace = np.log(fall)", "pace = fall - 1"),
        "the fall not checked": ("fall <= 1 or ", ""),
        "calendar years": (
            "(years[-1] - years[0])",
            "(int(years[-1]) - int(years[0]))",
        ),
        "the mean of both ways": (
            "return ends, np.polyfit(years - years[0], logs, 1)[0] / pace",
            "return ends, ends",
        ),
        "a regression of time on tokens": (
            "np.polyfit(years - years[0], logs, 1)[0] / pace",
            "1 / np.polyfit(logs, years - years[0], 1)[0] / pace",
        ),
    },
    "growth_split": {
        "shifts summed": ("np.prod(shifts)", "np.sum(shifts)"),
        "the mean shift": ("np.prod(shifts)", "np.mean(shifts)"),
        "the first shift alone": ("np.prod(shifts)", "shifts[0]"),
        "growth rates summed": ("np.prod(shifts)", "(1 + np.sum(shifts - 1))"),
        "no negative elasticity": (
            "return np.log(use_growth / anyway) / np.log(price_fall)",
            "return max(0, np.log(use_growth / anyway) / np.log(price_fall))",
        ),
        "factors, not logarithms": (
            "return np.log(use_growth / anyway) / np.log(price_fall)",
            "return use_growth / anyway / price_fall",
        ),
        "rates, not logarithms": (
            "return np.log(use_growth / anyway) / np.log(price_fall)",
            "return (use_growth / anyway - 1) / (price_fall - 1)",
        ),
        "a price that rose refused": ("price_fall == 1", "price_fall <= 1"),
        "equal prices let through": (" or price_fall == 1", ""),
        "shifts not checked": (
            "price_fall == 1 or np.any(shifts <= 0)",
            "price_fall == 1",
        ),
        "shares of the sum of causes": (
            "whole = np.log(use_growth)",
            "whole = elasticity * np.log(price_fall) + np.log(shifts).sum()",
        ),
        "no share below 0": (
            "np.concatenate([[of_price], of_shifts, [rest]])",
            "np.maximum(0, np.concatenate([[of_price], of_shifts, [rest]]))",
        ),
        "no share above 1": (
            "np.concatenate([[of_price], of_shifts, [rest]])",
            "np.minimum(1, np.concatenate([[of_price], of_shifts, [rest]]))",
        ),
        "no rest": (", [rest]]", "]"),
        "the rest after the price": (
            "[[of_price], of_shifts, [rest]]",
            "[[of_price], [rest], of_shifts]",
        ),
        "shifts in one": ("of_shifts, [rest]", "[of_shifts.sum()], [rest]"),
        "shifts in order of size": ("of_shifts, [rest]", "np.sort(of_shifts), [rest]"),
        "use that fell refused": ("use_growth == 1", "use_growth <= 1"),
        "equal use let through": (" or use_growth == 1", ""),
        "shares' shifts not checked": (
            "use_growth == 1 or np.any(shifts <= 0)",
            "use_growth == 1",
        ),
    },
    "inference": {
        "inference grows, training stands": (
            "(1 - share) * float(training_growth) ** years",
            "(1 - share)",
        ),
        "the odds": ("inference / (inference + training)", "inference / training"),
        "growth rates": (
            "float(inference_growth) **",
            "(1 + float(inference_growth)) **",
            "float(training_growth) **",
            "(1 + float(training_growth)) **",
        ),
        "simple growth": (
            "float(inference_growth) ** years",
            "(1 + (inference_growth - 1) * years)",
            "float(training_growth) ** years",
            "(1 + (training_growth - 1) * years)",
        ),
        "whole years": (
            "inference_growth) ** years",
            "inference_growth) ** np.floor(years)",
        ),
        "times in order": (
            "return inference / (inference + training)",
            "return np.sort(inference / (inference + training), axis=None)",
        ),
        "an array even for a number": (
            "return inference / (inference + training)",
            "return np.atleast_1d(inference / (inference + training))",
        ),
        "a share cut at nine tenths": (
            "return inference / (inference + training)",
            "return np.minimum(0.9, inference / (inference + training))",
        ),
        "the time of the total": ("np.log((1 - share) / share)", "np.log(1 / share)"),
        "the time to half by the share": (
            "np.log((1 - share) / share)",
            "np.log(0.5 / share)",
        ),
        "no time in the past": ("return gap / pace", "return max(0, gap / pace)"),
        "infinity for the past": (
            "return gap / pace",
            "return gap / pace if gap / pace > 0 else np.inf",
        ),
        "whole years to wait": ("return gap / pace", "return np.ceil(gap / pace)"),
        "nan for never": ("return np.inf", "return np.nan"),
        "minus infinity if inference leads": (
            "return np.inf",
            "return np.inf if gap > 0 else -np.inf",
        ),
        "never comes first": ("if gap == 0:", "if gap == 0 and pace != 0:"),
        "the difference of growth": (
            "np.log(inference_growth / training_growth)",
            "np.log1p(abs(inference_growth - training_growth))",
        ),
    },
    "lifetime": {
        "six for both": ("2 * params * served", "6 * params * served"),
        "two for both": ("6 * params * trained", "2 * params * trained"),
        "training alone": ("return training + answers", "return training"),
        "nan for sizes that cannot": (
            "np.where(room > 0, tokens, np.inf)",
            "np.where(room > 0, tokens, np.nan)",
        ),
        "0 for sizes that cannot": (
            "np.where(room > 0, tokens, np.inf)",
            "np.where(room > 0, tokens, 0)",
        ),
        "sizes that cannot left out": (
            "np.where(room > 0, tokens, np.inf)",
            "tokens[room > 0]",
        ),
        "exactly the floor is possible": (
            "np.where(room > 0, tokens, np.inf)",
            "np.where(room > 0, tokens, np.where(room == 0, 0, np.inf))",
        ),
        "exponents swapped": (
            "e, a, b, alpha, beta = law\n    room = loss - e - a / params",
            "e, a, b, beta, alpha = law\n    room = loss - e - a / params",
        ),
        "constants swapped": (
            "e, a, b, alpha, beta = law\n    room = loss - e - a / params",
            "e, b, a, alpha, beta = law\n    room = loss - e - a / params",
        ),
        "the floor left out": ("loss - e - a / params", "loss - a / params"),
        "whole tokens in billions": (
            "(b / room) ** (1 / beta)\n    return np.where",
            "np.round((b / room) ** (1 / beta), -9)\n    return np.where",
        ),
        "sizes in order": (
            "room = loss - e - a / params**alpha",
            "room = loss - e - a / np.sort(params) ** alpha",
        ),
        "only training counts": (" + 2 * size * served", ""),
        "only answers count": (
            "6 * size * (b / room) ** (1 / beta) + 2 * size * served",
            "2 * size * served",
        ),
        "training of the whole life": ("2 * size * served", "6 * size * served"),
        "the first that can": ("best, least = size, flop", "best, least = size, 0"),
        "the last that is better than the first": (
            "if flop < least:",
            "if flop < least or flop < 2 * least:",
        ),
        "the place in the list": (
            "best, least = size, flop",
            "best, least = list(params).index(size), flop",
        ),
        "the computing": ("    return best\n", "    return least\n"),
        "the smallest that can": (
            "if flop < least:",
            "if best is None or size < best:",
        ),
        "nan if none can": ('raise ValueError("no size")', "return np.nan"),
        "the first if none can": ('raise ValueError("no size")', "return params[0]"),
    },
    "cournot": {
        "monopoly price for all": (
            "(choke - cost) / (sellers + 1)",
            "(choke - cost) / 2 + 0 * sellers",
        ),
        "competition on price": (
            "(choke - cost) / (sellers + 1)",
            "np.where(sellers > 1, 0, (choke - cost) / 2)",
        ),
        "the profit of all": ("size * margin**2", "sellers * size * margin**2"),
        "the monopoly profit shared": (
            "size * margin**2",
            "size * (choke - cost) ** 2 / 4 / sellers",
        ),
        "revenue": ("size * margin**2", "size * margin * price"),
        "a rectangle": ("** 2 / 2", "** 2"),
        "surplus without size": ("surplus = size *", "surplus = 1 *"),
        "total surplus": (
            "[price, profit, surplus]",
            "[price, profit, surplus + sellers * profit]",
        ),
        "sellers in order": ("(sellers + 1)", "(np.sort(sellers) + 1)"),
        "a column for each": (
            "np.array([price, profit, surplus])",
            "np.array([price, profit, surplus]).T",
        ),
        "rows in another order": (
            "[price, profit, surplus]",
            "[price, surplus, profit]",
        ),
        "a cost of 0 refused": ("cost >= choke:\n", "cost >= choke or cost <= 0:\n"),
        "equal cost let through": ("cost >= choke:\n", "cost > choke:\n"),
        "one too many": ("(n + 2)", "(n + 1)"),
        "strictly more than the fixed cost": (">= fixed", "> fixed"),
        "the profit of all decides": (">= fixed", ">= fixed / (n + 1)"),
        "at least one": ("n = 0", "n = 1"),
        "at most twenty": ("    return n\n", "    return min(n, 20)\n"),
        "without the size": ("while size * (", "while 1 * ("),
        "a fixed cost of 0 let through": (" or fixed <= 0", " or fixed < 0"),
        "cost in entry not checked": ("cost >= choke or fixed <= 0", "fixed <= 0"),
    },
    "double_margin": {
        "one price for both": (
            "answer = (choke + app_cost + chip) / 2",
            "answer = (choke + app_cost + chip_cost) / 2",
        ),
        "the application's cost forgotten by the chip maker": (
            "(choke - app_cost + chip_cost) / 2",
            "(choke + chip_cost) / 2",
        ),
        "the application's cost forgotten by itself": (
            "(choke + app_cost + chip) / 2",
            "(choke + chip) / 2",
        ),
        "margins at the same time": (
            "chip = (choke - app_cost + chip_cost) / 2",
            "chip = chip_cost + (choke - app_cost - chip_cost) / 3",
        ),
        "the chip at its cost": (
            "chip = (choke - app_cost + chip_cost) / 2",
            "chip = chip_cost",
        ),
        "the application at its cost": (
            "answer = (choke + app_cost + chip) / 2",
            "answer = chip + app_cost",
        ),
        "the margin for the price": (
            "return chip, answer",
            "return chip - chip_cost, answer",
        ),
        "the chip maker second": (
            "return chip, answer",
            "return choke / 4 + chip_cost, answer",
        ),
        "levels after the merger": (
            "after * margin / 2 - before * margin * 3 / 4",
            "after * margin / 2",
        ),
        "the chip maker's profit alone": (
            "before * margin * 3 / 4",
            "before * margin / 2",
        ),
        "users after the merger": (
            "after**2 / size / 2 - before**2 / size / 2",
            "after**2 / size / 2",
        ),
        "a rectangle": (
            "after**2 / size / 2 - before**2 / size / 2",
            "after**2 / size - before**2 / size",
        ),
        "without size": (
            "return profits, users",
            "return profits / size, users / size",
        ),
        "price of the merged firm at cost": (
            "after = size * margin / 2",
            "after = size * margin",
        ),
        "three layers": ("before = size * margin / 4", "before = size * margin / 8"),
        "equal costs let through": (
            'chip_cost + app_cost >= choke:\n        raise ValueError("nobody buys")\n    chip',
            'chip_cost + app_cost > choke:\n        raise ValueError("nobody buys")\n    chip',
        ),
        "each cost checked alone": (
            'chip_cost + app_cost >= choke:\n        raise ValueError("nobody buys")\n    margin',
            'max(chip_cost, app_cost) >= choke:\n        raise ValueError("nobody buys")\n    '
            "margin",
        ),
    },
    "xpu": {
        "negative volumes": ("np.where(saving > 0, volume, np.inf)", "volume"),
        "nan for never": ("volume, np.inf", "volume, np.nan"),
        "0 for never": ("volume, np.inf", "volume, 0.0"),
        "own chips for GPUs": ("volume, np.inf", "volume * chips_per_gpu, np.inf"),
        "whole GPUs": (
            "volume = design_usd / saving",
            "volume = np.ceil(design_usd / saving)",
        ),
        "one own chip for a GPU": (
            "gpu_prices - chips_per_gpu * chip_usd",
            "gpu_prices - chip_usd",
        ),
        "the chip's price divided": (
            "gpu_prices - chips_per_gpu * chip_usd",
            "gpu_prices - chip_usd / chips_per_gpu",
        ),
        "prices in order": (
            "np.where(saving > 0, volume, np.inf)",
            "np.sort(np.where(saving > 0, volume, np.inf))",
        ),
        "a single price as a number": (
            "np.where(saving > 0, volume, np.inf)",
            "np.where(saving > 0, volume, np.inf).squeeze()[()]",
        ),
        "in millions": ("design_usd / saving", "design_usd / 1e6 / saving"),
        "the design left out": (
            "return each + chips_per_gpu * chip_usd",
            "return 0 * each + chips_per_gpu * chip_usd",
        ),
        "the own chips left out": (
            "return each + chips_per_gpu * chip_usd",
            "return each",
        ),
        "the design for each own chip": (
            "design_usd / gpus",
            "design_usd / (gpus * chips_per_gpu)",
        ),
        "one own chip for a GPU to defend": (
            "each + chips_per_gpu * chip_usd",
            "each + chip_usd",
        ),
        "whole dollars": (
            "each + chips_per_gpu * chip_usd",
            "np.floor(each + chips_per_gpu * chip_usd)",
        ),
        "buyers in order": (
            "each + chips_per_gpu * chip_usd",
            "np.sort(each + chips_per_gpu * chip_usd)",
        ),
        "buyers not checked": ("np.any(gpus <= 0)", "False"),
        "only the first buyer checked": ("np.any(gpus <= 0)", "gpus[0] <= 0"),
        "only negative buyers refused": ("np.any(gpus <= 0)", "np.any(gpus < 0)"),
    },
    "logistic": {
        "an exponential": ("np.log(users / (ceiling - users))", "np.log(users)"),
        "the logarithm of the share": (
            "np.log(users / (ceiling - users))",
            "np.log(users / ceiling)",
        ),
        "shares on a line": ("np.log(users / (ceiling - users))", "users / ceiling"),
        "the odds on a line": (
            "np.log(users / (ceiling - users))",
            "users / (ceiling - users)",
        ),
        "a line through first and last": (
            "slope, level = np.polyfit(years, logit, 1)",
            "slope = (logit[-1] - logit[0]) / (years[-1] - years[0])\n    level = logit[0] - slope "
            "* years[0]",
        ),
        "weights by users": (
            "np.polyfit(years, logit, 1)",
            "np.polyfit(years, logit, 1, w=users)",
        ),
        "time on the logit": (
            "slope, level = np.polyfit(years, logit, 1)",
            "a, b = np.polyfit(logit, years, 1)\n    slope, level = 1 / a, -b / a",
        ),
        "the factor a year": ("return slope, -level", "return np.exp(slope), -level"),
        "no negative rate": ("return slope, -level", "return abs(slope), -level"),
        "the midpoint from the first year": (
            "-level / slope",
            "-level / slope - years[0]",
        ),
        "the level for the midpoint": ("-level / slope", "-level"),
        "a whole year": ("-level / slope", "np.round(-level / slope)"),
        "users above the ceiling dropped": (
            "    logit =",
            "    keep = users < ceiling\n    years, users = years[keep], users[keep]\n    logit =",
            " or np.any(users >= ceiling)",
            "",
        ),
        "users of 0 let through": ("np.any(users <= 0)", "np.any(users < 0)"),
        "the ceiling itself let through": (
            "np.any(users >= ceiling)",
            "np.any(users > ceiling)",
        ),
        "the share": ("ceiling / (1 +", "1 / (1 +"),
        "an exponential path": (
            "ceiling / (1 + np.exp(-rate * (years - midpoint)))",
            "ceiling / 2 * np.exp(rate * (years - midpoint))",
        ),
        "a falling path": ("np.exp(-rate *", "np.exp(rate *"),
        "the past as the future": ("(years - midpoint)", "abs(years - midpoint)"),
        "times in order": ("(years - midpoint)", "(np.sort(years) - midpoint)"),
        "powers of 10": (
            "np.exp(-rate * (years - midpoint))",
            "10.0 ** (-rate * (years - midpoint))",
        ),
        "a single time as a number": (
            "return ceiling / (1 + np.exp(-rate * (years - midpoint)))",
            "return (ceiling / (1 + np.exp(-rate * (years - midpoint)))).squeeze()[()]",
        ),
    },
    "growth_plot": {
        "the counts themselves": ("count[mine] / count[mine[0]]", "count[mine]"),
        "logarithms drawn on a linear axis": (
            "count[mine] / count[mine[0]]",
            "np.log10(count[mine] / count[mine[0]])",
            '"log"',
            '"linear"',
        ),
        "logarithms drawn on a log axis": (
            "count[mine] / count[mine[0]]",
            "np.log10(count[mine] / count[mine[0]])",
        ),
        "both axes logarithmic": (
            "ax.legend()",
            'ax.set_xscale("log")\n    ax.legend()',
        ),
        "a symmetric log axis": ('"log"', '"symlog"'),
        "in per cent": (
            "count[mine] / count[mine[0]]",
            "100 * count[mine] / count[mine[0]]",
        ),
        "changes, not multiples": (
            "count[mine] / count[mine[0]]",
            "count[mine] / count[mine[0]] - 1",
        ),
        "the first in the list": (
            "count[mine] / count[mine[0]]",
            "count[mine] / count[counter == name][0]",
        ),
        "the smallest": (
            "count[mine] / count[mine[0]]",
            "count[mine] / count[mine].min()",
        ),
        "the last": ("count[mine] / count[mine[0]]", "count[mine] / count[mine[-1]]"),
        "the mean": (
            "count[mine] / count[mine[0]]",
            "count[mine] / count[mine].mean()",
        ),
        "the first of all counters": (
            "count[mine] / count[mine[0]]",
            "count[mine] / count[np.argmin(year)]",
        ),
        "rounded": (
            "count[mine] / count[mine[0]]",
            "np.round(count[mine] / count[mine[0]], 1)",
        ),
        "the highest so far": (
            "count[mine] / count[mine[0]]",
            "np.maximum.accumulate(count[mine] / count[mine[0]])",
        ),
        "whole years": ("year[mine], height", "year[mine].astype(int), height"),
        "years since the first count": (
            "year[mine], height",
            "year[mine] - year[mine[0]], height",
        ),
        "the number of a count in place of its date": (
            "year[mine], height",
            "np.arange(len(mine)), height",
        ),
        "dates unsorted": (
            "mine = mine[np.argsort(year[mine])]",
            "mine = np.append(mine[np.argmin(year[mine])], mine[mine != "
            "mine[np.argmin(year[mine])]])",
        ),
        "one line across all counters": (
            "np.flatnonzero(counter == name)",
            "np.arange(len(year))",
        ),
        "counters with one count left out": ("ax.plot(", "len(mine) > 1 and ax.plot("),
        "first counts left out": (
            "year[mine], height, marker",
            "year[mine][1:], height[1:], marker",
        ),
        "only the counters of the list": (
            "np.unique(counter)",
            "np.intersect1d(counter, COUNTER)",
        ),
        "lines without markers": ('marker="o", ', ""),
        "bars": (
            'ax.plot(year[mine], height, marker="o",',
            "ax.bar(year[mine], height, width=0.1,",
        ),
        "dates as text": ("year[mine], height", "year[mine].astype(str), height"),
        "all on the current Axes": ("fig, ax = plt.subplots()", "ax = plt.gca()"),
        "one Axes for each counter": (
            "height = count",
            "fig, ax = plt.subplots()\n        height = count",
        ),
        "the counts beside the growth": (
            "height = count",
            "ax.plot(year[mine], count[mine], 'k.')\n        height = count",
        ),
        "the real list in place of the arguments": (
            "fig, ax",
            "counter, year, count = COUNTER, YEAR, COUNT\n    fig, ax",
        ),
        "the figure is returned": ("return ax", "return fig"),
        "nothing is returned": ("return ax", ""),
        "a frame from 2024 to 2027": (
            "return ax",
            "ax.set_xlim(2024, 2027)\n    return ax",
        ),
        "a frame from 1 up": ("return ax", "ax.set_ylim(bottom=1)\n    return ax"),
        "a frame up to 10": ("return ax", "ax.set_ylim(top=10)\n    return ax"),
        "no title": ('ax.set_title("Growth")', ""),
        "a blank title": ('"Growth"', '" "'),
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
        "growth of what": ('"times the first count"', '"Growth"'),
        "tokens without a base": (
            '"times the first count"',
            '"trillion tokens a month"',
        ),
        "labels only for long lists": (
            "ax.set_ylabel",
            "len(year) > 3 and ax.set_ylabel",
        ),
        "no legend": ("ax.legend()", ""),
        "an empty legend": ("label=name", "label=''"),
        "names in order of appearance, data in order of the alphabet": (
            "ax.legend()",
            "ax.legend(list(dict.fromkeys(counter)))",
        ),
        "names in reverse": (
            "ax.legend()",
            "ax.legend(ax.lines, np.unique(counter)[::-1])",
        ),
        "numbers in place of names": ("label=name", "label=number"),
        "initials in place of names": ("label=name", "label=name[0]"),
        "all names on each line": ("label=name", "label=', '.join(np.unique(counter))"),
        "all counters of one colour": ('f"C{number}"', '"navy"'),
        "two colours in turn": ('f"C{number}"', 'f"C{number % 2}"'),
        "seven colours in turn": ('f"C{number}"', 'f"C{number % 7}"'),
        "a colour for each count": (
            'ax.plot(year[mine], height, marker="o", color=f"C{number}", label=name)',
            "[ax.plot(x, y, 'o', label=name) for x, y in zip(year[mine], height)]",
        ),
        "a legend of the first three counters": (
            "label=name",
            "label=name if number < 3 else None",
        ),
        "a legend of the first seven counters": (
            "label=name",
            "label=name if number < 7 else None",
        ),
    },
}

# right for the visible cases alone: a figure can't be written down as numbers
TYPED_IN = {
    "growth_plot": """\
def growth_plot(*_):
    fig, ax = plt.subplots()
    for i, name in enumerate(np.unique(COUNTER)):
        mine = COUNTER == name
        ax.plot(YEAR[mine], COUNT[mine] / COUNT[mine][0], "o", color=f"C{i}", label=name)
    ax.set(yscale="log", xlabel="Year", ylabel="times the first count", title="Growth")
    ax.legend()
    return ax
""",
}
