"""Proof that the problem sets grade truly.

No wrong answer passes, no right one fails, and no task pulls down another.

``python -m tests.fidelity [set ...]`` prints the proof; ``tests/test_fidelity.py`` asserts it. To
add the problem set NAME, make the folder ``sets/NAME/``, with ``sets/cost_curves/`` as the model.
Broken and lazy answers, and most mutants, come by themselves. Right answers stand beside the set,
in ``solutions/NAME/known_answers/TASK.py``: at least four ``right`` ones a task (see
`course.answers`) that differ in algorithm and types; the first one is plain.

- ``inputs.py``: for each function that students write, one of the same name that takes a random
  generator and gives a tuple of arguments (see `draws`). Cover what the text allows: all kinds of
  numbers, edges, ties, any order, arrays of one item. About one call in five breaks a rule whose
  breach should raise ValueError.
- ``promises.py``, if a function draws: one of the same name that takes what was returned and the
  arguments, and gives {promise of the text: whether it is kept} (see `drawings`).
- ``wrong.py``: ``SLIPS = {task: {description: (old, new, ...)}}``, pieces of the plain answer and
  what takes their place, for mistakes that no operator makes; ``TYPED_IN = {task: answer cell}``,
  right for the visible cases alone, for tasks whose results are no numbers, texts or arrays.

Run the proof. "Wrong, with full points" shows calls that the test cells lack. If an equivalent
mutant stands there, the inputs leave what the text allows; if a mutant is equivalent by mistake,
they do not cover it.
"""

import os

# read when NumPy is loaded: the proof forks, and a fork has one thread
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
