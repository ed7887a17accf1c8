"""Plain data between processes that do not trust each other.

A value is a tree of exact builtin types, numpy scalars and numpy arrays, and of what ``forms``
makes such trees of. Nothing that it carries can run code or choose a class, and every size is
checked before anything of that size is allocated. What has no plain form goes by reference: the
sender's ``refer`` gives it a number and a label, the receiver's ``resolve`` makes of these what it
likes.

Layout: one tag byte, then a fixed or length-prefixed body, little-endian. What can be changed and
stands in a value twice may be sent once: it is numbered as it begins, and the second time is its
number.
"""

import io
import re
import socket
import struct
from collections.abc import Callable, Hashable
from typing import Any

import numpy as np

from . import forms


class CodecError(Exception):
    """The bytes are not a value, or one beyond the limits.

    Its text is one of a few fixed sentences: nothing of what was sent.
    """


class Limits:
    """What a value may be: total bytes, nodes of the tree, its depth, and digits of an integer."""

    def __init__(
        self, size: int = 64 << 20, nodes: int = 2_000_000, depth: int = 60, digits: int = 4_000
    ) -> None:
        self.size, self.nodes, self.depth, self.digits = size, nodes, depth, digits


LIMITS = Limits()
SIMPLE = frozenset(b"NTFifutld")  # all that a coordinator reads
KINDS = "biufcU"  # arrays of objects could hold anything, of dates have units that numpy parses
ITEM = 1 << 16  # bytes of one array element at most (a text of 16,384 characters)
# bytes of keys that may have to be compared because they share a hash; unlike keys share none, but
# whoever chooses them can see to it that all do
COMPARED = 100 << 20

_DTYPE = re.compile(b"[<|][%s][1-9][0-9]{0,4}" % KINDS.encode())
_LENGTH = struct.Struct("<Q")
_FLOAT = struct.Struct("<d")
_SEQUENCES: dict[type, bytes] = {tuple: b"t", list: b"l", set: b"s", frozenset: b"z"}
_SINGLETONS = {b"N"[0]: None, b"T"[0]: True, b"F"[0]: False, b"E"[0]: Ellipsis}
_NUMBERED = frozenset(b"lsdBamk")  # tags of what can be changed
_CHANGEABLE = {list, set, dict, bytearray, np.ndarray, np.ma.MaskedArray}
_AGAIN = b"@"

Refer = Callable[[Any], tuple[int, str]]
Resolve = Callable[[int, str], Any]


def encode(
    value: object, refer: Refer | None = None, limits: Limits = LIMITS, shared: bool = False
) -> bytes:
    """Return the bytes of a value.

    ``refer(value)`` gives number and label of what has no plain form; without it such a value is a
    CodecError. With ``shared`` a list that stands in it twice arrives as one.
    """
    out = io.BytesIO()
    _Encoder(out, refer, limits, shared).put(value, 0)
    return out.getvalue()


