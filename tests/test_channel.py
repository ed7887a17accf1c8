"""What examiner and student's process may ask of each other, and what an answer can say."""

import ast
import enum
import inspect
import io
import math
import pathlib
import re
import socket
import sys
import types
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from nbgrader_isolated import coordinator, feedback, plan, workers
from nbgrader_isolated.channel import codec, copies, lending, models, peer, proxies
from nbgrader_isolated.sandbox import containment
from nbgrader_isolated.worker import examiner
from tests import attacks, tiers

CELL: dict[str, Any] = {
    "random": False,
    "draws": False,
    "changes": False,
    "lends": [],
    "statements": {},
    "modules": {},
    "follows": [],
    "files": [],
}
TIER = containment.strongest()


@pytest.fixture
def tier() -> str:
    return str(tiers.or_skip(TIER))


class Other:
    """The other end of an examination: what it sends is read later."""

    def __init__(self) -> None:
        ours, self.sock = socket.socketpair()
        ours.settimeout(20)
        self.sock.settimeout(20)
        self.examination = examiner.Examination(ours, 1, CELL, {})

    def says(self, *messages: Any) -> examiner.Examination:
        for message in messages:
            codec.send(self.sock, codec.encode(message, self.refer))
        return self.examination

    def refer(self, value: Any) -> tuple[int, str]:
        """``Of(7, "|call")`` is an object of the other side's."""
        return value

    def heard(self) -> Any:
        return codec.decode(codec.receive(self.sock.recv), lambda number, label: (number, label))


class Of(tuple[int, str]):
    """Number and label."""


@pytest.fixture
def other() -> Other:
    return Other()


# ---- lost


SENTENCES = {
    node.value
    for module in (codec, peer, proxies, examiner)
    for node in ast.walk(ast.parse(inspect.getsource(module)))
    if isinstance(node, ast.Constant) and isinstance(node.value, str)
}


@pytest.mark.parametrize(
    "message",
    [
        "secret",
        ("secret",),
        ("return", "secret"),
        ("raise", "secret"),
        ("secret", 1, 2, 3),
        ("callback", "secret", (), {}),
        ("lent", "get", "secret", ("secret",)),
        ("return", {"secret": Of((4, "secret" * 100))}, []),
        ("return", Of((5, "")), []),
    ],
    ids=str,
)
def test_what_a_lost_process_sent_is_not_quoted(other: Other, message: Any) -> None:
    with pytest.raises(examiner.StudentProcessError) as lost:
        proxies.request(other.says(message), "get", "f")
    text = str(lost.value).removeprefix("the student's process ")
    inner = re.search(r"\((.*)\)$", text)
    known = {text} if inner is None else {inner[1]}
    assert known <= SENTENCES and "secret" not in str(lost.value)


def test_bytes_that_are_no_message_are_not_quoted(other: Other) -> None:
    codec.send(other.sock, b"u" + b"\x09" + bytes(7) + b"secret \xff!")
    with pytest.raises(examiner.StudentProcessError) as lost:
        proxies.request(other.examination, "get", "f")
    assert "secret" not in str(lost.value) and not re.search(r"\d", str(lost.value))


def test_a_state_of_a_generator_that_is_none_is_not_quoted(other: Other) -> None:
    with pytest.raises(examiner.StudentProcessError) as lost:
        other.says(("return", (("secret", 1, 2, 3, 4), 5), [])).random(None, None)
    assert "secret" not in str(lost.value)


@pytest.mark.parametrize("attack", ["crash_when_called", "keys_that_collide"])
def test_a_call_that_is_lost_ends_its_test_as_a_student_process_error(
    attack: str, tier: str
) -> None:
    cells, task, _ = attacks.planted(attack)
    lost = [
        [output for output in test.outputs if output["output_type"] == "error"]
        for name, test in attacks.run(cells, tier).tests.items()
        if name.partition("-")[0] == task and not test.passed
    ]
    assert lost
    for errors in lost:
        assert {error["ename"] for error in errors} <= set(feedback.TOLD)
        assert "PeerLostError" not in str(errors)


# ---- one object, one handle


def test_a_function_is_equal_to_itself_and_to_no_other(other: Other) -> None:
    answer = ("return", [Of((4, "|call")), Of((4, "|call")), Of((6, "|call"))], [])
    one, same, another = proxies.request(other.says(answer), "get", "functions")
    assert one == same and one != another and hash(one) == hash(same)


