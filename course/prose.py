"""Numbers that a page computes and shows in its sentences."""

from collections.abc import Callable

from myst_nb import glue


def numbers(prefix: str) -> Callable[..., None]:
    """Make the function that passes a page's numbers to its sentences.

    Parameters
    ----------
    prefix : str
        What the names of the page's numbers begin with, usually the name of the page.

    Returns
    -------
    callable
        ``put(name=number, ...)``, which shows nothing itself. A sentence shows the number with
        ``{glue:text}``, under the name ``<prefix>_<name>``.

    Examples
    --------
    >>> put = numbers("cars")
    >>> put(half_life=2.5)  # in the text: {glue:text}`cars_half_life:.1f`
    """

    def put(**numbers: float) -> None:
        for name, value in numbers.items():
            # glue would keep one of numpy's numbers as "np.float64(2.5)", which no format fits
            glue(f"{prefix}_{name}", float(value), display=False)

    return put
