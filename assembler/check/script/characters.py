"""Characters that nobody sees, or that are drawn like others: what came in with a copy from elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.findings import Kind, Severity

HIDDEN = Kind(
    "hidden-character",
    Severity.ERROR,
    "There is a character that is not seen: {name}.",
    "Take the character out; assembler check --fix does it.",
)
BROKEN = Kind(
    "broken-character",
    Severity.ERROR,
    "There is a character that no font has: {name}.",
    "Something was lost when the text was copied: look it up where it comes from.",
)
DECOMPOSED = Kind(
    "decomposed-letter",
    Severity.ERROR,
    "“{letter}” is made of several characters, here and perhaps further on.",
    "Write it as one; assembler check --fix does it.",
)
COMPATIBILITY = Kind(
    "compatibility-character",
    Severity.WARNING,
    "“{character}” is one character that stands for “{letters}”.",
    "Write them out; assembler check --fix does it.",
)
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)


def _characters(*ranges: tuple[int, int]) -> frozenset[str]:
    """All from a number to a number, in each range."""
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    """Finds any of them; thousands would take long to compile one by one."""
    codes = sorted(map(ord, characters))
    firsts = [code for code in codes if code == 0 or chr(code - 1) not in characters]
    lasts = [code for code in codes if chr(code + 1) not in characters]
    ranges = (rf"\u{first:04x}-\u{last:04x}" for first, last in zip(firsts, lasts, strict=True))
    return re.compile(f"[{''.join(ranges)}]")


_CONTROLS = ((0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F))
_UNSEEN = ((0xAD, 0xAD), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F))
_HIDDEN_SIGNS = _characters(*_CONTROLS, *_UNSEEN, (0xFEFF, 0xFEFF))
_FOR_RIGHT_TO_LEFT = _characters((0x200C, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
_BROKEN_SIGNS = _characters((0xFFFD, 0xFFFF), (0xE003, 0xF8FF))
"""No font's own characters are those before, which stand for notes and references here."""
_COMBINING = _characters((0x0300, 0x036F))
_COMPATIBLE_SIGNS = _characters((0xFB00, 0xFB06), (0xFF01, 0xFF5E), (0x01C4, 0x01CC))
_HIDDEN, _BROKEN, _COMPATIBILITY = map(_any_of, (_HIDDEN_SIGNS, _BROKEN_SIGNS, _COMPATIBLE_SIGNS))
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")


def _hidden(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.text
    needed = _FOR_RIGHT_TO_LEFT if passage.tongue.language.direction == "rtl" else frozenset()
    for found in _HIDDEN.finditer(text):
        if found[0] not in needed:
            yield Hit(found.start(), found.end(), {"name": _name(found[0])}, "")


def _broken(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.text
    for found in _BROKEN.finditer(text):
        yield Hit(found.start(), found.end(), {"name": _name(found[0])})


def _name(character: str) -> str:
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{number} {name}" if name else number


def _decomposed(passage: Passage) -> Iterator[Hit]:
    """One hit for all of a text's letters: where there is one, there are most often many."""
    text = passage.prose.text
    wholes = ((found, unicodedata.normalize("NFC", found[0])) for found in _COMBINED.finditer(text))
    edits = tuple((*found.span(), whole) for found, whole in wholes if whole != found[0])
    if edits:
        start, end, letter = edits[0]
        yield Hit(start, end, {"letter": letter}, edits=edits)


def _compatible(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    for found in _COMPATIBILITY.finditer(text):
        letters = unicodedata.normalize("NFKC", found[0])
        yield Hit(found.start(), found.end(), {"character": found[0], "letters": letters}, letters)


RULES = (
    Rule(
        HIDDEN,
        Family.SCRIPT,
        InText(_hidden, _HIDDEN_SIGNS),
        "Soft hyphens and zero-width spaces hide a word from search and print as gaps or hyphens in some programs.",
        fires=(
            Example("ru", ("пра\u00adва и сво\u200bбоды",), fixed="права и свободы"),
            Example("en", ("\ufeffThe court",), fixed="The court"),
        ),
        quiet=(Example("ru", ("права\u00a0и 2\u2011й[^n]",)), Example("ar", ("حقوق\u200fالإنسان",))),
        has_fix=True,
    ),
    Rule(
        BROKEN,
        Family.SCRIPT,
        InText(_broken, _BROKEN_SIGNS),
        "A replacement character, or one of an old font's own, shows as a box or as nothing.",
        fires=(Example("ru", ("прав\ufffd человека",)), Example("kk", ("\uf0e7 құқық",))),
        quiet=(Example("ru", ("права человека[^n] []( #a)",)),),
    ),
    Rule(
        DECOMPOSED,
        Family.SCRIPT,
        InText(_decomposed, _COMBINING),
        "A letter and its accent as two characters look like one, but are found and sorted as two.",
        fires=(Example("ru", ("люди\u0306",), fixed="людй"), Example("en", ("cafe\u0301",), fixed="café")),
        quiet=(Example("ru", ("за\u0301мок, йод, ёлка",)),),
        has_fix=True,
    ),
    Rule(
        COMPATIBILITY,
        Family.SCRIPT,
        InText(_compatible, _COMPATIBLE_SIGNS),
        "Ligatures and wide letters come from PDF files; no search finds the word they are in.",
        fires=(Example("en", ("the o\ufb03ce",), fixed="the office"), Example("en", ("Ｎo",), fixed="No")),
        quiet=(Example("en", ("the office, €, ½",)),),
        has_fix=True,
    ),
)
