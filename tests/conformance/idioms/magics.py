# Magics in set-up, answer and test cells.
# %% free
%matplotlib inline
import numpy as np
# %% answer
%precision 3
def f(x):
    return x + 1
# %% right
%config InlineBackend.figure_format = 'png'
def f(x):
    return 1 + x
# %% wrong
def f(x):
    return x
# %% tests
%time y = f(1)
assert y == 2
# %% tests
%%time
assert f(2) == 3
# %% tests
result = %timeit -o -n 2 -r 1 -q f(1)
assert result.loops == 2 and f(0) == 1
