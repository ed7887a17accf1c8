# One answer cell stops with an error before it defines anything; the rest is right.
# start: solution
# %% critical_discount
patience = 1 / 0


def critical_discount(temptation, reward, punishment, sucker, lag):
    return patience
