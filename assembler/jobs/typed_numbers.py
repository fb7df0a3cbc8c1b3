"""Numbers that were typed, and those that the submission computes: where do they differ?

pandoc keeps the first number of a list alone, so those of the other items are looked up in the lines of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Paragraph, Section, Text, Words
from assembler.edition.number import Chapter, number
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.pandoc.read import Imported, TypedNumber
from assembler.jobs.editions import plan
from assembler.language import load as languages
from assembler.project.config import FILE_NAME
from assembler.project.store import Submission

NUMBER_DIFFERS = Kind(
    "number-differs",
    Severity.WARNING,
    "The number typed here was {typed}, the computed one is {computed}; paragraphs with the same shift: {count}.",
    "A gap in typed numbers closes, because numbers are computed. Look for texts that refer to the old numbers.",
)
NUMBERS_RESTART = Kind(
    "numbers-restart",
    Severity.WARNING,
    "Sections whose typed numbers begin again at 1, where those of the submission go on: {count}.",
    'If they are to begin again, write into submission.toml, under [numbering]: restart = "section"',
)


_TYPED = re.compile(r"^ {0,3}(?P<number>\d{1,9})\.[ \t]+(?P<words>\S.*)$", re.MULTILINE)
_ENOUGH = 12
"""Letters and digits that must agree for a line to be the beginning of a paragraph."""


def as_typed(imported: Imported, text: str) -> Imported:
    """With the numbers that stand in `text`, where those of a list rise; who writes `1.` everywhere means pandoc's."""
    words = {each.id: walk.plain_text(each.words) for each in imported.section.blocks if isinstance(each, Paragraph)}
    start = 0
    numbers: list[TypedNumber] = []
    for run in _runs(imported.numbers):
        found: list[TypedNumber] = []
        for each in run:
            line = _line(text, start, words.get(each.id, ""))
            start = start if line is None else line.end()
            found.append(each if line is None else replace(each, value=int(line["number"])))
        rising = all(one.value < following.value for one, following in pairwise(found))
        numbers += found if rising else run
    return replace(imported, numbers=tuple(numbers))


def _runs(numbers: Sequence[TypedNumber]) -> Iterator[list[TypedNumber]]:
    """The numbers of each list: as pandoc gives them, they count on inside it."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1].value - pair[0]):
        yield [typed for _, typed in run]


def _line(text: str, start: int, words: str) -> re.Match[str] | None:
    """The next line with a typed number that begins as the paragraph does."""
    return next((line for line in _TYPED.finditer(text, start) if _begin_alike(line["words"], words)), None)


def _begin_alike(one: str, other: str) -> bool:
    ones, others = ("".join(filter(str.isalnum, each))[:_ENOUGH] for each in (one, other))
    length = min(len(ones), len(others))
    return length > 0 and ones[:length] == others[:length]


def differences(submission: Submission, imported: Sequence[Imported]) -> Iterator[Finding]:
    """Where the typed number is not the one that the submission gives: once for each run of the same shift.

    Sections that begin again at 1 against the rule of the submission are reported together, and the numbers in them
    compared as if they did.
    """
    computed = computed_numbers(submission)
    lines = {leaf.id: leaf.line for section in submission.sections for leaf in walk.leaves(section)}
    restarting = 0
    for each in imported:
        known = [typed for typed in each.numbers if typed.id in computed]
        before = computed[known[0].id] - 1 if known and known[0].value == 1 else 0
        restarting += before > 0
        shifts = [(computed[typed.id] - before - typed.value, typed) for typed in known]
        for shift, run in groupby(shifts, lambda pair: pair[0]):
            (_, first), *more = run
            if shift:
                place = _place(each, first, lines.get(first.id))
                numbers = {"typed": str(first.value), "computed": str(first.value + shift)}
                yield NUMBER_DIFFERS.at(place, **numbers, count=len(more) + 1)
    if restarting:
        yield NUMBERS_RESTART.at(Place(FILE_NAME), count=restarting)


def _place(imported: Imported, typed: TypedNumber, line: int | None) -> Place:
    section = imported.section
    return Place(section.path, line, section.id, typed.id, section.language)


def computed_numbers(submission: Submission) -> dict[str, int]:
    """The number of every numbered paragraph, as an edition has it, by ID."""
    sections = {section.id: section for section in submission.sections}
    chapters = [
        _chapter(sections[planned.id], numbered=planned.numbered, restart=planned.restart)
        for _, part in plan(submission.config, submission.printed)
        for planned in part
    ]
    targets = number(chapters, languages.load(submission.config.original)).targets
    return {id: int(target.number) for id, target in targets.items() if target.kind == "paragraph"}


def _chapter(section: Section[str], *, numbered: bool, restart: bool) -> Chapter:
    words = walk.map_words(section, lambda _, text: Words((Text(text),), section.language))
    return Chapter(section.id, words.blocks, words.notes, numbered, restart)
