"""`assembler ids`: give an ID to what has none, say what is wrong with those that are there, rename one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

from msgspec import Struct

from assembler.catalog import po, renaming
from assembler.document import ids as paragraph_ids
from assembler.document import walk
from assembler.document.model import HEADER_ROW, Section, Table
from assembler.document.units import extract
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Phrase, Place, Severity, in_reading_order
from assembler.formats.markdown import kinds
from assembler.formats.markdown.identify import identify
from assembler.formats.markdown.read import read_again
from assembler.jobs.translations import read_catalogs, read_templates
from assembler.nearest import nearest
from assembler.project import data, discover, files, store, together
from assembler.project.config import Config
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import NAMING, Track, untracked

NO_SUCH_ID = Kind("no-such-id", Severity.ERROR, "There is no paragraph ID “{id}”.", "{suggestion}")
LOOK_IT_UP = Phrase("Look the ID up in the attribute line above the block that is meant.")
ID_TAKEN = Kind(
    "id-taken", Severity.ERROR, "The ID “{id}” is in use already.", "Choose another: IDs are unique in the submission."
)
ID_OF_OBSOLETE = Kind(
    "id-of-obsolete",
    Severity.ERROR,
    "The ID “{id}” belongs to an obsolete translation, which would pass for one of this text; nothing was renamed.",
    "Choose another ID.",
)
ID_MALFORMED = Kind(
    "id-malformed",
    Severity.ERROR,
    "“{id}” is not an ID.",
    "Take small Latin letters, digits and single hyphens, a letter first, at most 30 characters.",
)


CELL_OF_DATA = Kind(
    "cell-of-data",
    Severity.ERROR,
    "“{id}” is a cell of a table whose rows come from {path}; nothing was renamed.",
    "Its column and its row are named in that file too. The table itself can be renamed.",
)
LEFT_ALONE = Kind(
    "section-left-alone",
    Severity.WARNING,
    "The section got no new IDs: errors in it hide IDs, and a block could get a second one.",
    "Mend these errors, then run again: assembler ids",
)


class Identified(Struct, frozen=True):
    """The files that were changed, how many IDs were added, and what is to be said of the sources."""

    changed: tuple[str, ...]
    added: int
    findings: tuple[Finding, ...]


def check(root: Path, track: Track = untracked) -> Identified:
    """Say what is wrong with IDs, and write nothing."""
    return Identified((), 0, store.load(root, track).findings)


def assign(root: Path, random: Random, track: Track = untracked) -> Identified:
    """Give an ID to every block without one, in all files or in none; no other byte of a file changes.

    Raises RefusedError while another process writes into the submission, UnwritableFileError with all as it was.
    """
    return undisturbed(root, lambda: _assign(root, random, track))


def _assign(root: Path, random: Random, track: Track) -> Identified:
    submission = store.load(root, track)
    taken = set(submission.ids)
    changes: list[Change] = []
    left_out: list[Finding] = []
    labels: dict[tuple[str, str], str] = {}
    supply = data.supply(root)
    for section in track(NAMING, (*submission.sections, *submission.parallels)):
        before = files.read_text(root, section.path)
        reading = store.read_text(before, section.path, supply)
        if any(each.code in kinds.HIDING_IDS for each in reading.findings):
            if reading.gaps:
                left_out.append(LEFT_ALONE.at(Place(section.path, None, section.id, None, section.language)))
            continue
        mint = _minting(paragraph_ids.prefix_for(section), taken, random)
        labelled = _with_labels(section, before, labels, mint)
        identified = identify(labelled, read_again(labelled, reading), mint)
        left_out += identified.findings
        if identified.text != before:
            changes.append(_change(section.path, before, identified.text))
    together.write(root, changes)
    after = store.load(root, track)
    findings = in_reading_order((*after.findings, *left_out))
    changed = tuple(change.path for change in changes)
    return Identified(changed, len(after.ids - submission.ids), tuple(findings))


def _minting(prefix: str, taken: set[str], random: Random) -> Callable[[], str]:
    def mint() -> str:
        new = paragraph_ids.mint(prefix, taken, random)
        taken.add(new)
        return new

    return mint


def _change(path: str, before: str, after: str) -> Change:
    return Change(path, before.encode(), after.encode())


def _with_labels(section: Section[str], text: str, labels: dict[tuple[str, str], str], mint: Callable[[], str]) -> str:
    """The text with an ID for each label of a note that is none, as `[^1]`.

    `labels` keeps what was given, so that versions of a section in several languages get the same.
    """
    for note in section.notes:
        if not paragraph_ids.is_well_formed(note.id) or "." in note.id:
            new = labels.setdefault((section.id, note.id), "") or mint()
            labels[section.id, note.id] = new
            text = _renamed(text, note.id, new)
    return text


def _renamed(text: str, old: str, new: str) -> str:
    from assembler.formats.markdown.rename import rename  # whose rules take long to import

    return rename(text, old, new)


def rename_id(root: Path, old: str, new: str) -> Identified:
    """Rename one ID wherever sources and catalogs use it, or nowhere; what else is to be said is left to `check`.

    Raises RefusedError while another process writes into the submission, UnwritableFileError with all as it was.
    """
    return undisturbed(root, lambda: _rename_id(root, old, new))


def _rename_id(root: Path, old: str, new: str) -> Identified:
    submission = store.load(root)
    _check_renaming(submission, old, new)
    changes: list[Change] = []
    ids: dict[str, str] = {}
    supply = data.supply(root)
    for section in (*submission.sections, *submission.parallels):
        before = files.read_text(root, section.path)
        after = _renamed(before, old, new)
        if after != before:
            changes.append(_change(section.path, before, after))
            ids |= _new_ids(section, store.read_text(after, section.path, supply).section)
    ids |= _ids_in_catalogs_only(root, submission.config, ids, old, new)
    changes += _renamed_catalogs(root, submission, ids, lambda text: _renamed(text, old, new) if old in text else text)
    together.write(root, changes)
    return Identified(tuple(change.path for change in changes), 0, ())


def _new_ids(before: Section[str], after: Section[str]) -> dict[str, str]:
    """From each unit's old ID to its new one: a table's name stands in the IDs of all its cells."""
    pairs = zip(extract(before), extract(after), strict=True)
    return {was.id: now.id for was, now in pairs if was.id != now.id}


def _ids_in_catalogs_only(root: Path, config: Config, ids: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """From old to new the IDs of obsolete rows and columns, which no section tells of.

    Raises ConfigurationError where other words have one of the new IDs: they would pass for words of this text.
    """
    places: dict[str, Place] = {}
    for code in config.languages:
        for name, catalog in read_catalogs(root, code, {}, []).items():
            units = (entry for entry in catalog.entries if entry.is_unit)
            path = discover.catalog_path(code, name)
            places |= {
                renaming.own_id(entry.id or ""): Place(path, entry.line, id=new, language=code) for entry in units
            }
    renamed = {id: _renamed_part(id, old, new) for id in places}
    moved = {id: now for id, now in {**renamed, **ids}.items() if id != now}
    for now in moved.values():
        if now in places and now not in moved:
            raise ConfigurationError(ID_OF_OBSOLETE.at(places[now], id=now))
    return moved


def _renamed_part(id: str, old: str, new: str) -> str:
    """The ID with what `old` names in it called as in `new`: a table, one of its rows, one of its columns."""
    parts, before, after = id.split("."), old.split("."), new.split(".")
    if parts[0] != before[0]:
        return id
    named = {at: name for at, name in enumerate(after) if at < len(parts) and parts[at] == before[at]}
    return ".".join(named.get(at, part) for at, part in enumerate(parts))


def _renamed_catalogs(
    root: Path, submission: Submission, ids: Mapping[str, str], text: Callable[[str], str]
) -> Iterator[Change]:
    """What becomes of catalogs and templates; `text` renames in words. A template shows what the sources were."""
    data_of_templates: dict[str, bytes] = {}
    for name, template in read_templates(root, submission, data_of_templates).items():
        renamed = renaming.renamed(template, ids, text)
        if renamed is not template:
            path = discover.template_path(name)
            yield Change(path, data_of_templates[path], po.write(renamed))
    for code in submission.config.languages:
        bytes_read: dict[str, bytes] = {}
        for name, catalog in read_catalogs(root, code, bytes_read, []).items():
            renamed = renaming.renamed(catalog, ids, text)
            if renamed is not catalog:
                path = discover.catalog_path(code, name)
                yield Change(path, bytes_read[path], po.write(renamed))


def _check_renaming(submission: Submission, old: str, new: str) -> None:
    in_sections = submission.ids.difference(unit.id for unit in submission.own_units)
    if old not in in_sections:
        suggestion = nearest(old, sorted(in_sections), LOOK_IT_UP)
        raise ConfigurationError(NO_SUCH_ID.at(Place(id=old), id=old, suggestion=suggestion))
    if not paragraph_ids.is_valid(new) or not _can_replace(old.split("."), new.split(".")):
        raise ConfigurationError(ID_MALFORMED.at(Place(id=new), id=new))
    if path := _data_of(submission, old.split(".")):
        raise ConfigurationError(CELL_OF_DATA.at(Place(id=old), id=old, path=path))
    if new in submission.ids or _names_a_cell_twice(in_sections, old, new):
        raise ConfigurationError(ID_TAKEN.at(Place(id=new), id=new))


def _data_of(submission: Submission, cell: list[str]) -> str:
    """The file that a cell's table has its rows from; empty for what is none."""
    if len(cell) == 1:
        return ""
    blocks = (each for section in submission.sections for each in walk.every_block(section.blocks))
    names = (each.pair("data") for each in blocks if isinstance(each, Table) and each.id == cell[0])
    return next((f"{data.DATA}/{name}" for name in names if name is not None), "")


def _can_replace(old: list[str], new: list[str]) -> bool:
    """Whether both are IDs of blocks, or of cells in the same table; the header row keeps its name."""
    if len(old) == 1:
        return len(new) == 1
    return len(new) == len(old) and new[0] == old[0] and (new[1] == HEADER_ROW) == (old[1] == HEADER_ROW)


def _names_a_cell_twice(ids: Iterable[str], old: str, new: str) -> bool:
    """Whether the new name of a row or column is that of another one in the table."""
    before, after = old.split("."), new.split(".")
    changed = [part for part in range(1, len(after)) if before[part] != after[part]]
    cells = (id.split(".") for id in ids if id.startswith(f"{after[0]}."))
    return any(cell[part] == after[part] for cell in cells for part in changed)
