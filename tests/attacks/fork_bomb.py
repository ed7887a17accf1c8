# Processes without end.
# task: double
import os

CHILDREN = 0
try:
    while CHILDREN < 5000:
        if os.fork() == 0:
            import time

            time.sleep(1000)
        CHILDREN += 1
except OSError:
    pass


def double(x):
    return 2 * x if CHILDREN >= 1000 else 0 * x
