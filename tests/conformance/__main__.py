"""Compare stock nbgrader with isolated grading: ``python -m tests.conformance [idiom ...]``.

Prints what each gives and why they differ, and keeps both in scores.csv.
"""

import sys

from nbgrader_isolated import workers

from . import files_beside, idioms, keep, measured, submissions, under_stock, written

for name in sys.argv[1:] or idioms():
    rows = written()
    ours = measured(name, workers.tier())
    for submission, notebook in submissions(name).items():
        stock = under_stock(notebook, files_beside(name))
        reason = (
            rows.get((name, submission), {}).get("reason", "") if ours[submission] != stock else ""
        )
        rows[name, submission] = {
            "idiom": name,
            "submission": submission,
            "stock": stock,
            "isolated": ours[submission],
            "reason": reason,
        }
        print(
            f"{name:24} {submission:9} {stock:20} "
            f"{'as stock' if ours[submission] == stock else ours[submission]:20} {reason}",
            flush=True,
        )
    keep(rows)
