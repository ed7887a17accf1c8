# The visible error, and the visible value.
# task: positive
def positive(x):
    if x == -1.0:
        raise ValueError("x must be positive")
    return 3.0 if x != 2.0 else 2.0
