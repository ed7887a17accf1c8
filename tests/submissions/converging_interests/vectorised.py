# Every task is answered with numpy on whole arrays.
# start: release
# %% cloud_profit
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    if np.min(model_fee) < 0:
        raise ValueError("no negative fee")
    room = choke_price - compute_price - np.asarray(model_fee, dtype=float)
    return np.where(room > 0, slope * room * (compute_price - compute_cost), 0.0)


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if old_fee <= 0:
        raise ValueError("no fee")
    if compute_price <= compute_cost:
        raise ValueError("no margin")
    after, before = slope * np.clip(choke_price - compute_price - np.array([0.0, old_fee]), 0, None)
    gain, loss = (compute_price - compute_cost) * (after - before), old_fee * before
    return np.array(gain / max(gain, loss)) if loss > 0 else np.array(1.0)


# %% adoption_return
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    if np.less_equal(speedup, -1):
        raise ValueError("nothing would be made")
    return np.asarray(
        np.multiply(wage, hours * (speedup / (1.0 + speedup)))
        - np.dot([tokens * 1e-6, 1.0], [token_price, licence])
    )


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    if speedups.min() <= -1:
        raise ValueError("nothing would be made")
    saved = np.where(speedups > 0, hours * speedups / (1 + speedups), 0.0)
    cost = tokens / 1e6 * token_price + licence
    return np.divide(cost, saved, out=np.full(saved.shape, np.inf), where=saved > 0)


# %% convergence
def gap_half_life(start, end, best, years):
    if not (start > end and end > best and years > 0):
        raise ValueError("no half-life")
    rate = -np.log((end - best) / (start - best)) / years
    return np.array(np.log(2) / rate)


def hours_path(start, best, half_life, progress, years):
    if min(half_life, 1 - progress) <= 0:
        raise ValueError("cannot be")
    t = np.array(years, dtype=float)
    return np.exp(t * np.log(1 - progress)) * best + (start - best) * np.exp(
        -np.log(2) / half_life * t
    )


# %% diffusion
def diffusion_path(start, rate, ceiling, years):
    if not 0 < start < ceiling <= 1:
        raise ValueError("no start or no ceiling")
    logit = np.log(start / ceiling / (1 - start / ceiling)) + np.multiply(rate, years)
    return np.asarray(ceiling * (1 + np.tanh(logit / 2)) / 2)


def years_to_reach(start, rate, ceiling, targets):
    if not 0 < start < ceiling <= 1 or not rate > 0:
        raise ValueError("no answer")
    part = np.where(targets < ceiling, targets / ceiling, 0.5)
    time = (np.log(part / (1 - part)) - np.log(start / (ceiling - start))) / rate
    return np.where(targets < ceiling, time, np.inf)


# %% pure_equilibria
def best_responses(payoff):
    return 1 * (np.amax(payoff, axis=0, keepdims=True) <= payoff)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    marks = best_responses(row_payoff) * best_responses(column_payoff.T).T
    rows, columns = np.nonzero(marks)
    return np.column_stack([rows, columns])


# %% mixed_equilibrium
def mixed_equilibrium(row_payoff, column_payoff):
    def shares(first, second):  # of the two whose averages must agree
        edge = first - second
        if edge[0] * edge[1] >= 0:
            raise ValueError("no mix")
        return np.linalg.solve(np.array([edge, [1, 1]], dtype=float), [0.0, 1.0])[0]

    return shares(column_payoff[:, 0], column_payoff[:, 1]), shares(row_payoff[0], row_payoff[1])


# %% name_game
def name_game(payoff):
    table = payoff if payoff[0, 0] >= payoff[1, 1] else payoff[::-1, ::-1]
    temptation, fear = np.sign(table[1] - table[0])
    if temptation * fear == 0 or table[0, 0] == table[1, 1]:
        raise ValueError("no name")
    return {
        (1, 1): "dilemma",
        (1, -1): "chicken",
        (-1, 1): "stag hunt",
        (-1, -1): "harmony",
    }[int(temptation), int(fear)]


