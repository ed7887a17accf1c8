# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown] nbgrader={"grade": false, "grade_id": "intro", "locked": true, "schema_version": 3, "solution": false, "task": false}
# # Cost curves: problem set 1
#
# The article says that AI costs fall by about 80% a year and that DeepSeek's tokens are up to 30 times cheaper. Here you build
# the tools that test such claims, try them on real list prices, and end with a memo to somebody who has to decide.
#
# Twelve tasks with code give 80 points, the memo 20. Plan about four hours in two sittings, say tasks 1 to 8 and the rest; the
# readings come on top.
#
# **How to answer.** Replace `raise NotImplementedError()` by your code, then run the test cell below it. That cell checks the
# form of your answer and an easy case or two. If a check fails, read its last line first. Passing the visible check is not yet
# full marks: reread the bullets, because the graded cell also tries cases that you do not see here. Everything that is tested
# is said in the task's text. You may add cells and functions of your own. When you are done, save, and hand in this one file under
# its own name, `cost_curves.ipynb`, in the way that your instructor names.
#
# **Words that hold for every task**
#
# - A *number* is a Python or NumPy number, whole or not. An *array* is a NumPy array, and its shape is written after it:
#   `(n,)` is a row of `n` numbers. Where a number is asked for, return a number; where an array is asked for, return a NumPy
#   array.
# - Rates and shares are fractions: 0.8 stands for 80%. A *rate of decline* is positive when the price falls.
# - Token prices are in USD per million tokens. A year has 365.25 days and a month has 730 hours.
# - "Raises ValueError" means that the function stops with `raise ValueError("a reason")`.
#
# NumPy and Matplotlib are all that you need.
#
# **Start here.** Run the next cell. You need not read it: it holds the checks.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import warnings

import matplotlib.pyplot as plt
import numpy as np

# infinity and nan are right answers in some tasks, and no reason for a warning
warnings.simplefilter("ignore")


# include: close, mistakes, several, raises, shown


def joined(firms, points):
    """Stop if a line of those that `shown` found runs back in time or joins prices of
    several firms.
    """
    owners = {}
    for owner, drawn in zip(firms, points):
        for _, line, one_way in drawn:
            if line is not None:
                assert one_way, (
                    "A line runs back in time: revisit the order of the dates."
                )
                owners.setdefault(line, set()).add(str(owner))
    assert all(len(names) == 1 for names in owners.values()), (
        "A line joins prices of different firms."
    )


# include: named, paints


# %% [markdown] nbgrader={"grade": false, "grade_id": "prices-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## The data: list prices of language models
#
# Each row is a price that a firm put on its own list: the day from which it held, the firm, the model, the price of input and
# of output tokens in USD per million tokens, and the model's score on GPQA Diamond, a test of graduate-level science
# questions, in percent. `np.nan` means that the score is not known. Discounts and introductory offers are left out. The
# sources stand in the course's table `llm_list_prices`.
#
# No score is known after mid-November 2025. A price at constant quality that stays flat from then on shows missing data, not
# the market.
#
# The cell also makes the columns as arrays: `PROVIDER`, `MODEL`, `YEAR` (a date as a number, so that 2024.5 is the middle of
# 2024), `INPUT`, `OUTPUT` and `SCORE`.

# %% nbgrader={"grade": false, "grade_id": "prices", "locked": true, "schema_version": 3, "solution": false, "task": false}
PRICES = [
    ("2023-03-14", "OpenAI", "GPT-4 (8K, gpt-4-0314)", 30, 60, 35.7),
    ("2023-07-11", "Anthropic", "Claude 2", 11.02, 32.68, 34.7),
    ("2023-11-06", "OpenAI", "GPT-4 Turbo (1106-preview)", 10, 30, 42.4),
    ("2023-11-06", "OpenAI", "gpt-3.5-turbo-1106", 1, 2, 28.0),
    ("2023-11-21", "Anthropic", "Claude 2.1 (and Claude 2 after cut)", 8, 24, 33.0),
    ("2023-12-13", "Google", "Gemini 1.0 Pro", 0.5, 1.5, 34.0),
    ("2024-01-25", "OpenAI", "gpt-3.5-turbo-0125", 0.5, 1.5, 27.2),
    ("2024-03-04", "Anthropic", "Claude 3 Opus", 15, 75, 47.2),
    ("2024-03-04", "Anthropic", "Claude 3 Sonnet", 3, 15, 40.6),
    ("2024-03-13", "Anthropic", "Claude 3 Haiku", 0.25, 1.25, 36.3),
    ("2024-04-09", "OpenAI", "GPT-4 Turbo (2024-04-09)", 10, 30, 46.6),
    ("2024-05-13", "OpenAI", "GPT-4o (2024-05-13)", 5, 15, 48.9),
    ("2024-06-20", "Anthropic", "Claude 3.5 Sonnet (June)", 3, 15, 54.0),
    ("2024-07-18", "OpenAI", "GPT-4o mini", 0.15, 0.6, 37.7),
    ("2024-08-06", "OpenAI", "GPT-4o (2024-08-06)", 2.5, 10, 49.2),
    ("2024-09-12", "OpenAI", "o1-mini", 3, 12, 59.5),
    ("2024-09-12", "OpenAI", "o1-preview", 15, 60, 50.3),
    ("2024-10-01", "Google", "Gemini 1.5 Pro (<=128K), after cut", 1.25, 5, 57.2),
    ("2024-10-03", "Google", "Gemini 1.5 Flash-8B (<=128K)", 0.0375, 0.15, 33.0),
    ("2024-12-05", "Anthropic", "Claude 3.5 Haiku, after cut", 0.8, 4, 38.1),
    ("2024-12-17", "OpenAI", "o1", 15, 60, 76.8),
    ("2025-01-20", "DeepSeek", "DeepSeek-R1 (list)", 0.55, 2.19, 71.7),
    ("2025-01-31", "OpenAI", "o3-mini", 1.1, 4.4, 77.0),
    ("2025-02-05", "Google", "Gemini 2.0 Flash", 0.1, 0.4, 64.1),
    ("2025-02-08", "DeepSeek", "DeepSeek-V3 (list)", 0.27, 1.1, 56.5),
    ("2025-02-24", "Anthropic", "Claude 3.7 Sonnet", 3, 15, 79.7),
    ("2025-02-27", "OpenAI", "GPT-4.5 preview", 75, 150, 68.7),
    ("2025-04-04", "Google", "Gemini 2.5 Pro (<=200K)", 1.25, 10, 85.3),
    ("2025-04-14", "OpenAI", "GPT-4.1", 2, 8, 66.9),
    ("2025-04-14", "OpenAI", "GPT-4.1 nano", 0.1, 0.4, 48.9),
    ("2025-04-16", "OpenAI", "o3 (launch)", 10, 40, 81.8),
    ("2025-04-16", "OpenAI", "o4-mini", 1.1, 4.4, 79.6),
    ("2025-05-22", "Anthropic", "Claude Sonnet 4", 3, 15, 79.2),
    ("2025-05-28", "DeepSeek", "DeepSeek-R1-0528", 0.55, 2.19, 76.3),
    ("2025-06-10", "OpenAI", "o3, after 80% cut", 2, 8, 81.8),
    ("2025-08-07", "OpenAI", "GPT-5", 1.25, 10, 86.2),
    ("2025-08-07", "OpenAI", "GPT-5 mini", 0.25, 2, 75.0),
    ("2025-08-07", "OpenAI", "GPT-5 nano", 0.05, 0.4, 69.4),
    ("2025-09-05", "DeepSeek", "DeepSeek-V3.1 (chat and reasoner)", 0.56, 1.68, np.nan),
    ("2025-09-29", "Anthropic", "Claude Sonnet 4.5 (<=200K)", 3, 15, 82.3),
    ("2025-09-29", "DeepSeek", "DeepSeek-V3.2-Exp", 0.28, 0.42, np.nan),
    ("2025-10-15", "Anthropic", "Claude Haiku 4.5", 1, 5, 71.2),
    ("2025-11-13", "OpenAI", "GPT-5.1", 1.25, 10, 87.6),
    ("2025-11-18", "Google", "Gemini 3 Pro preview (<=200K)", 2, 12, np.nan),
    ("2025-11-24", "Anthropic", "Claude Opus 4.5", 5, 25, np.nan),
    ("2025-12-11", "OpenAI", "GPT-5.2", 1.75, 14, np.nan),
    ("2026-04-23", "OpenAI", "GPT-5.5 (<=272K)", 5, 30, np.nan),
    ("2026-04-24", "DeepSeek", "DeepSeek-V4-Flash", 0.14, 0.28, np.nan),
]
PROVIDER = np.array([row[1] for row in PRICES])
MODEL = np.array([row[2] for row in PRICES])
INPUT, OUTPUT, SCORE = np.array([row[3:] for row in PRICES], dtype=float).T
DAYS = np.array([row[0] for row in PRICES], dtype="datetime64[D]") - np.datetime64(
    "2023-01-01"
)
YEAR = 2023 + DAYS.astype(float) / 365.25

# %% [markdown] nbgrader={"grade": false, "grade_id": "blended_price-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 1. One price for a token
#
# *4 points, about 6 minutes. Prepared by the reading* The price of a token.
#
# A list has two prices, one for the tokens that you send and one for those that you get back. To compare two sellers you need
# one number: what does an average token cost, given your own mix?
#
# Write `blended_price(input_price, output_price, share_input)`: the mean price of a token, where the fraction `share_input` of
# all tokens is input and the rest is output.
#
# - `input_price`, `output_price`: USD per million tokens; `share_input`: fraction from 0 to 1. Each is a number or an array;
#   arrays follow NumPy's rules of broadcasting.
# - Returns USD per million tokens: a number if all three are numbers, otherwise an array of the broadcast shape.
# - Raises ValueError if any share lies below 0 or above 1. (`np.any` works for numbers and arrays alike.)


