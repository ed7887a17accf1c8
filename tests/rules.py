"""The rules of isolated grading, each with what switches it off and the attack that gains then.

A rule is kept on either side: ``RULES`` gives what to patch in the coordinator's process; ``python
-m tests.rules RULE DESCRIPTOR`` is a warm process without the rule, whose forks are student's
process and examiner.
"""

import dataclasses
import functools
import os
import pickle
import struct
import sys

from nbgrader_isolated import coordinator, outputs, plan, workers
from nbgrader_isolated.channel import codec, exceptions, lending, proxies
from nbgrader_isolated.sandbox import contents, forkserver, landlock, namespaces, turns, watch
from nbgrader_isolated.worker import student
from tests import attacks

RULES = {
    "who_owns_a_name": "helper_rebound",
    "handles": "word_equal_to_every_word",
    "hidden_inputs": "memory_of_the_test",
    "limits_of_the_examiner": "number_to_count_to",
    "exceptions": "stop_iteration",
    "arguments_are_copies": "argument_changed_in_place",
    "lent_objects": "lent_object_turned_inside_out",
    "the_wire": "pickle_that_runs",
    "the_warm_process": "memory_of_the_test",
    "containment": "solution_on_disk",
    "outputs": "script_displayed",
    "one_copy_at_a_time": "copy_that_does_not_rest",
    "files_put_back": "file_left_for_the_next_copy",
    "nothing_in_common": "pipe_between_copies",
    "nothing_left_behind": "threads_left_alive",
}


class Without(workers.Forkserver):
    """A warm process that was started without a rule."""

    def __init__(self, rule):
        self.command = ("-m", "tests.rules", rule)
        super().__init__()


def switch_off(rule, monkeypatch):
    """Patch the coordinator's side; returns the warm process to use, which the caller closes."""
    reference, run = attacks.reference(), coordinator.run
    if rule == "who_owns_a_name":
        bound = set().union(*(plan.Names(cell["source"]).binds for cell in attacks.solved()))
        for about in reference.tests.values():
            about.asks = sorted(bound)
    elif rule == "hidden_inputs":
        for cell in attacks.solved():
            if cell["role"] == "tests":
                about = reference.tests[cell["name"]]
                about.imports, about.shows = [cell["source"]], cell["source"]
    elif rule == "limits_of_the_examiner":
        monkeypatch.setattr(
            attacks, "LIMITS", attacks.LIMITS | {"cell_seconds": 100, "submission_seconds": 3}
        )
    elif rule == "arguments_are_copies":
        monkeypatch.setattr(coordinator, "run", functools.partial(run, changes=True))
    elif rule == "outputs":
        monkeypatch.setattr(outputs.Outputs, "take", lambda self, said: said)
    monkeypatch.setattr(attacks, "reference", lambda: reference)
    server = Without(rule)
    monkeypatch.setattr(workers, "server", lambda fresh=False: server)
    return server


def _handles():
    student.Snapshot.do_equal = lambda self, one, other: bool(one == other)
    proxies.Proxy.__eq__ = lambda self, other: proxies.request(
        object.__getattribute__(self, "_peer"), "equal", self, other
    )


def _lent_objects():
    public = lending.Borrowed.__getattr__

    def any_name(self, name):
        if not name.startswith("_"):
            return public(self, name)
        return lambda *arguments, **keywords: lending._ask(
            self, "method", name, arguments, keywords
        )

    lending.Borrowed.__getattr__ = any_name
    lending._found = lambda value, name: getattr(type(value), name, None)


def _exceptions():
    exceptions.KNOWN["StopIteration"] = StopIteration
    exceptions.NAMES[StopIteration] = "StopIteration"


def _the_wire():
    put, tag = codec._Encoder.put, b"P"

    def pickled(self, value, depth):
        if "__reduce__" not in vars(type(value)) or type(value).__module__ != "__main__":
            return put(self, value, depth)
        data = pickle.dumps(value)
        self.write(tag + struct.pack("<Q", len(data)) + data)

    codec._Encoder.put = pickled
    codec._READERS[tag[0]] = lambda self, _: pickle.loads(bytes(self.take(self.length())))


def _the_warm_process():
    load = forkserver.load

    def loaded():
        load()
        forkserver.seen = attacks.solved()

    forkserver.load = loaded


def _containment():
    namespaces.own_files = lambda *_: os.chdir("/tmp")
    landlock.restrict = lambda *_: None
    os.setgroups = os.setresgid = os.setresuid = lambda *_: None


def _one_copy_at_a_time():
    turns.Turns.begin, turns.Turns.next = lambda self: True, lambda self, number: True


def _files_put_back():
    contents.Contents.put_back = lambda self: None


def _nothing_left_behind():
    go_on = turns.Turns.next
    turns.Turns.next = lambda self, told: go_on(self, dataclasses.replace(told, hands_on=True))


def _nothing_in_common():
    turns.Turns._is_busy = lambda self, process: False
    turns.Turns._copies = _whoever_waits


def _whoever_waits(self, inside):
    """The processes of the tests, whatever else they hold."""
    held = {process: watch.held(process) or () for process in inside}
    return {link: process for process, links in held.items() for link in self.links & {*links}}


THEIRS = {
    "one_copy_at_a_time": _one_copy_at_a_time,
    "files_put_back": _files_put_back,
    "nothing_in_common": _nothing_in_common,
    "nothing_left_behind": _nothing_left_behind,
    "handles": _handles,
    "lent_objects": _lent_objects,
    "exceptions": _exceptions,
    "the_wire": _the_wire,
    "the_warm_process": _the_warm_process,
    "containment": _containment,
}

if __name__ == "__main__":
    rule, descriptor = sys.argv[1:]
    THEIRS.get(rule, lambda: None)()
    forkserver.main(int(descriptor))