def test_a_function_that_is_said_to_be_a_modules_is_equal_to_it_and_stays_the_students(
    other: Other,
) -> None:
    answers = ("return", Of((4, "|call|math.sqrt")), []), ("return", 7.0, [])
    root = proxies.request(other.says(*answers), "get", "root")
    assert root == math.sqrt and math.sqrt == root and root != math.sin
    assert root(4) == 7


def test_only_a_function_that_a_module_has_under_its_name_is_said_to_be_its() -> None:
    fake = types.FunctionType((lambda: 1).__code__, {}, "sqrt")
    fake.__module__ = "math"
    assert proxies.origin(math.sqrt) == "math.sqrt"
    assert proxies.origin(fake) == proxies.origin(len.__call__) == proxies.origin(4) == ""


def test_a_handle_is_forgotten_when_nobody_has_it(other: Other) -> None:
    for number in range(4, 40, 2):
        proxies.request(other.says(("return", Of((number, "")), [])), "get", "f")
    assert len(other.examination.known) <= 1


@pytest.mark.parametrize(
    "names",
    [["x"] * 2_000, "x", [1, None, ("x",)], ["_x", "__class__", "not a name", "1"]],
    ids=["endless", "no list", "no texts", "no public names"],
)
def test_names_of_an_object_are_public_and_few(other: Other, names: Any) -> None:
    handle = proxies.request(other.says(("return", Of((4, "")), [])), "get", "thing")
    other.says(("return", names, []))
    assert dir(handle) == []


def test_names_of_an_object_are_what_it_says(other: Other) -> None:
    handle = proxies.request(other.says(("return", Of((4, "")), [])), "get", "thing")
    other.says(("return", ["value", "name", "_own"], []))
    assert dir(handle) == ["name", "value"]


# ---- values as large as the instructor allows


@pytest.mark.parametrize(("limits", "passed"), [({}, True), ({"message_mb": 65}, False)])
def test_a_value_is_as_large_as_the_instructor_allows(
    limits: dict[str, int], passed: bool, tier: str
) -> None:
    cells = [
        {
            "role": "student",
            "name": "",
            "source": "import numpy as np\nf = lambda: np.ones(66 << 20, 'u1')",
        },
        {"role": "tests", "name": "t", "source": "assert f().sum() == 66 << 20"},
    ]
    made = plan.make(attacks.notebook(cells))
    run = coordinator.run(workers.server(), tier, cells, made, limits)
    (test,) = run.tests.values()
    assert test.passed is passed and not run.left_out
    assert passed or "too large" in str(test.outputs)


# ---- objects of the test's own


class Cart:
    """What a test lends; its class is one of a notebook's cells."""

    __module__ = "__main__"
    rate = 0.5

    def __init__(self) -> None:
        self.prices, self._secret = [1.0, 2.0], 42
        self.given = print
        self.file = io.StringIO()

    def total(self) -> float:
        return sum(self.prices)

    def take(self, price: float) -> None:
        self.prices.append(price)

    def _hidden(self) -> int:
        return self._secret

    @property
    def most(self) -> float:
        return max(self.prices)

    def __len__(self) -> int:
        return len(self.prices)

    def __iter__(self) -> Iterator[float]:
        return iter(self.prices)

    def lines(self) -> Iterator[float]:
        yield from self.prices


class Word(str):
    __module__ = "__main__"


class Table(np.ndarray):
    __module__ = "__main__"


class Place(type(pathlib.Path())):  # type: ignore[misc]
    __module__ = "__main__"


class Colour(enum.Enum):
    __module__ = "__main__"
    RED = 1


REFUSED = [
    ("get", ("_secret",)),
    ("get", ("__class__",)),
    ("get", ("__dict__",)),
    ("get", ("__init__",)),
    ("get", ("total.__func__",)),
    ("get", ("",)),
    ("get", (b"rate",)),
    ("get", (None,)),
    ("get", (["rate"],)),
    ("get", ()),
    ("get", ("rate", 1)),
    ("change", ("_secret", 1)),
    ("change", ("total", 1)),
    ("set", ("_secret", 1)),
    ("set", ("__class__", dict)),
    ("set", ("total", 1)),
    ("set", ("given", 1)),
    ("set", ("most", 1)),
    ("method", ("_hidden", (), {})),
    ("method", ("__init__", (), {})),
    ("method", ("prices", (), {})),
    ("method", ("given", (), {})),
    ("method", ("total", 3, {})),
    ("operator", ("getitem", 0)),
    ("operator", ("call", (), {})),
    ("operator", ("__class__",)),
    ("operator", ("str",)),
    ("operator", (["len"],)),
    ("next", ()),
    ("__class__", ()),
    (None, ()),
    (["get"], ("rate",)),
    ("get", ["rate"]),
]


