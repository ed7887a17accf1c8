# The interruption that shells treat in their own way.
# task: double
def double(x):
    raise KeyboardInterrupt
