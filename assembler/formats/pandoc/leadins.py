"""Lead-ins: “**Recommendation:** The State party should …” becomes a block `recommendation` without the label.

A label that is not bold is one where a colon follows it.

The labels are those that the toolkit itself prints, from the data of the section's language. A title that says more
than the label (“EXAMPLE No. 9”) keeps its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assembler.document.model import Block, Blocks, Div, Inlines, List, Paragraph, Quote, Strong, Table, Text
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Node, excerpt
from assembler.formats.pandoc.remarks import LABEL_DROPPED
from assembler.language.model import Labels

STOPS = ":."
"""What stands between a label and the words."""


def labels(known: Labels) -> dict[str, tuple[str, ...]]:
    """The lead-ins of each div that has any."""
    return {"recommendation": (known.recommendation, known.recommendations), "example": (known.example,)}


class _Lead(Struct, frozen=True):
    """A label as it was typed, the div it stands for, and the words after it."""

    name: str
    label: str
    words: Inlines


def begins(known: Labels, node: Node) -> bool:
    """Whether a node of pandoc's is a paragraph that begins with a label."""
    match node:
        case {"t": "Para" | "Plain", "c": [{"t": "Strong", "c": content}, *_]}:
            return any(_is_one_of(excerpt(content), names) for names in labels(known).values())
        case {"t": "Para" | "Plain", "c": [{"t": "Str"}, *_] as content}:
            return _plain_label(known, excerpt(content)) is not None
        case _:
            return False


def removed(intake: Intake, name: str, inner: Blocks[Inlines]) -> tuple[str | None, Blocks[Inlines]]:
    """The blocks of a div `name` without the label at their beginning, and the ID of a label that stood alone, where
    links may lead to it."""
    first, *rest = inner or (None,)
    lead = _lead(intake, first)
    if lead is None or lead.name != name or not (lead.words or rest) or not isinstance(first, Paragraph):
        return None, inner
    _remark(intake, lead)
    if lead.words:
        return None, (replace(first, words=lead.words), *inner[1:])
    return (first.id if first.id in intake.names.values() else None), inner[1:]


def folded(intake: Intake, blocks: Blocks[Inlines]) -> Iterator[Block[Inlines]]:
    """Each paragraph that begins with a label as a div; a label that stands alone takes the next block with it."""
    position = 0
    while position < len(blocks):
        block, following = blocks[position], blocks[position + 1 : position + 2]
        position += 1
        lead = _lead(intake, block)
        if lead is not None and isinstance(block, Paragraph) and lead.words:
            _remark(intake, lead)
            yield Div(name=lead.name, blocks=(replace(block, words=lead.words),))
        elif lead is not None and any(_can_follow(intake, each) for each in following):
            _remark(intake, lead)
            yield Div(id=block.id, name=lead.name, blocks=following)
            position += 1
        else:
            yield block


def _can_follow(intake: Intake, block: Block[Inlines]) -> bool:
    """Whether a block can be what a label that stands alone announces."""
    return isinstance(block, Paragraph | List | Quote | Table) and _lead(intake, block) is None


def _remark(intake: Intake, lead: _Lead) -> None:
    intake.remarks.add(LABEL_DROPPED, lead.label, label=lead.label, name=lead.name)


def _lead(intake: Intake, block: Block[Inlines] | None) -> _Lead | None:
    """`**Label:** …`, `**Label**: …`, `Label: …`, or `**Label**` alone, at the beginning of a paragraph."""
    match block:
        case Paragraph(words=(Strong(content=(Text(text=label),)), *rest)):
            known = labels(intake.language.labels)
            name = next((name for name, names in known.items() if _is_one_of(label, names)), None)
            words = _after(label, tuple(rest))
            return None if name is None or words is None else _Lead(name, label, words)
        case Paragraph(words=(Text(text=text), *rest)) if found := _plain_label(intake.language.labels, text):
            name, label = found
            text = text[len(label) :].lstrip()
            return _Lead(name, label, (*((Text(text),) if text else ()), *rest))
        case _:
            return None


def _plain_label(known: Labels, text: str) -> tuple[str, str] | None:
    """The div that a text's first words stand for, and these words with their colon; None where they are no label."""
    begun = text.partition(":")[0]
    name = next((name for name, names in labels(known).items() if _is_one_of(begun, names)), None)
    return None if name is None or begun == text or begun.endswith(".") else (name, f"{begun}:")


def _after(label: str, rest: Inlines) -> Inlines | None:
    """The words after a label; None where no colon or full stop parts them from it."""
    match rest:
        case ():
            return ()
        case (Text(text=text), *others) if label[-1] in STOPS or text[0] in STOPS:
            text = (text if label[-1] in STOPS else text[1:]).lstrip()
            return (*((Text(text),) if text else ()), *others)
        case _:
            return None


def _is_one_of(typed: str, names: tuple[str, ...]) -> bool:
    return typed.strip().rstrip(STOPS).casefold() in {name.casefold() for name in names}
