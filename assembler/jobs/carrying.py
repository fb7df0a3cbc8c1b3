"""`update --write-sources`: what translators changed in catalogs goes into the parallel versions of sections.

Only a translation that is current, and whose text in the section is still the one that both agreed on, is carried;
what changed on both sides is a conflict and stays where it is. The catalogs then remember what the sections say now.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import parallel
from assembler.catalog.merge import Merged
from assembler.document.model import Section
from assembler.document.units import extract
from assembler.findings import Finding, Place
from assembler.jobs.translations import Translations, parallel_units
from assembler.project import data, files, store, together
from assembler.project.store import Submission
from assembler.project.together import Change, ChangedMeanwhileError

if TYPE_CHECKING:
    from assembler.formats.markdown.reword import Reworded


class Carried(Struct, frozen=True):
    """The translations as the catalogs are to have them, the changed sections, and by language the IDs that were
    carried.
    """

    translations: Translations
    sources: tuple[Change, ...] = ()
    ids: dict[str, tuple[str, ...]] = {}
    findings: tuple[Finding, ...] = ()


def carry(root: Path, submission: Submission, present: Translations) -> Carried:
    """Carry every language's changed translations into its parallel sections; nothing is written yet.

    Raises ChangedMeanwhileError where a section is no longer what the submission was read from.
    """
    said: dict[str, dict[str, str]] = {}
    changes: list[Change] = []
    findings: list[Finding] = []
    wanted = _wanted(submission, present)
    for section in submission.parallels:
        ahead = wanted[section.language]
        own = {unit.id: ahead[unit.id] for unit in extract(section) if unit.id in ahead}
        if not own:
            continue
        change, done = _reworded(root, section, own)
        changes.append(change)
        said.setdefault(section.language, {}).update(done.words)
        findings += (_not_written(section, id, own[id]) for id in own if id not in done.words)
    ids = {code: tuple(words) for code, words in said.items() if words}
    return Carried(_agreed(present, said), tuple(changes), ids, tuple(findings))


def _wanted(submission: Submission, present: Translations) -> dict[str, dict[str, str]]:
    """The texts to be carried, by language and ID."""
    return {
        code: parallel.ahead(present.updates[code].merged.catalogs.values(), units) if code in present.updates else {}
        for code, units in parallel_units(submission).items()
    }


def _reworded(root: Path, section: Section[str], words: Mapping[str, str]) -> tuple[Change, Reworded]:
    before = files.read_text(root, section.path)
    reading = store.read_text(before, section.path, data.supply(root))
    if reading.section != section:
        raise ChangedMeanwhileError(together.CHANGED_MEANWHILE.at(Place(section.path)))
    from assembler.formats.markdown.reword import reword  # few updates carry anything

    done = reword(before, reading, words)
    return Change(section.path, before.encode(), done.text.encode()), done


def _not_written(section: Section[str], id: str, words: str) -> Finding:
    from assembler.formats.markdown.reword import NOT_WRITTEN

    line = next((unit.line for unit in extract(section) if unit.id == id), None)
    return NOT_WRITTEN.at(Place(section.path, line, section.id, id, section.language), words=words)


def _agreed(present: Translations, said: Mapping[str, Mapping[str, str]]) -> Translations:
    updates = {
        code: replace(
            update, merged=Merged(parallel.carried(update.merged.catalogs, said.get(code, {})), update.merged.account)
        )
        for code, update in present.updates.items()
    }
    return replace(present, updates=updates)
