"""The public repository that ``_config.yml`` names: one form of its address for every link."""

import re
from pathlib import Path

import yaml

from . import ROOT
from .errors import CourseError

# as a browser shows it, as "Clone" offers it, with or without a name and a password
ADDRESS = re.compile(
    r"(?:(?:https?|ssh|git)://)?(?:[^@/\s]+@)?(?:www\.)?github\.com[:/]+"
    r"(?P<owner>[\w-]+)/(?P<name>[\w.-]+?)(?:\.git)?/*",
    re.IGNORECASE,
)


def parts(url: str | None) -> tuple[str, str]:
    """Owner and name of the GitHub repository at an address.

    Parameters
    ----------
    url : str
        ``https://github.com/OWNER/NAME``, also with ``.git`` or a slash at its end, or git's own
        form, ``git@github.com:OWNER/NAME.git``.

    Raises
    ------
    CourseError
        If it is none of these.
    """
    found = ADDRESS.fullmatch(str(url or "").strip())
    if not found:
        raise CourseError(
            "In _config.yml, url under repository should be https://github.com/OWNER/NAME, "
            f"{f'not {url!r}' if url else 'and is missing'}."
        )
    return found["owner"], found["name"]


def https(url: str | None) -> str:
    """The address in the one form that links are made from: ``https://github.com/OWNER/NAME``."""
    return "https://github.com/{}/{}".format(*parts(url))


def configured(root: Path = ROOT) -> str:
    """The address that the ``_config.yml`` of the course at ``root`` names, in that form.

    Raises
    ------
    CourseError
        If it is missing or of another kind, or if the file is not YAML.
    """
    try:
        settings = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8")) or {}
    except yaml.YAMLError as error:
        raise CourseError(f"_config.yml is not YAML: {' '.join(str(error).split())}.") from error
    return https((settings.get("repository") or {}).get("url"))
