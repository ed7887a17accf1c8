# Results compared as they come: numbers, text, lists, dictionaries, None, nested ones, messages with values.
# %% set-up
import numpy as np
# %% answer
def describe(x):
    return {"mean": np.mean(x), "n": len(x), "all": list(x), "text": f"{np.mean(x):.2f}", "none": None, "nested": [{"a": (1, [2])}]}


def fib(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


answer = "B"
matrix = np.eye(2)
# %% right
def describe(x):
    x = [float(v) for v in x]
    m = sum(x) / len(x)
    return dict(mean=m, n=len(x), all=x, text="%.2f" % m, none=None, nested=[dict(a=(1, [2]))])


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


answer = "b".upper()
matrix = np.array([[1, 0], [0, 1]])
# %% wrong
def describe(x):
    return {"mean": max(x), "n": len(x), "all": x, "text": "", "none": 0, "nested": []}


def fib(n):
    return n


matrix = np.zeros((2, 2))
# %% tests
d = describe([1, 2, 6])
assert d["mean"] == 3 and d["n"] == 3 and d["all"] == [1, 2, 6], f"got {d}"
# %% tests
d = describe(np.array([1.0, 2.0]))
assert d["text"] == "1.50" and d["none"] is None and d["nested"][0]["a"][1] == [2]
d["new"] = 1
assert set(d) == {"mean", "n", "all", "text", "none", "nested", "new"}
# %% tests
assert [fib(n) for n in range(10)] == [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] and fib(20) == 6765, f"{fib(3)}"
# %% tests
assert answer.lower() == "b"
assert answer in ("B", "b")
# %% tests
np.testing.assert_array_almost_equal(matrix @ [1, 2], [1, 2])
assert matrix.sum() == 2 and (matrix == matrix.T).all() and np.linalg.det(matrix) == 1
