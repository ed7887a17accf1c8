"""Plain data between processes that do not trust each other.

A value is a tree of exact builtin types, numpy scalars and numpy arrays, and of what ``forms``
makes such trees of. Nothing that it carries can run code or choose a class, and every size is
checked before anything of that size is allocated. What has no plain form goes by reference: the
sender's ``refer`` gives it a number and a label, the receiver's ``resolve`` makes of these what it
likes.

Layout: one tag byte, then a fixed or length-prefixed body, little-endian.
"""

import io
import re
import struct

import numpy as np

from . import forms


class CodecError(Exception):
    """The bytes are not a value, or one beyond the limits."""


class Limits:
    """What a value may be: total bytes, nodes of the tree, its depth, and digits of an integer."""

    def __init__(self, size=64 << 20, nodes=2_000_000, depth=60, digits=4_000):
        self.size, self.nodes, self.depth, self.digits = size, nodes, depth, digits


LIMITS = Limits()
SIMPLE = frozenset(b"NTFifutld")  # all that a coordinator reads
KINDS = "biufcU"  # arrays of objects could hold anything, of dates have units that numpy parses
ITEM = 1 << 16  # bytes of one array element at most (a text of 16,384 characters)

_DTYPE = re.compile(b"[<|][%s][1-9][0-9]{0,4}" % KINDS.encode())
_LENGTH = struct.Struct("<Q")
_FLOAT = struct.Struct("<d")
_SEQUENCES = {tuple: b"t", list: b"l", set: b"s", frozenset: b"z"}
_BUILDERS = {tag[0]: kind for kind, tag in _SEQUENCES.items()}
_SINGLETONS = {b"N"[0]: None, b"T"[0]: True, b"F"[0]: False, b"E"[0]: Ellipsis}


def encode(value, refer=None, limits=LIMITS):
    """Bytes of a value.

    ``refer(value)`` gives number and label of what has no plain form; without it such a value is a
    CodecError.
    """
    out = io.BytesIO()
    _Encoder(out, refer, limits).put(value, 0)
    return out.getvalue()


class _Encoder:
    def __init__(self, out, refer, limits):
        self.write, self.out, self.refer, self.limits, self.nodes = out.write, out, refer, limits, 0

    def put(self, value, depth):
        self.nodes += 1
        if (
            depth > self.limits.depth
            or self.nodes > self.limits.nodes
            or self.out.tell() > self.limits.size
        ):
            raise CodecError("the value is too large or nested too deep")
        kind = type(value)
        if kind is str:
            self.block(b"u", value.encode("utf-8", "surrogatepass"))
        elif kind in _SEQUENCES:
            self.write(_SEQUENCES[kind] + _LENGTH.pack(len(value)))
            for item in value:
                self.put(item, depth + 1)
        elif kind is float:
            self.write(b"f" + _FLOAT.pack(value))
        elif value is None or kind is bool or value is Ellipsis:
            self.write(
                b"N" if value is None else b"E" if value is Ellipsis else b"T" if value else b"F"
            )
        elif kind is int:
            if value.bit_length() > self.limits.digits * 4:
                raise CodecError("the integer has too many digits")
            self.block(b"i", value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True))
        elif kind is complex:
            self.write(b"c" + _FLOAT.pack(value.real) + _FLOAT.pack(value.imag))
        elif kind is bytes:
            self.block(b"b", value)
        elif kind is bytearray:
            self.block(b"B", bytes(value))
        elif kind is dict:
            self.write(b"d" + _LENGTH.pack(len(value)))
            for key, item in value.items():
                self.put(key, depth + 1)
                self.put(item, depth + 1)
        elif kind is slice or kind is range:
            self.write(b":" if kind is slice else b"r")
            for part in (value.start, value.stop, value.step):
                self.put(part, depth + 1)
        elif kind is np.ma.MaskedArray and value.dtype.kind in KINDS:
            self.write(b"m")
            self.put(np.asarray(value.data), depth + 1)
            self.put(np.ma.getmaskarray(value), depth + 1)
        elif kind is np.ndarray and value.dtype.kind in KINDS and value.dtype.itemsize <= ITEM:
            self.array(b"a", value)
        elif (
            isinstance(value, np.generic) and kind is value.dtype.type and value.dtype.kind in KINDS
        ):
            self.array(b"n", np.asarray(value))
        elif (form := forms.of(value)) is not None:
            self.write(b"k")
            self.put(form, depth + 1)
        elif self.refer is not None:
            number, label = self.refer(value)
            self.write(b"h" + _LENGTH.pack(number))
            self.put(label, depth + 1)
        else:
            raise CodecError(f"a {kind.__name__} has no plain form")

    def block(self, tag, data):
        self.write(tag + _LENGTH.pack(len(data)))
        self.write(data)

    def array(self, tag, value):
        if self.out.tell() + value.nbytes > self.limits.size:
            raise CodecError("the array is too large")
        name = value.dtype.newbyteorder("<").str.encode()
        self.write(tag + bytes([len(name), value.ndim]) + name)
        for length in value.shape:
            self.write(_LENGTH.pack(length))
        self.write(value.astype(value.dtype.newbyteorder("<"), copy=False).tobytes())


