# Text that no notebook can hold.
# task: double
def double(x):
    return "\ud800" * 1000
