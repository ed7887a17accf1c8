# Names looked up by text: globals, dir, eval, hasattr.
# %% answer
def tax(x):
    return 0.2 * x


rate = 0.2
# %% right
tax = lambda x: x * rate
rate = 0.2
# %% wrong
def taxes(x):
    return 0.2 * x
# %% tests
assert "tax" in globals() and "tax" in dir()
# %% tests
assert callable(globals()["tax"]) and eval("tax(10)") == 2
# %% tests
try:
    rate
except NameError:
    raise AssertionError("bind rate")
# %% tests
assert globals().get("rate") == 0.2
