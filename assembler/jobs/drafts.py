"""An edition as a committee looks at it: its words counted by part, and what else a profile asks for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assembler.catalog import wordcount
from assembler.catalog.status import Standing
from assembler.check import committees
from assembler.check.draft import Draft, Part, Profile
from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Document,
    Figure,
    Heading,
    List,
    Paragraph,
    Quote,
    RawBlock,
    Spread,
    Table,
    Version,
    Words,
)
from assembler.document.names import LISTS, RECOMMENDATION
from assembler.document.units import State
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Place, Severity, phrase
from assembler.jobs.editions import SingleEdition
from assembler.keypaths import line_of
from assembler.nearest import among
from assembler.project.config import FILE_NAME, Config, cover_fields
from assembler.project.store import Submission

NO_SUCH_PROFILE = Kind("no-such-profile", Severity.ERROR, "There is no profile “{profile}”.", "{suggestion}")

SUMMARY = "summary"
CAUTION = 1000
"""A ratio that is learnt from as many words as this counts for as much as the one that is known beforehand."""


def profile(id: str, config: Config, text: str) -> Profile:
    """The profile asked for, else that which the configuration in `text` names. Raises ConfigurationError."""
    wanted = id or config.check.profile
    if wanted not in committees.known():
        place = Place() if id else Place(FILE_NAME, line_of(text, ["check", "profile"]))
        known = phrase("There are these: {names}.", names=", ".join(committees.known()))
        suggestion = among(wanted, committees.known(), known)
        raise ConfigurationError(NO_SUCH_PROFILE.at(place, profile=wanted, suggestion=suggestion))
    return committees.load(wanted)


def draft(profile: Profile, submission: Submission, edition: SingleEdition) -> Draft:
    """One language's edition under a profile."""
    config, document = submission.config, edition.composed.document
    counts = _counted(edition, document)
    language = _target(profile, document.language, config)
    own = counts.pop(language, Counter())
    return Draft(
        profile=profile,
        language=language,
        counts=dict(own),
        foreign={code: dict(parts) for code, parts in counts.items()},
        ratios=_ratios(edition.standings, language, counts),
        languages=tuple(config.languages),
        title=walk.plain_text(document.title.content),
        cover=_fields(config),
        numbered=config.numbering.paragraphs,
        contents=document.contents,
        summary=_has(document, SUMMARY),
        recommendations=_has(document, RECOMMENDATION),
        articles=tuple(_articles(document.blocks)),
        place=Place(FILE_NAME, language=document.language),
    )


def _target(profile: Profile, language: str, config: Config) -> str:
    """The language in which the edition counts: its own, or, where the submission is in none that the committee takes,
    the first of these that is foreseen."""
    accepted = profile.languages.any_of if profile.languages is not None else ()
    foreseen = [code for code in accepted if code in committees.lengths()]
    return language if not foreseen or any(code in accepted for code in config.languages) else foreseen[0]


def chosen(profile: Profile, editions: Sequence[SingleEdition]) -> list[SingleEdition]:
    """The edition that a committee would get: in the first language that it takes, or else the first of all."""
    accepted = profile.languages.any_of if profile.languages is not None else ()
    fit = [each for code in accepted for each in editions if each.composed.document.language == code]
    return fit[:1] or list(editions[:1])


def _fields(config: Config) -> frozenset[str]:
    """The keys of the cover that have words, those of tables too; members stand in a table of their own."""
    filled = {key for path, words in cover_fields(config.cover) if words.strip() for key in path[1:]}
    return frozenset(filled | ({"members"} if config.members else set()))


def _has(document: Document[Words], name: str) -> bool:
    return any(isinstance(each, Div) and each.name == name for each in walk.every_block(document.blocks))


def _articles(blocks: Blocks[Words]) -> Iterator[int]:
    """The articles that sections are named after, in their order."""
    for block in blocks:
        if isinstance(block, Heading) and (found := re.fullmatch(r"article (\d+)", block.pair("ref") or "")):
            yield int(found[1])


# --- words -----------------------------------------------------------------------------------------------------------

Counted = dict[str, Counter[Part]]
"""Words by the language that they stand in, and by part."""


def _counted(edition: SingleEdition, document: Document[Words]) -> Counted:
    found: Counted = defaultdict(Counter)
    for words in (document.title, document.subtitle, *(field.words for field in document.cover)):
        if words is not None:
            _add(found, "cover", words)
    for _, blocks in edition.composed.chapters:
        first = next(iter(blocks), None)
        is_annex = isinstance(first, Heading) and bool(first.label)
        _count(found, blocks, "annexes" if is_annex else "text")
    for note in document.notes:
        _count(found, note.blocks, "notes")
    return found


def _count(found: Counted, blocks: Blocks[Words], part: Part) -> None:
    for block in blocks:
        _count_block(found, block, part)


def _count_block(found: Counted, block: Block[Words], part: Part) -> None:
    """What stands in an annex, in a note or in a list that is made counts as that, whatever it is."""
    match block:
        case Paragraph():
            _add(found, part, block.words)
        case Heading():
            _add(found, _or(part, "headings"), block.words)
        case List():
            for item in block.items:
                _count(found, item.blocks, part)
        case Div():
            of_div: Part = "lists" if block.name in LISTS else _or(part, "summary" if block.name == SUMMARY else part)
            _count(found, block.blocks, of_div)
        case Quote() | Version():
            _count(found, block.blocks, part)
        case Table():
            _count_caption(found, block.caption, part)
            for row in (block.head, *block.rows):
                for cell in row.cells:
                    _add(found, _or(part, "tables"), cell.words)
        case Figure():
            _count_caption(found, block.caption, part)
        case RawBlock() | Spread():
            pass


def _count_caption(found: Counted, caption: Paragraph[Words] | None, part: Part) -> None:
    if caption is not None:
        _add(found, _or(part, "captions"), caption.words)


def _or(part: Part, other: Part) -> Part:
    return other if part == "text" else part


def _add(found: Counted, part: Part, words: Words) -> None:
    found[words.language][part] += len(walk.plain_text(words.content).split())


def _ratios(standings: Iterable[Standing], language: str, present: Iterable[str]) -> Mapping[str, float]:
    """How many words of this language a word of another becomes: what is known of the two languages beforehand, and
    the more words are translated, the more what is learnt from them."""
    here: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for each in standings:
        if each.state is State.TRANSLATED and each.entry is not None and each.language == language:
            here[each.unit.language] += wordcount.count(each.entry.translation)
            there[each.unit.language] += wordcount.count(each.unit.text)
    return {code: (here[code] + CAUTION * _known(code, language)) / (there[code] + CAUTION) for code in present}


def _known(before: str, after: str) -> float:
    lengths = committees.lengths()
    return lengths[after] / lengths[before] if before in lengths and after in lengths else 1.0
