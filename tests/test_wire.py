"""The wire between examiner and student's process.

Plain data go there and back unchanged, and no bytes do more than fail.
"""

import ast
import collections
import datetime
import inspect
import itertools
import random
import struct
from fractions import Fraction
from importlib.util import find_spec
from typing import Any

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


SENTENCES = {
    node.value
    for node in ast.walk(ast.parse(inspect.getsource(codec)))
    if isinstance(node, ast.Constant)
}


def decoded(data: bytes) -> None:
    """Decode bytes; an error says nothing but what the codec's own source says."""
    try:
        codec.decode(data, lambda number, label: None)
    except codec.CodecError as error:
        assert str(error) in SENTENCES


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_hostile_bytes_raise_a_wire_error_that_holds_nothing_of_them(data: bytes) -> None:
    decoded(data)


@pytest.mark.parametrize(
    "value",
    [
        ("Decimal", "secret"),
        ("secret", None),
        ("RandomState", ("secret", np.zeros(624, np.uint32), 1, 0, 0.0)),
        ("date", (14672111601725472, 1, 1)),
        {"secret": 1},
    ],
    ids=str,
)
def test_a_form_that_is_none_is_not_quoted(value: Any) -> None:
    decoded(b"k" + codec.encode(value))


def test_text_that_is_none_is_not_quoted() -> None:
    decoded(b"u" + struct.pack("<Q", 9) + b"secret \xff!")


@settings(max_examples=300)
@given(plain, st.data())
def test_a_spoiled_message_raises_a_wire_error_or_is_another_value(value, data):
    message = bytearray(codec.encode(value, shared=True))
    at = data.draw(st.integers(0, len(message) - 1))
    message[at] = data.draw(st.integers(0, 255))
    decoded(bytes(message))


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


# ---- what stands in a value twice


def shared(value: Any) -> Any:
    return codec.decode(codec.encode(value, shared=True))


@pytest.mark.parametrize(
    "part",
    [
        *([1], {"a": 1}, {1}, bytearray(b"a"), np.zeros(2), np.ma.masked_array([1.0], [True])),
        *(collections.deque([1]), collections.Counter("a"), np.array([None]), np.array(["a"])),
    ],
    ids=lambda part: type(part).__name__,
)
def test_what_can_be_changed_and_stands_in_a_value_twice_arrives_as_one(part: Any) -> None:
    one, (other, alone) = shared([part, (part, [1])])
    assert one is other and type(one) is type(part) and codec.same(one, part)
    assert alone is not one


def test_what_stands_in_it_twice_is_sent_once() -> None:
    part = np.zeros(10_000)
    assert len(codec.encode([part] * 10, shared=True)) < part.nbytes + 1000


def test_lists_that_are_alike_arrive_as_two() -> None:
    one, other = shared([[1], [1]])
    assert one is not other


def test_a_value_that_holds_itself_is_refused() -> None:
    ring: list[Any] = []
    ring.append(ring)
    with pytest.raises(codec.CodecError, match="holds itself"):
        codec.encode(ring, shared=True)
    with pytest.raises(codec.CodecError, match="holds itself"):
        codec.decode(b"l" + struct.pack("<Q", 1) + b"@" + struct.pack("<Q", 0))


def test_a_number_of_nothing_is_refused() -> None:
    with pytest.raises(codec.CodecError, match="number of nothing"):
        codec.decode(b"@" + struct.pack("<Q", 0))


def test_a_value_is_no_larger_for_being_sent_in_parts() -> None:
    unfolded: list[Any] = [0] * 10
    for _ in range(9):
        unfolded = [unfolded] * 10
    with pytest.raises(codec.CodecError, match="too large"):
        codec.encode(unfolded, shared=True)
    data = codec.encode(unfolded, limits=codec.Limits(nodes=10**12), shared=True)
    with pytest.raises(codec.CodecError, match="too large"):
        codec.decode(data)


def test_a_value_is_no_deeper_for_being_sent_in_parts() -> None:
    parts: list[Any] = [[]]
    for _ in range(100):
        parts.append([parts[-1]])
    data = codec.encode(parts, limits=codec.Limits(depth=1000), shared=True)
    with pytest.raises(codec.CodecError, match="nested too deep"):
        codec.decode(data)


# ---- keys that were chosen to share a hash

PRIME = 2**61 - 1  # whole numbers that differ by it have the same hash
COLLIDING = {
    "whole numbers": [number * PRIME for number in range(30_000)],
    "fractions": [Fraction(number * PRIME, 3 * PRIME + 1) for number in range(30_000)],
    "tuples": list(itertools.product([number * PRIME for number in range(170)], repeat=2)),
    "sets": [frozenset([number * PRIME]) for number in range(30_000)],
}


def hashed(tag: bytes, keys: list[Any]) -> bytes:
    """A dictionary or a set of keys as it travels; to make it would take minutes."""
    behind = codec.encode(None) if tag == b"d" else b""
    items = b"".join(codec.encode(key) + behind for key in keys)
    return tag + struct.pack("<Q", len(keys)) + items


@pytest.mark.parametrize("tag", [b"d", b"s", b"z"], ids=["dictionary", "set", "frozen set"])
@pytest.mark.parametrize("keys", COLLIDING.values(), ids=COLLIDING.keys())
def test_keys_that_collide_are_refused_before_they_are_told_apart(
    tag: bytes, keys: list[Any]
) -> None:
    with pytest.raises(codec.CodecError, match="too many keys are alike"):
        codec.decode(hashed(tag, keys))


@pytest.mark.parametrize("form", ["Counter", "OrderedDict", "keys", "items", "ordered keys"])
def test_a_form_of_keys_is_no_way_around_that(form: str) -> None:
    pairs = codec.encode([(key, None) for key in COLLIDING["whole numbers"][:9]])
    with pytest.raises(codec.CodecError):
        codec.decode(b"k" + b"t" + struct.pack("<Q", 2) + codec.encode(form) + pairs)


@pytest.mark.parametrize(
    "keys",
    [
        range(100_000),
        map(str, range(50_000)),
        itertools.product([-1, -2], repeat=9),
        (2.0 ** (61 * power) for power in range(-15, 16)),
    ],
    ids=["whole numbers", "texts", "minus one and two", "powers"],
)
def test_honest_keys_are_no_more_alike_than_that(keys: Any) -> None:
    table = dict.fromkeys(keys)
    assert codec.decode(codec.encode(table)) == table


if find_spec("pandas"):

    @pytest.mark.parametrize("kind", ["levels", "categories"])
    def test_values_of_an_index_that_collide_are_refused(kind: str) -> None:
        values = np.array(COLLIDING["whole numbers"][:15_000], object)
        column = ("column", (("numpy", values), None), None)
        index = b"k" + codec.encode(("pandas.Index", column))
        codes = np.zeros(3, np.int8)
        if kind == "levels":
            tree = ("levels", ([Ellipsis], [codes]), ["a"])
        else:
            tree = ("column", (("category", (codes, Ellipsis, False)), None), None)
        whole = b"k" + codec.encode(("pandas.Index", tree))
        with pytest.raises(codec.CodecError):
            codec.decode(whole.replace(b"E", index, 1))

    @pytest.mark.parametrize("code", [-2, 2])
    def test_an_index_has_no_code_of_no_value(code: int) -> None:
        levels = [pd.Index(["a", "b"])]
        tree = ("levels", (levels, [np.array([0, code])]), ["x"])
        with pytest.raises(codec.CodecError):
            codec.decode(b"k" + codec.encode(("pandas.Index", tree)))
