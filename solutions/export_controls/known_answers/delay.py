# %% right: a plain one
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


# %% right: loops and bisection
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
        one_delay(ratio, g) - one_delay(ratio_without, g)
        for g in (growth_one, growth_other)
    )


# %% right: dot product, another base, arrays of two
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


# %% right: 0-d arrays, a factor a month, an extra default argument
def effective_compute(chips, peaks, use, programs, cap=1):
    if not 0 < use <= cap:
        raise ValueError("use")
    return np.asarray(
        np.einsum("i,i->", chips.astype(float), peaks.astype(float)) * use * programs
    )


def delay_months(leader, follower, growth, months=12):
    if growth <= 1:
        raise ValueError("growth")
    a_month = np.log(growth) / months
    return np.asarray(np.log(np.divide(leader, follower)) / a_month)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if growth_one <= 1 or growth_other <= 1:
        raise ValueError("growth")
    a, b = (
        float(delay_months(ratio, ratio_without, growth))
        for growth in (growth_one, growth_other)
    )
    return (a, b) if a <= b else (b, a)


# %% class: another_algorithm
def effective_compute(chips, peaks, use, programs):
    """Effective compute of a mixed fleet."""
    if use <= 0 or use > 1 or use != use:
        raise ValueError("use must be above 0 and at most 1")
    if len(chips) == 0:
        return 0.0
    first_kind = use * programs * float(chips[0]) * float(peaks[0])
    return first_kind + effective_compute(chips[1:], peaks[1:], use, programs)


def delay_months(leader, follower, growth):
    """Months that a follower is behind."""
    if growth <= 1 or growth != growth:
        raise ValueError("growth must be above 1")
    doubling_time = 12 / np.log2(growth)
    return (np.log2(leader) - np.log2(follower)) * doubling_time


def added_months(ratio, ratio_without, growth_one, growth_other):
    """Months that a control added, with the interval from an uncertain growth."""
    slow, fast = sorted([growth_one, growth_other])
    if slow <= 1 or slow != slow or fast != fast:
        raise ValueError("both growth factors must be above 1")
    doublings = np.log2(ratio) - np.log2(ratio_without)
    short, long = 12 / np.log2(fast), 12 / np.log2(slow)
    if doublings < 0:
        short, long = long, short
    return doublings * short, doublings * long


# %% class: loops
import math


def effective_compute(chips, peaks, use, programs):
    """Effective compute of a mixed fleet."""
    if not (use > 0 and use <= 1):
        raise ValueError("use must be above 0 and at most 1")
    total = 0.0
    for i in range(len(chips)):
        total += float(chips[i]) * float(peaks[i])
    return total * float(use) * float(programs)


def delay_months(leader, follower, growth):
    """Months that a follower is behind."""
    if not growth > 1:
        raise ValueError("growth must be above 1")
    pairs = np.broadcast(leader, follower)
    months = []
    for ahead, behind in pairs:
        months.append(12 * math.log(ahead / behind) / math.log(growth))
    if pairs.shape == ():
        return months[0]
    return np.array(months, dtype=float).reshape(pairs.shape)


def added_months(ratio, ratio_without, growth_one, growth_other):
    """Months that a control added, with the interval from an uncertain growth."""
    ends = []
    for growth in (growth_one, growth_other):
        if not growth > 1:
            raise ValueError("both growth factors must be above 1")
        with_it = 12 * math.log(ratio) / math.log(growth)
        without_it = 12 * math.log(ratio_without) / math.log(growth)
        ends.append(with_it - without_it)
    if ends[0] > ends[1]:
        ends = [ends[1], ends[0]]
    return ends[0], ends[1]


# %% class: no_counterfactual
def effective_compute(chips, peaks, use, programs):
    if not 0 < use <= 1:
        raise ValueError("use")
    return np.sum(chips * peaks) * use * programs


def delay_months(leader, follower, growth):
    if growth <= 1:
        raise ValueError("growth")
    return 12 * np.log(leader / follower) / np.log(growth)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if min(growth_one, growth_other) <= 1:
        raise ValueError("growth")
    ends = 12 * np.log(ratio) / np.log([growth_one, growth_other])
    return min(ends), max(ends)


# %% class: percent_for_fraction
def effective_compute(chips, peaks, use, programs):
    if not 0 < use <= 100:
        raise ValueError("use must be above 0 and at most 100")
    return np.sum(chips * peaks) * use / 100 * programs


def delay_months(leader, follower, growth):
    if growth <= 1:
        raise ValueError("growth")
    return 12 * np.log(leader / follower) / np.log(growth)


def added_months(ratio, ratio_without, growth_one, growth_other):
    if min(growth_one, growth_other) <= 1:
        raise ValueError("growth")
    ends = [
        delay_months(ratio, ratio_without, growth)
        for growth in (growth_one, growth_other)
    ]
    return min(ends), max(ends)


# %% class: vectorised
def effective_compute(chips, peaks, use, programs):
    """Effective compute of a mixed fleet."""
    if not 0 < use <= 1:
        raise ValueError("use must be above 0 and at most 1")
    return np.dot(chips, peaks) * use * programs


def delay_months(leader, follower, growth):
    """Months that a follower is behind."""
    if not growth > 1:
        raise ValueError("growth must be above 1")
    return 12 * np.log(np.true_divide(leader, follower)) / np.log(growth)


def added_months(ratio, ratio_without, growth_one, growth_other):
    """Months that a control added, with the interval from an uncertain growth."""
    growth = np.array([growth_one, growth_other], float)
    if not np.all(growth > 1):
        raise ValueError("both growth factors must be above 1")
    fewer, more = np.sort(12 * np.log(ratio / ratio_without) / np.log(growth))
    return fewer, more
