"""Calls between examiner and student: one asks, the other answers, and may ask back before it does.

Both ends speak the same protocol over a socket. Plain data go by value, everything else by a number
that only its owner can turn into an object.
"""

from . import codec


class PeerLostError(BaseException):
    """The other side is gone, too slow or talks nonsense.

    It sticks, and no ``except Exception`` of a test takes it for an answer.
    """


class Peer:
    """One end of a connection.

    ``answer(request)`` does what the other side asks for; ``resolve`` makes its stand-ins.

    ``parity`` tells whose numbers are whose: an end numbers its own objects 0, 2, 4, … or 1, 3, 5,
    …
    """

    DEPTH = 40  # calls within calls
    CALLBACKS = 200_000  # that one request may cause

    def __init__(self, sock, parity, label, stand_in, limits=codec.LIMITS):
        self.sock, self.parity, self.label, self.stand_in, self.limits = (
            sock,
            parity,
            label,
            stand_in,
            limits,
        )
        self.objects, self.numbers = {}, {}
        self.lost, self.file, self.depth = None, None, 0

    # ---- references

    def refer(self, value):
        number = type(value).number_of(value, self) if hasattr(type(value), "number_of") else None
        if number is not None:
            return number, ""
        number = self.numbers.get(id(value))
        if number is None:
            number = 2 * len(self.objects) + self.parity
            # the table keeps the object alive, so that its id stays its own
            self.objects[number], self.numbers[id(value)] = value, number
        return number, self.label(value)

    def resolve(self, number, label):
        if number % 2 == self.parity:
            try:
                return self.objects[number]
            except KeyError:
                raise codec.CodecError("a reference to nothing") from None
        return self.stand_in(self, number, label)

    # ---- messages

    def send(self, message):
        try:
            codec.send(self.sock, codec.encode(message, self.refer, self.limits))
        except OSError as error:
            self.lose(f"the other process is gone ({error.strerror})")

    def receive(self):
        try:
            if self.file is None:
                self.file = self.sock.makefile("rb", 1 << 16)
            return codec.decode(
                codec.receive(self.file.read, self.limits), self.resolve, self.limits
            )
        except TimeoutError:
            self.lose("the answer took too long")
        except (EOFError, OSError):
            self.lose("the other process ended before it answered")
        except codec.CodecError as error:
            self.lose(f"the answer cannot be read: {error}")

    def lose(self, reason):
        self.lost = PeerLostError(reason)
        raise self.lost

    def ask(self, *request):
        """Send a request, serve what the other side asks meanwhile, and return its answer (a tuple
        that begins with its kind).
        """
        if self.lost:
            raise self.lost
        self.send(request)
        return self.until_answer()

    def until_answer(self):
        for _ in range(self.CALLBACKS):
            message = self.receive()
            if type(message) is not tuple or not message or type(message[0]) is not str:
                self.lose("the answer is no message")
            if message[0] in ("return", "raise"):
                return message
            self.depth += 1
            if self.depth > self.DEPTH:
                self.lose("calls within calls, too deep")
            try:
                self.reply(message)
            finally:
                self.depth -= 1
        self.lose("too many calls back")

    def serve(self):
        """Answer requests until the other side is gone."""
        while True:
            self.reply(self.receive())

    def reply(self, message):
        """Answer a request; an answer that cannot travel becomes an exception that says so."""
        answer = self.answer(message)
        try:
            self.send(answer)
        except codec.CodecError as error:
            self.send(
                ("raise", ("ValueError", [f"the result cannot be handed over: {error}"]), [], None)
            )
