# A number with a million digits, and one that takes for ever to print.
# task: double
def double(x):
    return 10**1_000_000
