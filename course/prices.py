"""Prices of tokens: one price for a list's two, the lowest for a quality, and the rate of fall.

Prices are in USD per million tokens. A seller lists two, for tokens that the model reads (input)
and for tokens that it writes (output). The course blends them in the custom of analysts, three
parts input to one part output; a user with another mix pays another price.
"""

import numpy as np

from . import tables

SHARE_OF_INPUT = 0.75


def blend(prices: np.ndarray | np.void) -> np.ndarray | float:
    """Blended price, three parts input to one part output.

    Parameters
    ----------
    prices : structured array or record
        Rows of the table ``llm_list_prices``, or one of them.

    Returns
    -------
    float or array
        USD per million tokens, for each row.
    """
    read, written = prices["input_usd_per_mtok"], prices["output_usd_per_mtok"]
    return SHARE_OF_INPUT * read + (1 - SHARE_OF_INPUT) * written


def as_good(prices: np.ndarray, score: float) -> np.ndarray:
    """List prices of the models that are at least as good as a score on GPQA Diamond.

    Only scores of Epoch AI's runs count, because laboratories test in different ways, and only
    prices of the kind "list", because promotions end and off-peak rates are not for every hour.

    Parameters
    ----------
    prices : structured array
        Rows of the table ``llm_list_prices``.
    score : float
        Percent of the questions answered right.

    Returns
    -------
    structured array
        The rows that qualify, by date.
    """
    tested = np.char.find(prices["score_source"], "GPQA: Epoch AI run") >= 0
    able = tested & (prices["score_gpqa_diamond_percent"] >= score)
    return np.sort(prices[able & (prices["price_kind"] == "list")], order="date_effective")


def records(prices: np.ndarray) -> np.ndarray:
    """Prices that undercut every earlier one: the steps by which the lowest price came down.

    Parameters
    ----------
    prices : structured array
        Rows of the table ``llm_list_prices``, at least one, for models that count as equally good.

    Returns
    -------
    structured array
        The rows whose blended price was a record, by date; the first row always is one.
    """
    prices = np.sort(prices, order="date_effective")
    usd = blend(prices)
    return prices[np.append(True, usd[1:] < np.minimum.accumulate(usd)[:-1])]


def factor(estimates: np.ndarray, key: str) -> np.ndarray:
    """Factor by which a year divides a price or a cost, by a published estimate.

    A fall of 80% a year is a factor of 5. Where the table's ``direction`` says "rises", a year
    multiplies by the factor.

    Parameters
    ----------
    estimates : structured array
        The table ``cost_decline_estimates``.
    key : str
        Of the estimate.

    Returns
    -------
    array of 3
        Central estimate, low end and high end of its interval; what was not published is nan.
    """
    estimate = tables.one(estimates, key=key)
    return np.array([estimate["factor_per_year"], estimate["factor_low"], estimate["factor_high"]])
