# A call without an end.
# task: double
def double(x):
    while True:
        pass
