"""nbgrader grades a submission with the student's code and the tests in contained processes.

``nbgrader_isolated.configure(c)`` in ``nbgrader_config.py`` is all that a course needs; plain
nbgrader commands and the formgrader then grade in isolation.
"""

__version__ = "0.1.0"


def configure(c):
    """Plug isolated grading into nbgrader's places for it: exporter, preprocessors and export
    plugin of the configuration ``c``.
    """
    from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
    from nbgrader.converters import GenerateAssignment
    from nbgrader.preprocessors import (
        AssignLatePenalties,
        ClearOutput,
        GetGrades,
        IgnorePattern,
        InstantiateTests,
        LimitOutput,
        OverwriteKernelspec,
    )

    from .exchange import PlainCollect
    from .export import TaskExportPlugin
    from .exporter import SubmissionExporter
    from .feedback import HideTests
    from .preprocessors import CheckGradable, IsolatedExecute, RestoreCells, SaveScores

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
    # after header and automatic tests are in, before the solutions are out
    stock = GenerateAssignment.preprocessors.default_args[0]
    written = stock.index(InstantiateTests) + 1
    c.GenerateAssignment.preprocessors = [*stock[:written], CheckGradable, *stock[written:]]
    c.ExportApp.plugin_class = TaskExportPlugin
    if "collect" not in c.ExchangeFactory:  # not where a hub has an exchange of its own
        c.ExchangeFactory.collect = PlainCollect
