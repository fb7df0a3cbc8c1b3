"""A submission as it was at an earlier revision: what git remembers of its files, laid out in a folder for a while.

git is asked as a program of its own and changes nothing. Only the files that have the words of editions, and say how
far they are translated, are taken out.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from msgspec import Struct

from assembler.document.terms import TERMS_FILE
from assembler.errors import AssemblerError, ConfigurationError
from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.project.config import FILE_NAME
from assembler.project.data import DATA
from assembler.project.discover import LOCALES, SOURCES

GIT_ABSENT = Kind(
    "git-absent",
    Severity.ERROR,
    "The program git is not installed; without it nobody knows what changed.",
    "Install git, or leave out what asks it: --changed-since, --revision auto.",
)
NO_REPOSITORY = Kind(
    "no-repository",
    Severity.ERROR,
    "The submission is not kept in git, or git does not give it out.",
    "Make it a repository with: git init; what changed is known from its first commit on.",
)
UNKNOWN_REVISION = Kind(
    "unknown-revision", Severity.ERROR, "git does not know the revision “{revision}”.", "{suggestion}"
)
REVISIONS = Phrase("Name a commit, a branch or a tag, for example HEAD~5 or main; all commits: git log --oneline")
SHALLOW = Phrase("This copy holds only the last commits. Fetch the others with: git fetch --unshallow")
NOT_THERE_YET = Kind(
    "no-submission-then",
    Severity.ERROR,
    "At the revision “{revision}” there was no submission.toml in this folder.",
    "Name a later revision. Those of this folder are listed by: git log --oneline submission.toml",
)
UNREADABLE_THEN = Kind(
    "unreadable-then",
    Severity.ERROR,
    "The submission as it was at the revision “{revision}” cannot be read; {where}: {reason}",
    "Name another revision: what was wrong then cannot be mended now.",
)
GIT_FAILED = Kind("git-failed", Severity.ERROR, "git could not give out the revision “{revision}”.", "{suggestion}")
NO_REVISION = Kind(
    "no-revision",
    Severity.ERROR,
    "git knows no revision of the submission.",
    "Commit it to a repository, or write the revision yourself: --revision TEXT",
)
REGULAR = (b"100644", b"100755")
ASKED_FOR = (FILE_NAME, TERMS_FILE, SOURCES, LOCALES, DATA)


class Revision(Struct, frozen=True):
    """A revision as it was named, and the commit that it is."""

    name: str
    commit: str


def revision(root: Path, name: str) -> Revision:
    """The commit that `name` means in the repository around `root`. Raises ConfigurationError where there is none."""
    inside = _git(root, "rev-parse", "--show-prefix")
    if inside.returncode:
        raise ConfigurationError(NO_REPOSITORY.at(Place(), quote=_complaint(inside.stderr)))
    found = None if name.startswith("-") else _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if found is None or found.returncode:
        suggestion = SHALLOW if _is_shallow(root) else REVISIONS
        raise ConfigurationError(UNKNOWN_REVISION.at(Place(), revision=name, suggestion=suggestion))
    return Revision(name, found.stdout.decode("ascii").strip())


def described(root: Path) -> str:
    """The nearest tag and the short name of the last commit, as `git describe` says them; `+` where files have changed
    since. Raises ConfigurationError where there is no commit."""
    done = _git(root, "describe", "--always", "--tags", "--dirty=+")
    if done.returncode:
        raise ConfigurationError(NO_REVISION.at(Place(), quote=_complaint(done.stderr)))
    return done.stdout.decode("utf-8", "replace").strip()


@contextmanager
def at(root: Path, revision: Revision) -> Iterator[Path]:
    """A folder with the submission of `root` as it was; it is gone afterwards.

    Raises ConfigurationError where the submission did not stand in this folder then, and in place of any error that
    is raised while the folder is there: its files are not those that the user has.
    """
    from tempfile import TemporaryDirectory  # takes long to import, and few ask for the past

    with TemporaryDirectory(prefix="assembler-") as name:
        folder = Path(name)
        _lay_out(root, revision, folder)
        try:
            yield folder
        except AssemblerError as error:
            raise ConfigurationError(_unreadable(revision, error.finding)) from error


def _lay_out(root: Path, revision: Revision, folder: Path) -> None:
    listing = _ask(root, revision, "ls-tree", "-r", "-z", revision.commit, "--", *ASKED_FOR)
    blobs: dict[str, bytes] = {}
    for line in filter(None, listing.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, blob = about.split(b" ")
        if mode in REGULAR:
            blobs[path.decode("utf-8", "surrogateescape")] = blob
    if FILE_NAME not in blobs:
        raise ConfigurationError(NOT_THERE_YET.at(Place(FILE_NAME), revision=revision.name))
    contents = _ask(root, revision, "cat-file", "--batch", asked=b"\n".join(blobs.values()) + b"\n")
    for name, data in zip(blobs, _batch(contents), strict=True):
        target = folder / PurePosixPath(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _batch(contents: bytes) -> Iterator[bytes]:
    """What `git cat-file --batch` prints: for each object a line that ends with its size, its bytes, a line feed."""
    position = 0
    while position < len(contents):
        end = contents.index(b"\n", position)
        size = int(contents[position:end].rpartition(b" ")[2])
        yield contents[end + 1 : end + 1 + size]
        position = end + size + 2


def _ask(root: Path, revision: Revision, *arguments: str, asked: bytes = b"") -> bytes:
    done = _git(root, *arguments, asked=asked)
    if done.returncode:
        suggestion = SHALLOW if _is_shallow(root) else Phrase("Look at the repository with: git fsck")
        failed = GIT_FAILED.at(Place(), quote=_complaint(done.stderr), revision=revision.name, suggestion=suggestion)
        raise ConfigurationError(failed)
    return done.stdout


def _git(root: Path, *arguments: str, asked: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, input=asked, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise ConfigurationError(GIT_ABSENT.at(Place())) from error


def _is_shallow(root: Path) -> bool:
    return _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _complaint(said: bytes) -> str:
    """git's own first line, as a quotation: it speaks the language of the system."""
    return said.decode("utf-8", "replace").strip().partition("\n")[0]


def _unreadable(revision: Revision, finding: Finding) -> Finding:
    where = str(finding.place)
    return UNREADABLE_THEN.at(Place(), revision=revision.name, where=where, reason=finding.sentence)
