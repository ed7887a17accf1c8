# Every task is answered with plain loops and Python numbers.
# start: release
# %% cloud_profit
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    profits = []
    for fee in np.atleast_1d(model_fee):
        if fee < 0:
            raise ValueError("no negative fee")
        profit = 0.0
        if fee + compute_price < choke_price:
            profit = slope * (choke_price - fee - compute_price) * (compute_price - compute_cost)
        profits.append(float(profit))
    return np.array(profits) if np.ndim(model_fee) else profits[0]


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if not (old_fee > 0 and compute_price > compute_cost):
        raise ValueError("nothing to weigh")
    before = slope * (choke_price - compute_price - old_fee)
    if before <= 0:
        return 1.0
    added = slope * old_fee
    return min(1.0, (compute_price - compute_cost) * added / (old_fee * before))


# %% adoption_return
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if not speedup > -1:
        raise ValueError("nothing would be made")
    with_model = hours / (1 + speedup)
    gains = [
        float((hours - with_model) * w - tokens / 1_000_000 * token_price - licence)
        for w in np.atleast_1d(wage)
    ]
    return np.array(gains) if np.ndim(wage) else gains[0]


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    wages = []
    for g in speedups:
        if g <= -1:
            raise ValueError("nothing would be made")
        if g <= 0:
            wages.append(float("inf"))
        else:
            wages.append((tokens / 1e6 * token_price + licence) / (hours * g / (1 + g)))
    return np.array(wages)


# %% convergence
import math


def gap_half_life(start, end, best, years):
    if start <= end or end <= best or years <= 0:
        raise ValueError("no half-life")
    return years / math.log2((start - best) / (end - best))


def hours_path(start, best, half_life, progress, years):
    if not (half_life > 0 and progress < 1):
        raise ValueError("cannot be")
    path = [
        float(best * (1.0 - progress) ** float(t) + (start - best) * 0.5 ** (t / half_life))
        for t in np.atleast_1d(years)
    ]
    return np.array(path) if np.ndim(years) else path[0]


# %% diffusion
def diffusion_path(start, rate, ceiling, years):
    if start <= 0 or start >= ceiling or ceiling > 1:
        raise ValueError("no start or no ceiling")
    return ceiling / (1 + (ceiling / start - 1) * np.exp(-rate * np.array(years)))


def years_to_reach(start, rate, ceiling, targets):
    if start <= 0 or start >= ceiling or ceiling > 1 or rate <= 0:
        raise ValueError("no answer")
    times = []
    for s in targets:
        if s >= ceiling:
            times.append(np.inf)
        else:
            times.append(
                (np.log(s) - np.log(ceiling - s) - np.log(start) + np.log(ceiling - start)) / rate
            )
    return np.array(times)


# %% pure_equilibria
def best_responses(payoff):
    m, n = payoff.shape
    marks = np.zeros((m, n), dtype=int)
    for i in range(m):
        for j in range(n):
            if all(payoff[i, j] >= payoff[k, j] for k in range(m)):
                marks[i, j] = 1
    return marks


def pure_equilibria(row_payoff, column_payoff):
    if np.shape(row_payoff) != np.shape(column_payoff):
        raise ValueError("no game")
    m, n = row_payoff.shape
    cells = []
    for i in range(m):
        for j in range(n):
            moves = [row_payoff[k, j] > row_payoff[i, j] for k in range(m)] + [
                column_payoff[i, k] > column_payoff[i, j] for k in range(n)
            ]
            if not any(moves):
                cells.append([i, j])
    return np.array(cells) if cells else np.empty((0, 2), dtype=int)


# %% mixed_equilibrium
def mixed_equilibrium(row_payoff, column_payoff, acts=2):
    answer = []
    for edges in (
        column_payoff[:, 0] - column_payoff[:, 1],
        row_payoff[0, :] - row_payoff[1, :],
    ):
        if sorted(np.sign(edges).tolist()) != [-1, 1]:
            raise ValueError("no mix")
        sizes = [abs(float(edge)) for edge in edges]
        answer.append(sizes[1] / sum(sizes))
    return answer


# %% name_game
def name_game(payoff):
    c = 0 if payoff[0][0] > payoff[1][1] else 1
    d = 1 - c
    R, S, T, P = payoff[c, c], payoff[c, d], payoff[d, c], payoff[d, d]
    if R != P:
        if T > R and P > S:
            return "dilemma"
        if T > R and S > P:
            return "chicken"
        if R > T and P > S:
            return "stag hunt"
        if R > T and S > P:
            return "harmony"
    raise ValueError("no name")