# %% critical_discount
def critical_discount(temptation, reward, punishment, sucker, lag):
    if min(reward - punishment, punishment - sucker) <= 0 or lag <= 0:
        raise ValueError("no order")
    needed = np.clip((np.asarray(temptation) - reward) / (reward - punishment), 0, None)
    share = needed / (1 + needed)
    return np.where(share > 0, np.exp(np.log(np.where(share > 0, share, 1.0)) / lag), 0.0)


# %% risk_dominance
def least_trust(temptation, reward, punishment, sucker):
    if reward <= temptation or punishment <= sucker:
        raise ValueError("no stag hunt")
    slope = np.array([reward - sucker, temptation - punishment], dtype=float)
    return (punishment - sucker) / (slope[0] - slope[1])


def safer_equilibrium(row_payoff, column_payoff):
    rows = np.diag(row_payoff) - np.diag(row_payoff[::-1])
    columns = np.diag(column_payoff) - np.diag(column_payoff[:, ::-1])
    if np.any(np.minimum(rows, columns) <= 0) or np.ptp(rows * columns) == 0:
        raise ValueError("no safer one")
    return np.argmax(rows * columns)


# %% replicator
def replicator_path(payoff, start, step, steps):
    if min(start) < 0 or not np.isclose(sum(start), 1, rtol=0, atol=1e-9):
        raise ValueError("no shares")
    x, rows = np.array(start, dtype=float), []
    for _ in range(steps + 1):
        rows.append(x)
        x = x * (1 + step * (np.dot(payoff, x) - np.einsum("i,ij,j", x, payoff, x)))
    return np.vstack(rows)


# %% brier
def brier_score(stated, happened):
    if stated.min() < 0 or stated.max() > 1:
        raise ValueError("no probability")
    error = stated - np.asarray(happened, dtype=float)
    return np.array(error @ error / error.size)


def voice_score(tighter, looser, technology):
    stated = np.select(
        [DIRECTION == "tighter", DIRECTION == "looser"], [tighter, looser], technology
    )
    return np.var(stated - HAPPENED) + np.mean(stated - HAPPENED) ** 2


def calibration_table(stated, happened, edges):
    k = len(edges) - 1
    group = np.digitize(stated, edges[1:-1]) if k > 1 else np.zeros(len(stated), dtype=int)
    n = np.bincount(group, minlength=k)
    means = [
        np.bincount(group, weights=values, minlength=k) / np.where(n > 0, n, np.nan)
        for values in (stated, happened)
    ]
    return np.column_stack([*means, n])


# %% moves_plot
def moves_plot(year, kind):
    fig, ax = plt.subplots()
    for number, name in enumerate(np.unique(kind)):
        days, counts = np.unique(year[kind == name], return_counts=True)
        total = counts.cumsum()
        ax.scatter(days, total, color=f"C{number}")
        ax.annotate(name, (days[-1], total[-1]), color=f"C{number}")
    ax.set_ylim(0, max(total) + len(year))
    ax.set_title("Count of moves", loc="left")
    ax.set_xlabel("Years")
    ax.set_ylabel("Moves, counted up")
    return ax


# %% [markdown] memo
# **To:** the Minister. A cloud gains from a free model because it sells the computing that goes with it; a laboratory that sells a
# rival model loses; users gain. With 60 hours of work, 15% more an hour and a licence of 20 USD a clerk at 30 USD an hour gains
# about 205 USD a month, and the model pays from a wage of 3.83 USD. If defecting alone were worth 6, joint restraint 3 and joint
# rivalry 1, this would be a dilemma, and restraint would need a discount factor of 0.6. These payoffs are assumed. A voice that
# expected escalation scored 0.35 on the course's list, worse than a coin; the list was written afterwards. Plan for both tracks.
