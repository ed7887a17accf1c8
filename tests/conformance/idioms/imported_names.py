# A task whose name some cell imports, before it or after it.
# %% set-up
from math import comb, factorial
# %% answer
def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)
# %% blank
def factorial(n):
    # YOUR CODE HERE
    raise NotImplementedError()
# %% right
def factorial(n):
    product = 1
    for factor in range(2, n + 1):
        product *= factor
    return product
# %% wrong
def factorial(n):
    return 6
# %% tests
assert factorial(3) == 6
assert factorial(5) == 120
# %% answer
def comb(n, k):
    return factorial(n) // factorial(k) // factorial(n - k)
# %% blank
def comb(n, k):
    # YOUR CODE HERE
    raise NotImplementedError()
# %% wrong
def comb(n, k):
    return 10
# %% tests
assert comb(5, 2) == 10
assert comb(6, 2) == 15
# %% answer
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)
# %% blank
def gcd(a, b):
    # YOUR CODE HERE
    raise NotImplementedError()
# %% wrong
def gcd(a, b):
    return 4
# %% tests
assert gcd(12, 8) == 4
assert gcd(9, 6) == 3
# %% free
from math import gcd
# %% tests
assert gcd(9, 6) == 3
