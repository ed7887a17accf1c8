# A seed in an ungraded or a test cell decides what a later answer draws.
# %% free
import numpy as np

np.random.seed(7)
rng = np.random.default_rng(7)
# %% answer
x = np.random.rand(3)
z = rng.normal(size=2)
# %% right
x = np.array([np.random.rand() for _ in range(3)])
z = rng.standard_normal(2)
# %% wrong
x = np.random.rand(4)[1:]
z = rng.normal(size=3)[1:]
# %% tests
assert np.allclose(x, [0.07630829, 0.77991879, 0.43840923])
# %% tests
assert np.allclose(z, np.random.default_rng(7).normal(size=2))
np.random.seed(8)
# %% answer
y = np.random.rand()
# %% wrong
y = np.random.rand() + 1
# %% tests
assert np.isclose(y, 0.8734294)
