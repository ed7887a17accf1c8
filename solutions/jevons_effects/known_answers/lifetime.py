# %% right: a plain one
def lifetime_flop(params, trained, served):
    training = 6 * params * trained
    answers = 2 * params * served
    return training + answers


def tokens_needed(params, loss, law):
    e, a, b, alpha, beta = law
    room = loss - e - a / params**alpha
    with np.errstate(all="ignore"):
        tokens = (b / room) ** (1 / beta)
    return np.where(room > 0, tokens, np.inf)


def best_size(params, served, loss, law):
    e, a, b, alpha, beta = law
    best, least = None, np.inf
    for size in params:
        room = loss - e - a / size**alpha
        if room > 0:
            flop = 6 * size * (b / room) ** (1 / beta) + 2 * size * served
            if flop < least:
                best, least = size, flop
    if best is None:
        raise ValueError("no size")
    return best


# %% right: its own functions, masks
def lifetime_flop(params, trained, served):
    return 2 * params * (3 * trained + served)


def tokens_needed(params, loss, law):
    room = loss - law[0] - law[1] * params ** -law[3]
    tokens = np.full(len(params), np.inf)
    able = room > 0
    tokens[able] = np.exp((np.log(law[2]) - np.log(room[able])) / law[4])
    return tokens


def best_size(params, served, loss, law):
    needed = tokens_needed(params, loss, law)
    able = np.isfinite(needed)
    if not able.any():
        raise ValueError("no size")
    sizes = params[able]
    return sizes[lifetime_flop(sizes, needed[able], served).argmin()]


# %% right: loops, Python floats, sorted pairs
def lifetime_flop(params, trained, served):
    total = 0
    for operations, tokens in ((2, trained), (4, trained), (2, served)):
        total += operations * params * tokens
    return total


def tokens_needed(params, loss, law):
    e, a, b, alpha, beta = law
    result = []
    for n in params:
        left = float(loss) - float(e) - float(a) / float(n) ** float(alpha)
        result.append(
            (float(b) / left) ** (1 / float(beta)) if left > 0 else float("inf")
        )
    return np.array(result)


def best_size(params, served, loss, law):
    pairs = []
    for n, d in zip(params, tokens_needed(params, loss, law)):
        if d < float("inf"):
            pairs.append((float(3 * n * d + n * served), float(n)))
    if not pairs:
        raise ValueError("no size")
    return sorted(pairs)[0][1]


# %% right: 0-d arrays, the smallest possible size
def lifetime_flop(params, trained, served):
    return np.array(params * (6.0 * trained + 2.0 * served))


def tokens_needed(params, loss, law):
    room = np.asarray(loss - law[0] - law[1] / np.power(params, law[3]))
    safe = np.maximum(room, 1e-300)
    return np.where(
        room <= 0, np.inf, np.power(law[2] / np.where(room <= 0, 1, safe), 1 / law[4])
    )


def best_size(params, served, loss, law):
    order = np.argsort(params)
    sizes = params[order]
    flop = sizes * (6 * tokens_needed(sizes, loss, law) + 2 * served)
    if np.isinf(flop).all():
        raise ValueError("no size")
    return np.array(sizes[np.flatnonzero(flop == flop.min())[0]])


# %% right: an extra default argument, min with a key
def lifetime_flop(params, trained, served, per_token=6):
    return per_token * params * (trained + served / 3)


def tokens_needed(params, loss, law):
    floor, for_size, for_data, size_power, data_power = (float(x) for x in law)
    left = loss - floor - for_size * np.exp(-size_power * np.log(params))
    left = np.where(left > 0, left, 0.0)
    with np.errstate(divide="ignore"):
        return (left / for_data) ** (-1 / data_power)


def best_size(params, served, loss, law):
    needed = dict(zip(params, tokens_needed(params, loss, law)))
    if min(needed.values()) == np.inf:
        raise ValueError("no size")
    return min(needed, key=lambda n: n * (3 * needed[n] + served))


# %% class: another_algorithm
def lifetime_flop(params, trained, served):
    """A training token counts as three tokens of answers."""
    as_answers = 3 * float(trained) + float(served)
    return 2 * float(params) * as_answers


def tokens_needed(params, loss, law):
    """In logarithms; no room is a logarithm of minus infinity."""
    floor, size_constant, data_constant, size_exponent, data_exponent = law
    by_size = size_constant * np.exp(-size_exponent * np.log(params))
    room = np.maximum(loss - (floor + by_size), 0.0)
    return np.exp((np.log(data_constant) - np.log(room)) / data_exponent)


def best_size(params, served, loss, law):
    """Leave out the sizes without room, sort the others by cost."""
    floor, size_constant, data_constant, size_exponent, data_exponent = law

    def room(size):
        return loss - (floor + size_constant / size**size_exponent)

    def cost(size):
        trained = (data_constant / room(size)) ** (1 / data_exponent)
        return size * (3 * trained + served)

    ranked = sorted((s for s in map(float, params) if room(s) > 0), key=cost)
    if ranked == []:
        raise ValueError("no size has room for the data")
    return ranked[0]


# %% class: loops
def lifetime_flop(params, trained, served):
    """Add up the computing of training and of answers."""
    total = 0.0
    for operations, tokens in ((6, trained), (2, served)):
        total += operations * float(params) * float(tokens)
    return total


def tokens_needed(params, loss, law):
    """Tokens for one size after the other."""
    floor, size_constant, data_constant, size_exponent, data_exponent = law
    tokens = []
    for size in params:
        room = loss - floor - size_constant / float(size) ** size_exponent
        if room > 0:
            tokens.append((data_constant / room) ** (1 / data_exponent))
        else:
            tokens.append(float("inf"))
    return np.array(tokens, dtype=float)


def best_size(params, served, loss, law):
    """Go through the sizes and keep the cheapest so far."""
    floor, size_constant, data_constant, size_exponent, data_exponent = law
    best, least = None, None
    for size in params:
        size = float(size)
        room = loss - floor - size_constant / size**size_exponent
        if not room > 0:
            continue
        tokens = (data_constant / room) ** (1 / data_exponent)
        cost = 6 * size * tokens + 2 * size * float(served)
        if least is None or cost < least:
            best, least = size, cost
    if best is None:
        raise ValueError("none of the sizes can reach the loss")
    return best


# %% class: vectorised
def lifetime_flop(params, trained, served):
    return params * np.array([6.0, 2.0]) @ np.array([trained, served], dtype=float)


def tokens_needed(params, loss, law):
    floor, size_constant, data_constant, size_exponent, data_exponent = law
    size = np.asarray(params, dtype=float)
    room = loss - floor - size_constant * size**-size_exponent
    tokens = (data_constant / np.where(room > 0, room, 1.0)) ** (1 / data_exponent)
    return np.where(room > 0, tokens, np.inf)


def best_size(params, served, loss, law):
    params = np.asarray(params, dtype=float)
    tokens = tokens_needed(params, loss, law)
    if not np.any(np.isfinite(tokens)):
        raise ValueError("no size reaches the loss")
    return params[np.argmin(6 * params * tokens + 2 * params * served)]
