# The score is the cell's last value.
# %% set-up
import numpy as np
# %% answer
def f(x):
    return 2 * x


share = 1.5
# %% right
def f(x):
    return x + x


share = 3 / 2
# %% wrong
def f(x):
    return x + 2


share = 7.0
# %% tests 2
score = 0
for x in (1, 2):
    score += f(x) == 2 * x
score
# %% tests 2
2 * (f(2) == 4) * 0.5
# %% tests 2
share
# %% tests 2
np.float64(0.5)
# %% tests 2
-1
# %% tests 2
float("nan") if f(1) == 3 else 2
# %% tests 2
f(1) == 2
# %% tests 2
f(1);
# %% tests 2
print(f(1))
f
# %% tests 2
np.array([f(1), 2])
