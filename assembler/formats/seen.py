"""What a file showed of a block beyond its words: where it stood, what was printed before it, how it looked.

Readers of word processors' files hang a `Seen` on the nodes that they make; headings by look, typed numbers and the
alignment of versions ask it. It stays outside the tree of the dialect, which has no place for looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

KEY = "seen"
"""Under which a node has it, beside `t` and `c`."""


class Seen(Struct, frozen=True, gc=False, kw_only=True):
    """`index` counts the paragraphs of the file from 0 in reading order, those of tables and text boxes too.

    `style` is the name of the paragraph's style, `level` that of a heading by its style (0: none). `label` is what is
    printed before the words (`12.`, `(a)`, `•`), `typed` says that it was typed and not counted. `size` is the size of
    the letters in points (0: not known), `bold` and `capitals` say that all of them are, `indent` how far the left
    edge stands in, in millimetres.
    """

    index: int = 0
    style: str = ""
    level: int = 0
    label: str = ""
    typed: bool = False
    size: float = 0
    bold: bool = False
    capitals: bool = False
    centred: bool = False
    indent: float = 0


def seen_at(node: Mapping[str, Any]) -> Seen | None:
    """What was seen of a node; None where its reader did not tell."""
    found = node.get(KEY)
    return found if isinstance(found, Seen) else None
