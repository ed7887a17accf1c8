# One answer cell stops with an error before it defines anything; the rest is right.
# start: solution
# %% hysteresis
start = ratios[0] > habit


def chosen(ratios, habit, wall):
    return start


def shortest_wall(ratios, habit):
    return start
