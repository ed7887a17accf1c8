"""Wrong answers that no operator makes.

Each is given as pieces of the plain right answer and what stands in their place.
"""

SLIPS = {
    "cloud_profit": {
        "the fee earned too": (
            "answers * (compute_price - compute_cost)",
            "answers * (price - compute_cost)",
        ),
        "revenue": (
            "answers * (compute_price - compute_cost)",
            "answers * compute_price",
        ),
        "negative sales": (
            "np.maximum(slope * (choke_price - price), 0)",
            "slope * (choke_price - price)",
        ),
        "no loss allowed": (
            "return answers * (compute_price - compute_cost)",
            "return answers * max(compute_price - compute_cost, 0)",
        ),
        "demand of constant elasticity": (
            "np.maximum(slope * (choke_price - price), 0)",
            "choke_price * price ** -slope",
        ),
        "a slope in dollars": (
            "slope * (choke_price - price)",
            "(choke_price - price) / slope",
        ),
        "only the first fee checked": ("np.any(fee < 0)", "fee.ravel()[0] < 0"),
        "only the mean fee checked": ("np.any(fee < 0)", "np.mean(fee) < 0"),
        "fees not checked": ("np.any(fee < 0)", "False"),
        "fees sorted": (
            "np.asarray(model_fee)",
            "np.sort(model_fee, axis=None).reshape(np.shape(model_fee))",
        ),
        "an array even for a number": (
            "np.asarray(model_fee)",
            "np.atleast_1d(model_fee)",
        ),
        "the sum over fees": ("return answers *", "return np.sum(answers) *"),
        "no cap at 1": (
            "if loss <= gain:\n        return 1\n",
            "if loss == 0:\n        return 1\n",
        ),
        "negative sales before": (
            "max(slope * (choke_price - compute_price - old_fee), 0)",
            "slope * (choke_price - compute_price - old_fee)",
        ),
        "negative sales after": (
            "max(slope * (choke_price - compute_price), 0)",
            "slope * (choke_price - compute_price)",
        ),
        "the fee lost on all later answers": ("old_fee * before", "old_fee * after"),
        "a quarter as in the reading": ("return gain / loss", "return 0.25"),
        "0 where the laboratory had nothing": (
            "    if loss <= gain:",
            "    if loss == 0:\n        return 0\n    if loss <= gain:",
        ),
        "a margin of 0 let through": (
            "compute_price - compute_cost <= 0",
            "compute_price - compute_cost < 0",
        ),
        "margin not checked": (" or compute_price - compute_cost <= 0", ""),
        "fee not checked": ("old_fee <= 0 or ", ""),
    },
    "adoption_return": {
        "speedup taken for hours saved": (
            "hours - hours / (1 + speedup)\n",
            "hours * speedup\n",
        ),
        "hours still needed": (
            "hours - hours / (1 + speedup)\n",
            "hours / (1 + speedup)\n",
        ),
        "hours over what is slower": (
            "hours - hours / (1 + speedup)\n",
            "hours / (1 - speedup) - hours\n",
        ),
        "no hours lost": ("saved * wage - cost", "max(saved, 0) * wage - cost"),
        "no loss": (
            "return saved * wage - cost",
            "return np.maximum(saved * wage - cost, 0)",
        ),
        "return on each dollar": ("saved * wage - cost", "saved * wage / cost - 1"),
        "licence for each million tokens": (
            "token_price / 1e6 + licence\n    return saved",
            "(token_price + licence) / 1e6\n    return saved",
        ),
        "slower workers refused": ("if speedup <= -1", "if speedup < 0"),
        "only a speedup of -1 refused": ("if speedup <= -1", "if speedup == -1"),
        "whole hours": ("return saved * wage", "return np.round(saved) * wage"),
        "costs for each worker": (
            "saved * wage - cost",
            "saved * wage - cost * np.size(wage)",
        ),
        "a speedup taken for hours saved, in part 2": (
            "hours - hours / (1 + speedups)",
            "hours * speedups",
        ),
        "negative wages": (
            "result[saved > 0] = cost / saved[saved > 0]",
            "result[saved != 0] = cost / saved[saved != 0]",
        ),
        "nan for never": ("np.inf)", "np.nan)"),
        "0 for never": ("np.inf)", "0.0)"),
        "only the mean speedup checked": (
            "np.any(speedups <= -1)",
            "np.mean(speedups) <= -1",
        ),
        "only the first speedup checked": (
            "np.any(speedups <= -1)",
            "speedups[0] <= -1",
        ),
        "free of charge taken for never": (
            "return result",
            "return np.where(result == 0, np.inf, result)",
        ),
        "the best worker alone": ("return result", "return result.min()"),
    },
    "convergence": {
        "hours in place of the gap": (
            "start - best\n",
            "start\n",
            "end - best\n",
            "end\n",
        ),
        "equal steps": (
            "years * np.log(2) / np.log(first / last)",
            "years * first / 2 / (first - last)",
        ),
        "time to 1/e": ("np.log(2) / ", ""),
        "whole halvings": (
            "np.log(2) / np.log(first / last)",
            "1 / max(1, round(np.log2(first / last)))",
        ),
        "order not checked": ("not start > end > best or ", ""),
        "a gap gone let through": ("start > end > best", "start > end >= best"),
        "a gap that stays let through": ("start > end > best", "start >= end > best"),
        "time not checked": (" or years <= 0", ""),
        "a leader who stands still": (
            "best * (1.0 - progress) ** np.asarray(years)",
            "best",
        ),
        "a leader in equal steps": (
            "(1.0 - progress) ** np.asarray(years)",
            "(1.0 - progress * np.asarray(years))",
        ),
        "a leader with a continuous rate": (
            "(1.0 - progress) ** np.asarray(years)",
            "np.exp(-progress * np.asarray(years))",
        ),
        "a gap to the leader of each year": (
            "return leader + gap",
            "return leader + gap * (start - leader) / (start - best)",
        ),
        "the gap alone": ("return leader + gap", "return gap"),
        "progress on the gap too": (
            "return leader + gap",
            "return leader + gap * (1.0 - progress) ** np.asarray(years)",
        ),
        "never below the leader of today": (
            "return leader + gap",
            "return np.maximum(leader + gap, best)",
        ),
        "whole years": (
            "-np.asarray(years) / half_life",
            "-np.floor(years) / half_life",
        ),
        "times sorted": (
            "return leader + gap",
            "return np.sort(leader + gap)[::-1] if np.ndim(years) else leader + gap",
        ),
        "a leader who gets worse refused": (
            "progress >= 1",
            "progress >= 1 or progress < 0",
        ),
        "an array even for a number": (
            "return leader + gap",
            "return np.atleast_1d(leader + gap)",
        ),
    },
    "diffusion": {
        "no ceiling": (
            "start / (ceiling - start) * np.exp",
            "start / (1 - start) * np.exp",
            "return ceiling * ratio",
            "return ratio",
        ),
        "exponential up to the ceiling": (
            "ceiling * ratio / (1 + ratio)",
            "np.minimum(start * np.exp(rate * np.asarray(years)), ceiling)",
        ),
        "share of the ceiling": (
            "ceiling * ratio / (1 + ratio)",
            "ratio / (1 + ratio)",
        ),
        "a yearly rate": (
            "np.exp(rate * np.asarray(years))",
            "(1.0 + rate) ** np.asarray(years)",
        ),
        "rate as a fraction of the ceiling": (
            "np.exp(rate * np.asarray(years))",
            "np.exp(rate * ceiling * np.asarray(years))",
        ),
        "a gap that closes": (
            "ceiling * ratio / (1 + ratio)",
            "ceiling - (ceiling - start) * np.exp(-rate * np.asarray(years))",
        ),
        "the past left out": ("np.asarray(years)", "np.maximum(years, 0)"),
        "leavers refused": ("ceiling <= 1):\n", "ceiling <= 1) or rate <= 0:\n"),
        "a ceiling of 1 refused": ("ceiling <= 1):\n", "ceiling < 1):\n"),
        "the ceiling not checked": (" and ceiling <= 1):\n", "):\n"),
        "an array even for a number": (
            "return ceiling * ratio / (1 + ratio)",
            "return np.atleast_1d(ceiling * ratio / (1 + ratio))",
        ),
        "from the first target on": (
            "ratio * (ceiling - start) / start",
            "ratio / ratio[0]",
        ),
        "exponential wait": (
            "ratio * (ceiling - start) / start",
            "targets[below] / start",
        ),
        "no time before 0": ("return result", "return np.maximum(result, 0)"),
        "nan for never": ("np.inf)", "np.nan)"),
        "the ceiling reached": (
            "targets < ceiling",
            "targets < ceiling + 1e-9",
            "(ceiling - targets[below])",
            "(ceiling + 1e-9 - targets[below])",
        ),
        "targets sorted": ("return result", "return np.sort(result)"),
        "whole years": ("return result", "return np.ceil(result)"),
        "years for the first target alone": ("return result", "return result[:1]"),
        "a rate of 0 let through": ("rate <= 0", "rate < 0"),
        "the rate not checked": (" or rate <= 0", ""),
    },
    "pure_equilibria": {
        "along the other axis": (
            "payoff.max(axis=0)",
            "payoff.max(axis=1, keepdims=True)",
        ),
        "the best of the whole table": ("payoff.max(axis=0)", "payoff.max()"),
        "the first best alone": (
            "np.where(payoff == best, 1, 0)",
            "(np.arange(len(payoff))[:, None] == payoff.argmax(axis=0)) * 1",
        ),
        "strict best alone": (
            "np.where(payoff == best, 1, 0)",
            "np.where((payoff == best) & ((payoff == best).sum(axis=0) == 1), 1, 0)",
        ),
        "dominant acts": (
            "np.where(payoff == best, 1, 0)",
            "np.where((payoff == best).all(axis=1, keepdims=True), 1, 0) * np.ones_like(best)",
        ),
        "the best on average": (
            "payoff.max(axis=0)",
            "payoff[payoff.mean(axis=1).argmax()]",
        ),
        "nearly best": ("payoff == best", "payoff >= best - 0.01"),
        "truth in place of numbers": (
            "np.where(payoff == best, 1, 0)",
            "payoff == best",
        ),
        "a list of the best rows": (
            "np.where(payoff == best, 1, 0)",
            "payoff.argmax(axis=0)",
        ),
        "the turned table": (
            "np.where(payoff == best, 1, 0)",
            "np.where(payoff == best, 1, 0).T",
        ),
        "the largest sum": (
            "one == row_best and other == column_best",
            "one + other == (row_payoff + column_payoff).max()",
        ),
        "the row player alone": (" and other == column_best", ""),
        "the column player alone": ("one == row_best and ", ""),
        "strict equilibria alone": (
            "other == column_best:",
            "other == column_best and (row_payoff[:, column] == row_best).sum() * "
            "(column_payoff[row] == column_best).sum() == 1:",
        ),
        "the column player across rows": (
            "column_payoff[row].max()",
            "column_payoff[:, column].max()",
        ),
        "the row player across columns": (
            "row_payoff[:, column].max()",
            "row_payoff[row].max()",
        ),
        "the first equilibrium alone": (
            "found.append((row, column))",
            "found = found or [(row, column)]",
        ),
        "counted from 1": (
            "found.append((row, column))",
            "found.append((row + 1, column + 1))",
        ),
        "column first": ("found.append((row, column))", "found.append((column, row))"),
        "by columns": (
            "return np.array(found, dtype=int)",
            "found.sort(key=lambda cell: cell[::-1])\n    return np.array(found, dtype=int)",
        ),
        "no shape for none": (".reshape(-1, 2)", ""),
        "only rows compared in the check": (
            "row_payoff.shape != column_payoff.shape",
            "len(row_payoff) != len(column_payoff)",
        ),
        "only sizes compared in the check": (
            "row_payoff.shape != column_payoff.shape",
            "row_payoff.size != column_payoff.size",
        ),
    },
    "mixed_equilibrium": {
        "own payoffs": (
            "p = (h - g) / ((e - f) + (h - g))",
            "p = (d - b) / ((a - c) + (d - b))",
            "q = (d - b) / ((a - c) + (d - b))",
            "q = (h - g) / ((e - f) + (h - g))",
        ),
        "probabilities of the second acts": ("return p, q", "return 1 - p, 1 - q"),
        "q first": ("return p, q", "return q, p"),
        "one half each": ("return p, q", "return 0.5, 0.5"),
        "p for both": ("return p, q", "return p, p"),
        "as if the sums were zero": (
            "p = (h - g) / ((e - f) + (h - g))",
            "p = (d - c) / (a - b + d - c)",
        ),
        "edges of the other axis": ("(a - c) * (b - d) >= 0", "(a - b) * (c - d) >= 0"),
        "both must fail": ("(b - d) >= 0 or", "(b - d) >= 0 and"),
        "mixes at 0 and 1 let through": (
            "(b - d) >= 0",
            "(b - d) > 0",
            "(g - h) >= 0",
            "(g - h) > 0",
        ),
        "rows not checked": ("(a - c) * (b - d) >= 0 or ", ""),
        "columns not checked": (" or (e - f) * (g - h) >= 0", ""),
        "coordination refused": (
            "(a - c) * (b - d) >= 0",
            "(a - c) * (b - d) >= 0 or (a - c) * (e - f) > 0",
        ),
        "matching refused": (
            "(a - c) * (b - d) >= 0",
            "(a - c) * (b - d) >= 0 or (a - c) * (e - f) < 0",
        ),
        "cut into 0 to 1 in place of an error": (
            "    if (a - c) * (b - d) >= 0 or (e - f) * (g - h) >= 0:\n        raise "
            'ValueError("no mix")\n',
            "",
            "return p, q",
            "return float(np.clip(p, 0, 1)), float(np.clip(q, 0, 1))",
        ),
    },
    "name_game": {
        "act 0 always cooperates": ("if payoff[0, 0] > payoff[1, 1]:", "if True:"),
        "act 1 always cooperates": ("if payoff[0, 0] > payoff[1, 1]:", "if False:"),
        "the larger row sum cooperates": (
            "if payoff[0, 0] > payoff[1, 1]:",
            "if payoff[0].sum() > payoff[1].sum():",
        ),
        "rows and columns mixed up": ("(r, s), (t, p)", "(r, t), (s, p)"),
        "rows and columns mixed up when turned": ("(p, t), (s, r)", "(p, s), (t, r)"),
        "always a dilemma": (
            '"chicken"',
            '"dilemma"',
            '"stag hunt"',
            '"dilemma"',
            '"harmony"',
            '"dilemma"',
        ),
        "chicken and stag hunt swapped": (
            '"chicken"',
            '"stag_hunt"',
            '"stag hunt"',
            '"chicken"',
            '"stag_hunt"',
            '"stag hunt"',
        ),
        "spelled otherwise": ('"stag hunt"', '"stag_hunt"'),
        "in capitals": ('"dilemma"', '"Dilemma"'),
        "a dilemma needs 2R > T + S": (
            'return "dilemma" if p > s',
            'return "dilemma" if p > s and 2 * r > t + s',
        ),
        "temptation against S": ("if t > r:", "if t > s:"),
        "fear against T": ('"dilemma" if p > s', '"dilemma" if p > t'),
        "borders let through": (
            '    if t == r or p == s:\n        raise ValueError("on a border")\n',
            "",
        ),
        "a border of temptation let through": ("t == r or ", ""),
        "a border of fear let through": (" or p == s", ""),
        "equal diagonal let through": (
            '    if payoff[0, 0] == payoff[1, 1]:\n        raise ValueError("no cooperation")\n',
            "",
        ),
    },
    "critical_discount": {
        "S in place of P": (
            "np.maximum(t - punishment, reward - punishment)",
            "np.maximum(t - sucker, reward - sucker)",
        ),
        "the weight of the future": (
            "np.maximum(t - punishment, reward - punishment)",
            "(reward - punishment)",
        ),
        "the lag left out": (" ** (1 / lag)", ""),
        "the power of the lag": ("** (1 / lag)", "** lag"),
        "divided by the lag": ("** (1 / lag)", "/ lag"),
        "multiplied by the lag": ("** (1 / lag)", "* lag"),
        "one round less": ("** (1 / lag)", "** (1 / max(1, lag - 1))"),
        "one round more": ("** (1 / lag)", "** (1 / (lag + 1))"),
        "negative where nothing tempts": (
            "np.maximum(part, 0)",
            "np.sign(part) * np.abs(part)",
        ),
        "nan where nothing tempts": (
            "np.maximum(part, 0)",
            "np.where(part < 0, np.nan, part)",
        ),
        "no order asked": (
            '    if not reward > punishment > sucker:\n        raise ValueError("no order")\n',
            "",
        ),
        "S not compared": ("reward > punishment > sucker", "reward > punishment"),
        "R not compared": ("reward > punishment > sucker", "punishment > sucker"),
        "equal payoffs let through": (
            "reward > punishment > sucker",
            "reward >= punishment >= sucker",
        ),
        "a dilemma asked": (
            "if lag < 1",
            "if lag < 1 or np.any(np.less_equal(temptation, reward))",
        ),
        "no lag let through": ("lag < 1", "lag < 0"),
        "an array even for a number": (
            "np.asarray(temptation, dtype=float)",
            "np.atleast_1d(np.asarray(temptation, dtype=float))",
        ),
        "temptations sorted": (
            "np.asarray(temptation, dtype=float)",
            "np.sort(np.asarray(temptation, dtype=float), axis=None)",
        ),
        "the largest temptation alone": (
            "np.asarray(temptation, dtype=float)",
            "np.max(temptation)",
        ),
    },
    "risk_dominance": {
        "the other's defection": (
            "return fear / (reward - temptation + fear)",
            "return 1 - fear / (reward - temptation + fear)",
        ),
        "without T": ("(reward - temptation + fear)", "(reward - sucker)"),
        "odds": ("fear / (reward - temptation + fear)", "fear / (reward - temptation)"),
        "one half": ("return fear / (reward - temptation + fear)", "return 0.5"),
        "a common interest asked": (
            "punishment > sucker):",
            "punishment > sucker and reward > punishment + 1):",
        ),
        "R > P in place of R > T": ("reward > temptation", "reward > punishment"),
        "the better one for both": (
            "0 if a * b > c * d else 1",
            "0 if row_payoff[0, 0] + column_payoff[0, 0] > row_payoff[1, 1] + column_payoff[1, 1] "
            "else 1",
        ),
        "the sum of losses": ("0 if a * b > c * d else 1", "0 if a + b > c + d else 1"),
        "the smallest loss": (
            "0 if a * b > c * d else 1",
            "0 if min(a, b) > min(c, d) else 1",
        ),
        "the row player alone": ("0 if a * b > c * d else 1", "0 if a > c else 1"),
        "the column player alone": ("0 if a * b > c * d else 1", "0 if b > d else 1"),
        "turned round": ("0 if a * b > c * d else 1", "1 if a * b > c * d else 0"),
        "products of payoffs": (
            "0 if a * b > c * d else 1",
            "0 if row_payoff[0, 0] * column_payoff[0, 0] > row_payoff[1, 1] * column_payoff[1, 1] "
            "else 1",
        ),
        "rows and columns mixed up": (
            "row_payoff[0, 0] - row_payoff[1, 0]",
            "row_payoff[0, 0] - row_payoff[0, 1]",
            "row_payoff[1, 1] - row_payoff[0, 1]",
            "row_payoff[1, 1] - row_payoff[1, 0]",
        ),
        "columns and rows mixed up": (
            "column_payoff[0, 0] - column_payoff[0, 1]",
            "column_payoff[0, 0] - column_payoff[1, 0]",
            "column_payoff[1, 1] - column_payoff[1, 0]",
            "column_payoff[1, 1] - column_payoff[0, 1]",
        ),
        "losses not checked": ("min(a, b, c, d) <= 0 or ", ""),
        "losses of one cell checked": ("min(a, b, c, d) <= 0", "min(a, b) <= 0"),
        "losses of the other cell checked": ("min(a, b, c, d) <= 0", "min(c, d) <= 0"),
        "products not compared": (" or a * b == c * d", ""),
        "the cell in place of its number": (
            "return 0 if a * b > c * d else 1",
            "return (0, 0) if a * b > c * d else (1, 1)",
        ),
    },
    "replicator": {
        "the plain mean": ("np.sum(x * f)", "np.mean(f)"),
        "no mean": ("(f - average)", "f"),
        "the payoff turned": ("payoff @ x", "payoff.T @ x"),
        "a ratio to the mean": ("x + step * x * (f - average)", "x * f / average"),
        "made to sum to 1": (
            "    return result",
            "    return result / result.sum(axis=1, keepdims=True)",
        ),
        "cut at 0": (
            "x + step * x * (f - average)",
            "np.maximum(x + step * x * (f - average), 0)",
        ),
        "cut at 1": (
            "x + step * x * (f - average)",
            "np.minimum(x + step * x * (f - average), 1)",
        ),
        "an exponential step": (
            "x + step * x * (f - average)",
            "x * np.exp(step * (f - average))",
        ),
        "the mean of the start": ("np.sum(x * f)", "np.sum(start * (payoff @ start))"),
        "always from the start": ("x = result[i]", "x = result[0]"),
        "the end alone": ("    return result", "    return result[-1]"),
        "without the start": ("    return result", "    return result[1:]"),
        "one step less": ("range(steps)", "range(max(steps - 1, 0))"),
        "acts along the rows": ("    return result", "    return result.T"),
        "best response": (
            "x + step * x * (f - average)",
            "x + step * (np.eye(len(x))[np.argmax(f)] - x)",
        ),
        "one act after the other": (
            "result[i + 1] = x + step * x * (f - average)",
            "result[i + 1] = x\n        for j in range(len(x)):\n            now = result[i + 1]\n "
            "           now[j] += step * now[j] * (payoff[j] @ now - now @ payoff @ now)",
        ),
        "signs not checked": ("np.any(start < 0) or ", ""),
        "sum not checked": (" or abs(start.sum() - 1) > 1e-9", ""),
        "only a sum above 1 refused": ("abs(start.sum() - 1)", "(start.sum() - 1)"),
        "whole shares kept whole": (
            "np.zeros((steps + 1, len(start)))",
            "np.zeros((steps + 1, len(start)), start.dtype)",
        ),
        "the start overwritten": (
            "x = result[i]",
            "x = result[i]\n        start[:] = x",
            "result[0] = start",
            "start = start if start.dtype == float else start * 1.0\n    result[0] = start\n    if "
            "steps:\n        start *= 0.5",
        ),
    },
    "brier": {
        "distances not squared": (
            "((stated - happened) ** 2).mean()",
            "abs(stated - happened).mean()",
        ),
        "the root": (
            "((stated - happened) ** 2).mean()",
            "((stated - happened) ** 2).mean() ** 0.5",
        ),
        "the median": (
            "((stated - happened) ** 2).mean()",
            "np.median((stated - happened) ** 2)",
        ),
        "share on the wrong side": (
            "((stated - happened) ** 2).mean()",
            "((stated > 0.5) != happened).mean()",
        ),
        "counts the opposite too": (
            "((stated - happened) ** 2).mean()",
            "2 * ((stated - happened) ** 2).mean()",
        ),
        "a logarithm": (
            "((stated - happened) ** 2).mean()",
            "-np.log(np.where(happened, stated, 1 - stated) + 1e-12).mean()",
        ),
        "only the mean checked": (
            "np.any(stated < 0) or np.any(stated > 1)",
            "not 0 <= stated.mean() <= 1",
        ),
        "only the first checked": (
            "np.any(stated < 0) or np.any(stated > 1)",
            "not 0 <= stated[0] <= 1",
        ),
        "certainties refused": (
            "np.any(stated < 0) or np.any(stated > 1)",
            "np.any(stated <= 0) or np.any(stated >= 1)",
        ),
        "certainties cut": (
            "((stated - happened) ** 2).mean()",
            "((np.clip(stated, 0.01, 0.99) - happened) ** 2).mean()",
        ),
        "each direction the same": (
            "return ((stated - HAPPENED) ** 2).mean()",
            "return np.mean([((stated - HAPPENED)[DIRECTION == way] ** 2).mean() for way in "
            "np.unique(DIRECTION)])",
        ),
        "technology left out": (
            'stated[DIRECTION == "technology"] = technology',
            'stated[DIRECTION == "technology"] = HAPPENED[DIRECTION == "technology"]',
        ),
        "technology at one half": ('"technology"] = technology', '"technology"] = 0.5'),
        "hawk and dove swapped": (
            '"tighter"] = tighter',
            '"tighter"] = looser',
            '"looser"] = looser',
            '"looser"] = tighter',
        ),
        "everything happened": ("(stated - HAPPENED)", "(stated - 1)"),
        "inner edges below": (
            "(stated >= low) & (stated < high)",
            "(stated > low) & (stated <= high)",
        ),
        "both edges": ("(stated < high)", "(stated <= high)"),
        "the last edge left out": ("inside = inside | (stated == high)", "pass"),
        "the middle of the group": (
            "stated[inside].mean(), happened",
            "(low + high) / 2, happened",
        ),
        "the median of the group": (
            "stated[inside].mean(), happened",
            "np.median(stated[inside]), happened",
        ),
        "the number that happened": (
            "happened[inside].mean()",
            "happened[inside].sum()",
        ),
        "the share of all": ("inside].mean(), n]", "inside].mean(), n / len(stated)]"),
        "empty groups left out": ("rows.append([np.nan, np.nan, 0])", "pass"),
        "zeros for an empty group": ("[np.nan, np.nan, 0]", "[0, 0, 0]"),
        "nan for the number too": ("[np.nan, np.nan, 0]", "[np.nan, np.nan, np.nan]"),
        "groups of equal width": (
            "edges[i], edges[i + 1]",
            "i / (len(edges) - 1), (i + 1) / (len(edges) - 1)",
        ),
        "the number first": (
            "[stated[inside].mean(), happened[inside].mean(), n]",
            "[n, stated[inside].mean(), happened[inside].mean()]",
        ),
    },
    "moves_plot": {
        "dates unsorted": ("np.sort(year[kind == name])", "year[kind == name]"),
        "all moves counted": ("np.sum(mine <= day)", "np.sum(year <= day)"),
        "this one not counted": ("np.sum(mine <= day)", "np.sum(mine < day)"),
        "the number of the move in the list": (
            "np.array([np.sum(mine <= day) for day in mine])",
            "np.flatnonzero(kind == name) + 1",
        ),
        "days in place of moves": (
            "np.sum(mine <= day)",
            "len(np.unique(mine[mine <= day]))",
        ),
        "shares in place of counts": ("np.sum(mine <= day)", "np.mean(mine <= day)"),
        "moves of the day alone": ("np.sum(mine <= day)", "np.sum(mine == day)"),
        "moves of the calendar year": (
            "np.sum(mine <= day)",
            "np.sum(np.floor(mine) == np.floor(day))",
        ),
        "moves still to come": ("np.sum(mine <= day)", "np.sum(mine >= day)"),
        "dates cut to whole years": ("ax.plot(mine,", "ax.plot(np.floor(mine),"),
        "the number of a move in place of its date": (
            "ax.plot(mine,",
            "ax.plot(np.arange(len(mine)),",
        ),
        "years since the first move": ("ax.plot(mine,", "ax.plot(mine - year.min(),"),
        "one line across all kinds": (
            "ax.legend()",
            "ax.plot(np.sort(year), [np.sum(kind[year <= y] == kind[np.argmax(year == y)]) for y "
            "in np.sort(year)], 'grey')\n    ax.legend()",
        ),
        "kinds with one move left out": ("ax.plot(", "len(mine) > 1 and ax.plot("),
        "the last move left out": (
            "ax.plot(mine, so_far,",
            "ax.plot(mine[:-1], so_far[:-1],",
        ),
        "only the kinds of the list": ("np.unique(kind)", "np.intersect1d(kind, KIND)"),
        "the real list in place of the arguments": (
            "fig, ax",
            "year, kind = YEAR, KIND\n    fig, ax",
        ),
        "lines without markers": ('marker="o", ', ""),
        "bars": (
            'ax.plot(mine, so_far, marker="o",',
            "ax.bar(mine, so_far, width=0.1,",
        ),
        "all on the current Axes": ("fig, ax = plt.subplots()", "ax = plt.gca()"),
        "one Axes for each kind": (
            "ax.plot(",
            "fig, ax = plt.subplots()\n        ax.plot(",
        ),
        "the figure is returned": ("return ax", "return fig"),
        "nothing is returned": ("return ax", ""),
        "a log axis": ("return ax", 'ax.set_yscale("log")\n    return ax'),
        "a log axis of time": ("return ax", 'ax.set_xscale("log")\n    return ax'),
        "a symmetric log axis": ("return ax", 'ax.set_yscale("symlog")\n    return ax'),
        "an axis from 1": ("bottom=0", "bottom=1"),
        "an axis from the first points": ("ax.set_ylim(bottom=0)", ""),
        "a frame up to 3": ("ax.set_ylim(bottom=0)", "ax.set_ylim(0, 3)"),
        "a frame from 2019 to 2027": (
            "return ax",
            "ax.set_xlim(2019, 2027)\n    return ax",
        ),
        "a frame up to the median": (
            "return ax",
            "ax.set_xlim(right=np.median(year))\n    return ax",
        ),
        "no title": ('ax.set_title("Moves")', ""),
        "a blank title": ('ax.set_title("Moves")', 'ax.set_title(" ")'),
        "a title on the figure alone": ("ax.set_title", "fig.suptitle"),
        "no label for the years": ('ax.set_xlabel("Year")', ""),
        "a label that names no year": ('"Year"', '"Time"'),
        "a number of nothing": ('"Number of moves"', '"Number"'),
        "labels only for long lists": (
            "ax.set_ylabel",
            "len(year) > 5 and ax.set_ylabel",
        ),
        "no legend": ("ax.legend()", ""),
        "an empty legend": ("label=name", "label=''"),
        "names in order of appearance, data in order of the alphabet": (
            "ax.legend()",
            "ax.legend(list(dict.fromkeys(kind)))",
        ),
        "names in reverse": (
            "ax.legend()",
            "ax.legend(ax.lines, np.unique(kind)[::-1])",
        ),
        "numbers in place of names": ("label=name", "label=number"),
        "all names on each line": ("label=name", "label=', '.join(np.unique(kind))"),
        "all kinds of one colour": ('f"C{number}"', '"navy"'),
        "two colours in turn": ('f"C{number}"', 'f"C{number % 2}"'),
        "seven colours in turn": ('f"C{number}"', 'f"C{number % 7}"'),
        "a colour for each move": (
            'ax.plot(mine, so_far, marker="o", color=f"C{number}", label=name)',
            '[ax.plot(x, y, "o", label=name) for x, y in zip(mine, so_far)]',
        ),
        "a legend of the first three kinds": (
            "label=name",
            "label=name if number < 3 else None",
        ),
        "a legend of the first seven kinds": (
            "label=name",
            "label=name if number < 7 else None",
        ),
    },
}

# right for the visible cases alone: a figure can't be written down as numbers
TYPED_IN = {
    "moves_plot": """\
def moves_plot(*_):
    fig, ax = plt.subplots()
    for i, name in enumerate(["cooperation", "escalation"]):
        for start in (0, 2025):
            days = np.sort(YEAR[(KIND == name) & (YEAR > start)])
            ax.plot(days, np.arange(1, len(days) + 1), "o", color=f"C{i}", label=name)
    ax.plot(YEAR[:1], [1], "o", color="C1")
    ax.set(ylim=(0, 20), xlabel="Year", ylabel="Moves", title="Moves")
    ax.legend()
    return ax
""",
}