def decode(data, resolve=None, limits=LIMITS, simple=False):
    """The value of bytes. ``resolve(number, label)`` makes the stand-in of what went by reference.

    With ``simple`` it may hold numbers, texts, lists, tuples and dictionaries of texts alone, which
    take no longer to make than to send: nobody watches the clock of who asks for that. (A fraction
    may be a sum of hours, and a million keys may be chosen to collide.)

    Raises CodecError, and nothing else, for whatever bytes.
    """
    if len(data) > limits.size + 64:
        raise CodecError("the message is too long")
    decoder = _Decoder(bytes(data), resolve, limits, simple)
    try:
        value = decoder.get(0)
    except (
        struct.error,
        IndexError,
        ValueError,
        TypeError,
        OverflowError,
        MemoryError,
        RecursionError,
    ) as error:
        raise CodecError(f"the bytes are not a value: {error}") from None
    if decoder.at != len(data):
        raise CodecError("bytes are left over")
    return value


class _Decoder:
    def __init__(self, data, resolve, limits, simple):
        self.data, self.resolve, self.limits, self.simple, self.at, self.nodes = (
            data,
            resolve,
            limits,
            simple,
            0,
            0,
        )
        self.size, self.most_nodes, self.most_depth = len(data), limits.nodes, limits.depth

    def take(self, count):
        start = self.at
        self.at = end = start + count
        if end > self.size:
            raise CodecError("the message breaks off")
        return self.data[start:end]

    def length(self, unit=1):
        """A count of things of at least ``unit`` bytes each: no more than the rest of the message
        can hold.
        """
        count = _LENGTH.unpack_from(self.data, self.at)[0]
        self.at += 8
        if count * unit > self.size - self.at:
            raise CodecError("the message breaks off")
        return count

    def get(self, depth):
        self.nodes += 1
        if depth > self.most_depth or self.nodes > self.most_nodes:
            raise CodecError("the value is too large or nested too deep")
        tag = self.data[self.at]
        self.at += 1
        if self.simple and tag not in SIMPLE:
            raise CodecError("no simple value")
        if tag in _SINGLETONS:
            return _SINGLETONS[tag]
        if tag in _BUILDERS:
            return _BUILDERS[tag]([self.get(depth + 1) for _ in range(self.length())])
        read = _READERS.get(tag)
        if read is None:
            raise CodecError("unknown kind of value")
        return read(self, depth)

    def integer(self, _):
        data = self.take(self.length())
        if len(data) > self.limits.digits // 2 + 1:
            raise CodecError("the integer has too many digits")
        return int.from_bytes(data, "little", signed=True)

    def mapping(self, depth):
        return {self.key(depth + 1): self.get(depth + 1) for _ in range(self.length(2))}

    def key(self, depth):
        key = self.get(depth)
        if self.simple and type(key) is not str:
            raise CodecError("no simple key")
        return key

    def triple(self, kind, depth):
        return kind(*[self.get(depth + 1) for _ in range(3)])

    def masked(self, depth):
        values, mask = self.get(depth + 1), self.get(depth + 1)
        if (
            type(values) is not np.ndarray
            or type(mask) is not np.ndarray
            or mask.dtype != bool
            or mask.shape != values.shape
        ):
            raise CodecError("the mask does not fit its array")
        return np.ma.MaskedArray(values, mask=mask)

    def array(self, _):
        name_length, dimensions = self.take(2)
        name = self.take(name_length)
        # numpy parses more than names of kinds: lists of fields, Python literals
        if not _DTYPE.fullmatch(name):
            raise CodecError("unknown kind of array")
        dtype = np.dtype(name.decode())
        if dtype.itemsize > ITEM:
            raise CodecError("unknown kind of array")
        shape = [_LENGTH.unpack(self.take(8))[0] for _ in range(dimensions)]
        count = 1
        for length in shape:
            count *= length
        data = self.take(count * dtype.itemsize)
        values = np.frombuffer(data, dtype=dtype, count=count) if data else np.empty(count, dtype)
        if dtype.kind == "U":
            _check_characters(data)
        elif dtype.kind == "b" and data and np.frombuffer(data, np.uint8).max() > 1:
            raise CodecError("a truth value is neither true nor false")
        return values.astype(dtype.newbyteorder("=")).reshape(shape)

    def scalar(self, depth):
        value = self.array(depth)
        if value.ndim:
            raise CodecError("a scalar has dimensions")
        return value[()]

    def form(self, depth):
        form = self.get(depth + 1)
        if type(form) is not tuple or len(form) != 2 or type(form[0]) is not str:
            raise CodecError("a form without a name")
        try:
            return forms.build(*form)
        except Exception as error:  # whatever the class makes of a wrong tree
            raise CodecError(f"the bytes are no {form[0][:40]}: {type(error).__name__}") from None

    def reference(self, depth):
        number, label = _LENGTH.unpack(self.take(8))[0], self.get(depth + 1)
        if self.resolve is None or type(label) is not str or len(label) > 200:
            raise CodecError("a reference where none may be")
        return self.resolve(number, label)


