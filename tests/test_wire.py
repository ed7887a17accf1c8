"""The wire between examiner and student's process.

Plain data go there and back unchanged, and no bytes do more than fail.
"""

import collections
import contextlib
import datetime
import random
from fractions import Fraction
from importlib.util import find_spec

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from nbgrader_isolated.channel import codec

plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**40), 10**40)
    | st.floats()
    | st.complex_numbers()
    | st.text()
    | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=4)
    ),
    max_leaves=20,
)
native = {"endianness": "="}
kinds = (
    arrays.boolean_dtypes()
    | arrays.integer_dtypes(**native)
    | arrays.unsigned_integer_dtypes(**native)
    | arrays.floating_dtypes(sizes=(16, 32, 64), **native)
    | arrays.complex_number_dtypes(sizes=(64, 128), **native)
)


@given(plain)
def test_plain_data_come_back_the_same(value):
    again = codec.decode(codec.encode(value))
    assert type(again) is type(value) and codec.same(again, value)


@given(arrays.arrays(kinds, arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)))
def test_arrays_keep_kind_shape_and_values(value):
    again = codec.decode(codec.encode(value))
    assert type(again) is np.ndarray and again.dtype == value.dtype and again.shape == value.shape
    assert codec.same(again, value)


@pytest.mark.parametrize(
    "value",
    [np.float64(0.1), np.int32(-3), np.bool_(True), np.str_("a"), np.complex64(1j)],
    ids=str,
)
def test_numpy_scalars_keep_their_type(value):
    again = codec.decode(codec.encode(value))
    assert type(again) is type(value) and again == value


def test_masked_arrays_keep_their_mask():
    value = np.ma.masked_array([1.0, 2.0, 3.0], mask=[False, True, False])
    again = codec.decode(codec.encode(value))
    assert type(again) is np.ma.MaskedArray and again.tolist() == [1.0, None, 3.0]


small = st.integers(-(10**6), 10**6)
library = (
    st.lists(st.text(max_size=3)).map(collections.Counter)
    | st.lists(small).map(lambda v: collections.deque(v, maxlen=3))
    | st.fractions()
    | st.decimals(places=4)
    | st.dates()
    | st.datetimes()
    | st.datetimes(timezones=st.just(datetime.UTC))
    | st.timedeltas()
    | st.dictionaries(small, small).map(lambda v: collections.OrderedDict(v))
    | st.dictionaries(small, st.text()).map(lambda v: v.items())
    | small.map(lambda v: np.datetime64(v, "D"))
    | st.lists(small).map(lambda v: np.array(v, "m8[ns]"))
    | st.lists(st.none() | st.text() | small).map(lambda v: np.array([*v, None], object)[:-1])
)


@given(library)
def test_values_of_the_standard_library_keep_their_class(value):
    again = codec.decode(codec.encode(value))
    assert type(again) is type(value) and codec.same(again, value)


@pytest.mark.parametrize("kind", [np.random.default_rng, np.random.RandomState, random.Random])
def test_generators_go_on_where_they_stood(kind):
    here = kind(3)
    here.random()
    there = codec.decode(codec.encode(here))
    assert there.random() == here.random()


@pytest.mark.parametrize(
    "form",
    [
        ("Fraction", (1, 0)),
        ("Counter", 3),
        ("deque", ([], "a")),
        ("no such form", None),
        ("Decimal", "1" * 10_000),
        ("datetime", (0,) * 9),
        ("RandomState", ("MT19937", np.zeros(624, np.uint32), 10**6, 0, 0.0)),
        ("objects", ((3, 3), [1])),
        ("array M", ("D", np.zeros(2))),
    ],
    ids=str,
)
def test_a_wrong_tree_is_no_value(form):
    message = bytearray(codec.encode(form))
    with pytest.raises(codec.CodecError):
        codec.decode(b"k" + message)


