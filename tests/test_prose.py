"""Numbers reach a page's sentences, and pages leave to ``course`` what they share."""
import numpy as np
import pytest

from course import prose


@pytest.mark.parametrize("number", [2.5, np.float64(2.5), np.array(2.5)], ids=repr)
def test_a_number_is_kept_under_the_pages_name_so_that_the_text_can_format_it(monkeypatch, number):
    kept = []
    monkeypatch.setattr("myst_nb.ext.glue.ipy_display", lambda data, raw, metadata: kept.append((data, metadata)))
    put = prose.numbers("cars")
    assert put(half_life=number, plants=np.int64(3), closed=np.bool_(True)) is None
    # a record is kept with the page and shown nowhere
    assert [data for data, _ in kept] == [{"application/papermill.record/text/plain": text} for text in ("2.5", "3.0", "1.0")]
    assert [about["scrapbook"]["name"] for _, about in kept] == ["cars_half_life", "cars_plants", "cars_closed"]
