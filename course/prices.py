"""Prices of tokens: blended prices, the lowest price for a given quality, and how fast it falls.

Prices are in USD per million tokens. A seller lists two: one for tokens that the model reads
(input) and one for tokens that it writes (output). The course blends them as analysts do, three
parts input to one part output. A user with another mix pays another price.
"""

from typing import overload

import numpy as np

from . import tables

SHARE_OF_INPUT = 0.75


@overload
def blend(prices: np.void) -> float: ...
@overload
def blend(prices: np.ndarray) -> np.ndarray: ...
def blend(prices: np.ndarray | np.void) -> np.ndarray | float:
    """Blend list prices, three parts input to one part output.

    Parameters
    ----------
    prices : structured array or record
        Rows of the table ``llm_list_prices``, or one of them.

    Returns
    -------
    array or float
        USD per million tokens: an array with one price per row, or a float for a record.
    """
    read, written = prices["input_usd_per_mtok"], prices["output_usd_per_mtok"]
    blended: np.ndarray | float = SHARE_OF_INPUT * read + (1 - SHARE_OF_INPUT) * written
    return blended


def as_good(prices: np.ndarray, score: float) -> np.ndarray:
    """Pick the list prices of models that reach a score on GPQA Diamond.

    Only scores from Epoch AI's runs count, because laboratories test in different ways. Only prices
    of the kind "list" count, because promotions end and off-peak rates apply at some hours only.

    Parameters
    ----------
    prices : structured array
        Rows of the table ``llm_list_prices``.
    score : float
        Percent of questions answered correctly.

    Returns
    -------
    structured array
        The rows that qualify, in order of date.
    """
    tested = np.char.find(prices["score_source"], "GPQA: Epoch AI run") >= 0
    able = tested & (prices["score_gpqa_diamond_percent"] >= score)
    return np.sort(prices[able & (prices["price_kind"] == "list")], order="date_effective")


def records(prices: np.ndarray) -> np.ndarray:
    """Pick the prices that undercut all earlier ones: the steps by which the lowest price fell.

    Parameters
    ----------
    prices : structured array
        Rows of the table ``llm_list_prices``, at least one, for models that count as equally good.

    Returns
    -------
    structured array
        The rows whose blended price set a record, in order of date. The earliest always does.
    """
    prices = np.sort(prices, order="date_effective")
    usd = blend(prices)
    lowest: np.ndarray = prices[np.append(True, usd[1:] < np.minimum.accumulate(usd)[:-1])]
    return lowest


def factor(estimates: np.ndarray, key: str) -> np.ndarray:
    """Look up a published estimate of the factor by which a price or cost falls in a year.

    A fall of 80% a year is a factor of 5. Where the column ``direction`` says "rises", the price or
    cost is multiplied by the factor instead.

    Parameters
    ----------
    estimates : structured array
        The table ``cost_decline_estimates``.
    key : str
        The estimate's value in the column ``key``.

    Returns
    -------
    array of shape (3,)
        The central estimate, then the low and high ends of its interval; nan if not published.
    """
    estimate = tables.one(estimates, key=key)
    return np.array([estimate["factor_per_year"], estimate["factor_low"], estimate["factor_high"]])
