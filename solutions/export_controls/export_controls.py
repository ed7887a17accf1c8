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
# # Export controls: problem set 3
#
# The article says that chip controls hinder a rival for a time, may drive two markets apart for good, and must be judged anew.
# Here you build the tools for such a judgement: what a rule counts, what it delays, what it costs and whom, and how to choose
# when the numbers are uncertain. You end with a memo to somebody who has to decide.
#
# Twelve tasks with code give 80 points, the memo 20. Plan about four hours in two sittings, say tasks 1 to 6 and the rest; the
# readings come on top.
#
# **How to answer.** Replace `raise NotImplementedError()` by your code, then run the test cell below it. That cell checks the
# form of your answer and an easy case or two. If a check fails, read its last line first. Passing the visible check is not yet
# full marks: reread the bullets, because the graded cell also tries cases that you do not see here. Everything that is tested
# is said in the task's text. You may add cells and functions of your own. When you are done, save, and hand in this one file under
# its own name, `export_controls.ipynb`, in the way that your instructor names.
#
# **Words that hold for every task**
#
# - A *number* is a Python or NumPy number, whole or not. An *array* is a NumPy array, and its shape is written after it:
#   `(n,)` is a row of `n` numbers. Where a number is asked for, return a number; where an array is asked for, return a NumPy
#   array.
# - Shares are fractions: 0.8 stands for 80%. A chip's *peak* is given in TFLOPS, that is 10¹² operations a second.
# - `np.nan` stands for a fact that is not known. `np.isnan` finds it, and no comparison with it is true.
# - Leave the arrays that you are given as they are: change a copy.
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


def upright(ax, x):
    """Say whether a vertical line stands on an Axes at x."""
    lines = []
    for item in ax.get_children():
        if hasattr(item, "get_segments") and item.get_visible():
            lines += list(item.get_segments())
        if (
            hasattr(item, "get_xydata")
            and item.get_visible()
            and item.get_linestyle() not in ("None", "none", " ", "")
        ):
            lines.append(item.get_xydata())
    corners = [np.asarray(line, float).T for line in lines]
    return any(
        [
            len(c) == 2 and np.ptp(c[1]) > 0 and bool(np.allclose(c[0], x, rtol=1e-9))
            for c in corners
            if c.size
        ]
    )


# include: named, paints

# %% [markdown] nbgrader={"grade": false, "grade_id": "chips-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## The data: chips and trade
#
# Each row of `CHIPS` is a chip of an American maker: its name, its use ("data centre" or "consumer"), its dense peak with
# numbers of 16, 8 and 4 bits in TFLOPS, the area of its dies with logic in mm², the rate of its links to other chips and of its
# memory in GB a second. `np.nan` means that no source was found. The values are those of the course's table `chips`; the rows
# `L40S`, `B200`, `GB200`, `B300`, `Gaudi 2` and the `RTX` cards with a `D` or a 5090 rest on secondary sources.
#
# Each row of `TRADE` is a year of American trade in goods with China: exports, imports, and the exports that were
# semiconductors, in billion USD, from the table `us_china_trade` (secondary reports on official figures, but for 2019).
#
# The cell also makes the columns as arrays: `CHIP`, `CENTRE` (True for a chip for data centres), `PEAKS` (a row for each chip,
# a column for each of `BITS`), `AREA`, `LINKS`, `BANDWIDTH`, and `YEAR`, `EXPORTS`, `IMPORTS`, `CHIP_EXPORTS`.

# %% nbgrader={"grade": false, "grade_id": "chips", "locked": true, "schema_version": 3, "solution": false, "task": false}
CHIPS = [
    ("V100", "data centre", 125, np.nan, np.nan, 815, 300, 898),
    ("A100", "data centre", 312, 624, np.nan, 826, 600, 2039),
    ("A800", "data centre", 312, 624, np.nan, 826, 400, 2040),
    ("A10", "data centre", 125, 250, np.nan, 628, 64, 600),
    ("L4", "data centre", 121, 242, np.nan, 294, 64, 300),
    ("L40", "data centre", 181, 362, np.nan, 608, np.nan, 864),
    ("L40S", "data centre", 366, 733, np.nan, 608, 64, 864),
    ("L20", "data centre", 119.5, 239, np.nan, 609, 64, 864),
    ("L2", "data centre", 96.5, 193, np.nan, np.nan, 64, 300),
    ("H100", "data centre", 989.4, 1979, np.nan, 814, 900, 3350),
    ("H100 PCIe", "data centre", 756, 1513, np.nan, 814, 600, 2040),
    ("H800", "data centre", 989, 1979, np.nan, 814, 400, 3360),
    ("H20", "data centre", 148, 296, np.nan, 814, 900, 4000),
    ("H200", "data centre", 989.5, 1979, np.nan, np.nan, np.nan, 4800),
    ("B200", "data centre", 2250, 4500, np.nan, np.nan, 1800, 7700),
    ("GB200", "data centre", 2500, 5000, np.nan, np.nan, 1800, 8000),
    ("B300", "data centre", 2250, 4500, 15000, np.nan, 1800, 7700),
    ("RTX 4090", "consumer", 330, 660.6, np.nan, 608, 64, 1008),
    ("RTX 4090 D", "consumer", np.nan, 588.35, np.nan, 608, 64, 1008),
    ("RTX 5090", "consumer", np.nan, np.nan, 1676, 750, np.nan, 1792),
    ("RTX 5090 D", "consumer", np.nan, np.nan, 1187.5, 750, np.nan, 1792),
    ("RTX 5090 D V2", "consumer", np.nan, np.nan, 1187.5, 750, np.nan, 1344),
    ("MI250X", "data centre", 383, 383, np.nan, 1448, 800, 3280),
    ("MI300X", "data centre", 1307.4, 2614.9, np.nan, np.nan, 896, 5300),
    ("MI325X", "data centre", 1307.4, 2614.9, np.nan, np.nan, np.nan, 6000),
    ("Gaudi 2", "data centre", 432, 865, np.nan, 826, np.nan, 2450),
    ("Gaudi 3", "data centre", 1678, 1678, np.nan, np.nan, np.nan, 3700),
]
BITS = np.array([16, 8, 4])
CHIP = np.array([row[0] for row in CHIPS])
CENTRE = np.array([row[1] == "data centre" for row in CHIPS])
NUMBERS = np.array([row[2:] for row in CHIPS], dtype=float)
PEAKS, (AREA, LINKS, BANDWIDTH) = NUMBERS[:, :3], NUMBERS[:, 3:].T

TRADE = [
    (2019, 106.6, 452.2, np.nan),
    (2020, 124.5, 434.7, np.nan),
    (2021, 151.1, 506.4, 13.4),
    (2022, 154.0, 536.3, 11.1),
    (2023, 147.8, 427.2, 6.8),
    (2024, 143.2, 438.8, np.nan),
    (2025, 106.3, 308.4, np.nan),
]
YEAR, EXPORTS, IMPORTS, CHIP_EXPORTS = np.array(TRADE).T

# %% [markdown] nbgrader={"grade": false, "grade_id": "performance-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 1. What a rule counts
#
# *5 points, about 10 minutes. Prepared by the reading* What is controlled?
#
# A rule has to put one number on a chip before it can draw a line. The rules since 2022 use a score, and since 2023 also how
# tightly it is packed. Which chip stands where?
#
# **Part 1, 3 points.** Write `total_performance(bits, sheet_tflops, sparse)`: the *total processing performance* (TPP) of each
# chip. It is the largest product of bit length and dense peak in TFLOPS, over all lengths for which the peak is known. (The rule
# counts a multiplication with its addition as two operations, and so do TFLOPS.)
#
# - `bits`: array `(k,)` of bit lengths. `sheet_tflops`: array `(n, k)`, one row for each chip, as its data sheet prints the
#   peaks; `np.nan` where none is known. Each chip has at least one known peak.
# - `sparse`: array `(n,)` of True and False: True if the sheet's peaks of this chip assume structured sparsity, which doubles
#   all of them.
# - Returns an array `(n,)`.
#
# **Part 2, 2 points.** Write `performance_density(score, die_areas, has_logic)`: the score per mm² of the dies with logic.
#
# - `score`: a number, the TPP. `die_areas`: array `(d,)`, the area of each die in the package in mm², `np.nan` if it is not
#   known. `has_logic`: array `(d,)` of True and False; dies without logic are memory or fillers and do not count.
# - Returns a number: points per mm², or `np.nan` if the area of a die with logic is not known.
# - Raises ValueError if no die has logic.
#
# The table above is dense, so `SCORE = total_performance(BITS, PEAKS, np.zeros(len(CHIP), bool))` gives its scores.


# %% nbgrader={"grade": false, "grade_id": "performance", "locked": false, "schema_version": 3, "solution": true, "task": false}
def total_performance(bits, sheet_tflops, sparse):
    """Total processing performance of each chip.

    Parameters
    ----------
    bits : array (k,)
        Bit lengths.
    sheet_tflops : array (n, k)
        Peaks as the data sheets print them, TFLOPS; nan if unknown.
    sparse : array (n,) of bool
        Whether a chip's sheet assumes structured sparsity.

    Returns
    -------
    array (n,)
        Points.
    """
    ### BEGIN SOLUTION
    dense_tflops = np.where(sparse[:, np.newaxis], sheet_tflops / 2, sheet_tflops)
    return np.nanmax(bits * dense_tflops, axis=1)
    ### END SOLUTION


def performance_density(score, die_areas, has_logic):
    """Score per area of the dies with logic.

    Parameters
    ----------
    score : number
        Total processing performance.
    die_areas : array (d,)
        Area of each die, mm2; nan if unknown.
    has_logic : array (d,) of bool
        Whether a die has logic.

    Returns
    -------
    number
        Points per mm2, or nan.
    """
    ### BEGIN SOLUTION
    if not np.any(has_logic):
        raise ValueError("a chip needs a die with logic")
    return score / np.sum(die_areas[has_logic])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "performance-score", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = total_performance(
    np.array([16, 8, 4]),
    np.array([[100.0, 250.0, np.nan], [300.0, 600.0, 1600.0]]),
    np.array([False, True]),
)
mistakes(
    got,
    {
        "Data sheets may print sparse peaks, twice the dense ones: revisit the dense "
        "peak.": [np.array([2000.0, 6400.0])],
        "The sparse peak is twice the dense one, not half of it: revisit which way to "
        "go.": [np.array([2000.0, 12800.0])],
        "Only a sparse sheet needs a correction: revisit which chips are halved.": [
            np.array([1000.0, 3200.0])
        ],
        "A peak counts in proportion to its bits: revisit the bit length.": [
            np.array([250.0, 800.0]),
            np.array([250.0, 1600.0]),
        ],
        "The rule takes the precision that gives the most, not a fixed one: revisit "
        "the largest product.": [
            np.array([1600.0, 2400.0]),
            np.array([2000.0, 2400.0]),
        ],
        "The largest of numbers with a nan is nan: leave out the unknown peaks, for "
        "example with np.nanmax.": [np.array([np.nan, 3200.0])],
        "The products are compared, not added up.": [
            np.array([3600.0, 8000.0]),
            np.array([1800.0, 8000 / 3]),
        ],
        "A multiply-add counts as two operations in TFLOPS already: do not double "
        "again.": [np.array([4000.0, 6400.0])],
    },
)
assert close(got, np.array([2000.0, 3200.0])), (
    "Revisit bits times dense peak for each precision, then the largest for each chip."
)
### BEGIN HIDDEN TESTS
lengths, peaks = (
    np.array([4, 32, 8]),
    np.array([[40.0, 7.0, 18.0], [np.nan, 3.0, np.nan], [9.0, np.nan, 5.5]]),
)
assert close(
    total_performance(lengths, peaks, np.array([False, False, False])),
    np.array([224.0, 96.0, 44.0]),
), "Bit lengths may stand in any order, and some peaks are unknown."
assert close(
    total_performance(lengths, peaks, np.array([True, False, True])),
    np.array([112.0, 96.0, 22.0]),
), "Each chip has its own kind of data sheet, sparse or dense."
assert close(
    total_performance(np.array([16, 8]), np.array([[1979, 3958]]), np.array([True])),
    np.array([15832.0]),
), "One chip is still an array."
assert close(
    total_performance(
        np.array([16, 8]),
        np.array([[10, 30], [25, 40], [7, 7]]),
        np.array([True, False, True]),
    ),
    np.array([120.0, 400.0, 56.0]),
), "Whole numbers, and more chips than precisions."
assert close(
    total_performance(BITS, PEAKS / 7e5, ~CENTRE)[[4, 12, 16, 20]],
    np.array([1936, 2368, 60000, 2375]) / 7e5,
), "Revisit the scores of the real chips, and return them as they are, not rounded."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "performance-density", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = performance_density(
    2400.0, np.array([400.0, 200.0, 150.0, 50.0]), np.array([True, True, False, False])
)
mistakes(
    got,
    {
        "Memory and filler dies do not count: revisit which area the rule means.": [
            3.0
        ],
        "Points for each mm², not mm² for each point: revisit what is divided.": [
            0.25,
            1 / 3,
        ],
        "The areas of all dies with logic are added up: revisit the area.": [
            6.0,
            12.0,
            18.0,
        ],
        "The density belongs to the whole package, not to a mean die.": [8.0],
    },
)
assert close(got, 4.0), "Revisit the score over the area of the dies with logic."
### BEGIN HIDDEN TESTS
assert close(
    performance_density(
        2368, np.array([np.nan, 814.0, np.nan]), np.array([False, True, False])
    ),
    2368 / 814,
), "The unknown area of a memory die does not matter."
assert close(
    performance_density(15832.0, np.array([814.0, np.nan]), np.array([True, True])),
    np.nan,
), "If a die with logic has an unknown area the density is unknown."
assert close(
    performance_density(3.0, np.array([70, 90, 40]), np.array([True, False, True])),
    3 / 110,
), "Whole numbers for areas, and a small density: return it as it is."
assert close(
    performance_density(6128.0, np.array([724.0, 724.0]), np.array([True, True])),
    6128 / 1448,
), "Two equal dies count twice."
assert raises(
    ValueError,
    performance_density,
    2368.0,
    np.array([814.0, 90.0]),
    np.array([False, False]),
), "Without a die with logic there is nothing to rate."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "caught-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 2. Caught, not caught, or cannot tell
#
# *8 points, about 20 minutes. Prepared by the reading* What is controlled?
#
# "And" and "or" decide more than the numbers beside them, and a fact that nobody has published may or may not matter. Write one
# function for each of three rules, in the short form of the reading. Each returns an array `(n,)` with, for each chip, **1.0 if
# it is caught, 0.0 if it is not, and `np.nan` if you cannot tell**: the missing fact would decide. Where the known facts settle
# the matter, the missing one does not count. The score is always known. A value equal to a limit is caught.
#
# **Part 1, 3 points.** `caught_2022(score, links)`: caught if the score is at least 4800 *and* the links have at least 600 GB a
# second. `score`, `links`: arrays `(n,)`; `links` may hold `np.nan`.
#
# **Part 2, 3 points.** `caught_2023(score, density, centre)`: caught if the score is at least 4800, *or* at least 2400 with a
# density of at least 1.6, *or* at least 1600 with a density of at least 3.2. Chips that are not for data centres are exempt
# below a score of 4800. `density`: array `(n,)`, may hold `np.nan`; `centre`: array `(n,)` of True and False, True for a chip
# for data centres.
#
# **Part 3, 2 points.** `caught_2026(score, bandwidth)`: caught if the score is at least 21000 *or* the memory bandwidth is at
# least 6500 GB a second. (Below both a licence is decided case by case, so "not caught" is no free pass.) `bandwidth`: array
# `(n,)`, may hold `np.nan`.
#
# Then put the real chips in, with your scores and `SCORE / AREA` for the density. Under which rule does a missing fact leave
# chips open, and which fact is it?


