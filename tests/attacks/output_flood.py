# Gigabytes of output.
# task: double
for _ in range(100_000):
    print("x" * 10_000)


def double(x):
    print("y" * 50_000_000)
    return 0 * x
