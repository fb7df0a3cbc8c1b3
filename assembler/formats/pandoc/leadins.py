"""Lead-ins: “**Recommendation:** The State party should …” becomes a block `recommendation` without the label.

The labels are those that the toolkit itself prints, from the data of the section's language. A title that says more
than the label (“EXAMPLE No. 9”) keeps its words.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Block, Blocks, Div, Inlines, Paragraph, Strong, Text
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Node, excerpt
from assembler.formats.pandoc.remarks import LABEL_DROPPED
from assembler.language.model import Labels


def labels(known: Labels) -> dict[str, tuple[str, ...]]:
    """The lead-ins of each div that has any."""
    return {"recommendation": (known.recommendation, known.recommendations), "example": (known.example,)}


def removed(intake: Intake, name: str, inner: Blocks[Inlines]) -> Blocks[Inlines]:
    """The blocks of a div `name` without the label at their beginning."""
    match inner:
        case (Paragraph() as first, *rest) if (words := _after_label(intake, name, first.words)) is not None:
            return (replace(first, words=words), *rest) if words else tuple(rest)
        case _:
            return inner


def folded(intake: Intake, blocks: Blocks[Inlines]) -> Iterator[Block[Inlines]]:
    """Each paragraph that begins with a label as a div; a label that stands alone takes the next block with it."""
    taken = False
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if taken:
            taken = False
            continue
        name = _name(intake, block)
        if name is None or not isinstance(block, Paragraph):
            yield block
            continue
        label, words = _split(intake, name, block.words) or ("", ())
        taken = not words and _can_follow(intake, following)
        if words or taken:
            intake.remarks.add(LABEL_DROPPED, label, label=label, name=name)
        if words:
            yield Div(name=name, blocks=(replace(block, words=words),))
        elif taken and following is not None:
            yield Div(id=block.id, name=name, blocks=(following,))
        else:
            yield block


def _can_follow(intake: Intake, block: Block[Inlines] | None) -> bool:
    """Whether a block can be what a label that stands alone announces."""
    return isinstance(block, Paragraph | List | Quote | Table) and _name(intake, block) is None


def begins(known: Labels, node: Node) -> bool:
    """Whether a node of pandoc's is a paragraph that begins with a label in bold."""
    match node:
        case {"t": "Para" | "Plain", "c": [{"t": "Strong", "c": content}, *_]}:
            return _bare(excerpt(content)) in {_bare(label) for each in labels(known).values() for label in each}
        case _:
            return False


def _bare(label: str) -> str:
    return label.strip().rstrip(":.").casefold()


def _name(intake: Intake, block: Block[Inlines]) -> str | None:
    """The div whose label the block begins with."""
    if not isinstance(block, Paragraph):
        return None
    return next((name for name in labels(intake.language.labels) if _split(intake, name, block.words)), None)


def _after_label(intake: Intake, name: str, words: Inlines) -> Inlines | None:
    """The words after the label of `name`; None where there is no label, () where nothing follows it."""
    split = _split(intake, name, words)
    if split is None:
        return None
    intake.remarks.add(LABEL_DROPPED, split[0], label=split[0], name=name)
    return split[1]


def _split(intake: Intake, name: str, words: Inlines) -> tuple[str, Inlines] | None:
    """The label as it was typed, and the words after it: `**Label:** …`, `**Label**: …`, or `**Label**` alone."""
    match words:
        case (Strong() as strong, *rest):
            typed = walk.plain_text(strong.content).strip()
        case _:
            return None
    if _bare(typed) not in [_bare(label) for label in labels(intake.language.labels).get(name, ())]:
        return None
    match rest:
        case []:
            return typed, ()
        case [Text(text=text), *others] if typed[-1] in ":." or text[0] in ":.":
            text = text if typed[-1] in ":." else text[1:]
            return typed, (*((Text(text.lstrip()),) if text.strip() else ()), *others)
        case _:
            return None
