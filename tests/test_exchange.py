"""A class on one machine: an instructor and two students hand things over by nbgrader's exchange.

Each is a user of the machine, under an open and under a strict umask.
"""

import json
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, copy_of_course
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config, PyFileConfigLoader

import nbgrader_isolated
from course import leaks, notebooks, report, sample
from nbgrader_isolated import exchange
from tests.plain_user import needs_root, places

SET = "cost_curves"
COURSE = "price_of_intelligence"
PRIVATE = ("solutions", "tests", ".git", "class")


class Machine:
    """Three users of this machine, with a Python and homes that lie where each can walk to."""

    USERS = ("teacher", "ada", "ben", "cyd")
    SCRIPT = """
mount --bind "$BASE" python && mount --bind "$PREFIX/$PACKAGES" "environment/$PACKAGES" && \
mount --bind "$PREFIX/share" environment/share && \
mount --bind passwd /etc/passwd && mount --bind share /usr/local/share
cd "$FOLDER" && umask "$UMASK"
exec setpriv --reuid="$NUMBER" --regid="$NUMBER" --clear-groups env -i HOME="$HOME" \
PATH="$PLACE/environment/bin:/usr/bin:/bin" PYTHONDONTWRITEBYTECODE=1 LANG=C.UTF-8 \
LD_LIBRARY_PATH="$PLACE/python/lib" PYTHONPATH="$PLACE/course/grading" \
${EXCHANGE_FOLDER:+EXCHANGE_FOLDER="$EXCHANGE_FOLDER"} "$@"
"""

    STEPS = """
import contextlib, json, shutil, sys
from jupyter_core.application import NoStart
from nbgrader.apps.nbgraderapp import NbGraderApp
sys.path.remove("")
for words in json.loads(sys.argv[1]):
    if words[0] == "cp":
        shutil.copyfile(*words[1:])
        continue
    app = NbGraderApp.instance()
    app.initialize(words)
    with contextlib.suppress(NoStart):  # the part that does the work has started
        app.start()
    app.reset()
"""

    def __init__(self, place: Path, umask: int, exchange: Path | None) -> None:
        self.place, self.umask, self.named = place, umask, exchange
        self.exchange = exchange or place / "share" / "nbgrader" / "exchange"
        self.course = place / "course"
        known = {entry.pw_uid for entry in pwd.getpwall()}
        free = (number for number in range(61_000, 65_000) if number not in known)
        self.numbers = dict(zip(self.USERS, free, strict=False))
        self._python()
        people = Path("/etc/passwd").read_text(encoding="utf-8")
        for name, number in self.numbers.items():
            people += f"{name}:x:{number}:{number}::{self.home(name)}:/bin/sh\n"
            self.home(name).mkdir(parents=True)
            self.own(self.home(name), name)
            self.home(name).chmod(0o700)
        (place / "passwd").write_text(people, encoding="utf-8")
        (place / "share").mkdir()
        for folder in (place, place / "home", place / "share"):
            folder.chmod(0o755)
        copy_of_course(self.course)
        (self.course / ".git").mkdir()
        (self.course / ".git" / "packed").write_text("history")
        self.own(self.course, "teacher")

    def home(self, name: str) -> Path:
        return self.place / "home" / name

    def _python(self) -> None:
        """Lay out a virtual environment in which the installed packages will be mounted."""
        about, environment = places(), self.place / "environment"
        (self.place / "python").mkdir()
        (environment / about["PACKAGES"]).mkdir(parents=True)
        for name in ("bin", "share"):
            (environment / name).mkdir()
        python = environment / "bin" / "python"
        python.symlink_to(self.place / "python" / about["PYTHON"])
        home = (self.place / "python" / about["PYTHON"]).parent
        (environment / "pyvenv.cfg").write_text(f"home = {home}\n")
        for name, module in (
            ("nbgrader", "nbgrader.apps.nbgraderapp"),
            ("alembic", "alembic.config"),
        ):
            program = environment / "bin" / name
            program.write_text(f"#!{python}\nfrom {module} import main\nmain()\n")
            program.chmod(0o755)

    def own(self, folder: Path, name: str) -> None:
        """Give a folder to a user, as if it had been made under the umask."""
        for parent, _, files in os.walk(folder):
            for path in (Path(parent), *(Path(parent, file) for file in files)):
                os.chown(path, self.numbers[name], self.numbers[name])
                path.chmod((0o777 if path.is_dir() else 0o666) & ~self.umask)

    def run(
        self, name: str, *words: str, cwd: Path | None = None, said: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """Run a command as a user of the machine, with ``said`` on its standard input."""
        environment = (
            os.environ
            | places()
            | {
                "PLACE": str(self.place),
                "FOLDER": str(cwd or (self.course if name == "teacher" else self.home(name))),
                "UMASK": f"{self.umask:o}",
                "NUMBER": str(self.numbers[name]),
                "HOME": str(self.home(name)),
                "EXCHANGE_FOLDER": str(self.named or ""),
            }
        )
        return subprocess.run(
            ["unshare", "-m", "bash", "-ec", self.SCRIPT, "bash", *words],
            cwd=self.place,
            env=environment,
            input=said,
            capture_output=True,
            text=True,
            timeout=300,
        )

    def steps(self, name: str, *commands: list[str]) -> None:
        """Run commands of nbgrader's one after another, as instructor and students type them.

        In one process, because nbgrader takes longer to start than for its work. ``cp`` copies.
        """
        course = ["--course", COURSE] + ([f"--Exchange.root={self.named}"] if self.named else [])
        typed = [
            words if name == "teacher" or words[0] == "cp" else words + course for words in commands
        ]
        done = self.run(name, "python", "-c", self.STEPS, json.dumps(typed))
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"

    def readable(self, name: str, paths: list[Path]) -> list[Path]:
        """Return those of some files that a user can open."""
        code = (
            "import sys\nfor path in sys.stdin.read().split('\\0'):\n"
            "    try: open(path).close(); print(path, end='\\0')\n"
            "    except OSError: pass"
        )
        done = self.run(name, "python", "-c", code, said="\0".join(map(str, paths)))
        assert done.returncode == 0, done.stderr
        return [Path(path) for path in done.stdout.split("\0") if path]

    def walked(self, name: str, folder: Path) -> list[Path]:
        """Return the files that a user finds and may read below a folder, where he can look."""
        done = self.run(name, "find", str(folder), "-type", "f", "-readable")
        return [Path(path) for path in done.stdout.splitlines()]


@pytest.fixture(scope="module", params=[(0o022, False), (0o077, True)], ids=["022", "077"])
def three_users(request: pytest.FixtureRequest) -> Iterator[Machine]:
    """A problem set that went from the instructor to two students and back, with feedback.

    Under umask 022 by nbgrader's own exchange, under 077 by a folder that the instructor names.
    """
    needs_root()
    umask, named = request.param
    place = Path(tempfile.mkdtemp(prefix="exchange-", dir="/tmp"))
    try:
        machine = Machine(place, umask, place / "handed" / "over" if named else None)
        if named:
            (place / "handed").mkdir()
            os.chown(place / "handed", machine.numbers["teacher"], -1)
        else:
            # as the README has root do it once
            subprocess.run(["install", "-d", "-m", "1777", machine.exchange], check=True)
        loop(machine)
        yield machine
    finally:
        shutil.rmtree(place)


def loop(machine: Machine) -> None:
    script = machine.course / "solutions" / SET / f"{SET}.py"
    built = script.with_suffix(".ipynb")
    notebooks.write(notebooks.read(script), built)
    machine.own(built.parent, "teacher")
    machine.steps("teacher", ["generate_assignment", SET, "--force"], ["release_assignment", SET])
    release = machine.course / "exercises" / SET / f"{SET}.ipynb"
    for name in ("ada", "ben"):
        notebook = nbformat.reads(sample.solved(SET, release), as_version=4)
        memo = next(cell for cell in notebook.cells if notebooks.grade_id(cell) == "memo")
        memo.source = f"A memo by {name}."
        mine = machine.home(name) / "solved.ipynb"
        mine.write_text(nbformat.writes(notebook), encoding="utf-8")
        machine.own(mine.parent, name)
        done = ["cp", "solved.ipynb", f"{SET}/{SET}.ipynb"]
        machine.steps(name, ["fetch_assignment", SET], done, ["submit", SET])
    hand_in_links(machine)
    words = ("collect", "autograde", "generate_feedback", "release_feedback")
    machine.steps("teacher", *([word, SET] for word in words), ["export"])
    for name in ("ada", "ben"):
        machine.steps(name, ["fetch_feedback", SET])


def hand_in_links(machine: Machine) -> None:
    """Have a student put links to the instructor's files where submissions belong."""
    folder = machine.exchange / COURSE / "inbound" / f"cyd+{SET}+2030-01-01 00:00:00.000000 UTC+x"
    solution = machine.course / "solutions" / SET
    links = f"ln -s {solution}/{SET}.ipynb . && ln -s {solution} all && mkfifo pipe"
    done = machine.run("cyd", "sh", "-c", f"mkdir '{folder}' && cd '{folder}' && {links}")
    assert done.returncode == 0, done.stderr


def test_each_student_is_graded_and_gets_the_own_feedback(three_users):
    rows = {row["student_id"]: row for row in report.read(three_users.course / "class/grades.csv")}
    assert {rows[name]["outcome"] for name in ("ada", "ben")} == {"scored"}
    for name, other in (("ada", "ben"), ("ben", "ada")):
        (page,) = (three_users.home(name) / SET / "feedback").rglob("*.html")
        text = page.read_text(encoding="utf-8")
        assert f"A memo by {name}." in text and f"A memo by {other}." not in text
        assert float(rows[name]["score"]) == float(rows[other]["score"]) > 0


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_a_student_reads_no_solution_test_submission_or_grade(three_users, name):
    files = [Path(p, f) for p, _, names in os.walk(three_users.course) for f in names]
    assert {file.relative_to(three_users.course).parts[0] for file in files} >= set(PRIVATE)
    found = three_users.readable(name, files)
    assert bool(found) == (three_users.umask == 0o022)
    parts = {file.relative_to(three_users.course).parts[0] for file in found}
    assert not parts & set(PRIVATE)
    secrets = leaks.secrets(*notebooks.assignments())
    for file in found:
        text = file.read_text(encoding="utf-8", errors="replace")
        assert not [line for line in secrets if line in text], file


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_a_student_finds_only_the_release_in_the_exchange(three_users, name):
    found = three_users.walked(name, three_users.exchange)
    assert [file.relative_to(three_users.exchange / COURSE) for file in found] == [
        Path("outbound", SET, f"{SET}.ipynb")
    ]


def test_a_link_in_the_exchange_brings_nothing_of_the_instructors(three_users):
    collected = three_users.course / "class" / "submitted" / "cyd"
    assert [path for path in collected.rglob("*") if not path.is_dir()] == []
    rows = {row["student_id"]: row for row in report.read(three_users.course / "class/grades.csv")}
    assert (rows["cyd"]["outcome"], rows["cyd"]["score"]) == ("ungradable", "")


def test_a_student_cannot_put_another_course_in_the_place_of_this_one(three_users):
    before = sorted(three_users.exchange.rglob("*"))
    done = three_users.run("ada", "mv", COURSE, "mine", cwd=three_users.exchange)
    assert done.returncode != 0
    three_users.run("ada", "rm", "-rf", COURSE, cwd=three_users.exchange)
    assert sorted(three_users.exchange.rglob("*")) == before


# ---- the configuration alone


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """Loads the configuration in a course of its own, where it lies in a folder ``course``."""
    course = tmp_path / "course"
    for name in PRIVATE:
        (course / name).mkdir(parents=True)
    shutil.copy(ROOT / "nbgrader_config.py", course)
    monkeypatch.delenv("CLASS_FOLDER", raising=False)
    monkeypatch.delenv("EXCHANGE_FOLDER", raising=False)

    def load(**environment: object) -> Config:
        for name, value in environment.items():
            monkeypatch.setenv(name, str(value))
        return PyFileConfigLoader("nbgrader_config.py", str(course)).load_config()

    load.course = course
    return load


@pytest.fixture(params=[0o022, 0o077], ids=["022", "077"])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def mode(path: Path) -> str:
    return f"{stat.S_IMODE(path.stat().st_mode):o}"


def test_the_exchange_is_nbgraders_own_unless_the_instructor_names_another(configured):
    assert "root" not in configured().Exchange
    assert "root" not in configured(EXCHANGE_FOLDER="").Exchange
    assert not (configured.course / "class" / "exchange").exists()


def test_a_named_exchange_can_be_walked_to_and_is_open_to_all_but_to_replace_nothing(
    configured, tmp_path, umask
):
    folder = tmp_path / "a" / "b"
    assert configured(EXCHANGE_FOLDER=folder).Exchange.root == str(folder)
    assert (mode(folder), mode(folder.parent)) == ("1777", "755")


@pytest.mark.parametrize(
    "place", ["course", "course/class/exchange", "course/out", "elsewhere/x", "."]
)
def test_an_exchange_in_the_course_or_around_it_is_refused_in_one_sentence(
    configured, tmp_path, place
):
    with pytest.raises(SystemExit, match=r"^EXCHANGE_FOLDER is .+: name a folder .+\.$"):
        configured(EXCHANGE_FOLDER=tmp_path / place, CLASS_FOLDER=tmp_path / "elsewhere")


def test_folders_of_solutions_and_grades_are_closed_whatever_the_umask(configured, umask):
    configured()
    assert {name: mode(configured.course / name) for name in PRIVATE} == dict.fromkeys(
        PRIVATE, "700"
    )


def test_a_class_elsewhere_is_closed_too(configured, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir(mode=0o755)
    configured(CLASS_FOLDER=folder)
    assert mode(folder) == "700"


def test_a_folder_that_its_group_shares_is_closed_to_all_others_alone(configured):
    (configured.course / "class").chmod(0o2775)
    configured()
    assert mode(configured.course / "class") == "2770"


# ---- collecting


def test_plain_files_are_copied_and_links_pipes_and_depths_left_behind(tmp_path):
    source, secret = tmp_path / "source", tmp_path / "secret"
    deep = source.joinpath(*["d"] * (exchange.DEEPEST + 1))
    deep.mkdir(parents=True)
    secret.mkdir()
    (secret / "solution").write_text("x = 1")
    (source / "d" / "mine").write_text("mine")
    (source / "file").symlink_to(secret / "solution")
    (source / "folder").symlink_to(secret)
    os.mkfifo(source / "pipe")
    left = exchange.copy_plain(source, tmp_path / "target", 100)
    assert sorted(left) == ["/".join(["d"] * (exchange.DEEPEST + 1)), "file", "folder", "pipe"]
    found = [p for p in (tmp_path / "target").rglob("*") if not p.is_dir()]
    assert [p.relative_to(tmp_path / "target").as_posix() for p in found] == ["d/mine"]


@pytest.mark.parametrize("what", ["a link", "too large", "missing"])
def test_a_folder_that_cannot_be_copied_is_collected_empty(tmp_path, what, caplog):
    source = tmp_path / "source"
    if what != "missing":
        source.mkdir()
        (source / "big").write_bytes(b"0" * 2000)
    if what == "a link":
        source = tmp_path / "link"
        source.symlink_to(tmp_path / "source")
    coursedir = CourseDirectory(max_dir_size=1)
    collect = exchange.PlainCollect(coursedir=coursedir)
    collect.do_copy(str(source), str(tmp_path / "dest"))
    assert list((tmp_path / "dest").iterdir()) == []
    assert f"Left behind of {source}: " in caplog.text


def test_an_exchange_of_a_hubs_own_stays(tmp_path):
    config = Config(ExchangeFactory={"collect": "ngshare_exchange.ExchangeCollect"})
    nbgrader_isolated.configure(config)
    assert config.ExchangeFactory.collect == "ngshare_exchange.ExchangeCollect"