class _Walk:
    """How much of a message's limits is used.

    Of each numbered part of the value it keeps nodes, depth and bytes, as if nothing were sent once
    that stands in it twice.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits, self.nodes, self.reached, self.repeated = limits, 0, 0, 0
        self.parts: list[tuple[int, int, int] | None] = []

    def position(self) -> int:
        """Return how many bytes there are up to here."""
        raise NotImplementedError

    def begin(self, depth: int) -> tuple[int, ...]:
        """Begin a part, and give it a number."""
        self.parts.append(None)
        place = self.position() + self.repeated
        begun = len(self.parts) - 1, self.nodes, depth, self.reached, place
        self.reached = depth
        return begun

    def complete(self, begun: tuple[int, ...]) -> None:
        number, nodes, depth, reached, place = begun
        size = self.position() + self.repeated - place
        self.parts[number] = self.nodes - nodes, self.reached - depth, size
        self.reached = max(reached, self.reached)

    def again(self, number: int, depth: int) -> None:
        """Count a part as if it were sent again."""
        part = self.parts[number]
        if part is None:
            raise CodecError("the value holds itself")
        self.nodes += part[0]
        self.repeated += part[2]
        self.reached = max(self.reached, depth + part[1])
        if depth + part[1] > self.limits.depth or self.nodes > self.limits.nodes:
            raise CodecError("the value is too large or nested too deep")


class _Encoder(_Walk):
    def __init__(self, out: io.BytesIO, refer: Refer | None, limits: Limits, shared: bool) -> None:
        super().__init__(limits)
        self.write, self.out, self.refer, self.shared = out.write, out, refer, shared
        # number by id, and what keeps the ids from being used again
        self.numbers: dict[int, int] = {}
        self.kept: list[object] = []

    def position(self) -> int:
        return self.out.tell()

    def put(self, value: Any, depth: int) -> None:
        self.nodes += 1
        if depth > self.reached:
            self.reached = depth
        if (
            depth > self.limits.depth
            or self.nodes > self.limits.nodes
            or self.out.tell() > self.limits.size
        ):
            raise CodecError("the value is too large or nested too deep")
        kind = type(value)
        if kind is str:
            self.block(b"u", value.encode("utf-8", "surrogatepass"))
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
        elif kind is tuple or kind is frozenset:
            self.items(_SEQUENCES[kind], value, depth)
        elif kind in _CHANGEABLE:
            self.changeable(value, depth)
        elif kind is complex:
            self.write(b"c" + _FLOAT.pack(value.real) + _FLOAT.pack(value.imag))
        elif kind is bytes:
            self.block(b"b", value)
        elif kind is slice or kind is range:
            self.write(b":" if kind is slice else b"r")
            for part in (value.start, value.stop, value.step):
                self.put(part, depth + 1)
        elif (
            isinstance(value, np.generic) and kind is value.dtype.type and value.dtype.kind in KINDS
        ):
            self.array(b"n", np.asarray(value))
        else:
            self.changeable(value, depth)

    def changeable(self, value: Any, depth: int) -> None:
        """Send what may have been sent before, or goes by reference."""
        number = self.numbers.get(id(value))
        if number is not None:
            self.again(number, depth)
            self.write(_AGAIN + _LENGTH.pack(number))
            return
        plain = _is_plain(value)
        form = None if plain else forms.of(value)
        if form is None and not plain:
            self.reference(value, depth)
            return
        begun = self.begin(depth)
        if self.shared:
            self.numbers[id(value)] = begun[0]
            self.kept.append(value)
        if form is not None:
            self.write(b"k")
            self.put(form, depth + 1)
        else:
            self.body(value, depth)
        self.complete(begun)

    def body(self, value: Any, depth: int) -> None:
        kind = type(value)
        if kind is dict:
            self.write(b"d" + _LENGTH.pack(len(value)))
            for key, item in value.items():
                self.put(key, depth + 1)
                self.put(item, depth + 1)
        elif kind is bytearray:
            self.block(b"B", bytes(value))
        elif kind is np.ndarray:
            self.array(b"a", value)
        elif kind is np.ma.MaskedArray:
            self.write(b"m")
            self.put(np.asarray(value.data), depth + 1)
            self.put(np.ma.getmaskarray(value), depth + 1)
        else:
            self.items(_SEQUENCES[kind], value, depth)

    def items(self, tag: bytes, value: Any, depth: int) -> None:
        self.write(tag + _LENGTH.pack(len(value)))
        for item in value:
            self.put(item, depth + 1)

    def reference(self, value: object, depth: int) -> None:
        if self.refer is None:
            raise CodecError(f"a {type(value).__name__} has no plain form")
        number, label = self.refer(value)
        self.write(b"h" + _LENGTH.pack(number))
        self.put(label, depth + 1)

    def block(self, tag: bytes, data: bytes) -> None:
        self.write(tag + _LENGTH.pack(len(data)))
        self.write(data)

    def array(self, tag: bytes, value: Any) -> None:
        if self.out.tell() + value.nbytes > self.limits.size:
            raise CodecError("the array is too large (c.IsolatedExecute.message_mb)")
        name = value.dtype.newbyteorder("<").str.encode()
        self.write(tag + bytes([len(name), value.ndim]) + name)
        for length in value.shape:
            self.write(_LENGTH.pack(length))
        self.write(value.astype(value.dtype.newbyteorder("<"), copy=False).tobytes())


def _is_plain(value: Any) -> bool:
    kind = type(value)
    if kind is np.ndarray:
        return value.dtype.kind in KINDS and value.dtype.itemsize <= ITEM
    return kind in _CHANGEABLE and (kind is not np.ma.MaskedArray or value.dtype.kind in KINDS)


def decode(
    data: bytes, resolve: Resolve | None = None, limits: Limits = LIMITS, simple: bool = False
) -> Any:
    """Return the value of a message.

    Parameters
    ----------
    data : bytes
        The message, from whomever.
    resolve : callable, optional
        ``resolve(number, label)`` makes the stand-in of what went by reference.
    limits : Limits
        What a value may use.
    simple : bool
        Whether it may hold numbers, texts, lists, tuples and dictionaries of texts alone. These
        take no longer to make than to send (a fraction may be a sum of hours), and nobody watches
        the clock of who asks for that.

    Raises
    ------
    CodecError
        And nothing else, for whatever bytes.
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
    ):
        raise CodecError("the bytes are not a value") from None
    if decoder.at != len(data):
        raise CodecError("bytes are left over")
    return value


