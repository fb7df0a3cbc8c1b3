"""The interface's voice: its words, and its way to write numbers."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct

from assembler.language import numbers
from assembler.language.model import Language

Translate = Callable[[str], str]


class Voice(Struct, frozen=True):
    """`translate` gives a message in the interface's language, `language` is that language."""

    translate: Translate
    language: Language

    def number(self, value: int) -> str:
        return numbers.number(self.language, str(value))

    def percent(self, value: float) -> str:
        """With one decimal, rounded down: what is not finished never reads 100."""
        translate = self.translate
        return translate("{number}%").format(number=numbers.number(self.language, f"{math.floor(value * 10) / 10:.1f}"))

    def pair(self, units: int, words: int) -> str:
        """A count of units and of their words, as tables show it."""
        return f"{self.number(units)} / {self.number(words)}"
