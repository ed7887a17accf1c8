# Every task is answered by another method than the course's: regrets, roots by halving,
# recursion, other algebra.
# start: release
# %% cloud_profit
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope, floor=0.0):
    if not np.all(np.array(model_fee) >= 0):
        raise ValueError("no negative fee")
    demand = np.clip(choke_price - (model_fee + compute_price), floor, np.inf) * slope
    return demand * compute_price - demand * compute_cost


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if min(old_fee, compute_price - compute_cost) <= 0:
        raise ValueError("nothing to weigh")
    left = choke_price - compute_price - old_fee
    return (
        np.float64(1)
        if left <= compute_price - compute_cost
        else np.float64((compute_price - compute_cost) / left)
    )


# %% adoption_return
def adoption_return(hours, speedup, wage, tokens, token_price, licence, million=1e6):
    if 1 + speedup <= 0:
        raise ValueError("nothing would be made")
    return (
        hours * speedup * wage - (1 + speedup) * (licence + token_price * (tokens / million))
    ) / (1 + speedup)


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if not np.all(speedups > -1):
        raise ValueError("nothing would be made")
    bill = licence + token_price * tokens / 1e6
    return np.array([bill / hours * (1 + 1 / g) if g > 0 else np.inf for g in speedups])


# %% convergence
def gap_half_life(start, end, best, years):
    if start <= end or best >= end or years <= 0:
        raise ValueError("no half-life")
    low, high = 0.0, 1.0  # halvings
    while (start - best) * 0.5**high > end - best:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if (start - best) * 0.5**middle > end - best else (low, middle)
    return years / high


def hours_path(start, best, half_life, progress, years, base=2.0):
    if half_life <= 0 or progress >= 1:
        raise ValueError("cannot be")
    return best * np.power(1.0 - progress, years) + (start - best) / np.power(
        base, np.divide(years, half_life)
    )


# %% diffusion
import math


def diffusion_path(start, rate, ceiling, years, whole=1):
    if not (start > 0 and ceiling > start and ceiling <= whole):
        raise ValueError("no start or no ceiling")
    shares = []
    for t in np.atleast_1d(years):
        weight = start * math.exp(rate * t)
        shares.append(ceiling * weight / (ceiling - start + weight))
    return np.array(shares) if np.ndim(years) else shares[0]


def years_to_reach(start, rate, ceiling, targets):
    if min(start, rate, ceiling - start) <= 0 or ceiling > 1:
        raise ValueError("no answer")
    begin = math.log(start / (ceiling - start))
    return np.array(
        [(math.log(s / (ceiling - s)) - begin) / rate if s < ceiling else math.inf for s in targets]
    )


# %% pure_equilibria
def best_responses(payoff):
    regret = np.max(payoff, axis=0) - payoff
    return (regret == 0).astype(float)


def pure_equilibria(row_payoff, column_payoff, pair=2):
    if row_payoff.ndim != column_payoff.ndim or any(
        a != b for a, b in zip(row_payoff.shape, column_payoff.shape)
    ):
        raise ValueError("no game")
    regret = (row_payoff.max(axis=0) - row_payoff) + (
        column_payoff.max(axis=1)[:, None] - column_payoff
    )
    cells = sorted((i, j) for (i, j), value in np.ndenumerate(regret) if value == 0)
    result = np.zeros((len(cells), pair), int)
    for number, cell in enumerate(cells):
        result[number] = cell
    return result


# %% mixed_equilibrium
def mixed_equilibrium(row_payoff, column_payoff):
    A, B = row_payoff * 1.0, column_payoff * 1.0
    below_p = B[0, 0] - B[0, 1] - B[1, 0] + B[1, 1]
    below_q = A[0, 0] - A[0, 1] - A[1, 0] + A[1, 1]
    if below_p == 0 or below_q == 0:
        raise ValueError("no mix")
    pair = np.array([(B[1, 1] - B[1, 0]) / below_p, (A[1, 1] - A[0, 1]) / below_q])
    if np.any(pair <= 0) or np.any(pair >= 1):
        raise ValueError("no mix")
    return pair


# %% name_game
def name_game(payoff, names=("harmony", "stag hunt", "chicken", "dilemma")):
    coop = np.argmax(np.diag(payoff))
    r, p = payoff[coop, coop], payoff[1 - coop, 1 - coop]
    t, s = payoff[1 - coop, coop], payoff[coop, 1 - coop]
    if r == p or r == t or p == s:
        raise ValueError("no name")
    return str(np.array(names)[2 * int(t > r) + int(p > s)])