# %% nbgrader={"grade": false, "grade_id": "caught", "locked": false, "schema_version": 3, "solution": true, "task": false}
def caught_2022(score, links):
    """Whether the rule of 2022 catches each chip.

    Parameters
    ----------
    score, links : array (n,)
        Total processing performance, and rate of the links in GB a second (nan if
        unknown).

    Returns
    -------
    array (n,)
        1.0 caught, 0.0 not caught, nan cannot tell.
    """
    ### BEGIN SOLUTION
    if_known = np.where(np.isnan(links), np.nan, links >= 600)
    return np.where(score < 4800, 0.0, if_known)
    ### END SOLUTION


def caught_2023(score, density, centre):
    """Whether the rule of 2023 catches each chip.

    Parameters
    ----------
    score, density : array (n,)
        Total processing performance, and points per mm2 (nan if unknown).
    centre : array (n,) of bool
        Whether a chip is for data centres.

    Returns
    -------
    array (n,)
        1.0 caught, 0.0 not caught, nan cannot tell.
    """
    ### BEGIN SOLUTION
    dense_enough = density >= np.where(score >= 2400, 1.6, 3.2)
    by_density = np.where(np.isnan(density), np.nan, dense_enough)
    exempt = (score < 1600) | ~centre
    return np.where(score >= 4800, 1.0, np.where(exempt, 0.0, by_density))
    ### END SOLUTION


def caught_2026(score, bandwidth):
    """Whether the rule of 2026 catches each chip.

    Parameters
    ----------
    score, bandwidth : array (n,)
        Total processing performance, and memory bandwidth in GB a second (nan if
        unknown).

    Returns
    -------
    array (n,)
        1.0 caught, 0.0 not caught, nan cannot tell.
    """
    ### BEGIN SOLUTION
    by_memory = np.where(np.isnan(bandwidth), np.nan, bandwidth >= 6500)
    return np.where(score >= 21000, 1.0, by_memory)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "caught-2022", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = caught_2022(
    np.array([4992.0, 4992.0, 15832.0, 2368.0, 15832.0, 2896.0]),
    np.array([600.0, 400.0, 900.0, 900.0, np.nan, np.nan]),
)
mistakes(
    got,
    {
        "This rule says AND: a chip that fails one test is not caught.": [
            np.array([1.0, 1, 1, 1, 1, np.nan]),
            np.array([1.0, 1, 1, 1, np.nan, np.nan]),
            np.array([1.0, 1, 1, 1, np.nan, 0]),
            np.array([1.0, 1, 1, 1, 1, 0]),
        ],
        "A comparison with nan is false, which is not the same as not caught: revisit "
        "the missing fact.": [np.array([1.0, 0, 1, 0, 0, 0])],
        "A missing fact does not mean the worst: revisit what you cannot tell.": [
            np.array([1.0, 0, 1, 0, 1, 0])
        ],
        "A missing fact matters only if the known one leaves the matter open.": [
            np.array([1.0, 0, 1, 0, np.nan, np.nan])
        ],
        "A value equal to a limit is caught.": [np.array([0.0, 0, 1, 0, np.nan, 0])],
        "The score alone does not decide here: revisit the links.": [
            np.array([1.0, 1, 1, 0, 1, 0])
        ],
        "1 stands for caught, 0 for not caught: yours are turned round.": [
            np.array([0.0, 1, 0, 1, np.nan, 1])
        ],
    },
)
assert close(got, np.array([1.0, 0, 1, 0, np.nan, 0])), (
    "Go through each chip: which test does it fail, and is the other one needed?"
)
### BEGIN HIDDEN TESTS
points, rate = (
    np.array([4800, 4799.99, 4800, 9000, 4799, 1, 4800]),
    np.array([600, 600, 599.99, 600, np.nan, np.nan, np.nan]),
)
assert close(caught_2022(points, rate), np.array([1.0, 0, 0, 1, 0, 0, np.nan])), (
    "Revisit values at the limits and just below them."
)
top = np.array([max(b * p for b, p in zip((16, 8, 4), row) if p == p) for row in PEAKS])
want = [
    0.0 if s < 4800 else np.nan if x != x else float(x >= 600)
    for s, x in zip(top, LINKS)
]
assert close(caught_2022(top, LINKS.copy()), np.array(want)), (
    "Revisit the real chips under the first rule."
)
assert close(caught_2022(np.array([5000]), np.array([700])), np.array([1.0])), (
    "One chip is still an array; whole numbers are numbers."
)
assert close(
    caught_2022(points[::-1].copy(), rate[::-1].copy()),
    np.array([np.nan, 0, 0, 1, 0, 0, 1]),
), "Each chip is judged by itself, whatever its place."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "caught-2023", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = caught_2023(
    np.array([15832.0, 2368.0, 1936.0, 2400.0, 2000.0, 5284.8, 1544.0, 3000.0]),
    np.array([np.nan, 2.909, 6.585, 1.6, np.nan, 8.69, np.nan, 7.0]),
    np.array([True, True, True, True, True, False, True, False]),
)
mistakes(
    got,
    {
        "Chips that are not for data centres are exempt below the highest limit: "
        "revisit the exemption.": [np.array([1.0, 0, 1, 1, np.nan, 1, 0, 1])],
        "The exemption ends at a score of 4800: revisit the exemption.": [
            np.array([1.0, 0, 1, 1, np.nan, 0, 0, 0])
        ],
        "A score of 4800 is enough without a density: revisit which facts are "
        "needed.": [
            np.array([np.nan, 0, 1, 1, np.nan, 1, np.nan, 0]),
            np.array([np.nan, 0, 1, 1, np.nan, 1, 0, 0]),
        ],
        "Below every limit on the score the density does not matter: revisit which "
        "facts are needed.": [np.array([1.0, 0, 1, 1, np.nan, 1, np.nan, 0])],
        "A comparison with nan is false, which is not the same as not caught: revisit "
        "the missing fact.": [np.array([1.0, 0, 1, 1, 0, 1, 0, 0])],
        "A missing fact does not mean the worst: revisit what you cannot tell.": [
            np.array([1.0, 0, 1, 1, 1, 1, 0, 0])
        ],
        "A small dense chip can be caught at a lower score: revisit the third test.": [
            np.array([1.0, 0, 0, 1, np.nan, 1, 0, 0]),
            np.array([1.0, 0, 0, 1, 0, 1, 0, 0]),
        ],
        "Each limit on the density belongs to its own limit on the score.": [
            np.array([1.0, 1, 1, 1, np.nan, 1, 0, 0]),
            np.array([1.0, 0, 1, 0, np.nan, 1, 0, 0]),
        ],
        "The tests are joined by OR: one is enough.": [
            np.array([0.0, 0, 0, 0, 0, 0, 0, 0])
        ],
    },
)
assert close(got, np.array([1.0, 0, 1, 1, np.nan, 1, 0, 0])), (
    "Go through each chip: which of the three tests are open to it?"
)
### BEGIN HIDDEN TESTS
points = np.array(
    [
        4800,
        4799.9,
        4799.9,
        2400,
        2399.9,
        2399.9,
        1600,
        1599.9,
        1600,
        2400,
        4800,
        4799.9,
        1599.9,
    ]
)
packed = np.array(
    [0.1, 1.6, 1.59, 1.59, 3.19, 3.2, 3.2, 9.0, 3.19, np.nan, np.nan, np.nan, np.nan]
)
want = np.array([1.0, 1, 0, 0, 0, 1, 1, 0, 0, np.nan, 1, np.nan, 0])
assert close(caught_2023(points, packed, np.full(13, True)), want), (
    "Revisit values at the limits and just below them."
)
assert close(
    caught_2023(points, packed, np.full(13, False)), (points >= 4800).astype(float)
), (
    "Chips that are not for data centres: only one test is left, and it needs no "
    "density."
)
top = np.array([max(b * p for b, p in zip((16, 8, 4), row) if p == p) for row in PEAKS])
want = []
for s, d, server in zip(top, top / AREA, CENTRE):
    open_tests = [
        least for at, least in ((2400, 1.6), (1600, 3.2)) if s >= at and server
    ]
    undecided = (
        np.nan
        if open_tests and d != d
        else float(any(d >= least for least in open_tests))
    )
    want.append(1.0 if s >= 4800 else undecided)
