# One answer cell stops with an error before it defines anything; the rest is right.
# start: solution
# %% solved_task_cost
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
