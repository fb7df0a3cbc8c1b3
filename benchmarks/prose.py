"""Running text that looks like a submission's: sentences, and the inline markup of the dialect in them.

Lengths are drawn from a log-normal distribution, as in real submissions: half of the paragraphs have more than 56
words, one in fifty more than 150. All Cyrillic letters are words and all markup is not, which is what translating and
editing rely on.
"""

from __future__ import annotations

import math
import re
from random import Random

from benchmarks.vocabulary import CASES, RUSSIAN, SYMBOLS

WORD = re.compile(r"[а-яё]+", re.IGNORECASE)

SPREAD = 0.5
"""Of the logarithm of a text's length."""
LONGEST = 400


class Prose:
    """Texts drawn by chance; the same random numbers give the same texts."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def text(self, median: int, *, mark: str = "", reference: str = "") -> str:
        """Sentences with markup here and there, ending in `mark` (of a note); one of them refers to `reference`."""
        words = self._words(self._length(median))
        self._decorate(words)
        if reference:
            words.insert(self.random.randrange(1, len(words) + 1), f"(см. [](#{reference}){{form=acc}})")
        return f"{' '.join(words)}.{f'[^{mark}]' if mark else ''}"

    def title(self) -> str:
        return " ".join(self._sentence(self.random.randint(3, 8)))

    def citation(self) -> str:
        """What stands in a note: a document, sometimes with an address, sometimes with a remark."""
        chosen = self.random.random()
        if chosen < 0.3:
            return f"{self.random.choice(SYMBOLS)}, п. {self.random.randint(1, 40)}."
        address = f"<https://adilet.example.org/rus/docs/{self.random.getrandbits(40):010X}>"
        if chosen < 0.6:
            return f"{self.title()}, {self._date()}, {address}."
        return self.text(20)

    def _length(self, median: int) -> int:
        return max(4, min(LONGEST, round(self.random.lognormvariate(math.log(median), SPREAD))))

    def _words(self, count: int) -> list[str]:
        words: list[str] = []
        while len(words) < count:
            words += self._sentence(min(self.random.randint(8, 24), count - len(words)))
            words[-1] += "."
        words[-1] = words[-1].removesuffix(".")
        return words

    def _sentence(self, count: int) -> list[str]:
        words = self.random.choices(RUSSIAN, k=count)
        for place in range(6, count - 1, 7):
            words[place] += ","
        words[0] = words[0].capitalize()
        return words

    def _decorate(self, words: list[str]) -> None:
        """Markup as often as authors set it, around or between words in the middle of the text."""
        for chance, markup in MARKUP:
            if self.random.random() < chance:
                place = self.random.randrange(1, len(words))
                words[place] = markup(self, words[place])

    def _date(self) -> str:
        year, month, day = self.random.randint(1995, 2016), self.random.randint(1, 12), self.random.randint(1, 28)
        return f"[{year}-{month:02}-{day:02}]{{.date}}"

    def _dated(self, word: str) -> str:
        return f"{self._date()} {word}"

    def _number(self, word: str) -> str:
        return f"[{self.random.randint(2, 250000)}]{{.number}} {word}"

    def _emphasis(self, word: str) -> str:
        return f"*{word}*"

    def _strong(self, word: str) -> str:
        return f"**{word}**"

    def _case(self, word: str) -> str:
        return f"[{self.random.choice(CASES)}]{{.notranslate}} {word}"

    def _link(self, word: str) -> str:
        return f"[{word}](https://www.example.org/{self.random.randint(1000, 9999)})"


MARKUP = (
    (0.15, Prose._dated),
    (0.10, Prose._number),
    (0.08, Prose._emphasis),
    (0.04, Prose._strong),
    (0.03, Prose._case),
    (0.02, Prose._link),
)