@pytest.mark.parametrize(("what", "words"), REFUSED, ids=str)
def test_of_a_lent_object_nothing_can_be_had_but_what_is_public(what: Any, words: Any) -> None:
    cart = Cart()
    with pytest.raises((AttributeError, TypeError)):
        lending.serve(what, cart, words)
    assert vars(cart).keys() == vars(Cart()).keys() and cart.total() == 3.0


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (Word("a"), "format"),
        (Word("a"), "format_map"),
        (np.zeros(2).view(Table), "tofile"),
        (np.zeros(2).view(Table), "dump"),
        (Place("a"), "write_text"),
        (Place("a"), "unlink"),
    ],
    ids=lambda part: str(part),
)
def test_what_a_class_has_from_a_library_is_not_lent_with_it(value: Any, name: str) -> None:
    for what, words in (("get", (name,)), ("method", (name, ("x",), {}))):
        with pytest.raises(AttributeError):
            lending.serve(what, value, words)


@pytest.mark.parametrize(
    "value",
    [3, [], {}, print, len, sys, Cart, type, types, lambda: 0, open, (i for i in []), np.zeros(2)],
    ids=lambda value: type(value).__name__,
)
def test_nothing_is_served_of_what_is_no_object_of_the_tests_own(value: Any) -> None:
    with pytest.raises((AttributeError, TypeError)):
        lending.serve("get", value, ("__class__",))
    with pytest.raises((AttributeError, TypeError)):
        lending.serve("get", value, ("append",))


@pytest.mark.parametrize(
    "value",
    [
        print,
        open,
        eval,
        sys,
        sys._getframe(),
        (lambda: 0).__code__,
        (i for i in []),
        io.StringIO().write,
        np.load,
        dict,
        memoryview(b""),
        types.MappingProxyType({}),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__),
)
def test_what_a_lent_object_gives_is_data_or_the_tests_own(value: Any) -> None:
    with pytest.raises(codec.CodecError):
        lending.label(value, strict=True)


def test_what_is_public_of_a_lent_object_can_be_had() -> None:
    cart = Cart()
    assert lending.serve("get", cart, ("prices",)) == (False, [1.0, 2.0])
    assert lending.serve("get", cart, ("rate",)) == (False, 0.5)
    assert lending.serve("get", cart, ("most",)) == (False, 2.0)
    assert lending.serve("get", cart, ("total",)) == (True, None)
    assert lending.serve("method", cart, ("total", (), {})) == 3.0
    assert lending.serve("operator", cart, ("len",)) == 2
    drawing = lending.serve("operator", cart, ("iter",))
    assert lending.serve("next", drawing, ()) == (True, 1.0)
    lending.serve("set", cart, ("note", "new"))
    assert cart.note == "new"  # type: ignore[attr-defined]
    assert lending.serve("get", Colour.RED, ("name",)) == (False, "RED")


@pytest.mark.parametrize("what", ["get", "method", "operator", "set", "next"])
def test_what_was_not_lent_cannot_be_asked_for(other: Other, what: str) -> None:
    exam = other.examination
    number, _ = exam.refer(Cart())
    for value in (Of((number + 2, "")), Of((number + 1, "")), 3, "cart", None):
        strange = Other()
        strange.examination.refer(Cart())
        with pytest.raises(examiner.StudentProcessError):
            proxies.request(strange.says(("lent", what, value, ("prices",))), "get", "f")


def test_what_was_lent_to_one_copy_is_not_served_to_another(other: Other) -> None:
    cart = Cart()
    number, _ = other.examination.refer(cart)
    request = ("lent", "get", Of((number, "")), ("prices",))
    other.says(request, ("return", None, []))
    proxies.request(other.examination, "get", "f")
    assert other.heard()[0] == "get" and other.heard() == ("return", (False, [1.0, 2.0]), [])
    with pytest.raises(examiner.StudentProcessError):
        proxies.request(Other().says(request), "get", "f")


