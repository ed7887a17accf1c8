"""Run this course's Python as users who own nothing else, or as in a container. Only root can."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# what nbgrader_config.py closes to other users stands open in a copy
OPENED = """
for name in tests solutions; do
  mkdir "$PLACE/$name" && cp -r "$COURSE/$name/." "$PLACE/$name" && \
chmod -R a+rX "$PLACE/$name" && \
mount --bind "$PLACE/$name" "$PLACE/course/$name"
done
"""
MOUNTS = """
set -e
mount --bind "$BASE" "$PLACE/python" && mount --bind "$PREFIX" "$PLACE/environment" && \
mount --bind "$COURSE" "$PLACE/course"
mount --bind "$PREFIX/$PACKAGES" "$PLACE/python/$PACKAGES"
"""
SCRIPT = f"""{MOUNTS}{OPENED}
cd "$PLACE/course"
exec setpriv $BECOME env -i \
HOME=/nowhere PATH=/usr/bin:/bin PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR="$PLACE/settings" \\
  ${{CI:+CI=true}} PYTHONPATH="$PLACE/course:$PLACE/course/grading:$PLACE/python/$PACKAGES" \
"$PLACE/python/$PYTHON" $INSIDE "$@"
"""
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
PLAIN = "--reuid=65533 --regid=65533 --clear-groups"
# root of a container, who may do all but what would reach beyond it
ROOT_OF_A_CONTAINER = "--bounding-set=-sys_admin --inh-caps=-sys_admin"


def places() -> dict[str, str]:
    """Return where this course and its Python lie, for a script that mounts them elsewhere."""
    base = Path(sys.base_prefix)
    return {
        "BASE": str(base),
        "PREFIX": sys.prefix,
        "COURSE": str(ROOT),
        "PACKAGES": str(Path(os.__file__).parent.relative_to(base) / "site-packages"),
        "PYTHON": str(Path(sys.executable).resolve().relative_to(base.resolve())),
    }


def run(
    *arguments: str, timeout: float = 600, user: str = PLAIN, container: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments as a plain user, or as another, from this course's folder;
    ``container``: where the system denies namespaces. Returns the completed process.
    """
    needs_root()
    place = Path("/tmp") / f"plain-{os.getpid()}"
    for name in ("python", "environment", "course", "settings"):
        (place / name).mkdir(parents=True, exist_ok=True)
    (place / "settings").chmod(0o777)
    environment = os.environ | places()
    environment |= {"PLACE": str(place), "BECOME": user}
    environment |= {"INSIDE": "-m tests.container" if container else ""}
    try:
        return subprocess.run(
            ["unshare", "-m", "bash", "-c", SCRIPT, "bash", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=timeout,
        )
    finally:
        shutil.rmtree(place)


def needs_root() -> None:
    """Skip a test that becomes other users where nobody may."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip(
            "only root can become a plain user (as which the tests beside this one have just run)"
        )
