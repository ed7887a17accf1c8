# A cell without an end.
# task: double
while True:
    pass
