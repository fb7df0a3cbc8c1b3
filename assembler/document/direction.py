"""Which way paragraphs run: as the language that they are written in, whatever the document around them does."""

from __future__ import annotations

from assembler.document.model import Span, Words
from assembler.language.direction import is_right_to_left


def runs_right_to_left(words: Words) -> bool:
    """Whether a paragraph with these words begins at the right: by its language, or that of the one span it is."""
    match words.content:
        case (Span(pairs=pairs),) if pairs:
            return is_right_to_left(dict(pairs).get("lang", words.language))
        case _:
            return is_right_to_left(words.language)
