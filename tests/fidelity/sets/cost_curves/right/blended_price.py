# %% a plain one
def blended_price(input_price, output_price, share_input):
    share = np.asarray(share_input)
    if np.any(share < 0) or np.any(share > 1):
        raise ValueError("share")
    return share * input_price + (1 - share) * output_price


# %% from one price towards the other
def blended_price(input_price, output_price, share_input):
    if np.min(share_input) < 0 or np.max(share_input) > 1:
        raise ValueError("a share is a fraction")
    return output_price + (input_price - output_price) * share_input


# %% a loop over the broadcast arrays, a Python float for numbers
def blended_price(input_price, output_price, share_input):
    prices_in, prices_out, shares = np.broadcast_arrays(input_price, output_price, share_input)
    result = np.zeros(shares.shape)
    for place in np.ndindex(*shares.shape):
        share = shares[place]
        if not 0 <= share <= 1:
            raise ValueError("a share is a fraction")
        result[place] = share * prices_in[place] + (1 - share) * prices_out[place]
    return result if result.shape else float(result)


# %% a 0-d array for numbers, an extra default argument
def blended_price(input_price, output_price, share_input, parts=1.0):
    share = np.asarray(share_input) / parts
    if not ((share >= 0) & (share <= 1)).all():
        raise ValueError
    return np.array(np.asarray(input_price) * share + np.asarray(output_price) * (1 - share))


# %% np.vectorize
def one_price(input_price, output_price, share):
    if share < 0 or share > 1:
        raise ValueError("share")
    return float(np.average([input_price, output_price], weights=[share, 1 - share]))


def blended_price(input_price, output_price, share_input):
    return np.vectorize(one_price, otypes=[float])(input_price, output_price, share_input)


# %% a subclass of ValueError
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
