"""`assembler ids`: give an ID to what has none, say what is wrong with those that are there, rename one."""

from __future__ import annotations

from pathlib import Path
from random import Random

from msgspec import Struct

from assembler.document import ids as paragraph_ids
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.formats.markdown.identify import identify
from assembler.formats.markdown.read import read
from assembler.formats.markdown.rename import rename
from assembler.nearest import nearest
from assembler.project import files, store
from assembler.project.store import Submission

NO_SUCH_ID = Kind("no-such-id", Severity.ERROR, "There is no paragraph ID “{id}”.", "{suggestion}")
LOOK_IT_UP = Phrase("Look the ID up in the attribute line above the block that is meant.")
ID_TAKEN = Kind(
    "id-taken", Severity.ERROR, "The ID “{id}” is in use already.", "Choose another: IDs are unique in the submission."
)
ID_MALFORMED = Kind(
    "id-malformed",
    Severity.ERROR,
    "“{id}” is not an ID.",
    "Take small Latin letters, digits and single hyphens, a letter first, at most 30 characters.",
)


class Identified(Struct, frozen=True):
    """The files that were changed, how many IDs were added, and what is to be said of the sources."""

    changed: tuple[str, ...]
    added: int
    findings: tuple[Finding, ...]


def check(root: Path) -> Identified:
    """Say what is wrong with IDs, and write nothing."""
    return Identified((), 0, store.load(root).findings)


def assign(root: Path, random: Random) -> Identified:
    """Give an ID to every block without one; no other byte of a file changes."""
    submission = store.load(root)
    taken = set(submission.ids)
    changed: list[str] = []
    left_out: list[Finding] = []
    for section in (*submission.sections, *submission.parallels):
        text = files.read_text(root, section.path)
        reading = read(text, id=section.id, language=section.language, path=section.path)
        prefix = paragraph_ids.prefix_for(section)

        def mint(prefix: str = prefix) -> str:
            new = paragraph_ids.mint(prefix, taken, random)
            taken.add(new)
            return new

        identified = identify(text, reading, mint)
        left_out += identified.findings
        if files.write_text(root, section.path, identified.text):
            changed.append(section.path)
    after = store.load(root)
    return Identified(tuple(changed), len(after.ids) - len(submission.ids), (*after.findings, *left_out))


def rename_id(root: Path, old: str, new: str) -> Identified:
    """Rename one ID wherever sources use it. Its translations follow with the next update of the catalogs."""
    submission = store.load(root)
    _check_renaming(submission, old, new)
    changed: list[str] = []
    for section in (*submission.sections, *submission.parallels):
        text = files.read_text(root, section.path)
        renamed = rename(text, old, new)
        if files.write_text(root, section.path, renamed):
            changed.append(section.path)
    return Identified(tuple(changed), 0, store.load(root).findings)


def _check_renaming(submission: Submission, old: str, new: str) -> None:
    if old not in submission.ids:
        suggestion = nearest(old, sorted(submission.ids), LOOK_IT_UP)
        raise ConfigurationError(NO_SUCH_ID.at(Place(id=old), id=old, suggestion=suggestion))
    if not paragraph_ids.is_valid(new):
        raise ConfigurationError(ID_MALFORMED.at(Place(id=new), id=new))
    if new in submission.ids:
        raise ConfigurationError(ID_TAKEN.at(Place(id=new), id=new))
