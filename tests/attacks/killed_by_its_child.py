# A process whose end kills its parent, which looks as if somebody else had killed it.
# task: double
import ctypes
import platform

CLONE, EXIT = {"x86_64": (56, 60), "aarch64": (220, 93)}[platform.machine()]
SIGKILL = 9
libc = ctypes.CDLL(None)
if libc.syscall(CLONE, SIGKILL, 0, 0, 0, 0) == 0:
    libc.syscall(EXIT, 0)
