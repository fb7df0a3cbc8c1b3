"""What the rules look at: every text of a submission in the languages asked for, with the place to change it.

A text is the original of a unit, its current translation, or words that belong to one language alone (`only` blocks).
Translations that are fuzzy are left out: somebody has to work on them anyway, and what was translated from another
text cannot be held against this one. Of what is merged in memory every text is as it will be in the edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import status as standing
from assembler.catalog.status import Standing
from assembler.check.prose import Prose, prose
from assembler.check.rule import Passage
from assembler.check.run import Corpus
from assembler.check.tongue import Tongue, tongue
from assembler.document import inline, walk
from assembler.document.model import Div, Section
from assembler.document.units import NOT_UNITS, State, Unit, private_notes
from assembler.findings import Place
from assembler.jobs.translations import Translations, grouping, parallel_units, standing_in
from assembler.project import discover
from assembler.project.store import Submission


def corpus(
    submission: Submission, present: Translations, codes: Sequence[str], words: frozenset[str] = frozenset()
) -> Corpus:
    """The texts of these languages; `present` must hold them and the pivots that they are translated through. `words`
    are right in this submission."""
    tongues = _tongues(submission, words)
    shelf = _Shelf(submission, present, tongues)
    standings = {
        code: standing.standings(code, submission.units, present.updates.get(code)) for code in _needed(present, codes)
    }
    originals = {unit.id: _original(unit, tongues) for unit in submission.units}
    by_language = {code: shelf.passages(each, originals) for code, each in standings.items()}
    pairs = [pair for code in codes for pair in _pairs(submission, standings[code], by_language, originals)]
    texts = {code: (*by_language[code].values(), *_private(submission, tongues[code])) for code in codes}
    versions = [_versions(unit, codes, by_language, originals) for unit in submission.units]
    return Corpus(texts, pairs, [each for each in versions if len(each) > 1])


def texts_of(texts: Corpus) -> dict[tuple[str, str], str]:
    """The markup of every text that has an ID, by language and ID."""
    every = (each for passages in texts.texts.values() for each in passages)
    return {(each.language, each.id): each.prose.source for each in every if each.id}


def _needed(present: Translations, codes: Sequence[str]) -> list[str]:
    return list(dict.fromkeys((*present.updates, *codes)))


def _tongues(submission: Submission, words: frozenset[str]) -> dict[str, Tongue]:
    """Every language of the submission with its terms and words: one value of each, on which much is kept."""
    terms = submission.terms or ()
    return {code: replace(tongue(code), terms=terms, words=words) for code in submission.config.languages}


def _original(unit: Unit, tongues: Mapping[str, Tongue]) -> Passage:
    place = Place(unit.path or None, unit.line or None, unit.section, unit.id, unit.language)
    return Passage(unit.id, unit.section, unit.role, tongues[unit.language], prose(unit.text), place)


class _Shelf(Struct, frozen=True):
    """Makes passages of translations, which know where their words were read."""

    submission: Submission
    present: Translations
    tongues: Mapping[str, Tongue]

    def passages(self, standings: Sequence[Standing], originals: Mapping[str, Passage]) -> dict[str, Passage]:
        """The current texts of one language by ID, in the order of the units."""
        if not standings:
            return {}
        code = standings[0].language
        beside = parallel_units(self.submission).get(code, {})
        names = standing_in(self.present, code)
        of = grouping(self.submission.config)
        spoken = self.tongues[code]
        found: dict[str, Passage] = {}
        for each in standings:
            unit, entry = each.unit, each.entry
            if each.state is State.ORIGINAL:
                found[unit.id] = originals[unit.id]
            elif each.state is State.TRANSLATED and entry is not None:
                name = names.get((unit.id, entry.line)) or of(unit.section)
                place = _place(unit, code, entry.translation, entry.line, name, beside.get(unit.id))
                found[unit.id] = _translated(unit, spoken, prose(entry.translation), place)
        return found


def _translated(unit: Unit, spoken: Tongue, words: Prose, place: Place) -> Passage:
    return Passage(unit.id, unit.section, unit.role, spoken, words, place)


def _place(unit: Unit, code: str, text: str, line: int, name: str, beside: Unit | None) -> Place:
    """The entry of a catalog; where the words were taken from a parallel version, the place in its file."""
    if beside is not None and beside.text == text:
        return Place(beside.path, beside.line or None, unit.section, unit.id, code)
    return Place(discover.catalog_path(code, name), line or None, unit.section, unit.id, code)


def _pairs(
    submission: Submission,
    standings: Sequence[Standing],
    by_language: Mapping[str, Mapping[str, Passage]],
    originals: Mapping[str, Passage],
) -> Iterator[tuple[Passage, Passage]]:
    """Current translations, each with the text that it was translated from."""
    for each in standings:
        if each.state is State.TRANSLATED and each.source is not None and each.source.text is not None:
            pivot = submission.config.pivots.get(each.language)
            through = standing.source_language(each, pivot)
            source = by_language.get(through, {}).get(each.unit.id) or originals[each.unit.id]
            yield by_language[each.language][each.unit.id], source


def _versions(
    unit: Unit,
    codes: Sequence[str],
    by_language: Mapping[str, Mapping[str, Passage]],
    originals: Mapping[str, Passage],
) -> list[Passage]:
    others = (by_language[code].get(unit.id) for code in codes if code != unit.language)
    return [originals[unit.id], *(each for each in others if each is not None)]


# --- words of one language alone -------------------------------------------------------------------------------------


def _private(submission: Submission, spoken: Tongue) -> Iterator[Passage]:
    """The words of `only` blocks of this language, and of the notes that only they call."""
    for section in submission.sections:
        for div in _only(section):
            if dict(div.pairs).get("lang") == spoken.code:
                yield from _of_div(section, div, spoken)


def _only(section: Section[str]) -> list[Div[str]]:
    return [each for each in walk.every_block(section.blocks) if isinstance(each, Div) and each.name in NOT_UNITS]


def _of_div(section: Section[str], div: Div[str], spoken: Tongue) -> Iterator[Passage]:
    own = [leaf for block in div.blocks for leaf in walk.block_leaves(block, ())]
    called = {mark for leaf in own for mark in inline.note_marks(leaf.words)} & private_notes(section)
    notes = [leaf for leaf in walk.leaves(section) if leaf.note in called] if called else []
    for leaf in (*own, *notes):
        if leaf.words.strip():
            place = Place(section.path, leaf.line or None, section.id, leaf.id, spoken.code)
            yield Passage(leaf.id or "", section.id, leaf.role, spoken, prose(leaf.words), place)
