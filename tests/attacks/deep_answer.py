# An answer nested deeper than anything can read.
# task: double
def double(x):
    nested = []
    for _ in range(100_000):
        nested = [nested]
    return nested
