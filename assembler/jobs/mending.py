"""`assembler check --fix`: what can be mended without losing anything is mended, in sources and in catalogs.

Only what a check would tell is mended: what is waived, old or not asked for stays. In a section the words of single
lines are replaced, in a catalog parts of an entry; no byte around them changes. Catalogs learn in the same step how
their sources are spelt now, so that no translation becomes fuzzy for it.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import po, respelling
from assembler.catalog.model import Catalog, Entry
from assembler.check.rule import Passage, Rule
from assembler.check.settle import settled
from assembler.errors import ConfigurationError
from assembler.formats.markdown.reword import reword
from assembler.jobs.check import examined
from assembler.jobs.examining import ALL, Asked, Examined, heard, since_of
from assembler.jobs.translations import Translations, translations
from assembler.project import config as configuration
from assembler.project import data, discover, files, store, together
from assembler.project.config import FILE_NAME
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import Track, untracked


class Mended(Struct, frozen=True):
    """The files that change, as they were and as they are, and how many texts are mended in them."""

    changes: tuple[Change, ...]
    texts: int


class Respelling(Struct, frozen=True):
    """A text as it was and as it is to be."""

    passage: Passage
    after: str

    @property
    def before(self) -> str:
        return self.passage.prose.source


Spellings: TypeAlias = Mapping[str, Mapping[str, str]]
"""By ID, how texts of a unit that were spelt one way are spelt now, in whatever language."""


def mend(
    root: Path, targets: Sequence[str] = (), asked: Asked = ALL, *, dry_run: bool = False, track: Track = untracked
) -> Mended:
    """Make the safe fixes of what `check` would tell; with `dry_run` nothing is written. Raises as `check` does, and
    RefusedError while another process writes into the submission."""

    def job() -> Mended:
        seen = examined(root, targets, asked, track)
        wanted = list(_respellings(root, seen, asked))
        sources = list(_sources(root, wanted))
        written = _without_refused(wanted, sources)
        present = translations(root, seen.submission, with_templates=True, track=track)
        changes = [*(change for change, _ in sources), *_catalogs(present, written)]
        changes = [each for each in changes if each.before != each.after]
        if not dry_run:
            together.write(root, changes)
        return Mended(tuple(changes), len(written))

    return job() if dry_run else undisturbed(root, job)


def _respellings(root: Path, seen: Examined, asked: Asked) -> Iterator[Respelling]:
    """The texts that are to change."""
    since = since_of(root, seen, asked)
    told = {(each.code, each.place.language, each.place.id) for each in heard(root, seen, since).findings}
    found = {(each.code, each.place.language, each.place.id) for each in seen.findings}

    def is_meant(rule: Rule, passage: Passage) -> bool:
        key = (rule.code, passage.language, passage.id)
        return key in told or (key not in found and (passage.language, passage.id) in touched)

    touched = {(language, id) for _, language, id in told}
    by_key = {(each.language, each.id): each for texts in seen.texts.texts.values() for each in texts}
    for key, text in settled(seen.rules, seen.texts, is_meant).items():
        yield Respelling(by_key[key], text)


# --- sources ---------------------------------------------------------------------------------------------------------

Written: TypeAlias = tuple[Change, set[str]]
"""What becomes of a file, and the IDs whose new words are in it."""


def _sources(root: Path, wanted: Iterable[Respelling]) -> Iterator[Written]:
    by_path: dict[str, list[Respelling]] = defaultdict(list)
    for each in wanted:
        by_path[each.passage.place.file or ""].append(each)
    for path, those in by_path.items():
        if path == FILE_NAME:
            yield _configuration(root, those)
        elif path.endswith(".md"):
            yield _section(root, path, those)


def _section(root: Path, path: str, wanted: Sequence[Respelling]) -> Written:
    """The section with the new words. Of a text over several lines one place after the other is mended, the last one
    first, so that each stays in its line."""
    before = files.read_text(root, path)
    supply = data.supply(root)
    steps = {each.passage.id: _steps(each, before) for each in wanted}
    text, said = before, {each.passage.id: each.before for each in wanted}
    for step in zip_longest(*steps.values()):
        words = {id: new for id, new in zip(steps, step, strict=True) if new is not None}
        done = reword(text, store.read_text(text, path, supply), words)
        text = done.text
        said |= done.words
    written = {each.passage.id for each in wanted if said[each.passage.id] == each.after}
    return Change(path, before.encode(), text.encode()), written


def _steps(wanted: Respelling, text: str) -> list[str]:
    """The way to the new words: at once where they stand in one line, else edit by edit."""
    if wanted.before in text:
        return [wanted.after]
    words, steps = wanted.before, []
    for start, end, new in reversed(respelling.edits(wanted.before, wanted.after)):
        words = words[:start] + new + words[end:]
        steps.append(words)
    return steps


def _configuration(root: Path, wanted: Sequence[Respelling]) -> Written:
    """`submission.toml` with the new words between the marks of the strings that they stand in."""
    before = files.read_text(root, FILE_NAME)
    text, written = before, set()
    for each in wanted:
        lines = text.splitlines(keepends=True)
        at = (each.passage.place.line or 1) - 1
        lines[at] = lines[at].replace(each.before, each.after, 1)
        if _says(new := "".join(lines), text, each):
            text = new
            written.add(each.passage.id)
    return Change(FILE_NAME, before.encode(), text.encode()), written


def _says(new: str, old: str, wanted: Respelling) -> bool:
    """Whether the file says the new words in that place, and everything else as it did."""
    try:
        after, before = (
            {unit.id: unit.text for unit in configuration.units(configuration.read(each))} for each in (new, old)
        )
    except (ConfigurationError, tomllib.TOMLDecodeError):
        return False
    return after == before | {wanted.passage.id: wanted.after}


def _without_refused(wanted: Iterable[Respelling], sources: Iterable[Written]) -> list[Respelling]:
    """What can be written: all in catalogs, and in sources what they have taken."""
    taken = {(change.path, id) for change, ids in sources for id in ids}
    return [
        each
        for each in wanted
        if (each.passage.place.file or "").endswith(".po") or (each.passage.place.file, each.passage.id) in taken
    ]


# --- catalogs --------------------------------------------------------------------------------------------------------


def _catalogs(present: Translations, written: Iterable[Respelling]) -> Iterator[Change]:
    """Every catalog and template that knows one of the texts, as its source or as its translation."""
    spellings: dict[str, dict[str, str]] = defaultdict(dict)
    own: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for each in written:
        spellings[each.passage.id][each.before] = each.after
        own[each.passage.language][each.passage.id][each.before] = each.after
    for code, catalogs in present.read.items():
        for name, catalog in catalogs.items():
            yield _catalog(present, discover.catalog_path(code, name), catalog, spellings, own[code])
    for name, template in present.templates.items():
        yield replace(_catalog(present, discover.template_path(name), template, spellings, {}), lasting=False)


def _catalog(present: Translations, path: str, catalog: Catalog, spellings: Spellings, own: Spellings) -> Change:
    """A catalog in another character set than UTF-8 may not have the new signs; the next update gives it UTF-8."""
    before = present.data[path]
    entries = tuple(_entry(entry, spellings, own) for entry in catalog.entries)
    changed = any(new is not old for new, old in zip(entries, catalog.entries, strict=True))
    if not changed or catalog.encoding not in ("utf-8", po.WITH_MARK):
        return Change(path, before, before)
    return Change(path, before, po.write(replace(catalog, entries=entries)))


def _entry(entry: Entry, spellings: Spellings, own: Spellings) -> Entry:
    id = entry.id or ""
    if id not in spellings or entry.obsolete or not entry.is_unit:
        return entry
    source = spellings[id].get(entry.source, entry.source)
    translation = own[id].get(entry.translation, entry.translation) if id in own and entry.is_current else None
    return respelling.respelled(entry, source, entry.translation if translation is None else translation)