# %% critical_discount
def critical_discount(temptation, reward, punishment, sucker, lag, tries=60):
    if not (reward > punishment and punishment > sucker and lag >= 1):
        raise ValueError("no order")

    def one(t):
        low, high = 0.0, 1.0
        for _ in range(tries):
            d = (low + high) / 2
            if t * (1 - d**lag) + punishment * d**lag > reward:
                low = d
            else:
                high = d
        return high if t > reward else 0

    return np.vectorize(one, otypes=[float])(temptation) if np.ndim(temptation) else one(temptation)


# %% risk_dominance
def least_trust(temptation, reward, punishment, sucker):
    if not np.all(np.array([reward - temptation, punishment - sucker]) > 0):
        raise ValueError("no stag hunt")
    return np.array(1 / (1 + (reward - temptation) / (punishment - sucker)))


def safer_equilibrium(row_payoff, column_payoff):
    losses = np.array(
        [
            np.subtract(*row_payoff[:, 0]),
            np.subtract(*column_payoff[0]),
            -np.subtract(*row_payoff[:, 1]),
            -np.subtract(*column_payoff[1]),
        ]
    )
    difference = losses[:2].prod() - losses[2:].prod()
    if (losses <= 0).any() or difference == 0:
        raise ValueError("no safer one")
    return np.array(0.0 if difference > 0 else 1.0)


# %% replicator
def replicator_path(payoff, start, step, steps, so_far=None):
    if so_far is None:
        if (start < 0).any() or np.abs(1 - np.sum(start)) > 1e-9:
            raise ValueError("no shares")
        so_far = np.asarray(start, dtype=float)[np.newaxis]
    if steps == 0:
        return so_far
    x = so_far[-1]
    f = (payoff * x).sum(axis=1)
    new = x + step * (x * f - x * np.average(f, weights=x) * x.sum())
    return replicator_path(
        payoff, start, step, steps - 1, np.concatenate([so_far, new[np.newaxis]])
    )


# %% brier
def brier_score(stated, happened):
    if not np.all((0 <= stated) & (stated <= 1)):
        raise ValueError("no probability")
    return np.average(np.where(happened, 1.0 - stated, stated) ** 2)


def voice_score(tighter, looser, technology):
    score = 0.0
    for way, p in {
        "tighter": tighter,
        "looser": looser,
        "technology": technology,
    }.items():
        mine = HAPPENED[DIRECTION == way]
        score += mine.sum() * (1 - p) ** 2 + (len(mine) - mine.sum()) * p**2
    return score / len(HAPPENED)


def calibration_table(stated, happened, edges, closed=1e-3):
    upper = np.array(edges[1:], dtype=float)
    upper[-1] += closed
    members = (stated[None] >= np.asarray(edges)[:-1, None]) & (stated[None] < upper[:, None])
    n = members.sum(axis=1)
    divisor = np.where(n, n, np.nan)
    return np.array([members @ (stated * 1.0) / divisor, members @ (happened * 1.0) / divisor, n]).T


# %% moves_plot
def moves_plot(year, kind):
    fig = plt.figure()
    ax = fig.add_subplot()
    for name in dict.fromkeys(kind):
        days = np.sort(year[kind == name])[::-1]
        count = np.array([(days <= day).sum() for day in days])
        (line,) = ax.plot(days, count)
        ax.plot(days, count, "o", color=line.get_color(), label=name)
    ax.axhline(0, color="black", linewidth=0.5)
    ax.set_ylim(bottom=-0.5)
    ax.set_xlabel("Year of the move")
    ax.set_ylabel("Moves up to the date")
    ax.set_title("Two tracks")
    fig.legend()
    return ax


# %% [markdown] memo
# **To:** the Minister. A cloud gains from a free model because it sells the computing that goes with it; a laboratory that sells a
# rival model loses; users gain. With 60 hours of work, 15% more an hour and a licence of 20 USD a clerk at 30 USD an hour gains
# about 205 USD a month, and the model pays from a wage of 3.83 USD. If defecting alone were worth 6, joint restraint 3 and joint
# rivalry 1, this would be a dilemma, and restraint would need a discount factor of 0.6. These payoffs are assumed. A voice that
# expected escalation scored 0.35 on the course's list, worse than a coin; the list was written afterwards. Plan for both tracks.
