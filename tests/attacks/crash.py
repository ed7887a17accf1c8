# A fault in the machine's own code.
# task: double
import ctypes

ctypes.string_at(0)
