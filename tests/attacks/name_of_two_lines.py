# A removed file that is still in use, whose name looks like two lines where it is listed.
# task: double
import mmap
import os
import time

folder = f"one\rtwo{os.getcwd()}"
os.makedirs(folder)
with open(f"{folder}/kept", "wb+") as file:
    file.write(bytes(4096))
    file.flush()
    kept = mmap.mmap(file.fileno(), 4096, flags=mmap.MAP_PRIVATE)
os.remove(f"{folder}/kept")
time.sleep(0.3)


def double(x):
    return 0 * x
