# One answer cell stops with an error before it defines anything; the rest is right.
# start: solution
# %% rebound
threshold = 1 / 0


def resource_factor(gain, pass_through, elasticity):
    return threshold
