"""Print what each attack gains and costs: ``python -m tests.attacks [tier ...]``.

Ends with 1 if any gains or costs anything.
"""

import sys

from nbgrader_isolated.sandbox import containment

from . import NAMES, attempt

failed = False
for tier in sys.argv[1:] or containment.TIERS:
    if not containment.holds(tier):
        print(f"{tier}: does not hold on this machine")
        failed = True
        continue
    for name in NAMES:
        gained, lost = attempt(name, tier)
        failed |= bool(gained or lost)
        print(
            f"{tier:10} {name:32} gains {', '.join(gained) or 'nothing'}; costs "
            f"{', '.join(lost) or 'nothing'}",
            flush=True,
        )
sys.exit(failed)
