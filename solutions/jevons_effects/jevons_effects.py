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
# # A larger pie: problem set 2
#
# The article says that cheaper AI raises the demand for it, as Jevons saw with coal, and that computing, value and chips change
# hands as it does. Here you build the tools that test such claims: which demand, from which elasticity, out of what growth, and
# to whose gain. You try them on real counts of tokens, and end with a memo to somebody who has to plan.
#
# Twelve tasks with code give 80 points, the memo 20. Plan about four hours in two sittings, say tasks 1 to 7 and the rest; the
# readings come on top.
#
# **How to answer.** Replace `raise NotImplementedError()` by your code, then run the test cell below it. That cell checks the
# form of your answer and an easy case or two. If a check fails, read its last line first. Passing the visible check is not yet
# full marks: reread the bullets, because the graded cell also tries cases that you do not see here. Everything that is tested
# is said in the task's text. You may add cells and functions of your own. When you are done, save, and hand in this one file under
# its own name, `jevons_effects.ipynb`, in the way that your instructor names.
#
# **Words that hold for every task**
#
# - A *number* is a Python or NumPy number, whole or not. An *array* is a NumPy array, and its shape is written after it: `(n,)`
#   is a row of `n` numbers. Where a number is asked for, return a number; where an array is asked for, return a NumPy array.
#   Where several numbers are asked for, return them as a tuple.
# - Rates and shares are fractions: 0.8 stands for 80%. A *factor* says how many times: 4 stands for four-fold.
# - An elasticity is written without its minus: at 0.8, use grows by 0.8% when the price falls by 1%, if both are small.
# - Token prices are in USD per million tokens. A year has 365.25 days.
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


def joined(owner_of, points):
    """Stop if a line of those that `shown` found runs back in time or joins data of
    several owners.
    """
    owners = {}
    for owner, drawn in zip(owner_of, points):
        for _, line, one_way in drawn:
            if line is not None:
                assert one_way, (
                    "A line runs back in time: revisit the order of the dates."
                )
                owners.setdefault(line, set()).add(str(owner))
    assert all(len(names) == 1 for names in owners.values()), (
        "A line joins data that belong to different names."
    )


# include: named, paints


# %% [markdown] nbgrader={"grade": false, "grade_id": "tokens-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## The data: tokens counted, and two fits of a loss law
#
# Each row of `TOKENS` is a count that somebody announced: its date (the day, or the middle of the period), what was counted,
# and the tokens in trillions a month. `google` is all of Google's products, its own use included; `google_api` and `openai_api`
# are the paying customers of their interfaces (APIs); `doubao` is ByteDance's family of models; `china` is a whole country, by
# its National Data Administration. The five are not on one basis and must not be added: Doubao is a part of China. Three of
# China's counts rest on a primary source, those of January 2024, December 2025 and March 2026; all others were read at second
# hand. China's count of January 2025 is too low beside Doubao's: what it covers probably changed.
#
# `LAWS` has the five constants of the loss law in task 7, by two published fits: `(floor, size_constant, data_constant,
# size_exponent, data_exponent)`. The sources stand in the course's tables `token_volumes` and `scaling_fits`.
#
# The cell also makes the columns as arrays: `COUNTER`, `YEAR` (a date as a number, so that 2024.5 is the middle of 2024) and
# `COUNT`.

# %% nbgrader={"grade": false, "grade_id": "tokens", "locked": true, "schema_version": 3, "solution": false, "task": false}
TOKENS = [
    ("2024-05-15", "google", 9.7),
    ("2025-05-15", "google", 480),
    ("2025-07-15", "google", 980),
    ("2025-10-15", "google", 1300),
    ("2026-05-15", "google", 3200),
    ("2024-12-15", "google_api", 8.3),
    ("2025-08-15", "google_api", 302.4),
    ("2025-11-15", "google_api", 432),
    ("2026-05-15", "google_api", 820.8),
    ("2025-10-06", "openai_api", 259.2),
    ("2026-03-31", "openai_api", 648),
    ("2024-05-15", "doubao", 3.6),
    ("2024-09-15", "doubao", 39),
    ("2025-03-15", "doubao", 381),
    ("2025-06-11", "doubao", 492),
    ("2025-09-15", "doubao", 900),
    ("2025-12-15", "doubao", 1500),
    ("2026-04-15", "doubao", 3600),
    ("2026-06-15", "doubao", 5400),
    ("2024-01-15", "china", 3),
    ("2025-01-15", "china", 30),
    ("2025-06-15", "china", 900),
    ("2025-12-15", "china", 3000),
    ("2026-03-15", "china", 4200),
]
LAWS = {
    "hoffmann": (1.69, 406.4, 410.7, 0.34, 0.28),
    "besiroglu": (1.8172, 482.01, 2085.43, 0.3478, 0.3658),
}
COUNTER = np.array([row[1] for row in TOKENS])
COUNT = np.array([row[2] for row in TOKENS], dtype=float)
DAYS = np.array([row[0] for row in TOKENS], dtype="datetime64[D]") - np.datetime64(
    "2024-01-01"
)
YEAR = 2024 + DAYS.astype(float) / 365.25

# %% [markdown] nbgrader={"grade": false, "grade_id": "demand_spending-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 1. Cheaper: more use, and a larger bill?
#
# *5 points, about 8 minutes. Prepared by the reading* When saving uses more.
#
# A firm knows one point of its demand for tokens: at today's price it uses so many. If the price changes, how much will it use,
# and what will it spend? Suppose that the elasticity is the same everywhere on the curve.
#
# Write `demand_spending(price, use, elasticity, new_prices)`.
#
# - `price`: today's price, USD per million tokens; `use`: what is used at that price, in million tokens a month; `elasticity`:
#   0 or above. These three are numbers.
# - `new_prices`: array `(k,)` of prices, USD per million tokens, in any order.
# - Returns an array `(2, k)`: in the first row the use at each new price, in million tokens a month; in the second row the
#   spending, in USD a month.
# - Raises ValueError if any price, today's included, is not above 0, or if the elasticity is negative.


# %% nbgrader={"grade": false, "grade_id": "demand_spending", "locked": false, "schema_version": 3, "solution": true, "task": false}
def demand_spending(price, use, elasticity, new_prices):
    """Use and spending at other prices, on a demand curve of constant elasticity.

    Parameters
    ----------
    price, use : number
        A known point: USD per million tokens, and million tokens a month.
    elasticity : number
        Elasticity of demand, 0 or above.
    new_prices : array (k,)
        USD per million tokens.

    Returns
    -------
    array (2, k)
        Use in million tokens a month, and spending in USD a month.
    """
    ### BEGIN SOLUTION
    if price <= 0 or np.any(new_prices <= 0) or elasticity < 0:
        raise ValueError("prices must be above 0, and the elasticity not below")
    wanted = use * (new_prices / price) ** -elasticity
    return np.array([wanted, new_prices * wanted])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "demand_spending-test", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
