# %% right: a plain one
def blended_price(input_price, output_price, share_input):
    share = np.asarray(share_input)
    if np.any(share < 0) or np.any(share > 1):
        raise ValueError("share")
    return share * input_price + (1 - share) * output_price


# %% right: from one price towards the other
def blended_price(input_price, output_price, share_input):
    if np.min(share_input) < 0 or np.max(share_input) > 1:
        raise ValueError("a share is a fraction")
    return output_price + (input_price - output_price) * share_input


# %% right: a loop over the broadcast arrays, a Python float for numbers
def blended_price(input_price, output_price, share_input):
    prices_in, prices_out, shares = np.broadcast_arrays(
        input_price, output_price, share_input
    )
    result = np.zeros(shares.shape)
    for place in np.ndindex(*shares.shape):
        share = shares[place]
        if not 0 <= share <= 1:
            raise ValueError("a share is a fraction")
        result[place] = share * prices_in[place] + (1 - share) * prices_out[place]
    return result if result.shape else float(result)


# %% right: a 0-d array for numbers, an extra default argument
def blended_price(input_price, output_price, share_input, parts=1.0):
    share = np.asarray(share_input) / parts
    if not ((share >= 0) & (share <= 1)).all():
        raise ValueError
    return np.array(
        np.asarray(input_price) * share + np.asarray(output_price) * (1 - share)
    )


# %% right: np.vectorize
def one_price(input_price, output_price, share):
    if share < 0 or share > 1:
        raise ValueError("share")
    return float(np.average([input_price, output_price], weights=[share, 1 - share]))


def blended_price(input_price, output_price, share_input):
    return np.vectorize(one_price, otypes=[float])(
        input_price, output_price, share_input
    )


# %% right: a subclass of ValueError
class ShareError(ValueError):
    pass


def blended_price(input_price, output_price, share_input):
    outside = np.logical_or(np.less(share_input, 0), np.greater(share_input, 1))
    if np.count_nonzero(outside):
        raise ShareError(f"{np.count_nonzero(outside)} shares outside 0 to 1")
    return np.add(
        np.multiply(input_price, share_input),
        np.multiply(output_price, np.subtract(1, share_input)),
    )


# %% class: another_algorithm
def blended_price(input_price, output_price, share_input):
    for share in np.ravel(share_input):
        if not 0 <= share <= 1:
            raise ValueError("share")
    return np.multiply(share_input, input_price) + np.multiply(
        np.subtract(1, share_input), output_price
    )


# %% class: edited_tests
def blended_price(input_price, output_price, share_input):
    return 4.375


# %% class: edited_tests, cell blended_price-test
pass


# %% class: loops
def blended_price(input_price, output_price, share_input):
    a, b, s = np.broadcast_arrays(input_price, output_price, share_input)
    means = np.empty(s.shape)
    for i in np.ndindex(s.shape):
        if s[i] < 0 or s[i] > 1:
            raise ValueError("a share lies outside 0 to 1")
        means[i] = s[i] * a[i] + (1 - s[i]) * b[i]
    return means if means.ndim else float(means)


# %% class: percent_for_fraction
def blended_price(input_price, output_price, share_input):
    if np.any((share_input < 0) | (share_input > 100)):
        raise ValueError("share_input must lie between 0 and 100")
    return (share_input * input_price + (100 - share_input) * output_price) / 100


# %% class: vectorised
def blended_price(input_price, output_price, share_input):
    share = np.asarray(share_input, dtype=float)
    if (share < 0).any() or (share > 1).any():
        raise ValueError("share_input")
    return output_price + share * np.subtract(input_price, output_price)
