"""Run this course's Python as a user who owns nothing. Only root can become one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = """
mount --bind "$BASE" "$PLACE/python" && mount --bind "$PREFIX" "$PLACE/environment" && \
mount --bind "$COURSE" "$PLACE/course"
mount --bind "$PREFIX/$PACKAGES" "$PLACE/python/$PACKAGES"
cd "$PLACE/course"
exec setpriv --reuid=65533 --regid=65533 --clear-groups env -i \
HOME=/nowhere PATH=/usr/bin:/bin PYTHONDONTWRITEBYTECODE=1 MPLCONFIGDIR="$PLACE/settings" \\
  ${CI:+CI=true} PYTHONPATH="$PLACE/course:$PLACE/course/grading:$PLACE/python/$PACKAGES" \
"$PLACE/python/$PYTHON" "$@"
"""


def places():
    """Where this course and its Python lie, as names for a script that mounts them elsewhere."""
    base = Path(sys.base_prefix)
    return {
        "BASE": str(base),
        "PREFIX": sys.prefix,
        "COURSE": str(ROOT),
        "PACKAGES": str(Path(os.__file__).parent.relative_to(base) / "site-packages"),
        "PYTHON": str(Path(sys.executable).resolve().relative_to(base.resolve())),
    }


def run(*arguments, timeout=600):
    """Run Python with these arguments as a plain user, from this course's folder.

    Returns the completed process.
    """
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip(
            "only root can become a plain user (as which the tests beside this one have just run)"
        )
    place = Path("/tmp") / f"plain-{os.getpid()}"
    for name in ("python", "environment", "course", "settings"):
        (place / name).mkdir(parents=True, exist_ok=True)
    (place / "settings").chmod(0o777)
    environment = os.environ | places() | {"PLACE": str(place)}
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
