"""The wire between examiner and student's process: plain data there and back, and no bytes that do more than fail."""
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grading import wire

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**40), 10**40) | st.floats() | st.complex_numbers() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=4),
    max_leaves=20,
)
native = {"endianness": "="}
kinds = (
    arrays.boolean_dtypes() | arrays.integer_dtypes(**native) | arrays.unsigned_integer_dtypes(**native) | arrays.floating_dtypes(sizes=(16, 32, 64), **native)
    | arrays.complex_number_dtypes(sizes=(64, 128), **native)
)  # fmt: skip


@given(plain)
def test_plain_data_come_back_the_same(value):
    again = wire.decode(wire.encode(value))
    assert type(again) is type(value) and wire.same(again, value)


@given(arrays.arrays(kinds, arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)))
def test_arrays_keep_kind_shape_and_values(value):
    again = wire.decode(wire.encode(value))
    assert type(again) is np.ndarray and again.dtype == value.dtype and again.shape == value.shape
    assert wire.same(again, value)


@pytest.mark.parametrize("value", [np.float64(0.1), np.int32(-3), np.bool_(True), np.str_("a"), np.complex64(1j)], ids=str)
def test_numpy_scalars_keep_their_type(value):
    again = wire.decode(wire.encode(value))
    assert type(again) is type(value) and again == value


def test_masked_arrays_keep_their_mask():
    value = np.ma.masked_array([1.0, 2.0, 3.0], mask=[False, True, False])
    again = wire.decode(wire.encode(value))
    assert type(again) is np.ma.MaskedArray and again.tolist() == [1.0, None, 3.0]


class Number(float):
    pass


@pytest.mark.parametrize("value", [Number(1), np.array([None]), object(), np.zeros(2).view(type("Mine", (np.ndarray,), {})), len], ids=str)
def test_whatever_is_not_exactly_plain_goes_by_reference_or_not_at_all(value):
    with pytest.raises(wire.WireError, match="no plain form"):
        wire.encode(value)
    assert wire.decode(wire.encode(value, lambda v: (7, "label")), lambda number, label: (number, label)) == (7, "label")


@settings(max_examples=500)
@given(st.binary(max_size=200))
def test_hostile_bytes_raise_a_wire_error_and_nothing_else(data):
    try:
        wire.decode(data, lambda number, label: None)
    except wire.WireError:
        pass


@settings(max_examples=300)
@given(plain, st.data())
def test_a_spoiled_message_raises_a_wire_error_or_is_another_value(value, data):
    message = bytearray(wire.encode(value))
    at = data.draw(st.integers(0, len(message) - 1))
    message[at] = data.draw(st.integers(0, 255))
    try:
        wire.decode(bytes(message), lambda number, label: None)
    except wire.WireError:
        pass


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
    with pytest.raises(wire.WireError):
        wire.decode(data)


def test_too_deep_and_too_long_are_refused_on_either_side():
    nested = []
    for _ in range(100):
        nested = [nested]
    limits = wire.Limits(size=1000)
    for value, bounds in ((nested, wire.LIMITS), (bytes(5000), limits), (np.zeros(1000), limits), (10**100_000, wire.LIMITS)):
        with pytest.raises(wire.WireError):
            wire.encode([value, value], limits=bounds)
    with pytest.raises(wire.WireError):
        wire.decode(wire.encode(bytes(5000)), limits=limits)


@pytest.mark.parametrize("name", [b",", b"(1,2)f8,", b"f8,f8", b"O", b"<M8", b"<f8\n", b"V3"])
def test_an_array_names_one_plain_kind_and_nothing_that_numpy_would_parse(name):
    with pytest.raises(wire.WireError):
        wire.decode(b"a" + bytes([len(name), 0]) + name + bytes(16))