# %% nbgrader={"grade": false, "grade_id": "blended_price", "locked": false, "schema_version": 3, "solution": true, "task": false}
def blended_price(input_price, output_price, share_input):
    """Mean price of a token for a given mix of input and output.

    Parameters
    ----------
    input_price, output_price : number or array
        USD per million tokens.
    share_input : number or array
        Fraction of all tokens that is input.

    Returns
    -------
    number or array
        USD per million tokens.
    """
    ### BEGIN SOLUTION
    if np.any((share_input < 0) | (share_input > 1)):
        raise ValueError("share_input must lie between 0 and 1")
    return share_input * input_price + (1 - share_input) * output_price
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "blended_price-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = blended_price(2.5, 10.0, 0.75)
mistakes(
    got,
    {
        "The share belongs to the input tokens: revisit which price it multiplies.": [
            8.125
        ],
        "A plain mean ignores the mix: revisit the weights.": [6.25],
        "The share is a fraction already, not a percentage: revisit its unit.": [
            9.94375
        ],
        "A bill adds up dollars, so the mean is arithmetic: revisit the kind of "
        "mean.": [
            3.53553391,
            3.07692308,
        ],
        "The prices are per token of each kind, so the answer is a mean and not a "
        "sum.": [12.5],
    },
)
assert close(got, 4.375), (
    "Revisit the weighted mean: each price counts with the share of its own tokens."
)
assert close(
    blended_price(np.array([2.5, 1.0]), np.array([10.0, 5.0]), 0.75),
    np.array([4.375, 2.0]),
), "Two sellers at once: revisit the weighted mean for arrays."
### BEGIN HIDDEN TESTS
assert close(blended_price(1.25, 10, 0), 10), (
    "With no input at all, what does a token cost?"
)
assert close(blended_price(1.25, 10, 1), 1.25), (
    "With input alone, what does a token cost?"
)
assert close(blended_price(0.0375, 0.15, 0.75), 0.065625), (
    "Return small prices as they are, not rounded."
)
assert close(
    blended_price(np.array([3, 0.55]), np.array([15, 2.19]), 0.9),
    np.array([4.2, 0.714]),
), "Several sellers at once: revisit how arrays of prices meet one share."
assert close(
    blended_price(2, 8, np.array([0.2, 0.5, 0.8])), np.array([6.8, 5.0, 3.2])
), "Several mixes at once: revisit how one pair of prices meets an array of shares."
assert close(
    blended_price(np.array([1, 2, 4]), np.array([3, 8, 4]), np.array([[0.5], [0.75]])),
    np.array([[2.0, 5.0, 4.0], [1.5, 3.5, 4.0]]),
), "Sellers along one axis and mixes along the other: revisit broadcasting."
for bad in (-0.01, 1.01, 75):
    assert raises(ValueError, blended_price, 1.0, 2.0, bad), (
        "A share outside 0 to 1 should be refused."
    )
