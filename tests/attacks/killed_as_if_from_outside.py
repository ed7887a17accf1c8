# A limit of its own, whose excess ends the process as if somebody else had.
# task: double
import resource
import time

resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
end = time.process_time() + 9
while time.process_time() < end:
    pass
