# A student for whom every conflict is a prisoner's dilemma.
# start: solution
# %% name_game
def name_game(payoff):
    return "dilemma"


# %% critical_discount
def critical_discount(temptation, reward, punishment, sucker, lag):
    if np.any(np.less_equal(temptation, reward)) or not reward > punishment > sucker or lag < 1:
        raise ValueError("no dilemma")
    return (np.subtract(temptation, reward) / np.subtract(temptation, punishment)) ** (1 / lag)


# %% risk_dominance
def least_trust(temptation, reward, punishment, sucker):
    raise ValueError("in a dilemma nobody trusts")


def safer_equilibrium(row_payoff, column_payoff):
    return 1
