"""Calls between examiner and student: one asks, the other answers, and may ask back before it does.

Both ends speak the same protocol over a socket. Plain data go by value, everything else by a number
that only its owner can turn into an object.
"""

import socket
import weakref
from collections.abc import Callable, MutableMapping
from typing import Any, NoReturn

from . import codec


class PeerLostError(BaseException):
    """The other side is gone, too slow or talks nonsense.

    It sticks, and no ``except Exception`` of a test takes it for an answer. Its text is one of a
    few fixed sentences: nothing of what the other side sent.
    """


class Peer:
    """One end of a connection.

    Parameters
    ----------
    sock : socket.socket
        The connection.
    parity : int
        Whose numbers are whose: an end numbers its own objects 0, 2, 4, … or 1, 3, 5, …
    label : callable
        Names an object of this side's.
    stand_in : callable
        ``stand_in(peer, number, label)`` makes what stands for an object of the other side's, once
        as long as it is in use.
    limits : Limits
        What a message may use.
    """

    DEPTH = 40  # calls within calls
    CALLBACKS = 200_000  # that one request may cause

    other = "the other process"
    lost_error: type[PeerLostError] = PeerLostError

    def __init__(
        self,
        sock: socket.socket,
        parity: int,
        label: Callable[[Any], str],
        stand_in: Callable[[Any, int, str], Any],
        limits: codec.Limits = codec.LIMITS,
    ) -> None:
        self.sock, self.parity, self.label, self.stand_in, self.limits = (
            sock,
            parity,
            label,
            stand_in,
            limits,
        )
        self.objects: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}
        self.known: MutableMapping[int, Any] = weakref.WeakValueDictionary()
        self.lost: PeerLostError | None = None
        self.file: Any = None
        self.depth = 0

    # ---- references

    def refer(self, value: Any) -> tuple[int, str]:
        """Return number and label of an object."""
        number = type(value).number_of(value, self) if hasattr(type(value), "number_of") else None
        if number is not None:
            return number, ""
        label = self.label(value)
        number = self.numbers.get(id(value))
        if number is None:
            number = 2 * len(self.objects) + self.parity
            # the table keeps the object alive, so that its id stays its own
            self.objects[number], self.numbers[id(value)] = value, number
        return number, label

    def resolve(self, number: int, label: str) -> Any:
        """Return the object of this side's that has a number, or what stands for the other's."""
        if number % 2 == self.parity:
            try:
                return self.objects[number]
            except KeyError:
                raise codec.CodecError("a reference to nothing") from None
        found = self.known.get(number)
        if found is None:
            self.known[number] = found = self.stand_in(self, number, label)
        return found

    # ---- messages

    def send(self, message: tuple[Any, ...]) -> None:
        """Send a message.

        Raises
        ------
        CodecError
            If it holds what cannot travel.
        """
        data = codec.encode(message, self.refer, self.limits, shared=True)
        try:
            codec.send(self.sock, data)
        except OSError:
            self.lose("is gone")

    def receive(self) -> Any:
        """Receive a message."""
        try:
            if self.file is None:
                self.file = self.sock.makefile("rb", 1 << 16)
            return codec.decode(
                codec.receive(self.file.read, self.limits), self.resolve, self.limits
            )
        except TimeoutError:
            self.lose("took too long to answer")
        except (EOFError, OSError):
            self.lose("ended before it answered")
        except codec.CodecError as error:
            self.lose(f"sent what cannot be read ({error})")

    def lose(self, reason: str) -> NoReturn:
        """Give the other side up, for good; ``reason`` is a fixed end of a sentence about it."""
        self.lost = self.lost_error(f"{self.other} {reason}")
        raise self.lost from None

    def ask(self, *request: Any) -> tuple[Any, ...]:
        """Send a request, and serve what the other side asks meanwhile.

        Returns
        -------
        tuple
            The answer, which begins with its kind: ``return`` or ``raise``.

        Raises
        ------
        PeerLostError
            If the other side is gone, too slow or talks nonsense.
        """
        if self.lost:
            raise self.lost
        self.send(request)
        return self.until_answer()

    def until_answer(self) -> tuple[Any, ...]:
        """Serve what the other side asks until it answers."""
        for _ in range(self.CALLBACKS):
            message = self.receive()
            if type(message) is not tuple or not message or type(message[0]) is not str:
                self.lose("sent no message")
            if message[0] in ("return", "raise"):
                return message
            self.depth += 1
            if self.depth > self.DEPTH:
                self.lose("made calls within calls, too deep")
            try:
                self.reply(message)
            finally:
                self.depth -= 1
        self.lose("called back too often")

    def serve(self) -> None:
        """Answer requests until the other side is gone."""
        while True:
            self.reply(self.receive())

    def answer(self, request: tuple[Any, ...]) -> tuple[Any, ...]:
        """Do what the other side asks for."""
        raise NotImplementedError

    def reply(self, message: tuple[Any, ...]) -> None:
        """Answer a request; an answer that cannot travel becomes an exception that says so."""
        answer = self.answer(message)
        try:
            self.send(answer)
        except codec.CodecError as error:
            text = f"the result cannot be handed over: {error}"
            self.send(("raise", ("ValueError", [text]), [], None))
