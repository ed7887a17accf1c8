# %% right: a plain one
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if not 0 < success_rate <= 1:
        raise ValueError("success rate")
    sent = input_tokens * input_price / 1e6
    made = (visible_tokens + reasoning_tokens) * output_price / 1e6
    return (sent + made) / success_rate


# %% right: one division
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if success_rate <= 0 or success_rate > 1:
        raise ValueError("no probability of success")
    bill = (
        input_price * input_tokens
        + output_price * visible_tokens
        + output_price * reasoning_tokens
    )
    return bill / (1_000_000 * success_rate)


# %% right: the sum over the number of attempts
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if not (success_rate > 0 and success_rate <= 1):
        raise ValueError("no probability of success")
    attempts = np.arange(1, 2000)
    chance = success_rate * (1.0 - success_rate) ** (attempts - 1)
    attempt = (
        input_tokens / 1e6 * input_price
        + (visible_tokens + reasoning_tokens) / 1e6 * output_price
    )
    return np.sum(attempts * chance) * attempt


# %% right: a dot product, returned as 0-d array
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if success_rate > 1 or not success_rate > 0:
        raise ValueError("no probability of success")
    tokens = np.array([input_tokens, visible_tokens, reasoning_tokens])
    prices = np.array([input_price, output_price, output_price]) * 1e-6
    return np.array(tokens @ prices / success_rate)


# %% right: cost c solves c = a + (1 - p) c, with a default argument
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
    one=1,
):
    if success_rate > one or success_rate <= 0:
        raise ValueError("no probability of success")
    attempt = (
        input_tokens * input_price + (visible_tokens + reasoning_tokens) * output_price
    ) / 1e6
    cost = np.linalg.solve(
        np.array([[float(success_rate)]]), np.array([float(attempt)])
    )
    return cost[0]


# %% class: another_algorithm
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if not (success_rate > 0 and success_rate <= 1):
        raise ValueError("success_rate")
    # c = attempt + (1 - s) c
    attempt = 1e-6 * (
        input_price * input_tokens + output_price * (visible_tokens + reasoning_tokens)
    )
    return np.linalg.solve([[success_rate]], [attempt])[0]


# %% class: loops
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if success_rate <= 0 or success_rate > 1:
        raise ValueError("no probability of success")
    attempt = input_tokens * input_price / 1e6
    for tokens in (visible_tokens, reasoning_tokens):
        attempt += tokens * output_price / 1e6
    total, still_unsolved = 0.0, 1.0
    while still_unsolved > 1e-15:
        total += still_unsolved * attempt
        still_unsolved *= 1 - success_rate
    return total


# %% class: raises
attempts = 1 / 0


def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    return attempts


# %% class: vectorised
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    if not 0 < success_rate <= 1:
        raise ValueError("success_rate")
    tokens = np.array([input_tokens, visible_tokens, reasoning_tokens])
    return (
        tokens
        @ np.array([input_price, output_price, output_price])
        / 1e6
        / success_rate
    )
