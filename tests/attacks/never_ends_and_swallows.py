# A cell without an end that swallows its interruption.
# task: double
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
