"""Throw spoiled and hostile bytes at the wire and at the examiner's end of it.

``python -m benchmarks.fuzz SECONDS [SEED]``. Values are made at random, written, spoiled (bits,
cuts, splices, lengths, tags) and read. Whatever the bytes, reading gives a value or CodecError, and
an examiner that hears them goes on or loses the connection; anything else is printed, and the run
ends with 1.
"""

import random
import resource
import socket
import struct
import sys
import time

import numpy as np

from nbgrader_isolated.channel import codec, proxies
from nbgrader_isolated.channel.peer import PeerLostError
from nbgrader_isolated.worker.examiner import Examination

CELL = {"random": False, "draws": False, "changes": True, "lends": []}


LENT = object()  # where a message is to hold the number of one


class Lent:
    """An object of a test's own."""

    __module__ = "__main__"

    def __init__(self) -> None:
        self.a, self.items = 1, [1, 2]

    def add(self, item: object) -> None:
        self.items.append(item)


# of ``hear``: a rebuilt exception of the student's, or a lost connection
EXPECTED = (
    Exception,
    PeerLostError,
)


def value(rng, depth=0):
    """A random tree of what the wire carries."""
    kind = rng.randrange(19 if depth < 4 else 12)
    if kind < 4:
        return rng.choice(
            [
                None,
                True,
                False,
                Ellipsis,
                rng.randrange(-(2**70), 2**70),
                rng.gauss(0, 1e9),
                float("nan"),
                complex(1, rng.random()),
            ]
        )
    if kind < 7:
        return rng.choice(
            [
                "",
                "wörd",
                "\ud800",
                "x" * rng.randrange(300),
                b"",
                rng.randbytes(rng.randrange(50)),
                bytearray(3),
            ]
        )
    if kind < 12:
        shape = tuple(rng.randrange(4) for _ in range(rng.randrange(4)))
        array = np.array(rng.random()) * np.ones(shape)
        array = array.astype(rng.choice(["f8", "f4", "i8", "i1", "u2", "c16", "?", "U7"]))
        return rng.choice(
            [
                array,
                array.reshape(-1)[:1].sum() if array.dtype.kind in "fiuc" else array,
                np.ma.masked_invalid(array) if array.dtype.kind == "f" else array,
            ]
        )
    items = [value(rng, depth + 1) for _ in range(rng.randrange(5))]
    if kind < 15:
        return rng.choice([list, tuple])(items)
    if kind < 17:
        return {rng.choice(["a", 1, (2, "b"), b"k"]): item for item in items}
    return rng.choice([slice(1, None, 2), range(3, 900, 7), {1, "a"}, frozenset((2.5,))])


def spoil(rng, data):
    """The bytes, changed in one of the ways in which bytes go wrong."""
    data = bytearray(data)
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(data) + 1)
        way = rng.randrange(7)
        if way == 0 and data:
            data[at - 1] ^= 1 << rng.randrange(8)
        elif way == 1:
            del data[at:]
        elif way == 2:
            data[at:at] = rng.randbytes(rng.randrange(1, 20))
        elif way == 3:
            data[at : at + 8] = struct.pack(
                "<Q", rng.choice([0, 1, 2**31, 2**63, 2**64 - 1, rng.randrange(2000)])
            )
        elif way == 4:
            data[at : at + 1] = rng.choice([bytes([tag]) for tag in b"ltdhanmsiuzkbB:r@"])
        elif way == 5:
            data[at:at] = data[: rng.randrange(len(data) + 1)]
        else:
            data[at:at] = b"l" + struct.pack("<Q", 1) * rng.randrange(1, 80)
    return bytes(data)


def hear(rng, data):
    """An examiner asks for a name and hears these bytes."""
    ours, theirs = socket.socketpair()
    ours.settimeout(5)
    exam = Examination(ours, 1, CELL, {})
    lent = Lent()
    exam.refer(lent)
    try:
        if len(data) < 150_000:
            whole = rng.random() < 0.8
            theirs.sendall((struct.pack("<Q", len(data)) if whole else b"") + data)
        theirs.shutdown(socket.SHUT_WR)
        proxies.request(exam, "call", proxies.stand_in(exam, 2, "|call"), ([1.0],), {})
    finally:
        assert type(lent) is Lent and {"a", "items"} <= vars(lent).keys()
        ours.close()
        theirs.close()


def main(seconds, seed=0):
    rng, end, tried, values, told = (
        random.Random(seed),
        time.monotonic() + seconds,
        0,
        0,
        time.monotonic(),
    )
    limits = codec.Limits(size=1 << 20)
    while time.monotonic() < end:
        if rng.random() < 0.3:
            what = rng.choice(["get", "set", "method", "operator", "next", value(rng)])
            words = (rng.choice(["a", "items", "add", "_a", value(rng)]), value(rng), value(rng))
            message = ("lent", what, LENT, words[: rng.randrange(4)])
        else:
            kind = value(rng) if rng.random() < 0.5 else rng.choice(["return", "raise", "callback"])
            message = (kind, value(rng), {"printed": value(rng)})
        good = codec.encode(message, lambda _: (1, ""), shared=True)
        if not codec.same(
            codec.decode(good, lambda *_: "lent"),
            tuple("lent" if part is LENT else part for part in message),
        ):
            sys.exit(f"round trip fails with seed {seed}, message {tried}: {message!r}")
        bad = spoil(rng, good) if rng.random() < 0.95 else good
        try:
            codec.decode(bad, lambda number, label: (number, label), limits)
            values += 1
        except codec.CodecError:
            pass
        try:
            hear(rng, bad)
        except EXPECTED as error:
            if type(error).__module__ not in (
                "builtins",
                "nbgrader_isolated.worker.examiner",
                "numpy.linalg",
                "numpy.exceptions",
            ):
                sys.exit(f"{type(error)} with seed {seed}, message {tried}: {bad!r}")
        tried += 1
        if time.monotonic() - told > 60:
            told = time.monotonic()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
            print(
                f"{tried:,} messages, {values:,} of them still values, peak memory {peak} MB, "
                f"{end - told:.0f} s left",
                flush=True,
            )
    print(f"{tried:,} messages in {seconds} s with seed {seed}: no byte did what it may not")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
