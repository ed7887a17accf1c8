# The alarm taken away before the wait.
# task: double
import signal
import time


def double(x):
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(10_000)