if find_spec("pandas"):
    import pandas as pd

    columns = st.sampled_from(
        [
            pd.Series([1, 2, 3]),
            pd.Series(["a", None, "b"]),
            pd.Series(["a", None, 1], dtype=object),
            pd.Series([True, None, False], dtype="boolean"),
            pd.Series([1, None, 3], dtype="Int64"),
            pd.Series(["x", "y", "x"], dtype="category"),
            pd.Series(["a", "b", None], dtype="string"),
            pd.Series(pd.to_datetime(["2024-01-01", None, "2024-03-01"])),
            pd.Series(pd.to_timedelta([1, 2, 3], "s")),
            pd.Series(pd.date_range("2024", periods=3, tz="Europe/Berlin")),
            pd.Series([1.5, np.nan, np.inf], dtype="float32"),
        ]
    )
    indexes = st.sampled_from(
        [
            pd.RangeIndex(3),
            pd.RangeIndex(1, 7, 2, name="n"),
            pd.Index(["a", "b", "a"], name="key"),
            pd.Index([1.5, 2.5, 3.5]),
            pd.CategoricalIndex(["u", "v", "u"]),
            pd.MultiIndex.from_tuples([("a", 1), ("a", 2), ("b", 1)], names=["x", "y"]),
            pd.date_range("2024-01", periods=3, freq="MS"),
            pd.Index([1, "a", None], dtype=object),
        ]
    )

    @given(st.dictionaries(st.text(max_size=3) | st.integers(0, 3), columns, max_size=4), indexes)
    def test_frames_keep_index_columns_and_kinds(content, index):
        frame = pd.DataFrame(
            {name: column.set_axis(index) for name, column in content.items()}, index=index
        )
        again = codec.decode(codec.encode(frame))
        assert type(again) is pd.DataFrame and getattr(again.index, "freq", None) == getattr(
            index, "freq", None
        )
        pd.testing.assert_frame_equal(again, frame)
        for name in frame:
            pd.testing.assert_series_equal(again[name], frame[name])

    @pytest.mark.parametrize(
        "value",
        [
            pd.Timestamp("2024-02-29 12:00", tz="Asia/Tokyo"),
            pd.Timestamp(2024, 1, 1),
            pd.Timedelta("1h"),
            pd.NA,
            pd.NaT,
        ],
        ids=str,
    )
    def test_moments_of_pandas_keep_their_class(value):
        again = codec.decode(codec.encode(value))
        assert type(again) is type(value) and repr(again) == repr(value)


class Number(float):
    pass


@pytest.mark.parametrize(
    "value",
    [
        Number(1),
        np.zeros(1, [("a", int)]),
        object(),
        np.zeros(2).view(type("Mine", (np.ndarray,), {})),
        len,
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_is_not_exactly_plain_goes_by_reference_or_not_at_all(value):
    with pytest.raises(codec.CodecError, match="no plain form"):
        codec.encode(value)
    assert codec.decode(
        codec.encode(value, lambda v: (7, "label")), lambda number, label: (number, label)
    ) == (7, "label")


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_hostile_bytes_raise_a_wire_error_and_nothing_else(data):
    with contextlib.suppress(codec.CodecError):
        codec.decode(data, lambda number, label: None)


@settings(max_examples=300)
@given(plain, st.data())
def test_a_spoiled_message_raises_a_wire_error_or_is_another_value(value, data):
    message = bytearray(codec.encode(value))
    at = data.draw(st.integers(0, len(message) - 1))
    message[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(codec.CodecError):
        codec.decode(bytes(message), lambda number, label: None)


@pytest.mark.parametrize(
    "data",
    [
        b"l" + b"\xff" * 8,
        b"u" + (1 << 40).to_bytes(8, "little") + b"x",
        b"a" + bytes([3, 2]) + b"<f8" + (1 << 32).to_bytes(8, "little") * 2,
        b"a" + bytes([2, 1]) + b"|O" + (1).to_bytes(8, "little") + bytes(8),
        b"l\x01" + bytes(7) + b"l\x01" + bytes(7),
    ],
    ids=["long list", "long text", "huge array", "objects", "cut off"],
)
def test_sizes_are_checked_before_anything_is_allocated(data):
    with pytest.raises(codec.CodecError):
        codec.decode(data)


def test_a_simple_value_is_made_as_fast_as_it_is_sent():
    value = ("outputs", 3, [{"output_type": "stream", "text": "a", "number": 0.5, "none": None}])
    assert codec.decode(codec.encode(value), simple=True) == value
    for other in (Fraction(1, 3), {1: 2}, {"a"}, np.zeros(2), range(3), collections.Counter("a")):
        with pytest.raises(codec.CodecError):
            codec.decode(codec.encode(("outputs", 3, other)), simple=True)


def test_too_deep_and_too_long_are_refused_on_either_side():
    nested = []
    for _ in range(100):
        nested = [nested]
    limits = codec.Limits(size=1000)
    for value, bounds in (
        (nested, codec.LIMITS),
        (bytes(5000), limits),
        (np.zeros(1000), limits),
        (10**100_000, codec.LIMITS),
    ):
        with pytest.raises(codec.CodecError):
            codec.encode([value, value], limits=bounds)
    with pytest.raises(codec.CodecError):
        codec.decode(codec.encode(bytes(5000)), limits=limits)


@pytest.mark.parametrize("name", [b",", b"(1,2)f8,", b"f8,f8", b"O", b"<M8", b"<f8\n", b"V3"])
def test_an_array_names_one_plain_kind_and_nothing_that_numpy_would_parse(name):
    with pytest.raises(codec.CodecError):
        codec.decode(b"a" + bytes([len(name), 0]) + name + bytes(16))
