# Deeper than the stack.
# task: double
import sys

sys.setrecursionlimit(1 << 30)


def double(x):
    return double(x)
