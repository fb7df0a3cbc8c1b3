"""The interface's voice: its words, and its way to write numbers."""

from __future__ import annotations

import math
from collections.abc import Callable

from msgspec import Struct

from assembler.findings import Finding
from assembler.language import numbers
from assembler.language.model import Language

Translate = Callable[[str], str]


class Voice(Struct, frozen=True):
    """`translate` gives a message in the interface's language, `language` is that language."""

    translate: Translate
    language: Language

    def number(self, value: float) -> str:
        """As the language writes it; a `float` has one decimal."""
        return numbers.number(self.language, str(value) if isinstance(value, int) else f"{value:.1f}")

    @property
    def grouping(self) -> str:
        """The same for scripts: what `useGrouping` is to say, that numbers of four digits are grouped or not."""
        return "always" if self.language.numbers.group_from <= 4 else "min2"

    def message(self, finding: Finding) -> str:
        """What a finding says, numbers too."""
        return finding.message(self.translate, self.number)

    def hint(self, finding: Finding) -> str:
        """What it says to do; empty where there is nothing."""
        return finding.hint(self.translate, self.number)

    def filled(self, sentence: str, **values: str | int) -> str:
        """A sentence of the interface with its gaps filled, counts as the language writes them."""
        told = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        return sentence.format(**told)

    def percent(self, value: float) -> str:
        """With one decimal, rounded down: what is not finished never reads 100."""
        translate = self.translate
        return translate("{number}%").format(number=numbers.number(self.language, f"{math.floor(value * 10) / 10:.1f}"))

    def pair(self, units: int, words: int) -> str:
        """A count of units and of their words, as tables show it."""
        return f"{self.number(units)} / {self.number(words)}"