class _Decoder(_Walk):
    def __init__(self, data: bytes, resolve: Resolve | None, limits: Limits, simple: bool) -> None:
        super().__init__(limits)
        self.data, self.resolve, self.simple, self.at = data, resolve, simple, 0
        self.size, self.most_nodes, self.most_depth = len(data), limits.nodes, limits.depth
        self.made: list[Any] = []
        self.compared = 0

    def position(self) -> int:
        return self.at

    def take(self, count: int) -> bytes:
        start = self.at
        self.at = end = start + count
        if end > self.size:
            raise CodecError("the message breaks off")
        return self.data[start:end]

    def length(self, unit: int = 1) -> int:
        """Take a count of things of at least ``unit`` bytes each.

        It is no more than the rest of the message can hold.
        """
        count: int = _LENGTH.unpack_from(self.data, self.at)[0]
        self.at += 8
        if count * unit > self.size - self.at:
            raise CodecError("the message breaks off")
        return count

    def get(self, depth: int) -> Any:
        self.nodes += 1
        if depth > self.reached:
            self.reached = depth
        if depth > self.most_depth or self.nodes > self.most_nodes:
            raise CodecError("the value is too large or nested too deep")
        tag = self.data[self.at]
        self.at += 1
        if self.simple and tag not in SIMPLE:
            raise CodecError("no simple value")
        if tag in _SINGLETONS:
            return _SINGLETONS[tag]
        read = _READERS.get(tag)
        if read is None:
            raise CodecError("unknown kind of value")
        if tag not in _NUMBERED:
            return read(self, depth)
        begun = self.begin(depth)
        self.made.append(None)
        self.made[begun[0]] = value = read(self, depth)
        self.complete(begun)
        return value

    def same(self, depth: int) -> Any:
        number = _LENGTH.unpack(self.take(8))[0]
        if number >= len(self.made):
            raise CodecError("a number of nothing")
        self.again(number, depth)
        return self.made[number]

    def integer(self, _: int) -> int:
        data = self.take(self.length())
        if len(data) > self.limits.digits // 2 + 1:
            raise CodecError("the integer has too many digits")
        return int.from_bytes(data, "little", signed=True)

    def sequence(self, depth: int) -> list[Any]:
        return [self.get(depth + 1) for _ in range(self.length())]

    def mapping(self, depth: int) -> dict[Any, Any]:
        hashes: dict[int, int] = {}
        return {self.key(depth + 1, hashes): self.get(depth + 1) for _ in range(self.length(2))}

    def members(self, depth: int) -> list[Any]:
        hashes: dict[int, int] = {}
        return [self.key(depth + 1, hashes) for _ in range(self.length())]

    def key(self, depth: int, hashes: dict[int, int]) -> Hashable:
        """Read what is about to be hashed: ``hashes`` has how many keys before had the same."""
        start = self.at + self.repeated
        key: Hashable = self.get(depth)
        if self.simple and type(key) is not str:
            raise CodecError("no simple key")
        own = hash(key)
        alike = hashes.get(own, 0)
        hashes[own] = alike + 1
        self.compared += alike * (self.at + self.repeated - start)
        if self.compared > COMPARED:
            raise CodecError("too many keys are alike")
        return key

    def triple(self, kind: type, depth: int) -> Any:
        return kind(*[self.get(depth + 1) for _ in range(3)])

    def masked(self, depth: int) -> Any:
        values, mask = self.get(depth + 1), self.get(depth + 1)
        if (
            type(values) is not np.ndarray
            or type(mask) is not np.ndarray
            or mask.dtype != bool
            or mask.shape != values.shape
        ):
            raise CodecError("the mask does not fit its array")
        return np.ma.MaskedArray(values, mask=mask)

    def array(self, _: int) -> Any:
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
        if count * dtype.itemsize > self.size - self.at:
            raise CodecError("the message breaks off")
        values = np.frombuffer(self.data, dtype, count, self.at) if count else np.empty(0, dtype)
        self.at += values.nbytes
        if dtype.kind == "U":
            _check_characters(values)
        elif dtype.kind == "b" and count and values.view(np.uint8).max() > 1:
            raise CodecError("a truth value is neither true nor false")
        return values.astype(dtype.newbyteorder("=")).reshape(shape)

    def scalar(self, depth: int) -> Any:
        value = self.array(depth)
        if value.ndim:
            raise CodecError("a scalar has dimensions")
        return value[()]

    def form(self, depth: int) -> Any:
        form = self.get(depth + 1)
        if type(form) is not tuple or len(form) != 2 or type(form[0]) is not str:
            raise CodecError("a form without a name")
        try:
            return forms.build(*form)
        except Exception:  # whatever the class makes of a wrong tree
            raise CodecError("the bytes are no value of their kind") from None

    def reference(self, depth: int) -> Any:
        number, label = _LENGTH.unpack(self.take(8))[0], self.get(depth + 1)
        if self.resolve is None or type(label) is not str or len(label) > 200:
            raise CodecError("a reference where none may be")
        return self.resolve(number, label)


