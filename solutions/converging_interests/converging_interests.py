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
# # Converging interests: problem set 4
#
# The article says that a rival's free model pleases America's clouds, that users gain wherever it comes from, and that common
# interests may lead to cooperation. Here you build the tools that test such claims: who gains from a free model, how fast a
# practice spreads, what a game's payoffs imply, and how good a forecast was. You end with a memo to somebody who has to decide.
#
# Twelve tasks with code give 80 points, the memo 20. Plan about four hours in two sittings, say tasks 1 to 7 and the rest; the
# readings come on top.
#
# **How to answer.** Replace `raise NotImplementedError()` by your code, then run the test cell below it. That cell checks the
# form of your answer and an easy case or two. If a check fails, read its last line first. Passing the visible check is not yet
# full marks: reread the bullets, because the graded cell also tries cases that you do not see here. Everything that is tested
# is said in the task's text. You may add cells and functions of your own. When you are done, save, and hand in this one file under
# its own name, `converging_interests.ipynb`, in the way that your instructor names.
#
# **Words that hold for every task**
#
# - A *number* is a Python or NumPy number, whole or not; `True` and `False` are not numbers. An *array* is a NumPy array, and
#   its shape is written after it: `(n,)` is a row of `n` numbers, `(m, n)` a table of `m` rows and `n` columns. Where a number
#   is asked for, return a number; where an array is asked for, return a NumPy array.
# - Rates, shares and probabilities are fractions: 0.8 stands for 80%.
# - Acts in a game are counted from 0. In a table of payoffs the row is the act of the player who chooses rows, the column is
#   the act of the other.
# - Leave the arrays that you are given as they are: change a copy. Where a number or an array may come, `max` and `if` fail:
#   use `np.maximum`, `np.where` and `np.any`.
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


# include: close, mistakes, several, raises, shown, named, paints


# %% [markdown] nbgrader={"grade": false, "grade_id": "records-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## The data: questions with outcomes, and moves of two governments
#
# `QUESTIONS` are thirteen statements that were open on 13 February 2025. Each row has a key, the direction in which the event
# would point (`"tighter"`, `"looser"`, or `"technology"` for neither), whether it had come true by 31 May 2026 (1) or not (0),
# and the statement. They are the rows of the course's table `forecast_questions`. The list was written afterwards, so a score
# on it shows how scoring works and not who is skilled.
#
# `MOVES` are moves of the two governments, the rows of the course's table `cooperation_events`: the day (the middle of the
# month where only the month is known), the kind of move, and who made it. Which moves count, and as what, is the course's
# reading of press reports and documents. The sources stand in the tables.
#
# The cell also makes the columns as arrays: `DIRECTION` and `HAPPENED` of the questions; `YEAR` (a date as a number, so that
# 2025.5 is the middle of 2025), `KIND` and `SIDE` of the moves.

# %% nbgrader={"grade": false, "grade_id": "records", "locked": true, "schema_version": 3, "solution": false, "task": false}
QUESTIONS = [
    (
        "us_tighter",
        "tighter",
        1,
        "Washington puts a licence on a chip that could be sold to China freely",
    ),
    (
        "us_looser",
        "looser",
        1,
        "Washington lifts the presumption of denial from a chip",
    ),
    (
        "diffusion",
        "looser",
        1,
        "Washington gives up the chip framework of January 2025",
    ),
    ("materials", "tighter", 1, "China puts new limits on the export of materials"),
    (
        "refusal",
        "tighter",
        1,
        "China tells its firms not to buy an AI chip that the US allows",
    ),
    ("tariffs", "looser", 1, "Both governments agree in writing to lower tariffs"),
    ("summit", "looser", 1, "The two presidents meet in person"),
    ("dialogue", "looser", 1, "The governments agree on talks about AI"),
    ("law", "tighter", 0, "Congress turns a bill on AI chips into law"),
    ("agreement", "looser", 0, "The governments sign a binding agreement on AI"),
    ("sales", "looser", 0, "Nvidia reports revenue in China from a chip above the H20"),
    ("arena", "technology", 0, "A Chinese model leads the Arena in the AI Index"),
    ("openai", "technology", 1, "OpenAI publishes the weights of a language model"),
]
DIRECTION = np.array([row[1] for row in QUESTIONS])
HAPPENED = np.array([row[2] for row in QUESTIONS])

MOVES = [
    ("2019-05-15", "escalation", "US"),  # executive order on the supply chain
    ("2019-05-16", "escalation", "US"),  # Huawei on the Entity List
    ("2020-01-15", "cooperation", "both"),  # Phase One trade agreement
    ("2022-10-07", "escalation", "US"),  # first controls on AI chips
    ("2023-08-01", "escalation", "China"),  # licences for gallium and germanium
    ("2023-10-17", "escalation", "US"),  # controls reach weaker chips
    ("2023-11-15", "cooperation", "both"),  # Woodside: talks about AI
    ("2024-05-15", "cooperation", "both"),  # one round of talks in Geneva
    ("2024-11-15", "cooperation", "both"),  # Lima: words on nuclear weapons
    ("2024-12-02", "escalation", "US"),  # memory, tools and 140 firms
    ("2024-12-03", "escalation", "China"),  # ban on gallium, germanium, antimony
    ("2025-01-15", "escalation", "US"),  # world-wide framework for chips
    ("2025-03-17", "escalation", "US"),  # Commerce bars DeepSeek from its devices
    ("2025-04-02", "escalation", "both"),  # tariffs begin to climb
    ("2025-04-09", "escalation", "US"),  # licence for the H20
    ("2025-05-12", "cooperation", "both"),  # Geneva: tariffs cut
    ("2025-06-10", "cooperation", "both"),  # London: rare earths for chip tools
    ("2025-07-14", "cooperation", "US"),  # H20 sales may resume
    ("2025-08-11", "cooperation", "both"),  # truce extended
    ("2025-08-12", "escalation", "China"),  # firms told to avoid the H20
    ("2025-09-29", "escalation", "US"),  # controls reach firms owned by listed ones
    ("2025-10-09", "escalation", "China"),  # wider controls on rare earths
    ("2025-10-30", "cooperation", "both"),  # Busan: a pause of a year
    ("2025-11-15", "escalation", "China"),  # domestic chips in state-funded centres
    ("2025-12-08", "cooperation", "US"),  # H200 announced for approved customers
    ("2026-01-13", "cooperation", "US"),  # H200 case by case
    ("2026-01-14", "escalation", "China"),  # customs do not let the H200 in
    ("2026-05-14", "cooperation", "US"),  # some ten firms cleared
    ("2026-05-15", "cooperation", "both"),  # Beijing: talks about AI
    ("2026-05-31", "escalation", "US"),  # licences bind Chinese firms abroad
]
KIND = np.array([row[1] for row in MOVES])
SIDE = np.array([row[2] for row in MOVES])
DAYS = np.array([row[0] for row in MOVES], dtype="datetime64[D]") - np.datetime64(
    "2019-01-01"
)
YEAR = 2019 + DAYS.astype(float) / 365.25

# %% [markdown] nbgrader={"grade": false, "grade_id": "cloud_profit-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 1. Does a cloud like a free model?
#
# *7 points, about 16 minutes. Prepared by the reading* Who gains from a free model?
#
# A user pays two sellers for an answer: the laboratory a fee for its model, the cloud a price for the computing. What is the
# cloud's profit worth when the fee falls? And what if the cloud owns a part of the laboratory?
#
# Users buy `slope` × (`choke_price` − what an answer costs them) million answers a month, fee and computing together, and
# nothing once an answer costs `choke_price` or more. Money is in USD an answer, so that profits are in million USD a month.
#
# **Part 1, 4 points.** Write `cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope)`: the cloud's monthly
# profit, if it takes `compute_price` for the computing of an answer and bears `compute_cost` for it. The fee goes to the
# laboratory.
#
# - `model_fee`: a number or an array `(n,)` of fees. The others are numbers, `slope` above 0. The cloud may sell below its
#   cost.
# - Returns million USD a month: a number for a number, an array `(n,)` for an array.
# - Raises ValueError if any fee is below 0.
#
# **Part 2, 3 points.** Write `largest_stake(old_fee, compute_price, compute_cost, choke_price, slope)`. The cloud owns a share
# of the laboratory and gets that share of its profit. The laboratory has no costs of its own: its profit is the fee times the
# answers. Now a model as good appears with no fee at all, the laboratory sells nothing any more, and the cloud's price stays.
#
# - Returns the largest share, a number from 0 to 1, at which the cloud and its stake together do not lose by that. It is 1 if
#   even the owner of the whole laboratory does not lose.
# - All arguments are numbers. Raises ValueError unless `old_fee` is above 0 and `compute_price` is above `compute_cost`.
#
# Then let the model need less computing for each answer as well as a lower fee. From which elasticity on does the cloud
# still gain? And suppose that a cloud's revenue rose in the quarter after a free model came out: what does that not
# show?


# %% nbgrader={"grade": false, "grade_id": "cloud_profit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cloud_profit(model_fee, compute_price, compute_cost, choke_price, slope):
    """A cloud's profit from answers for which users also pay a laboratory's fee.

    Parameters
    ----------
    model_fee : number or array (n,)
        The laboratory's fee, USD an answer.
    compute_price, compute_cost : number
        What the cloud takes and bears for the computing, USD an answer.
    choke_price : number
        Price of an answer at which nobody buys, USD.
    slope : number
        Million answers a month that are bought more if an answer costs 1 USD less.

    Returns
    -------
    number or array (n,)
        Million USD a month.
    """
    ### BEGIN SOLUTION
    if np.any(np.less(model_fee, 0)):
        raise ValueError("a fee cannot be negative")
    answers = slope * np.maximum(choke_price - compute_price - model_fee, 0)
    return (compute_price - compute_cost) * answers
    ### END SOLUTION


