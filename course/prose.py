"""Numbers that a page computes and its sentences show."""

from collections.abc import Callable

from myst_nb import glue


def numbers(prefix: str) -> Callable[..., None]:
    """Make the function that hands a page's numbers to its sentences.

    Parameters
    ----------
    prefix : str
        What the names of the page's numbers begin with, usually the page's own name.

    Returns
    -------
    callable
        ``put(name=number, ...)``, which shows nothing. A sentence shows such a number with
        ``{glue:text}``, as ``<prefix>_<name>``.

    Examples
    --------
    >>> put = numbers("cars")
    >>> put(half_life=2.5)  # in the text: {glue:text}`cars_half_life:.1f`
    """

    def put(**numbers: float) -> None:
        for name, value in numbers.items():
            # numpy's numbers are kept as "np.float64(2.5)", to which the text's format cannot apply
            glue(f"{prefix}_{name}", float(value), display=False)

    return put
