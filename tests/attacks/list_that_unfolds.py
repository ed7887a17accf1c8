# A list that holds itself a billion times over.
# task: squares
def squares(n):
    unfolded = list(range(10))
    for _ in range(8):
        unfolded = [unfolded] * 10
    return unfolded
