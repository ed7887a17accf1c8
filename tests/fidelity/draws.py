"""Random numbers of the kinds that students meet."""

import numpy as np


def number(rng, low, high):
    """A Python or NumPy number, whole or not, spread evenly in logarithm."""
    value = np.exp(rng.uniform(np.log(low), np.log(high)))
    return [
        float(value),
        np.float64(value),
        max(1, round(value)) if value < 2**53 else float(value),
    ][rng.integers(3)]


def numbers(rng, low, high, *shape):
    """The same as an array."""
    values = np.exp(rng.uniform(np.log(low), np.log(high), shape))
    return values if rng.random() < 0.7 else np.maximum(values.round(), 1).astype(int)


def one_of(rng, *choices):
    return choices[rng.integers(len(choices))]


def rarely(rng):
    return rng.random() < 0.2
