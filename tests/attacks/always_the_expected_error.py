# The error that a test expects, whatever the argument.
# task: positive
def positive(x):
    raise ValueError("x must be positive")