got = demand_spending(8.0, 100.0, 1.5, np.array([2.0, 32.0]))
mistakes(
    got,
    {
        "A lower price means more use: revisit the sign of the exponent.": [
            np.array([[12.5, 800.0], [25.0, 25600.0]])
        ],
        "An elasticity in per cent holds for small changes only: revisit the demand "
        "curve of constant elasticity.": [
            np.array([[212.5, -350.0], [425.0, -11200.0]]),
            np.array([[550.0, -12.5], [1100.0, -400.0]]),
        ],
        "An elasticity is not a slope: revisit what it compares.": [
            np.array([[109.0, 64.0], [218.0, 2048.0]])
        ],
        "The elasticity is the exponent itself: revisit the power.": [
            np.array([[251.98421, 39.685026], [503.96842, 1269.9208]]),
            np.array([[400.0, 25.0], [800.0, 800.0]]),
            np.array([[35.355339, 0.55242717], [70.710678, 17.67767]]),
        ],
        "Those are multiples of the old values: revisit what is asked for.": [
            np.array([[8.0, 0.125], [2.0, 0.5]]),
            np.array([[8.0, 0.125], [16.0, 4.0]]),
        ],
        "All use is paid at the new price: revisit spending.": [
            np.array([[800.0, 12.5], [6400.0, 100.0]])
        ],
        "The bill has the new use, not the old one: revisit spending.": [
            np.array([[800.0, 12.5], [200.0, 3200.0]])
        ],
        "Prices and use are both per million tokens: revisit the units.": [
            np.array([[800.0, 12.5], [0.0016, 0.0004]]),
            np.array([[800000000.0, 12500000.0], [1600000000.0, 400000000.0]]),
        ],
        "First row use, second row spending: revisit the order.": [
            np.array([[1600.0, 400.0], [800.0, 12.5]])
        ],
        "One row for use and one for spending: the table is turned.": [
            np.array([[800.0, 1600.0], [12.5, 400.0]])
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([[800.0, 12.5], [1600.0, 400.0]])), (
    "Revisit use as a power of the price, then the bill."
)
### BEGIN HIDDEN TESTS
assert close(
    demand_spending(4, 50, 0, np.array([1, 16, 4])),
    np.array([[50.0, 50, 50], [50, 800, 200]]),
), "With an elasticity of 0 nobody reacts to the price."
assert close(
    demand_spending(4.0, 50.0, 1, np.array([16.0, 1.0])),
    np.array([[12.5, 200.0], [200.0, 200.0]]),
), "With an elasticity of 1 spending stays the same, whatever the price."
assert close(
    demand_spending(2.0, 30.0, 0.5, np.array([0.5])), np.array([[60.0], [30.0]])
), (
    "One new price still gives two rows; below an elasticity of 1 a lower price means "
    "a smaller bill."
)
assert close(
    demand_spending(0.3, 0.007, 1.3, np.array([0.9, 0.05])),
    np.array([[0.007 * 3**-1.3, 0.007 * 6**1.3], [0.0063 * 3**-1.3, 0.00035 * 6**1.3]]),
), "Prices that rise or fall, and small numbers: return them as they are, not rounded."
for old, new, reaction in (
    (0, 1.0, 0.5),
    (-2.0, 1.0, 0.5),
    (1.0, 0.0, 0.5),
    (1.0, -1.0, 0.5),
    (1.0, 2.0, -0.5),
):
    assert raises(
        ValueError, demand_spending, old, 10.0, reaction, np.array([3.0, new])
    ), "A price that is not above 0, or an elasticity below 0, should be refused."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "rebound-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 2. Rebound and backfire
#
# *8 points, about 18 minutes. Prepared by the reading* When saving uses more.
#
# Chips become `gain` times as efficient: each hour of a chip gives so many times as many answers. Of the gain in logarithms a
# fraction `pass_through` reaches the price of an answer, so that the price is multiplied by $k^{-\varphi}$, with the gain $k$
# and the pass-through $\varphi$. Users react with a constant elasticity. Will fewer chips be needed?
#
# **Part 1, 3 points.** Write `resource_factor(gain, pass_through, elasticity)`: the chip-hours used afterwards, as a multiple
# of those used before. **Part 2, 3 points.** Write `saving_lost(gain, pass_through, elasticity)`: the rebound. If nobody asked
# for more, some chip-hours would be saved; which fraction of this saving is lost, because people ask for more?
#
# - In both, each argument is a number or an array; arrays follow NumPy's rules of broadcasting. `gain`: a factor above 0 in
#   part 1, above 1 in part 2; `pass_through`: fraction from 0 to 1; `elasticity`: 0 or above.
# - Both return a number if all three arguments are numbers, otherwise an array of the broadcast shape. A rebound is a fraction;
#   above 1 it is backfire.
# - `saving_lost` raises ValueError if any gain is not above 1: without a gain there is no saving to lose.
#
# **Part 3, 2 points.** Write `backfire_threshold(pass_through)`: the elasticity from which the resource is no longer saved.
# `pass_through`: a number. Returns a number; `np.inf` if nothing is passed on. Raises ValueError unless 0 ≤ `pass_through` ≤ 1.
#
# Then look at one measured rebound of the reading *Two centuries of cheaper light*. Is it your use or your resource? Is
# it of one household or of the whole economy, after one year or after thirty?


# %% nbgrader={"grade": false, "grade_id": "rebound", "locked": false, "schema_version": 3, "solution": true, "task": false}
def resource_factor(gain, pass_through, elasticity):
    """Use of a resource after a gain in its efficiency, as a multiple of the use
    before.

    Parameters
    ----------
    gain : number or array
        Service from a unit of the resource, after over before.
    pass_through : number or array
        Fraction of the gain, in logarithms, that reaches the price.
    elasticity : number or array
        Elasticity of demand for the service.

    Returns
    -------
    number or array
        Factor.
    """
    ### BEGIN SOLUTION
    service = gain ** (pass_through * elasticity)
    return service / gain
    ### END SOLUTION


def saving_lost(gain, pass_through, elasticity):
    """Rebound: fraction of the saving hoped for that is lost.

    Parameters
    ----------
    gain, pass_through, elasticity : number or array
        As for `resource_factor`; gain above 1.

    Returns
    -------
    number or array
        Fraction.
    """
    ### BEGIN SOLUTION
    if np.any(gain <= 1):
        raise ValueError("without a gain there is no saving to lose")
    hoped = 1 - 1 / gain
    saved = 1 - gain ** (pass_through * elasticity) / gain
    return 1 - saved / hoped
    ### END SOLUTION


def backfire_threshold(pass_through):
    """Elasticity from which a gain in efficiency saves nothing.

    Parameters
    ----------
    pass_through : number
        Fraction of the gain, in logarithms, that reaches the price.

    Returns
    -------
    number
        Elasticity, or infinity.
    """
    ### BEGIN SOLUTION
    if not 0 <= pass_through <= 1:
        raise ValueError("pass_through must lie between 0 and 1")
    return 1 / pass_through if pass_through else np.inf
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "rebound-resource", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = resource_factor(4.0, 0.5, 1.5)
mistakes(
    got,
    {
        "That is the use of the service: each answer needs less of the resource now.": [
            2.8284271
        ],
        "That is spending: price times use. Revisit which of the three is asked for.": [
            1.4142136
        ],
        "Only a part of the gain reaches the price: revisit the pass-through.": [2.0],
        "The pass-through is a part of the logarithm of the gain, not of the gain "
        "itself.": [
            0.98821177,
            1.4142136,
        ],
        "That is what would be used if nobody asked for more.": [0.25],
        "A lower price means more use: revisit the sign.": [0.088388348],
        "A change of the elasticity times the gain holds for small changes only: "
        "revisit the powers.": [
            0.8125,
            0.390625,
        ],
        "Where it is asked how many times, the answer is a factor and not a change.": [
            -0.29289322,
            0.29289322,
        ],
    },
    rtol=1e-5,
)
assert close(got, 0.70710678), (
    "Revisit the price, then the use at that price, then what each use takes of the "
    "resource."
)
assert close(resource_factor(np.array([4.0, 9.0]), 1, 0.5), np.array([0.5, 1 / 3])), (
    "Two gains at once: revisit arrays."
)
### BEGIN HIDDEN TESTS
assert close(resource_factor(5, 1, 1.3), 5**0.3), (
    "With full pass-through and elastic demand more of the resource is used."
)
assert close(resource_factor(5, 1, 0), 0.2), (
    "If nobody reacts, the whole gain is saved."
)
assert close(resource_factor(8.0, 0, 2.5), 0.125), (
    "If nothing is passed on, nobody has a reason to react."
)
assert close(resource_factor(0.5, 0.5, 1.0), 2**0.5), (
    "Efficiency can also get worse: a gain below 1."
)
assert close(
    resource_factor(3.0, np.array([0.2, 0.5, 1.0]), 2.0), np.array([3**-0.6, 1.0, 3.0])
), "Several pass-throughs at once: revisit where the resource stays the same."
assert close(
    resource_factor(np.array([2.0, 4.0, 100.0]), 0.25, np.array([[0.5], [4.0]])),
    np.array([[2**-0.875, 4**-0.875, 100**-0.875], [1.0, 1.0, 1.0]]),
), "Gains along one axis and elasticities along the other: revisit broadcasting."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "rebound-lost", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = saving_lost(4.0, 0.5, 1.5)
mistakes(
    got,
    {
        "A rebound is not an elasticity: they agree for tiny gains only.": [0.75, 1.5],
        "That is the use of the resource, not the part of the saving that is lost.": [
            0.70710678
        ],
        "That is the part of the saving that is kept.": [0.39052429],
        "That is what was saved of all that was used: compare it with the saving hoped "
        "for.": [0.29289322],
        "A loss is measured against the saving hoped for, not against all that was "
        "used.": [0.45710678],
        "Only a part of the gain reaches the price: revisit the pass-through.": [
            2.3333333
        ],
        "That is a fraction of the gain, not of the saving of the resource.": [
            0.45710678,
            0.94280904,
        ],
        "A share is a fraction, not a percentage.": [60.947571],
    },
    rtol=1e-5,
)
assert close(got, 0.60947571, rtol=1e-5), (
    "Revisit the saving if nobody asked for more, and what is left of it."
)
assert close(saving_lost(np.array([4.0, 9.0]), 1, 0.5), np.array([1 / 3, 0.25])), (
    "Two gains at once: revisit arrays."
)
### BEGIN HIDDEN TESTS
assert close(saving_lost(5, 1, 0.8), (5**0.8 - 1) / 4), (
    "Revisit the rebound with full pass-through."
)
assert close(saving_lost(5, 1, 1.3), (5**1.3 - 1) / 4), (
    "Above the threshold more than the whole saving is lost."
)
assert close(saving_lost(7, 1, 0), 0.0), "If nobody reacts, nothing is lost."
assert close(saving_lost(7.0, 0, 3), 0.0), "If nothing is passed on, nothing is lost."
assert close(saving_lost(1.01, 0.5, 0.8), (1.01**0.4 - 1) / 0.01), (
    "A tiny gain: return the fraction as it is, not rounded."
)
assert close(
    saving_lost(np.array([2.0, 50.0]), np.array([[0.5], [0.25], [1.0]]), 2.0),
    np.array([[1.0, 1.0], [2**0.5 - 1, (50**0.5 - 1) / 49], [3.0, 51.0]]),
), "Gains along one axis and pass-throughs along the other: revisit broadcasting."
for bad in (1, 0.5, 0.0, np.array([2.0, 1.0, 3.0])):
    assert raises(ValueError, saving_lost, bad, 0.5, 0.8), (
        "Without a gain there is no saving to lose."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "rebound-threshold", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = backfire_threshold(0.4)
mistakes(
    got,
    {
        "From an elasticity of 1 spending rises; the resource has another threshold "
        "when a part of the gain is kept.": [1.0],
        "The less is passed on, the more must users react: revisit which way the "
        "threshold goes.": [
            0.4,
            0.6,
            1.4,
        ],
        "The pass-through multiplies the elasticity: revisit the exponent of the "
        "resource.": [
            1.6,
            1.6666667,
        ],
        "That is more than needed: revisit the exponent at which the resource is "
        "unchanged.": [3.5],
        "An elasticity is no percentage.": [250.0],
    },
)
assert close(got, 2.5), "At which elasticity is the resource multiplied by 1?"
### BEGIN HIDDEN TESTS
assert close(backfire_threshold(1), 1.0), (
    "If the whole gain is passed on, resource and spending turn together."
)
assert close(backfire_threshold(0.5), 2.0), (
    "Revisit the exponent of the resource, and when it is 0."
)
assert close(backfire_threshold(0.0007), 1 / 0.0007), (
    "A small pass-through: return the threshold as it is."
)
assert close(backfire_threshold(0.3), 10 / 3), (
    "Return the threshold as it is, not rounded."
)
assert close(backfire_threshold(0), np.inf), (
    "If nothing is passed on, no reaction is large enough."
)
for bad in (-0.1, 1.01, 40):
    assert raises(ValueError, backfire_threshold, bad), (
        "A pass-through outside 0 to 1 should be refused."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "linear_demand-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 3. A demand that runs out
#
# *7 points, about 17 minutes. Prepared by the reading* When saving uses more*, section* A demand that runs out.
#
# On a straight demand curve the slope is the same everywhere, the elasticity is not. So a gain in efficiency can backfire first
# and save later. Where is the turn? Demand is $Q = a - bP$: at a price of $P$ USD users want $Q$ million answers.
#
# **Part 1, 3 points.** Write `point_elasticity(intercept, slope, prices)`: the elasticity at each price.
#
# - `intercept`: $a$, in million answers; `slope`: $b$, in million answers for each USD; both are numbers above 0. `prices`:
#   array `(k,)` in USD.
# - Returns an array `(k,)`.
# - Raises ValueError if a price is negative or so high that demand is not above 0.
#
# **Part 2, 4 points.** Write `turning_gain(intercept, slope, price)`. At first an answer takes one chip-hour and costs `price`,
# a number. Then chips become $k$ times as efficient, and the whole gain is passed on: an answer takes $1/k$ chip-hours and
# costs `price` / $k$. Let $k$ grow from 1 on.
#
# - Returns two numbers `(peak, even)`: the gain $k$ at which the most chip-hours are used, and the gain above 1 at which they
#   are back at what they were for $k = 1$. Up to `even` efficiency has saved nothing; beyond it, it saves.
# - If chip-hours fall from the first gain on, both are 1.
# - Raises ValueError if `price` is not above 0 or so high that demand is not above 0.
#
# Hint: with $x = 1/k$ the chip-hours are a parabola in $x$. One of the two places where it has its old height is $x = 1$.


# %% nbgrader={"grade": false, "grade_id": "linear_demand", "locked": false, "schema_version": 3, "solution": true, "task": false}
def point_elasticity(intercept, slope, prices):
    """Elasticity at points of a straight demand curve.

    Parameters
    ----------
    intercept, slope : number
        Million answers, and million answers for each USD.
    prices : array (k,)
        USD.

    Returns
    -------
    array (k,)
        Elasticities.
    """
    ### BEGIN SOLUTION
    wanted = intercept - slope * prices
    if np.any(prices < 0) or np.any(wanted <= 0):
        raise ValueError("a price is negative, or nobody buys at it")
    return slope * prices / wanted
    ### END SOLUTION


def turning_gain(intercept, slope, price):
    """Gains in efficiency at which the use of the resource peaks, and is back at its
    start.

    Parameters
    ----------
    intercept, slope : number
        As for `point_elasticity`.
    price : number
        USD for an answer before the gain.

    Returns
    -------
    peak, even : number
        Gains, 1 or above.
    """
    ### BEGIN SOLUTION
    wanted = intercept - slope * price
    if price <= 0 or wanted <= 0:
        raise ValueError("the price is not above 0, or nobody buys at it")
    peak, even = 2 * slope * price / intercept, slope * price / wanted
    return max(peak, 1.0), max(even, 1.0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "linear_demand-elasticity", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = point_elasticity(20.0, 2.0, np.array([8.0, 5.0, 2.0]))
mistakes(
    got,
    {
        "The slope is the same everywhere, the elasticity is not: revisit the "
        "difference.": [np.array([2.0, 2.0, 2.0])],
        "Relative change of what over relative change of what? The elasticity is "
        "upside down.": [np.array([0.25, 1.0, 4.0])],
        "Revisit the slope: it says how far the amount moves for each USD, not the "
        "reverse.": [
            np.array([2.0, 0.5, 0.125]),
            np.array([1.0, 0.25, 0.0625]),
        ],
        "Here an elasticity is written without its minus.": [
            np.array([-4.0, -1.0, -0.25])
        ],
        "The amount is what is wanted at that price: revisit demand.": [
            np.array([0.8, 0.5, 0.2])
        ],
        "That is the amount, not yet the elasticity.": [np.array([4.0, 10.0, 16.0])],
    },
)
assert close(got, np.array([4.0, 1.0, 0.25])), (
    "Revisit the slope, times the price over the amount at that price."
)
### BEGIN HIDDEN TESTS
assert close(point_elasticity(10, 1, np.array([0, 9, 5])), np.array([0.0, 9.0, 1.0])), (
    "Revisit prices at both ends, in any order."
)
assert close(point_elasticity(3.0, 0.25, np.array([6.0])), np.array([1.0])), (
    "One price is still an array, and in the middle of the line it is 1."
)
assert close(
    point_elasticity(0.6, 0.7, np.array([0.05, 0.31])),
    np.array([0.035 / 0.565, 0.217 / 0.383]),
), "Small numbers: return elasticities as they are, not rounded."
for bad in (-0.5, 10.0, 11.0):
    assert raises(ValueError, point_elasticity, 20.0, 2.0, np.array([3.0, bad])), (
        "One price off the demand curve is enough to refuse."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "linear_demand-turn", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = turning_gain(20.0, 2.0, 8.0)
several(got, ["peak", "even"])
mistakes(
    tuple(got),
    {
        "The gain of the peak comes first, then the gain at which chip-hours are "
        "back.": [(4.0, 1.6)],
        "Those are prices; the gains are asked for.": [(5.0, 2.0)],
        "The chip-hours are the answers divided by the gain: revisit what peaks.": [
            (np.inf, np.inf),
            (2.0, 4.0),
        ],
        "Those are changes; a gain is a factor.": [(0.6, 3.0)],
        "A gain divides the price: revisit which way it goes.": [(0.625, 0.25)],
        "The parabola is not symmetric in the gain, but in its inverse: revisit where "
        "its old height returns.": [
            (1.6, 2.2),
            (1.6, 3.2),
            (1.6, 2.56),
        ],
        "Back at the start means as many chip-hours, not as many answers or dollars as "
        "at the peak.": [
            (1.6, 1.0),
            (1.6, 1.6),
        ],
        "The slope belongs to the demand: revisit the price at which demand ends.": [
            (0.8, 0.66666667),
            (0.8, 1.0),
            (1.0, 1.0),
        ],
    },
    rtol=1e-5,
)
assert close(tuple(got), (1.6, 4.0)), (
    "Revisit the chip-hours as a function of the inverse gain."
)
got = turning_gain(20.0, 2.0, 4.0)
several(got, ["peak", "even"])
mistakes(
    tuple(got),
    {
        "Here chip-hours fall from the first gain on: revisit the lower part of the "
        "demand curve.": [
            (0.8, 0.66666667),
            (0.8, 1.0),
            (1.0, 0.66666667),
            (np.nan, np.nan),
            (0.0, 0.0),
            (np.inf, np.inf),
            (1.25, 1.5),
        ],
    },
    rtol=1e-5,
)
assert close(tuple(got), (1.0, 1.0)), (
    "Revisit what happens where demand is no longer elastic."
)
### BEGIN HIDDEN TESTS
assert close(tuple(turning_gain(10, 1, 9)), (1.8, 9.0)), (
    "High up on the curve the backfire lasts long: revisit whole numbers too."
)
assert close(tuple(turning_gain(3.0, 0.25, 10.0)), (5 / 3, 5.0)), (
    "Another line: revisit intercept and slope."
)
assert close(tuple(turning_gain(3.0, 0.25, 6.0)), (1.0, 1.0)), (
    "In the middle of the line the resource is at its peak already."
)
assert close(tuple(turning_gain(0.7, 0.9, 0.45)), (0.81 / 0.7, 0.405 / 0.295)), (
    "Return gains as they are, not rounded."
)
assert close(tuple(turning_gain(7.0, 0.5, 0.3)), (1.0, 1.0)), (
    "Low prices: only savings from here on."
)
for bad in (0, -1.0, 10, 12.5):
    assert raises(ValueError, turning_gain, 20, 2, bad), (
        "At this price no demand curve is left to follow."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "elasticity-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 4. An elasticity from data
#
# *9 points, about 28 minutes. Prepared by the reading* AI's own elasticity.
#
# Two dates are enough for an elasticity, all dates for a better one, and neither says what else changed.
#
# **Part 1, 3 points.** Write `arc_elasticity(price_start, price_end, use_start, use_end)`, all numbers. Returns two numbers,
# each positive if use rises as the price falls:
#
# - the *midpoint* elasticity of textbooks: the change of use as a fraction of the mean of both uses, over the change of the
#   price as a fraction of the mean of both prices;
# - the *logarithmic* one of the reading: change of the logarithm of use over change of the logarithm of the price.
#
# Raises ValueError if an argument is not above 0 or if both prices are the same. Try a price that falls and a use that grows a
# thousand-fold or more: why does the course use logarithms?
#
# **Part 2, 3 points.** Write `regression_elasticity(years, prices, use, with_trend)`: fit, by ordinary least squares, the
# natural logarithm of use on a constant and the natural logarithm of the price; if `with_trend` is `True`, also on time in
# years.
#
# - `years`, `prices`, `use`: arrays `(n,)`, in any order; prices and use are above 0.
# - Returns two numbers `(elasticity, growth)`: the elasticity, and the factor by which use grows in a year at an unchanged
#   price. Without a trend `growth` is 1.
# - You need not check whether the data can tell the two apart. A price that falls at a constant rate *is* a trend, and then
#   they cannot; the tests have none with `with_trend`.
#
# `np.linalg.lstsq(columns, y, rcond=None)[0]` gives the coefficients for a matrix with one column for each of them.
#
# **Part 3, 3 points, on the real counts.** Write `counter_elasticity(counter, fall)`. Take those rows of the table whose
# `COUNTER` is `counter` (text), and suppose that the price fell at a constant rate, `fall`-fold a year (a number: 10 means to a
# tenth each year). Only ratios of prices matter, so let the price be 1 at the counter's first date: `fall ** -YEAR` is too
# small for the computer, which makes it 0.
#
# - Returns two numbers: the logarithmic elasticity between the first and the last date, and that of a regression without a
#   trend through all its dates.
# - Raises ValueError if the table has no such counter or if `fall` is not above 1.
#
# Then compare `counter_elasticity("china", 5.315)` with `counter_elasticity("china", 851)`, the slowest and the fastest of the
# five published falls in the reading's figure. Which choice moves the answer more: two dates or all of
# them, or the price index?
#
# Both rest on dates at which much else changed. What would have to happen to a price, and to nothing else, so that you
# could learn the elasticity from it?


# %% nbgrader={"grade": false, "grade_id": "elasticity", "locked": false, "schema_version": 3, "solution": true, "task": false}
def arc_elasticity(price_start, price_end, use_start, use_end):
    """Elasticity between two points, by midpoints and by logarithms.

    Parameters
    ----------
    price_start, price_end : number
        Prices in the same unit.
    use_start, use_end : number
        Use at these prices, in the same unit.

    Returns
    -------
    midpoint, logarithmic : number
        Elasticities.
    """
    ### BEGIN SOLUTION
    if min(price_start, price_end, use_start, use_end) <= 0 or price_start == price_end:
        raise ValueError("all arguments must be above 0, and the prices must differ")
    of_use = (use_end - use_start) / (use_end + use_start)
    of_price = (price_end - price_start) / (price_end + price_start)
    return -of_use / of_price, -np.log(use_end / use_start) / np.log(
        price_end / price_start
    )
    ### END SOLUTION


def regression_elasticity(years, prices, use, with_trend):
    """Elasticity by least squares, with or without a trend in time.

    Parameters
    ----------
    years, prices, use : array (n,)
        Times in years, prices, and use.
    with_trend : bool
        Whether use may also grow at an unchanged price.

    Returns
    -------
    elasticity, growth : number
        Elasticity, and growth of use in a year at an unchanged price, a factor.
    """
    ### BEGIN SOLUTION
    columns = [np.ones(len(use)), np.log(prices)]
    if with_trend:
        columns.append(years - np.mean(years))
    fit = np.linalg.lstsq(np.transpose(columns), np.log(use), rcond=None)[0]
    return -fit[1], np.exp(fit[2]) if with_trend else 1.0
    ### END SOLUTION


def counter_elasticity(counter, fall):
    """Elasticity that a counter's tokens imply if the price falls at a constant rate.

    Parameters
    ----------
    counter : str
        One of the names in `COUNTER`.
    fall : number
        How many times the price falls in a year.

    Returns
    -------
    two_dates, regression : number
        Elasticities.
    """
    ### BEGIN SOLUTION
    mine = COUNTER == counter
    if fall <= 1 or not mine.any():
        raise ValueError("no such counter, or no fall")
    cheaper, tokens = YEAR[mine] * np.log(fall), np.log(COUNT[mine])
    two_dates = (tokens[-1] - tokens[0]) / (cheaper[-1] - cheaper[0])
    return two_dates, np.polyfit(cheaper - cheaper[0], tokens, 1)[0]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "elasticity-arc", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = arc_elasticity(8.0, 2.0, 10.0, 160.0)
several(got, ["midpoint", "logarithmic"])
mistakes(
    got[0],
    {
        "The change is a fraction of the mean of start and end, not of one of them.": [
            20.0,
            0.3125,
            5.0,
            1.25,
        ],
        "An elasticity compares fractions, not units: revisit slope against "
        "elasticity.": [25.0],
        "Change of use over change of the price: it stands upside down.": [0.68],
        "Here an elasticity is positive if use rises as the price falls: revisit the "
        "sign.": [-1.4705882],
        "The midpoint elasticity comes first, then the logarithmic one.": [2.0],
    },
    rtol=1e-5,
)
mistakes(
    got[1],
    {
        "Take the change of the logarithm, not the logarithm of the change.": [
            2.7964888,
            -2.7964888,
        ],
        "A ratio of factors is not a ratio of their logarithms.": [4.0],
        "Change of use over change of the price: it stands upside down.": [0.5],
        "Here an elasticity is positive if use rises as the price falls: revisit the "
        "sign.": [-2.0],
        "Natural and decimal logarithms are mixed: use one base.": [
            0.86858896,
            4.6051702,
        ],
    },
    rtol=1e-5,
)
assert close(tuple(got), (1.4705882, 2.0), rtol=1e-5), (
    "Revisit both ways to turn two changes into fractions."
)
### BEGIN HIDDEN TESTS
assert close(tuple(arc_elasticity(1, 3, 6, 2)), (1.0, 1.0)), (
    "Revisit a price that rises, in whole numbers."
)
assert close(
    tuple(arc_elasticity(9540.0, 2.62, 1.0, 6500.0)),
    (6499 / 6501 * 9542.62 / 9537.38, np.log(6500) / np.log(9540 / 2.62)),
), "Revisit large changes, in which the two differ."
assert close(tuple(arc_elasticity(0.4, 0.3, 7.0, 7.0)), (0.0, 0.0)), (
    "Use that does not react has which elasticity?"
)
assert close(
    tuple(arc_elasticity(0.4, 0.3, 5.0, 4.0)), (-7 / 9, -np.log(1.25) / np.log(4 / 3))
), "If use falls with the price, the elasticity is negative here."
assert raises(ValueError, arc_elasticity, 2.0, 2.0, 3.0, 4.0), (
    "Without a change of the price there is no elasticity."
)
for position in range(4):
    for bad in (0, -1.0):
        values = [5.0, 2.0, 30.0, 40.0]
        values[position] = bad
        assert raises(ValueError, arc_elasticity, *values), (
            "A price or a use that is not above 0 should be refused."
        )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "elasticity-regression", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
when, cost = np.array([0.0, 0.5, 1.0, 2.0]), np.array([16.0, 16.0, 4.0, 1.0])
# the truth: 0.75, and use that doubles each year anyway
tokens = 5.0 * 2.0**when * cost**-0.75
got = regression_elasticity(when, cost, tokens, True)
several(got, ["elasticity", "growth"])
mistakes(
    tuple(got),
    {
        "Use also grows with time: revisit the trend.": [(1.1818182, 1.0)],
        "A higher price means less use: revisit the sign of the elasticity.": [
            (-0.75, 2.0)
        ],
        "Growth is a factor a year; the fit gives its logarithm.": [
            (0.75, 0.69314718),
            (0.75, 0.30103),
        ],
        "Growth is a factor, not a rate.": [(0.75, 1.0)],
        "Natural and decimal logarithms are mixed: revisit how the growth comes "
        "back.": [
            (0.75, 1.3512499),
            (0.75, 4.9334097),
        ],
        "The elasticity comes first, then the growth.": [(2.0, 0.75)],
    },
    rtol=1e-5,
)
assert close(tuple(got), (0.75, 2.0), rtol=1e-5), (
    "Revisit the columns of the fit: a constant, the log of the price, and time."
)
got = regression_elasticity(when, cost, tokens, False)
assert close(tuple(got), (1.1818182, 1.0), rtol=1e-5), (
    "Without a trend time is no column, and nothing grows at an unchanged price."
)
### BEGIN HIDDEN TESTS
y = np.array([3.0, 0.25, 1.0, 1.75, 0.5, 2.0])
p, q = (
    np.array([0.5, 9.0, 9.0, 3.0, 8.0, 3.0]),
    np.array([70.0, 2.0, 3.5, 11.0, 1.2, 30.0]),
)
alone = -np.polyfit(np.log(p), np.log(q), 1)[0]
assert close(tuple(regression_elasticity(y, p, q, False)), (alone, 1.0)), (
    "Without a trend, use grows by no factor at an unchanged price."
)
table = np.column_stack([np.log(p), y, np.ones(6)])
slopes = np.linalg.solve(table.T @ table, table.T @ np.log(q))
both = (-slopes[0], np.exp(slopes[1]))
assert close(tuple(regression_elasticity(y, p, q, True)), both), (
    "Revisit least squares with a trend, on points in any order."
)
assert close(tuple(regression_elasticity(y + 20, 100 * p, q / 7, True)), both), (
    "Neither the calendar nor the units change the answer."
)
assert close(
    tuple(regression_elasticity(y + 2020, p / 3, 1000 * q, False)), (alone, 1.0)
), "Units do not change an elasticity."
assert close(
    tuple(
        regression_elasticity(
            np.array([0, 1, 2]), np.array([4, 2, 4]), np.array([1, 8, 4]), True
        )
    ),
    (2.0, 2.0),
), "Three points and three unknowns, in whole numbers."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "elasticity-counts", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = counter_elasticity("openai_api", 10)
several(got, ["between two dates", "by regression"])
mistakes(
    got[0],
    {
        "The price falls each year: count the time between the dates.": [0.39794001],
        "Natural and decimal logarithms are mixed: use one base.": [
            1.9015636,
            0.35865713,
        ],
        "Use rises as the price falls: revisit the sign.": [-0.82583857],
        "It stands upside down: revisit which logarithm is divided by which.": [
            1.2108904
        ],
        "The fall compounds: its logarithm is a rate a year.": [0.58270161],
    },
    rtol=1e-4,
)
assert close(tuple(got), (0.82583857,) * 2, rtol=1e-4), (
    "This counter has two dates, so both ways agree: revisit growth of tokens over "
    "fall in price, both in logarithms."
)
got = counter_elasticity("china", 40)
assert close(tuple(got), (0.907884, 0.975504), rtol=1e-3), (
    "This counter has more than two dates: the regression uses all of them."
)
### BEGIN HIDDEN TESTS
for who, pace in (
    ("china", 5.315),
    ("china", 851.0),
    ("doubao", 10),
    ("google", 42.5),
    ("google_api", 1.5),
):
    chosen = np.array([name == who for name in COUNTER])
    rows = [(day, amount) for day, name, amount in TOKENS if name == who]
    days = (np.datetime64(rows[-1][0]) - np.datetime64(rows[0][0])) / np.timedelta64(
        1, "D"
    )
    ends = np.log(rows[-1][1] / rows[0][1]) / (days / 365.25 * np.log(pace))
    got = counter_elasticity(who, pace)
    assert close(got[0], ends), "Revisit the first and the last date of a counter."
    line = np.polyfit(YEAR[chosen] - 2025, np.log10(COUNT[chosen]) / np.log10(pace), 1)[
        0
    ]
    assert close(got[1], line), (
        "Revisit the regression through all dates of a counter, and of no other."
    )
for who, pace in (
    ("mars", 10),
    ("", 10),
    ("china", 1),
    ("china", 0.5),
    ("doubao", -3.0),
):
    assert raises(ValueError, counter_elasticity, who, pace), (
        "An unknown counter, or a price that does not fall, should be refused."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "growth_split-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 5. What would have grown anyway?
#
# *6 points, about 12 minutes. Prepared by the reading* AI's own elasticity*, section* A curve that shifts.
#
# Use grew, and the price fell. But users arrived, and requests got longer, which would have raised use at the old price too.
# How much of the growth is left for the price?
#
# Write two functions. In both, all growth is given as factors, end over start: `use_growth` is 8 if use grew eight-fold.
# `shifts`: array `(m,)` of factors by which use would have grown at an *unchanged* price, one for each known cause; their
# effects multiply. `m` may be 0.
#
# **Part 1, 3 points.** Write `elasticity_left(use_growth, price_fall, shifts)`: the elasticity if the price explains all that
# the known shifts do not.
#
# - `price_fall`: how many times lower the price is at the end, over the whole time and not in a year; below 1 if it rose. Both are numbers. Returns a number.
# - Raises ValueError if any factor is not above 0 or if `price_fall` is 1.
#
# **Part 2, 3 points.** Write `growth_shares(use_growth, price_fall, elasticity, shifts)`: if the elasticity is known, how much
# of the growth did each cause bring? In logarithms the causes add up.
#
# - `elasticity`: a number. Returns an array `(m + 2,)`: the shares of the price, of each known shift in the order given, and of
#   the rest, in the growth of the logarithm of use. The shares sum to 1; some may be negative or above 1.
# - Raises ValueError if any factor is not above 0 or if `use_growth` is 1.


# %% nbgrader={"grade": false, "grade_id": "growth_split", "locked": false, "schema_version": 3, "solution": true, "task": false}
def elasticity_left(use_growth, price_fall, shifts):
    """Elasticity that is left for the price once known shifts of demand are taken out.

    Parameters
    ----------
    use_growth, price_fall : number
        Use at the end over use at the start, and price at the start over price at the
        end.
    shifts : array (m,)
        Growth of use at an unchanged price, by cause, factors.

    Returns
    -------
    number
        Elasticity.
    """
    ### BEGIN SOLUTION
    if use_growth <= 0 or price_fall <= 0 or price_fall == 1 or np.any(shifts <= 0):
        raise ValueError("factors must be above 0, and the price must have moved")
    return (np.log(use_growth) - np.sum(np.log(shifts))) / np.log(price_fall)
    ### END SOLUTION


def growth_shares(use_growth, price_fall, elasticity, shifts):
    """Shares of the price, of known shifts and of the rest in the growth of use, in
    logarithms.

    Parameters
    ----------
    use_growth, price_fall : number
        As for `elasticity_left`.
    elasticity : number
        Elasticity of demand.
    shifts : array (m,)
        As for `elasticity_left`.

    Returns
    -------
    array (m + 2,)
        Shares.
    """
    ### BEGIN SOLUTION
    if use_growth <= 0 or price_fall <= 0 or use_growth == 1 or np.any(shifts <= 0):
        raise ValueError("factors must be above 0, and use must have moved")
    known = np.append(elasticity * np.log(price_fall), np.log(shifts)) / np.log(
        use_growth
    )
    return np.append(known, 1 - known.sum())
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "growth_split-elasticity", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = elasticity_left(128.0, 4.0, np.array([2.0, 4.0]))
mistakes(
    got,
    {
        "Not all growth is a walk along the curve: take out what would have grown "
        "anyway.": [3.5],
        "What would have grown anyway is taken out, not put on top.": [5.0],
        "Effects multiply: revisit how several shifts come together.": [
            2.2075187,
            2.7075187,
        ],
        "Each known shift counts: one of them was left out.": [3.0, 2.5],
        "Subtract logarithms, not the factors themselves.": [
            -0.82808512,
            -2.2707802,
            3.4653687,
        ],
        "A ratio of factors is not a ratio of their logarithms.": [4.0],
        "Growth of use over the fall in price: it stands upside down.": [0.5],
        "A price that falls while use rises means a positive elasticity here: revisit "
        "the sign.": [-2.0],
    },
    rtol=1e-5,
)
assert close(got, 2.0), (
    "Revisit the growth that is left, over the fall in price, both in logarithms."
)
assert close(elasticity_left(8, 4, np.array([])), 1.5), (
    "Without known shifts the price explains all growth."
)
### BEGIN HIDDEN TESTS
assert close(elasticity_left(81, 3, np.array([9])), 2.0), (
    "One known shift: revisit whole numbers."
)
assert close(
    elasticity_left(1.7, 1.3, np.array([1.1, 0.8, 1.25])),
    np.log(1.7 / 1.1) / np.log(1.3),
), (
    "A shift below 1 lowers use: revisit several shifts, and return the elasticity as "
    "it is."
)
assert close(elasticity_left(2.0, 0.5, np.array([8.0])), 2.0), (
    "The price may have risen: revisit a fall below 1."
)
assert close(elasticity_left(4.0, 2.0, np.array([16.0])), -2.0), (
    "If shifts explain more than all growth, the elasticity is negative."
)
assert close(elasticity_left(0.001, 4.0, np.array([0.002])), -0.5), (
    "Use may have fallen as well."
)
for bad in (
    (0, 2.0, 3.0),
    (-1.0, 2.0, 3.0),
    (8.0, 0, 3.0),
    (8.0, -2.0, 3.0),
    (8.0, 1, 3.0),
    (8.0, 2.0, 0.0),
    (8.0, 2.0, -3.0),
):
    assert raises(
        ValueError, elasticity_left, bad[0], bad[1], np.array([2.0, bad[2]])
    ), "A factor that is not above 0, or a price that did not move, should be refused."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "growth_split-shares", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = growth_shares(64.0, 4.0, 1.5, np.array([2.0]))
mistakes(
    got,
    {
        "How far the price moves use depends on the elasticity: revisit the share of "
        "the price.": [
            np.array([0.33333333, 0.16666667, 0.5]),
            np.array([0.25, 0.16666667, 0.58333333]),
            np.array([0.22222222, 0.16666667, 0.61111111]),
        ],
        "Effects multiply, so factors are no shares: take logarithms.": [
            np.array([0.125, 0.03125, 0.84375]),
            np.array([8.0, 2.0, 4.0]),
        ],
        "Those are logarithms; a share is a part of the whole growth.": [
            np.array([2.0794415, 0.69314718, 1.3862944])
        ],
        "Shares are fractions, not percentages.": [
            np.array([50.0, 16.666667, 33.333333])
        ],
        "The rest is what the causes leave, not their sum.": [
            np.array([0.5, 0.16666667, 0.66666667])
        ],
        "The rest is a share as well: revisit how many shares there are.": [
            np.array([0.5, 0.16666667]),
            np.array([0.75, 0.25]),
            np.array([0.75, 0.25, 0.0]),
        ],
        "First the price, then the shifts, then the rest: revisit the order.": [
            np.array([0.16666667, 0.5, 0.33333333]),
            np.array([0.33333333, 0.5, 0.16666667]),
            np.array([0.33333333, 0.16666667, 0.5]),
        ],
        "A lower price raises use: revisit the sign of the share of the price.": [
            np.array([-0.5, 0.16666667, 1.3333333])
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([0.5, 0.16666667, 0.33333333]), rtol=1e-5), (
    "Revisit each cause's logarithm as a part of that of the whole growth."
)
### BEGIN HIDDEN TESTS
assert close(growth_shares(16, 4, 1, np.array([])), np.array([0.5, 0.5])), (
    "Without known shifts: the price and the rest."
)
assert close(
    growth_shares(1000.0, 10.0, 0.7, np.array([9.0, 2.7])),
    np.append(
        [0.7 / 3, np.log10(9) / 3, np.log10(2.7) / 3], 1 - (0.7 + np.log10(24.3)) / 3
    ),
), "Revisit several shifts in their order, with ordinary numbers."
assert close(
    growth_shares(8, 2, 4, np.array([4, 2, 0.5])),
    np.array([4 / 3, 2 / 3, 1 / 3, -1 / 3, -1.0]),
), (
    "A share may exceed 1; a shift below 1 has a negative one, and so has the rest "
    "where the causes explain too much."
)
assert close(
    growth_shares(4.0, 0.25, 1.0, np.array([2.0])), np.array([-1.0, 0.5, 1.5])
), "A price that rose pulls use down."
assert close(
    growth_shares(0.25, 2.0, 1.0, np.array([0.5])), np.array([-0.5, 0.5, 1.0])
), "Shares of a fall of use."
assert close(growth_shares(5.0, 3.0, 0, np.array([5.0])), np.array([0.0, 1.0, 0.0])), (
    "With an elasticity of 0 the price brings nothing."
)
for bad in (
    (0, 2.0, 3.0),
    (-1.0, 2.0, 3.0),
    (1, 2.0, 3.0),
    (8.0, 0, 3.0),
    (8.0, -2.0, 3.0),
    (8.0, 2.0, 0.0),
    (8.0, 2.0, -3.0),
):
    assert raises(
        ValueError, growth_shares, bad[0], bad[1], 0.9, np.array([bad[2], 2.0])
    ), "A factor that is not above 0, or use that did not move, should be refused."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "inference-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 6. When does inference overtake training?
#
# *6 points, about 13 minutes. Prepared by the reading* Training and inference.
#
# Of all spending on computing a share is for inference, the rest for training. Each grows by a constant factor a year. What
# will the share be, and when are the two equal?
#
# In both functions `share` is inference's share now, a fraction; `training_growth` and `inference_growth` are factors a year
# above 0 (2 doubles each year); all three are numbers. Both raise ValueError unless 0 < `share` < 1.
#
# **Part 1, 3 points.** Write `inference_share(share, training_growth, inference_growth, years)`. `years`: a number or an array
# `(n,)` of times in years from now, 0 or later, whole or not. Returns the share at each time: a number for a number, an array
# `(n,)` for an array.
#
# **Part 2, 3 points.** Write `years_to_parity(share, training_growth, inference_growth)`: in how many years from now are the
# two equal? Returns a number: 0 if they are equal now, a negative number if they were equal in the past and no longer are, and
# `np.inf` if they are not equal now and never are, because both grow at the same rate.


# %% nbgrader={"grade": false, "grade_id": "inference", "locked": false, "schema_version": 3, "solution": true, "task": false}
def inference_share(share, training_growth, inference_growth, years):
    """Share of inference at given times, if both uses grow at constant rates.

    Parameters
    ----------
    share : number
        Share of inference now, a fraction.
    training_growth, inference_growth : number
        Factors a year.
    years : number or array (n,)
        Times in years from now.

    Returns
    -------
    number or array (n,)
        Fractions.
    """
    ### BEGIN SOLUTION
    if not 0 < share < 1:
        raise ValueError("a share lies between 0 and 1")
    for_one_of_training = (
        share / (1 - share) * (inference_growth / training_growth) ** years
    )
    return for_one_of_training / (1 + for_one_of_training)
    ### END SOLUTION


def years_to_parity(share, training_growth, inference_growth):
    """Years until inference and training are equal.

    Parameters
    ----------
    share, training_growth, inference_growth : number
        As for `inference_share`.

    Returns
    -------
    number
        Years, negative in the past, infinity if never.
    """
    ### BEGIN SOLUTION
    if not 0 < share < 1:
        raise ValueError("a share lies between 0 and 1")
    if share == 0.5:
        return 0.0
    if training_growth == inference_growth:
        return np.inf
    return np.log((1 - share) / share) / np.log(inference_growth / training_growth)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "inference-share", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = inference_share(0.25, 1.5, 4.5, np.array([0.0, 1.0, 2.0]))
mistakes(
    got,
    {
        "Those are the odds, inference over training: carry them back to a share.": [
            np.array([0.33333333, 1.0, 3.0])
        ],
        "A share cannot grow at a constant rate for ever: let both parts grow, then "
        "divide by their sum.": [
            np.array([0.25, 0.75, 2.25]),
            np.array([0.25, 1.125, 5.0625]),
        ],
        "A factor of 2 doubles; a rate of 2 would treble: revisit growth factors.": [
            np.array([0.25, 0.42307692, 0.61734694])
        ],
        "The two growth factors are swapped, or the two parts.": [
            np.array([0.25, 0.1, 0.035714286])
        ],
        "That is the share of training.": [np.array([0.75, 0.5, 0.25])],
        "Growth compounds: revisit what happens in the second year.": [
            np.array([0.25, 0.5, 0.57142857]),
            np.array([0.25, 0.5, 0.625]),
            np.array([0.25, 0.5, 0.66666667]),
        ],
        "A factor a year is a power of the time, not an exponential of the factor.": [
            np.array([0.25, 0.87004851, 0.99261863])
        ],
        "Both parts grow, not inference alone.": [np.array([0.25, 0.6, 0.87096774])],
    },
    rtol=1e-5,
)
assert close(got, np.array([0.25, 0.5, 0.75])), (
    "Revisit how inference over training grows, and the share that belongs to it."
)
### BEGIN HIDDEN TESTS
assert close(inference_share(0.4, 1, 4, 3), 128 / 131), (
    "One time, one share: revisit numbers, and training that stands still."
)
assert close(
    inference_share(0.9, 3.0, 0.75, np.array([2.5, 0, 0.5])),
    np.array([9 / 41, 0.9, 9 / 11]),
), "Times need not be whole or in order, and inference may also shrink."
assert close(inference_share(0.37, 2, 2, np.array([0, 3])), np.array([0.37, 0.37])), (
    "At equal growth the share stays."
)
assert close(
    inference_share(0.0003, 1.2, 1.1, np.array([1.7])),
    np.array([1 / (1 + 9997 / 3 * (12 / 11) ** 1.7)]),
), "A tiny share: return it as it is, not rounded."
for bad in (0, 1, -0.2, 1.4, 40):
    assert raises(ValueError, inference_share, bad, 1.5, 2.0, np.array([1.0])), (
        "A share outside 0 to 1 should be refused."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "inference-parity", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = years_to_parity(0.1, 2.0, 6.0)
mistakes(
    got,
    {
        "Compare inference with training, not with the total: revisit odds against "
        "shares.": [
            2.0959033,
            1.4649735,
        ],
        "How fast the gap closes is the ratio of the two growth factors.": [
            1.5849625,
            1.2262944,
            0.88422822,
        ],
        "A factor of 2 doubles; revisit growth factors against rates.": [
            2.5932139,
            1.3652124,
        ],
        "The answer is asked for in years.": [24.0],
        "Growth compounds, so the time is a ratio of logarithms.": [3.0, 4.5, 0.1, 0.2],
        "If the smaller part grows faster, they meet in the future: revisit the "
        "sign.": [-2.0],
        "Natural and decimal logarithms are mixed: use one base.": [
            4.6051702,
            0.86858896,
        ],
    },
    rtol=1e-5,
)
assert close(got, 2.0), "Revisit how inference over training grows, and when it is 1."
### BEGIN HIDDEN TESTS
assert close(years_to_parity(0.4, 1.5, 2), np.log(1.5) / np.log(4 / 3)), (
    "Revisit the time with ordinary numbers."
)
assert close(years_to_parity(0.75, 3, 1), 1.0), (
    "Inference may lead and fall back: they meet in the future."
)
assert close(years_to_parity(0.75, 1, 9), -0.5), (
    "If the leader also grows faster, they were equal in the past."
)
assert close(years_to_parity(0.2, 4.0, 1.0), -1.0), (
    "If training leads and grows faster, they were equal in the past."
)
assert close(years_to_parity(0.499, 1.0, 900.0), np.log(501 / 499) / np.log(900)), (
    "A short wait: return it as it is, not rounded."
)
assert close(years_to_parity(0.5, 2.0, 3.0), 0.0) and close(
    years_to_parity(0.5, 2, 2), 0.0
), "Equal shares need no time."
assert close(years_to_parity(0.3, 1.7, 1.7), np.inf) and close(
    years_to_parity(0.8, 2, 2), np.inf
), "At equal growth unequal parts are never equal."
for bad in (0, 1, -0.2, 1.4, 40):
    assert raises(ValueError, years_to_parity, bad, 1.5, 2.0), (
        "A share outside 0 to 1 should be refused."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "lifetime-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 7. How large should a model be, if many will use it?
#
# *9 points, about 24 minutes. Prepared by the reading* Training and inference.
#
# A larger model needs fewer training tokens for the same quality but more computing for every answer. If many will use it, a
# smaller one that is trained for longer can be the cheaper plan.
#
# **Part 1, 2 points.** Write `lifetime_flop(params, trained, served)`: the computing of a model with `params` parameters over
# its life, in FLOP. Training takes 6 FLOP for each parameter and each of the `trained` tokens; answering takes 2 for each
# parameter and each of the `served` tokens. All are numbers; returns a number.
#
# **Part 2, 3 points.** Write `tokens_needed(params, loss, law)`: how many training tokens bring a model to a loss? By the loss
# law $L = E + A / N^{\alpha} + B / D^{\beta}$, where $N$ is the number of parameters and $D$ that of training tokens.
#
# - `params`: array `(k,)` of sizes $N$, of decimal numbers (such as 7e9); `loss`: a number $L$; `law`: a tuple $(E, A, B,
#   \alpha, \beta)$ of numbers, in the order of `LAWS`.
# - Returns an array `(k,)`: the tokens $D$ for each size, and `np.inf` for a size that cannot reach the loss with any number.
#
# **Part 3, 4 points.** Write `best_size(params, served, loss, law)`: which of the sizes reaches the loss with the least
# lifetime computing?
#
# - `params`, `loss`, `law` as in part 2, the sizes in any order; `served`: a number of tokens. A model gets as many training
#   tokens as it needs for the loss.
# - Returns a number: the best of the sizes in `params`. You may assume that no two are equally good.
# - Raises ValueError if none of the sizes can reach the loss.


# %% nbgrader={"grade": false, "grade_id": "lifetime", "locked": false, "schema_version": 3, "solution": true, "task": false}
def lifetime_flop(params, trained, served):
    """Computing of a model over its life.

    Parameters
    ----------
    params : number
        Parameters of the model.
    trained, served : number
        Tokens of training, and tokens of all answers.

    Returns
    -------
    number
        FLOP.
    """
    ### BEGIN SOLUTION
    return 2 * params * (3 * trained + served)
    ### END SOLUTION


def tokens_needed(params, loss, law):
    """Training tokens that bring models of given sizes to a loss.

    Parameters
    ----------
    params : array (k,)
        Parameters of each model.
    loss : number
        Loss to reach.
    law : tuple of 5 numbers
        Floor, constants of size and of data, exponents of size and of data.

    Returns
    -------
    array (k,)
        Tokens, or infinity.
    """
    ### BEGIN SOLUTION
    floor, of_size, of_data, size_power, data_power = law
    room = loss - floor - of_size / params**size_power
    return np.where(
        room > 0, (of_data / np.where(room > 0, room, 1.0)) ** (1 / data_power), np.inf
    )
    ### END SOLUTION


def best_size(params, served, loss, law):
    """Size with the least lifetime computing among those that reach a loss.

    Parameters
    ----------
    params : array (k,)
        Sizes to choose from.
    served : number
        Tokens of all answers.
    loss, law
        As for `tokens_needed`.

    Returns
    -------
    number
        The best of the sizes.
    """
    ### BEGIN SOLUTION
    flop = lifetime_flop(params, tokens_needed(params, loss, law), served)
    if np.all(np.isinf(flop)):
        raise ValueError("no size reaches this loss")
    return params[np.argmin(flop)]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "lifetime-flop", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = lifetime_flop(1e9, 2e10, 9e10)
mistakes(
    got,
    {
        "Answering takes a third of what training takes for a token: revisit both.": [
            6.6e20,
            2.2e20,
            5.8e20,
            3.9e20,
        ],
        "Answers take computing as well: revisit the lifetime.": [1.2e20],
        "Training is a part of the lifetime.": [1.8e20],
        "The answer is asked for in FLOP, not in TFLOP.": [300000000.0],
        "Both parts take computing: add them.": [6e19, -6e19],
        "Each token takes operations for each parameter: revisit the product.": [
            300000000000.0
        ],
    },
)
assert close(got, 3e20), "Revisit the operations of training and those of answers."
### BEGIN HIDDEN TESTS
assert close(lifetime_flop(37e9, 14.8e12, 0), 3.2856e24), (
    "A model that nobody uses has cost its training alone."
)
assert close(lifetime_flop(4, 0, 25), 200), (
    "A model that was given to you costs its answers alone."
)
assert close(lifetime_flop(0.0031, 0.57, 0.28), 0.012338), (
    "Return the result as it is, not rounded."
)
assert close(lifetime_flop(7e9, 2e12, 6e12), 1.68e23), (
    "At three times the training tokens both parts are equal."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "lifetime-tokens", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
law = (1.0, 4.0, 9.0, 0.5, 0.25)
got = tokens_needed(np.array([4.0, 16.0, 64.0]), 2.5, law)
mistakes(
    got,
    {
        "A part of the loss stays at any size and with any data: revisit the floor.": [
            np.array([104976.0, 1296.0, 410.0625])
        ],
        "The size takes its part of the loss, and the data bring what is left.": [
            np.array([1296.0, 1296.0, 1296.0]),
            np.array([np.inf, 18.0, 9.0]),
        ],
        "Revisit how the power is undone.": [
            np.array([np.inf, 2.0597671, 1.7320508]),
            np.array([np.inf, 72.0, 36.0]),
            np.array([np.inf, 9.5259869e-06, 0.00015241579]),
        ],
        "Constants and exponents belong to size or to data: revisit which is which.": [
            np.array([np.inf, np.inf, 12945.383]),
            np.array([np.inf, np.inf, 12945.383]),
            np.array([np.inf, np.inf, 11006.462]),
            np.array([np.inf, 324.0, 81.0]),
        ],
        "A size that cannot reach the loss needs infinitely many tokens: revisit the "
        "room that it leaves.": [
            np.array([np.nan, 104976.0, 6561.0]),
            np.array([0.0, 104976.0, 6561.0]),
            np.array([104976.0, 104976.0, 6561.0]),
            np.array([-104976.0, 104976.0, 6561.0]),
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([np.inf, 104976.0, 6561.0])), (
    "Revisit the loss that is left for the data, then the tokens that bring it."
)
### BEGIN HIDDEN TESTS
assert close(
    tokens_needed(np.array([16.0]), 2.0, (1.0, 4.0, 9.0, 0.5, 0.5)), np.array([np.inf])
), "If nothing is left for the data, not even infinitely many tokens are too many."
size = np.array([3e11, 7e9, 1e8, 7e10])
for name, target in (("hoffmann", 1.95), ("besiroglu", 2.1), ("besiroglu", 1.9)):
    e, a, b, alpha, beta = LAWS[name]
    want = np.array(
        [
            np.inf
            if a * n**-alpha >= target - e
            else (b / (target - e - a * n**-alpha)) ** (1 / beta)
            for n in size
        ]
    )
    assert close(tokens_needed(size, target, LAWS[name]), want), (
        "Revisit the published laws, with sizes in any order."
    )
assert close(
    tokens_needed(np.array([4.0, 25.0]), 0.03, (0.0, 0.1, 0.002, 0.5, 2.0)),
    np.array([np.inf, 0.2**0.5]),
), "Another law: return tokens as they are, not rounded."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "lifetime-size", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
law = (1.0, 4.0, 9.0, 0.5, 0.25)
got = best_size(np.array([16.0, 64.0, 256.0, 4.0]), 100_000, 2.5, law)
mistakes(
    got,
    {
        "Answers take computing as well: revisit the lifetime.": [64.0],
        "The largest model needs the fewest training tokens, but answers cost more.": [
            256.0
        ],
        "A small model may never reach the loss: revisit which sizes can.": [4.0],
        "The size is asked for, not its place in the list.": [0, 1],
        "The size is asked for, not its computing.": [13277696.0],
        "That is how many tokens it needs; the size is asked for.": [104976.0],
    },
)
assert close(got, 16.0), (
    "Revisit the training tokens of each size, then its lifetime computing."
)
assert close(best_size(np.array([16.0, 64.0, 256.0, 4.0]), 0, 2.5, law), 64.0), (
    "If nobody uses the model, its training decides."
)
### BEGIN HIDDEN TESTS
size = np.geomspace(1e9, 5e11, 200)[::-1]
for name, target in (("hoffmann", 1.95), ("besiroglu", 1.99), ("besiroglu", 1.9)):
    e, a, b, alpha, beta = LAWS[name]
    able = [n for n in size if target - e - a * n**-alpha > 0]
    for answers in (0, 3e12, 1e14, 4e15):
        cost = [
            6 * n * (b / (target - e - a * n**-alpha)) ** (1 / beta) + 2 * n * answers
            for n in able
        ]
        assert close(
            best_size(size, answers, target, LAWS[name]), min(zip(cost, able))[1]
        ), (
            "Revisit the best size by the published laws, with sizes from large to "
            "small."
        )
assert close(best_size(np.array([100.0]), 5.0, 2.5, law), 100.0), (
    "A single size that can is the best one."
)
assert close(best_size(np.array([4.0, 0.0305, 16.0, 1e8]), 1e30, 2.5, law), 16.0), (
    "With very many answers: the smallest size that can."
)
assert close(
    best_size(np.array([0.015731, 0.012137]), 0.4, 0.5, (0.1, 0.02, 0.03, 0.5, 0.5)),
    0.012137,
), "Return the size as it is, not rounded."
for sizes in (np.array([4.0]), np.array([7.1, 2.0, 1.0])):
    assert raises(ValueError, best_size, sizes, 100.0, 2.5, law), (
        "If no size reaches the loss, there is no best one."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "cournot-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 8. Who gains when sellers enter?
#
# *7 points, about 16 minutes. Prepared by the reading* Who keeps the surplus?
#
# Cheaper models let more firms sell. Demand is $Q = S\,(a - P)$: at a price of $P$ USD users want $Q$ million answers. Each
# answer costs its seller $c$ USD. All sellers are alike, and each chooses a quantity, given those of the others (*Cournot
# competition*). With $n$ sellers the margin over cost is $P - c = (a - c) / (n + 1)$.
#
# In both functions `choke` is $a$ and `cost` is $c$, in USD; `size` is $S$, in million answers for each USD; all are numbers.
# Both raise ValueError unless `cost` lies below `choke`.
#
# **Part 1, 4 points.** Write `cournot(choke, cost, size, sellers)`. `sellers`: array `(k,)` of whole numbers, 1 or above.
# Returns an array `(3, k)`: in the first row the price in USD; in the second the profit of *one* seller, in the third the
# consumer surplus, both in million USD.
#
# **Part 2, 3 points.** Write `entrants(choke, cost, size, fixed)`. Each seller also has a fixed cost of `fixed` million USD, a
# number above 0. Sellers enter as long as each of them, the newcomer included, earns at least the fixed cost. Returns how many
# there are, a whole number, 0 if not even one pays. Raises ValueError also if `fixed` is not above 0.


# %% nbgrader={"grade": false, "grade_id": "cournot", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cournot(choke, cost, size, sellers):
    """Price, profit of a seller and consumer surplus by the number of sellers.

    Parameters
    ----------
    choke, cost : number
        Price at which demand ends, and cost of an answer, USD.
    size : number
        Million answers for each USD.
    sellers : array (k,)
        Numbers of sellers.

    Returns
    -------
    array (3, k)
        Price in USD; profit of one seller and consumer surplus in million USD.
    """
    ### BEGIN SOLUTION
    if cost >= choke:
        raise ValueError("nobody pays what an answer costs")
    margin = (choke - cost) / (sellers + 1)
    sold_by_one = size * margin
    total = sellers * sold_by_one
    return np.array([cost + margin, margin * sold_by_one, total**2 / size / 2])
    ### END SOLUTION


def entrants(choke, cost, size, fixed):
    """Number of sellers when entry is free.

    Parameters
    ----------
    choke, cost, size : number
        As for `cournot`.
    fixed : number
        Fixed cost of a seller, million USD.

    Returns
    -------
    number
        Sellers, a whole number.
    """
    ### BEGIN SOLUTION
    if cost >= choke or fixed <= 0:
        raise ValueError("nobody pays what an answer costs, or entry is free of cost")
    return max(int((choke - cost) * np.sqrt(size / fixed)) - 1, 0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "cournot-surplus", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = cournot(14.0, 2.0, 2.0, np.array([1, 3]))
mistakes(
    got,
    {
        "The profit of one seller is asked for, not that of all.": [
            np.array([[8.0, 5.0], [72.0, 54.0], [36.0, 81.0]])
        ],
        "Consumer surplus is a triangle: revisit its area.": [
            np.array([[8.0, 5.0], [72.0, 18.0], [72.0, 162.0]]),
            np.array([[8.0, 5.0], [72.0, 18.0], [144.0, 324.0]]),
        ],
        "Each seller cares about its own part of the price's fall: revisit by how much "
        "the margin shrinks with each entrant.": [
            np.array([[14.0, 6.0], [0.0, 32.0], [0.0, 64.0]]),
            np.array([[14.0, 6.0], [288.0, 32.0], [0.0, 64.0]]),
            np.array([[8.0, 4.0], [72.0, 8.0], [36.0, 100.0]]),
        ],
        "With quantities, the price does not fall to cost: that is price "
        "competition.": [np.array([[2.0, 2.0], [0.0, 0.0], [144.0, 144.0]])],
        "Entrants lower the price: with one more seller it does not stay at the "
        "monopoly's.": [np.array([[8.0, 8.0], [72.0, 24.0], [36.0, 36.0]])],
        "The margin comes on top of the cost: revisit the price.": [
            np.array([[6.0, 3.0], [72.0, 18.0], [36.0, 81.0]]),
            np.array([[6.0, 3.0], [72.0, 18.0], [64.0, 121.0]]),
        ],
        "The size of the market multiplies all that is sold: revisit profit and "
        "surplus.": [
            np.array([[8.0, 5.0], [36.0, 9.0], [18.0, 40.5]]),
            np.array([[8.0, 5.0], [72.0, 18.0], [18.0, 40.5]]),
            np.array([[8.0, 5.0], [72.0, 18.0], [72.0, 162.0]]),
            np.array([[8.0, 5.0], [36.0, 9.0], [36.0, 81.0]]),
        ],
        "Cost is paid for every answer: profit is margin times quantity.": [
            np.array([[8.0, 5.0], [96.0, 30.0], [36.0, 81.0]])
        ],
        "One row for each quantity, one column for each number of sellers: the table "
        "is turned or out of order.": [
            np.array([[8.0, 72.0, 36.0], [5.0, 18.0, 81.0]]),
            np.array([[8.0, 5.0], [36.0, 81.0], [72.0, 18.0]]),
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([[8.0, 5.0], [72.0, 18.0], [36.0, 81.0]])), (
    "Revisit the margin, what one and all sell at it, and the triangle."
)
### BEGIN HIDDEN TESTS
assert close(
    cournot(10, 2, 1, np.array([4, 2])),
    np.array([[3.6, 14 / 3], [2.56, 64 / 9], [20.48, 128 / 9]]),
), "Numbers of sellers in any order, and whole numbers."
assert close(cournot(9.0, 0, 4.0, np.array([2])), np.array([[3.0], [36.0], [72.0]])), (
    "Answers without cost, and one case alone."
)
assert close(
    cournot(0.03, 0.012, 0.7, np.array([1.0, 8.0, 50.0])),
    np.array(
        [
            [0.021, 0.014, 0.012 + 0.018 / 51],
            [0.7 * 0.009**2, 0.7 * 0.002**2, 0.7 * (0.018 / 51) ** 2],
            [0.35 * 0.009**2, 0.35 * 0.016**2, 0.35 * (0.9 / 51) ** 2],
        ]
    ),
), "Small prices: return them as they are, not rounded."
for high in (14, 15.5):
    assert raises(ValueError, cournot, 14.0, high, 2.0, np.array([1, 3])), (
        "At such a cost nobody can sell."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "cournot-entry", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = entrants(14.0, 2.0, 2.0, 15.0)
mistakes(
    got,
    {
        "The next seller would not earn its fixed cost: revisit who still enters.": [4],
        "One more could still enter: revisit who still earns the fixed cost.": [2],
        "A part of a seller does not enter: the answer is a whole number.": [3.3817805],
        "Each seller pays the fixed cost out of its own profit, not out of that of "
        "all.": [
            16,
            17,
            18,
            19,
        ],
        "The profit of one seller falls with the square of their number: revisit the "
        "root.": [
            18.2,
            18.0,
        ],
        "The size of the market counts as well: revisit what one seller earns.": [1],
    },
)
assert close(got, 3), (
    "With how many sellers does each still earn its fixed cost, and with how many no "
    "longer?"
)
assert close(entrants(14.0, 2.0, 2.0, 18.0), 3), (
    "A seller that earns exactly its fixed cost enters."
)
### BEGIN HIDDEN TESTS
assert close(entrants(10, 2, 1, 1), 7) and close(entrants(10, 2, 4, 1), 15), (
    "Revisit entry in a small and in a large market."
)
assert close(entrants(10, 2, 4, 4), 7), (
    "If the fixed cost grows as the market does, so many enter as before."
)
assert close(entrants(14.0, 2.0, 2.0, 72.0), 1) and close(
    entrants(14.0, 2.0, 2.0, 73.0), 0
), "Revisit when not even one seller pays."
assert close(entrants(3.0, 2.5, 0.1, 9.0), 0), (
    "Nobody enters a tiny market: the answer is never below 0."
)
assert close(entrants(0.9, 0.2, 5000.0, 0.03), 284), (
    "Many sellers, and prices below one USD."
)
assert close(entrants(6.0, 0, 1.0, 0.3), 9), (
    "Answers without cost: revisit the whole number of sellers."
)
for bad in (
    (14.0, 14, 2.0, 15.0),
    (14.0, 15.0, 2.0, 15.0),
    (14.0, 2.0, 2.0, 0),
    (14.0, 2.0, 2.0, -4.0),
):
    assert raises(ValueError, entrants, *bad), (
        "A cost above what users pay, or entry without cost, should be refused."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "double_margin-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 9. Two margins, one on top of the other
#
# *5 points, about 13 minutes. Prepared by the reading* Who keeps the surplus?*, section* A stack of layers.
#
# An answer needs a chip and an application, and each layer has one seller. The chip maker sets its price first. The application
# pays it for each answer, has costs of its own, and sets the price of an answer last; the chip maker knows how it will do so.
# Demand is $Q = S\,(a - P)$ million answers at a price of $P$ USD.
#
# In both functions `choke` is $a$, `chip_cost` and `app_cost` are what one answer costs the chip maker and, beyond the chip,
# the application; these three are numbers in USD. (A hint: $(P - k)(a - P)$ is largest at $P = (a + k)/2$. Use it once for each layer.) Both raise ValueError unless the two costs together lie below `choke`.
#
# **Part 1, 3 points.** Write `stacked_prices(choke, chip_cost, app_cost)`. Returns two numbers: the price that the chip maker
# asks for one answer's use of its chip, and the price of an answer, in USD.
#
# **Part 2, 2 points.** Write `merger_gain(choke, chip_cost, app_cost, size)`: what changes if both become one firm, which pays
# both costs and sets one price? `size` is $S$, a number, in million answers for each USD. Returns two numbers in million USD:
# by how much the profits of both layers together rise, and by how much the consumer surplus rises.


# %% nbgrader={"grade": false, "grade_id": "double_margin", "locked": false, "schema_version": 3, "solution": true, "task": false}
def stacked_prices(choke, chip_cost, app_cost):
    """Prices of two layers with one seller each, the chip maker first.

    Parameters
    ----------
    choke : number
        Price at which demand ends, USD.
    chip_cost, app_cost : number
        Costs of an answer in each layer, USD.

    Returns
    -------
    chip_price, answer_price : number
        USD.
    """
    ### BEGIN SOLUTION
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody pays what an answer costs")
    chip_price = (choke - app_cost + chip_cost) / 2
    return chip_price, (choke + app_cost + chip_price) / 2
    ### END SOLUTION


def merger_gain(choke, chip_cost, app_cost, size):
    """What profits and users gain if two layers become one firm.

    Parameters
    ----------
    choke, chip_cost, app_cost : number
        As for `stacked_prices`.
    size : number
        Million answers for each USD.

    Returns
    -------
    profit, surplus : number
        Gains in million USD.
    """
    ### BEGIN SOLUTION
    if chip_cost + app_cost >= choke:
        raise ValueError("nobody pays what an answer costs")
    margin = choke - chip_cost - app_cost
    apart, together = size * margin / 4, size * margin / 2
    profit = [sold * (margin - sold / size) for sold in (apart, together)]
    return profit[1] - profit[0], (together**2 - apart**2) / size / 2
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "double_margin-prices", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = stacked_prices(13.0, 2.0, 3.0)
several(got, ["price of the chip", "price of an answer"])
mistakes(
    tuple(got),
    {
        "The price of the chip comes first, then that of the answer.": [(11.0, 6.0)],
        "That is the price of one firm: two layers take two margins.": [
            (2.0, 9.0),
            (6.0, 9.0),
        ],
        "The application has costs of its own: revisit its choice.": [(6.0, 9.5)],
        "The chip maker foresees that the application has costs, too: revisit the "
        "demand for chips.": [
            (7.5, 11.75),
            (7.5, 10.25),
        ],
        "The application pays the chip's price, not its cost.": [(7.5, 9.0)],
        "Costs raise the price by a part only: revisit where marginal revenue equals "
        "cost.": [
            (5.5, 9.25),
            (4.0, 10.0),
            (4.0, 8.0),
        ],
        "The chip maker pays its own cost only; the application's cost lowers the "
        "demand for chips.": [(9.0, 12.5)],
        "Margins are chosen one after the other, not shared: revisit who moves "
        "first.": [
            (4.6666667, 10.333333),
            (4.0, 9.0),
            (6.0, 12.0),
        ],
    },
    rtol=1e-5,
)
assert close(tuple(got), (6.0, 11.0)), (
    "Start from the last step: which price does the application choose, given that of "
    "the chip?"
)
### BEGIN HIDDEN TESTS
assert close(tuple(stacked_prices(10, 2, 0)), (6.0, 8.0)), (
    "An application without own costs, in whole numbers."
)
assert close(tuple(stacked_prices(10.0, 0.0, 4.0)), (3.0, 8.5)), (
    "Chips without cost: revisit both choices."
)
assert close(tuple(stacked_prices(0.09, 0.017, 0.006)), (0.0505, 0.07325)), (
    "Small prices: return them as they are, not rounded."
)
for bad in ((13.0, 9.0, 4.0), (13.0, 3.0, 11.0), (13.0, 14.0, 0.0)):
    assert raises(ValueError, stacked_prices, *bad), (
        "If the costs reach what anybody would pay, nothing can be sold."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "double_margin-merger", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = merger_gain(13.0, 2.0, 3.0, 2.0)
several(got, ["profits", "users"])
mistakes(
    tuple(got),
    {
        "First the gain of the profits, then that of the users.": [(12.0, 8.0)],
        "That is what they have after the merger, not what they gain.": [
            (32.0, 16.0),
            (32.0, 12.0),
            (8.0, 16.0),
        ],
        "That is what they had before the merger.": [(24.0, 4.0)],
        "Compare with the profits of both layers together.": [
            (16.0, 12.0),
            (24.0, 12.0),
        ],
        "A merger takes one margin away: both sides gain.": [
            (-8.0, 12.0),
            (-8.0, -12.0),
            (8.0, -12.0),
        ],
        "The size of the market counts: revisit how many answers are sold.": [
            (4.0, 6.0),
            (4.0, 12.0),
            (16.0, 24.0),
        ],
        "Consumer surplus is a triangle: revisit its area.": [(8.0, 24.0)],
    },
    rtol=1e-5,
)
assert close(tuple(got), (8.0, 12.0)), (
    "Revisit profits and surplus with two margins and with one."
)
### BEGIN HIDDEN TESTS
assert close(tuple(merger_gain(10, 2, 0, 1)), (4.0, 6.0)), (
    "An application without own costs, in whole numbers."
)
assert close(tuple(merger_gain(10.0, 0.0, 4.0, 0.3)), (0.675, 1.0125)), (
    "Chips without cost, and a small market."
)
assert close(
    tuple(merger_gain(0.09, 0.017, 0.006, 500.0)),
    (500 * 0.067**2 / 16, 1500 * 0.067**2 / 32),
), "Return gains as they are, not rounded."
for bad in ((13.0, 9.0, 4.0), (13.0, 3.0, 11.0), (13.0, 14.0, 0.0)):
    assert raises(ValueError, merger_gain, *bad, 2.0), (
        "If the costs reach what anybody would pay, nothing can be sold."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "xpu-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 10. A chip of one's own
#
# *5 points, about 10 minutes. Prepared by the reading* Who keeps the surplus?*, section* A chip for one purpose.
#
# A large buyer can design its own chip for one kind of work (an *XPU*). The design costs a fixed sum; after that each chip is
# cheap. From which volume on does that pay? And what can the seller of the other chips (*GPUs*) do about it?
#
# In both functions `design_usd` is the cost of the design and `chip_usd` what each own chip costs to make, in USD;
# `chips_per_gpu` is how many own chips do the work of one GPU, whole or not. These are numbers.
#
# **Part 1, 3 points.** Write `xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices)`. `gpu_prices`: array `(k,)`,
# prices of a GPU in USD. Returns an array `(k,)`: the volume, in GPUs replaced, from which the own chip costs no more than
# GPUs; it need not be whole. Where it never pays the answer is `np.inf`.
#
# **Part 2, 2 points.** Write `defending_price(design_usd, chip_usd, chips_per_gpu, gpus)`. `gpus`: array `(k,)`, how many GPUs
# a buyer would replace. Returns an array `(k,)`: the highest price of a GPU, in USD, at which this buyer does not gain by an
# own chip. Raises ValueError if an entry of `gpus` is not above 0.


# %% nbgrader={"grade": false, "grade_id": "xpu", "locked": false, "schema_version": 3, "solution": true, "task": false}
def xpu_breakeven(design_usd, chip_usd, chips_per_gpu, gpu_prices):
    """Volume from which a chip of one's own pays.

    Parameters
    ----------
    design_usd, chip_usd : number
        Cost of the design, and of making one chip, USD.
    chips_per_gpu : number
        Own chips that do the work of one GPU.
    gpu_prices : array (k,)
        Prices of a GPU, USD.

    Returns
    -------
    array (k,)
        GPUs replaced, or infinity.
    """
    ### BEGIN SOLUTION
    gain_by_each = gpu_prices - chips_per_gpu * chip_usd
    return np.where(
        gain_by_each > 0,
        design_usd / np.where(gain_by_each > 0, gain_by_each, 1.0),
        np.inf,
    )
    ### END SOLUTION


def defending_price(design_usd, chip_usd, chips_per_gpu, gpus):
    """Highest price of a GPU at which a buyer does not gain by a chip of its own.

    Parameters
    ----------
    design_usd, chip_usd, chips_per_gpu : number
        As for `xpu_breakeven`.
    gpus : array (k,)
        GPUs that the buyer would replace.

    Returns
    -------
    array (k,)
        USD for a GPU.
    """
    ### BEGIN SOLUTION
    if np.any(gpus <= 0):
        raise ValueError("a buyer replaces at least some")
    return chips_per_gpu * chip_usd + design_usd / gpus
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "xpu-breakeven", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = xpu_breakeven(300e6, 6000.0, 1.5, np.array([12_000.0, 24_000.0, 8000.0]))
mistakes(
    got,
    {
        "Own chips cost something, too: revisit what each replaced GPU saves.": [
            np.array([25000.0, 12500.0, 37500.0])
        ],
        "More than one own chip may be needed for the work of a GPU.": [
            np.array([50000.0, 16666.667, 150000.0])
        ],
        "More own chips for each GPU cost more, not less: revisit what each replaced "
        "GPU saves.": [np.array([37500.0, 15000.0, 75000.0])],
        "The volume is asked for in GPUs replaced, not in own chips.": [
            np.array([150000.0, 30000.0, np.inf]),
            np.array([66666.667, 13333.333, np.inf]),
        ],
        "Where own chips cost as much as the GPU, no volume pays back the design.": [
            np.array([100000.0, 20000.0, -300000.0]),
            np.array([100000.0, 20000.0, np.nan]),
            np.array([100000.0, 20000.0, 0.0]),
            np.array([100000.0, 20000.0, 300000.0]),
        ],
        "A saving is a difference of costs: revisit the sign.": [
            np.array([-100000.0, -20000.0, 300000.0]),
            np.array([np.inf, np.inf, 300000.0]),
            np.array([14285.714, 9090.9091, 17647.059]),
        ],
        "The design is in USD, not in millions.": [np.array([0.1, 0.02, np.inf])],
    },
    rtol=1e-5,
)
assert close(got, np.array([100_000.0, 20_000.0, np.inf])), (
    "Revisit the fixed cost, and what each replaced GPU saves."
)
### BEGIN HIDDEN TESTS
assert close(
    xpu_breakeven(10, 3, 2, np.array([6, 8, 5])), np.array([np.inf, 5.0, np.inf])
), "If own chips cost exactly as much as the GPU, nothing pays back the design."
assert close(
    xpu_breakeven(100e6, 10_000.0, 0.4, np.array([26_000.0])),
    np.array([100e6 / 22_000]),
), (
    "One price is still an array; an own chip may do more than a GPU, and the volume "
    "need not be whole."
)
assert close(
    xpu_breakeven(0.002, 0.5, 3.0, np.array([2.1, 1.9])), np.array([0.002 / 0.6, 0.005])
), "Return volumes as they are, not rounded, in the order given."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "xpu-defence", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = defending_price(300e6, 6000.0, 1.5, np.array([100_000.0, 20_000.0]))
mistakes(
    got,
    {
        "The buyer also pays for its own chips: revisit what the GPU competes with.": [
            np.array([3000.0, 15000.0])
        ],
        "The buyer also pays for the design: a price as low as the own chip's is not "
        "needed.": [np.array([9000.0, 9000.0])],
        "More than one own chip may be needed for the work of a GPU.": [
            np.array([9000.0, 21000.0])
        ],
        "The design is shared by the GPUs replaced, not by own chips.": [
            np.array([11000.0, 19000.0]),
            np.array([13500.0, 31500.0]),
        ],
        "The cost of the design keeps the buyer away: revisit its sign.": [
            np.array([6000.0, -6000.0])
        ],
        "The design is paid once, not for each GPU.": [
            np.array([300009000.0, 300009000.0])
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([12_000.0, 24_000.0])), (
    "At which price do both ways cost this buyer the same?"
)
### BEGIN HIDDEN TESTS
assert close(
    defending_price(10, 3, 2, np.array([5, 1, 2])), np.array([8.0, 16.0, 11.0])
), "Buyers in any order, and whole numbers."
assert close(
    defending_price(581e6, 8000.0, 0.7, np.array([3e5])), np.array([5600 + 581e6 / 3e5])
), "One buyer is still an array."
assert close(
    defending_price(0.02, 0.003, 1.3, np.array([7.0])), np.array([0.0039 + 0.02 / 7])
), "Return prices as they are, not rounded."
for bad in (0.0, -5.0):
    assert raises(
        ValueError, defending_price, 300e6, 6000.0, 1.5, np.array([100.0, bad])
    ), "A buyer of nothing should be refused."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "logistic-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 11. Growth that ends
#
# *5 points, about 13 minutes. Prepared by the reading* AI's own elasticity*, section* A curve that shifts.
#
# The readings let users arrive at a constant rate. New things spread fast at first and stop when everybody has them. The
# *logistic* curve says so: with the ceiling $K$, the users at time $t$ are
#
# $$u = \frac{K}{1 + e^{-r (t - m)}} ,$$
#
# where $m$ is the midpoint, at which half of the ceiling is reached, and $r$ the rate. How fast do users arrive, if the ceiling
# is given? Put the curve into a straight line: the *logit* $\ln\frac{u}{K - u}$, the logarithm of those who have it over those
# who have not, grows by $r$ in each year.
#
# **Part 1, 3 points.** Write `logistic_fit(years, users, ceiling)`: fit a straight line of the logit on time by ordinary least
# squares. You may use `np.polyfit`.
#
# - `years`, `users`: arrays `(n,)`, in any order; `ceiling`: a number in the unit of `users`.
# - Returns two numbers `(rate, midpoint)`: $r$ for a year, and $m$ in years, counted as `years` are.
# - Raises ValueError unless every entry of `users` lies above 0 and below the ceiling.
#
# **Part 2, 2 points.** Write `logistic_path(rate, midpoint, ceiling, years)`: the users at given times. The first three are
# numbers, `years` is an array `(n,)` in any order; returns an array `(n,)`.
#
# No number here tells you the ceiling. Fit the same users with twice the ceiling: what happens to the rate, what to the
# midpoint?


# %% nbgrader={"grade": false, "grade_id": "logistic", "locked": false, "schema_version": 3, "solution": true, "task": false}
def logistic_fit(years, users, ceiling):
    """Rate and midpoint of a logistic curve with a given ceiling.

    Parameters
    ----------
    years, users : array (n,)
        Times in years, and users.
    ceiling : number
        Users in the end, in the unit of users.

    Returns
    -------
    rate, midpoint : number
        Rate for a year, and time at which half of the ceiling is reached.
    """
    ### BEGIN SOLUTION
    if np.any(users <= 0) or np.any(users >= ceiling):
        raise ValueError("users must lie between 0 and the ceiling")
    start = np.min(years)
    rate, at_start = np.polyfit(years - start, np.log(users / (ceiling - users)), 1)
    return rate, start - at_start / rate
    ### END SOLUTION


def logistic_path(rate, midpoint, ceiling, years):
    """Users on a logistic curve.

    Parameters
    ----------
    rate, midpoint, ceiling : number
        As from and for `logistic_fit`.
    years : array (n,)
        Times in years.

    Returns
    -------
    array (n,)
        Users, in the unit of ceiling.
    """
    ### BEGIN SOLUTION
    return ceiling / (1 + np.exp(rate * (midpoint - years)))
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "logistic-fit", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = logistic_fit(
    np.array([0.0, 1.0, 2.0, 3.0]), np.array([18.0, 30.0, 45.0, 60.0]), 90.0
)
several(got, ["rate", "midpoint"])
mistakes(
    tuple(got),
    {
        "That is the factor a year of those who have it over those who have not; the "
        "rate is its logarithm.": [
            (2.0, 2.0),
            (1.0, 2.0),
        ],
        "Natural and decimal logarithms are mixed: the logit has the natural one.": [
            (0.30103, 2.0)
        ],
        "The ceiling counts: growth slows down as it comes near.": [
            (0.40173835, -7.3319774),
            (0.40173835, 2.9455365),
            (0.40173835, 3.8688692),
            (0.40173835, 2.1434995),
        ],
        "The midpoint is a time: where does the line cross zero?": [
            (0.69314718, -1.3862944),
            (0.69314718, 1.3862944),
            (0.69314718, 0.25),
            (0.69314718, 45.0),
        ],
        "The midpoint lies where the logit is zero: revisit its sign.": [
            (0.69314718, -2.0)
        ],
        "Those who have it over those who have not: the logit is upside down.": [
            (-0.69314718, 2.0),
            (-0.69314718, -2.0),
        ],
        "The rate comes first, then the midpoint.": [(2.0, 0.69314718)],
        "A straight line fits the logit, not the users themselves.": [
            (14.1, -1.212766),
            (14.1, 1.9787234),
        ],
    },
    rtol=1e-5,
)
assert close(tuple(got), (0.69314718, 2.0), rtol=1e-5), (
    "Revisit the line through the logits, and where it crosses zero."
)
### BEGIN HIDDEN TESTS
t, u = (
    np.array([3.0, 0.25, 1.0, 1.75, 0.5, 2.5]),
    np.array([61.0, 4.0, 9.0, 40.0, 3.0, 38.0]),
)
for top in (70.0, 1000):
    line = np.polyfit(t, -np.log(top / u - 1), 1)
    want = (line[0], -line[1] / line[0])
    assert close(tuple(logistic_fit(t, u, top)), want), (
        "Revisit least squares on the logits of noisy users, in any order."
    )
    assert close(tuple(logistic_fit(t, u / 500, top / 500)), want), (
        "Rate and midpoint do not depend on the unit of users."
    )
got = logistic_fit(t + 2020, u, 70.0)
assert close(got[0], np.polyfit(t, -np.log(70 / u - 1), 1)[0]), (
    "The rate does not depend on where the calendar starts."
)
line = np.polyfit(t, -np.log(70 / u - 1), 1)
assert close(got[1] - 2020, -line[1] / line[0], rtol=1e-5), (
    "The midpoint is counted as the years are."
)
assert close(
    tuple(logistic_fit(np.array([1, 3]), np.array([8, 2]), 10)), (-np.log(16) / 2, 2.0)
), "Two points, and something that is given up again: the rate is negative."
for bad in (0.0, -1.0, 70.0, 75.0):
    assert raises(
        ValueError,
        logistic_fit,
        np.array([0.0, 1.0, 2.0]),
        np.array([5.0, 20.0, bad]),
        70.0,
    ), "Users that are not above 0, or reach the ceiling, have no logit."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "logistic-path", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = logistic_path(0.69314718, 2.0, 90.0, np.array([0.0, 2.0, 3.0]))
mistakes(
    got,
    {
        "Users rise if the rate is positive: revisit the sign.": [
            np.array([72.0, 45.0, 30.0])
        ],
        "That is the share of the ceiling; users are asked for.": [
            np.array([0.2, 0.5, 0.66666667])
        ],
        "The ceiling counts: growth slows down as it comes near.": [
            np.array([11.25, 45.0, 90.0]),
            np.array([22.5, 90.0, 180.0]),
        ],
        "The rate is continuous: revisit the base of the power.": [
            np.array([60.792203, 45.0, 36.84455]),
            np.array([3.5519028, 45.0, 74.831656]),
        ],
        "At the midpoint half of the ceiling is reached: revisit the time in the "
        "exponent.": [
            np.array([45.0, 72.0, 80.0]),
            np.array([72.0, 84.705882, 87.272727]),
        ],
    },
    rtol=1e-5,
)
assert close(got, np.array([18.0, 45.0, 60.0]), rtol=1e-5), (
    "Revisit the curve: its ceiling, its midpoint and its rate."
)
### BEGIN HIDDEN TESTS
assert close(
    logistic_path(1.0, 2025.0, 8.0, np.array([2027.0, 2024.5])),
    8 / (1 + np.exp([-2.0, 0.5])),
), "Times in any order."
assert close(
    logistic_path(-0.8, 1, 5, np.array([3])), np.array([5 / (1 + np.exp(1.6))])
), "A negative rate falls, and one time is still an array."
assert close(
    logistic_path(0, 1.0, 0.0067, np.array([0.0, 9.0])), np.array([0.00335, 0.00335])
), "At a rate of 0 nothing moves."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "growth_plot-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 12. A figure that compares growth
#
# *8 points, about 22 minutes. Prepared by the reading* AI's own elasticity*, section* What was counted.
#
# Counters of very different size are hard to compare. Divide each by its own first count, and all start at 1: on a logarithmic
# axis the steeper line then grows faster, whatever it counts.
#
# Write `growth_plot(counter, year, count)`, where the arguments are arrays `(n,)`, one entry for each count in any order: the
# counter's name (text), the date in years, and the tokens, above 0. No counter has two counts of one date. It makes a new
# figure at each call (`plt.subplots()`), draws on one Axes, and returns that Axes. The Axes shows:
#
# - **data, 3 points**: every count as a point at its date, its height the count divided by the earliest count of the same
#   counter, with markers, lines or both, and no other points. If there is a line, it joins the points of one counter only, in
#   order of time. A counter may have a single count, which no line can show.
# - **scale, 1 point**: growth on a logarithmic axis, time on a linear one, and all points inside the frame.
# - **labels, 2 points**: a title; below the x axis a label with the word "year"; beside the y axis a label with "times the
#   first count". Capital or small letters do not matter.
# - **legend, 2 points**: each counter in one colour of its own, and its name in a legend, or as text beside its points in the
#   same colour. There are at most ten counters, as many as Matplotlib has default colours.
#
# You are judged by what the figure shows, not by which commands drew it. Try it on the real counts: `growth_plot(COUNTER, YEAR,
# COUNT)`. Which line would you not compare with the others, and why?


# %% nbgrader={"grade": false, "grade_id": "growth_plot", "locked": false, "schema_version": 3, "solution": true, "task": false}
def growth_plot(counter, year, count):
    """Growth of several counters since their first count, on a logarithmic axis.

    Parameters
    ----------
    counter : array (n,) of text
        Counter of each count.
    year, count : array (n,)
        Date of each count in years, and the tokens.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ### BEGIN SOLUTION
    _, ax = plt.subplots()
    for who in np.unique(counter):
        mine = np.flatnonzero(counter == who)
        in_time = mine[np.argsort(year[mine])]
        ax.plot(
            year[in_time], count[in_time] / count[in_time[0]], marker="o", label=who
        )
    ax.set(
        yscale="log",
        xlabel="Year",
        ylabel="Tokens, times the first count (each step ×10)",
        title="The steeper the line, the faster the growth",
    )
    ax.legend()
    return ax
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "growth_plot-data", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
two = np.flatnonzero(np.isin(COUNTER, ["china", "openai_api"]))
two = two[np.argsort(-COUNT[two])]  # from large to small, not in order of time
heights = np.array([COUNT[i] / (3.0 if COUNTER[i] == "china" else 259.2) for i in two])
ax = growth_plot(COUNTER[two], YEAR[two], COUNT[two])
assert not all(shown(ax, YEAR[two], COUNT[two])), (
    "Those are the counts themselves: divide each by its counter's first."
)
points = shown(ax, YEAR[two], heights)
assert any(points), (
    "No point stands at its date and growth: revisit which count is the first, that of "
    "the earliest date."
)
assert all(points), (
    "A point is missing, or does not stand at its own date and growth: each counter "
    "has a first count of its own."
)
joined(COUNTER[two], points)
### BEGIN HIDDEN TESTS
who, when = (
    np.array(["Ada", "Bo", "Ada", "Cy", "Bo", "Ada", "Bo"]),
    np.array([2.5, 1.0, 0.5, 3.0, 0.25, 1.5, 2.0]),
)
tokens, times = (
    np.array([12.0, 5, 4, 70, 20, 0.1, 9]),
    np.array([3.0, 0.25, 1, 1, 1, 0.025, 0.45]),
)
ax = growth_plot(who, when, tokens)
points = shown(ax, when, times)
idea = (
    "Counts in any order, that fall as well as rise, and a counter with one count: "
    "some are not drawn where they belong."
)
assert all(points), idea
joined(who, points)
assert not any(shown(ax, when[:3], tokens[:3])), (
    "The counts themselves do not belong into this figure."
)
ax = growth_plot(who[1:3], when[1:3], tokens[1:3])
assert all(shown(ax, when[1:3], np.ones(2))), "A second call should draw its own data."
assert not any(shown(ax, when[[0, 5, 6]], times[[0, 5, 6]])), (
    "Each call makes a new figure: points of an earlier one are still there."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "growth_plot-scale", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
real = COUNTER == "doubao"
ax = growth_plot(COUNTER[real], YEAR[real], COUNT[real])
assert any(shown(ax, YEAR[real], COUNT[real] / 3.6)), (
    "No growth is drawn at its date: on a log axis the multiples themselves are drawn, "
    "not their logarithms."
)
assert ax.get_yscale() == "log", (
    "A constant rate should be a straight line: revisit the scale of the vertical axis."
)
assert ax.get_xscale() == "linear", (
    "Time runs evenly: revisit the scale of the time axis."
)
### BEGIN HIDDEN TESTS
who, when = (
    np.array(["Ada", "Bo", "Bo", "Ada"]),
    np.array([2019.0, 2031.5, 2020.0, 2026.0]),
)
tokens, times = np.array([3e4, 5e3, 5.0, 0.6]), np.array([1.0, 1000.0, 1.0, 2e-5])
ax = growth_plot(who, when, tokens)
assert any(shown(ax, when, times)), "Nothing is drawn at the growth of these counts."
assert ax.get_yscale() == "log" and ax.get_xscale() == "linear", "Revisit both scales."
for ends, inside in ((ax.get_xlim(), when), (ax.get_ylim(), times)):
    assert min(ends) <= inside.min() and inside.max() <= max(ends), (
        "Some points lie outside the frame: revisit its limits."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "growth_plot-labels", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
ax = growth_plot(COUNTER[:5], YEAR[:5], COUNT[:5])
assert any(shown(ax, YEAR[:5], COUNT[:5] / 9.7)), (
    "Labels belong to a figure that shows the growth."
)
assert "year" in ax.get_xlabel().lower(), (
    "What runs along the x axis? Say it in its label."
)
assert "times the first count" in " ".join(ax.get_ylabel().lower().split()), (
    "Times what? Say in the label of the y axis what the growth is measured against."
)
assert any([ax.get_title(loc=side).strip() for side in ("left", "center", "right")]), (
    "The figure needs a title."
)
### BEGIN HIDDEN TESTS
ax = growth_plot(np.array(["Ada", "Ada"]), np.array([2.0, 1.0]), np.array([30.0, 4.0]))
assert all(shown(ax, np.array([2.0, 1.0]), np.array([7.5, 1.0]))), (
    "Labels belong to a figure with data, whatever the data are."
)
words = " ".join(
    [*ax.get_xlabel().lower().split(), "|", *ax.get_ylabel().lower().split()]
)
assert (
    "year" in words.partition("|")[0]
    and "times the first count" in words.partition("|")[2]
), "Labels should not depend on the data."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "growth_plot-legend", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
two = np.isin(COUNTER, ["china", "doubao"])
ax = growth_plot(COUNTER[two], YEAR[two], COUNT[two])
assert any(
    shown(ax, YEAR[two], COUNT[two] / np.where(COUNTER[two] == "china", 3.0, 3.6))
), "A legend belongs to a figure that shows the growth."
for name in ("china", "doubao"):
    assert any([name in text for text, _ in named(ax)]), (
        "A counter's name is missing: a reader cannot tell whose growth it is."
    )
### BEGIN HIDDEN TESTS
who = np.array(
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
when = np.array([2.0, 1.0, 3.0, 1.5, 2.5, 0.5, 0.2, 3.3, 2.2, 1.1, 2.9, 0.7, 0.9, 1.9])
tokens = np.array(
    [5.0, 9.0, 2.0, 30.0, 0.4, 6.0, 11.0, 0.9, 0.3, 70.0, 3.0, 25.0, 8.0, 1.2]
)
times = np.array(
    [1.0, 1.0, 0.4, 1.0, 0.4 / 9, 1.0, 1.0, 1.0, 0.012, 1.0, 3 / 11, 1.0, 1.0, 1.0]
)
ax = growth_plot(who, when, tokens)
looks, keys = {}, named(ax)
for owner, drawn in zip(who, shown(ax, when, times)):
    assert drawn, "A point is not drawn, so the legend has nothing to explain."
    looks.setdefault(str(owner), set()).update([colour for colour, _, _ in drawn])
for owner, colours in looks.items():
    assert len(colours) == 1, "A counter appears in several colours."
    own = [
        colour
        for text, colour in keys
        if [name for name in looks if name in text] == [owner]
    ]
    assert any([colour in colours for colour in own]), (
        "A name does not stand in its counter's colour: revisit which label belongs to "
        "which data."
    )
assert len(set().union(*looks.values())) == len(looks), (
    "Two counters share a colour, so a reader cannot tell them apart."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "memo-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 13. Memo: does cheaper AI mean more of everything?
#
# *20 points, about 45 minutes. Prepared by all readings of the chapter.*
#
# The energy minister of a region that courts data centres (or, if you prefer, the finance director of a software firm) has
# heard two sentences. "AI gets so efficient that it will need less." "AI gets so cheap that it will need more: that is Jevons."
# Write the memo that answers two questions: more or less of *what*, and what should the plan for the next five years assume?
#
# Write 250 to 350 words in full sentences, addressed to that reader, who knows no Python and has three minutes. Replace the
# text of the cell below. Use your own results from at least three of the tasks above, for example:
#
# - `resource_factor` and `backfire_threshold` for a gain that you state, with two elasticities and two pass-throughs;
# - `counter_elasticity` of China's count by the two published falls in task 4, and `elasticity_left` after the shifts that the
#   reading *AI's own elasticity* borrows (users, tokens a request);
# - `turning_gain`, `years_to_parity` or `best_size`, where it bears on your reader's question.
#
# Figures from the readings are welcome if you name the source.
#
# A grader reads the memo and gives up to 5 points for each of four criteria:
#
# | criterion | 5 points | 3 points | 1 point |
# |---|---|---|---|
# | **Which demand** | keeps apart use, spending and the resource, with the threshold of each; says which of the two sentences fits which | keeps two apart, or all three without thresholds | says only that demand can grow |
# | **Numbers** | three or more correct results of your own with unit or meaning, dates and assumptions; one range is given and read correctly | three results, but assumptions, dates or the range are missing | one or two results, or figures without a source |
# | **Causes and limits** | tells a walk along the curve from a shift; says why two dates do not identify an elasticity; names what counts of tokens cannot show | two of the three | a caveat in general words |
# | **Advice and writing** | a plan, range or rule that follows from the numbers; what would change it; plain words; 250 to 350 words | advice without a condition or not from the numbers, or up to 50 words off | no advice, or far off in length |
#
# Points between these levels can be given; a criterion that is not met gets 0.

# %% [markdown] nbgrader={"grade": true, "grade_id": "memo", "locked": false, "points": 20, "schema_version": 3, "solution": true, "task": false}
# **To:** the Minister of Energy. **Subject:** will cheaper AI need more power, or less?
#
# Both sentences can be true, because they speak of different things. Plan with a range, and tie it to what is measured here.
#
# Suppose that chips become five times as efficient. If the whole gain reaches the price and users react with an elasticity of
# 0.8, they ask for 3.6 times as many answers, yet chips are used 0.72 times as much, and so is the bill. At an elasticity of
# 1.3 all rise: use 8.1 times, chips and bill 1.6 times. Use grows at any elasticity above 0, spending from 1, the resource from
# 1 over the part that is passed on. If sellers keep half of the gain that last threshold is 2: even at 1.3 chips fall to 0.57
# while the bill rises. A larger bill does not prove a larger need for power.
#
# Which elasticity holds? China's count of tokens grew 1,400-fold from January 2024 to March 2026. If nothing but price had
# changed, that would mean 2.0 if prices fell 5.3-fold a year and 0.5 if they fell 851-fold, the ends of five published indices.
# Take out nine times as many users and requests 2.7 times as long, borrowed from elsewhere, and the range is 1.1 to 0.3. The
# count does not settle it.
#
# Two dates cannot: users who arrive shift the curve, a lower price moves everybody along it, and some arrived because it was
# cheap. Nor do counts of tokens show power: they include free use, and a token takes more or less work in each model.
#
# I advise to plan for five years with a low path on which efficiency saves and a high path on which the need for chips grows
# 1.6 times with each five-fold gain; to grant connections in steps; and to have data centres report electricity and work done.
# Two years in which electricity rises no faster than before would move me to the low path.
#
# ---
#
# **For the grader.** Results to expect: for a gain of 5, resource factors 0.72 (elasticity 0.8) and 1.62 (1.3) with full
# pass-through, 0.38 and 0.57 with half; use 3.6 and 8.1, or 1.9 and 2.8; bills 0.72 and 1.62, or 0.85 and 1.27; thresholds 1
# and 2. `counter_elasticity("china", 5.315)` 2.00 between two dates and 2.15 by regression, with 851 it is 0.50 and 0.53;
# `elasticity_left` of 1,400 over 2.163 years, shifts 9 and 2.7: 1.12, at 42-fold a year 0.50, at 851 0.28. `turning_gain(10, 1,
# 8)` 1.6 and 4. `years_to_parity(0.4, 1.5, 2)` 1.4 years. Figures from the readings count if the memo names them as such, and
# so do stated assumptions about gain, pass-through and elasticity.
#
# Common faults: more use given as proof of Jevons; a rebound of 80% read off an elasticity of 0.8; spending taken for the
# resource; one price index, or one pair of dates, taken for the elasticity of AI; 1.11 between sellers of one model taken for
# the market; tokens of different counters added.