# %% critical_discount
def critical_discount(temptation, reward, punishment, sucker, lag):
    if punishment >= reward or sucker >= punishment or lag < 1:
        raise ValueError("no order")
    values = []
    for t in np.atleast_1d(temptation):
        values.append(0.0 if t <= reward else float(((t - reward) / (t - punishment)) ** (1 / lag)))
    return np.array(values) if np.ndim(temptation) else values[0]


# %% risk_dominance
def least_trust(temptation, reward, punishment, sucker, tries=80):
    if temptation >= reward or sucker >= punishment:
        raise ValueError("no stag hunt")
    low, high = 0.0, 1.0
    for _ in range(tries):
        q = (low + high) / 2
        if q * reward + (1 - q) * sucker < q * temptation + (1 - q) * punishment:
            low = q
        else:
            high = q
    return high


def safer_equilibrium(row_payoff, column_payoff):
    products = []
    for act in (0, 1):
        other = 1 - act
        losses = (
            row_payoff[act, act] - row_payoff[other, act],
            column_payoff[act, act] - column_payoff[act, other],
        )
        if losses[0] <= 0 or losses[1] <= 0:
            raise ValueError("no equilibrium")
        products.append(losses[0] * losses[1])
    if products[0] == products[1]:
        raise ValueError("equal")
    return products.index(max(products))


# %% replicator
def replicator_path(payoff, start, step, steps):
    k = len(start)
    total = 0.0
    for share in start:
        if share < 0:
            raise ValueError("a negative share")
        total += share
    if total > 1 + 1e-9 or total < 1 - 1e-9:
        raise ValueError("no whole")
    path = [[float(share) for share in start]]
    for _ in range(steps):
        old = path[-1]
        earned = [sum(payoff[i][j] * old[j] for j in range(k)) for i in range(k)]
        mean = sum(old[j] * earned[j] for j in range(k))
        path.append([old[i] + step * old[i] * (earned[i] - mean) for i in range(k)])
    return np.array(path)


# %% brier
def brier_score(stated, happened):
    total = 0.0
    for p, x in zip(stated, happened):
        if p < 0 or p > 1:
            raise ValueError("no probability")
        total += (p - 1) ** 2 if x else p**2
    return float(total / len(stated))


def voice_score(tighter, looser, technology):
    total = 0
    for _, direction, outcome, _ in QUESTIONS:
        p = tighter if direction == "tighter" else looser if direction == "looser" else technology
        total += (outcome - p) ** 2
    return total / len(QUESTIONS)


def calibration_table(stated, happened, edges):
    k = len(edges) - 1
    sums, hits, counts = [0.0] * k, [0] * k, [0] * k
    for p, x in zip(stated, happened):
        group = 0
        while group < k - 1 and p >= edges[group + 1]:
            group += 1
        sums[group] += p
        hits[group] += int(x)
        counts[group] += 1
    return np.array(
        [[s / n, h / n, n] if n else [np.nan, np.nan, 0] for s, h, n in zip(sums, hits, counts)]
    )


# %% moves_plot
def moves_plot(year, kind):
    fig, ax = plt.subplots(figsize=(8, 5))
    for name in sorted(set(kind)):
        days = sorted(y for y, k in zip(year, kind) if k == name)
        ax.step(
            [min(year), *days, max(year)],
            [0, *range(1, len(days) + 1), len(days)],
            where="post",
            label=name,
        )
    ax.set(
        ylim=(-0.2, len(year) + 1),
        xlabel="year",
        ylabel="moves so far",
        title="Two tracks",
    )
    ax.legend(title="Kind")
    return ax


# %% [markdown] memo
# **To:** the Minister. A cloud gains from a free model because it sells the computing that goes with it; a laboratory that sells a
# rival model loses; users gain. With 60 hours of work, 15% more an hour and a licence of 20 USD a clerk at 30 USD an hour gains
# about 205 USD a month, and the model pays from a wage of 3.83 USD. If defecting alone were worth 6, joint restraint 3 and joint
# rivalry 1, this would be a dilemma, and restraint would need a discount factor of 0.6. These payoffs are assumed. A voice that
# expected escalation scored 0.35 on the course's list, worse than a coin; the list was written afterwards. Plan for both tracks.
