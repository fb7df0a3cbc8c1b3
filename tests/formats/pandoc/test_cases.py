"""Cases as files: prose, a text in pandoc's Markdown, the tree it becomes, and what is said about it.

A file holds cases that are parted by lines of `=`; in a case the parts are parted by `-- input`, `-- tree` and
`-- findings`. New IDs are `p1`, `p2` … here, in the order in which they are minted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest
from msgspec import Struct

from assembler.document import ids
from assembler.document.model import Block, Div, Figure, Heading, List, Paragraph, Quote, RawBlock, Row, Table
from assembler.formats.pandoc.read import Imported, Linked, linked, read
from assembler.formats.pandoc.run import parse

FOLDER = Path(__file__).parent / "cases"
PARTING = "\n" + "=" * 80 + "\n"


class Case(Struct, frozen=True):
    file: Path
    position: int
    prose: str
    text: str
    tree: str
    findings: str

    @property
    def options(self) -> dict[str, str]:
        """`language: ru` and `numbered: no` among the lines of the prose."""
        return dict(re.findall(r"^(language|numbered): (\w+)$", self.prose, re.MULTILINE))


def cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.txt")):
        for position, case in enumerate(file.read_text(encoding="utf-8").split(PARTING)):
            prose, text, tree, findings = re.split(r"^-- (?:input|tree|findings)\n", case, flags=re.MULTILINE)
            yield Case(file, position, prose, text, tree.strip("\n"), findings.strip("\n"))


def imported(text: str, *, language: str = "en", numbered: bool | None = None) -> Imported:
    taken: set[str] = set()
    new = count(1)

    def keep(old: str) -> bool:
        free = ids.is_valid(old) and old not in taken
        taken.add(old)
        return free

    return read(
        parse(text).ast,
        id="01-case",
        language=language,
        path=f"sources/{language}/01-case.md",
        origin="case.md",
        mint=lambda: f"p{next(new)}",
        keep=keep,
        numbered=numbered,
    )


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.file.stem}-{case.position}")
def test_a_text_becomes_the_tree_that_its_case_shows(case: Case, update_golden: bool) -> None:
    said = case.options.get("numbered")
    taken = imported(
        case.text, language=case.options.get("language", "en"), numbered=None if said is None else said == "yes"
    )
    [section] = linked([taken])
    tree = "\n".join(outline(taken, section))
    findings = "\n".join(f"{each.code}: {each.message()}" for each in (*taken.findings, *section.findings))
    if update_golden:
        rewrite(case, tree, findings)
    else:
        assert tree == case.tree
        assert findings == case.findings


def rewrite(case: Case, tree: str, findings: str) -> None:
    whole = case.file.read_text(encoding="utf-8").split(PARTING)
    whole[case.position] = f"{case.prose}-- input\n{case.text}-- tree\n{tree}\n\n-- findings\n{findings}\n"
    case.file.write_text(PARTING.join(whole), encoding="utf-8")


def outline(taken: Imported, done: Linked) -> Iterator[str]:
    """The tree as lines, one a leaf; a typed number stands in brackets."""
    typed = {number.id: number.value for number in taken.numbers}
    for block in done.section.blocks:
        yield from lines(block, typed)
    for note in done.section.notes:
        yield f"note #{note.id}"
        yield from children(note.blocks, typed)


def lines(block: Block[str], typed: dict[str, int]) -> Iterator[str]:
    head = attributes(block)
    match block:
        case Paragraph():
            number = f" ({typed[block.id]})" if block.id in typed else ""
            yield f"paragraph{head}{number}: {shown(block.words)}"
        case Heading():
            yield f"heading {block.level}{head}: {shown(block.words)}"
        case Figure():
            yield f"picture{head} {block.target}: {shown(block.words)}"
            yield from children(filter(None, [block.caption]), typed)
        case RawBlock():
            yield f"raw {block.construct}: {shown(block.text)}"
        case List():
            yield f"list {block.start}{head}" if block.ordered else f"bullets{head}"
            for item in block.items:
                yield "- item"
                yield from children(item.blocks, typed)
        case Quote() | Div():
            yield f"quote{head}" if isinstance(block, Quote) else f"div {block.name}{head}"
            yield from children(block.blocks, typed)
        case Table():
            yield from table(block, typed)


def attributes(block: Block[str]) -> str:
    id = [f"#{block.id}"] if block.id else []
    said = [*id, *(f".{name}" for name in block.classes), *(f"{key}={value}" for key, value in block.pairs)]
    return "".join(f" {each}" for each in said)


def children(blocks: Iterable[Block[str]], typed: dict[str, int]) -> Iterator[str]:
    for block in blocks:
        yield from (f"  {line}" for line in lines(block, typed))


def table(block: Table[str], typed: dict[str, int]) -> Iterator[str]:
    yield f"table{attributes(block)}"
    if block.caption is not None:
        yield from children([block.caption], typed)
    yield "  columns " + " | ".join(f"{column.id or '·'} {column.align}".strip() for column in block.columns)
    for row in (block.head, *block.rows):
        yield f"  {cells(row)}".rstrip()


def cells(row: Row[str]) -> str:
    return f"{row.id or '·'}: " + " | ".join(cell.words + (f" #{cell.id}" if cell.id else "") for cell in row.cells)


def shown(words: str) -> str:
    return words.replace("\n", "⏎")