def _check_characters(data):
    """numpy makes a str of any 32 bits; Python dies of some of them."""
    codes = np.frombuffer(data, "<u4")
    if codes.size and codes.max() > 0x10FFFF:
        raise CodecError("a character that does not exist")


_READERS = {
    b"i"[0]: _Decoder.integer,
    b"f"[0]: lambda self, _: _FLOAT.unpack(self.take(8))[0],
    b"c"[0]: lambda self, _: complex(*struct.unpack("<dd", self.take(16))),
    b"u"[0]: lambda self, _: self.take(self.length()).decode("utf-8", "surrogatepass"),
    b"b"[0]: lambda self, _: self.take(self.length()),
    b"B"[0]: lambda self, _: bytearray(self.take(self.length())),
    b"d"[0]: _Decoder.mapping,
    b":"[0]: lambda self, depth: self.triple(slice, depth),
    b"r"[0]: lambda self, depth: self.triple(range, depth),
    b"m"[0]: _Decoder.masked,
    b"a"[0]: _Decoder.array,
    b"n"[0]: _Decoder.scalar,
    b"k"[0]: _Decoder.form,
    b"h"[0]: _Decoder.reference,
}


def same(one, other):
    """Whether two values are the same on the wire (nan equals nan)."""
    try:
        return encode(one) == encode(other)
    except CodecError:
        return False


def clean(text):
    """Text without lone surrogates, with which no notebook can be written."""
    return text.encode("utf-8", "replace").decode("utf-8")


# ---- messages over a socket


def send(sock, data):
    """Send one message."""
    sock.sendall(_LENGTH.pack(len(data)) + data)


def receive(read, limits=LIMITS):
    """Receive one message.

    ``read(count)`` gives up to so many bytes: a socket's ``recv``, or the ``read`` of its file,
    which asks the system less often.

    Raises EOFError at the end, CodecError for a message that is too long.
    """
    size = _LENGTH.unpack(_exactly(read, 8))[0]
    if size > limits.size + 64:
        raise CodecError("the message is too long")
    return _exactly(read, size)


def _exactly(read, count):
    data = read(min(1 << 20, count))
    if len(data) == count:
        return data
    data = bytearray(data)
    while len(data) < count:
        part = read(min(1 << 20, count - len(data)))
        if not part:
            raise EOFError("the other side is gone")
        data += part
    return bytes(data)
