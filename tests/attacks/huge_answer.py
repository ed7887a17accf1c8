# An answer of gigabytes.
# task: double
def double(x):
    return np.zeros(200_000_000)
