"""What goes wrong by the user's hand, said in one sentence."""

from click import ClickException


class CourseError(ClickException):
    """A sentence that says what to do; the command ends with it and exit code 1."""