assert close(caught_2023(top, top / AREA, CENTRE.copy()), np.array(want)), (
    "Revisit the real chips under the second rule."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "caught-2026", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = caught_2026(
    np.array([15832.0, 20919.2, 36000.0, 15832.0, 60000.0, 8000.0]),
    np.array([4800.0, 6000.0, 7700.0, np.nan, np.nan, 6500.0]),
)
mistakes(
    got,
    {
        "This rule says OR: one test is enough.": [
            np.array([0.0, 0, 1, 0, np.nan, 0]),
            np.array([0.0, 0, 1, 0, 0, 0]),
            np.array([0.0, 0, 1, np.nan, np.nan, 0]),
            np.array([0.0, 0, 1, np.nan, 0, 0]),
        ],
        "A comparison with nan is false, which is not the same as not caught: revisit "
        "the missing fact.": [np.array([0.0, 0, 1, 0, 1, 1])],
        "A missing fact matters only if the known one leaves the matter open.": [
            np.array([0.0, 0, 1, np.nan, np.nan, 1])
        ],
        "A missing fact does not mean the worst: revisit what you cannot tell.": [
            np.array([0.0, 0, 1, 1, 1, 1])
        ],
        "A value equal to a limit is caught.": [np.array([0.0, 0, 1, np.nan, 1, 0])],
        "1 stands for caught, 0 for not caught: yours are turned round.": [
            np.array([1.0, 1, 0, np.nan, 0, 0])
        ],
    },
)
assert close(got, np.array([0.0, 0, 1, np.nan, 1, 1])), (
    "Go through each chip: is one of the two tests met for certain?"
)
### BEGIN HIDDEN TESTS
points = np.array([21000, 20999.9, 20999.9, 100, 21000, 20999.9, 21000.1])
memory = np.array([10, 6499.9, 6500, 9000, np.nan, np.nan, 6500])
assert close(caught_2026(points, memory), np.array([1.0, 0, 1, 1, 1, np.nan, 1])), (
    "Revisit values at the limits and just below them."
)
top = np.array([max(b * p for b, p in zip((16, 8, 4), row) if p == p) for row in PEAKS])
assert close(
    caught_2026(top, BANDWIDTH.copy()),
    np.array([float(s >= 21000 or w >= 6500) for s, w in zip(top, BANDWIDTH)]),
), "Revisit the real chips under the third rule."
assert close(caught_2026(np.array([9000]), np.array([700])), np.array([0.0])), (
    "One chip is still an array."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "best_allowed-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 3. What is the best chip that a rule lets through?
#
# *4 points, about 10 minutes. Prepared by the reading* What is controlled?
#
# Whoever wants a chip looks for the best that may still be bought, by whatever he needs: score for training, memory bandwidth
# for answering. With missing facts there are two answers: the best that is certainly allowed, and the best that may be.
#
# Write `best_allowed(merit, caught)`.
#
# - `merit`: array `(n,)`, what counts for the buyer, the more the better; `np.nan` if it is not known. Such a chip is never
#   chosen. `caught`: array `(n,)` of 1.0 (caught), 0.0 (not caught) and `np.nan` (cannot tell), as in task 2.
# - Returns two whole numbers `(certain, possible)`: the position, counted from 0, of the chip with the greatest merit among
#   those that are certainly allowed (0.0), and among those that may be allowed (0.0 or `np.nan`). Of several equal ones it is
#   the first.
# - Raises ValueError if no chip with a known merit is certainly allowed.
#
# `CHIP[best_allowed(BANDWIDTH, ...)[0]]` is then the name. Try each rule of task 2 with `SCORE` and with `BANDWIDTH`. With chips
# for data centres alone, every array needs `[CENTRE]`: `CHIP[CENTRE][best_allowed(SCORE[CENTRE], ...)[0]]`. The memo may use it.


# %% nbgrader={"grade": false, "grade_id": "best_allowed", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_allowed(merit, caught):
    """Positions of the best chips that a rule allows, for certain and possibly.

    Parameters
    ----------
    merit : array (n,)
        What counts for the buyer; nan if unknown.
    caught : array (n,)
        1.0 caught, 0.0 not caught, nan cannot tell.

    Returns
    -------
    certain, possible : whole number
        Positions of the best chip among those certainly allowed, and among those
        possibly allowed.
    """
    ### BEGIN SOLUTION
    known = ~np.isnan(merit)
    allowed, not_refused = known & (caught == 0), known & (caught != 1)
    if not np.any(allowed):
        raise ValueError("no chip is certainly allowed")
    return np.argmax(np.where(allowed, merit, -np.inf)), np.argmax(
        np.where(not_refused, merit, -np.inf)
    )
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "best_allowed-test", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = best_allowed(
    np.array([3.0, 9.0, 5.0, 7.0, np.nan, 1.0]),
    np.array([0.0, 1.0, 0.0, np.nan, 0.0, np.nan]),
)
several(got, ["certain", "possible"])
mistakes(
    tuple(got),
    {
        "Positions are asked for, not merits.": [(5.0, 7.0)],
        "The best of all chips is of no use if the rule catches it.": [
            (1, 1),
            (1, 3),
            (2, 1),
        ],
        "What you cannot tell is not certainly allowed: revisit the missing fact.": [
            (3, 3)
        ],
        "What you cannot tell may be allowed: revisit the second answer.": [(2, 2)],
        "The certain answer comes first, the possible one second.": [(3, 2)],
        "Positions are counted from 0.": [(3, 4)],
        "The position counts in the whole list, not among the allowed chips alone.": [
            (1, 2)
        ],
        "A chip of unknown merit is never chosen.": [(4, 4), (4, 3), (2, 4)],
        "The more the better: revisit largest and smallest.": [(0, 5)],
    },
)
assert close(tuple(got), (2, 3)), (
    "Revisit which chips are open to each of the two answers, then where the best of "
    "them stands."
)
### BEGIN HIDDEN TESTS
worth, fate = (
    np.array([-4.0, np.nan, -2.5, -2.5, -1.0, -1.0, 6.0]),
    np.array([0.0, 0.0, 0.0, 0.0, np.nan, np.nan, 1.0]),
)
assert close(tuple(best_allowed(worth, fate)), (2, 4)), (
    "Negative merits, and equal ones: the first of them counts."
)
assert close(tuple(best_allowed(worth[::-1].copy(), fate[::-1].copy())), (3, 1)), (
    "The order of the list decides between equals only."
)
assert close(
    tuple(best_allowed(np.array([5, 8, 2]), np.array([1.0, np.nan, 0.0]))), (2, 1)
), "Whole numbers are merits too."
assert close(
    tuple(best_allowed(np.array([7.0, 2.0]), np.array([0.0, np.nan]))), (0, 0)
), "What is certainly allowed is also possibly allowed."
assert close(tuple(best_allowed(np.array([0.0]), np.array([0.0]))), (0, 0)), (
    "One chip is enough."
)
fate = np.array([np.nan if a != a else float(a >= 600) for a in LINKS])
want = [
    max(
        (w, -i)
        for i, (w, c) in enumerate(zip(BANDWIDTH, fate))
        if c != 1 and (c == 0 or may)
    )[1]
    for may in (False, True)
]
assert close(tuple(best_allowed(BANDWIDTH.copy(), fate)), (-want[0], -want[1])), (
    "Revisit the real chips."
)
assert raises(
    ValueError, best_allowed, np.array([4.0, 9.0]), np.array([np.nan, 1.0])
), "Nothing is certainly allowed here."
assert raises(
    ValueError, best_allowed, np.array([np.nan, 9.0]), np.array([0.0, np.nan])
), "A chip of unknown merit cannot be the best for certain."
assert raises(ValueError, best_allowed, np.array([4.0, 9.0]), np.array([1.0, 1.0])), (
    "All are caught."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "delay-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 4. From chips to months
#
# *7 points, about 18 minutes. Prepared by the reading* Effective compute.
#
# "They have half our chips" says little. Which chips, how well used, with which programs? And how long does it take to make up
# for the difference?
#
# **Part 1, 2 points.** Write `effective_compute(chips, peaks, use, programs)`: all that a mixed fleet can do. `chips`, `peaks`:
# arrays `(k,)`, for each kind of chip how many there are and the peak of one in PFLOPS. `use`: a number, the share of the peak
# that is really used; `programs`: a number, what the programs get out of an operation, relative to the leader's. Returns a
# number. Raises ValueError unless 0 < `use` ≤ 1.
#
# **Part 2, 2 points.** Write `delay_months(leader, follower, growth)`: how many months the follower is behind. Effective compute
# grows by the factor `growth` a year for both, so the follower needs the time in which its own grows to the leader's level of
# today.
#
# - `leader`, `follower`: effective compute in the same unit, numbers or arrays (broadcasting), above 0. `growth`: a number.
# - Returns months, a number or an array; negative if the follower is ahead. Raises ValueError unless `growth` > 1.
#
# **Part 3, 3 points.** Write `added_months(ratio, ratio_without, growth_one, growth_other)`: what a control added to a delay that
# was partly there before it, with its interval. `ratio`: leader over follower as it is; `ratio_without`: what it would be
# without the control; the two growth factors are the ends of what is plausible, in either order. All are numbers. Returns two
# numbers, the fewer months first. They are negative if the control lowered the ratio. Raises ValueError unless both growth
# factors are above 1.


# %% nbgrader={"grade": false, "grade_id": "delay", "locked": false, "schema_version": 3, "solution": true, "task": false}
def effective_compute(chips, peaks, use, programs):
    """Effective compute of a mixed fleet.

    Parameters
    ----------
    chips, peaks : array (k,)
        For each kind of chip, how many there are and the peak of one in PFLOPS.
    use, programs : number
        Share of the peak that is used, and what programs get out of an operation,
        relative.

    Returns
    -------
    number
        PFLOPS, as used and with the leader's programs.
    """
    ### BEGIN SOLUTION
    if not 0 < use <= 1:
        raise ValueError("use must be above 0 and at most 1")
    return np.sum(chips * peaks) * use * programs
    ### END SOLUTION


def delay_months(leader, follower, growth):
    """Months that a follower is behind.

    Parameters
    ----------
    leader, follower : number or array
        Effective compute, in the same unit.
    growth : number
        Factor by which both grow in a year.

    Returns
    -------
    number or array
        Months.
    """
    ### BEGIN SOLUTION
    if growth <= 1:
        raise ValueError("without growth nobody catches up")
    return 12 * np.log(leader / follower) / np.log(growth)
    ### END SOLUTION


def added_months(ratio, ratio_without, growth_one, growth_other):
    """Months that a control added, with the interval from an uncertain growth.

    Parameters
    ----------
    ratio, ratio_without : number
        Leader's effective compute over the follower's, with and without the control.
    growth_one, growth_other : number
        Factors by which both grow in a year.

    Returns
    -------
    fewer, more : number
        Months.
    """
    ### BEGIN SOLUTION
    if min(growth_one, growth_other) <= 1:
        raise ValueError("without growth nobody catches up")
    ends = [
        12 * np.log(ratio / ratio_without) / np.log(growth)
        for growth in (growth_one, growth_other)
    ]
    return min(ends), max(ends)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "delay-compute", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = effective_compute(np.array([1000, 400]), np.array([0.5, 2.0]), 0.25, 1.2)
mistakes(
    got,
    {
        "Chips of different speed cannot be counted together: revisit units against "
        "computing.": [
            1400 * 2.5 * 0.3,
            1400 * 1.25 * 0.3,
        ],
        "A mean peak ignores how many chips have it: revisit the sum over kinds.": [
            1400 * 1.25 * 0.25
        ],
        "No fleet works at its peak all the time: revisit use.": [1560.0, 1300.0],
        "Better programs get more out of an operation: revisit programs.": [
            325.0,
            270.8333333333,
        ],
        "Chips that are used badly do less: revisit use.": [6240.0],
        "The share is a fraction already, not a percentage.": [3.9, 39000.0],
    },
)
assert close(got, 390.0), (
    "Revisit chips times peak for each kind, then use and programs."
)
### BEGIN HIDDEN TESTS
assert close(
    effective_compute(np.array([3.0, 1.0, 7.0]), np.array([2.0, 5.0, 0.125]), 0.5, 1),
    5.9375,
), "Three kinds of chips: revisit the sum."
assert close(effective_compute(np.array([500]), np.array([0.31]), 1, 0.875), 135.625), (
    "One kind of chip, used in full."
)
assert close(
    effective_compute(np.array([2, 1]), np.array([0.003, 0.0021]), 0.03, 0.7),
    0.0081 * 0.021,
), "A small fleet: return the result as it is, not rounded."
for bad in (0, -0.2, 1.01, 40):
    assert raises(
        ValueError,
        effective_compute,
        np.array([10, 20]),
        np.array([1.0, 2.0]),
        bad,
        1.0,
    ), "No such use can be."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "delay-months", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = delay_months(80.0, 10.0, 4.0)
mistakes(
    got,
    {
        "A ratio of computing is not a ratio of times: revisit the logarithm.": [
            8.0,
            24.0,
            96.0,
            2.0,
            26.25,
        ],
        "The answer is asked for in months, not years.": [1.5],
        "The follower is behind: revisit the sign.": [-18.0],
        "Natural and decimal logarithms are mixed: use one base.": [
            12 * np.log10(8) / np.log(4),
            12 * np.log(8) / np.log10(4),
        ],
        "The growth is a factor, not a percentage or a rate: revisit the unit.": [
            12 * np.log(8) / np.log(5),
            12 * np.log(8) / np.log(3),
            12 * np.log(8) / 4,
            12 * np.log(8) / 3,
        ],
        "The growth is that of a year, not of a month: revisit the unit of time.": [
            12 * 18.0
        ],
        "The difference is not the ratio: revisit what has to be made up for.": [
            12 * np.log(70) / np.log(4)
        ],
    },
)
assert close(got, 18.0), (
    "Revisit by which factor the follower has to grow, and how long that takes at this "
    "growth."
)
### BEGIN HIDDEN TESTS
assert close(
    delay_months(np.array([8, 2, 1, 0.5]), 1.0, 2), np.array([36.0, 12.0, 0.0, -12.0])
), "Several ratios at once, one of them of a follower that is ahead."
assert close(
    delay_months(14, np.array([[1.0], [7.0]]), 14.0),
    np.array([[12.0], [12 * np.log(2) / np.log(14)]]),
), "Arrays of another shape keep it."
assert close(
    delay_months(np.array([3.0, 5.0]), np.array([2.0, 9.0]), 1.07),
    12 * np.log([1.5, 5 / 9]) / np.log(1.07),
), "A slow frontier makes the same ratio a long wait."
assert close(delay_months(1.0001, 1, 30.0), 12 * np.log(1.0001) / np.log(30)), (
    "A tiny delay: return it as it is, not rounded."
)
for bad in (1, 0.5, 0, -3.0):
    assert raises(ValueError, delay_months, 80.0, 10.0, bad), (
        "Without growth nobody reaches anybody's level."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "delay-added", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = added_months(20.0, 5.0, 4.0, 16.0)
several(got, ["fewer months", "more months"])
mistakes(
    tuple(got),
    {
        "Part of the delay was there before the control: revisit the counterfactual.": [
            (12 * np.log(20) / np.log(16), 12 * np.log(20) / np.log(4)),
            (12 * np.log(20) / np.log(4), 12 * np.log(20) / np.log(16)),
        ],
        "The fewer months come first: faster growth makes a shorter wait.": [
            (12.0, 6.0)
        ],
        "Delays are subtracted, ratios are not: revisit the logarithm.": [
            (12 * np.log(15) / np.log(16), 12 * np.log(15) / np.log(4)),
            (45.0, 180.0),
            (11.25, 45.0),
        ],
        "The answer is asked for in months, not years.": [(0.5, 1.0)],
        "The control raised the ratio: revisit the sign.": [
            (-12.0, -6.0),
            (-6.0, -12.0),
        ],
        "What the control added is a difference of delays, not their ratio.": [
            (np.log(20) / np.log(5),) * 2
        ],
    },
)
assert close(tuple(got), (6.0, 12.0)), (
    "Revisit the delay at each ratio, the difference, and both ends of the growth."
)
### BEGIN HIDDEN TESTS
want = 12 * np.log(33.0 / 5.1) / np.log([14.0, 6.5])
assert close(tuple(added_months(33, 5.1, 6.5, 14)), tuple(want)), (
    "Revisit the difference of two delays with other numbers."
)
assert close(tuple(added_months(2.0, 8.0, 2.0, 4.0)), (-24.0, -12.0)), (
    "A control that lowered the ratio: fewer months still come first."
)
assert close(tuple(added_months(7.0, 7.0, 3.0, 9.0)), (0.0, 0.0)), (
    "Where nothing changed nothing was added."
)
assert close(
    tuple(added_months(3.003, 3.0, 5.0, 5.0)), (12 * np.log(1.001) / np.log(5),) * 2
), "A certain growth leaves no interval; return small numbers as they are."
assert close(
    tuple(added_months(30, 6, 16.0, 4.0)),
    (12 * np.log(5) / np.log(16), 12 * np.log(5) / np.log(4)),
), "Whichever growth is given first, the fewer months come first."
for bad in ((1.0, 4.0), (0.9, 4.0), (4.0, 1.0)):
    assert raises(ValueError, added_months, 20.0, 5.0, *bad), (
        "One growth factor without growth is enough to refuse."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "surplus-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 5. Ban, quota, revenue share: who gains, who pays?
#
# *8 points, about 28 minutes. Prepared by the reading* What it costs.
#
# A seller without rivals chooses how many chips to sell elsewhere and in China. Its factory may be too small for both. In each
# market the price falls as it sells more: the price is `choke - slope * quantity`, in thousand USD a chip, with quantities in
# thousand chips. All money is then in million USD.
#
# **Part 1, 4 points.** Write `best_sales(choke, slope, unit_cost, capacity, quota, share)`: the quantities that give the seller
# the largest profit. A double loop over whole numbers is fine.
#
# - `choke`, `slope`: arrays `(2,)`, for buyers elsewhere and in China, in this order. `unit_cost`: a number, thousand USD a chip.
# - `capacity`, `quota`: whole numbers from 0 on, thousand chips: the most that can be made, and the most that may be sold in
#   China. A ban is a quota of 0; a quota above the capacity does not bind.
# - `share`: a number from 0 to 1, the part of its *revenue* in China that the seller must hand to the treasury.
# - Quantities are whole numbers from 0 on, in thousand chips. The seller need not use its capacity. Returns two numbers
#   `(elsewhere, china)`. In the graded cases one pair is best.
#
# **Part 2, 4 points.** Write `who_gains(choke, slope, unit_cost, sold, share)`: what each party has if these quantities are
# sold.
#
# - `sold`: array `(2,)`, thousand chips elsewhere and in China; the other arguments as in part 1.
# - Returns an array `(4,)` in million USD: the seller's profit after what it hands over; the *consumer surplus* of buyers
#   elsewhere (the triangle between demand and price); the treasury's revenue; the consumer surplus of buyers in China.
# - Raises ValueError unless 0 ≤ `share` ≤ 1.
#
# Compare open sale, a ban, a quota and a revenue share, with a large and with a small capacity. Does a ban ever leave the
# seller better off? At which capacity do the seller, the buyers elsewhere and the treasury together gain, and who gains most?


# %% nbgrader={"grade": false, "grade_id": "surplus", "locked": false, "schema_version": 3, "solution": true, "task": false}
def best_sales(choke, slope, unit_cost, capacity, quota, share):
    """Quantities with the largest profit for the seller.

    Parameters
    ----------
    choke, slope : array (2,)
        Demand elsewhere and in China: price is choke - slope * quantity, thousand USD a
        chip.
    unit_cost : number
        Thousand USD a chip.
    capacity, quota : whole number
        Thousand chips that can be made, and that may be sold in China.
    share : number
        Part of the revenue in China that goes to the treasury.

    Returns
    -------
    elsewhere, china : number
        Thousand chips.
    """
    ### BEGIN SOLUTION
    kept = np.array([1, 1 - share])
    pairs = [(e, c) for c in range(quota + 1) for e in range(capacity - c + 1)]
    sold = np.array(pairs)
    profit = (kept * (choke - slope * sold) - unit_cost) * sold
    return pairs[np.argmax(profit.sum(axis=1))]
    ### END SOLUTION


def who_gains(choke, slope, unit_cost, sold, share):
    """Surplus of each party at given sales.

    Parameters
    ----------
    choke, slope, unit_cost, share
        As for `best_sales`.
    sold : array (2,)
        Thousand chips elsewhere and in China.

    Returns
    -------
    array (4,)
        Seller, buyers elsewhere, treasury, buyers in China, million USD.
    """
    ### BEGIN SOLUTION
    if not 0 <= share <= 1:
        raise ValueError("share must lie between 0 and 1")
    price = choke - slope * sold
    elsewhere, china = slope * sold**2 / 2
    levy = share * price[1] * sold[1]
    seller = np.sum((price - unit_cost) * sold) - levy
    return np.array([seller, elsewhere, levy, china])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "surplus-sales", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = best_sales(np.array([30.0, 18.0]), np.array([0.5, 0.5]), 2.0, 30, 30, 0.0)
several(got, ["elsewhere", "china"])
mistakes(
    tuple(got),
    {
        "The factory cannot make that many: revisit the capacity.": [(28, 16)],
        "The first market is elsewhere, the second China.": [(9, 21)],
        "Serving one market first ignores what the last chip earns in the other: "
        "revisit the best pair.": [
            (28, 2),
            (14, 16),
        ],
        "A price taker would go on until the price equals the cost; this seller lowers "
        "its own price by selling more.": [
            (30, 0),
            (27, 3),
        ],
        "An equal split ignores that demands differ.": [(15, 15)],
        "Quantities are asked for, not prices or money.": [
            (19.5, 13.5),
            (367.5, 103.5),
        ],
    },
)
assert close(tuple(got), (21, 9)), (
    "Try every pair of quantities that can be made, and take the one with the largest "
    "profit."
)
got = best_sales(np.array([30.0, 18.0]), np.array([0.5, 0.5]), 2.0, 60, 4, 0.0)
several(got, ["elsewhere", "china"])
mistakes(
    tuple(got),
    {
        "The quota limits sales in China: revisit what may be sold there.": [(28, 16)],
        "The seller need not use all of its capacity: selling more would spoil the "
        "price.": [(56, 4)],
        "The quota is for China alone.": [(4, 4), (4, 16)],
    },
)
assert close(tuple(got), (28, 4)), (
    "With capacity to spare the quota changes one market only."
)
### BEGIN HIDDEN TESTS
a, b = np.array([30.0, 18.0]), np.array([0.5, 0.5])
assert close(tuple(best_sales(a, b, 2.0, 60, 99, 0.0)), (28, 16)), (
    "With capacity to spare each market is served by itself."
)
assert close(tuple(best_sales(a, b, 2.0, 30, 0, 0.0)), (28, 0)), (
    "Under a ban not all of the capacity goes to others: selling more would spoil "
    "their price."
)
assert close(tuple(best_sales(a, b, 2.0, 30, 4, 0.0)), (26, 4)), (
    "A quota with a small factory: the rest goes elsewhere."
)
assert close(tuple(best_sales(a, b, 2.0, 60, 60, 0.5)), (28, 14)), (
    "A share is taken from revenue, not from profit: revisit the cost."
)
assert close(tuple(best_sales(a, b, 2.0, 60, 60, 0.875)), (28, 2)), (
    "A large share of revenue: what does a chip then earn?"
)
assert close(tuple(best_sales(a, b, 2.0, 60, 60, 1.0)), (28, 0)), (
    "If all revenue is taken nothing is sold in China."
)
assert close(tuple(best_sales(a, b, 2.0, 30, 30, 0.25)), (22, 8)), (
    "A revenue share moves scarce chips: revisit the best pair."
)
assert close(tuple(best_sales(a, b, 2, 0, 5, 0)), (0, 0)), (
    "Without a factory nothing is sold."
)
assert close(
    tuple(best_sales(np.array([20, 41]), np.array([1, 2]), 1, 11, 8, 0)), (4, 7)
), "Demands that differ in slope as well, in whole numbers."
assert close(
    tuple(best_sales(np.array([3.0, 41.0]), np.array([1.0, 2.0]), 5.0, 40, 40, 0.0)),
    (0, 9),
), "Where nobody pays the cost nothing is sold."
assert close(
    tuple(best_sales(np.array([50.0, 60.0]), np.array([0.25, 0.25]), 3.0, 7, 3, 0.0)),
    (4, 3),
), "The quota and a very small factory bind together."
assert close(
    tuple(best_sales(np.array([50.0, 60.0]), np.array([0.25, 0.25]), 3.0, 7, 0, 0.0)),
    (7, 0),
), "A ban with a very small factory: others take all of it."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "surplus-parties", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = who_gains(
    np.array([30.0, 20.0]), np.array([0.5, 0.25]), 4.0, np.array([20.0, 16.0]), 0.25
)
mistakes(
    got,
    {
        "The treasury's part comes out of the seller's revenue: do not count it "
        "twice.": [np.array([512.0, 100, 64, 32])],
        "The share is taken from revenue in China, not from profit there.": [
            np.array([464.0, 100, 48, 32])
        ],
        "The share is taken from revenue in China alone.": [
            np.array([348.0, 100, 164, 32])
        ],
        "Profit is revenue less cost: revisit the unit cost.": [
            np.array([592.0, 100, 64, 32]),
            np.array([656.0, 100, 64, 32]),
        ],
        "Consumer surplus is a triangle, not a rectangle.": [
            np.array([448.0, 200, 64, 64])
        ],
        "Consumer surplus lies above the price, not below it: revisit the triangle.": [
            np.array([448.0, 200, 64, 128]),
            np.array([448.0, 400, 64, 256]),
            np.array([448.0, 300, 64, 160]),
        ],
        "The order is seller, buyers elsewhere, treasury, buyers in China.": [
            np.array([448.0, 32, 64, 100]),
            np.array([448.0, 100, 32, 64]),
            np.array([448.0, 64, 100, 32]),
        ],
        "The buyers' price is not changed by what the seller hands over.": [
            np.array([448.0, 100, 64, 64])
        ],
    },
)
assert close(got, np.array([448.0, 100, 64, 32])), (
    "Revisit the price in each market, then each party's part."
)
### BEGIN HIDDEN TESTS
a, b = np.array([40.0, 24.0]), np.array([0.2, 0.2])
assert close(
    who_gains(a, b, 4.0, np.array([90.0, 50.0]), 0.0), np.array([2120.0, 810, 0, 250])
), "Open sale with capacity to spare."
assert close(
    who_gains(a, b, 4.0, np.array([90.0, 0.0]), 0.25), np.array([1620.0, 810, 0, 0])
), "A ban leaves nothing to share."
assert close(
    who_gains(a, b, 4.0, np.array([70.0, 30.0]), 1.0),
    np.array([1540 - 120.0, 490, 540, 90]),
), "The whole revenue in China may go to the treasury; the chips must still be made."
assert close(
    who_gains(np.array([9, 7]), np.array([1, 2]), 8, np.array([4, 3]), 0.5),
    np.array([-33 - 1.5, 8, 1.5, 9]),
), "Whole numbers; the seller may make a loss."
got = who_gains(
    np.array([0.05, 0.031]),
    np.array([0.001, 0.002]),
    0.003,
    np.array([11.3, 4.7]),
    0.125,
)
levy = 0.0216 * 4.7 / 8
assert close(
    got,
    np.array(
        [0.0357 * 11.3 + 0.0186 * 4.7 - levy, 0.0005 * 11.3**2, levy, 0.001 * 4.7**2]
    ),
), "Small sums: return them as they are, not rounded."
for bad in (-0.1, 1.25, 25):
    assert raises(ValueError, who_gains, a, b, 4.0, np.array([70.0, 30.0]), bad), (
        "No such share of revenue can be."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "npv-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 6. What the seller loses, today's worth
#
# *6 points, about 14 minutes. Prepared by the reading* What it costs.
#
# A headline counts lost sales. A shareholder counts lost margin, and only what other buyers do not make good. A lost dollar in
# five years weighs less than one next year.
#
# **Part 1, 2 points.** Write `lost_margin(chips, margin_china, margin_elsewhere, diverted)`: the margin lost when a rule stops
# the sale of `chips` thousand chips.
#
# - `margin_china`, `margin_elsewhere`: price less unit cost of a chip there, thousand USD. `diverted`: the fraction of the chips
#   that finds another buyer. All four are numbers.
# - Returns million USD, a number; negative if the seller gains.
# - Raises ValueError unless 0 ≤ `diverted` ≤ 1.
#
# **Part 2, 4 points.** Write `present_losses(sales, margin, diverted, research, rate)`: today's worth of several years.
#
# - `sales`: array `(n,)`, the sales missed in year 1 to n, billion USD. `diverted`: array `(n,)`, the fraction of them that is
#   made elsewhere in that year, at the same margin. `margin`: a number, the margin as a fraction of sales. `research`: a
#   number, the fraction of its sales that the firm spends on research. `rate`: a number, the annual discount rate as a
#   fraction.
# - The loss of a year falls at its end: that of year 1 lies one year ahead.
# - Returns two numbers in billion USD: the *present value* of the lost margin, and that of the research that falls away if it
#   keeps its fraction of sales. (The two overlap, as research is paid out of the margin: do not add them up.)
# - Raises ValueError unless every `diverted` lies between 0 and 1.


# %% nbgrader={"grade": false, "grade_id": "npv", "locked": false, "schema_version": 3, "solution": true, "task": false}
def lost_margin(chips, margin_china, margin_elsewhere, diverted):
    """Margin lost when a rule stops a sale and part of the chips finds other buyers.

    Parameters
    ----------
    chips : number
        Thousand chips.
    margin_china, margin_elsewhere : number
        Price less unit cost, thousand USD a chip.
    diverted : number
        Fraction of the chips that finds another buyer.

    Returns
    -------
    number
        Million USD.
    """
    ### BEGIN SOLUTION
    if not 0 <= diverted <= 1:
        raise ValueError("diverted must lie between 0 and 1")
    return chips * (margin_china - diverted * margin_elsewhere)
    ### END SOLUTION


def present_losses(sales, margin, diverted, research, rate):
    """Present value of lost margin and of forgone research.

    Parameters
    ----------
    sales, diverted : array (n,)
        Sales missed in each year, billion USD, and the fraction of them that is made
        elsewhere.
    margin, research, rate : number
        Margin and research as fractions of sales, and the annual discount rate.

    Returns
    -------
    margin_lost, research_lost : number
        Billion USD of today.
    """
    ### BEGIN SOLUTION
    if np.any((diverted < 0) | (diverted > 1)):
        raise ValueError("diverted must lie between 0 and 1")
    ahead = np.arange(1, len(sales) + 1)
    missed_today = np.sum(sales * (1 - diverted) / (1 + rate) ** ahead)
    return margin * missed_today, research * missed_today
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "npv-margin", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = lost_margin(50.0, 12.0, 8.0, 0.25)
mistakes(
    got,
    {
        "Chips that find another buyer are not lost: revisit diversion.": [600.0],
        "The other buyer pays another price: revisit the difference of margins.": [
            450.0,
            300.0,
        ],
        "Only part of the chips finds another buyer: revisit which part.": [200.0],
        "Other buyers' margin makes good part of the loss: revisit the sign.": [
            700.0,
            -500.0,
        ],
        "The fraction that finds a buyer is not the fraction that is lost.": [
            300.0,
            150.0,
        ],
        "Only the diverted chips earn a margin elsewhere; all of them lose that in "
        "China.": [
            50.0,
            350.0,
        ],
    },
)
assert close(got, 500.0), (
    "Revisit what would have been earned, less what is earned elsewhere instead."
)
### BEGIN HIDDEN TESTS
assert close(lost_margin(7, 3, 11, 1), -56.0), (
    "If all chips go elsewhere at a better margin the seller gains."
)
assert close(lost_margin(7, 3, 11, 0), 21.0), (
    "Without another buyer the whole margin is lost."
)
assert close(lost_margin(0.0313, 0.7, 0.9, 0.61), 0.0313 * 0.151), (
    "A small sale: return the result as it is, not rounded."
)
assert close(lost_margin(120.0, 10.0, -2.0, 0.5), 1320.0), (
    "Chips that must be sold at a loss elsewhere add to the loss."
)
for bad in (-0.01, 1.01, 25):
    assert raises(ValueError, lost_margin, 50.0, 12.0, 8.0, bad), (
        "No such fraction can be."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "npv-present", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = present_losses(np.array([20.0, 40.0]), 0.5, np.array([0.5, 0.75]), 0.2, 0.25)
several(got, ["present value of the margin", "present value of the research"])
mistakes(
    tuple(got),
    {
        "Sales are not margins: revisit what the seller loses of each sale.": [
            (14.4, 2.88)
        ],
        "What is made elsewhere is not lost: revisit diversion.": [(20.8, 8.32)],
        "What is made elsewhere is what is not lost: revisit which part remains.": [
            (13.6, 5.44)
        ],
        "A later loss weighs less: revisit the present value.": [
            (10.0, 4.0),
            (14.0625, 5.625),
        ],
        "The loss of year 1 lies one year ahead: off by one year.": [
            (9.0, 3.6),
            (5.76, 2.304),
        ],
        "Discounting compounds: revisit two years.": [
            (0.5 * (8 + 10 / 1.5), 0.2 * (8 + 10 / 1.5))
        ],
        "Research is a fraction of sales, not of margin.": [(7.2, 1.44)],
        "Do not add up the two, and do not subtract one from the other: research is "
        "paid out of the margin.": [
            (10.08, 2.88),
            (4.32, 2.88),
        ],
        "The margin comes first, the research second.": [(2.88, 7.2)],
    },
)
assert close(tuple(got), (7.2, 2.88)), (
    "Revisit what each year loses, carry it to today, then take margin and research."
)
### BEGIN HIDDEN TESTS
worth = 8 * 0.6 / 1.1 + 5 * 0.3 / 1.1**2 + 9 / 1.1**3
got = present_losses(np.array([8, 5, 9]), 0.613, np.array([0.4, 0.7, 0.0]), 0.18, 0.1)
assert close(tuple(got), (0.613 * worth, 0.18 * worth)), (
    "Revisit three years with different diversion."
)
got = present_losses(np.array([3.0, 0.5]), 0.4, np.array([0.0, 1.0]), 0, 0)
assert close(tuple(got), (1.2, 0.0)), (
    "Without discounting, and with a year in which all is made elsewhere."
)
got = present_losses(np.array([0.07]), 0.3, np.array([0.2]), 0.11, 0.05)
assert close(tuple(got), (0.056 * 0.3 / 1.05, 0.056 * 0.11 / 1.05)), (
    "One year is still an array; return small sums as they are."
)
got = present_losses(np.full(40, 2.0), 0.5, np.zeros(40), 0.25, 0.08)
annuity = 2 * (1 - 1.08**-40) / 0.08
assert close(tuple(got), (annuity / 2, annuity / 4)), (
    "Many equal years: revisit compounding."
)
for bad in (np.array([0.5, 1.01]), np.array([-0.2, 0.5]), np.array([30, 40])):
    assert raises(
        ValueError, present_losses, np.array([20.0, 40.0]), 0.5, bad, 0.2, 0.1
    ), "One impossible fraction is enough to refuse."
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "parity-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 7. Does the protected industry catch up?
#
# *7 points, about 15 minutes. Prepared by the reading* Decoupling.
#
# Behind a wall the home chip gets cheaper by learning. Outside, the foreign chip gets cheaper as well. Who runs faster?
#
# The home chip costs `gap` times the foreign one today. Each doubling of all home chips made so far takes the fraction
# `learning` off their cost. All home chips made so far grow by the factor `growth` a year, and the foreign price is divided by
# `frontier` each year. All four are numbers, above 0.
#
# **Part 1, 3 points.** Write `cost_ratio(gap, learning, growth, frontier, years)`: cost of the home chip over that of the foreign
# one. `years`: times from now, a number or an array `(m,)`, whole or not, negative in the past. Returns the ratio, a number or
# an array `(m,)`.
#
# **Part 2, 4 points.** Write `years_to_parity(gap, learning, growth, frontier)`: years from now until both cost the same, a
# number; `np.inf` if that never happens, and 0 if the home chip costs no more already. If neither chip moves a gap stays for
# ever; other ties of the two speeds are not tested.
#
# Both raise ValueError unless 0 < `learning` < 1. (The reading's toy lets the output of a year grow; here all chips made so far
# do, so that its long-run factor holds from the start.)


# %% nbgrader={"grade": false, "grade_id": "parity", "locked": false, "schema_version": 3, "solution": true, "task": false}
def cost_ratio(gap, learning, growth, frontier, years):
    """Cost of the home chip relative to the foreign one.

    Parameters
    ----------
    gap : number
        Cost at home over cost abroad, today.
    learning : number
        Fraction of the cost that each doubling of all chips made so far saves.
    growth, frontier : number
        Factor by which all home chips made so far grow in a year, and by which the
        foreign price is divided.
    years : number or array (m,)
        Times from now.

    Returns
    -------
    number or array (m,)
    """
    ### BEGIN SOLUTION
    if not 0 < learning < 1:
        raise ValueError("learning must lie between 0 and 1")
    at_home = (1 - learning) ** np.log2(growth)
    return gap * (at_home * frontier) ** years
    ### END SOLUTION


def years_to_parity(gap, learning, growth, frontier):
    """Years until the home chip costs as little as the foreign one.

    Parameters
    ----------
    gap, learning, growth, frontier : number
        As for `cost_ratio`.

    Returns
    -------
    number
        Years, 0 if it does already, infinity if it never does.
    """
    ### BEGIN SOLUTION
    if not 0 < learning < 1:
        raise ValueError("learning must lie between 0 and 1")
    lead = np.log2(growth) * np.log(1 - learning) + np.log(frontier)
    if gap <= 1:
        return 0.0
    return -np.log(gap) / lead if lead < 0 else np.inf
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "parity-path", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = cost_ratio(4.0, 0.2, 4.0, 1.25, np.array([0.0, 1.0, 2.0]))
mistakes(
    got,
    {
        "The foreign chip gets cheaper too: revisit the frontier.": [
            np.array([4.0, 2.56, 1.6384])
        ],
        "A cheaper foreign chip makes the ratio larger, not smaller.": [
            np.array([4.0, 2.048, 1.048576])
        ],
        "Learning goes with doublings, not with years: revisit how many doublings a "
        "year brings.": [np.array([4.0, 4.0, 4.0])],
        "The fraction is what a doubling saves, not what it leaves.": [
            np.array([4.0, 0.2, 0.01])
        ],
        "Natural logarithms count no doublings: revisit the base.": [
            4 * (0.8 ** np.log(4) * 1.25) ** np.arange(3.0)
        ],
        "Savings compound, they do not add up: revisit several doublings.": [
            np.array([4.0, 3.0, 1.25]),
            np.array([4.0, 3.0, 2.25]),
        ],
        "Off by one year: the ratio now is that at time 0.": [
            np.array([3.2, 2.56, 2.048])
        ],
        "That is the cost of the foreign chip over the home one: revisit which is "
        "divided by which.": [np.array([0.25, 0.3125, 0.390625])],
    },
)
assert close(got, np.array([4.0, 3.2, 2.56])), (
    "Revisit what a year does to the cost at home, what to that abroad, and their "
    "ratio."
)
### BEGIN HIDDEN TESTS
assert close(cost_ratio(3, 0.25, 2, 1.1, 2), 3 * 0.825**2), (
    "One time, one ratio: revisit numbers and whole numbers."
)
assert close(
    cost_ratio(2.0, 0.36, 2.0**0.5, 1.5, np.array([-1, 3, 2])),
    2 * 1.2 ** np.array([-1, 3, 2]),
), (
    "If the frontier runs faster the ratio grows; times may lie in the past, in any "
    "order."
)
assert close(
    cost_ratio(0.04, 0.3, 1, 1, np.array([5.5, 0.5])), np.array([0.04, 0.04])
), "Where nobody moves the ratio stays; return small ratios as they are."
assert close(
    cost_ratio(1.0, 0.5, 0.25, 1.0, np.array([0.5, 1.0])), np.array([2.0, 4.0])
), "All chips made so far cannot shrink in truth, but the formula holds for any factor."
want = 5 * (0.85 ** (np.log(3) / np.log(2)) * 0.9) ** np.array([1.25])
assert close(cost_ratio(5.0, 0.15, 3.0, 0.9, np.array([1.25])), want), (
    "A foreign price that rises helps the home chip; years need not be whole."
)
for bad in (0, 1, -0.2, 20):
    assert raises(ValueError, cost_ratio, 3.0, bad, 2.0, 1.1, np.array([1.0])), (
        "No such learning can be."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "parity-years", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = years_to_parity(4.0, 0.36, 2.0, 1.25)  # the ratio is multiplied by 0.8 each year
mistakes(
    got,
    {
        "The foreign chip gets cheaper too: revisit the frontier.": [
            np.log(4) / -np.log(0.64)
        ],
        "A cheaper foreign chip makes it harder, not easier: revisit the frontier.": [
            np.log(4) / -np.log(0.512)
        ],
        "The gap closes by a factor a year, not by equal steps: revisit the "
        "logarithm.": [
            3 / 0.2,
            4 / 0.2,
            20.0,
            15.0,
            3.75,
        ],
        "Time runs forward: revisit the sign.": [np.log(4) / np.log(0.8)],
        "Natural and decimal logarithms are mixed: use one base.": [
            np.log10(4) / -np.log(0.8),
            np.log(4) / -np.log10(0.8),
        ],
        "The answer is asked for in years, not months.": [
            12 * np.log(4) / -np.log(0.8)
        ],
        "The fraction is what a doubling saves, not what it leaves.": [
            np.log(4) / -np.log(0.45)
        ],
    },
    rtol=1e-5,
)
assert close(got, np.log(4) / np.log(1.25)), (
    "Revisit by which factor the ratio changes each year, and how often it takes to "
    "reach 1."
)
got = years_to_parity(1.5, 0.2, 2.0, 1.5)
mistakes(
    got,
    {
        "The ratio grows here, so no time brings parity: revisit when it never "
        "happens.": [
            np.log(1.5) / -np.log(1.2),
            np.log(1.5) / np.log(1.2),
            np.nan,
            0.0,
            -1.0,
        ],
    },
    rtol=1e-5,
)
assert close(got, np.inf), "Which of the two runs faster here?"
### BEGIN HIDDEN TESTS
assert close(
    years_to_parity(2.0, 0.2, 2.0, 1 / 0.85), np.log(2) / np.log(0.85 / 0.8)
), "Revisit a slow race with a small gap."
assert close(years_to_parity(3, 0.25, 8, 2), np.log(3) / -np.log(2 * 0.75**3)), (
    "Three doublings a year, in whole numbers."
)
assert close(
    years_to_parity(1.02, 0.3, 30.0, 1.0), np.log(1.02) / -np.log(0.7) / np.log2(30)
), "A matter of days: return the result as it is, not rounded."
assert close(years_to_parity(1.0, 0.2, 2.0, 3.0), 0.0), (
    "At equal cost parity is reached, whoever runs faster."
)
assert close(years_to_parity(0.7, 0.2, 2.0, 3.0), 0.0), (
    "Who is cheaper already need not wait, even if the frontier runs faster."
)
assert close(years_to_parity(1.3, 0.2, 1, 1), np.inf), "If nobody moves the gap stays."
assert close(years_to_parity(1.01, 0.15, 1.6, 1.57), np.inf), (
    "A small gap is not closed either if the frontier runs faster."
)
assert close(years_to_parity(5.0, 0.1, 1.0, 0.5), np.log(5) / np.log(2)), (
    "A foreign price that rises closes the gap by itself."
)
for bad in (0, 1, -0.2, 20):
    assert raises(ValueError, years_to_parity, 3.0, bad, 2.0, 1.1), (
        "No such learning can be."
    )
    assert raises(ValueError, years_to_parity, 0.5, bad, 2.0, 1.1), (
        "No such learning can be, whatever the gap."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "hysteresis-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 8. The wall comes down: do buyers return?
#
# *7 points, about 20 minutes. Prepared by the reading* Decoupling.
#
# Buyers who have rewritten their programs for one chip change only for a clear gain. So what they buy depends on the past too:
# this is *hysteresis*.
#
# **Part 1, 4 points.** Write `chosen(ratios, habit, wall)`: which chip is bought in each year.
#
# - `ratios`: array `(n,)`, cost of the home chip over that of the foreign one in year 0, 1, …, n − 1. `habit`: a number, at
#   least 1, the ratio of costs at which buyers change. `wall`: a whole number from 0 on: the foreign chip is banned in the
#   first `wall` years, so that everybody buys the home chip in them.
# - Before year 0 everybody bought the foreign chip. Without a ban, a year's buyers go to the home chip if its ratio is below
#   `1 / habit`, to the foreign chip if it is above `habit`, and otherwise stay with what was bought the year before.
# - Returns an array `(n,)` of 1 (home chip) and 0 (foreign chip).
# - Raises ValueError if `habit` is below 1.
#
# **Part 2, 3 points.** Write `shortest_wall(ratios, habit)`: the *point of no return*, the shortest wall of at least one year
# after which buyers stay with the home chip in every year that follows in the array. `ratios`: array `(n,)` with n ≥ 2, the
# ratios that hold as long as the home chip is bought. At least the last year must lie after the wall, so the wall has at most
# n − 1 years. Returns a number, and `np.nan` if no such wall is long enough.


# %% nbgrader={"grade": false, "grade_id": "hysteresis", "locked": false, "schema_version": 3, "solution": true, "task": false}
def chosen(ratios, habit, wall):
    """Which chip is bought in each year.

    Parameters
    ----------
    ratios : array (n,)
        Cost of the home chip over that of the foreign one, by year.
    habit : number
        Ratio of costs at which buyers change.
    wall : whole number
        Years for which the foreign chip is banned.

    Returns
    -------
    array (n,)
        1 for the home chip, 0 for the foreign one.
    """
    ### BEGIN SOLUTION
    if habit < 1:
        raise ValueError("habit must be at least 1")
    bought = [0]
    for year, ratio in enumerate(ratios):
        if year < wall or habit * ratio < 1:
            bought.append(1)
        elif ratio > habit:
            bought.append(0)
        else:
            bought.append(bought[-1])
    return np.array(bought[1:])
    ### END SOLUTION


def shortest_wall(ratios, habit):
    """Shortest ban after which buyers never leave the home chip.

    Parameters
    ----------
    ratios : array (n,)
        Cost ratios by year, as long as the home chip is bought.
    habit : number
        As for `chosen`.

    Returns
    -------
    number
        Years, or nan.
    """
    ### BEGIN SOLUTION
    for wall in range(1, len(ratios)):
        if np.all(ratios[wall:] <= habit):
            return wall
    return np.nan
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "hysteresis-chosen", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
got = chosen(np.array([3.0, 2.0, 1.6, 1.4, 1.1, 1.6, 0.95, 0.7]), 1.25, 4)
mistakes(
    got,
    {
        "Inside the band buyers stay with what they bought: today's price alone does "
        "not decide.": [np.array([1, 1, 1, 1, 0, 0, 0, 1])],
        "Behind the wall everybody buys the home chip: revisit the ban.": [
            np.array([0, 0, 0, 0, 0, 0, 0, 1])
        ],
        "A wall of four years covers the years 0 to 3: off by one year.": [
            np.array([1, 1, 1, 0, 0, 0, 0, 1])
        ],
        "Buyers leave again if the home chip is too dear: revisit the way back.": [
            np.array([1, 1, 1, 1, 1, 1, 1, 1])
        ],
        "Buyers return to the home chip if it is cheap enough: revisit the lower end "
        "of the band.": [np.array([1, 1, 1, 1, 1, 0, 0, 0])],
        "Without a clear gain nobody changes: revisit the band of habit.": [
            np.array([1, 1, 1, 1, 1, 0, 1, 1]),
            np.array([1, 1, 1, 1, 0, 0, 1, 1]),
        ],
        "1 stands for the home chip, 0 for the foreign one: yours are turned round.": [
            np.array([0, 0, 0, 0, 0, 1, 1, 0])
        ],
    },
)
assert close(got, np.array([1, 1, 1, 1, 1, 0, 0, 1])), (
    "Go year by year: banned, clearly dearer, clearly cheaper, or as before?"
)
### BEGIN HIDDEN TESTS
path = np.array([1.0, 2.0, 2.1, 0.5, 0.49, 0.5, 2.0, 2.01, 1.0, 0.3])
assert close(chosen(path, 2.0, 0), np.array([0, 0, 0, 0, 1, 1, 1, 0, 0, 1])), (
    "Without a wall everybody starts with the foreign chip; at the ends of the band "
    "buyers stay."
)
assert close(chosen(path, 2, 2), np.array([1, 1, 0, 0, 1, 1, 1, 0, 0, 1])), (
    "A short wall that is forgotten."
)
assert close(chosen(path, 2.0, 3), np.array([1, 1, 1, 1, 1, 1, 1, 0, 0, 1])), (
    "A wall that lasts until costs lie inside the band."
)
assert close(chosen(path, 2.0, 10), np.ones(10)) and close(
    chosen(path, 2.0, 25), np.ones(10)
), "A wall that never falls."
assert close(chosen(np.array([2, 1, 1, 3]), 1, 1), np.array([1, 1, 1, 0])), (
    "Without habit buyers stay at equal cost and change for any gain; whole numbers."
)
assert close(chosen(np.array([1.3]), 1.2, 0), np.array([0])), (
    "One year is still an array."
)
assert close(chosen(np.array([0.9, 0.8, 0.7]), 1.4, 0), np.array([0, 0, 1])), (
    "A slightly cheaper home chip is not enough to change for."
)
for bad in (0.99, 0, -1.3):
    assert raises(ValueError, chosen, path, bad, 2), (
        "Nobody changes for a loss: this habit cannot be."
    )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "hysteresis-wall", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = shortest_wall(np.array([3.0, 2.4, 1.9, 1.5, 1.25, 1.0, 0.8]), 1.3)
mistakes(
    got,
    {
        "The wall falls after its last year: off by one year.": [3, 5],
        "Parity is not needed: inside the band buyers stay. Revisit hysteresis.": [6],
        "The number of years is asked for, not a ratio.": [1.25],
        "A year after the wall must be left, or nothing is shown.": [7],
    },
)
assert close(got, 4), "After which wall does no later year drive the buyers away?"
### BEGIN HIDDEN TESTS
assert close(shortest_wall(np.array([1.5, 1.2, 1.1, 1.6, 1.2, 1.4, 1.3]), 1.4), 4), (
    "It is not enough that the first year after the wall is inside the band."
)
assert close(shortest_wall(np.array([2.0, 1.5, 1.0, 1.7]), 1.5), np.nan), (
    "The last year drives the buyers away whatever the wall."
)
assert close(shortest_wall(np.array([1.1, 0.9, 1.2]), 1.25), 1), (
    "The shortest wall that counts has one year."
)
assert close(shortest_wall(np.array([9, 4, 2]), 2), 2), (
    "At the end of the band buyers stay; whole numbers."
)
assert close(shortest_wall(np.array([9.0, 2.0]), 1.9), np.nan) and close(
    shortest_wall(np.array([9.0, 1.5]), 1.9), 1
), "Two years are the fewest."
assert close(shortest_wall(np.array([3.0, 0.2, 2.9, 0.2, 0.4]), 1.0), 3), (
    "A home chip that was cheap for a while may be dear again."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "deficit-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 9. Chips in proportion to a deficit
#
# *5 points, about 8 minutes. Prepared by the reading* Decoupling.
#
# Can chips decide the trade balance? Put them in proportion before you argue.
#
# **Part 1, 3 points.** Write `deficit_share(exports, imports, sales, shipped)`: by which fraction of itself the deficit with a
# partner would shrink if these sales were made and nothing else changed.
#
# - `exports`, `imports`: goods sold to and bought from the partner, billion USD a year. `sales`: additional sales, billion USD.
#   `shipped`: the fraction of them that is shipped from the country itself; the rest leaves a factory elsewhere and is no
#   export of goods. Each is a number or an array; arrays broadcast.
# - Returns a fraction, a number or an array. Raises ValueError if there is no deficit in any one case.
#
# **Part 2, 2 points, on the real table.** Write `forgone_share(before, after)`: suppose that the chip exports of the year
# `before` had also been reached in the year `after`. By which fraction of itself would the deficit of the year `after` have been
# smaller?
#
# - `before`, `after`: years of the table. Take all from `TRADE` above; such chips count as shipped from the country.
# - Returns a fraction, a number: negative if chip exports had grown, `np.nan` if one of them is not known.
# - Raises ValueError if a year is not in the table.


# %% nbgrader={"grade": false, "grade_id": "deficit", "locked": false, "schema_version": 3, "solution": true, "task": false}
def deficit_share(exports, imports, sales, shipped):
    """Part of a bilateral deficit that additional sales would close.

    Parameters
    ----------
    exports, imports, sales : number or array
        Billion USD a year.
    shipped : number or array
        Fraction of the sales that is shipped from the country itself.

    Returns
    -------
    number or array
        Fraction of the deficit.
    """
    ### BEGIN SOLUTION
    deficit = imports - exports
    if np.any(deficit <= 0):
        raise ValueError("there is no deficit to close")
    return sales * shipped / deficit
    ### END SOLUTION


def forgone_share(before, after):
    """Part of a year's deficit with China that forgone chip exports would have closed.

    Parameters
    ----------
    before, after : whole number
        Years of the table TRADE.

    Returns
    -------
    number
        Fraction of the deficit of the later year, or nan.
    """
    ### BEGIN SOLUTION
    if before not in YEAR or after not in YEAR:
        raise ValueError("no such year in the table")
    then, now = np.searchsorted(YEAR, [before, after])
    forgone = CHIP_EXPORTS[then] - CHIP_EXPORTS[now]
    return forgone / (IMPORTS[now] - EXPORTS[now])
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "deficit-share", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = deficit_share(100.0, 300.0, 10.0, 0.4)
mistakes(
    got,
    {
        "What leaves a factory elsewhere is no export of goods: revisit what is "
        "shipped from the country.": [0.05],
        "The part that is shipped counts, not the rest.": [0.03],
        "The deficit is imports less exports: revisit what the sales are compared "
        "with.": [
            0.04,
            4 / 300,
            0.01,
            4 / 400,
        ],
        "A share is a fraction, not a percentage.": [2.0],
        "The share by which it shrinks is asked for, not what is left.": [0.98, 196.0],
        "The deficit is positive here: revisit the sign.": [-0.02],
        "The deficit before the sales is the base of the share.": [4 / 196],
        "That is money; a share of the deficit is asked for.": [4.0],
    },
)
assert close(got, 0.02), (
    "Revisit what would count as an export, over the deficit as it is."
)
### BEGIN HIDDEN TESTS
assert close(deficit_share(1.0, 1.5, 0.1, 1.0), 0.2), "A small deficit is a deficit."
assert close(deficit_share(40, 100, 2, 1), 1 / 30), (
    "All are shipped from the country; whole numbers."
)
got = deficit_share(
    np.array([50.0, 80.0]), np.array([90.0, 96.0]), 3.0, np.array([0.5, 0.25])
)
assert close(got, np.array([0.0375, 0.046875])), "Several years at once."
assert close(
    deficit_share(10.0, 35.0, np.array([1.0, 2.0, 30.0]), np.array([[0.5], [1.0]])),
    np.array([[0.02, 0.04, 0.6], [0.04, 0.08, 1.2]]),
), (
    "Every pair of sales and fractions: arrays broadcast; more than the deficit is "
    "possible."
)
assert close(deficit_share(150.0, 430.0, 0.7, 0.01), 0.007 / 280), (
    "A negligible share: return it as it is, not rounded."
)
assert close(deficit_share(10, 30, 5.0, 0), 0.0), (
    "If nothing is shipped from the country nothing changes."
)
assert raises(ValueError, deficit_share, 90.0, 90.0, 2.0, 1.0), (
    "A balance without a gap has no deficit."
)
assert raises(
    ValueError, deficit_share, np.array([10.0, 90.0]), np.array([30.0, 80.0]), 2.0, 1.0
), "One year with a surplus is enough to refuse."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "deficit-table", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
got = forgone_share(2022, 2023)
mistakes(
    got,
    {
        "The deficit of the later year is the base: revisit which year's deficit is "
        "compared.": [4.3 / 382.3],
        "The difference of both years' chip exports is forgone, not the whole of "
        "either.": [
            11.1 / 279.4,
            6.8 / 279.4,
        ],
        "Forgone sales are what there was less what there is: revisit the sign.": [
            -4.3 / 279.4
        ],
        "A share is a fraction, not a percentage.": [430 / 279.4],
        "The deficit is imports less exports: revisit what is compared.": [
            4.3 / 427.2,
            4.3 / 147.8,
        ],
        "A share of the deficit is asked for, not of the chip exports.": [
            4.3 / 11.1,
            4.3 / 6.8,
        ],
    },
    rtol=1e-5,
)
assert close(got, 4.3 / 279.4), (
    "Revisit the chip exports of both years, and the deficit of the later one."
)
### BEGIN HIDDEN TESTS
assert close(forgone_share(2021, 2023), (13.4 - 6.8) / (427.2 - 147.8)), (
    "Two years apart: revisit which rows of the table are used."
)
assert close(forgone_share(2021, 2022), (13.4 - 11.1) / (536.3 - 154.0)), (
    "Revisit the rows of the table."
)
assert close(forgone_share(2023, 2021), (6.8 - 13.4) / (506.4 - 151.1)), (
    "If chip exports had grown the share is negative."
)
assert close(forgone_share(2022, 2022), 0.0), (
    "A year compared with itself forgoes nothing."
)
assert close(forgone_share(2019, 2023), np.nan) and close(
    forgone_share(2021, 2025), np.nan
), "A missing fact leaves the answer open."
for bad in ((2018, 2022), (2021, 2030)):
    assert raises(ValueError, forgone_share, *bad), (
        "One of these years is not in the table."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "efficient-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 10. What can be dropped, and what a month must be worth
#
# *8 points, about 24 minutes. Prepared by the reading* Choosing.
#
# Each policy buys some months of delay at some cost a year. Some policies can be dropped whatever a month is worth. For the
# others the question is from which value of a month on each is the best.
#
# Both functions take `delays` and `costs`: arrays `(n,)` with the months of delay and the billion USD a year of each policy, in
# any order.
#
# **Part 1, 3 points.** Write `efficient(delays, costs)`: an array `(n,)` of 1 for a policy that remains and 0 for one that is
# *dominated*. A policy is dominated if another one delays at least as long and costs at most as much, and is better in at least
# one of the two. Of two equal policies neither dominates the other.
#
# **Part 2, 5 points.** Write `best_from(delays, costs)`: let a month of delay be worth `v` ≥ 0 billion USD a year, so that a
# policy is worth `v * delay - cost`. Returns an array `(n,)`: for each policy the smallest `v` at which no other policy is worth
# more, and `np.nan` if there is none. (A policy can remain in part 1 and yet never be the best.) Give the exact value: a grid
# of values, as in the reading, is not enough. Three policies on one line are tested with whole numbers alone.
#
# With the middle values of the table in the reading, can you find its break-even values again?


# %% nbgrader={"grade": false, "grade_id": "efficient", "locked": false, "schema_version": 3, "solution": true, "task": false}
def efficient(delays, costs):
    """Which policies are not dominated.

    Parameters
    ----------
    delays, costs : array (n,)
        Months of delay, and billion USD a year.

    Returns
    -------
    array (n,)
        1 if a policy remains, 0 if it is dominated.
    """
    ### BEGIN SOLUTION
    longer, cheaper = (
        np.subtract.outer(delays, delays),
        -np.subtract.outer(costs, costs),
    )
    dominates = (longer >= 0) & (cheaper >= 0) & (longer + cheaper > 0)
    return 1 - dominates.any(axis=0)
    ### END SOLUTION


def best_from(delays, costs):
    """Smallest value of a month at which each policy is the best.

    Parameters
    ----------
    delays, costs : array (n,)
        Months of delay, and billion USD a year.

    Returns
    -------
    array (n,)
        Billion USD a year for each month, or nan.
    """
    ### BEGIN SOLUTION
    smallest = np.full(len(delays), np.nan)
    for i, (delay, cost) in enumerate(zip(delays, costs)):
        longer, shorter, equal = delays > delay, delays < delay, delays == delay
        overtakes = (cost - costs[shorter]) / (delay - delays[shorter])
        overtaken = (costs[longer] - cost) / (delays[longer] - delay)
        start, end = np.max(overtakes, initial=0), np.min(overtaken, initial=np.inf)
        if start <= end and cost <= np.min(costs[equal]):
            smallest[i] = start
    return smallest
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "efficient-set", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = efficient(
    np.array([0.0, 2.0, 4.0, 6.0, 5.0, 3.0]), np.array([0.0, 1.0, 5.0, 10.0, 12.0, 3.5])
)
mistakes(
    got,
    {
        "1 stands for a policy that remains, 0 for a dominated one: yours are turned "
        "round.": [np.array([0, 0, 0, 0, 1, 0])],
        "A policy that delays longer at a lower cost dominates: revisit which can be "
        "dropped.": [np.array([1, 1, 1, 1, 1, 1])],
        "To lie above a mix of two others is not to be dominated by one of them.": [
            np.array([1, 1, 1, 1, 0, 0])
        ],
        "Cost is bad and delay is sought: revisit the direction of both comparisons.": [
            np.array([1, 0, 0, 0, 0, 0]),
            np.array([0, 0, 0, 1, 0, 0]),
            np.array([0, 0, 0, 0, 1, 0]),
            np.array([1, 0, 0, 0, 1, 0]),
            np.array([1, 1, 1, 0, 1, 1]),
        ],
        "A policy does not dominate itself: revisit the strict comparison.": [
            np.zeros(6)
        ],
        "An array of 1 and 0, one for each policy, is asked for.": [
            np.array([0, 1, 2, 3, 5, 4])
        ],
    },
)
assert close(got, np.array([1, 1, 1, 1, 0, 1])), (
    "Compare each policy with each other: is one at least as good in both respects?"
)
### BEGIN HIDDEN TESTS
assert close(
    efficient(np.array([3.0, 3.0, 3.0]), np.array([2.0, 2.0, 4.0])), np.array([1, 1, 0])
), "Of two equal policies both remain; the same delay for more money is dominated."
assert close(
    efficient(np.array([5, 2, 5, 7, 1]), np.array([4, 4, 3, 4, 0])),
    np.array([0, 0, 1, 1, 1]),
), "The same cost for less delay is dominated; whole numbers."
assert close(
    efficient(np.array([1.0, 0.0, 2.0]), np.array([0.0, 0.0, -1.0])),
    np.array([0, 0, 1]),
), "One policy may dominate all others."
assert close(efficient(np.array([4.0]), np.array([9.0])), np.array([1])), (
    "A single policy remains, whatever it costs."
)
assert close(
    efficient(np.array([8.0, 6.0, 4.0, 1.0]), np.array([9.0, 7.0, 2.0, 0.5])),
    np.ones(4),
), "Each may buy more for more."
assert close(
    efficient(np.array([0.0, 0.001]), np.array([100.0, 100.0])), np.array([0, 1])
), "A small difference is enough."
assert close(
    efficient(np.array([2.0, 9.0]), np.array([1.0, 1.0000001])), np.array([1, 1])
), "A tiny saving keeps a policy in."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "efficient-values", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
got = best_from(
    np.array([0.0, 2.0, 4.0, 6.0, 5.0, 3.0]), np.array([0.0, 1.0, 5.0, 10.0, 12.0, 3.5])
)
nan = np.nan
mistakes(
    got,
    {
        "The mean cost of its months compares a policy with doing nothing: revisit "
        "extra cost over extra delay.": [
            np.array([nan, 0.5, 1.25, 5 / 3, 2.4, 3.5 / 3]),
            np.array([0, 0.5, 1.25, 5 / 3, 2.4, 3.5 / 3]),
            np.array([nan, 0.5, 1.25, 5 / 3, nan, 3.5 / 3]),
            np.array([0, 0.5, 1.25, 5 / 3, nan, 3.5 / 3]),
        ],
        "A policy that a mix of its neighbours beats is never the best, though nothing "
        "dominates it.": [
            np.array([0, 0.5, 1.5, 2.5, nan, 2.5]),
            np.array([0, 0.5, 2.0, 2.5, nan, 2.5]),
        ],
        "That is the next point of a grid of values: compute the value itself.": [
            np.array([0, 0.51, 2.01, 2.51, nan, nan]),
            np.array([0, 0.6, 2.1, 2.6, nan, nan]),
        ],
        "A dominated policy is never the best.": [
            np.array([0, 0.5, 2.0, 2.5, 7.0, 2.5]),
            np.array([0, 0.5, 1.5, -2.0, 7.0, 2.5]),
        ],
        "At a value of 0 the cheapest policy is the best: revisit where the values "
        "begin.": [
            np.array([nan, 0.5, 2.0, 2.5, nan, nan]),
            np.array([-np.inf, 0.5, 2.0, 2.5, nan, nan]),
        ],
        "The largest value at which a policy is the best is where the next begins: "
        "revisit which end is asked for.": [
            np.array([0.5, 2.0, 2.5, np.inf, nan, nan])
        ],
        "Extra cost over extra delay, not the other way round.": [
            np.array([0, 2.0, 0.5, 0.4, nan, nan])
        ],
        "Where a policy is never the best the answer is nan.": [
            np.array([0, 0.5, 2, 2.5, 0, 0]),
            np.array([0, 0.5, 2, 2.5, np.inf, np.inf]),
        ],
    },
)
assert close(got, np.array([0, 0.5, 2.0, 2.5, nan, nan])), (
    "From which value does a policy beat all that delay less, and is one that delays "
    "more then better?"
)
### BEGIN HIDDEN TESTS
got = best_from(
    np.array([0, 1, 2.5, 4, 4, 7, 8]), np.array([0, 0.5, 2.6, 3, 9.6, 9.6, 16])
)
assert close(got, np.array([0, 0.5, nan, 2.5 / 3, nan, 2.2, 6.4])), (
    "Revisit several policies, two with the same delay."
)
assert close(
    best_from(np.array([8, 3, 5]), np.array([9, 1, 9])), np.array([1.6, 0.0, nan])
), "Policies in any order; without open sale the cheapest is the best at a value of 0."
assert close(
    best_from(np.array([1, 1, 3]), np.array([0.4, 0.25, 3])),
    np.array([nan, 0.0, 1.375]),
), "The same delay for more money is never the best."
assert close(best_from(np.array([3.0, 3.0]), np.array([2.0, 2.0])), np.zeros(2)), (
    "Of two equal policies neither is worth more."
)
assert close(
    best_from(np.array([3.0, 1.0, 6.0]), np.array([-2.0, 1.0, 4.0])),
    np.array([0.0, nan, 2.0]),
), (
    "A policy that delays and saves money is the best from 0 on; a value below 0 is "
    "none."
)
assert close(best_from(np.array([6.0]), np.array([30.0])), np.array([0.0])), (
    "A single policy is always the best there is."
)
assert close(
    best_from(np.array([2, 4, 6]), np.array([1, 3, 5])), np.array([0.0, 1.0, 1.0])
), "On a straight line a policy is the best, with others, at one value."
got = best_from(np.array([0.0, 3.0, 7.0]), np.array([0.0, 0.0021, 0.0094]))
assert close(got, np.array([0, 0.0007, 0.001825])), (
    "Small values: return them as they are, not rounded."
)
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "draws-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 11. Expected value, and the largest regret
#
# *7 points, about 16 minutes. Prepared by the reading* Choosing.
#
# The numbers are uncertain. If you have draws you can average. If you have only a list of worlds you can ask how sorry you
# might be.
#
# **Part 1, 2 points.** Write `expected_worth(values, delays, costs)`: the mean worth of each policy over all draws.
#
# - `values`: array `(s,)`, in each draw the value of a month of delay, billion USD a year. `delays`, `costs`: arrays `(s, n)`,
#   in each draw (row) the months of delay and the billion USD a year of each policy (column). A policy is worth
#   `value * delay - cost`.
# - Returns an array `(n,)`, billion USD a year.
#
# **Part 2, 2 points.** Write `chance_best(values, delays, costs)`: in which fraction of the draws each policy is worth most. If
# several are worth the same, the first of them counts. Same arguments; returns an array `(n,)` that sums to 1.
#
# **Part 3, 3 points.** Write `largest_regret(worth)`: `worth` is an array `(w, n)`, one row for each world, one column for each
# policy. The *regret* of a policy in a world is what the best policy of that world is worth more. Returns an array `(n,)`: the
# largest regret of each policy over all worlds. Whoever minimises it takes the policy with the smallest.


# %% nbgrader={"grade": false, "grade_id": "draws", "locked": false, "schema_version": 3, "solution": true, "task": false}
def expected_worth(values, delays, costs):
    """Mean worth of each policy over draws.

    Parameters
    ----------
    values : array (s,)
        Value of a month of delay in each draw, billion USD a year.
    delays, costs : array (s, n)
        Months and billion USD a year, a row for each draw and a column for each policy.

    Returns
    -------
    array (n,)
        Billion USD a year.
    """
    ### BEGIN SOLUTION
    return np.mean(values[:, np.newaxis] * delays - costs, axis=0)
    ### END SOLUTION


def chance_best(values, delays, costs):
    """Fraction of the draws in which each policy is worth most.

    Parameters
    ----------
    values, delays, costs
        As for `expected_worth`.

    Returns
    -------
    array (n,)
        Fractions.
    """
    ### BEGIN SOLUTION
    winner = np.argmax(values[:, np.newaxis] * delays - costs, axis=1)
    return np.bincount(winner, minlength=delays.shape[1]) / len(values)
    ### END SOLUTION


def largest_regret(worth):
    """Largest regret of each policy.

    Parameters
    ----------
    worth : array (w, n)
        Worth of each policy (column) in each world (row).

    Returns
    -------
    array (n,)
        In the unit of worth.
    """
    ### BEGIN SOLUTION
    best_of_world = np.max(worth, axis=1, keepdims=True)
    return np.max(best_of_world - worth, axis=0)
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "draws-expected", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
month = np.array([1.0, 3.0, 2.0, 4.0])
months = np.array([[0.0, 2.0, 3.0], [0.0, 6.0, 7.0], [0.0, 1.0, 4.0], [0.0, 3.0, 3.0]])
bill = np.array([[0.0, 5.0, 4.0], [0.0, 3.0, 9.0], [0.0, 4.0, 6.0], [0.0, 2.0, 7.0]])
got = expected_worth(month, months, bill)
mistakes(
    got,
    {
        "The mean of a product is not the product of the means: revisit values and "
        "delays that move together.": [np.array([0, 4.0, 4.125])],
        "A mean over draws, not a sum.": [np.array([0, 20.0, 18.0])],
        "One number for each policy, over all draws: revisit rows and columns.": [
            np.array([-4 / 3, 9.0, 0.0, 5.0])
        ],
        "Cost lowers the worth: revisit the sign.": [
            np.array([0, 12.0, 17.5]),
            np.array([0, -5.0, -4.5]),
        ],
        "Cost has to be paid as well.": [np.array([0, 8.5, 11.0])],
        "The mean is asked for, not the middle draw.": [np.array([0, 4.0, 3.5])],
    },
)
assert close(got, np.array([0, 5.0, 4.5])), (
    "Revisit the worth in each draw, then the mean over draws."
)
### BEGIN HIDDEN TESTS
got = expected_worth(
    np.array([2, 0, 5]),
    np.array([[1, 4], [3, 8], [2, 0]]),
    np.array([[3, 1], [2, 2], [0, 4]]),
)
assert close(got, np.array([7 / 3, 1 / 3])), "Whole numbers, more draws than policies."
got = expected_worth(
    np.array([1.5, 4.0]),
    np.array([[2.0, 0.0], [1.0, 6.0]]),
    np.array([[1.0, 0.5], [9.0, 20.0]]),
)
assert close(got, np.array([-1.5, 1.75])), (
    "As many draws as policies: which are the rows?"
)
got = expected_worth(
    np.array([0.003]), np.array([[0.7, 1.11, 2.0]]), np.array([[0.0, 0.001, 0.01]])
)
assert close(got, np.array([0.0021, 0.00233, -0.004])), (
    "One draw; small numbers: return them as they are, not rounded."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "draws-chance", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
month = np.array([1.0, 3.0, 2.0, 4.0])
months = np.array([[0.0, 2.0, 3.0], [0.0, 6.0, 7.0], [0.0, 1.0, 4.0], [0.0, 3.0, 3.0]])
bill = np.array([[0.0, 5.0, 4.0], [0.0, 3.0, 9.0], [0.0, 4.0, 6.0], [0.0, 2.0, 7.0]])
got = chance_best(month, months, bill)
mistakes(
    got,
    {
        "A fraction of the draws is asked for, not a number of them or a percentage.": [
            np.array([1.0, 2.0, 1.0]),
            np.array([25.0, 50.0, 25.0]),
        ],
        "The policy that is best on average need not be best in each draw.": [
            np.array([0, 1.0, 0]),
            np.array([0, 0, 1.0]),
        ],
        "The best is worth most: revisit largest and smallest.": [
            np.array([0.5, 0.5, 0]),
            np.array([0.5, 0.25, 0.25]),
        ],
        "A long delay at any price is not the best: revisit cost.": [
            np.array([0, 0, 1.0]),
            np.array([0, 0.25, 0.75]),
        ],
        "The cheapest is not the best if months are worth something: revisit the "
        "value.": [np.array([1.0, 0, 0])],
        "The fraction of draws in which a policy is worth anything is another "
        "number.": [np.array([0, 0.5, 0.75])],
    },
)
assert close(got, np.array([0.25, 0.5, 0.25])), (
    "In each draw, which policy is worth most? Then count."
)
### BEGIN HIDDEN TESTS
got = chance_best(
    np.array([1, 2, 3]),
    np.array([[0, 2, 4], [0, 1, 1], [0, 1, 2]]),
    np.array([[0, 2, 4], [0, 1, 1], [0, 5, 5]]),
)
assert close(got, np.array([1 / 3, 1 / 3, 0]) + np.array([0, 0, 1 / 3])), (
    "If several are worth the same the first of them counts."
)
got = chance_best(
    np.full(7, 2.0),
    np.outer(np.arange(7), [1.0, 2.0]),
    np.outer(np.ones(7), [0.0, 5.0]),
)
assert close(got, np.array([3 / 7, 4 / 7])), (
    "More draws than policies: a fraction of the draws, not rounded."
)
got = chance_best(
    np.array([1.0]), np.array([[3.0, 2.0, 9.0, 1.0]]), np.array([[4.0, 1.0, 9.5, 2.0]])
)
assert close(got, np.array([0, 1.0, 0, 0])), (
    "Policies that never win have a chance of 0, the last one too."
)
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "draws-regret", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
got = largest_regret(np.array([[5.0, 8.0, 2.0], [4.0, -6.0, 3.0]]))
mistakes(
    got,
    {
        "Each world has its own best policy: revisit what a policy is compared with.": [
            np.array([4.0, 14.0, 6.0]),
            np.array([3.0, 4.0, 5.0]),
        ],
        "A policy is compared with the others in the same world, not with itself in "
        "another world.": [np.array([1.0, 14.0, 1.0])],
        "The worst worth is not the largest regret.": [np.array([4.0, -6.0, 2.0])],
        "The largest regret is asked for, not the mean or the sum.": [
            np.array([1.5, 5.0, 3.5]),
            np.array([3.0, 10.0, 7.0]),
        ],
        "One number for each policy, over all worlds: revisit rows and columns.": [
            np.array([6.0, 10.0])
        ],
        "Regret is what the best is worth more: revisit the sign.": [
            np.array([-3.0, -10.0, -6.0]),
            np.array([0.0, 0.0, -1.0]),
        ],
        "The largest regret is asked for, not the smallest.": [
            np.array([0.0, 0.0, 1.0])
        ],
    },
)
assert close(got, np.array([3.0, 10.0, 6.0])), (
    "In each world, what is the best worth, and how far below it is each policy?"
)
### BEGIN HIDDEN TESTS
assert close(largest_regret(np.array([[1, 4], [9, 2], [5, 5]])), np.array([3, 7])), (
    "Three worlds and two policies, whole numbers."
)
assert close(
    largest_regret(np.array([[-2.0, -9.0], [-4.0, -1.0]])), np.array([3.0, 7.0])
), "Worlds in which every policy loses."
assert close(
    largest_regret(np.array([[0.004, 0.001, 0.00351]])), np.array([0.0, 0.003, 0.00049])
), "One world; return small sums as they are."
assert close(largest_regret(np.array([[7.0], [-3.0]])), np.array([0.0])), (
    "Where there is no choice there is no regret."
)
assert close(
    largest_regret(np.array([[3.0, 1.0, 2.0], [0.0, 6.0, 5.0], [8.0, 8.0, -4.0]])),
    np.array([6.0, 2.0, 12.0]),
), "As many worlds as policies: which are the rows?"
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "rule_plot-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 12. A figure of chips and a limit
#
# *8 points, about 18 minutes. Prepared by the reading* What is controlled?
#
# What a rule does not count can be sold. Draw the chips by what a rule counts and by what it may not, so that a reader sees which
# are let through and how close to the limit they stop.
#
# Write `rule_plot(score, bandwidth, caught, limit)`. `score` (TPP) and `bandwidth` (GB a second) are arrays `(n,)` of numbers
# above 0, one entry for each chip in any order. `caught` is an array `(n,)` of 1.0 (caught), 0.0 (not caught) and `np.nan`
# (cannot tell). `limit` is a number, a limit on the score. The function makes a new figure at each call (`plt.subplots()`), draws
# on one Axes, and returns that Axes. The Axes shows:
#
# - **data, 3 points**: every chip as a marker, its score along the x axis and its memory bandwidth along the y axis. No line
#   joins chips.
# - **scale, 2 points**: both axes logarithmic; a vertical line at the limit; all chips and the limit inside the frame.
# - **labels, 1 point**: a title; below the x axis a label with the word "score"; beside the y axis a label with
#   "GB per second" or "GB/s".
#   Capital or small letters do not matter.
# - **legend, 2 points**: the chips of each group in one colour of its own, and the group's name in a legend, or as text in the
#   same colour. The names are `caught`, `allowed` and `cannot tell`. A group without a chip need not be named.
#
# You are judged by what the figure shows, not by which commands drew it. Try it on the real chips and the limit of 4800 of the
# first two rules.


# %% nbgrader={"grade": false, "grade_id": "rule_plot", "locked": false, "schema_version": 3, "solution": true, "task": false}
def rule_plot(score, bandwidth, caught, limit):
    """Chips by score and memory bandwidth, by what a rule does to them.

    Parameters
    ----------
    score, bandwidth : array (n,)
        Total processing performance, and memory bandwidth in GB a second.
    caught : array (n,)
        1.0 caught, 0.0 not caught, nan cannot tell.
    limit : number
        Limit on the score.

    Returns
    -------
    matplotlib.axes.Axes
    """
    ### BEGIN SOLUTION
    _, ax = plt.subplots()
    for name, mine in (
        ("caught", caught == 1),
        ("allowed", caught == 0),
        ("cannot tell", np.isnan(caught)),
    ):
        ax.plot(score[mine], bandwidth[mine], "o", label=name)
    ax.axvline(limit, color="black")
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="Score (TPP), each step ×10",
        ylabel="Memory bandwidth, GB per second",
        title="What a rule does not count can be sold",
    )
    ax.legend()
    return ax
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "rule_plot-data", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
points = np.array([15832.0, 2368.0, 1936.0, 1912.0, 36000.0, 2896.0])
memory = np.array([3350.0, 4000.0, 300.0, 864.0, 7700.0, 864.5])
fate = np.array([1.0, 0.0, 1.0, 0.0, 1.0, np.nan])
drawn = shown(rule_plot(points, memory, fate, 4800), points, memory)
assert any(drawn) or not any(
    shown(rule_plot(points, memory, fate, 4800), memory, points)
), "Score and bandwidth are on each other's axis."
assert all(drawn), (
    "A chip is missing, or is not drawn at its own score and bandwidth: revisit the "
    "data."
)
assert all([line is None for chip in drawn for _, line, _ in chip]), (
    "No order leads from chip to chip: a line joins them."
)
### BEGIN HIDDEN TESTS
points, memory = (
    np.array([50.0, 700.0, 8.0, 700.5, 90000.0, 0.4, 3.0]),
    np.array([9.0, 0.02, 70000.0, 5.5, 3.0, 800.0, 1.0]),
)
fate = np.array([np.nan, 0.0, 1.0, 1.0, 0.0, np.nan, 0.0])
drawn = shown(rule_plot(points, memory, fate, 20.0), points, memory)
assert all(drawn), (
    "Chips in any order, of all groups: some are not drawn where they belong."
)
assert all([line is None for chip in drawn for _, line, _ in chip]), (
    "No line joins chips, in whatever order they come."
)
ax = rule_plot(points[:2], memory[:2], fate[:2], 20.0)
assert all(shown(ax, points[:2], memory[:2])), "A second call should draw its own data."
assert not any(shown(ax, points[2:], memory[2:])), (
    "Each call makes a new figure: chips of an earlier one are still there."
)
assert all(
    shown(rule_plot(points[:1], memory[:1], fate[:1], 9), points[:1], memory[:1])
), "A single chip of unknown fate is drawn too."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "rule_plot-scale", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
points, memory, fate = (
    np.array([15832.0, 2368.0, 36000.0]),
    np.array([3350.0, 4000.0, 7700.0]),
    np.array([1.0, 0.0, 1.0]),
)
ax = rule_plot(points, memory, fate, 4800)
assert any(shown(ax, points, memory)), (
    "No chip is drawn at its score and bandwidth: on a log axis the numbers themselves "
    "are drawn, not their logarithms."
)
assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log"), (
    "Equal distances should be equal ratios on both axes: revisit the scales."
)
assert upright(ax, 4800), "The limit should be a vertical line at its score."
### BEGIN HIDDEN TESTS
points, memory, fate = (
    np.array([5.0, 90000.0, 40.0]),
    np.array([0.3, 20.0, 60000.0]),
    np.array([np.nan, 0.0, 1.0]),
)
for limit in (700, 1.25e6, 0.5):
    ax = rule_plot(points, memory, fate, limit)
    assert any(shown(ax, points, memory)), "Nothing is drawn at the numbers given."
    assert (ax.get_xscale(), ax.get_yscale()) == ("log", "log"), (
        "Revisit the scales of both axes."
    )
    assert upright(ax, limit), (
        "The line stands at the limit that is given, whatever it is."
    )
    for ends, values in ((ax.get_xlim(), [*points, limit]), (ax.get_ylim(), memory)):
        assert min(ends) <= min(values) and max(values) <= max(ends), (
            "A chip or the limit lies outside the frame: revisit the limits of the "
            "axes."
        )
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "rule_plot-labels", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
points, memory, fate = (
    np.array([15832.0, 2368.0, 36000.0]),
    np.array([3350.0, 4000.0, 7700.0]),
    np.array([1.0, 0.0, 1.0]),
)
ax = rule_plot(points, memory, fate, 4800)
assert any(shown(ax, points, memory)), "Labels belong to a figure that shows the chips."
assert "score" in ax.get_xlabel().lower(), (
    "What runs along the x axis? Say it in its label."
)
assert "gb per second" in " ".join(
    ax.get_ylabel().lower().replace("gb/s", "gb per second").split()
), "A rate without a unit says nothing: revisit the label of the y axis."
assert any([ax.get_title(loc=side).strip() for side in ("left", "center", "right")]), (
    "The figure needs a title."
)
### BEGIN HIDDEN TESTS
ax = rule_plot(
    np.array([40.0, 9.0]), np.array([2.0, 1.0]), np.array([np.nan, np.nan]), 7
)
assert all(shown(ax, np.array([40.0, 9.0]), np.array([2.0, 1.0]))), (
    "Labels belong to a figure with data, whatever the data are."
)
words = " ".join(
    [
        *ax.get_xlabel().lower().split(),
        "|",
        *ax.get_ylabel().lower().replace("gb/s", "gb per second").split(),
    ]
)
assert (
    "score" in words.partition("|")[0] and "gb per second" in words.partition("|")[2]
), "The labels should not depend on the data."
### END HIDDEN TESTS

# %% nbgrader={"grade": true, "grade_id": "rule_plot-legend", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
points = np.array([15832.0, 2368.0, 1936.0, 1912.0, 36000.0, 2896.0])
memory = np.array([3350.0, 4000.0, 300.0, 864.0, 7700.0, 864.5])
ax = rule_plot(points, memory, np.array([1.0, 0.0, 1.0, 0.0, 1.0, np.nan]), 4800)
assert any(shown(ax, points, memory)), (
    "A legend belongs to a figure that shows the chips."
)
for name in ("caught", "allowed", "cannot tell"):
    assert any([name in text.lower() for text, _ in named(ax)]), (
        "A group's name is missing: a reader cannot tell what its colour means."
    )
### BEGIN HIDDEN TESTS
points, memory = (
    np.array([50.0, 700.0, 8.0, 700.5, 90000.0, 0.4, 3.0]),
    np.array([9.0, 0.02, 70000.0, 5.5, 3.0, 800.0, 1.0]),
)
nan = np.nan
for fate in (
    [nan, 0, 1, 1, 0, nan, 0],
    [0, nan, 0, 0, nan, 0, 0],
    [1, 0, 0, 1, 1, 0, 0],
    [nan] * 7,
):
    ax = rule_plot(points, memory, np.array(fate, dtype=float), 20.0)
    looks, keys = {}, named(ax)
    for state, drawn in zip(fate, shown(ax, points, memory)):
        assert drawn, "A chip is not drawn, so the legend has nothing to explain."
        group = {1: "caught", 0: "allowed"}.get(state, "cannot tell")
        looks.setdefault(group, set()).update([colour for colour, _, _ in drawn])
    for group, colours in looks.items():
        assert len(colours) == 1, "The chips of one group appear in several colours."
        names = ("caught", "allowed", "cannot tell")
        mine = [
            colour
            for text, colour in keys
            if [name for name in names if name in text.lower()] == [group]
        ]
        assert any([colour in colours for colour in mine]), (
            "A name does not stand in its group's colour: revisit which label belongs "
            "to which chips."
        )
    assert len(set().union(*looks.values())) == len(looks), (
        "Two groups share a colour, so a reader cannot tell them apart."
    )
### END HIDDEN TESTS

# %% [markdown] nbgrader={"grade": false, "grade_id": "memo-question", "locked": true, "schema_version": 3, "solution": false, "task": false}
# ## 13. Memo: keep, tighten or loosen?
#
# *20 points, about 38 minutes. Prepared by all readings of the chapter.*
#
# The chair of a parliamentary committee has one bill before her that would tighten the controls on AI chips and one that would
# loosen them. Members of her own party support either. Write the memo that tells her what the evidence carries, what it does not,
# and on which question the choice turns.
#
# Write 250 to 350 words in full sentences, addressed to that reader, who knows no Python and has three minutes. Replace the
# text of the cell below. Use your own results from at least three of the tasks above, for example:
#
# - which chips each rule catches, and the best chip that it lets through by score and by memory bandwidth (tasks 2 and 3);
# - the months that a control added: the reading *Effective compute* gives the pace of growth, and the page *How far do the claims
#   hold?* the ratio of the rest of the world's computing to China's before the second rule and at the end of 2025 (task 4);
# - the seller's loss and who gains from it with idle and with scarce capacity (tasks 5 and 6), and chips in proportion to the
#   deficit (task 9);
# - the value of a month at which one policy overtakes another in the toy table of the reading *Choosing* (tasks 10 and 11).
#
# Figures from the readings are welcome if you name the source, and so are assumptions if you call them so. Take no side before
# you have given each its strongest case: the grader does not mark which advice you give, but whether it follows.
#
# A grader reads the memo and gives up to 5 points for each of four criteria:
#
# | criterion | 5 points | 3 points | 1 point |
# |---|---|---|---|
# | **What controls do** | says what a rule counts and what it lets through; keeps units, score and months apart; an effect is a difference from a counterfactual | two of the three | says only that controls work or fail |
# | **Numbers** | three or more correct results of your own with unit, rule or date, and assumption; the uncertainty of one is read correctly | three results, but units, dates or assumptions are missing, or the uncertainty | one or two results, or figures without a source |
# | **Both sides** | the strongest case of each side, each with a fact that the other side must answer; interested parties are named as such | both cases, one of them weak or without a fact | one side only, or slogans |
# | **Advice and writing** | advice that follows from the numbers; says on which value or unknown it turns and what would change it; plain words; 250 to 350 words | advice without a condition or not from the numbers, or up to 50 words off | no advice, or far off in length |
#
# Points between these levels can be given; a criterion that is not met gets 0.

# %% [markdown] nbgrader={"grade": true, "grade_id": "memo", "locked": false, "points": 20, "schema_version": 3, "solution": true, "task": false}
# **To:** the chair of the committee. **Subject:** the two bills on chip controls
#
# The facts do not choose between the bills. They leave one question: what is a month of delay worth?
#
# *What a rule does.* A rule stops what it counts. Of 27 American chips the rule of 2022 certainly catches 8; five cannot be
# classified, as the speed of their links is unpublished. The H800 passed with the H100's full score, and DeepSeek trained on it.
# The rule of 2023 catches 19. Its best data-centre chip has a score of 2,368 against 15,832, yet faster memory: 4,000 GB per
# second. The rule of 2026 lets the H200 through, case by case.
#
# *Delay.* In Nvidia's chips the rest of the world had 5.1 times China's computing in September 2023 and 33 times at the end of
# 2025 (Epoch, estimates). If the first ratio had otherwise stayed, and if computing with better programs grows 8 to 14-fold a
# year, the control added 9 to 11 months. Nobody observed that other world, and part of the change is Beijing's own refusal.
#
# *For tightening.* Computing is scarce, the gap is growing, and a seller with booked factories loses little: in a toy market a
# ban costs it 340 million USD, of which other buyers gain 320.
#
# *For loosening.* Chinese models trail by a reported seven months, not more than before. With idle factories the same ban costs
# 500 million and helps nobody. It shelters a rival that may outlast the ban. Suppliers lost 130 billion USD of market value
# (New York Fed). Sellers argue so, but are parties, as are rivals who gain from delay.
#
# *Not an argument.* Chip exports forgone from 2021 to 2023 are 2.4% of the deficit with China.
#
# *Advice.* Drop whatever delays less for more money. Then, by the reading's toy table, a ban beats a limit only if a month is
# worth over 2.2 billion USD a year. Unless your members affirm that, keep a limit, count memory too, and pay for a measurement.
# If a ban were found to delay ten months, half that value would do; idle factories would raise it.
#
# ---
#
# **For the grader.** Results to expect, on the 27 chips of the table: 2022 rule 8 caught, 14 not, 5 open (H200, RTX 5090, MI325X,
# Gaudi 2 and 3); 2023 rule 19 caught, 8 not; 2026 rule 4 caught, 23 not. Best chip for data centres by score: H800 with 15,832
# (possibly Gaudi 3), H20 with 2,368, MI300X and MI325X with 20,919; of all chips under the 2023 rule RTX 5090 D with 4,750. Best by
# memory bandwidth: H20 with 4,000 (possibly MI325X with 6,000), H20, MI325X. Ratios of the reading, Nvidia's chips only: 5.1
# (September 2023), 13.7 (end of 2024), 33 (end of 2025); growth between about 8 and 14 a year, so 4.5 to 5.7 months added by the
# end of 2024 and 8.5 to 10.8 by the end of 2025. Toy market of the reading *What it costs*, in million USD: ban with capacity 200
# seller −500, buyers in China −250; with capacity 100 seller −340, buyers elsewhere +320, buyers in China −90. Chip exports of 2021
# in place of those of 2023: 2.4% of the deficit of 2023. Break-even values of the toy table: 0.5, 0.8, 2.2 and 6.4 billion USD a year
# for each month. Other inputs are fine if the memo says them.
#
# Common faults: "works" or "fails" without months; the whole gap booked as the control's effect; units taken for computing; lost
# sales called a loss of profit; the deficit used as a score; nan read as "not caught"; a toy's number given as a finding; a party's
# statement taken for evidence. Both directions of advice can earn full points.
