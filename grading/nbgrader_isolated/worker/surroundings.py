"""What cells find around them in a kernel, and would miss in a process that is shut in.

That is a user with a home, an environment, and a frontend that says that it takes no input.
"""

import builtins
import getpass
import os
import pwd
import signal
import subprocess
import sys
import tempfile
from typing import Any, NoReturn

from IPython.core import debugger
from IPython.core.error import StdinNotImplementedError

from . import processes

USER = "student"


def settle() -> None:
    """Make the scratch folder the home of a user, as cells look for one."""
    home = os.environ["HOME"]
    shell = "/bin/bash" if os.path.exists("/bin/bash") else "/bin/sh"
    os.environ |= {
        "USER": USER,
        "LOGNAME": USER,
        "PWD": os.getcwd(),
        "SHELL": shell,
        "PATH": os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")]),
        "IPYTHONDIR": os.path.join(home, ".ipython"),
        "JPY_PARENT_PID": str(os.getppid()),
        # there is no network: a program that tries again only takes longer to say so
        "PIP_RETRIES": "0",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    tempfile.tempdir = None  # looked up before there was a scratch folder
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        vars(sys).pop(name, None)
    _give_account(pwd.struct_passwd((USER, "", os.getuid(), os.getgid(), "", home, shell)))
    _take_no_input()
    _give_up_signals()
    processes.do_without_the_system()
    matplotlib = sys.modules.get("matplotlib")
    if matplotlib is not None:
        # a kernel that has not loaded pyplot yet takes the name of any backend
        matplotlib.use.__kwdefaults__["force"] = False


def _give_account(own: pwd.struct_passwd) -> None:
    by_number, by_name = pwd.getpwuid, pwd.getpwnam
    pwd.getpwuid = lambda uid: own if uid == own.pw_uid else by_number(uid)
    pwd.getpwnam = lambda name: own if name == own.pw_name else by_name(name)
    os.getlogin = lambda: own.pw_name


def _take_no_input() -> None:
    def refusal(asked: str) -> StdinNotImplementedError:
        return StdinNotImplementedError(
            f"{asked} was called, but this frontend does not support input requests."
        )

    def read(prompt: object = "") -> NoReturn:
        raise refusal("raw_input")

    def read_hidden(prompt: object = "", stream: object = None, **_: object) -> NoReturn:
        raise refusal("getpass")

    builtins.input, getpass.getpass = read, read_hidden
    pdb = sys.modules.get("pdb")
    if pdb is not None:
        vars(pdb).update(Pdb=debugger.Pdb, set_trace=debugger.set_trace)
    sys.breakpointhook = lambda *_, **__: None


def _give_up_signals() -> None:
    """Have ``subprocess`` let go of a program that it cannot end: no process may send a signal."""
    send = subprocess.Popen.send_signal

    def send_signal(self: subprocess.Popen[Any], number: int) -> None:
        try:
            send(self, number)
        except PermissionError:
            if number in (signal.SIGTERM, signal.SIGKILL, signal.SIGINT):
                self.returncode = -number

    subprocess.Popen.send_signal = send_signal  # type: ignore[assignment, method-assign]
