# %% right: a plain one
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    fee = np.asarray(model_fee)
    if np.any(fee < 0):
        raise ValueError("no negative fee")
    price = fee + compute_price
    answers = np.maximum(slope * (choke_price - price), 0)
    return answers * (compute_price - compute_cost)


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if old_fee <= 0 or compute_price - compute_cost <= 0:
        raise ValueError("nothing to weigh")
    before = max(slope * (choke_price - compute_price - old_fee), 0)
    after = max(slope * (choke_price - compute_price), 0)
    gain = (compute_price - compute_cost) * (after - before)
    loss = old_fee * before
    if loss <= gain:
        return 1
    return gain / loss


# %% right: a loop, Python numbers
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    profits = []
    for fee in np.atleast_1d(model_fee):
        if fee < 0:
            raise ValueError("no negative fee")
        profit = 0.0
        if fee + compute_price < choke_price:
            profit = (
                slope
                * (choke_price - fee - compute_price)
                * (compute_price - compute_cost)
            )
        profits.append(float(profit))
    return np.array(profits) if np.ndim(model_fee) else profits[0]


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if not (old_fee > 0 and compute_price > compute_cost):
        raise ValueError("nothing to weigh")
    before = slope * (choke_price - compute_price - old_fee)
    if before <= 0:
        return 1.0
    added = slope * old_fee
    return min(1.0, (compute_price - compute_cost) * added / (old_fee * before))


# %% right: numpy.where, 0-d arrays
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    if np.min(model_fee) < 0:
        raise ValueError("no negative fee")
    room = choke_price - compute_price - np.asarray(model_fee, dtype=float)
    return np.where(room > 0, slope * room * (compute_price - compute_cost), 0.0)


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if old_fee <= 0:
        raise ValueError("no fee")
    if compute_price <= compute_cost:
        raise ValueError("no margin")
    after, before = slope * np.clip(
        choke_price - compute_price - np.array([0.0, old_fee]), 0, None
    )
    gain, loss = (compute_price - compute_cost) * (after - before), old_fee * before
    return np.array(gain / max(gain, loss)) if loss > 0 else np.array(1.0)


# %% right: a price line with its clip, the margin over what is left of the fee's market
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope, floor=0.0):
    if not np.all(np.array(model_fee) >= 0):
        raise ValueError("no negative fee")
    demand = np.clip(choke_price - (model_fee + compute_price), floor, np.inf) * slope
    return demand * compute_price - demand * compute_cost


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if min(old_fee, compute_price - compute_cost) <= 0:
        raise ValueError("nothing to weigh")
    left = choke_price - compute_price - old_fee
    return (
        np.float64(1)
        if left <= compute_price - compute_cost
        else np.float64((compute_price - compute_cost) / left)
    )


# %% class: another_algorithm
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    # Profit is a line over the fee, from its value without a fee down to nothing.
    fee = np.asarray(model_fee, dtype=float)
    if fee.size and fee.min() < 0:
        raise ValueError("a fee is at least 0")
    last_fee = choke_price - compute_price
    if last_fee <= 0:
        return 0.0 * fee
    without_fee = (compute_price - compute_cost) * slope * last_fee
    return np.interp(fee, [0.0, last_fee], [without_fee, 0.0])


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    # The gain is margin * slope * fee, the loss fee * slope * room: two factors cancel.
    if old_fee <= 0 or compute_price <= compute_cost:
        raise ValueError("a fee above 0 and a price above the cost are needed")
    margin, room = compute_price - compute_cost, choke_price - compute_price - old_fee
    return 1.0 if room <= margin else float(margin / room)


# %% class: loops
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    if np.ndim(model_fee) == 0:
        fees = [float(model_fee)]
    else:
        fees = [float(fee) for fee in model_fee]
    profits = []
    for fee in fees:
        if fee < 0:
            raise ValueError("a fee lies below 0")
        user_pays = fee + compute_price
        if user_pays < choke_price:
            answers = slope * (choke_price - user_pays)
        else:
            answers = 0.0
        profits.append(float(answers * (compute_price - compute_cost)))
    if np.ndim(model_fee) == 0:
        return profits[0]
    return np.array(profits, dtype=float)


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if not old_fee > 0:
        raise ValueError("the old fee must be above 0")
    if not compute_price > compute_cost:
        raise ValueError("the cloud must earn something on an answer")
    sold = []
    for fee in (old_fee, 0.0):
        room = choke_price - compute_price - fee
        if room < 0:
            room = 0.0
        sold.append(slope * room)
    before, after = sold
    gain = (compute_price - compute_cost) * (after - before)
    loss = old_fee * before
    if gain >= loss:
        return 1.0
    return float(gain / loss)


# %% class: vectorised
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    fee = np.asarray(model_fee, dtype=float)
    if np.any(fee < 0):
        raise ValueError("fees cannot be negative")
    answers = np.maximum(slope * (choke_price - compute_price - fee), 0.0)
    return (compute_price - compute_cost) * answers


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    if not (old_fee > 0 and compute_price > compute_cost):
        raise ValueError("old_fee > 0 and compute_price > compute_cost are required")
    fees = np.array([old_fee, 0.0])
    answers = slope * np.clip(choke_price - compute_price - fees, 0.0, None)
    gain = (compute_price - compute_cost) * np.diff(answers)[0]
    loss = fees @ answers
    return min(gain / loss, 1.0) if loss > 0 else 1.0
