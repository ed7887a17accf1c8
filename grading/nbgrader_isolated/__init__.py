"""nbgrader grades a submission with the student's code and the tests in contained processes.

``nbgrader_isolated.configure(c)`` in ``nbgrader_config.py`` is all that a course needs; plain
nbgrader commands and the formgrader then grade in isolation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from traitlets.config import Config

__version__ = "0.1.0"


def configure(c: Config) -> None:
    """Plug isolated grading into nbgrader: its exporter, preprocessors and export plugin.

    Parameters
    ----------
    c : Config
        The configuration that ``nbgrader_config.py`` fills.

    Warns
    -----
    UserWarning
        If this version of nbgrader was never tried.

    Raises
    ------
    compat.RefusalError
        If isolated grading cannot be set up.
    """
    # here, not above: contained processes import this package too
    from . import compat

    try:
        compat.check()
        compat.refuse_other_marks(c)
        _plug_in(c)
    except Exception as error:
        raise compat.RefusalError(f"nbgrader_isolated cannot be set up: {error}") from error


def _plug_in(c: Config) -> None:
    from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
    from nbgrader.preprocessors import (
        AssignLatePenalties,
        ClearOutput,
        GetGrades,
        IgnorePattern,
        LimitOutput,
        OverwriteKernelspec,
        SaveCells,
    )

    from . import compat
    from .exchange import PlainCollect
    from .execute import IsolatedExecute
    from .export import TaskExportPlugin
    from .exporter import SubmissionExporter
    from .feedback import HideTests
    from .preprocessors import CheckGradable, RestoreCells, SaveScores
    from .savecells import SaveChangedCells

    c.Autograde.exporter_class = SubmissionExporter
    # nbgrader's CheckCellMetadata is not among them: all metadata are the instructor's own, checked
    # at generate_assignment
    c.Autograde.sanitize_preprocessors = [ClearOutput, RestoreCells, OverwriteKernelspec]
    c.Autograde.autograde_preprocessors = [
        IsolatedExecute,
        IgnorePattern,
        LimitOutput,
        SaveScores,
        AssignLatePenalties,
    ]
    c.GenerateFeedback.preprocessors = [GetGrades, HideTests, CSSHTMLHeaderPreprocessor]
    ours = compat.assignment_preprocessors(CheckGradable)
    c.GenerateAssignment.preprocessors = [
        SaveChangedCells if each is SaveCells else each for each in ours
    ]
    c.ExportApp.plugin_class = TaskExportPlugin
    if "collect" not in c.ExchangeFactory:  # not where a hub has an exchange of its own
        c.ExchangeFactory.collect = PlainCollect
