# A question to nobody.
# task: double
def double(x):
    return float(input("How much? "))
