# A student for whom an equilibrium is the outcome with the largest sum, and the better
# equilibrium the safer one.
# start: solution
# %% pure_equilibria
def best_responses(payoff):
    return (payoff == payoff.max(axis=0)).astype(int)


def pure_equilibria(row_payoff, column_payoff):
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("no game")
    together = row_payoff + column_payoff
    return np.argwhere(together == together.max())


# %% risk_dominance
def least_trust(temptation, reward, punishment, sucker):
    if reward <= temptation or punishment <= sucker:
        raise ValueError("no stag hunt")
    return (punishment - sucker) / (punishment - sucker + reward - temptation)


def safer_equilibrium(row_payoff, column_payoff):
    together = row_payoff + column_payoff
    return 0 if together[0, 0] > together[1, 1] else 1
