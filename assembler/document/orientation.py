"""What stands on pages turned on their side: the class `landscape` of tables and divs, and runs of it."""

from __future__ import annotations

from assembler.document.model import Block, Div, W
from assembler.document.names import LANDSCAPE


def is_landscape(block: Block[W]) -> bool:
    """Whether a block asks for landscape pages."""
    return LANDSCAPE in block.classes or (isinstance(block, Div) and block.name == LANDSCAPE)