def _check_characters(values: Any) -> None:
    """Refuse bits that are no characters: Python dies of some texts that numpy makes of them."""
    codes = values.view("<u4")
    if codes.size and codes.max() > 0x10FFFF:
        raise CodecError("a character that does not exist")


_READERS: dict[int, Callable[[_Decoder, int], Any]] = {
    b"i"[0]: _Decoder.integer,
    b"f"[0]: lambda self, _: _FLOAT.unpack(self.take(8))[0],
    b"c"[0]: lambda self, _: complex(*struct.unpack("<dd", self.take(16))),
    b"u"[0]: lambda self, _: self.take(self.length()).decode("utf-8", "surrogatepass"),
    b"b"[0]: lambda self, _: self.take(self.length()),
    b"B"[0]: lambda self, _: bytearray(self.take(self.length())),
    b"t"[0]: lambda self, depth: tuple(self.sequence(depth)),
    b"l"[0]: _Decoder.sequence,
    b"s"[0]: lambda self, depth: set(self.members(depth)),
    b"z"[0]: lambda self, depth: frozenset(self.members(depth)),
    b"d"[0]: _Decoder.mapping,
    b":"[0]: lambda self, depth: self.triple(slice, depth),
    b"r"[0]: lambda self, depth: self.triple(range, depth),
    b"m"[0]: _Decoder.masked,
    b"a"[0]: _Decoder.array,
    b"n"[0]: _Decoder.scalar,
    b"k"[0]: _Decoder.form,
    b"h"[0]: _Decoder.reference,
    _AGAIN[0]: _Decoder.same,
}


def same(one: object, other: object) -> bool:
    """Return whether two values are the same on the wire (nan equals nan)."""
    try:
        return encode(one) == encode(other)
    except CodecError:
        return False


def clean(text: str) -> str:
    """Return a text without lone surrogates, with which no notebook can be written."""
    return text.encode("utf-8", "replace").decode("utf-8")


# ---- messages over a socket


def send(sock: socket.socket, data: bytes) -> None:
    """Send one message."""
    length = _LENGTH.pack(len(data))
    if len(data) < 1 << 16:
        sock.sendall(length + data)
    else:
        sock.sendall(length)
        sock.sendall(data)


def receive(read: Callable[[int], bytes], limits: Limits = LIMITS) -> bytes:
    """Receive one message.

    ``read(count)`` gives up to so many bytes: a socket's ``recv``, or the ``read`` of its file,
    which asks the system less often.

    Raises
    ------
    EOFError
        At the end.
    CodecError
        For a message that is too long.
    """
    size = _LENGTH.unpack(_exactly(read, 8))[0]
    if size > limits.size + 64:
        raise CodecError("the message is too long")
    return _exactly(read, size)


def _exactly(read: Callable[[int], bytes], count: int) -> bytes:
    data = read(min(1 << 20, count))
    if len(data) == count:
        return data
    # not a list of parts: whoever sends single bytes would have each kept as an object
    filled = bytearray(data)
    while len(filled) < count:
        part = read(min(1 << 20, count - len(filled)))
        if not part:
            raise EOFError("the other side is gone")
        filled += part
    return bytes(filled)