@pytest.mark.parametrize(("changes", "left"), [(False, [1.0, 2.0]), (True, [1.0, 2.0, 9.0])])
def test_a_lent_object_stays_as_it_is_where_the_reference_leaves_it_so(
    other: Other, changes: bool, left: list[float]
) -> None:
    cart, exam = Cart(), other.examination
    prices, exam.copies = cart.prices, changes
    number, _ = exam.refer(cart)
    lent = Of((number, ""))
    other.says(
        ("lent", "method", lent, ("take", (9.0,), {})),
        ("lent", "set", lent, ("note", "mine")),
        ("return", (None, (), {}), []),
    )
    exam.ask("call", None, (), {})
    assert cart.prices == left and cart.prices is prices
    assert hasattr(cart, "note") is changes and exam.changed is changes


def test_what_a_lent_object_leads_to_stays_as_it_is_too(other: Other) -> None:
    class Link:
        __module__ = "__main__"

        def __init__(self, value: int, to: "Link | None" = None) -> None:
            self.value, self.to = value, [to]

        def spoil(self) -> None:
            assert self.to[0]
            self.to[0].value = 9

    end = Link(1)
    number, _ = other.examination.refer(Link(2, end))
    other.says(("lent", "method", Of((number, "")), ("spoil", (), {})), ("return", None, []))
    other.examination.ask("get", "f")
    assert end.value == 1


def test_a_state_brings_back_attributes_items_and_slots() -> None:
    class Bag(list[int]):
        __module__ = "__main__"
        __slots__ = ("owner",)

    bag = Bag([1, 2])
    bag.owner = "me"
    state = copies.State(bag)
    assert not state.changed()
    bag.append(3)
    bag.owner = "you"
    assert state.changed()
    state.restore()
    assert list(bag) == [1, 2] and bag.owner == "me"


# ---- models of a library


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """A library of models, under the name of one that is known."""
    base, linear = types.ModuleType("sklearn.base"), types.ModuleType("sklearn.linear")
    base.BaseEstimator = type("BaseEstimator", (), {"__module__": "sklearn.base"})  # type: ignore[attr-defined]
    about = {"__module__": "sklearn.linear", "predict": lambda self, x: "here", "kind": "line"}
    linear.Line = type("Line", (base.BaseEstimator,), about)  # type: ignore[attr-defined]
    linear.helper = print  # type: ignore[attr-defined]
    linear.Other = type("Other", (), {"__module__": "sklearn.linear"})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sklearn.base", base)
    monkeypatch.setitem(sys.modules, "sklearn.linear", linear)
    return linear


@pytest.mark.parametrize(
    "name",
    [
        *("os.system", "sklearn.linear.helper", "sklearn.linear.Other", "sklearn.linear.absent"),
        *(
            "sklearn.svm.SVC",
            "sklearn",
            "builtins.dict",
            "sklearn.linear.Line.predict",
            "sklearn..",
        ),
        "",
    ],
)
def test_a_model_is_of_a_class_of_models_that_is_loaded(
    library: types.ModuleType, name: str
) -> None:
    assert models.known(name) is None


def test_a_model_has_its_class_and_all_else_from_over_there(
    other: Other, library: types.ModuleType
) -> None:
    label = f"{models.name(library.Line)}|model"
    model = proxies.request(other.says(("return", Of((4, label)), [])), "get", "model")
    assert type(model) is library.Line
    other.says(("return", "there", []), ("return", 2.5, []))
    assert model.predict([1]) == "there" and model.slope_ == 2.5
    asked = [other.heard() for _ in range(3)]
    assert asked[1][0] == "method" and asked[2] == ("attribute", (4, ""), "slope_")
    with pytest.raises(AttributeError):
        _ = model._own
    assert exam_number(other, model) == 4


def exam_number(other: Other, value: Any) -> int:
    return other.examination.refer(value)[0]


def test_a_model_of_the_tests_own_is_not_touched(library: types.ModuleType) -> None:
    models.known("sklearn.linear.Line")
    own = library.Line()
    assert own.predict(1) == "here"
    with pytest.raises(AttributeError, match="'Line' object has no attribute 'slope_'"):
        _ = own.slope_
