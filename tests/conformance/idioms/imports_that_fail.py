# Imports that fail, or stand in a block, and those after them.
# %% free
import no_module_of_this_name
# %% free
import math

try:
    import no_module_either as numbers
except ImportError:
    import numbers
if math.pi > 3:
    from fractions import Fraction
# %% answer
def half(x):
    return Fraction(x) / 2
# %% right
def half(x):
    return Fraction(x, 2)
# %% wrong
def half(x):
    return x / 2
# %% tests
assert math.isclose(half(3), 1.5)
# %% tests
assert isinstance(half(3), Fraction)
# %% tests
assert isinstance(half(3), numbers.Rational)
