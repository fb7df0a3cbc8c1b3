"""Places in the text of a section where an ID is missing. The reader finds them, `identify` fills them."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct


class Form(Enum):
    """How an ID is put in: as a line of its own, into the braces that are there, or as a span around a cell."""

    LINE = "line"
    BRACES = "braces"
    CELL = "cell"


class Gap(Struct, frozen=True):
    """A place without an ID: `line` counts from 1, `column` from 0.

    `end` is the column behind a cell's words, `name` the cell's new name; both only for `Form.CELL`. The others are for
    `Form.LINE`: `margin` is the number of blanks with which lines of the block's container begin, counted from the
    innermost quotation; `apart` says that a blank line must come first, since the line above would take the new one.
    """

    form: Form
    line: int
    column: int
    end: int = 0
    name: str = ""
    margin: int = 0
    apart: bool = False
