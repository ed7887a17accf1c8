# More memory than there is.
# task: double
def double(x):
    return [bytearray(1 << 28) for _ in range(1000)]
