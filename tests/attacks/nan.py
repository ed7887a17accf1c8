# Not a number, where a comparison is turned round.
# task: double
def double(x):
    return x * np.nan