assert raises(ValueError, blended_price, 1.0, 2.0, np.array([0.5, 1.2])), (
    "One bad share in an array is enough to refuse."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "solved_task_cost-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 2. The cost of a solved task
#
# *6 points, about 10 minutes. Prepared by the reading* The price of a token.
#
# A cheap token is no bargain if a model needs many of them or fails often. What does one solved task cost on average?
#
# Write `solved_task_cost(input_tokens, visible_tokens, reasoning_tokens, input_price, output_price, success_rate)`, all
# numbers.
#
# - An attempt sends `input_tokens` and returns `visible_tokens` that you read, after `reasoning_tokens` that you do not see.
#   Reasoning tokens are billed as output.
# - Prices are in USD per million tokens.
# - Each attempt succeeds with probability `success_rate`, whatever happened before, and is repeated until one succeeds. Every
#   attempt uses the same tokens, and failed attempts are paid for.
# - Returns the expected cost of one solved task in USD, a number.
# - Raises ValueError unless 0 < `success_rate` ≤ 1.


# %% nbgrader={"grade": false, "grade_id": "solved_task_cost", "locked": false, "schema_version": 3, "solution": true, "task": false}
def solved_task_cost(
    input_tokens,
    visible_tokens,
    reasoning_tokens,
    input_price,
    output_price,
    success_rate,
):
    """Expected cost of a solved task when failed attempts are repeated.

    Parameters
    ----------
    input_tokens, visible_tokens, reasoning_tokens : number
        Tokens of one attempt.
    input_price, output_price : number
        USD per million tokens.
    success_rate : number
        Probability that an attempt succeeds.

    Returns
    -------
    number
        USD per solved task.
    """
    ### BEGIN SOLUTION
    if not 0 < success_rate <= 1:
        raise ValueError("success_rate must be above 0 and at most 1")
    attempt = (
        input_tokens * input_price + (visible_tokens + reasoning_tokens) * output_price
    ) / 1e6
    expected_attempts = 1 / success_rate
    return attempt * expected_attempts
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "solved_task_cost-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
got = solved_task_cost(3000, 500, 1500, 0.5, 2.0, 0.8)
mistakes(
    got,
    {
        "Failed attempts are paid for too: revisit how many attempts a success "
        "takes.": [0.0055],
        "A model that fails more often costs more, not less: revisit the role of the "
        "success rate.": [0.0044],
        "Repeats can fail as well: one more try is not always enough.": [0.0066],
        "Tokens that you do not see are billed as well: revisit the reasoning "
        "tokens.": [0.003125],
        "Reasoning tokens are billed as output: revisit their price.": [0.0040625],
        "Input and output prices are swapped.": [0.00875],
        "Prices are per million tokens: revisit the units.": [6875.0, 6.875],
    },
)
assert close(got, 0.006875), (
    "Revisit the bill of one attempt, then the expected number of attempts."
)
### BEGIN HIDDEN TESTS
assert close(solved_task_cost(1000, 200, 0, 15, 60, 1), 0.027), (
    "Without failures and reasoning only the plain bill is left."
)
assert close(solved_task_cost(0, 700, 4300, 0.55, 2.19, 0.25), 0.0438), (
    "Revisit output, reasoning and a low success rate together."
)
assert close(solved_task_cost(2_000_000, 0, 500_000, 3, 15, 0.1), 135.0), (
    "Revisit long inputs and frequent failures."
)
assert close(
    solved_task_cost(900, 300, 2700, 1.1, 4.4, 0.6),
    (900 * 1.1 + 3000 * 4.4) / 1e6 / 0.6,
), "Revisit the bill of one attempt, and the attempts per success."
for bad in (0, -0.2, 1.01, 80):
    assert raises(ValueError, solved_task_cost, 1000, 500, 0, 1.0, 2.0, bad), (
        "This success rate is no probability of success."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "decline_rate-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 3. How fast does a price fall?
#
# *7 points, about 18 minutes. Prepared by the reading* The price of a token.
#
# Two price tags with their dates are enough for a headline such as "80% a year". A constant rate compounds: each year takes
# the same fraction of what is left.
#
# **Part 1, 4 points.** Write `decline_rate(price_start, date_start, price_end, date_end)`: the constant annual rate of decline
# that leads from the first price to the second.
#
# - Prices are numbers in the same unit. Dates are text such as `"2024-05-13"`, which `np.datetime64` reads; the difference of
#   two of them, divided by `np.timedelta64(1, "D")`, is a number of days. A year has 365.25 days.
# - Returns the rate as a fraction, a number; it is negative if the price rose.
# - Raises ValueError if `date_end` is not later than `date_start`.
#
# **Part 2, 3 points.** Write `half_life_months(rate)`: after how many months has the price halved, if it falls at this
# constant annual rate?
#
# - `rate`: a number, the annual rate of decline as a fraction. A year has 12 months. Returns months, a number.
# - Raises ValueError unless 0 < `rate` < 1.


# %% nbgrader={"grade": false, "grade_id": "decline_rate", "locked": false, "schema_version": 3, "solution": true, "task": false}
def decline_rate(price_start, date_start, price_end, date_end):
    """Constant annual rate of decline between two dated prices.

    Parameters
    ----------
    price_start, price_end : number
        Prices in the same unit.
    date_start, date_end : str
        Dates such as "2024-05-13".

    Returns
    -------
    number
        Fraction of the price that is lost each year.
    """
    ### BEGIN SOLUTION
    days = (np.datetime64(date_end) - np.datetime64(date_start)) / np.timedelta64(
        1, "D"
    )
    if days <= 0:
        raise ValueError("date_end must be later than date_start")
    return 1 - (price_end / price_start) ** (365.25 / days)
    ### END SOLUTION


def half_life_months(rate):
    """Months in which a price halves at a constant annual rate of decline.

    Parameters
    ----------
    rate : number
        Annual rate of decline as a fraction.

    Returns
    -------
    number
        Months.
    """
    ### BEGIN SOLUTION
    if not 0 < rate < 1:
        raise ValueError("only a price that falls, and not to nothing, has a half-life")
    return 12 * np.log(0.5) / np.log(1 - rate)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "decline_rate-rate", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = decline_rate(10.0, "2023-01-01", 2.0, "2025-01-01")  # 731 days
mistakes(
    got,
    {
        "That is the change over the whole time: revisit annual rate against total "
        "change.": [0.8],
        "A price falls compound, not by equal steps: revisit annual rate against total "
        "change.": [
            0.399726,
            0.4,
        ],
        "A rate is a fraction, not a percentage: revisit the unit.": [55.25402],
        "That is what is left after a year; the rate is what is lost.": [
            0.447460,
            0.447214,
        ],
        "The logarithm per year is a continuous rate: turn it into the fraction lost "
        "in a year.": [
            0.804169,
            0.804719,
        ],
        "Natural and decimal logarithms are mixed: revisit the base.": [
            0.294780,
            0.349246,
            0.843025,
            0.843230,
        ],
        "Off by one year: count the time between the dates, not the calendar years "
        "that they touch.": [
            0.415196,
            0.415053,
            0.799559,
        ],
        "Count days, not calendar years: the time is not exactly two years of 365.25 "
        "days.": [0.552786],
        "The loss is a fraction of the price at the start of each year: revisit the "
        "base of the fraction.": [1.234838],
        "A rate of decline is positive when the price falls: revisit the sign.": [
            -0.552540
        ],
        "A year has 365.25 days here: revisit its length.": [0.552294],
        "A power binds before a division: revisit the brackets.": [
            0.367046,
            0.632954,
            -6.072744,
            7.072744,
            0.900068,
            0.099932,
        ],
        "That is the factor from the later price to the earlier one: revisit which "
        "price is divided by which.": [
            -1.234838,
            2.234838,
        ],
    },
    rtol=1e-5,
)
assert close(got, 0.552540, rtol=1e-5), (
    "Revisit the yearly factor, the ratio of the prices to the power 1/years; then, "
    "what of the price is lost in a year?"
)
### BEGIN HIDDEN TESTS
assert close(
    decline_rate(37.5, "2023-03-14", 11.25, "2026-04-23"), 1 - 0.3 ** (365.25 / 1136)
), (
    "Revisit the time in years between two dates that are not a whole number of years "
    "apart."
)
assert close(
    decline_rate(10, "2025-04-16", 2, "2025-06-10"), 1 - 0.2 ** (365.25 / 55)
), "A fall within weeks: revisit how a short change is carried to a year."
assert close(decline_rate(3.0, "2024-03-04", 3.0, "2025-09-29"), 0.0), (
    "A price that stays has which rate?"
)
assert close(decline_rate(1, "2025-08-07", 4, "2026-04-23"), 1 - 4 ** (365.25 / 259)), (
    "A price that rises: revisit the sign."
)
assert close(
    decline_rate(6000, "2024-02-28", 1500, "2024-03-01"), 1 - 0.25 ** (365.25 / 2)
), "Revisit days across a leap day."
assert close(decline_rate(2.0, "2024-12-31", 1.998, "2025-01-01"), 1 - 0.999**365.25), (
    "A single day is time enough for a rate."
)
assert raises(ValueError, decline_rate, 2.0, "2024-01-01", 1.0, "2024-01-01"), (
    "No time has passed between these dates."
)
assert raises(ValueError, decline_rate, 2.0, "2024-01-02", 1.0, "2024-01-01"), (
    "These dates run backwards."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "decline_rate-halflife", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = half_life_months(0.75)
mistakes(
    got,
    {
        "The answer is asked for in months, not years.": [0.5],
        "Equal steps would halve it so; a constant rate compounds: revisit the meaning "
        "of the rate.": [8.0],
        "The rate is lost each year of what is left: it is not a continuous rate.": [
            11.090355
        ],
        "Revisit what is left after a year: the fraction that stays is not the rate.": [
            28.913050
        ],
        "Natural and decimal logarithms are mixed: use one base.": [
            2.605767,
            13.815511,
        ],
        "Time runs forward: revisit the sign.": [-6.0],
        "That is the time to lose three quarters: revisit which fraction is left at "
        "the half-life.": [12.0],
    },
    rtol=1e-5,
)
assert close(got, 6.0), "Revisit what is left after t years, and when that is one half."
### BEGIN HIDDEN TESTS
assert close(half_life_months(0.5), 12.0), (
    "At which rate does a price halve in exactly one year?"
)
assert close(half_life_months(0.8), 12 * np.log(2) / np.log(5)), (
    "Revisit what is left after t years, and when that is one half of it."
)
assert close(half_life_months(0.1), 12 * np.log(2) / np.log(10 / 9)), (
    "A slow fall takes years to halve: revisit the formula."
)
assert close(half_life_months(0.999), 12 * np.log(2) / np.log(1000)), (
    "A fast fall halves within weeks: revisit the formula."
)
for bad in (0, 1, -0.25, 80):
    assert raises(ValueError, half_life_months, bad), (
        "At this rate no half-life exists."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "price_path-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 4. Where a constant rate leads
#
# *4 points, about 8 minutes. Prepared by the reading* The price of a token.
#
# A planner asks what a token will cost in three years, and what it cost a year ago, if the rate of decline stays the same.
#
# Write `price_path(price_now, rate, years)`: the price at the given times.
#
# - `price_now`: a number, the price at time 0. `rate`: a number, the annual rate of decline as a fraction; a negative rate
#   means that the price rises.
# - `years`: a number or an array `(n,)` of times in years from now, whole or not, in any order; negative times lie in the past.
# - Returns the prices in the unit of `price_now`: a number for a number, an array `(n,)` for an array.
# - Raises ValueError if `rate` is 1 or more: such a price would be gone.
#
# A price list that somebody else has put together gives a model's price of today beside the date of its launch. What
# does that do to a path through such points, and how would you notice?


# %% nbgrader={"grade": false, "grade_id": "price_path", "locked": false, "schema_version": 3, "solution": true, "task": false}
def price_path(price_now, rate, years):
    """Price at given times under a constant annual rate of decline.

    Parameters
    ----------
    price_now : number
        Price at time 0.
    rate : number
        Annual rate of decline as a fraction; negative for a rise.
    years : number or array (n,)
        Times in years from now.

    Returns
    -------
    number or array (n,)
        Prices in the unit of price_now.
    """
    ### BEGIN SOLUTION
    if rate >= 1:
        raise ValueError("rate must be below 1")
    return price_now * (1.0 - rate) ** years
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "price_path-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = price_path(10.0, 0.6, np.array([0.0, 1.0, 2.0]))
mistakes(
    got,
    {
        "A price falls compound, not by equal steps: revisit what the rate is a "
        "fraction of.": [np.array([10.0, 4.0, -2.0])],
        "The rate is what is lost, not what is left.": [np.array([10.0, 6.0, 3.6])],
        "The rate is lost once a year of what is left: it is not a continuous rate.": [
            np.array([10.0, 5.488116, 3.011942])
        ],
        "That price rises: revisit the sign of the rate.": [
            np.array([10.0, 16.0, 25.6]),
            np.array([10.0, 25.0, 62.5]),
        ],
        "Dividing by 1 + rate turns a growth rate round: a rate of decline is a "
        "fraction of the earlier price.": [np.array([10.0, 6.25, 3.90625])],
        "Off by one year: the price now is the price at time 0.": [
            np.array([4.0, 1.6, 0.64]),
            np.array([25.0, 10.0, 4.0]),
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([10.0, 4.0, 1.6])), (
    "Revisit compounding: what is left after one year, and after two?"
)
### BEGIN HIDDEN TESTS
assert close(price_path(5, 0.8, 3), 0.04), (
    "One time, one price: revisit numbers and whole numbers."
)
assert close(price_path(8, 0.75, np.array([1.5, 0.5, 0])), np.array([1.0, 4.0, 8.0])), (
    "Times need not be whole or in order."
)
assert close(price_path(2.0, 0.5, np.array([-1, 2, -3])), np.array([4.0, 0.5, 16.0])), (
    "Negative times lie in the past, where the price was higher."
)
assert close(price_path(3.0, -0.5, np.array([2.0, 1.0])), np.array([6.75, 4.5])), (
    "A negative rate is a rise."
)
assert close(
    price_path(0.03, 0.35, np.array([2.0, 3.5])), 0.03 * 0.65 ** np.array([2.0, 3.5])
), "Small prices: return them as they are, not rounded."
assert close(price_path(7.0, 0.0, np.array([4.0, -4.0])), np.array([7.0, 7.0])), (
    "At a rate of zero nothing moves."
)
for bad in (1, 1.5, 80):
    assert raises(ValueError, price_path, 10.0, bad, np.array([0.0, 1.0])), (
        "At this rate the whole price would be gone."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "loglinear_fit-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 5. The trend in a price list, and how sure it is
#
# *9 points, about 35 minutes. Prepared by the reading* Which curve?*, section* A rate with its interval.
#
# Two price tags can be picked to prove anything. A fit uses all of them, and its interval says how much they scatter. The
# model is a constant rate with noise: the natural logarithm of the price is a straight line in time, fitted by *ordinary least
# squares*, which makes the sum of squared *residuals* (the gaps between points and line) as small as it can be. The *standard
# error* says how far the slope would typically move if the noise were drawn again.
#
# Write `loglinear_fit(years, prices, critical)`. You may use `np.polyfit`.
#
# - `years`, `prices`: arrays `(n,)`, in any order; prices are above 0. `critical`: a number, how many standard errors the
#   interval reaches to each side.
# - The standard error of the slope is $s / \sqrt{\sum_i (t_i - \bar t)^2}$, where $s^2$ is the sum of squared residuals
#   divided by $n - 2$.
# - Returns three numbers `(rate, low, high)`: the annual rate of decline as a fraction, as in task 3, and the ends of its
#   interval with `low` ≤ `high`. The interval is symmetric for the slope. Carry each of its ends to a rate.
# - Raises ValueError if there are fewer than 3 points or if all years are the same.
#
# Part 1 (3 points) tests the rate, part 2 (3 points) the interval. How to read it: with `critical` = 2 and many points such an
# interval holds the true rate about 19 times in 20, with few points less often. If `low` is negative, the price may have
# risen.
#
# **Part 3, 3 points, on the real list.** Write `table_fit(bar, critical)`: the same three numbers for those rows of the list
# above whose `SCORE` is at least `bar` percent. Take the blended price with 75% of the tokens as input. A row without a known
# score never counts.
#
# Then look at `table_fit(0, 2.0)`, `table_fit(45, 2.0)` and `table_fit(75, 2.0)`: the memo may use them. This is the trend of
# *all* list prices above a bar, dear flagships included. It is not yet the price of constant quality, which is task 6.


# %% nbgrader={"grade": false, "grade_id": "loglinear_fit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def loglinear_fit(years, prices, critical):
    """Annual rate of decline from a least-squares line through log prices.

    Parameters
    ----------
    years, prices : array (n,)
        Times in years, and prices.
    critical : number
        Half-width of the interval, in standard errors of the slope.

    Returns
    -------
    rate, low, high : number
        Annual rate of decline as a fraction, and the ends of its interval.
    """
    ### BEGIN SOLUTION
    if len(years) < 3 or np.all(years == years[0]):
        raise ValueError("a line with an interval needs 3 points and 2 different years")
    t, y = years - np.mean(years), np.log(prices)
    slope = t @ y / (t @ t)
    residuals = y - y.mean() - slope * t
    standard_error = np.sqrt(residuals @ residuals / (len(t) - 2) / (t @ t))
    rate, low, high = 1 - np.exp(
        slope + critical * standard_error * np.array([0, 1, -1])
    )
    return rate, low, high
    ### END SOLUTION


def table_fit(bar, critical):
    """`loglinear_fit` on the rows of the price list that reach a score.

    Parameters
    ----------
    bar : number
        Lowest score on GPQA Diamond that counts, percent.
    critical : number
        As for `loglinear_fit`.

    Returns
    -------
    rate, low, high : number
        As from `loglinear_fit`, for the blended price with 75% input.
    """
    ### BEGIN SOLUTION
    good = SCORE >= bar
    blended = 0.75 * INPUT + 0.25 * OUTPUT
    return loglinear_fit(YEAR[good], blended[good], critical)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "loglinear_fit-rate", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = loglinear_fit(
    np.array([0.0, 0.5, 1.0, 2.0, 2.5]), np.array([32.0, 20.0, 6.0, 2.0, 0.5]), 3.182
)
several(got, ["rate", "low", "high"])
mistakes(
    got[0],
    {
        "The slope belongs to the logarithm: carry it to the fraction lost in a "
        "year.": [
            -1.618796,
            1.618796,
        ],
        "Natural and decimal logarithms are mixed: revisit the base.": [
            0.504919,
            0.975945,
        ],
        "That is what is left after a year; the rate is what is lost.": [0.198137],
        "A rate is a fraction, not a percentage.": [80.186281],
        "The fit uses all points, not the first and the last alone.": [0.810535],
        "The model is a straight line of the logarithm of the price, not of the "
        "price.": [
            11.941860,
            0.451826,
            0.9999935,
        ],
        "Revisit the sign: the rate is positive when the price falls.": [-0.801863],
    },
    rtol=1e-5,
)
assert close(got[0], 0.801863, rtol=1e-5), (
    "Revisit the slope of log price on years, and what a slope means for a price."
)
### BEGIN HIDDEN TESTS
t, p = (
    np.array([3.0, 0.25, 1.0, 1.75, 0.5, 2.0]),
    np.array([2.0, 9.0, 11.0, 3.0, 14.0, 1.5]),
)
want = 1 - np.exp(np.polyfit(t, np.log(p), 1)[0])
assert close(loglinear_fit(t, p, 2.0)[0], want), (
    "Revisit least squares on points in any order."
)
assert close(loglinear_fit(t + 2020, p, 1.0)[0], want), (
    "The rate does not depend on where the calendar starts."
)
assert close(loglinear_fit(t, 1000 * p, 0.0)[0], want), (
    "The rate does not depend on the unit of the price."
)
assert close(loglinear_fit(t, 1 / p, 2.0)[0], 1 - 1 / (1 - want)), (
    "A rising price: revisit the sign."
)
assert close(loglinear_fit(np.array([1, 2, 4]), np.array([8, 4, 1]), 2)[0], 0.5), (
    "Three points on a straight line, in whole numbers."
)
assert raises(
    ValueError, loglinear_fit, np.array([0.0, 1.0]), np.array([4.0, 1.0]), 2.0
), "Two points leave nothing for an interval."
assert raises(
    ValueError, loglinear_fit, np.full(4, 2024.5), np.array([4.0, 1.0, 2.0, 3.0]), 2.0
), "Prices of one day show no trend."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "loglinear_fit-interval", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = loglinear_fit(
    np.array([0.0, 0.5, 1.0, 2.0, 2.5]), np.array([32.0, 20.0, 6.0, 2.0, 0.5]), 3.182
)
several(got, ["rate", "low", "high"])
mistakes(
    tuple(got[1:]),
    {
        "Two parameters are fitted: revisit the degrees of freedom.": [
            (0.717770, 0.860900),
            (0.705735, 0.866588),
        ],
        "The interval reaches `critical` standard errors: revisit its width.": [
            (0.771282, 0.828355),
            (0.735982, 0.851304),
            (0.737494, 0.850448),
        ],
        "The interval is symmetric for the slope, not for the rate: carry its ends "
        "over.": [(0.345155, 1.258570)],
        "These are the ends for the slope: carry them to a rate.": [
            (-2.075503, -1.162088)
        ],
        "The lower end comes first: a steeper slope is a faster decline.": [
            (0.874507, 0.687168)
        ],
        "The scatter of the points is not the error of the slope: revisit the standard "
        "error.": [(0.489185, 0.923146)],
    },
    rtol=1e-5,
)
assert close(tuple(got[1:]), (0.687168, 0.874507), rtol=1e-5), (
    "Revisit the standard error of the slope and the ends of its interval."
)
### BEGIN HIDDEN TESTS
t, p = (
    np.array([0.3, 2.7, 1.1, 0.9, 2.2, 1.6, 3.0]),
    np.array([20.0, 4.0, 6.0, 30.0, 1.0, 9.0, 2.5]),
)
line, spread = np.polyfit(t, np.log(p), 1, cov=True)
for k in (0.5, 2.571):
    ends = tuple(1 - np.exp(line[0] + k * spread[0, 0] ** 0.5 * np.array([1, -1])))
    assert close(tuple(loglinear_fit(t, p, k)[1:]), ends), (
        "Revisit the standard error and the critical value."
    )
    assert close(tuple(loglinear_fit(t + 2000, p / 40, k)[1:]), ends), (
        "Neither the calendar nor the unit of the price changes the interval."
    )
assert close(tuple(loglinear_fit(t, p, 0)[1:]), (1 - np.exp(line[0]),) * 2), (
    "An interval of no width sits at the rate."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "loglinear_fit-table", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = table_fit(45, 2.0)
several(got, ["rate", "low", "high"])
mistakes(
    got[0],
    {
        "The price is a mix of both list prices: revisit the mix.": [
            0.796325,
            0.711766,
            0.718003,
            0.727990,
        ],
        "Revisit which rows count: those that reach the bar, the bar itself "
        "included.": [
            0.419979,
            0.484276,
            0.946818,
        ],
        "A row without a known score never counts.": [0.633836],
    },
    rtol=1e-4,
)
assert close(got[0], 0.746686, rtol=1e-4), (
    "First pass part 1, on which this one builds; then revisit which rows count and "
    "which price they carry."
)
### BEGIN HIDDEN TESTS
for least, k in ((0, 2.0), (33.0, 1.5), (47.2, 2.2), (76.8, 1.0)):
    chosen = np.array([score >= least for score in SCORE])
    mixed = (3 * INPUT[chosen] + OUTPUT[chosen]) / 4
    line, spread = np.polyfit(YEAR[chosen] - 2024, np.log(mixed), 1, cov=True)
    want = tuple(1 - np.exp(line[0] + k * spread[0, 0] ** 0.5 * np.array([0, 1, -1])))
    got = table_fit(least, k)
    assert close(got[0], want[0]), (
        "Revisit the bar (a score equal to it counts, a missing one never) and the mix."
    )
    # a slip in the interval costs part 2 alone
    assert close(tuple(got[1:]), want[1:]) or close(
        tuple(got[1:]), tuple(loglinear_fit(YEAR[chosen], mixed, k)[1:])
    ), (
        "The ends of the interval are those of `loglinear_fit` for the same rows and "
        "the critical value that is asked for."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "quality_envelope-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 6. The price of constant quality
#
# *8 points, about 22 minutes. Prepared by the reading* The price of a token.
#
# Today's dearest model is not the model of three years ago. To follow one price, hold the quality fixed: what is the least
# that one could pay, at each date, for a model at least this good?
#
# Write `quality_envelope(years, prices, scores, bar, at)`. A double loop is fine.
#
# - `years`, `prices`, `scores`: arrays `(n,)`, one entry for each price announcement, in any order: when it was made, the
#   price, the model's score. A score may be `nan`; such a model never counts.
# - `bar`: a number, the least score that counts; a score equal to it counts. `at`: an array `(m,)` of dates in years, in any
#   order.
# - An offer can be bought from the day of its announcement on, that day included, and stays on sale.
# - Returns an array `(m,)`: the lowest price among the offers on sale at each date that reach the bar, and `nan` at a date
#   when there is none yet.
#
# The memo may use a trend of this price, fitted to the dates at which it takes a new low. With your own functions, for a bar
# of 45%:
#
# ```python
# dates = np.unique(YEAR)
# lowest = quality_envelope(YEAR, blended_price(INPUT, OUTPUT, 0.75), SCORE, 45, dates)
# dates, lowest = dates[~np.isnan(lowest)], lowest[~np.isnan(lowest)]
# records, first = np.unique(lowest, return_index=True)
# loglinear_fit(dates[first], records, 2.0)
# ```
#
# Why does it differ from `table_fit(45, 2.0)`?
#
# And what does it tell about the cost of being first to reach a bar, rather than of reaching it today?


# %% nbgrader={"grade": false, "grade_id": "quality_envelope", "locked": false, "schema_version": 3, "solution": true, "task": false}
def quality_envelope(years, prices, scores, bar, at):
    """Cheapest price so far of a model that reaches a score.

    Parameters
    ----------
    years, prices, scores : array (n,)
        When each price was announced, the price, and the model's score (nan if
        unknown).
    bar : number
        Least score that counts.
    at : array (m,)
        Dates in years.

    Returns
    -------
    array (m,)
        Lowest price on sale at each date, or nan.
    """
    ### BEGIN SOLUTION
    on_sale = (years <= at[:, np.newaxis]) & (scores >= bar)
    cheapest = np.where(on_sale, prices, np.inf).min(axis=1)
    return np.where(on_sale.any(axis=1), cheapest, np.nan)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "quality_envelope-test", "locked": true, "points": 8, "schema_version": 3, "solution": false, "task": false}
got = quality_envelope(
    np.array([2023.0, 2023.5, 2024.0, 2024.5, 2025.0]),
    np.array([20.0, 1.0, 8.0, 12.0, 4.0]),
    np.array([50.0, 30.0, 50.0, 70.0, 60.0]),
    50.0,
    np.array([2022.9, 2023.75, 2024.0, 2024.75, 2025.5]),
)
mistakes(
    got,
    {
        "The newest offer need not be the cheapest: the older ones stay on sale.": [
            np.array([np.nan, 20.0, 8.0, 12.0, 4.0])
        ],
        "A cheap model below the bar does not count: hold the quality fixed.": [
            np.array([np.nan, 1.0, 1.0, 1.0, 1.0])
        ],
        "A score equal to the bar counts.": [
            np.array([np.nan, np.nan, np.nan, 12.0, 4.0])
        ],
        "An offer counts on the day of its announcement.": [
            np.array([np.nan, 20.0, 20.0, 8.0, 4.0])
        ],
        "Nobody can buy an offer before it is announced: revisit the dates.": [
            np.array([4.0, 4.0, 4.0, 4.0, 4.0])
        ],
        "Offers announced later are not on sale yet: revisit the direction of the "
        "comparison.": [np.array([4.0, 4.0, 4.0, 4.0, np.nan])],
        "The cheapest offer is asked for, not the dearest.": [
            np.array([np.nan, 20.0, 20.0, 20.0, 20.0])
        ],
        "The best model on sale is not the cheapest that is good enough.": [
            np.array([np.nan, 20.0, 20.0, 12.0, 12.0])
        ],
        "Before any offer reaches the bar the answer is nan: revisit the dates without "
        "an offer.": [
            np.array([0.0, 20.0, 8.0, 8.0, 4.0]),
            np.array([np.inf, 20.0, 8.0, 8.0, 4.0]),
        ],
    },
)
assert close(got, np.array([np.nan, 20.0, 8.0, 8.0, 4.0])), (
    "At each date, revisit which offers are on sale and which of them reach the bar."
)
### BEGIN HIDDEN TESTS
when, cost = np.array([4, 1, 3, 1, 2, 0]), np.array([3, 9, 2, 7, 6, 1])
grade = np.array([80.0, 40.0, np.nan, 40.0, 65.0, 39.9])
assert close(
    quality_envelope(when, cost, grade, 40, np.array([5, 1, 0, 3, 2])),
    np.array([3, 7, np.nan, 6, 6]),
), (
    "Revisit offers and dates in any order, offers of one day, and scores that are not "
    "known."
)
assert close(
    quality_envelope(when, cost, grade, 0, np.array([0.0, 9.0])), np.array([1.0, 1.0])
), "A low bar lets every known score in."
assert close(
    quality_envelope(when, cost, grade, 65.5, np.array([3.99, 4.0])),
    np.array([np.nan, 3.0]),
), "Only one model reaches a high bar."
backwards = quality_envelope(
    when[::-1], cost[::-1], grade[::-1], 40, np.array([5, 1, 0, 3, 2])
)
assert close(backwards, np.array([3, 7, np.nan, 6, 6])), (
    "The order of the list does not matter, not even among offers of one day."
)
assert close(
    quality_envelope(when, cost, grade, 81, np.array([1.0, 5.0, 9.0])),
    np.full(3, np.nan),
), "Nobody reaches this bar at any date."
assert close(
    quality_envelope(
        np.array([1.0, 2.0, 3.0]),
        np.array([2.0, 3.0, 2.5]),
        np.array([9.0, 9.0, 9.0]),
        9.0,
        np.array([3.5, 2.5, 0.5]),
    ),
    np.array([2.0, 2.0, np.nan]),
), "A dearer offer later does not raise the lowest price on sale."
blend, dates = (
    (3 * INPUT + OUTPUT) / 4,
    np.array([2023.0, 2024.25, 2025.0, 2025.1, 2026.5]),
)
for least in (33.0, 40.0, 75.0):
    want = np.array(
        [
            min(
                [p for y, p, s in zip(YEAR, blend, SCORE) if y <= d and s >= least],
                default=np.nan,
            )
            for d in dates
        ]
    )
    assert close(quality_envelope(YEAR, blend, SCORE, least, dates), want), (
        "Revisit the envelope of the real price list."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "training_compute-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 7. How much computing a model took
#
# *6 points, about 12 minutes. Prepared by the reading* The cost of training.
#
# A firm publishes its model's size, its training tokens and its GPU-hours. Do these figures fit together? A chip that worked
# at its full speed for all those hours would have done more arithmetic than the training needed; the fraction that was used is
# called *model FLOPs utilisation* (MFU).
#
# **Part 1, 3 points.** Write `training_flop(total_params, active_params, tokens)`: the floating-point operations of a training
# run. Training takes 6 operations for each parameter that a token passes through, and for each token. In a mixture of experts
# a token passes through the active parameters only. All arguments are numbers, and not all three are needed; returns a number
# in FLOP.
#
# **Part 2, 3 points.** Write `flop_utilisation(flop, gpu_hours, sheet_tflops, sparse)`: the MFU of a run.
#
# - `flop`: FLOP of the run. `gpu_hours`: hours of all chips together. `sheet_tflops`: peak speed of one chip as its data sheet
#   prints it, in TFLOPS, that is 10¹² operations a second.
# - `sparse`: `True` if the sheet's figure assumes structured sparsity, which doubles it; `False` if it is the dense figure.
#   Training is dense, so MFU is measured against the dense peak.
# - Returns the MFU as a fraction, a number.
# - Raises ValueError if the result is above 1: then a figure must be wrong.


# %% nbgrader={"grade": false, "grade_id": "training_compute", "locked": false, "schema_version": 3, "solution": true, "task": false}
def training_flop(total_params, active_params, tokens):
    """Floating-point operations of a training run.

    Parameters
    ----------
    total_params, active_params : number
        Parameters of the model, and those that one token passes through.
    tokens : number
        Tokens of the training run.

    Returns
    -------
    number
        FLOP.
    """
    ### BEGIN SOLUTION
    return 6 * active_params * tokens
    ### END SOLUTION


def flop_utilisation(flop, gpu_hours, sheet_tflops, sparse):
    """Model FLOPs utilisation against the dense peak.

    Parameters
    ----------
    flop, gpu_hours : number
        FLOP of the run, and hours of all chips together.
    sheet_tflops : number
        Peak speed of one chip on its data sheet, TFLOPS.
    sparse : bool
        Whether that figure assumes structured sparsity.

    Returns
    -------
    number
        Fraction of the dense peak that was used.
    """
    ### BEGIN SOLUTION
    dense_tflops = sheet_tflops / 2 if sparse else sheet_tflops
    mfu = flop / (gpu_hours * 3600 * dense_tflops * 1e12)
    if mfu > 1:
        raise ValueError("no chip works faster than its peak: check the figures")
    return mfu
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "training_compute-flop", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = training_flop(100e9, 20e9, 5e12)
mistakes(
    got,
    {
        "A token passes through the active parameters only: revisit the mixture of "
        "experts.": [3e24],
        "Two operations are the forward pass alone: revisit the cost of training.": [
            2e23
        ],
        "Four operations are the backward pass alone: revisit the cost of training.": [
            4e23
        ],
        "Each parameter takes more than one operation a token.": [1e23],
        "The active parameters are part of the total: do not add them.": [3.6e24],
        "The answer is asked for in FLOP, not in TFLOP.": [6e11],
    },
)
assert close(got, 6e23), "Revisit the operations for each active parameter and token."
### BEGIN HIDDEN TESTS
assert close(training_flop(671e9, 37e9, 14.8e12), 3.2856e24), (
    "Revisit the operations of a mixture of experts."
)
assert close(training_flop(405e9, 405e9, 15.6e12), 3.7908e25), (
    "In a dense model all parameters are active."
)
assert close(training_flop(4e9, 2.5e9, 1), 15e9), "Revisit the cost of a single token."
assert close(training_flop(0.008, 0.0015, 0.25), 0.00225), (
    "Return the result as it is, not rounded."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "training_compute-mfu", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = flop_utilisation(3.6e19, 1e5, 2000.0, True)  # chips that mostly stood idle
mistakes(
    got,
    {
        "The sparse peak flatters the chip: revisit the dense peak.": [0.00005],
        "The sparse peak is twice the dense one, not half of it: revisit which way to "
        "go.": [0.000025],
        "A rate is a fraction, not a percentage: revisit the unit.": [0.01],
        "The peak is per second and the time is in hours: revisit the units.": [0.36],
        "An hour has 3600 seconds, not 60: revisit the units.": [0.006],
    },
)
assert close(got, 0.0001), (
    "Revisit what the chips could have done in these hours at the dense peak."
)
### BEGIN HIDDEN TESTS
assert close(flop_utilisation(7.2e22, 1e5, 1000, False), 0.2), (
    "A dense peak needs no correction."
)
assert close(
    flop_utilisation(3.2856e24, 2.664e6, 1979, True),
    3.2856e24 / (2.664e6 * 3600 * 989.5e12),
), "Revisit the sparse peak of the data sheet."
assert close(
    flop_utilisation(3.2856e24, 2.664e6, 989.5, False),
    3.2856e24 / (2.664e6 * 3600 * 989.5e12),
), "One chip, two ways to print its peak: the answer is the same."
assert close(flop_utilisation(3.6e18, 1, 1000, False), 1.0), (
    "A chip at its peak is possible, if only just."
)
assert raises(ValueError, flop_utilisation, 3.6e18, 1, 1900, True), (
    "Faster than the dense peak cannot be."
)
assert raises(ValueError, flop_utilisation, 5e23, 1e5, 1000.0, False), (
    "More work than the chips could do cannot be."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "training_cost-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 8. What a training run costs, and what that hangs on
#
# *7 points, about 12 minutes. Prepared by the reading* The cost of training.
#
# A famous figure for a training run rests on two assumptions: what an hour of a chip costs and how well the chips were used.
# How far does the cost move with each?
#
# **Part 1, 3 points.** Write `training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour)`: the cost of a run on rented chips, in
# USD. All arguments are numbers: the FLOP of the run, the dense peak of one chip in TFLOPS, the fraction of the peak that is
# used, and the rent of one chip for one hour. Returns a number. Raises ValueError unless 0 < `mfu` ≤ 1.
#
# **Part 2, 4 points.** Write `cost_table(flop, dense_tflops, mfus, rates)`: the same cost for each pair of assumptions. A
# double loop is fine.
#
# - `mfus`: array `(m,)` of fractions; `rates`: array `(r,)` of rents in USD per GPU-hour.
# - Returns an array `(m, r)` in USD: one row for each MFU, one column for each rent, in the order given.
# - Raises ValueError unless 0 < MFU ≤ 1 for every MFU.
#
# Then think further: your figure is the cost of the last run. Which costs of the model does it leave out, and which of
# them could be the larger?


# %% nbgrader={"grade": false, "grade_id": "training_cost", "locked": false, "schema_version": 3, "solution": true, "task": false}
def training_cost(flop, dense_tflops, mfu, usd_per_gpu_hour):
    """Cost of a training run on rented chips.

    Parameters
    ----------
    flop, dense_tflops, mfu : number
        FLOP of the run, dense peak of one chip in TFLOPS, fraction of it that is used.
    usd_per_gpu_hour : number
        Rent of one chip for one hour, USD.

    Returns
    -------
    number
        USD.
    """
    ### BEGIN SOLUTION
    if not 0 < mfu <= 1:
        raise ValueError("mfu must be above 0 and at most 1")
    gpu_hours = flop / (dense_tflops * 1e12 * mfu) / 3600
    return gpu_hours * usd_per_gpu_hour
    ### END SOLUTION


def cost_table(flop, dense_tflops, mfus, rates):
    """Cost of a training run for each utilisation and rent.

    Parameters
    ----------
    flop, dense_tflops : number
        As for `training_cost`.
    mfus : array (m,)
        Fractions of the dense peak that are used.
    rates : array (r,)
        Rents of one chip for one hour, USD.

    Returns
    -------
    array (m, r)
        USD.
    """
    ### BEGIN SOLUTION
    if not np.all((0 < mfus) & (mfus <= 1)):
        raise ValueError("every MFU must be above 0 and at most 1")
    hours_of_row = flop / (dense_tflops * 1e12 * mfus) / 3600
    return np.outer(hours_of_row, rates)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "training_cost-cost", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = training_cost(3.6e24, 1000.0, 0.4, 2.0)
mistakes(
    got,
    {
        "Chips that are used badly take more hours, not fewer: revisit utilisation.": [
            8e5
        ],
        "No chip works at its peak all the time: revisit utilisation.": [2e6],
        "The peak is per second and the rent per hour: revisit the units.": [
            5e6 * 3600
        ],
        "An hour has 3600 seconds, not 60: revisit the units.": [5e6 * 60],
        "These are the hours of the chips, not yet the cost.": [2.5e6],
        "The answer is asked for in USD, not in millions.": [5.0],
        "The peak is in TFLOPS: revisit the units.": [5e18],
        "The utilisation is a fraction already, not a percentage.": [5e8],
    },
)
assert close(got, 5e6), "Revisit the hours that the chips need, then their rent."
### BEGIN HIDDEN TESTS
assert close(training_cost(7.2e22, 500, 0.25, 3), 480_000.0), (
    "Revisit hours and rent with other chips."
)
assert close(
    training_cost(3.2856e24, 989.5, 0.346, 2.0),
    2 * 3.2856e24 / (3600 * 989.5e12 * 0.346),
), "Revisit hours and rent of a real run."
assert close(training_cost(3.6e15, 400, 0.75, 1.9), 0.0019 / 0.3), (
    "A tiny run costs a fraction of a cent: return it as it is, not rounded."
)
assert close(training_cost(3.6e18, 1000, 1, 0.5), 0.5), (
    "One chip at its peak for one hour costs one hour's rent."
)
for bad in (0, -0.3, 1.2, 40):
    assert raises(ValueError, training_cost, 3.6e24, 1000.0, bad, 2.0), (
        "This utilisation cannot be."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "training_cost-table", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = cost_table(3.6e24, 1000.0, np.array([0.25, 0.5]), np.array([2.0, 3.0, 4.0]))
mistakes(
    got,
    {
        "One row for each MFU and one column for each rent: the table is turned.": [
            np.array([[8e6, 4e6], [12e6, 6e6], [16e6, 8e6]])
        ],
        "Chips that are used badly take more hours, not fewer: revisit utilisation.": [
            np.array([[5e5, 7.5e5, 1e6], [1e6, 1.5e6, 2e6]])
        ],
        "The answer is asked for in USD, not in millions.": [
            np.array([[8.0, 12.0, 16.0], [4.0, 6.0, 8.0]])
        ],
        "The rows stand in the order of the MFUs given.": [
            np.array([[4e6, 6e6, 8e6], [8e6, 12e6, 16e6]])
        ],
    },
)
assert close(got, np.array([[8e6, 12e6, 16e6], [4e6, 6e6, 8e6]])), (
    "Revisit the cost for each pair of assumptions."
)
### BEGIN HIDDEN TESTS
levels, rents = np.array([0.5, 0.2, 1.0]), np.array([3, 1])
assert close(
    cost_table(1.8e22, 250, levels, rents),
    np.array([[120e3, 40e3], [300e3, 100e3], [60e3, 20e3]]),
), "Revisit assumptions in any order, and a table with more rows than columns."
assert close(
    cost_table(3.6e21, 500, np.array([0.5]), np.array([2.0])), np.array([[8000.0]])
), "One pair of assumptions is still a table."
square = cost_table(3.6e21, 1000, np.array([0.1, 0.4]), np.array([1.0, 2.5]))
assert close(square, np.array([[10e3, 25e3], [2.5e3, 6.25e3]])), (
    "Rows are utilisation and columns are rents, in a square table too."
)
assert close(
    cost_table(3.6e15, 500, np.array([0.3, 0.6]), np.array([2.2])),
    np.array([[0.0044 / 0.3], [0.0022 / 0.3]]),
), "Return costs as they are, not rounded."
assert raises(
    ValueError, cost_table, 3.6e24, 1000.0, np.array([0.4, 1.4]), np.array([2.0])
), "One impossible utilisation is enough to refuse."
assert raises(
    ValueError, cost_table, 3.6e24, 1000.0, np.array([0.0, 0.4]), np.array([2.0])
), "Chips that do nothing never finish."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "growth_accounting-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 9. Why did the price fall?
#
# *7 points, about 15 minutes. Prepared by the reading* Why prices fall.
#
# Better chips, better use of them, better algorithms and thinner margins all lower a price, and their effects multiply. In
# logarithms they add up, so each cause gets a share and the order of counting does not matter.
#
# Write `growth_accounting(price_start, price_end, hardware, utilisation, algorithms, markup)`. Each of the last four is a
# ratio, the value at the end over the value at the start:
#
# - `hardware`: computing that a dollar buys; `utilisation`: fraction of it that does useful work; `algorithms`: useful tokens
#   for a given amount of useful computing. The cost of a token falls in proportion as each of them rises: twice as much halves
#   the cost.
# - `markup`: price over cost of a token. The price is cost times markup, so half the markup halves the price.
# - Whatever these four do not explain is the *residual*.
#
# Two things differ from the reading. There a factor for the markup is start over end, here it is end over start like the
# others: the toy's markup, from 1.5 to 1, is `1 / 1.5`. And utilisation stands second, before algorithms.
#
# All arguments are numbers above 0. Returns an array `(5,)`: the shares of hardware, utilisation, algorithms, markup and
# residual in the fall of the logarithm of the price, in this order. Shares are fractions that sum to 1. A share is negative if
# its cause pushed the price the other way, and may exceed 1.
#
# Raises ValueError if any argument is not above 0, or if both prices are the same: then there is nothing to explain.
#
# Then put in, for algorithms, both ends of the interval that the reading gives for their progress. How much of the
# answer hangs on that estimate, and on which choices does the estimate itself hang?


# %% nbgrader={"grade": false, "grade_id": "growth_accounting", "locked": false, "schema_version": 3, "solution": true, "task": false}
def growth_accounting(
    price_start, price_end, hardware, utilisation, algorithms, markup
):
    """Shares of the causes of a price fall, in logarithms.

    Parameters
    ----------
    price_start, price_end : number
        Prices in the same unit.
    hardware, utilisation, algorithms, markup : number
        Ratios, end over start.

    Returns
    -------
    array (5,)
        Shares of hardware, utilisation, algorithms, markup and residual.
    """
    ### BEGIN SOLUTION
    if (
        min(price_start, price_end, hardware, utilisation, algorithms, markup) <= 0
        or price_start == price_end
    ):
        raise ValueError("all arguments must be above 0, and the prices must differ")
    shares = np.log([hardware, utilisation, algorithms, 1 / markup]) / np.log(
        price_start / price_end
    )
    return np.append(shares, 1 - shares.sum())
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "growth_accounting-test", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
got = growth_accounting(32.0, 1.0, 2.0, 1.0, 4.0, 0.5)
mistakes(
    got,
    {
        "A lower markup lowers the price: revisit its sign.": [
            np.array([0.2, 0.0, 0.4, -0.2, 0.6])
        ],
        "The shares explain a fall: revisit the sign of the whole.": [
            np.array([-0.2, 0.0, -0.4, -0.2, 1.8])
        ],
        "Natural and decimal logarithms are mixed: use one base.": [
            np.array([0.0868589, 0.0, 0.1737178, 0.0868589, 0.6525644]),
            np.array([0.4605170, 0.0, 0.9210340, 0.4605170, -0.8420681]),
        ],
        "Effects multiply, so percentages do not add up: take logarithms.": [
            np.array([0.0322581, 0.0, 0.0967742, 0.0322581, 0.8387097])
        ],
        "The four causes need not explain everything: the residual is what they "
        "leave.": [np.array([0.25, 0.0, 0.5, 0.25, 0.0])],
        "Shares are fractions, not percentages.": [
            np.array([20.0, 0.0, 40.0, 20.0, 20.0])
        ],
        "These are logarithms; a share is a part of the whole fall.": [
            np.array([0.6931472, 0.0, 1.3862944, 0.6931472, 0.6931472])
        ],
        "The residual is one minus the shares of the causes, not their sum.": [
            np.array([0.2, 0.0, 0.4, 0.2, 0.8])
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([0.2, 0.0, 0.4, 0.2, 0.2])), (
    "Revisit each cause's logarithm as a part of the fall of the log price."
)
### BEGIN HIDDEN TESTS
assert close(growth_accounting(81, 1, 3, 9, 3, 1), np.array([0.25, 0.5, 0.25, 0, 0])), (
    "Three causes that explain everything: revisit the residual."
)
assert close(
    growth_accounting(1000.0, 62.5, 4.0, 0.5, 8.0, 2.0),
    np.array([0.5, -0.25, 0.75, -0.25, 0.25]),
), "A cause that pushes the other way has a negative share."
assert close(growth_accounting(1, 4, 2, 1, 1, 8), np.array([-0.5, 0, 0, 1.5, 0])), (
    "A price that rose: the causes are shares of the rise."
)
logs = np.log([1.3, 1.1, 2.83, 1 / 0.9])
want = np.append(logs, np.log(7) - logs.sum()) / np.log(7)
assert close(growth_accounting(14.0, 2.0, 1.3, 1.1, 2.83, 0.9), want), (
    "Revisit shares in logarithms with ordinary numbers."
)
assert close(
    growth_accounting(2.0, 1.0, 4.0, 1.0, 1.0, 1.0), np.array([2.0, 0, 0, 0, -1.0])
), "The residual is negative where the causes explain more than the fall."
assert close(
    growth_accounting(4.0, 1.0, 0.5, 1.0, 1.0, 1.0), np.array([-0.5, 0, 0, 0, 1.5])
), "The residual exceeds 1 where the causes pushed the price the other way."
assert close(growth_accounting(0.0014, 0.0002, 1.3, 1.1, 2.83, 0.9), want), (
    "The unit of the price does not matter."
)
assert raises(ValueError, growth_accounting, 5.0, 5.0, 1.3, 1.0, 1.0, 1.0), (
    "If the price did not move there is nothing to share out."
)
for position in range(6):
    for bad in (0, -1.0):
        values = [5.0, 2.0, 1.3, 0.5, 3.0, 0.9]
        values[position] = bad
        assert raises(ValueError, growth_accounting, *values), (
            "Prices and ratios that are not above 0 have no logarithm, whichever it is."
        )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "wright_fit-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 10. Learning by doing: Wright's law
#
# *7 points, about 18 minutes. Prepared by the reading* Which curve?
#
# Wright's law says that the price falls with experience, not with the calendar: $p = p_1 N^{-b}$, where $N$ is *cumulative
# output*, all that has been made so far. How steep is the curve?
#
# **Part 1, 4 points.** Write `wright_fit(output, prices)`. You may use `np.polyfit`.
#
# - `output`: array `(n,)`, units made in each period, in order of time; nothing was made before. `prices`: array `(n,)`, the
#   price in each period.
# - $N$ is cumulative output up to the end of the period, that period included. Fit the straight line of $\ln p$ on $\ln N$ by
#   ordinary least squares.
# - Returns two numbers $(p_1, b)$: the price of the first unit (the line at $N = 1$) in the unit of `prices`, and the
#   exponent, positive if the price falls.
# - Raises ValueError if an output or a price is not above 0.
#
# **Part 2, 3 points.** Write `progress_ratio(b)`: the price after cumulative output has doubled, as a fraction of the price
# before. `b`: a number. Returns a number.
#
# The visible test uses synthetic data, made from known $p_1$ and $b$, so that you can see whether the fit finds the truth.
#
# On which data would this law and an exponential in time fit equally well? Which data would tell them apart?


# %% nbgrader={"grade": false, "grade_id": "wright_fit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def wright_fit(output, prices):
    """Wright's law by least squares: log price on log cumulative output.

    Parameters
    ----------
    output, prices : array (n,)
        Units made and price in each period, in order of time.

    Returns
    -------
    first, b : number
        Price of the first unit, and exponent.
    """
    ### BEGIN SOLUTION
    if np.any(output <= 0) or np.any(prices <= 0):
        raise ValueError("outputs and prices must be above 0")
    slope, intercept = np.polyfit(np.log(np.cumsum(output)), np.log(prices), 1)
    return np.exp(intercept), -slope
    ### END SOLUTION


def progress_ratio(b):
    """Price after a doubling of cumulative output, as a fraction of the price before.

    Parameters
    ----------
    b : number
        Exponent of Wright's law.

    Returns
    -------
    number
        Fraction.
    """
    ### BEGIN SOLUTION
    return 2.0**-b
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "wright_fit-fit", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
made = np.array([1.0, 2.0, 5.0, 10.0, 14.0])
price = 100.0 * np.array([1.0, 3.0, 8.0, 18.0, 32.0]) ** -0.4  # the truth: 100 and 0.4
got = wright_fit(made, price)
several(got, ["price of the first unit", "exponent"])
mistakes(
    tuple(got),
    {
        "Experience is all that was made so far: revisit cumulative output.": [
            (96.754701, 0.503671),
            (106.981285, 0.867068),
        ],
        "The exponent is positive if the price falls: revisit the sign.": [
            (100.0, -0.4)
        ],
        "The line gives the logarithm of the first price: carry it back to a price.": [
            (4.605170, 0.4),
            (2.0, 0.4),
        ],
        "Natural and decimal logarithms are mixed: revisit how the first price comes "
        "back.": [
            (7.389056, 0.4),
            (40287.4877, 0.4),
        ],
        "The price of the first unit comes first, then the exponent.": [(0.4, 100.0)],
        "That is the progress ratio; here the exponent is asked for.": [
            (100.0, 0.757858),
            (100.0, 0.242142),
        ],
        "Wright's law is a power law, not an exponential: take the logarithm of "
        "both.": [
            (76.192165, 0.0395824),
            (93.718515, 0.348929),
        ],
        "Experience drives the price: revisit which of the two the line explains.": [
            (100.0, 2.5),
            (100000.0, 2.5),
        ],
    },
    rtol=1e-5,
)
assert close(tuple(got), (100.0, 0.4)), (
    "Revisit the line of log price on log cumulative output."
)
### BEGIN HIDDEN TESTS
made, price = np.array([3, 1, 4, 1, 5, 9, 2]), np.array([50, 61, 30, 33, 25, 12, 17])
sofar = np.array([3, 4, 8, 9, 14, 23, 25])
slope, level = np.polyfit(np.log10(sofar), np.log10(price), 1)
assert close(tuple(wright_fit(made, price)), (10**level, -slope)), (
    "Noisy prices: revisit least squares on cumulative output."
)
assert close(tuple(wright_fit(made, price / 1000.0)), (10**level / 1000, -slope)), (
    "The unit of the price changes the first price, not the exponent."
)
assert close(wright_fit(1000.0 * made, price)[1], -slope), (
    "The unit of the output does not change b."
)
assert close(tuple(wright_fit(made, 5.0 * sofar**0.3)), (5.0, -0.3)), (
    "A price that rises with experience has a negative b."
)
assert raises(
    ValueError, wright_fit, np.array([3.0, 0.0, 4.0]), np.array([5.0, 4.0, 3.0])
), "A period without output should be refused."
assert raises(
    ValueError, wright_fit, np.array([3.0, 1.0, 4.0]), np.array([5.0, 0.0, 3.0])
), "A price of 0 has no logarithm."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "wright_fit-ratio", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = progress_ratio(2.0)
mistakes(
    got,
    {
        "That is what is lost; the progress ratio is what is left.": [0.75],
        "Revisit the sign: a price that falls has a ratio below 1.": [4.0],
        "A doubling is a factor of 2: revisit the base.": [np.exp(-2.0)],
        "A doubling is a factor of 2, not of 10.": [0.01],
        "A rate is a fraction, not a percentage.": [25.0],
        "Two doublings in place of one: revisit the exponent.": [0.0625],
        "Revisit the power: the exponent is b, and the base is the doubling.": [-1.0],
    },
)
assert close(got, 0.25), "Put a doubled output into Wright's law and compare."
### BEGIN HIDDEN TESTS
assert close(progress_ratio(0.0), 1.0), "Without learning the price stays."
assert close(progress_ratio(1.0), 0.5), (
    "Revisit a law in which price and experience are inversely proportional."
)
assert close(progress_ratio(0.3219280948873623), 0.8), (
    "Revisit the law with a doubled cumulative output."
)
assert close(progress_ratio(-0.5), 2**0.5), (
    "A negative exponent means that the price rises."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "breakeven_volume-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 11. Rent the model or run it yourself?
#
# *7 points, about 16 minutes. Prepared by the reading* Who gets in?
#
# An open model can be bought by the token from a seller (through its *API*) or run on a server that you rent. The server costs
# the same however little you use it. From which volume on does it pay?
#
# Write `breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices)`.
#
# - The server has `gpus` chips, each rented at `usd_per_gpu_hour` for every hour of the month, busy or not. A month has 730
#   hours (in the reading 730.5, a twelfth of 365.25 days).
# - At full load the whole server makes `tokens_per_second` tokens a second, all month long. It cannot make more, and there is
#   one server only.
# - `own_price`, which is new here: what each million of own tokens costs beyond the rent (electricity, staff), USD. These four
#   are numbers.
# - `api_prices`: array `(k,)`, prices of several sellers, USD per million tokens.
# - Returns an array `(k,)`: for each seller the monthly volume, in million tokens, at which the server and the seller cost the
#   same. A volume of exactly the server's full load can still be made. Where the server never pays, at any volume that it can
#   make, the answer is `np.inf`.
#
# Then think further. Which cost of the server is fixed here, and which would be sunk once it is bought? Who asks
# whether to go on using it decides by which of them? And suppose that the sellers halve their prices: which tasks
# become worth automating that were not, and how would you find out how many they are?


# %% nbgrader={"grade": false, "grade_id": "breakeven_volume", "locked": false, "schema_version": 3, "solution": true, "task": false}
def breakeven_volume(gpus, usd_per_gpu_hour, tokens_per_second, own_price, api_prices):
    """Monthly volume at which a rented server costs as much as a seller of tokens.

    Parameters
    ----------
    gpus, usd_per_gpu_hour : number
        Chips in the server, and the rent of one chip for one hour, USD.
    tokens_per_second : number
        Tokens that the whole server makes at full load.
    own_price : number
        Cost of own tokens beyond the rent, USD per million tokens.
    api_prices : array (k,)
        Prices of the sellers, USD per million tokens.

    Returns
    -------
    array (k,)
        Million tokens a month, or infinity.
    """
    ### BEGIN SOLUTION
    rent = gpus * usd_per_gpu_hour * 730
    capacity = tokens_per_second * 3600 * 730 / 1e6
    saving = api_prices - own_price
    volume = rent / np.where(saving > 0, saving, np.nan)
    return np.where(volume <= capacity, volume, np.inf)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "breakeven_volume-test", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
got = breakeven_volume(8, 2.5, 4000.0, 0.2, np.array([2.2, 5.2]))
mistakes(
    got,
    {
        "The rent runs for every hour of the month: revisit per hour against per "
        "month.": [np.array([10.0, 4.0])],
        "A month has 730 hours here: revisit per day against per month.": [
            np.array([240.0, 96.0])
        ],
        "Own tokens cost something beyond the rent: revisit what each of them saves.": [
            np.array([6636.363636, 2807.692308])
        ],
        "An own token saves the seller's price and costs its own: revisit the sign.": [
            np.array([6083.333333, 2703.703704])
        ],
        "The server has several chips, and each is rented.": [np.array([912.5, 365.0])],
        "The answer is asked for in million tokens.": [np.array([7.3e9, 2.92e9])],
        "That is what the server can make, not the volume at which it pays.": [
            np.array([10512.0, 10512.0])
        ],
    },
)
assert close(got, np.array([7300.0, 2920.0])), (
    "Revisit the fixed cost of a month and what each million own tokens saves."
)
got = breakeven_volume(8, 2.5, 4000.0, 0.2, np.array([1.2, 0.1]))
mistakes(
    got,
    {
        "The server would have to make more than it can: revisit its full load.": [
            np.array([14600.0, np.inf]),
            np.array([14600.0, -146000.0]),
        ],
        "If an own token costs more than a bought one, no volume pays back the rent.": [
            np.array([np.inf, -146000.0])
        ],
        "Where the server never pays the answer is infinity.": [
            np.full(2, np.nan),
            np.zeros(2),
            np.array([10512.0, np.inf]),
        ],
    },
)
assert close(got, np.full(2, np.inf)), "Revisit when the server never pays."
### BEGIN HIDDEN TESTS
assert close(
    breakeven_volume(8, 2.5, 4000.0, 5.2, np.array([5.2, 5.0, 0.2, 0.0])),
    np.full(4, np.inf),
), "If an own token costs as much as a bought one, no volume pays back the rent."
assert close(
    breakeven_volume(8, 2.5, 1000.0, 0.2, np.array([2.2, 7.5, 50.2])),
    np.array([np.inf, 2000.0, 292.0]),
), "A server cannot make more than its full load: revisit its capacity in a month."
assert close(
    breakeven_volume(45, 2.5, 15625.0, 0.5, np.array([2.5, 2.4999])),
    np.array([41062.5, np.inf]),
), "Exactly at full load the server still pays; just above it cannot."
assert close(
    breakeven_volume(2, 1, 2000, 0, np.array([1, 4])), np.array([1460.0, 365.0])
), "Whole numbers, and own tokens without further cost."
assert close(
    breakeven_volume(1, 0.01, 120.0, 0.05, np.array([90.05])), np.array([0.73 / 9])
), "One seller is still an array, and a small volume is not rounded."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "price_plot-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 12. A figure that shows rates
#
# *8 points, about 23 minutes. Prepared by the reading* The price of a token.
#
# On a logarithmic axis equal distances are equal ratios, so a constant rate of decline is a straight line. Draw the price
# history of several firms so that a reader can compare their rates.
#
# Write `price_plot(provider, year, price)`, where the arguments are arrays `(n,)`, one entry for each price in any order: the
# firm's name (text), the date in years, and the price in USD per million tokens. It makes a new figure at each call
# (`plt.subplots()`), draws on one Axes, and returns that Axes. The Axes shows:
#
# - **data, 3 points**: every price as a point at its date, with markers, lines or both. Markers alone are enough and often
#   read best: a firm sells dear and cheap models at the same time, so a line through its prices zigzags. If there is a line,
#   it joins the prices of one firm only, in order of time; prices of one day may come in any order. A firm may have a single
#   price, which no line can show.
# - **scale, 1 point**: prices in USD on a logarithmic axis, time on a linear one, and all points inside the frame.
# - **labels, 2 points**: a title; below the x axis a label with the word "year"; beside the y axis a label with "USD per
#   million tokens". Capital or small letters do not matter.
# - **legend, 2 points**: each firm in one colour of its own, and its name in a legend, or as text beside its points in the
#   same colour. There are at most ten firms, as many as Matplotlib has default colours.
#
# You are judged by what the figure shows, not by which commands drew it. Try it on the real list: `price_plot(PROVIDER, YEAR,
# blended_price(INPUT, OUTPUT, 0.75))`.


# %% nbgrader={"grade": false, "grade_id": "price_plot", "locked": false, "schema_version": 3, "solution": true, "task": false}
def price_plot(provider, year, price):
    """Price history of several firms on a logarithmic axis.

    Parameters
    ----------
    provider : array (n,) of text
        Firm of each price.
    year, price : array (n,)
        Date of each price in years, and the price in USD per million tokens.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ### BEGIN SOLUTION
    _, ax = plt.subplots()
    for name in np.unique(provider):
        mine = provider == name
        ax.plot(year[mine], price[mine], "o", label=name)
    ax.set(
        yscale="log",
        xlabel="Year",
        ylabel="List price, USD per million tokens (each step ×10)",
        title="Equal distances are equal ratios",
    )
    ax.legend()
    return ax
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "price_plot-data", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
two = np.flatnonzero(np.isin(PROVIDER, ["OpenAI", "DeepSeek"]))
two = two[np.argsort(OUTPUT[two])]  # from cheap to dear, not in order of time
ax = price_plot(PROVIDER[two], YEAR[two], OUTPUT[two])
points = shown(ax, YEAR[two], OUTPUT[two])
assert all(points), (
    "A price is missing, or is not drawn at its own date and price in USD: revisit the "
    "data."
)
joined(PROVIDER[two], points)
### BEGIN HIDDEN TESTS
firm, date = (
    np.array(["Ada", "Bo", "Ada", "Cy", "Bo", "Ada", "Bo"]),
    np.array([2.5, 1.0, 0.5, 3.0, 0.25, 1.5, 2.0]),
)
dollars = np.array([0.5, 40, 8, 3, 900, 0.02, 7.5])
ax = price_plot(firm, date, dollars)
points = shown(ax, date, dollars)
assert all(points), (
    "Prices in any order, and a firm with a single price: some are not drawn where "
    "they belong."
)
joined(firm, points)
ax = price_plot(firm[:2], date[:2], dollars[:2])
assert all(shown(ax, date[:2], dollars[:2])), "A second call should draw its own data."
assert not any(shown(ax, date[2:], dollars[2:])), (
    "Each call makes a new figure: points of an earlier one are still there."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "price_plot-scale", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
ax = price_plot(PROVIDER, YEAR, INPUT)
assert any(shown(ax, YEAR, INPUT)), (
    "No price is drawn in USD at its date: on a log axis the prices themselves are "
    "drawn, not their logarithms."
)
assert ax.get_yscale() == "log", (
    "A constant rate should be a straight line: revisit the scale of the price axis."
)
assert ax.get_xscale() == "linear", (
    "Time runs evenly: revisit the scale of the time axis."
)
### BEGIN HIDDEN TESTS
firm, date = (
    np.array(["Ada", "Bo", "Bo", "Ada"]),
    np.array([2019.0, 2031.5, 2020.0, 2026.0]),
)
dollars = np.array([3e4, 2e-3, 5.0, 0.7])
ax = price_plot(firm, date, dollars)
assert any(shown(ax, date, dollars)), "Nothing is drawn at the prices given."
assert ax.get_yscale() == "log" and ax.get_xscale() == "linear", (
    "Revisit the scales of both axes."
)
for ends, values in ((ax.get_xlim(), date), (ax.get_ylim(), dollars)):
    assert min(ends) <= values.min() and values.max() <= max(ends), (
        "Some points lie outside the frame: revisit the limits of the axes."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "price_plot-labels", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
ax = price_plot(PROVIDER, YEAR, OUTPUT)
assert any(shown(ax, YEAR, OUTPUT)), "Labels belong to a figure that shows the prices."
assert "year" in ax.get_xlabel().lower(), (
    "What runs along the x axis? Say it in its label."
)
assert "usd per million tokens" in " ".join(ax.get_ylabel().lower().split()), (
    "A price without a unit says nothing: revisit the label of the y axis."
)
assert any([ax.get_title(loc=side).strip() for side in ("left", "center", "right")]), (
    "The figure needs a title."
)
### BEGIN HIDDEN TESTS
ax = price_plot(np.array(["Ada", "Bo"]), np.array([2.0, 1.0]), np.array([30.0, 4.0]))
assert all(shown(ax, np.array([2.0, 1.0]), np.array([30.0, 4.0]))), (
    "Labels belong to a figure with data, whatever the data are."
)
words = " ".join(
    [*ax.get_xlabel().lower().split(), "|", *ax.get_ylabel().lower().split()]
)
assert (
    "year" in words.partition("|")[0]
    and "usd per million tokens" in words.partition("|")[2]
), "The labels should not depend on the data."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "price_plot-legend", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
two = np.isin(PROVIDER, ["OpenAI", "DeepSeek"])
ax = price_plot(PROVIDER[two], YEAR[two], OUTPUT[two])
assert any(shown(ax, YEAR[two], OUTPUT[two])), (
    "A legend belongs to a figure that shows the prices."
)
for name in ("OpenAI", "DeepSeek"):
    assert any([name in text for text, _ in named(ax)]), (
        "A firm's name is missing: a reader cannot tell whose price it is."
    )
### BEGIN HIDDEN TESTS
firm = np.array(
    [
        "Zoe",
        "Bo",
        "Zoe",
        "Cy",
        "Bo",
        "Kim",
        "Ada",
        "Lev",
        "Max",
        "Pia",
        "Ada",
        "Max",
        "Tom",
        "Ula",
    ]
)
date = np.array([2.0, 1.0, 3.0, 1.5, 2.5, 0.5, 0.2, 3.3, 2.2, 1.1, 2.9, 0.7, 0.9, 1.9])
dollars = np.array(
    [5.0, 9.0, 2.0, 30.0, 0.4, 6.0, 11.0, 0.9, 0.3, 70.0, 3.0, 25.0, 8.0, 1.2]
)
ax = price_plot(firm, date, dollars)
looks, keys = {}, named(ax)
for owner, drawn in zip(firm, shown(ax, date, dollars)):
    assert drawn, "A price is not drawn, so the legend has nothing to explain."
    looks.setdefault(str(owner), set()).update([colour for colour, _, _ in drawn])
for owner, colours in looks.items():
    assert len(colours) == 1, "A firm appears in several colours."
    mine = [
        colour
        for text, colour in keys
        if [name for name in looks if name in text] == [owner]
    ]
    assert any([colour in colours for colour in mine]), (
        "A name does not stand in its firm's colour: revisit which label belongs to "
        "which data."
    )
assert len(set().union(*looks.values())) == len(looks), (
    "Two firms share a colour, so a reader cannot tell them apart."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "memo-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 13. Memo: "Prices fall 80% a year": whose price?
#
# *20 points, about 45 minutes. Prepared by all readings of the chapter.*
#
# A finance minister (or, if you prefer, the finance director of a hospital group) has read that "AI prices fall 80% a year"
# and wants to put that rate into a five-year budget. Write the memo that answers two questions: whose price falls at that
# rate, and which rate should the budget use?
#
# Write 250 to 350 words in full sentences, addressed to that reader, who knows no Python and has three minutes. Replace the
# text of the cell below. Use your own results from at least three of the tasks above, for example:
#
# - `decline_rate` for a leading model: OpenAI's were GPT-4 (8K) on 2023-03-14, GPT-5 on 2025-08-07 and GPT-5.5 on 2026-04-23;
# - the trend of all prices above a bar (task 5) and of constant quality at the same bar (task 6);
# - `solved_task_cost`: the list has no token counts, so take them from the table in the section *Why the answer changed sides*
#   of the reading *The price of a token*, or state an assumption. Figures from the readings are welcome if you name the
#   source.
#
# A grader reads the memo and gives up to 5 points for each of four criteria:
#
# | criterion | 5 points | 3 points | 1 point |
# |---|---|---|---|
# | **Whose price** | keeps apart the list price of leading models, the price of constant quality and the cost of a solved task; says which of them the claim fits | keeps two apart, or all three without a verdict on the claim | says only that prices differ |
# | **Numbers** | three or more correct results of your own with unit, dates, and mix or bar; the uncertainty of one is read correctly | three results, but units, dates or mixes are missing, or the uncertainty | one or two results, or figures without a source |
# | **Causes and limits** | tells price from cost and margin; takes no trend for a cause; names what list prices cannot show | two of the three | a caveat in general words |
# | **Advice and writing** | a rate, range or rule that follows from the numbers; what would change it; plain words; 250 to 350 words | advice without a condition or not from the numbers, or up to 50 words off | no advice, or far off in length |
#
# Points between these levels can be given; a criterion that is not met gets 0.

# %% [markdown] nbgrader={"grade": true, "grade_id": "memo", "locked": false, "points": 20, "schema_version": 3, "solution": true, "task": false}
# **To:** the Minister of Finance. **Subject:** should the budget assume that AI prices fall 80% a year?
#
# No. Plan with a smaller fall, count in solved tasks, and stay free to change sellers.
#
# The claim is true of some prices only. All figures are list prices in USD per million tokens, for three input tokens to one
# output token.
#
# First, the price of a fixed quality. The cheapest model that answers at least 35% of a graduate science test cost 37.50 in
# March 2023 and 0.14 in August 2025: a fall of 90% a year. A line through all seven record lows gives 93%, with an interval
# from 76% to 98%. Whoever takes the cheapest sufficient model for a task gets such a rate.
#
# Second, the price of the best. OpenAI's leading model fell from 37.50 to 3.44 by August 2025, or 63% a year, and rose to
# 11.25 by April 2026: over the whole time 32% a year. Claude Sonnet, a middle model, cost 6.00 in March 2024 and in September
# 2025: a better model, but no lower bill.
#
# Third, all list prices, dear ones included. Among models that reach 45% on the same test their trend falls by 75% a year, with
# an interval from 15% to 92%. Above a bar of 75% it runs from a large rise to a fall of 97%: the list cannot tell.
#
# Nor does a price show its cause. In 2025 o3 became 80% cheaper within eight weeks: the list cannot say whether cost or margin
# fell, and a margin cannot fall for ever. Nor does it show how many tokens a solved task takes, reasoning tokens included.
#
# I advise to budget for each solved task; to assume a fall of 30% a year for leading models and 60%, below the interval of the
# record lows, for routine work; to sign contracts of one year at most; and to review both rates yearly. A year without a lower
# price for a fixed quality would make me cut them; two more years at 90% would make me raise them.
#
# ---
#
# **For the grader.** Results to expect, for three parts input to one part output, in USD per million tokens: leading OpenAI
# model 37.50 (2023-03-14), 3.44 (2025-08-07), 11.25 (2026-04-23), so 63% a year to 2025 and 32% a year over the whole time;
# cheapest model with at least 35% on GPQA Diamond 37.50 to 0.14 (2025-08-07), 90% a year, and its seven record lows 93%, interval
# 76% to 98%; nine record lows at a bar of 45% 98%, interval 95% to 99%; `table_fit(45, 2.0)` 75%, interval 15% to 92%;
# `table_fit(75, 2.0)` 74%, from a rise of 140% to a fall of 97%; o3 cut by 80% in 55 days. Figures from the readings count if
# the memo names them as such, and so do stated assumptions about token counts.
#
# Common faults: total change given as an annual rate; one pair of models taken for the market; the trend of all prices above a
# bar taken for the price of constant quality; an interval that includes a rise read as "no change"; one seller's cut taken for
# better algorithms.
