"""What the book's pages import, and the commands behind the Makefile.

Pages use ``tables``, ``prices``, ``figures``, ``prose``, ``quiz``, ``explorer`` and ``outcomes``.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
