"""What stands before the words of a caption: “Table 3. ”, “Figure 1. ”, «1-сурет. », the same in every format."""

from __future__ import annotations

from msgspec import Struct

from assembler.document.anchors import Captioned
from assembler.document.model import Table
from assembler.language.model import Language
from assembler.style.model import StyleSheet


class Label(Struct, frozen=True):
    """The words before and behind the number, what separates them from the caption's own, and the name of the count
    that word processors keep."""

    before: str
    after: str
    end: str
    sequence: str


def label(block: Captioned, language: Language, sheet: StyleSheet) -> Label:
    """The label of a table or a figure."""
    is_table = isinstance(block, Table)
    before, _, after = (language.labels.table if is_table else language.labels.figure).partition("{n}")
    end = sheet.tables.label_end if is_table else sheet.figures.label_end
    return Label(before, after, end if block.caption is not None else "", "Table" if is_table else "Figure")


def counted(words: Label, version: str) -> str:
    """The name of the count; those of each version in several languages are counted apart."""
    return f"{words.sequence}_{version}" if version else words.sequence
