"""The revision of the sources in words that git knows: where the submission is kept in a repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

from assembler.errors import ConfigurationError
from assembler.findings import Kind, Place, Severity

NO_REVISION = Kind(
    "no-revision",
    Severity.ERROR,
    "git knows no revision of the folder “{folder}”.",
    "Commit it to a git repository, or write the revision yourself: --revision TEXT",
)


def described(root: Path) -> str:
    """The nearest tag and the short name of the last commit, as `git describe` says them; `+` when files have changed
    since. Raises ConfigurationError where there is no git, no repository or no commit."""
    command = ["git", "-C", str(root), "describe", "--always", "--tags", "--dirty=+"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError as error:
        raise _unknown(root) from error
    if done.returncode != 0 or not done.stdout.strip():
        raise _unknown(root)
    return done.stdout.strip()


def _unknown(root: Path) -> ConfigurationError:
    return ConfigurationError(NO_REVISION.at(Place(), folder=root.name))
