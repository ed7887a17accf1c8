# More files than there is room for, when a test calls.
# task: double
import time


def double(x):
    try:
        for i in range(20):
            with open(f"file{i}", "wb") as file:
                file.write(bytes(1 << 23))
    except OSError:
        pass
    time.sleep(1)
    return 0 * x
