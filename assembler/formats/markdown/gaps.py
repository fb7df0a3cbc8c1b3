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
    `Form.LINE`: `indent` is how far the block is indented inside its container, and `apart` says that a paragraph ends
    on the line above, so that a blank line must come between.
    """

    form: Form
    line: int
    column: int
    end: int = 0
    name: str = ""
    indent: int = 0
    apart: bool = False
