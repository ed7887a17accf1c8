"""Run Python as in a container, where the system denies namespaces and mounts: ``python -m
tests.container ARGUMENTS``.
"""

import os
import sys

from nbgrader_isolated.sandbox import seccomp

DENIED = "unshare setns mount umount2 pivot_root mount_setattr"

if __name__ == "__main__":
    clone = seccomp.Word(0, 0, mask=seccomp.CLONE_NEW, holds=False)
    seccomp.install(
        [
            *(seccomp.Rule(call, seccomp.DENY) for call in DENIED.split()),
            seccomp.Rule("clone", seccomp.DENY, (clone,)),
            seccomp.Rule("clone3", seccomp.ABSENT),
        ]
    )
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
