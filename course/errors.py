"""The error that a user can fix."""

from click import ClickException


class CourseError(ClickException):
    """Tells the user what went wrong and what to do; the command then exits with code 1."""
