# A dictionary whose keys all share a hash, for the test to read.
# task: double
def double(x):
    return {(2**61 - 1) * number: number for number in range(60_000)}
