# %% a plain one
def effective_compute(chips, peaks, use, programs):
    if use <= 0 or use > 1:
        raise ValueError("use")
    return (chips * peaks).sum() * use * programs


def delay_months(leader, follower, growth):
    if growth <= 1:
        raise ValueError("growth")
    return 12 * np.log(leader / follower) / np.log(growth)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if growth_one <= 1 or growth_other <= 1:
        raise ValueError("growth")
    first = 12 * np.log(ratio / ratio_without) / np.log(growth_one)
    second = 12 * np.log(ratio / ratio_without) / np.log(growth_other)
    return min(first, second), max(first, second)


# %% loops and bisection
def effective_compute(chips, peaks, use, programs):
    if not (use > 0 and use <= 1):
        raise ValueError("use")
    total = 0.0
    for number, peak in zip(chips, peaks):
        total += float(number) * float(peak) * use * programs
    return total


def one_delay(ratio, growth):
    low, high = -1e5, 1e5
    for _ in range(100):
        middle = (low + high) / 2
        if middle / 12 * np.log(growth) < np.log(ratio):
            low = middle
        else:
            high = middle
    return low


def delay_months(leader, follower, growth):
    if growth <= 1:
        raise ValueError("growth")
    above, below = np.broadcast_arrays(leader, follower)
    result = np.array(
        [one_delay(a / b, growth) for a, b in zip(above.ravel(), below.ravel())]
    ).reshape(above.shape)
    return result if result.ndim else float(result)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if min(growth_one, growth_other) <= 1:
        raise ValueError("growth")
    return sorted(
        one_delay(ratio, g) - one_delay(ratio_without, g) for g in (growth_one, growth_other)
    )


# %% dot product, another base, arrays of two
def effective_compute(chips, peaks, use, programs):
    if not 0 < use <= 1:
        raise ValueError
    return np.dot(chips, peaks) * (use * programs)


def delay_months(leader, follower, growth):
    if not growth > 1:
        raise ValueError
    return (np.log2(leader) - np.log2(follower)) / np.log2(growth) * 12


def added_months(ratio, ratio_without, growth_one, growth_other):
    growths = np.array([growth_one, growth_other])
    if np.any(growths <= 1):
        raise ValueError
    return np.sort((np.log10(ratio) - np.log10(ratio_without)) / np.log10(growths) * 12)


# %% 0-d arrays, a factor a month, an extra default argument
def effective_compute(chips, peaks, use, programs, cap=1):
    if not 0 < use <= cap:
        raise ValueError("use")
    return np.asarray(np.einsum("i,i->", chips.astype(float), peaks.astype(float)) * use * programs)


def delay_months(leader, follower, growth, months=12):
    if growth <= 1:
        raise ValueError("growth")
    a_month = np.log(growth) / months
    return np.asarray(np.log(np.divide(leader, follower)) / a_month)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if growth_one <= 1 or growth_other <= 1:
        raise ValueError("growth")
    a, b = (
        float(delay_months(ratio, ratio_without, growth)) for growth in (growth_one, growth_other)
    )
    return (a, b) if a <= b else (b, a)
