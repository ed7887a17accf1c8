"""The public repository that ``_config.yml`` names, and the form of its address in every link."""

import re
from pathlib import Path

import yaml

from . import ROOT
from .errors import CourseError

# as a browser shows it or as GitHub's "Clone" offers it, with or without a user and a password
ADDRESS = re.compile(
    r"(?:(?:https?|ssh|git)://)?(?:[^@/\s]+@)?(?:www\.)?github\.com[:/]+"
    r"(?P<owner>[\w-]+)/(?P<name>[\w.-]+?)(?:\.git)?/*",
    re.IGNORECASE,
)


def parts(url: object) -> tuple[str, str]:
    """Split the address of a GitHub repository into owner and name.

    Parameters
    ----------
    url : str
        ``https://github.com/OWNER/NAME``, which may end in ``.git`` or a slash, or git's own form,
        ``git@github.com:OWNER/NAME.git``. It comes from a configuration, so it may be anything.

    Returns
    -------
    tuple of str
        Owner and name.

    Raises
    ------
    CourseError
        If it is missing or has another form.
    """
    found = ADDRESS.fullmatch(str(url or "").strip())
    if not found:
        raise CourseError(
            "In _config.yml, url under repository should be https://github.com/OWNER/NAME, "
            f"{f'not {url!r}' if url else 'and is missing'}."
        )
    return found["owner"], found["name"]


def https(url: object) -> str:
    """Return the address in the form that links use: ``https://github.com/OWNER/NAME``.

    Raises
    ------
    CourseError
        If it is missing or has a form that ``parts`` does not know.
    """
    return "https://github.com/{}/{}".format(*parts(url))


def configured(root: Path = ROOT) -> str:
    """Return the address that ``_config.yml`` names, in the form that links use.

    Parameters
    ----------
    root : Path
        Folder of the course.

    Raises
    ------
    CourseError
        If the address is missing or has another form, or the file is not YAML.
    """
    try:
        settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise CourseError(f"_config.yml is not YAML: {' '.join(str(error).split())}.") from error
    return https((settings.get("repository") or {}).get("url"))
