"""What the grader needs, and what it does, in a course that is not this one."""

import csv
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from nbgrader.api import Gradebook

from nbgrader_isolated import export
from nbgrader_isolated.sandbox import seccomp, syscalls

HEADERS = [
    "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "/usr/include/asm-generic/unistd.h",
]


def test_an_export_that_names_no_file_writes_nbgraders_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # nbgrader calls alembic by its name
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as gradebook:
        export.TaskExportPlugin().export(gradebook)
    with open("grades.csv", newline="", encoding="utf-8") as file:
        assert next(csv.reader(file)) == export.COLUMNS


@pytest.mark.parametrize("missing", ["matplotlib", "pandas"])
def test_the_warm_process_loads_without_a_library_that_a_course_may_lack(missing):
    code = (
        f"import sys\nsys.modules[{missing!r}] = None\n"
        "from nbgrader_isolated.sandbox import forkserver\nforkserver.load()\nprint('loaded')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "loaded\n", done.stderr


@pytest.mark.parametrize("machine", [0, 1], ids=["x86_64", "aarch64"])
def test_system_calls_have_the_kernels_numbers(machine):
    header = Path(HEADERS[machine])
    if not header.exists():
        pytest.skip(f"no {header}: Debian's linux-libc-dev has it")
    defined = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header.read_text())
    numbers = {name: int(number) for name, number in defined}
    newest = numbers.pop("syscalls", max(numbers.values()))  # a header may be older than a call
    wrong = {
        name: both
        for name, both in syscalls.NUMBERS.items()
        if numbers.get(name) != both[machine] and (both[machine] or 0) < newest
    }
    assert wrong == {}


def test_calls_newer_than_a_header_have_one_number_on_all_machines():
    assert {
        name: both
        for name, both in syscalls.NUMBERS.items()
        if max(filter(None, both)) >= 424 and len(set(both)) != 1
    } == {}


@pytest.mark.parametrize("landlock", [False, True])
def test_no_call_that_is_answered_has_an_unknown_number(landlock):
    assert {rule.call for rule in seccomp.rules(landlock)} <= set(syscalls.NUMBERS)
