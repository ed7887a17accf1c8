# Asynchronous functions of a task's, awaited by the test.
# %% set-up
import asyncio
# %% answer
async def double(x):
    await asyncio.sleep(0)
    return 2 * x


async def fetch(names):
    return await asyncio.gather(*(double(name) for name in names))


async def fails():
    raise ValueError("no answer")


async def apply(f, x):
    return f(x)


started = await double(4)
# %% right
async def double(x):
    return x + x


async def fetch(names):
    tasks = [asyncio.create_task(double(name)) for name in names]
    return [await task for task in tasks]


async def fails():
    await asyncio.sleep(0.001)
    raise ValueError("none")


async def apply(f, x):
    await asyncio.sleep(0)
    return f(x)


started = 8
# %% wrong
async def double(x):
    return x


async def fetch(names):
    return list(names)


async def fails():
    return None


async def apply(f, x):
    return x


started = await asyncio.sleep(0)
# %% tests
assert await double(3) == 6 and started == 8
# %% tests
assert await fetch(["a", "b"]) == ["aa", "bb"]
# %% tests
try:
    await fails()
except ValueError:
    pass
else:
    raise AssertionError("it fails")
# %% tests
assert await asyncio.gather(double(1), double(2)) == [2, 4]
# %% tests
assert await asyncio.wait_for(double(5), 10) == 10
# %% tests
assert await apply(lambda x: x + 1, 2) == 3
# %% tests
pending = double(2)
try:
    asyncio.run(pending)
except RuntimeError:
    pending.close()
else:
    raise AssertionError("a loop runs already")
assert await double(2) == 4
