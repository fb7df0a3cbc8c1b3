"""A submission of any size, in the source dialect: sections of 48 paragraphs, and their `submission.toml`.

What counts as a paragraph is a paragraph of running text or a list item. Headings, notes, captions and cells come on
top. The same size always gives the same bytes: every section draws from random numbers of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.prose import Prose

PER_SECTION = 48
PER_PART = 10
ORIGINAL = "ru"
TARGETS = ("kk", "en")

NOTED = 0.15
"""The share of paragraphs with a note."""
REFERRING = 0.05
"""The share of paragraphs that refer to another one."""
ELSEWHERE = 0.3
"""The share of references that go to another section."""
SUBHEADING_EVERY = 15

PARAGRAPH = 56
ITEM = 20
CELL = 4
"""Median lengths in words."""


def generate(folder: Path, paragraphs: int) -> None:
    """Write a submission of at least so many paragraphs, in whole sections, into `folder`, which must be empty."""
    count = sections_of(paragraphs)
    sources = folder / "sources" / ORIGINAL
    sources.mkdir(parents=True)
    (folder / "submission.toml").write_text(configuration(count), encoding="utf-8")
    for number in range(1, count + 1):
        (sources / f"{name(number)}.md").write_text(section(number), encoding="utf-8")


def sections_of(paragraphs: int) -> int:
    """How many sections hold so many paragraphs."""
    return -(-paragraphs // PER_SECTION)


def name(number: int) -> str:
    return f"{number:04}-section"


def configuration(sections: int) -> str:
    """`submission.toml`: a cover, languages, parts of ten sections each."""
    prose = Prose(Random("configuration"))
    languages = "\n\n".join(f"[languages.{code}]" for code in (ORIGINAL, *TARGETS))
    parts = "\n\n".join(_part(prose, first, sections) for first in range(1, sections + 1, PER_PART))
    return f"""title = "{prose.title()}"
subtitle = "{prose.title()}"
original = "{ORIGINAL}"

[cover]
committee = "{prose.title()}"
session = "{prose.title()}"
date = "[2016-05-27]{{.date}}"

{languages}

[numbering]
paragraphs = true
restart = "never"

{parts}
"""


def _part(prose: Prose, first: int, sections: int) -> str:
    names = ", ".join(f'"{name(number)}"' for number in range(first, min(first + PER_PART, sections + 1)))
    return f'[[parts]]\nid = "part-{first:04}"\ntitle = "{prose.title()}"\nsections = [{names}]'


def section(number: int) -> str:
    """The text of a section file with exactly `PER_SECTION` paragraphs."""
    draft = _Draft(number)
    draft.heading(1)
    _plain(draft)
    while draft.left:
        if draft.is_subheading_due:
            draft.heading(2)
        fitting = [(piece, chance) for piece, size, chance in PIECES if size <= draft.left]
        pieces, chances = zip(*fitting, strict=True)
        draft.random.choices(pieces, chances)[0](draft)
    return draft.finished()


class _Draft:
    """A section that is being written. IDs say the section, what they stand on, and count."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.random = Random(f"section {number}")
        self.prose = Prose(self.random)
        self.blocks: list[str] = []
        self.notes: list[str] = []
        self.numbered: list[str] = []
        self.left = PER_SECTION
        self.subheading_due = SUBHEADING_EVERY
        self.counts: Counter[str] = Counter()

    @property
    def is_subheading_due(self) -> bool:
        return PER_SECTION - self.left >= self.subheading_due

    def id(self, kind: str) -> str:
        self.counts[kind] += 1
        return f"s{self.number:04}-{kind}{self.counts[kind]}"

    def add(self, id: str, *lines: str) -> None:
        self.blocks.append("\n".join((f"{{#{id}}}", *lines)))

    def heading(self, level: int) -> None:
        id = f"s{self.number:04}" if level == 1 else self.id("h")
        self.add(id, f"{'#' * level} {self.prose.title()}")
        self.subheading_due += 0 if level == 1 else SUBHEADING_EVERY

    def text(self, median: int) -> str:
        """The words of one paragraph, with its note and its reference if chance gives it one."""
        self.left -= 1
        mark = self.id("n") if self.random.random() < NOTED else ""
        if mark:
            self.notes.append(f"[^{mark}]: {self.prose.citation()}")
        return self.prose.text(median, mark=mark, reference=self._reference())

    def _reference(self) -> str:
        if not self.numbered or self.random.random() >= REFERRING:
            return ""
        if self.number > 1 and self.random.random() < ELSEWHERE:
            return f"s{self.random.randrange(1, self.number):04}-p1"
        return self.random.choice(self.numbered)

    def paragraph(self) -> str:
        """A numbered paragraph; its ID."""
        id = self.id("p")
        self.add(id, self.text(PARAGRAPH))
        self.numbered.append(id)
        return id

    def items(self, markers: tuple[str, ...]) -> list[str]:
        """The lines of list items, one for each marker."""
        lines: list[str] = []
        for marker in markers:
            id = self.id("i")
            lines += [f"{marker} {{#{id}}}", f"{' ' * len(marker)} {self.text(ITEM)}"]
        return lines

    def finished(self) -> str:
        return "\n\n".join((*self.blocks, *self.notes)) + "\n"


def _plain(draft: _Draft) -> None:
    draft.paragraph()


def _bullets(draft: _Draft) -> None:
    draft.paragraph()
    draft.blocks.append("\n".join(draft.items(("-",) * 4)))


def _letters(draft: _Draft) -> None:
    draft.paragraph()
    draft.blocks.append("\n".join(("{.letters}", *draft.items(("1.", "2.", "3.")))))


def _quotation(draft: _Draft) -> None:
    draft.paragraph()
    draft.blocks.append(f"> {{#{draft.id('p')}}}\n> {draft.text(PARAGRAPH)}")


def _recommendation(draft: _Draft) -> None:
    lead_in = f"{{#{draft.id('p')}}}\n{draft.text(ITEM)}"
    items = "\n".join(draft.items(("-",) * 3))
    draft.add(draft.id("d"), "::: recommendation", lead_in, "", items, ":::")


def _table(draft: _Draft) -> None:
    """A table of three columns and four rows behind a paragraph: the first column words, the others numbers."""
    draft.paragraph()
    id = draft.id("t")
    draft.blocks.append(f"{{#{id}-cap .caption}}\n{draft.prose.title()}")
    head = " | ".join(f"[{_cell(draft)}]{{#c{column}}}" for column in (1, 2, 3))
    rows = [f"| [{_cell(draft)}]{{#r{row}}} | {_figure(draft)} | {_figure(draft)} |" for row in (1, 2, 3, 4)]
    draft.add(id, f"| {head} |", "|---|--:|--:|", *rows)


def _cell(draft: _Draft) -> str:
    return draft.prose.text(CELL).removesuffix(".") if draft.random.random() < 0.2 else draft.prose.title()


def _figure(draft: _Draft) -> str:
    return str(draft.random.randint(0, 90000))


PIECES: tuple[tuple[Callable[[_Draft], None], int, int], ...] = (
    (_plain, 1, 80),
    (_bullets, 5, 4),
    (_letters, 4, 4),
    (_quotation, 2, 4),
    (_recommendation, 4, 3),
    (_table, 1, 2),
)
"""What a section is made of: the piece, its number of paragraphs, and how often it comes."""