def largest_stake(old_fee, compute_price, compute_cost, choke_price, slope):
    """Largest share of a laboratory at which its owner, a cloud, does not lose by a
    free model.

    Parameters
    ----------
    old_fee : number
        The laboratory's fee before, USD an answer.
    compute_price, compute_cost, choke_price, slope : number
        As in `cloud_profit`.

    Returns
    -------
    number
        Share from 0 to 1.
    """
    ### BEGIN SOLUTION
    if old_fee <= 0 or compute_price <= compute_cost:
        raise ValueError(
            "the old fee must be above 0, and the cloud must earn on an answer"
        )
    before = slope * max(choke_price - compute_price - old_fee, 0)
    after = slope * max(choke_price - compute_price, 0)
    gain, fees_lost = (
        (compute_price - compute_cost) * (after - before),
        old_fee * before,
    )
    return 1.0 if gain >= fees_lost else gain / fees_lost
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "cloud_profit-profit", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = cloud_profit(3.0, 2.0, 0.5, 10.0, 4.0)
mistakes(
    got,
    {
        "That is the cloud's revenue: its own cost comes off.": [40.0],
        "The fee goes to the laboratory, not to the cloud.": [90.0, 100.0, 60.0],
        "Users pay the fee as well: revisit what an answer costs them.": [48.0],
        "Users pay the cloud's price, not its cost: revisit what an answer costs "
        "them.": [39.0],
        "The fee is paid by the users and is no cost of the cloud.": [-30.0],
        "The slope counts answers for each USD below the choke price: revisit the "
        "demand.": [
            -15.0,
            0.0,
        ],
        "These are the answers sold, not yet a profit.": [20.0],
        "That is the cloud's cost, not its profit.": [10.0],
    },
)
assert close(got, 30.0), (
    "Revisit the answers that users buy, then what the cloud earns on each."
)
got = cloud_profit(np.array([0.0, 3.0, 9.0]), 2.0, 0.5, 10.0, 4.0)
mistakes(
    got,
    {
        "Nobody buys a negative number of answers: revisit the choke price.": [
            np.array([48.0, 30.0, -6.0])
        ]
    },
)
assert close(got, np.array([48.0, 30.0, 0.0])), (
    "Several fees at once: revisit demand and profit."
)
### BEGIN HIDDEN TESTS
assert close(cloud_profit(4, 2, 1, 10, 3), 12), (
    "Whole numbers: revisit demand and profit."
)
assert close(cloud_profit(12.5, 2.0, 0.5, 10.0, 4.0), 0.0), (
    "A fee above the choke price: nobody buys."
)
assert close(cloud_profit(0, 10.0, 3.0, 10.0, 4.0), 0.0), (
    "At the choke price nobody buys any more."
)
assert close(
    cloud_profit(np.array([1, 0, 30, 5]), 3, 4, 12, 2), np.array([-16, -18, 0, -8])
), "A cloud that sells below its cost loses the more, the more it sells."
assert close(
    cloud_profit(np.array([0.004, 0.0]), 0.002, 0.0015, 0.01, 0.7),
    np.array([1.4e-6, 2.8e-6]),
), "Small prices: return profits as they are, not rounded."
assert close(cloud_profit(np.array([2.5]), 1.5, 0.25, 9.0, 6.0), np.array([37.5])), (
    "One fee in an array gives an array."
)
for bad in (-0.01, np.array([1.0, -2.0]), np.array([-1.0, 3.0, 4.0])):
    assert raises(ValueError, cloud_profit, bad, 2.0, 0.5, 10.0, 4.0), (
        "A negative fee should be refused, also one among several."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "cloud_profit-stake", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = largest_stake(3.0, 2.0, 0.5, 10.0, 4.0)
mistakes(
    got,
    {
        "The cloud gains the change of its profit, not the whole of it.": [0.8],
        "Count what the cloud earns on the added answers, not what it takes in.": [0.4],
        "The laboratory loses what it earned before, on the answers of that time.": [
            0.1875
        ],
        "That is what the laboratory loses over what the cloud gains: turn it round.": [
            60 / 18
        ],
        "Compare the gain with the stake's loss, not with gain and loss together.": [
            18 / 78
        ],
        "A share is a fraction, not a percentage.": [30.0],
        "That is the share that is left: revisit which owner is just as well off.": [
            0.7
        ],
        "The cloud gains something and so bears a small stake: revisit its gain.": [
            0.0
        ],
    },
)
assert close(got, 0.3), (
    "Revisit the cloud's gain and the laboratory's loss; which share of the loss "
    "equals the gain?"
)
### BEGIN HIDDEN TESTS
assert close(largest_stake(4, 2, 1, 11, 1), 0.2), (
    "Whole numbers: revisit gain and loss."
)
assert close(largest_stake(0.5, 1.25, 1.0, 9.0, 6.0), 0.25 / 7.25), (
    "A small fee: revisit gain and loss."
)
assert close(largest_stake(7.0, 2.0, 1.0, 10.0, 4.0), 1.0), (
    "Where gain and loss are equal, even the whole laboratory is bearable."
)
assert close(largest_stake(7.5, 2.0, 1.0, 10.0, 4.0), 1.0), "A share cannot exceed 1."
assert close(largest_stake(9.0, 2.0, 1.0, 10.0, 4.0), 1.0), (
    "A fee at which nobody bought: the laboratory has nothing to lose."
)
assert close(largest_stake(2.0, 12.0, 1.0, 10.0, 4.0), 1.0), (
    "If nobody buys in any case, nobody loses."
)
assert close(largest_stake(0.003, 0.002, 0.0015, 0.01, 0.7), 0.1), (
    "The unit of money does not matter: revisit the ratio."
)
for bad in ((0, 2.0, 1.0), (-1.0, 2.0, 1.0), (3.0, 1.0, 1.0), (3.0, 1.0, 2.0)):
    assert raises(ValueError, largest_stake, *bad, 10.0, 4.0), (
        "Without a fee, or without a margin, there is nothing to weigh."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "adoption_return-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 2. Does a model pay for a worker?
#
# *7 points, about 15 minutes. Prepared by the reading* The worker's arithmetic.
#
# An hour saved is worth the wage, and tokens cost the same everywhere. So who gains? A trap waits on the way: whoever makes a
# fraction $g$ more in an hour does not save the fraction $g$ of the hours.
#
# **Part 1, 4 points.** Write `adoption_return(hours, speedup, wage, tokens, token_price, licence)`: what a worker's use of a
# model brings in a month, after its cost.
#
# - Without the model the work takes `hours` hours a month. With it the same work is done, but output an hour is higher by the
#   fraction `speedup`; a negative one means that the worker is slower. The hours that become free are worth the wage.
# - `wage`: USD an hour, a number or an array `(n,)`. `tokens`: tokens a month, at `token_price` USD per million tokens.
#   `licence`: USD a month, whatever is used. All but `wage` are numbers.
# - Returns USD a month: a number for a number, an array `(n,)` for an array.
# - Raises ValueError unless `speedup` is above −1.
#
# **Part 2, 3 points.** Write `breakeven_wage(hours, speedups, tokens, token_price, licence)`: the wage at which the model costs
# what it brings.
#
# - `speedups`: an array `(n,)`, of several workers. The other arguments are numbers as in part 1, `hours` above 0.
# - Returns an array `(n,)`, USD an hour. Where no hours are saved no wage is high enough: the answer is `np.inf`.
# - Raises ValueError unless every speedup is above −1.
#
# The speedups that you would put in come from studies of some workers. For which others may you use them, and what
# would you have to know first?


# %% nbgrader={"grade": false, "grade_id": "adoption_return", "locked": false, "schema_version": 3, "solution": true, "task": false}
def adoption_return(hours, speedup, wage, tokens, token_price, licence):
    """Monthly return of a model to a worker, after its cost.

    Parameters
    ----------
    hours : number
        Hours a month that the work takes without the model.
    speedup : number
        Fraction by which output an hour rises.
    wage : number or array (n,)
        USD an hour.
    tokens : number
        Tokens a month.
    token_price : number
        USD per million tokens.
    licence : number
        USD a month.

    Returns
    -------
    number or array (n,)
        USD a month.
    """
    ### BEGIN SOLUTION
    if speedup <= -1:
        raise ValueError("a worker cannot lose the whole output of an hour")
    hours_saved = hours * speedup / (1 + speedup)
    return hours_saved * wage - (tokens / 1e6 * token_price + licence)
    ### END SOLUTION


def breakeven_wage(hours, speedups, tokens, token_price, licence):
    """Wage at which a model costs what it brings.

    Parameters
    ----------
    hours : number
        Hours a month that the work takes without the model.
    speedups : array (n,)
        Fractions by which output an hour rises, of several workers.
    tokens, token_price, licence : number
        As in `adoption_return`.

    Returns
    -------
    array (n,)
        USD an hour, or infinity.
    """
    ### BEGIN SOLUTION
    if np.any(speedups <= -1):
        raise ValueError("no worker can lose the whole output of an hour")
    monthly_cost = tokens * token_price / 1e6 + licence
    freed = np.where(speedups > 0, hours * (1 - 1 / (1 + speedups)), np.nan)
    return np.where(speedups > 0, monthly_cost / freed, np.inf)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "adoption_return-gain", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = adoption_return(60.0, 0.25, 30.0, 2_000_000, 5.0, 20.0)
mistakes(
    got,
    {
        "A quarter more in an hour is not a quarter fewer hours: revisit the hours "
        "saved.": [420.0],
        "Those are the hours that the work still takes, not the hours saved.": [1410.0],
        "The hours saved are a part of the hours without the model: revisit the base "
        "of the fraction.": [570.0],
        "The model has a cost, which comes off.": [360.0],
        "The licence is paid each month as well.": [350.0],
        "The tokens are paid as well.": [340.0],
        "Costs come off: revisit the signs.": [390.0, 370.0],
        "The price is per million tokens: revisit the units.": [
            360.0 - 1e7 - 20.0,
            360.0 - 20.0 - 1e-5,
        ],
        "That is the return for each USD of cost; here it is asked for in USD a "
        "month.": [
            11.0,
            12.0,
        ],
    },
    rtol=1e-9,
)
assert close(got, 330.0), (
    "Revisit the hours saved, their worth, and the cost of a month."
)
got = adoption_return(60.0, 0.25, np.array([10.0, 30.0]), 2_000_000, 5.0, 20.0)
assert close(got, np.array([90.0, 330.0])), (
    "Several wages at once: revisit which part of the answer depends on the wage."
)
### BEGIN HIDDEN TESTS
assert close(adoption_return(40, 1, 3, 500_000, 60, 12), 18), (
    "Twice the output an hour saves half of the hours."
)
assert close(adoption_return(40.0, -0.2, 50.0, 1e6, 10.0, 0.0), -510.0), (
    "A slower worker loses hours: revisit negative speedups."
)
assert close(adoption_return(35.0, 0, 25.0, 3e6, 2.0, 9.0), -15.0), (
    "Without a speedup only the cost is left."
)
assert close(
    adoption_return(160.0, 0.15, np.array([0.0, 2.5, 64.0]), 7e5, 2.19, 0),
    160 * 0.15 / 1.15 * np.array([0.0, 2.5, 64.0]) - 1.533,
), "Revisit a small speedup at low and high wages."
assert close(
    adoption_return(0.02, 0.5, np.array([3.0]), 400, 0.28, 0.0),
    np.array([0.02 - 0.000112]),
), (
    "Small sums: return them as they are, not rounded; one wage in an array gives an "
    "array."
)
assert close(adoption_return(12, -0.5, 10, 0, 5, 1), -121), (
    "At half the output an hour the work takes twice as long."
)
for bad in (-1, -1.5, -20):
    assert raises(ValueError, adoption_return, 60.0, bad, 30.0, 1e6, 5.0, 20.0), (
        "With this speedup nothing would be made any more."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "adoption_return-wage", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = breakeven_wage(60.0, np.array([0.25, 1.0]), 2_000_000, 5.0, 20.0)
mistakes(
    got,
    {
        "A quarter more in an hour is not a quarter fewer hours: revisit the hours "
        "saved.": [np.array([2.0, 0.5])],
        "Those are the hours that the work still takes, not the hours saved.": [
            np.array([0.625, 1.0])
        ],
        "The licence is paid each month as well.": [np.array([10 / 12, 1 / 3])],
        "The tokens are paid as well.": [np.array([20 / 12, 2 / 3])],
        "The cost is spread over the hours saved, not over all hours.": [
            np.array([0.5, 0.5])
        ],
        "The price is per million tokens: revisit the units.": [
            np.array([10_000_020 / 12, 10_000_020 / 30])
        ],
        "That is the number of hours saved for a dollar: turn it round.": [
            np.array([0.4, 1.0])
        ],
        "That is the cost of a month; how much of it falls on an hour saved?": [
            np.array([30.0, 30.0])
        ],
    },
)
assert close(got, np.array([2.5, 1.0])), (
    "At the break-even wage the hours saved are worth the cost: revisit both."
)
got = breakeven_wage(60.0, np.array([0.0, -0.2]), 2_000_000, 5.0, 20.0)
mistakes(
    got,
    {
        "If the worker is slower with the model, no wage makes it pay.": [
            np.array([np.inf, -2.0]),
            np.array([np.inf, 2.0]),
        ],
        "Where no hours are saved the answer is infinity.": [
            np.full(2, np.nan),
            np.zeros(2),
            np.array([np.nan, np.inf]),
        ],
    },
)
assert close(got, np.full(2, np.inf)), "Revisit workers who save no hours."
### BEGIN HIDDEN TESTS
assert close(
    breakeven_wage(40, np.array([-0.5, 3, 0, 1]), 3_000_000, 4, 18),
    np.array([np.inf, 1.0, np.inf, 1.5]),
), "Workers who save hours and workers who don't, together."
assert close(
    breakeven_wage(7.5, np.array([0.34]), 2e5, 60.0, 0.0),
    np.array([12.0 / (7.5 - 7.5 / 1.34)]),
), "One worker in an array, and no licence."
assert close(
    breakeven_wage(500.0, np.array([0.15, 0.02]), 1000, 0.28, 0),
    0.00028 / 500 * np.array([1.15 / 0.15, 51.0]),
), "Small costs: return wages as they are, not rounded."
assert close(
    breakeven_wage(20.0, np.array([0.6, -0.1]), 0, 5.0, 0.0), np.array([0.0, np.inf])
), "What costs nothing pays at any wage, if it saves hours."
for bad in (np.array([0.5, -1.0]), np.array([-3.0, 0.5, 0.2])):
    assert raises(ValueError, breakeven_wage, 60.0, bad, 1e6, 5.0, 20.0), (
        "One impossible speedup is enough to refuse."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "convergence-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 3. How fast does a laggard catch up?
#
# *7 points, about 16 minutes. Prepared by the reading* The car precedent.
#
# In 1980 an American plant needed far more hours for a car than Toyota's. What shrinks at a constant rate is the *gap* between
# the two, not the laggard's hours.
#
# **Part 1, 4 points.** Write `gap_half_life(start, end, best, years)`: the time in which the gap halves.
#
# - `start`, `end`: hours for a car that the laggard needs at first, and `years` years later; `best`: hours that the leader
#   needs throughout. All are numbers. The gap is what the laggard needs more than the leader, and each year takes the same
#   fraction of it.
# - Returns years, a number.
# - Raises ValueError unless `start` > `end` > `best` and `years` > 0.
#
# **Part 2, 3 points.** Write `hours_path(start, best, half_life, progress, years)`: the laggard's hours, when the leader does
# not stand still.
#
# - At time 0 the laggard needs `start` hours and the leader `best`. The leader's hours fall by the constant fraction `progress`
#   each year (they rise if it is negative). The gap, in hours, halves every `half_life` years, wherever the leader is.
# - `years`: times from 0 on, whole or not, a number or an array `(n,)` in any order. The others are numbers.
# - Returns the laggard's hours at these times: a number for a number, an array `(n,)` for an array.
# - Raises ValueError unless `half_life` > 0 and `progress` < 1.
#
# Then think of the reading's cars. If exports are limited while the laggard catches up, who gains, and who pays? Can a
# whole industry become more productive while one of its firms fails?


# %% nbgrader={"grade": false, "grade_id": "convergence", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gap_half_life(start, end, best, years):
    """Time in which the gap between a laggard and a leader halves.

    Parameters
    ----------
    start, end : number
        The laggard's hours at first and at the end.
    best : number
        The leader's hours.
    years : number
        Time between start and end.

    Returns
    -------
    number
        Years.
    """
    ### BEGIN SOLUTION
    if not start > end > best or years <= 0:
        raise ValueError("the gap must shrink and stay, in a time above 0")
    halvings = np.log2((start - best) / (end - best))
    return years / halvings
    ### END SOLUTION


def hours_path(start, best, half_life, progress, years):
    """Hours of a laggard who closes the gap to a leader who moves.

    Parameters
    ----------
    start, best : number
        Hours of laggard and leader at time 0.
    half_life : number
        Years in which the gap halves.
    progress : number
        Fraction of the leader's hours that is saved each year.
    years : number or array (n,)
        Times.

    Returns
    -------
    number or array (n,)
        The laggard's hours.
    """
    ### BEGIN SOLUTION
    if half_life <= 0 or progress >= 1:
        raise ValueError("half_life must be above 0 and progress below 1")
    leader = best * (1 - progress) ** years
    return leader + (start - best) * 0.5 ** (years / half_life)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "convergence-halflife", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = gap_half_life(42.0, 18.0, 10.0, 6.0)
mistakes(
    got,
    {
        "What shrinks at a constant rate is the gap to the leader, not the hours.": [
            4.908416
        ],
        "A constant rate takes a fraction of what is left, not equal steps.": [
            4.0,
            5.25,
        ],
        "Time runs forward: revisit the sign.": [-3.0],
        "Natural and decimal logarithms are mixed: use one base.": [6.907755, 1.302883],
        "That is the time in which the gap falls to 1/e of itself: revisit the half.": [
            4.328085
        ],
        "That is the fraction of the gap that a year takes, not a half-life.": [
            0.206299
        ],
        "How often does the gap halve within these years? Divide the years by it.": [
            12.0,
            1 / 3,
            2.0,
        ],
        "Two gaps, one ratio: the fraction that is left, not the fraction that is "
        "closed, decides.": [14.456521],
    },
    rtol=1e-5,
)
assert close(got, 3.0), "Revisit both gaps; how often has the first one halved?"
### BEGIN HIDDEN TESTS
assert close(gap_half_life(20, 16, 12, 5), 5.0), (
    "A gap that halved once, in whole numbers."
)
assert close(gap_half_life(31.0, 30.0, 16.0, 0.5), 0.5 * np.log(2) / np.log(15 / 14)), (
    "A gap that hardly moved has a long half-life."
)
assert close(
    gap_half_life(45.0, 29.5, 20.0, 14.0), 14 * np.log(2) / np.log(25 / 9.5)
), "Revisit the gap at each end."
assert close(gap_half_life(9.0, 0.001, 0.0, 8.0), 8 * np.log(2) / np.log(9000)), (
    "A leader who needs no hours: the gap is the hours."
)
for bad in (
    (18.0, 42.0, 10.0, 6.0),
    (42.0, 42.0, 10.0, 6.0),
    (42.0, 10.0, 10.0, 6.0),
    (42.0, 9.0, 10.0, 6.0),
):
    assert raises(ValueError, gap_half_life, *bad), (
        "This gap does not shrink, or is gone: it has no half-life."
    )
for bad in (0, -6.0):
    assert raises(ValueError, gap_half_life, 42.0, 18.0, 10.0, bad), (
        "No time has passed."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "convergence-path", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = hours_path(42.0, 10.0, 3.0, 0.1, np.array([0.0, 3.0, 6.0]))
mistakes(
    got,
    {
        "The leader does not stand still: revisit its progress.": [
            np.array([42.0, 26.0, 18.0])
        ],
        "What halves is the gap, not the laggard's hours.": [
            np.array([42.0, 21.0, 10.5])
        ],
        "That is the gap; the laggard needs the leader's hours too.": [
            np.array([32.0, 16.0, 8.0])
        ],
        "The leader's fall is compound: a fraction of what is left, each year.": [
            np.array([42.0, 23.0, 12.0])
        ],
        "A yearly fraction is not a continuous rate: revisit the leader.": [
            np.array([42.0, 23.408182, 13.488116])
        ],
        "The half-life says when half of the gap is left, not 1/e: revisit the gap.": [
            np.array([42.0, 19.062142, 9.645149])
        ],
        "The gap of time 0 is what shrinks: don't measure it anew against the leader "
        "of each year.": [np.array([42.0, 24.645, 14.485808])],
        "The leader's hours fall: revisit the sign of progress.": [
            np.array([42.0, 29.31, 25.71561])
        ],
        "These are the leader's hours.": [np.array([10.0, 7.29, 5.31441])],
    },
    rtol=1e-5,
)
assert close(got, np.array([42.0, 23.29, 13.31441])), (
    "Revisit the leader's hours and the gap at each time, and add them."
)
### BEGIN HIDDEN TESTS
assert close(hours_path(30, 20, 4, 0, 8), 22.5), (
    "One time in whole numbers, and a leader who stands still."
)
assert close(
    hours_path(30.0, 20.0, 2.0, 0.5, np.array([2, 0, 1])),
    np.array([10.0, 30.0, 10 + 10 * 0.5**0.5]),
), "Times in any order, and whole numbers."
assert close(
    hours_path(25, 9, 0.8, -0.05, np.array([0.4, 2.0])),
    9 * 1.05 ** np.array([0.4, 2.0]) + 16 * np.array([0.5**0.5, 2**-2.5]),
), "A leader who gets slower, and times within a year."
assert close(
    hours_path(0.03, 0.01, 5.0, 0.2, np.array([5.0])), np.array([0.0132768])
), (
    "Small numbers: return them as they are, not rounded; one time in an array gives "
    "an array."
)
for bad in ((0, 0.1), (-2.0, 0.1), (3.0, 1), (3.0, 10)):
    assert raises(ValueError, hours_path, 42.0, 10.0, *bad, np.array([1.0])), (
        "This half-life or this progress cannot be."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "diffusion-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 4. Who will use it, if not everybody will?
#
# *6 points, about 14 minutes. Prepared by the reading* The car precedent. *The curve is built here.*
#
# A practice spreads by contact: users win those who do not use it yet. At first it grows like an exponential, later it slows
# down, and a *ceiling* $K$, the share that will ever use it, stops it. On the *logistic* curve the ratio $s/(K - s)$, users
# over those still to be won, is multiplied by $e^{r t}$ within $t$ years. Here $s$ is the share of users and $r$ the contact
# rate. The rest is algebra.
#
# **Part 1, 3 points.** Write `diffusion_path(start, rate, ceiling, years)`: the share of users at the given times.
#
# - `start`: the share at time 0. `rate`: $r$ a year, a number of any sign. `ceiling`: $K$. These are numbers.
# - `years`: a number or an array `(n,)` of times, in any order; negative ones lie in the past.
# - Returns shares of all (not of the ceiling): a number for a number, an array `(n,)` for an array.
# - Raises ValueError unless 0 < `start` < `ceiling` ≤ 1.
#
# **Part 2, 3 points.** Write `years_to_reach(start, rate, ceiling, targets)`: when does the curve reach these shares?
#
# - `targets`: an array `(n,)` of shares above 0. The others are numbers as in part 1.
# - Returns an array `(n,)`, years from time 0; negative where the share was passed before time 0. A share that the curve never
#   reaches, the ceiling itself among them, gets `np.inf`.
# - Raises ValueError unless 0 < `start` < `ceiling` ≤ 1 and `rate` > 0.
#
# In which points is a technology that spreads among firms like a maker of cars who learns from a leader, and in which
# is it not?


# %% nbgrader={"grade": false, "grade_id": "diffusion", "locked": false, "schema_version": 3, "solution": true, "task": false}
def diffusion_path(start, rate, ceiling, years):
    """Share of users on a logistic curve with a given ceiling.

    Parameters
    ----------
    start : number
        Share at time 0.
    rate : number
        Contact rate, 1/year.
    ceiling : number
        Share that will ever use it.
    years : number or array (n,)
        Times.

    Returns
    -------
    number or array (n,)
        Shares of all.
    """
    ### BEGIN SOLUTION
    if not 0 < start < ceiling <= 1:
        raise ValueError("start must lie above 0 and below a ceiling of at most 1")
    ratio = start / (ceiling - start) * np.exp(rate * years)
    return ceiling * ratio / (1 + ratio)
    ### END SOLUTION


def years_to_reach(start, rate, ceiling, targets):
    """Times at which a logistic curve reaches given shares.

    Parameters
    ----------
    start, rate, ceiling : number
        As in `diffusion_path`, the rate above 0.
    targets : array (n,)
        Shares of all.

    Returns
    -------
    array (n,)
        Years from time 0, or infinity.
    """
    ### BEGIN SOLUTION
    if not 0 < start < ceiling <= 1 or rate <= 0:
        raise ValueError(
            "start must lie between 0 and the ceiling, and the rate above 0"
        )
    reachable = np.where(targets < ceiling, targets, np.nan)
    wait = (
        np.log(reachable * (ceiling - start) / (start * (ceiling - reachable))) / rate
    )
    return np.where(np.isnan(wait), np.inf, wait)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "diffusion-path", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = diffusion_path(0.1, np.log(2), 0.6, np.array([0.0, 1.0, 2.0]))
mistakes(
    got,
    {
        "Not everybody will use it: revisit the ceiling.": [
            np.array([0.1, 0.181818, 0.307692])
        ],
        "That curve grows for ever: revisit those who are still to be won.": [
            np.array([0.1, 0.2, 0.4])
        ],
        "That is the share of the ceiling; the share of all is asked for.": [
            np.array([1 / 6, 0.285714, 0.444444])
        ],
        "The ratio grows by a power of e, not of 1 + rate.": [
            np.array([0.1, 0.151780, 0.218648])
        ],
        "Users win others in time: revisit the sign of the exponent.": [
            np.array([0.1, 0.054545, 0.028571])
        ],
        "A gap that closes by itself starts fast; here users win others, so the start "
        "is slow.": [np.array([0.1, 0.35, 0.475])],
        "That is the ratio of users to those still to be won; from it follows the "
        "share.": [np.array([0.2, 0.4, 0.8])],
    },
    rtol=1e-5,
)
assert close(got, np.array([0.1, 6 / 35, 4 / 15])), (
    "Revisit the ratio at each time, then the share that belongs to it."
)
### BEGIN HIDDEN TESTS
assert close(diffusion_path(0.5, 1, 1, 0), 0.5), (
    "At time 0 the share is the one given; a ceiling of 1 is allowed."
)
assert close(diffusion_path(0.2, np.log(3), 0.8, 1), 0.4), (
    "One time gives one number: revisit the ratio."
)
assert close(
    diffusion_path(0.2, np.log(3), 0.8, np.array([3, -2, 1])),
    np.array([0.72, 0.8 / 28, 0.4]),
), "Times in any order, and in the past."
assert close(
    diffusion_path(0.3, -0.7, 0.4, np.array([0.5])),
    np.array([1.2 / (3 + np.exp(0.35))]),
), "A negative rate: users leave. One time in an array gives an array."
assert close(
    diffusion_path(1e-5, 0.9, 0.35, np.array([2.5, 0.0])),
    0.35 / (1 + 34999 * np.exp([-2.25, 0.0])),
), "Small shares: return them as they are, not rounded."
assert close(diffusion_path(0.3, 2.0, 0.7, 20.0), 0.7), (
    "After a long time the share is the ceiling."
)
for bad in ((0, 0.5), (-0.1, 0.5), (0.5, 0.5), (0.6, 0.5), (0.5, 1.01), (10, 60)):
    assert raises(ValueError, diffusion_path, bad[0], 0.4, bad[1], np.array([1.0])), (
        "These shares cannot be a start and a ceiling."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "diffusion-wait", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = years_to_reach(0.1, np.log(5), 0.6, np.array([0.1, 0.3, 0.5]))
mistakes(
    got,
    {
        "Not everybody will use it: revisit the ceiling.": [
            np.array([0.0, 0.838757, 1.365212])
        ],
        "That curve grows for ever: revisit those who are still to be won.": [
            np.array([0.0, 0.682606, 1.0])
        ],
        "Natural and decimal logarithms are mixed: use one base.": [
            np.array([0.0, 0.434294, 0.868589])
        ],
        "Time runs forward: revisit the sign.": [np.array([0.0, -1.0, -2.0])],
        "Time starts where the share is the one given: revisit the ratio at the "
        "start.": [np.array([-1.0, 0.0, 1.0])],
        "The rate is a power of e, not 1 + rate.": [
            np.array([0.0, 1.678009, 3.356018])
        ],
        "Divide by the rate, don't multiply.": [np.array([0.0, 2.590290, 5.180581])],
    },
    rtol=1e-5,
)
assert close(got, np.array([0.0, 1.0, 2.0])), (
    "By which factor must the ratio grow, and how long does that take?"
)
got = years_to_reach(0.1, np.log(5), 0.6, np.array([0.6, 0.7]))
mistakes(
    got,
    {
        "A share at the ceiling or above it is never reached: the answer is "
        "infinity.": [
            np.full(2, np.nan),
            np.array([np.inf, np.nan]),
        ]
    },
)
assert close(got, np.full(2, np.inf)), "Revisit shares that the curve never reaches."
### BEGIN HIDDEN TESTS
assert close(
    years_to_reach(0.5, 1, 1, np.array([0.5, 1, 0.75])),
    np.array([0.0, np.inf, np.log(3)]),
), "With a ceiling of 1 the curve comes near to it and never reaches it."
assert close(
    years_to_reach(0.4, np.log(3), 0.8, np.array([0.9, 0.2, 0.6, 0.08])),
    np.array([np.inf, -1.0, 1.0, -2.0]),
), (
    "Shares that were passed before time 0 have negative times; the order is that of "
    "the targets."
)
assert close(
    years_to_reach(0.02, 0.35, 0.9, np.array([0.45])), np.array([np.log(44) / 0.35])
), "Half of the ceiling: revisit the ratio."
assert close(
    years_to_reach(0.3, 40.0, 0.7, np.array([0.301])),
    np.array([np.log(0.301 * 0.4 / 0.3 / 0.399) / 40]),
), "A short time: return it as it is, not rounded."
for bad in (
    (0, 0.4, 0.5),
    (0.5, 0.4, 0.5),
    (0.7, 0.4, 0.5),
    (0.5, 0.4, 1.2),
    (0.2, 0, 0.5),
    (0.2, -0.4, 0.5),
):
    assert raises(ValueError, years_to_reach, *bad, np.array([0.3])), (
        "With this start, rate or ceiling the question has no answer."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "pure_equilibria-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 5. Where does nobody want to move alone?
#
# *9 points, about 24 minutes. Prepared by the reading* Rivals and partners.
#
# Two rivals with a few acts each: what should one do, given what the other does, and where would both stay? A program that
# answers for any table of payoffs keeps you from seeing the game that you expected.
#
# **Part 1, 4 points.** Write `best_responses(payoff)` for the player who chooses rows.
#
# - `payoff`: array `(m, n)`, what that player gets if the row is chosen and the other chooses the column.
# - Returns an array `(m, n)` of whole numbers: 1 where the row is a best response to the column, 0 elsewhere. If several rows
#   are equally good against a column, all of them are best responses. (`.astype(int)` makes numbers of `True` and `False`.)
#
# **Part 2, 5 points.** Write `pure_equilibria(row_payoff, column_payoff)`.
#
# - Both are arrays `(m, n)`: what the player who chooses rows gets, and what the player who chooses columns gets. The two
#   tables have the same layout: `column_payoff[i, j]` belongs to row i and column j, too.
# - A *pure Nash equilibrium* is a cell in which each player's act is a best response to the other's: neither would gain by
#   moving alone. Whoever is equally well off elsewhere has no reason to move.
# - Returns an array `(k, 2)` of whole numbers, the row and the column of each equilibrium, from the top row down and within a
#   row from left to right. Without any equilibrium its shape is `(0, 2)`: `np.empty((0, 2), dtype=int)`.
# - Raises ValueError if the two arrays differ in shape.


# %% nbgrader={"grade": false, "grade_id": "pure_equilibria", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_responses(payoff):
    """Best responses of the player who chooses rows.

    Parameters
    ----------
    payoff : array (m, n)
        What that player gets.

    Returns
    -------
    array (m, n)
        1 where the row is a best response to the column, else 0.
    """
    ### BEGIN SOLUTION
    return (payoff == payoff.max(axis=0)).astype(int)
    ### END SOLUTION


def pure_equilibria(row_payoff, column_payoff):
    """Pure Nash equilibria of a game of two.

    Parameters
    ----------
    row_payoff, column_payoff : array (m, n)
        What the players get who choose rows and columns.

    Returns
    -------
    array (k, 2)
        Row and column of each equilibrium.
    """
    ### BEGIN SOLUTION
    if row_payoff.shape != column_payoff.shape:
        raise ValueError("both players play the same game: the shapes must agree")
    row_stays = row_payoff == row_payoff.max(axis=0)
    column_stays = column_payoff == column_payoff.max(axis=1, keepdims=True)
    return np.argwhere(row_stays & column_stays)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "pure_equilibria-best", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = best_responses(np.array([[3.0, 1.0], [5.0, 0.0], [5.0, -2.0]]))
mistakes(
    got,
    {
        "The other's act is given, and you choose the row: revisit which acts are "
        "compared.": [np.array([[1, 0], [1, 0], [1, 0]])],
        "Of several rows that are equally good, each is a best response.": [
            np.array([[0, 1], [1, 0], [0, 0]]),
            np.array([[0, 1], [0, 0], [1, 0]]),
        ],
        "A best response is best against one column; it need not be the best of the "
        "whole table.": [np.array([[0, 0], [1, 0], [1, 0]])],
        "A best response need not be best against every column: don't ask for a "
        "dominant act.": [np.zeros((3, 2))],
        "The other's act is given: don't average over the columns.": [
            np.array([[0, 0], [1, 1], [0, 0]])
        ],
        "More is better here: revisit best against worst.": [
            np.array([[1, 0], [0, 0], [0, 1]])
        ],
        "Return 1 and 0, not the payoffs.": [np.array([[0, 1], [5, 0], [5, 0]])],
        "The answer has a row for each of your acts: the table is turned.": [
            np.array([[0, 1, 1], [1, 0, 0]])
        ],
    },
)
assert close(got, np.array([[0, 1], [1, 0], [1, 0]])), (
    "For each column: which rows give the most?"
)
### BEGIN HIDDEN TESTS
assert close(
    best_responses(np.array([[2, 7, 1], [3, 7, -4]])), np.array([[0, 1, 1], [1, 1, 0]])
), "More columns than rows, a tie, and whole numbers."
assert close(
    best_responses(np.array([[-1.0], [-3.0], [-1.0]])), np.array([[1], [0], [1]])
), "One column: negative payoffs, and a tie."
assert close(best_responses(np.array([[4.0, -2.0, 0.0, 4.0]])), np.ones((1, 4))), (
    "With a single act, that act is the best response."
)
assert close(
    best_responses(np.array([[0.25, 0.0], [0.5, 0.75]])), np.array([[0, 0], [1, 1]])
), "An act that is best against both."
assert close(
    best_responses(np.array([[0.1001, 5.0], [0.1002, 6.0], [0.0, 7.0]])),
    np.array([[0, 0], [1, 0], [0, 1]]),
), "A small advantage is enough: compare payoffs as they are."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "pure_equilibria-equilibria", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
rows_get = np.array([[4.0, 0.0, 1.0], [3.0, 2.0, 1.0], [0.0, 1.0, 0.0]])
columns_get = np.array([[5.0, 3.0, 0.0], [6.5, 2.0, 7.0], [4.0, 1.0, 2.0]])
got = pure_equilibria(rows_get, columns_get)
mistakes(
    got,
    {
        "Who would gain by moving alone? An equilibrium need not be best for the pair, "
        "and each player's own payoffs decide.": [np.array([[1, 0]])],
        "The second player's marks belong to a turned table: turn them back.": [
            np.array([[0, 0], [0, 2]])
        ],
        "The other player's act must be a best response too.": [
            np.array([[0, 0], [0, 2], [1, 1], [1, 2]]),
            np.array([[0, 0], [1, 2], [2, 0]]),
        ],
        "The second player chooses columns: compare that player's payoffs within a "
        "row.": [np.array([[1, 2]])],
        "Revisit ties (whoever is equally well off elsewhere stays), and the axis "
        "along which each player compares.": [np.array([[0, 0]])],
        "Acts are counted from 0.": [np.array([[1, 1], [2, 3]])],
        "One row for each equilibrium: its row and its column.": [
            np.array([[0, 1], [0, 2]])
        ],
    },
)
assert close(got, np.array([[0, 0], [1, 2]])), (
    "Mark each player's best responses; where do both marks meet?"
)
got = pure_equilibria(np.array([[1, -1], [-1, 1]]), np.array([[-1, 1], [1, -1]]))
assert close(got, np.empty((0, 2))), (
    "In this game somebody always wants to move: the answer has no rows, and two "
    "columns."
)
### BEGIN HIDDEN TESTS
stag = np.array([[4, 0], [3, 2]])
assert close(pure_equilibria(stag, stag.T), np.array([[0, 0], [1, 1]])), (
    "A game may have two equilibria, one better for both."
)
chicken = np.array([[3, 1], [5, 0]])
assert close(pure_equilibria(chicken, chicken.T), np.array([[0, 1], [1, 0]])), (
    "In chicken each player would rather that the other yields."
)
dilemma = np.array([[3.0, 0.0], [5.0, 1.0]])
assert close(pure_equilibria(dilemma, dilemma.T), np.array([[1, 1]])), (
    "One equilibrium, and not the best outcome."
)
assert close(
    pure_equilibria(
        np.array([[2, 0, 1, 3], [1, 0, 4, 3]]), np.array([[1, 2, 0, 2], [0, 0, -1, -1]])
    ),
    np.array([[0, 1], [0, 3], [1, 1]]),
), "Two acts against four: revisit ties of both players, and the order of the answer."
assert close(
    pure_equilibria(np.zeros((2, 3)), np.ones((2, 3))),
    np.array([[0, 0], [0, 1], [0, 2], [1, 0], [1, 1], [1, 2]]),
), "If nothing matters, nobody has a reason to move anywhere."
assert close(
    pure_equilibria(np.array([[1.0], [3.0], [3.0]]), np.array([[-2.0], [0.0], [-5.0]])),
    np.array([[1, 0], [2, 0]]),
), "A player with one act plays it."
assert close(
    pure_equilibria(np.array([[1.0, 5.0]]), np.array([[0.3001, 0.3002]])),
    np.array([[0, 1]]),
), "A small advantage is enough to move."
assert raises(ValueError, pure_equilibria, np.zeros((2, 3)), np.zeros((3, 2))), (
    "Two tables of different shape are no game."
)
assert raises(ValueError, pure_equilibria, np.zeros((2, 2)), np.zeros((2, 1))), (
    "Two tables of different shape are no game, even if NumPy would stretch one."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "mixed_equilibrium-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 6. What if nobody can stay?
#
# *6 points, about 16 minutes. Prepared by the reading* Rivals and partners.
#
# In some games each cell makes somebody move. Then players keep each other guessing: each chooses at random, with probabilities
# that leave the *other* player nothing to gain by preferring one act.
#
# Write `mixed_equilibrium(row_payoff, column_payoff)` for games of two acts each.
#
# - Both are arrays `(2, 2)`: what the player who chooses rows gets, and what the player who chooses columns gets.
# - Returns two numbers $(p, q)$: the probability of row 0 and the probability of column 0 in the equilibrium in which both
#   players mix. With $q$ both rows bring the same on average; with $p$ both columns do.
# - Raises ValueError unless there is exactly one such pair with 0 < $p$ < 1 and 0 < $q$ < 1.


# %% nbgrader={"grade": false, "grade_id": "mixed_equilibrium", "locked": false, "schema_version": 3, "solution": true, "task": false}
def mixed_equilibrium(row_payoff, column_payoff):
    """Equilibrium of a game of two acts each in which both players mix.

    Parameters
    ----------
    row_payoff, column_payoff : array (2, 2)
        What the players get who choose rows and columns.

    Returns
    -------
    p, q : number
        Probabilities of row 0 and of column 0.
    """
    ### BEGIN SOLUTION
    row_edge = row_payoff[0] - row_payoff[1]  # what row 0 brings more, by column
    # what column 0 brings more, by row
    column_edge = column_payoff[:, 0] - column_payoff[:, 1]
    if (
        min(row_edge) >= 0
        or max(row_edge) <= 0
        or min(column_edge) >= 0
        or max(column_edge) <= 0
    ):
        raise ValueError("somebody has no reason to mix")
    p = column_edge[1] / (column_edge[1] - column_edge[0])
    q = row_edge[1] / (row_edge[1] - row_edge[0])
    return p, q
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "mixed_equilibrium-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
got = mixed_equilibrium(
    np.array([[3.0, 1.0], [0.0, 2.0]]), np.array([[1.0, 4.0], [3.0, 1.0]])
)
several(got, ["probability of row 0", "probability of column 0"])
mistakes(
    tuple(got),
    {
        "A mix leaves the *other* player indifferent: revisit whose payoffs set it.": [
            (0.25, 0.4)
        ],
        "Those are the probabilities of the second acts: revisit what p and q belong "
        "to.": [(0.6, 0.75)],
        "One half each is right only if the payoffs happen to say so.": [(0.5, 0.5)],
        "Compare the other's two acts, each averaged over your mix: revisit rows and "
        "columns.": [
            (0.5, 0.6),
            (0.6, 0.5),
        ],
        "Players mix because no cell keeps both: don't look for the best cell.": [
            (1.0, 0.0),
            (0.0, 1.0),
            (1.0, 1.0),
            (0.0, 0.0),
        ],
        "A probability is a fraction, not a percentage.": [(40.0, 25.0)],
        "Those are odds: a probability is a part of the whole.": [
            (2 / 3, 1 / 3),
            (1.5, 3.0),
        ],
    },
)
assert close(tuple(got), (0.4, 0.25)), (
    "Write down what each of the other's acts brings, given your mix, and set the two "
    "equal."
)
### BEGIN HIDDEN TESTS
pennies = np.array([[1, -1], [-1, 1]])
assert close(tuple(mixed_equilibrium(pennies, -pennies)), (0.5, 0.5)), (
    "In matching pennies both choose with one half."
)
assert close(
    tuple(mixed_equilibrium(np.array([[3, 1], [5, 0]]), np.array([[3, 5], [1, 0]]))),
    (1 / 3, 1 / 3),
), "A game with pure equilibria may have a mixed one too."
assert close(
    tuple(mixed_equilibrium(np.array([[4, 0], [3, 2]]), np.array([[9, 3], [0, 1]]))),
    (1 / 7, 2 / 3),
), "Players who are not alike: revisit which payoffs belong to whom."
assert close(
    tuple(
        mixed_equilibrium(
            np.array([[-2.0, 5.0], [1.0, 4.5]]), np.array([[0.0, -0.25], [-3.0, 0.0]])
        )
    ),
    (12 / 13, 1 / 7),
), "Negative payoffs, and mixes far from one half."
assert close(
    tuple(
        mixed_equilibrium(
            np.array([[900.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 1.0], [400.0, 0.0]])
        )
    ),
    (400 / 401, 1 / 901),
), "Return small probabilities as they are, not rounded."
dilemma = np.array([[3.0, 0.0], [5.0, 1.0]])
assert raises(ValueError, mixed_equilibrium, dilemma, dilemma.T), (
    "Whoever has a dominant act does not mix."
)
assert raises(ValueError, mixed_equilibrium, dilemma[::-1], dilemma[::-1, ::-1].T), (
    "Whoever has a dominant act does not mix, whichever act it is."
)
assert raises(ValueError, mixed_equilibrium, pennies, dilemma.T), (
    "If one player does not mix, the other need not either."
)
assert raises(ValueError, mixed_equilibrium, dilemma, pennies), (
    "If one player does not mix, the other need not either."
)
assert raises(ValueError, mixed_equilibrium, dilemma, -dilemma[:, ::-1].T), (
    "If one player does not mix, the other need not either."
)
for edge in ([0, 2], [2, 0], [0, -0.5], [-0.5, 0]):  # what the first act brings more
    assert raises(ValueError, mixed_equilibrium, np.array([edge, [0, 0]]), -pennies), (
        "A mix at 0 or 1 is no mix."
    )
    assert raises(ValueError, mixed_equilibrium, pennies, np.array([edge, [0, 0]]).T), (
        "A mix at 0 or 1 is no mix."
    )
assert raises(ValueError, mixed_equilibrium, np.ones((2, 2)), np.ones((2, 2))), (
    "If nothing matters, many mixes are equally good."
)
assert raises(ValueError, mixed_equilibrium, np.array([[2, 1], [1, 0]]), pennies), (
    "An advantage that is the same against both acts never vanishes."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "name_game-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 7. Which game is it?
#
# *5 points, about 12 minutes. Prepared by the reading* Rivals and partners.
#
# "A prisoner's dilemma" is said quickly. Two signs decide, and acts do not come with labels: what counts as cooperation must be
# read from the payoffs, too.
#
# Write `name_game(payoff)` for two players who are alike.
#
# - `payoff`: array `(2, 2)`, what you get; the row is your act, the column the other's. Act 0 is not always the cooperative
#   one: to *cooperate* is the act that brings both more if both choose it than the other act if both choose that.
# - With it you have the four payoffs of the reading: R if both cooperate, P if neither does, T if you alone defect, S if you
#   alone cooperate.
# - Returns one of the texts `"dilemma"` (T > R and P > S), `"chicken"` (T > R and S > P), `"stag hunt"` (R > T and P > S) and
#   `"harmony"` (R > T and S > P). Some books ask more of a dilemma, 2R > T + S; it is not asked here.
# - Raises ValueError if R = P, if T = R or if P = S: then there is no name.


# %% nbgrader={"grade": false, "grade_id": "name_game", "locked": false, "schema_version": 3, "solution": true, "task": false}
def name_game(payoff):
    """Name of a game of two players who are alike.

    Parameters
    ----------
    payoff : array (2, 2)
        What you get; the row is your act, the column the other's.

    Returns
    -------
    str
        "dilemma", "chicken", "stag hunt" or "harmony".
    """
    ### BEGIN SOLUTION
    cooperate = int(payoff[1, 1] > payoff[0, 0])
    defect = 1 - cooperate
    temptation = payoff[defect, cooperate] - payoff[cooperate, cooperate]
    fear = payoff[defect, defect] - payoff[cooperate, defect]
    if payoff[0, 0] == payoff[1, 1] or temptation == 0 or fear == 0:
        raise ValueError("on a border between games there is no name")
    if fear > 0:
        return "dilemma" if temptation > 0 else "stag hunt"
    return "chicken" if temptation > 0 else "harmony"
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "name_game-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
games = ["dilemma", "chicken", "stag hunt", "harmony"]
got = name_game(np.array([[3.0, 0.0], [5.0, 1.0]]))
assert isinstance(got, str) and got in games, (
    "Return one of the four names as a text, spelled as in the task."
)
assert got != "harmony", (
    "T is what you get if you alone defect, S if you alone cooperate: revisit rows and "
    "columns."
)
assert got == "dilemma", (
    "Here defecting pays whatever the other does: revisit temptation and fear."
)
got = name_game(np.array([[4.0, 0.0], [3.0, 2.0]]))
assert isinstance(got, str) and got in games, (
    "Return one of the four names as a text, spelled as in the task."
)
assert got != "dilemma", (
    "Not every game with a common interest is a dilemma: does defecting pay here if "
    "the other cooperates?"
)
assert got != "chicken", (
    "Both signs are turned round: revisit what defecting brings against each act of "
    "the other."
)
assert got == "stag hunt", "Revisit the signs of temptation and fear."
got = name_game(np.array([[1.0, 5.0], [0.0, 3.0]]))
assert got == "dilemma", (
    "Act 1 is the cooperative one in this table, so all four letters change places: "
    "revisit which act brings both more."
)
### BEGIN HIDDEN TESTS
known = [
    ((3, 1, 5, 0), "chicken"),
    ((5, 2, 4, 1), "harmony"),
    ((3, -4, 9, 1), "dilemma"),
    ((4.0, -6.0, 3.9, 2.0), "stag hunt"),
    ((0.5, 0.25, 0.75, 0.125), "chicken"),
    ((1.001, 0.0, 1.002, 0.001), "dilemma"),
    ((9.0, 8.0, 8.5, 0.0), "harmony"),
    ((-1.0, -3.0, 0.0, -2.0), "dilemma"),
    ((-10, -7, -8, -12), "chicken"),
    ((4, 0, 8, 1), "dilemma"),
    ((4, 4, 1, 3), "harmony"),
    ((3, 1, 0, 0), "harmony"),
    ((4, 6, 0, 3), "harmony"),
]
for (r, s, t, p), name in known:
    got = name_game(np.array([[r, s], [t, p]]))
    assert isinstance(got, str) and got == name, (
        "Revisit the two signs: what does defecting bring against each act of the "
        "other?"
    )
    got = name_game(np.array([[p, t], [s, r]]))
    assert isinstance(got, str) and got == name, (
        "Here act 1 is the cooperative one: revisit which act brings both more."
    )
for bad in (
    [[2, 0], [5, 2]],
    [[3, 0], [3, 1]],
    [[3, 1], [5, 1]],
    [[1, 5], [0, 1]],
    [[1, 3], [0, 3]],
    [[1, 5], [1, 3]],
):
    assert raises(ValueError, name_game, np.array(bad)), (
        "On the border between two games there is no name."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "critical_discount-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 8. How much must the future count?
#
# *5 points, about 12 minutes. Prepared by the reading* Rivals and partners.
#
# Rivals who meet again can hold each other to cooperation. It takes patience, and it takes eyes: a breach that is noticed late
# pays for longer.
#
# Write `critical_discount(temptation, reward, punishment, sucker, lag)`: the smallest discount factor at which nobody gains by
# breaking.
#
# - The payoffs of a round are the reading's T, R, P and S. A round that comes next counts δ times as much as this one, without
#   end.
# - Both cooperate. Whoever breaks gets T in that round and in the next ones until it is noticed, `lag` rounds in all, while the
#   other still cooperates; from then on both get P for ever. `lag` = 1 is the reading's grim trigger.
# - `temptation`: a number or an array `(n,)`. The others are numbers, `lag` a whole number of rounds.
# - Returns δ: a number for a number, an array `(n,)` for an array. It is 0 where breaking never pays, T ≤ R. Who gains nothing
#   by breaking does not break. S serves only for the check of the order. A sum of rounds: 1 + δ + … + δ^(lag−1) is
#   (1 − δ^lag)/(1 − δ).
# - Raises ValueError unless R > P > S, and unless `lag` is at least 1.


# %% nbgrader={"grade": false, "grade_id": "critical_discount", "locked": false, "schema_version": 3, "solution": true, "task": false}
def critical_discount(temptation, reward, punishment, sucker, lag):
    """Smallest discount factor at which cooperation lasts.

    Parameters
    ----------
    temptation : number or array (n,)
        Payoff T of whoever defects alone.
    reward, punishment, sucker : number
        Payoffs R, P and S.
    lag : int
        Rounds until a breach is noticed.

    Returns
    -------
    number or array (n,)
        Discount factor.
    """
    ### BEGIN SOLUTION
    if not reward > punishment > sucker or lag < 1:
        raise ValueError("payoffs must be ordered R > P > S, and lag at least 1")
    extra = np.maximum(np.subtract(temptation, reward), 0)
    return (extra / (extra + reward - punishment)) ** (1 / lag)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "critical_discount-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
got = critical_discount(6.0, 3.0, 1.0, -1.0, 1)
mistakes(
    got,
    {
        "After a breach both defect: revisit what is lost in each later round.": [
            3 / 7,
            0.5,
        ],
        "That is the weight of the future, δ / (1 − δ), not δ itself.": [1.5],
        "That is the discount factor's other side, 1 − δ: revisit which part is "
        "which.": [0.4],
        "That is an interest rate; a discount factor is asked for.": [2 / 3],
        "The common interest is R − P: revisit what a breach costs.": [3.0, 0.75],
    },
)
assert close(got, 0.6), (
    "Compare the gain of a breach with what it costs in all later rounds: at which δ "
    "are they equal?"
)
got = critical_discount(6.0, 3.0, 1.0, -1.0, 2)
mistakes(
    got,
    {
        "A breach that is noticed late pays for longer: revisit the lag.": [0.6],
        "A breach that is noticed late needs more patience, not less: revisit the "
        "lag.": [
            0.36,
            0.3,
        ],
        "A discount factor stays below 1: revisit how rounds are weighed.": [1.2],
        "Each round counts δ times the one before, so rounds multiply: revisit the "
        "lag.": [
            0.75,
            0.8,
        ],
    },
)
assert close(got, 0.6**0.5), (
    "The breaker gets T in two rounds; only what follows is lost. At which δ are they "
    "equal?"
)
assert close(
    critical_discount(np.array([2.0, 6.0]), 3.0, 1.0, -1.0, 1), np.array([0.0, 0.6])
), "Where breaking never pays the answer is 0; several temptations give an array."
### BEGIN HIDDEN TESTS
assert close(critical_discount(5, 3, 1, 0, 1), 0.5), (
    "Whole numbers: revisit gain and loss."
)
assert close(critical_discount(3.0, 3.0, 1.0, 0.0, 3), 0.0), (
    "If T equals R, breaking brings nothing."
)
assert close(critical_discount(-2.0, 3.0, 1.0, 0.0, 1), 0.0), (
    "A breach that costs at once is not made at any δ."
)
assert close(
    critical_discount(np.array([8, 3, 4]), 4, -4, -5, 3),
    np.array([1 / 3, 0, 0]) ** (1 / 3),
), "A lag of three rounds, and negative payoffs."
assert close(
    critical_discount(np.array([10.25]), 0.75, 0.5, 0.25, 5),
    np.array([(9.5 / 9.75) ** 0.2]),
), (
    "A large temptation and a small common interest; one temptation in an array gives "
    "an array."
)
assert close(critical_discount(3.0001, 3.0, 1.0, 0.0, 1), 0.0001 / 2.0001), (
    "A small temptation: return δ as it is, not rounded."
)
for bad in ((1.0, 3.0, 0.0), (3.0, 3.0, 0.0), (3.0, 1.0, 1.0), (3.0, 1.0, 2.0)):
    assert raises(ValueError, critical_discount, 5.0, *bad, 1), (
        "These payoffs break the order R > P > S."
    )
for bad in (0, -1):
    assert raises(ValueError, critical_discount, 5.0, 3.0, 1.0, 0.0, bad), (
        "A breach pays in one round at least."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "risk_dominance-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 9. Best, or safe?
#
# *6 points, about 15 minutes. Prepared by the reading* Rivals and partners, *section* The starting mix. *Risk dominance is new
# here.*
#
# In a stag hunt both would rather cooperate together, and yet each may stay away for fear that the other does. How much trust
# does it take, and which of two equilibria is the safer one?
#
# **Part 1, 3 points.** Write `least_trust(temptation, reward, punishment, sucker)` for the reading's payoffs T, R, P and S of a
# stag hunt.
#
# - All four are numbers. Returns the probability, a number, that the other cooperates at which cooperating and defecting bring
#   the same on average. Above it one cooperates.
# - Raises ValueError unless R > T and P > S.
#
# **Part 2, 3 points.** Write `safer_equilibrium(row_payoff, column_payoff)` for two players who need not be alike.
#
# - Both are arrays `(2, 2)`: what the player who chooses rows gets, and what the player who chooses columns gets. Both cells
#   (0, 0) and (1, 1) are strict equilibria: whoever moves alone is worse off.
# - For each of the two, take what each player would lose by moving alone, and multiply the two losses. The equilibrium with the
#   larger product *risk-dominates* the other: it is given up less easily, even if the other one is better for both.
# - Returns the number 0 for the cell (0, 0) or 1 for the cell (1, 1).
# - Raises ValueError if one of the four losses is not above 0, or if the products are equal.


# %% nbgrader={"grade": false, "grade_id": "risk_dominance", "locked": false, "schema_version": 3, "solution": true, "task": false}
def least_trust(temptation, reward, punishment, sucker):
    """Probability of the other's cooperation from which on one cooperates in a stag
    hunt.

    Parameters
    ----------
    temptation, reward, punishment, sucker : number
        Payoffs T, R, P and S.

    Returns
    -------
    number
        Probability.
    """
    ### BEGIN SOLUTION
    if reward <= temptation or punishment <= sucker:
        raise ValueError("that is no stag hunt")
    fear, joint_gain = punishment - sucker, reward - temptation
    return fear / (fear + joint_gain)
    ### END SOLUTION


def safer_equilibrium(row_payoff, column_payoff):
    """Which of two equilibria risk-dominates.

    Parameters
    ----------
    row_payoff, column_payoff : array (2, 2)
        What the players get who choose rows and columns.

    Returns
    -------
    int
        0 for the cell (0, 0), 1 for the cell (1, 1).
    """
    ### BEGIN SOLUTION
    row_losses = np.diag(row_payoff) - np.diag(row_payoff[::-1])
    column_losses = np.diag(column_payoff) - np.diag(column_payoff[:, ::-1])
    first, second = row_losses * column_losses
    if np.min([row_losses, column_losses]) <= 0 or first == second:
        raise ValueError(
            "both cells must be strict equilibria, and one must be the safer"
        )
    return int(second > first)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "risk_dominance-trust", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = least_trust(3.0, 4.0, 2.0, -1.0)
mistakes(
    got,
    {
        "That is the probability that the other defects: revisit whose act the answer "
        "is about.": [0.25],
        "If the other cooperates, defecting brings T: revisit what is gained "
        "together.": [0.6],
        "Those are odds; a probability is a part of the whole.": [3.0, 1 / 3],
        "One half is right only if fear and gain are equal.": [0.5],
        "If you cooperate and the other does not, you get S: revisit the fear.": [
            2 / 3
        ],
        "Fear and what is gained together have the same sign here: revisit the "
        "signs.": [
            1.5,
            -0.5,
        ],
        "A probability is a fraction, not a percentage.": [75.0],
    },
)
assert close(got, 0.75), (
    "Write down what each act brings, given the probability, and set the two equal."
)
### BEGIN HIDDEN TESTS
assert close(least_trust(2, 4, 1, 0), 1 / 3), "Whole numbers: revisit the two averages."
assert close(least_trust(-3.0, 5.0, 0.5, 0.0), 0.5 / 8.5), (
    "Little to fear and much to gain takes little trust."
)
assert close(least_trust(3.99, 4.0, 2.0, -20.0), 22 / 22.01), (
    "Much to fear and little to gain takes much trust."
)
assert close(least_trust(-3.0, -0.5, 4.0, 0.0), 4 / 6.5), (
    "What matters is fear and what is gained together, not R against P."
)
assert close(least_trust(1.0, 2.0, 0.0005, 0.0), 0.0005 / 1.0005), (
    "Return a small probability as it is, not rounded."
)
for bad in (
    (5.0, 3.0, 1.0, 0.0),
    (3.0, 3.0, 1.0, 0.0),
    (2.0, 3.0, 0.0, 1.0),
    (2.0, 3.0, 1.0, 1.0),
):
    assert raises(ValueError, least_trust, *bad), "That is no stag hunt."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "risk_dominance-safer", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = safer_equilibrium(
    np.array([[9.0, 0.0], [8.0, 7.0]]), np.array([[9.0, 8.0], [0.0, 7.0]])
)
mistakes(
    got,
    {
        "What is better for both need not be safer: revisit what a move alone costs.": [
            0
        ]
    },
)
assert close(got, 1), (
    "Revisit the losses of moving alone, and their product in each equilibrium."
)
got = safer_equilibrium(
    np.array([[9.0, 0.0], [2.0, 1.0]]), np.array([[9.0, 2.0], [0.0, 1.0]])
)
mistakes(got, {"The larger product of losses is the safer equilibrium.": [1]})
assert close(got, 0), (
    "Revisit the losses of moving alone, and their product in each equilibrium."
)
got = safer_equilibrium(
    np.array([[11.0, 0.0], [1.0, 3.0]]), np.array([[6.0, 5.0], [2.0, 6.0]])
)
mistakes(
    got,
    {
        "Multiply the losses of the two, and mind that the second player moves along a "
        "row.": [0]
    },
)
assert close(got, 1), "Players who need not be alike: revisit each one's losses."
### BEGIN HIDDEN TESTS
cases = [
    ([[1, 0], [0, 4]], [[9, 0], [0, 4]], 1, "Multiply the two losses, don't add them."),
    ([[4, 0], [0, 1]], [[4, 0], [0, 9]], 0, "Multiply the two losses, don't add them."),
    (
        [[5, -1], [2, 1]],
        [[4, 3], [-6, -5]],
        0,
        "Players who are not alike: revisit which payoffs belong to whom.",
    ),
    (
        [[3, 2], [1, 6]],
        [[2, 1], [0, 5]],
        1,
        "Revisit what each player would lose by moving alone.",
    ),
    (
        [[8, 6], [6, 7]],
        [[9, 3], [5, 7]],
        0,
        "Each player's loss is measured against the cell that a move alone leads to.",
    ),
    (
        [[3, 2], [2, 8]],
        [[9, 1], [6, 7]],
        0,
        "Each player's loss is measured against the cell that a move alone leads to.",
    ),
    (
        [[0.5, 0.0], [0.25, 0.125]],
        [[0.5, 0.125], [0.0, 0.25]],
        0,
        "Small payoffs: revisit the products.",
    ),
    (
        [[10, -9], [9, -7]],
        [[1, 0], [-2, 1]],
        1,
        "Negative payoffs, and unequal losses: revisit the products.",
    ),
]
for row_gets, column_gets, want, idea in cases:
    assert close(safer_equilibrium(np.array(row_gets), np.array(column_gets)), want), (
        idea
    )
refused = [
    ([[3, 0], [5, 1]], [[3, 5], [0, 1]]),
    ([[3, 2], [1, 2]], [[3, 1], [0, 2]]),
    ([[3, 0], [1, 2]], [[3, 1], [2, 1]]),
    ([[3, 0], [1, 2]], [[1, 1], [0, 2]]),
    ([[1, 0], [1, 2]], [[3, 1], [0, 2]]),
    ([[0, 3], [2, 1]], [[0, 3], [2, 1]]),
    ([[3, 3], [1, 2]], [[3, 1], [3, 2]]),
    ([[2, 0], [0, 2]], [[2, 0], [0, 2]]),
    ([[1, 0], [0, 2]], [[6, 0], [0, 3]]),
]
for row_gets, column_gets in refused:
    assert raises(
        ValueError, safer_equilibrium, np.array(row_gets), np.array(column_gets)
    ), "A cell that is no strict equilibrium, or equal products, should be refused."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "replicator-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 10. Where does a crowd end up?
#
# *6 points, about 16 minutes. Prepared by the reading* Rivals and partners, *section* The starting mix. *The rule is built
# here.*
#
# Many firms play the same game, each with one act, and acts that do better than average spread. Where this leads depends on the
# mix it starts from, so the start is an argument.
#
# In a step, act $i$ with share $x_i$ earns $f_i$, the mean of its row of payoffs, weighted by the shares. The
# average of all firms is $\bar f = \sum_j x_j f_j$. The new share is $x_i + h\, x_i (f_i - \bar f)$, where $h$ is the step
# size.
#
# Write `replicator_path(payoff, start, step, steps)`.
#
# - `payoff`: array `(k, k)`; the row is the act that earns, the column the act that it meets. `start`: array `(k,)`, the shares
#   at first. `step`: $h$, a number. `steps`: how many steps to take, a whole number from 0 on.
# - Returns an array `(steps + 1, k)`: the shares at first and after each step. All shares of a step come from the step before.
#   Nothing is rounded, cut or made to sum to 1 again.
# - Raises ValueError if a share in `start` is negative, or if their sum differs from 1 by more than 1e-9.


# %% nbgrader={"grade": false, "grade_id": "replicator", "locked": false, "schema_version": 3, "solution": true, "task": false}
def replicator_path(payoff, start, step, steps):
    """Shares of acts that spread when they do better than average.

    Parameters
    ----------
    payoff : array (k, k)
        What the row's act earns when it meets the column's.
    start : array (k,)
        Shares at first.
    step : number
        Step size.
    steps : int
        Number of steps.

    Returns
    -------
    array (steps + 1, k)
        Shares at first and after each step.
    """
    ### BEGIN SOLUTION
    if np.any(start < 0) or abs(np.sum(start) - 1) > 1e-9:
        raise ValueError("shares must not be negative, and sum to 1")
    history = np.empty((steps + 1, len(start)))
    history[0] = start
    for now in range(steps):
        shares = history[now]
        earned = payoff @ shares
        history[now + 1] = shares + step * shares * (earned - shares @ earned)
    return history
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "replicator-test", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
got = replicator_path(np.array([[3.0, 0.0], [5.0, 1.0]]), np.array([0.8, 0.2]), 0.1, 1)
begin = [0.8, 0.2]
mistakes(
    got,
    {
        "Acts are compared with the average of all firms: revisit the mean, weighted "
        "by shares.": [
            np.array([begin, [0.728, 0.218]]),
            np.array([begin, [0.992, 0.284]]),
        ],
        "Acts that do better than average spread: revisit the sign.": [
            np.array([begin, [0.8288, 0.1712]])
        ],
        "The step size scales each change.": [np.array([begin, [0.512, 0.488]])],
        "The change is added to the share; the share is not replaced by a ratio.": [
            np.array([begin, [0.695652, 0.304348]])
        ],
        "The row is the act that earns: revisit rows and columns of the payoffs.": [
            np.array([begin, [0.8512, 0.1488]])
        ],
        "An act spreads by those who have it: its share belongs in the change.": [
            np.array([begin, [0.764, 0.344]])
        ],
        "All shares of a step come from the step before.": [
            np.array([begin, [0.7712, 0.228834]])
        ],
        "All rows are one and the same array: keep a copy of each step.": [
            np.array([[0.7712, 0.2288]] * 2)
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([begin, [0.7712, 0.2288]])), (
    "Revisit what each act earns, the average, and the new shares."
)
### BEGIN HIDDEN TESTS
hunt = np.array([[4, 0], [3, 2]])
got = replicator_path(hunt, np.array([0.5, 0.5]), 0.5, 2)
assert close(
    got, np.array([[0.5, 0.5], [0.4375, 0.5625], [0.352905273, 0.647094727]])
), "Two steps: the second starts where the first ended."
assert replicator_path(hunt, np.array([0.65, 0.35]), 0.25, 400)[-1, 0] < 0.001, (
    "Below the watershed cooperation dies out."
)
assert replicator_path(hunt, np.array([0.7, 0.3]), 0.25, 400)[-1, 0] > 0.999, (
    "Above the watershed cooperation wins."
)
three = np.array([[0.0, -1.0, 2.0], [1.0, 0.0, -1.0], [-1.0, 3.0, 0.0]])
x = np.array([0.5, 0.3, 0.2])
f = np.array([0.1, 0.3, 0.4])
want = np.vstack([x, x * (1 + 0.2 * (f - 0.22))])
assert close(replicator_path(three, x, 0.2, 1), want), (
    "Three acts: revisit what each earns on average."
)
assert close(x, np.array([0.5, 0.3, 0.2])), (
    "The start that was given has changed: work on a copy."
)
assert close(
    replicator_path(three, np.array([1, 0, 0]), 0.3, 3),
    np.tile([1.0, 0.0, 0.0], (4, 1)),
), "An act that nobody has does not spread; whole numbers are shares too."
assert close(replicator_path(three, x, 0.3, 0), x[None]), (
    "Without a step the start is all there is."
)
assert close(
    replicator_path(np.array([[1.0, 7.0], [2.0, 5.0]]), np.array([0.25, 0.75]), 6.0, 1),
    np.array([[0.25, 0.75], [1.65625, -0.65625]]),
), "A step that is too large overshoots: nothing is cut."
assert close(
    replicator_path(np.array([[2.0]]), np.array([1.0]), 0.5, 2), np.ones((3, 1))
), "One act alone stays as it is."
for bad in ([0.5, 0.6], [0.3, 0.3], [1.2, -0.2], [-0.5, 1.5], [0, 0], [50, 50]):
    assert raises(ValueError, replicator_path, hunt, np.array(bad), 0.1, 2), (
        "These are no shares of a whole."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "brier-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 11. How good was the forecast?
#
# *9 points, about 26 minutes. Prepared by the reading* Forecasts that can be wrong.
#
# A probability can't be right or wrong once. Over many it can be scored: by the *Brier score*, the mean squared distance
# between the probability and what happened, 1 or 0; lower is better.
#
# **Part 1, 3 points.** Write `brier_score(stated, happened)`.
#
# - `stated`: array `(n,)` of probabilities. `happened`: array `(n,)` of 1 and 0, numbers or `True` and `False`. Returns a
#   number.
# - Raises ValueError if a probability lies below 0 or above 1.
#
# **Part 2, 2 points, on real data.** Write `voice_score(tighter, looser, technology)`: the Brier score, over the thirteen
# `QUESTIONS`, of a voice that gives the same probability to all events of one direction.
#
# - The three arguments are numbers: the probability for events whose `DIRECTION` is `"tighter"`, `"looser"` and `"technology"`.
# - Returns a number. Each question counts the same.
#
# **Part 3, 4 points.** Write `calibration_table(stated, happened, edges)`. Whoever says 70% should be right in 70% of these
# cases. So forecasts are put into groups by what was stated, and each group is compared with what happened.
#
# - `stated`, `happened`: as in part 1. `edges`: array `(k + 1,)`, rising, from 0 to 1. Group $i$ has the forecasts from
#   `edges[i]`, which belongs to it, up to `edges[i + 1]`, which does not; only the last group has its upper edge too.
# - Returns an array `(k, 3)`. A group's row is: the mean probability that was stated, the share that happened, and the number
#   of forecasts. In a group without forecasts the first two are `np.nan` and the third is 0.
#
# Where would a first probability come from, before anything is known about the question itself? Try it: count how often
# such a thing happened before, and over how many years.


# %% nbgrader={"grade": false, "grade_id": "brier", "locked": false, "schema_version": 3, "solution": true, "task": false}
def brier_score(stated, happened):
    """Mean squared distance between probabilities and outcomes.

    Parameters
    ----------
    stated : array (n,)
        Probabilities.
    happened : array (n,)
        Outcomes, 1 or 0.

    Returns
    -------
    number
        Brier score.
    """
    ### BEGIN SOLUTION
    if np.any((stated < 0) | (stated > 1)):
        raise ValueError("probabilities lie from 0 to 1")
    return np.mean(np.square(stated - happened))
    ### END SOLUTION


def voice_score(tighter, looser, technology):
    """Brier score over `QUESTIONS` of a voice with one probability for each direction.

    Parameters
    ----------
    tighter, looser, technology : number
        Probabilities of events of that direction.

    Returns
    -------
    number
        Brier score.
    """
    ### BEGIN SOLUTION
    says = {"tighter": tighter, "looser": looser, "technology": technology}
    return np.mean(
        [(says[way] - outcome) ** 2 for way, outcome in zip(DIRECTION, HAPPENED)]
    )
    ### END SOLUTION


def calibration_table(stated, happened, edges):
    """Forecasts in groups by what was stated, beside what happened.

    Parameters
    ----------
    stated : array (n,)
        Probabilities.
    happened : array (n,)
        Outcomes, 1 or 0.
    edges : array (k + 1,)
        Edges of the groups, rising, from 0 to 1.

    Returns
    -------
    array (k, 3)
        Mean stated probability, share that happened, number of forecasts.
    """
    ### BEGIN SOLUTION
    table = np.full((len(edges) - 1, 3), np.nan)
    group = np.minimum(np.searchsorted(edges, stated, side="right") - 1, len(table) - 1)
    for number, row in enumerate(table):
        members = group == number
        row[2] = members.sum()
        if row[2]:
            row[:2] = stated[members].mean(), happened[members].mean()
    return table
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "brier-score", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = brier_score(np.array([0.9, 0.2, 0.6]), np.array([1, 0, 0]))
mistakes(
    got,
    {
        "The distances are squared: a large error costs more than its share.": [0.3],
        "That is the root; the score is the mean of the squares.": [0.369685],
        "The score is a mean, not a sum.": [0.41, 0.7],
        "An event that happened counts 1, one that did not counts 0: revisit the "
        "outcomes.": [0.536667],
        "Squares come first, the mean after.": [0.054444, 0.0],
        "That counts who was on the right side of one half; the score asks how sure "
        "one was.": [
            2 / 3,
            1 / 3,
        ],
        "Count the event alone, not also its opposite.": [0.273333],
        "Lower is better: return the score itself.": [0.863333, -0.136667],
        "A squared distance, not a logarithm.": [0.414931],
    },
    rtol=1e-5,
)
assert close(got, 0.41 / 3), (
    "Revisit the distance of each probability from what happened."
)
### BEGIN HIDDEN TESTS
assert close(brier_score(np.array([0.5, 0.5]), np.array([1, 0])), 0.25), (
    "One half on everything."
)
assert close(brier_score(np.array([1, 0, 1, 1]), np.array([1, 0, 1, 0])), 0.25), (
    "Certainties are probabilities too, and whole numbers."
)
assert close(brier_score(np.array([0.97]), np.array([True])), 0.0009), (
    "True and False are outcomes too."
)
assert close(
    brier_score(np.array([0.05, 0.3, 0.0]), np.array([False, True, False])), 0.4925 / 3
), "True and False are outcomes too."
assert close(brier_score(np.array([0.999, 0.002]), np.array([1, 0])), 2.5e-6), (
    "A small score: return it as it is, not rounded."
)
for bad in ([0.5, 1.01], [-0.01, 0.5], [80, 20], [0.2, 0.3, 7.0]):
    assert raises(ValueError, brier_score, np.array(bad), np.zeros(len(bad))), (
        "What lies outside 0 to 1 is no probability."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "brier-voice", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = voice_score(0.9, 0.2, 0.5)
mistakes(
    got,
    {
        "Each question counts the same, not each direction.": [0.309524],
        "The probabilities stand at the wrong directions: revisit tighter and "
        "looser.": [0.317692],
        "An event that happened counts 1, one that did not counts 0: revisit the "
        "outcomes.": [0.34],
        "The score is a mean, not a sum.": [4.62],
        "The distances are squared.": [6.6 / 13],
        "Events of technology count as well.": [4.12 / 11],
    },
    rtol=1e-5,
)
assert close(got, 4.62 / 13), (
    "Revisit the probability that each question gets, and the score of all."
)
### BEGIN HIDDEN TESTS
assert close(voice_score(0, 0, 0), 9 / 13), (
    "Whoever rules out everything loses with each event that came."
)
assert close(voice_score(0.0, 0.0, 1.0), 9 / 13), (
    "Of the two events of technology one came."
)
assert close(voice_score(1, 0.5, 0.5), 3.25 / 13), (
    "Of the four events that are tighter three came."
)
assert close(
    voice_score(0.25, 0.65, 0.1),
    (3 * 0.5625 + 0.0625 + 5 * 0.1225 + 2 * 0.4225 + 0.81 + 0.01) / 13,
), "Revisit each direction."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "brier-calibration", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = calibration_table(
    np.array([0.1, 0.5, 0.7, 0.9]), np.array([0, 1, 0, 1]), np.array([0.0, 0.5, 1.0])
)
mistakes(
    got,
    {
        "A forecast on an inner edge belongs to the group above: revisit the edges.": [
            np.array([[0.3, 0.5, 2], [0.8, 0.5, 2]]),
            np.array([[0.1, 0.0, 1], [0.8, 0.5, 2]]),
            np.array([[0.3, 0.5, 2], [0.7, 2 / 3, 3]]),
        ],
        "The first column is the mean of what was stated, not the middle of the "
        "group.": [np.array([[0.25, 0.0, 1], [0.75, 2 / 3, 3]])],
        "The second column is the share of the group that happened, not the number.": [
            np.array([[0.1, 0, 1], [0.7, 2, 3]])
        ],
        "The share is a share of the group, not of all forecasts.": [
            np.array([[0.1, 0, 1], [0.7, 0.5, 3]]),
            np.array([[0.1, 0, 0.25], [0.7, 2 / 3, 0.75]]),
        ],
        "What was stated comes first, then what happened, then the number.": [
            np.array([[0, 0.1, 1], [2 / 3, 0.7, 3]]),
            np.array([[1, 0.1, 0], [3, 0.7, 2 / 3]]),
        ],
        "Shares and probabilities are fractions, not percentages.": [
            np.array([[10, 0, 1], [70, 200 / 3, 3]])
        ],
        "A row is a group and a column a quantity: the table is turned.": [
            np.array([[0.1, 0.7], [0, 2 / 3], [1, 3]])
        ],
    },
)
assert close(got, np.array([[0.1, 0.0, 1], [0.7, 2 / 3, 3]])), (
    "Revisit who belongs to which group, then its means and its number."
)
got = calibration_table(
    np.array([0.8, 0.9]), np.array([1, 1]), np.array([0.0, 0.5, 1.0])
)
mistakes(
    got,
    {
        "A group without forecasts has no mean: nan, and a number of 0.": [
            np.array([[0.0, 0.0, 0], [0.85, 1, 2]])
        ]
    },
)
assert close(got, np.array([[np.nan, np.nan, 0], [0.85, 1, 2]])), (
    "Revisit a group without forecasts."
)
### BEGIN HIDDEN TESTS
quarters = np.array([0, 0.25, 0.5, 0.75, 1])
got = calibration_table(
    np.array([1.0, 0.25, 0.0, 0.75, 1.0, 0.3]),
    np.array([True, False, False, True, False, True]),
    quarters,
)
want = np.array(
    [[0.0, 0.0, 1], [0.275, 0.5, 2], [np.nan, np.nan, 0], [2.75 / 3, 2 / 3, 3]]
)
assert close(got, want), (
    "Forecasts on the edges, certainties among them, in any order; a group in the "
    "middle may be empty."
)
got = calibration_table(np.array([0, 1, 1]), np.array([1, 1, 0]), np.array([0.0, 1.0]))
assert close(got, np.array([[2 / 3, 2 / 3, 3]])), (
    "A single group has all forecasts, those of 0 and of 1 too."
)
got = calibration_table(
    np.array([0.05, 0.1, 0.95, 0.02]),
    np.array([0, 1, 1, 0]),
    np.array([0, 0.1, 0.9, 1]),
)
assert close(got, np.array([[0.035, 0.0, 2], [0.1, 1.0, 1], [0.95, 1.0, 1]])), (
    "Groups need not be equally wide."
)
got = calibration_table(
    np.array([0.123456, 0.123457]), np.array([1, 0]), np.array([0, 0.5, 1])
)
assert close(got, np.array([[0.1234565, 0.5, 2], [np.nan, np.nan, 0]])), (
    "Return means as they are, not rounded; the last group may be empty."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "moves_plot-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 12. Two tracks in one figure
#
# *7 points, about 18 minutes. Prepared by the reading* Rivals and partners.
#
# Did cooperation give way to escalation, or did both go on? Counted up over time, each kind of move becomes a curve, and where
# a curve is steep, much happened.
#
# Write `moves_plot(year, kind)`, where both arguments are arrays `(n,)`, one entry for each move in any order: its date in
# years and its kind (text). It makes a new figure at each call (`plt.subplots()`), draws on one Axes, and returns that Axes.
# The Axes shows:
#
# - **data, 3 points**: for each kind, at the date of each of its moves, a point at the number of moves of that kind so far,
#   this one included; moves of one kind on the same day are counted together. Markers, lines or steps (`scatter`, `plot`, `step`) will do.
#   A line belongs to one kind and runs in order of time. It may have more points, such as 0 at the start. A kind may have a
#   single move, which no line can show.
# - **frame, 1 point**: both axes linear, all points inside the frame, and the axis of the counts reaching down to 0 (or below).
# - **labels, 1 point**: a title of the Axes (`ax.set_title`); below the x axis a label with the word "year"; beside the y axis a label with the word
#   "moves". Capital or small letters do not matter.
# - **legend, 2 points**: each kind in one colour of its own, and its name in a legend, or as text beside its points in the same
#   colour. There are at most ten kinds, as many as Matplotlib has default colours.
#
# You are judged by what the figure shows, not by which commands drew it. Try it on the real list: `moves_plot(YEAR, KIND)`, and
# `moves_plot(YEAR, SIDE)`.


# %% nbgrader={"grade": false, "grade_id": "moves_plot", "locked": false, "schema_version": 3, "solution": true, "task": false}
def moves_plot(year, kind):
    """Moves counted up over time, by kind.

    Parameters
    ----------
    year : array (n,)
        Date of each move in years.
    kind : array (n,) of text
        Kind of each move.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ### BEGIN SOLUTION
    _, ax = plt.subplots()
    for name in np.unique(kind):
        days, moves = np.unique(year[kind == name], return_counts=True)
        ax.plot(days, np.cumsum(moves), "o-", drawstyle="steps-post", label=name)
    ax.set_ylim(bottom=0)
    ax.set(
        xlabel="Year",
        ylabel="Moves so far",
        title="Cooperation and escalation go on side by side",
    )
    ax.legend()
    return ax
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "moves_plot-data", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
late = np.flatnonzero(YEAR > 2025)[::-1]  # from the last move back
ax = moves_plot(YEAR[late], KIND[late])
for name in ("cooperation", "escalation"):
    dates = np.sort(YEAR[late][KIND[late] == name])
    points = shown(ax, dates, np.arange(1, len(dates) + 1))
    assert all(points), (
        "A move is missing, or is not drawn at its date and the number so far of its "
        "own kind: revisit order and count."
    )
    assert all(
        [one_way for drawn in points for _, line, one_way in drawn if line is not None]
    ), "A line runs back in time: revisit the order of the dates."
### BEGIN HIDDEN TESTS
what = np.array(
    ["talk", "ban", "ban", "ban", "talk", "ban", "deal", "talk", "ban", "ban"]
)
when = np.array([2.0, 0.5, 4.5, 3.5, 1.0, 0.5, 3.0, 4.0, 2.5, 0.5])
so_far = {
    "talk": ([1.0, 2.0, 4.0], [1, 2, 3]),
    "ban": ([0.5, 2.5, 3.5, 4.5], [3, 4, 5, 6]),
    "deal": ([3.0], [1]),
}
ax = moves_plot(when, what)
owners = {}
for name, (dates, numbers) in so_far.items():
    found = shown(ax, dates, numbers)
    assert all(found), (
        "Moves in any order, several on one day, and a kind with a single move: some "
        "are not drawn where they belong."
    )
    joining = [
        (line, one_way)
        for drawn in found
        for _, line, one_way in drawn
        if line is not None
    ]
    assert all([one_way for _, one_way in joining]), "A line runs back in time."
    for line, _ in joining:
        owners.setdefault(line, set()).add(name)
assert all(len(names) == 1 for names in owners.values()), (
    "A line joins moves of different kinds."
)
few = np.array([10.5, 11.0, 12.0]), np.array(["ban", "talk", "ban"])
ax = moves_plot(*few)
assert all(shown(ax, [10.5, 11.0, 12.0], [1, 1, 2])), (
    "A second call should draw its own moves."
)
assert not any(shown(ax, [0.5, 2.5, 4.5], [3, 4, 6])), (
    "Each call makes a new figure: points of an earlier one are still there."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "moves_plot-frame", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
ax = moves_plot(YEAR, KIND)
first_dates = [YEAR[KIND == name].min() for name in ("cooperation", "escalation")]
assert any(shown(ax, first_dates, [1, 1])), (
    "No first move is drawn at its date and a count of 1."
)
assert ax.get_xscale() == "linear" and ax.get_yscale() == "linear", (
    "Time and counts run evenly: revisit the scales of both axes."
)
assert min(ax.get_ylim()) <= 0, "A count starts at 0: revisit where its axis begins."
### BEGIN HIDDEN TESTS
when, what = (
    np.array([2031.5, 2019.0, 2020.0, 2026.0, 2026.5, 2027.0, 2029.0]),
    np.array(["talk", "talk", *5 * ["ban"]]),
)
ax = moves_plot(when, what)
assert all(shown(ax, [2031.5, 2029.0], [2, 5])), "The last moves are not drawn."
assert ax.get_xscale() == "linear" and ax.get_yscale() == "linear", (
    "Revisit the scales."
)
low, high = sorted(ax.get_ylim())
assert (
    low <= 0
    and high >= 5
    and min(ax.get_xlim()) <= 2019
    and max(ax.get_xlim()) >= 2031.5
), "Some points lie outside the frame: revisit the limits of the axes."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "moves_plot-labels", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
ax = moves_plot(YEAR, SIDE)
assert any(shown(ax, [YEAR[SIDE == "US"].min()], [1])), (
    "Labels belong to a figure that shows the moves."
)
assert "year" in ax.get_xlabel().lower(), (
    "What runs along the x axis? Say it in its label."
)
assert "moves" in ax.get_ylabel().lower(), (
    "A number of what? Say it in the label of the y axis."
)
assert any([ax.get_title(loc=side).strip() for side in ("left", "center", "right")]), (
    "The Axes needs a title."
)
### BEGIN HIDDEN TESTS
ax = moves_plot(np.array([3.0, 1.0]), np.array(["ban", "talk"]))
assert all(shown(ax, [3.0, 1.0], [1, 1])), (
    "Labels belong to a figure with data, whatever the data are."
)
words = ax.get_xlabel().lower() + "|" + ax.get_ylabel().lower()
assert "year" in words.partition("|")[0] and "moves" in words.partition("|")[2], (
    "The labels should not depend on the data."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "moves_plot-legend", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
ax = moves_plot(YEAR, KIND)
assert any(shown(ax, [YEAR[KIND == "escalation"].min()], [1])), (
    "A legend belongs to a figure that shows the moves."
)
for name in ("cooperation", "escalation"):
    assert any([name in text for text, _ in named(ax)]), (
        "A kind's name is missing: a reader cannot tell which curve is which."
    )
### BEGIN HIDDEN TESTS
groups = ["Zoe", "Bo", "Cy", "Kim", "Ada", "Lev", "Max", "Pia", "Tom", "Ula"]
what = np.array([*groups, "Kim", "Zoe", "Max"])
when = np.array([2.0, 1.0, 1.5, 0.5, 0.2, 3.3, 2.2, 1.1, 0.9, 1.9, 2.9, 0.7, 3.1])
ax = moves_plot(when, what)
keys, looks = named(ax), {}
for group in groups:
    dates = np.sort(when[what == group])
    drawn = [
        {colour for colour, _, _ in marks}
        for marks in shown(ax, dates, np.arange(len(dates)) + 1)
    ]
    assert all(drawn), "A move is not drawn, so the legend has nothing to explain."
    mine = {
        colour
        for text, colour in keys
        if [name for name in groups if name in text] == [group]
    }
    looks[group] = mine.intersection(*drawn)
    assert looks[group], (
        "A name does not stand in the one colour of its kind: revisit which label "
        "belongs to which data."
    )
assert len(set().union(*looks.values())) == sum(map(len, looks.values())), (
    "Two kinds share a colour, so a reader cannot tell them apart."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "memo-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 13. Memo: a rival's free model, and what to count on
#
# *20 points, about 40 minutes. Prepared by all readings of the chapter.*
#
# The digital minister of a middle-sized country with a cloud industry of its own, and no large laboratory, has read that the
# interests of the technology giants converge and that an era of cooperation may follow. She has to decide whether to build
# public services on a free Chinese model, and whether to plan for cooperation or for escalation. Write the memo that answers
# three questions: who in the country gains from a free model, what would cooperation between the two powers take, and how sure
# can one be?
#
# Write 250 to 350 words in full sentences, addressed to that reader, who knows no Python and has three minutes. Replace the
# text of the cell below; its heading does not count. Use your own results from at least three of the tasks above, for example:
#
# - `cloud_profit` and `largest_stake` for a toy market with stated numbers;
# - `adoption_return` or `breakeven_wage`: the best-known study of support staff found 15% more output an hour on average; take
#   wages from the reading *The worker's arithmetic*, or state an assumption;
# - `name_game`, `critical_discount`, `least_trust` for payoffs that you state as assumptions;
# - `voice_score` and your figure of the moves.
#
# Figures from the readings are welcome if you name the source. A grader reads the memo and gives up to 5 points for each of
# four criteria:
#
# | criterion | 5 points | 3 points | 1 point |
# |---|---|---|---|
# | **Who gains** | tells sellers of a complement, sellers of a substitute and users apart; says on what the size of the gain depends | names two of the three, or all without what it depends on | says only that all gain or that it depends |
# | **Games** | names a game from an order of payoffs, says that these are assumptions, and which condition (future, trust, somebody who yields) it needs | a game and its condition, but payoffs taken for facts; or assumptions without a condition | "a prisoner's dilemma" without payoffs |
# | **Numbers and their limits** | three or more correct results of your own with unit and assumption; a forecast or a record with its uncertainty, and the list's hindsight or selection named | three results, but units, assumptions or limits are missing | one or two results, or figures without a source |
# | **Advice and writing** | a decision that follows from the numbers and holds on both tracks; what would change it; plain words; 250 to 350 words | advice without a condition or not from the numbers, or up to 50 words off | no advice, or far off in length |
#
# Points between these levels can be given; a criterion that is not met gets 0.

# %% [markdown] nbgrader={"grade": true, "grade_id": "memo", "locked": false, "points": 20, "schema_version": 3, "solution": true, "task": false}
# **To:** the Minister. **Subject:** a rival's free model, and what to count on.
#
# Use the free model where it can be replaced, and plan for both tracks at once.
#
# *Who gains.* Suppose that a cloud takes 2 USD an answer, bears 0.50 USD, and that each dollar off the price brings four
# million answers a month. When a fee of 3 USD falls away its profit rises from 30 to 48 million USD a month, by our model. A
# laboratory that sells a rival model loses 60. A firm that is both loses once it owns more than 30% of the laboratory. If the
# model also needs less computing, the cloud's gain shrinks. Users gain most. Take a clerk with 60 hours of suitable work a
# month, 15% more output an hour, two million tokens at 5 USD and a licence of 20 USD: at a wage of 30 USD an hour that leaves
# 205 USD a month, at 5 USD nine. It pays from 3.83 USD on.
#
# *What cooperation takes.* Nobody has measured the payoffs of states, so I assume an order. If defecting alone is worth 6,
# joint restraint 3, joint rivalry 1 and being exploited −1, this is a dilemma. Restraint then lasts only if the next round
# counts at least 0.6 of this one, and 0.77 if a breach goes unnoticed for two rounds. If instead joint restraint were best for
# each, it would be a stag hunt, and trust would decide.
#
# *How sure.* Since the article's day the course counts nine moves towards cooperation and nine towards escalation, most from
# press reports. On thirteen questions a voice that expected escalation scored 0.35 and one that expected cooperation 0.30; a
# coin scores 0.25, lower being better. The list was written afterwards, and thirteen are few, so this ranks nobody.
#
# *Advice.* Buy computing at home, keep weights and data here, test a second model, and sign for a year. I would change this if
# either power forbade the model or if a verified agreement were kept for two years.
#
# ---
#
# **For the grader.** Results to expect: a cloud's profit 30 and 48 million USD a month at fees of 3 and 0 USD, and a largest
# stake of 0.3, for `compute_price` 2, `compute_cost` 0.5, `choke_price` 10 and `slope` 4; the laboratory earned 60.
# `adoption_return` of 60 hours, 0.15, 2 million tokens at 5 USD and a licence of 20: 204.78 USD at a wage of 30 and 9.13 at a
# wage of 5, break-even wage 3.83 (1.97 at a speedup of 0.34). With T = 6, R = 3, P = 1, S = −1: dilemma, critical discount
# factor 0.6, and 0.775 at a lag of two. `voice_score`: 0.349 for (0.8, 0.2, 0.5), 0.303 for (0.2, 0.8, 0.5), 0.25 for a coin,
# 0.225 for 0.8 on all. Moves after 13 February 2025: nine of each kind; in the whole list 13 of cooperation and 17 of
# escalation. Other markets, payoffs and wages give other numbers and count if they are stated. Figures from the readings count
# if the memo names them as such.
#
# Common faults: 15% more output taken for 15% of the hours saved; "all gain" where the laboratory loses; a dilemma named
# without an order of payoffs, or payoffs taken for data; an equilibrium taken for the best outcome; a Brier score read as a
# share of right answers, or as proof of skill on a list that was written afterwards; interests of firms taken for those of
# states.
