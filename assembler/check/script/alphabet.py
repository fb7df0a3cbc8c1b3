"""Letters of the right script that the language's alphabet does not have, and figures inside words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.check.script.scripts import WORDS, own_script, script_of
from assembler.check.tongue import Tongue
from assembler.check.typography.marks import quotations
from assembler.findings import Kind, Severity
from assembler.language import load as languages

OUTSIDE = Kind(
    "letter-outside-alphabet",
    Severity.WARNING,
    "“{word}” has letters that the language does not have: {letters}.",
    "Is it a word of another language? Then mark it: [{word}]{{lang=…}}. If not, type it anew.",
)
FIGURE = Kind(
    "figure-in-word",
    Severity.WARNING,
    "“{word}” has a figure between its letters.",
    "It was probably read off a scan: type the letter that is meant.",
)


@cache
def _stray(tongue: Tongue) -> re.Pattern[str] | None:
    """Letters of the language's script that are none of the alphabet's; None for a language without such."""
    script = own_script(tongue)
    known = set(tongue.language.alphabet + tongue.lexicon.script.further)
    letters = [chr(code) for code in range(0xAA, 0x530) if script_of(chr(code)) == script]
    stray = [letter for letter in letters if not {letter.lower(), _base(letter)} & known]
    return re.compile(f"[{re.escape(''.join(stray))}]") if stray else None


def _base(letter: str) -> str:
    """The letter without its accents: é is e, but й stays what it is where the alphabet has it."""
    return unicodedata.normalize("NFD", letter)[0].lower()


def _outside(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    pattern = None if text.isascii() else _stray(passage.tongue)
    if pattern is None or not pattern.search(text):
        return
    for found in WORDS.finditer(text):
        word = found[0]
        letters = dict.fromkeys(pattern.findall(word))
        in_one_script = letters and len(set(map(script_of, word))) == 1
        if in_one_script and not (_are_known(letters) and _is_name(text, found.start(), passage.tongue)):
            values = {"word": word, "letters": ", ".join(letters)}
            yield Hit(found.start(), found.end(), values, _meant(word, letters, passage.tongue))


@cache
def _known() -> frozenset[str]:
    """The letters of all languages that the toolkit knows."""
    return frozenset("".join(languages.load(code).alphabet for code in languages.known()))


def _are_known(letters: Iterable[str]) -> bool:
    return all(letter.lower() in _known() for letter in letters)


def _is_name(text: str, place: int, tongue: Tongue) -> bool:
    """Names keep the letters of their language: words with a capital, and what is quoted."""
    pairs = quotations(text, tongue).pairs
    return text[place].isupper() or any(each.opening.place < place < each.closing.place for each in pairs)


def _meant(word: str, letters: dict[str, None], tongue: Tongue) -> str | None:
    """The word with the letters of related alphabets put right; None where one of them is not known."""
    instead = tongue.lexicon.script.instead
    if not all(letter.lower() in instead for letter in letters):
        return None
    right = {each: instead[each.lower()] for each in letters}
    return "".join(right[each].upper() if each in right and each.isupper() else right.get(each, each) for each in word)


_FIGURE = re.compile(r"(?<![^\W])[^\W\d_]*[^\W\d_A-Z][^\W\d_A-Z][013][^\W\d_A-Z][^\W\d_]+(?![^\W])")


_INSIDE = re.compile(r"[013](?<=[^\W\d_].)(?=[^\W\d_])")


def _figures(passage: Passage) -> Iterator[Hit]:
    if not _INSIDE.search(passage.prose.own):
        return
    for found in _FIGURE.finditer(passage.prose.own):
        yield Hit(found.start(), found.end(), {"word": found[0]})


RULES = (
    Rule(
        OUTSIDE,
        Family.SCRIPT,
        InText(_outside),
        "A letter of a related alphabet comes from another keyboard layout or an old font.",
        fires=(
            Example("kk", ("Адам ҡұқықтары",), fixed="Адам құқықтары"),
            Example("ru", ("права қазахов",)),
            Example("kk", ("Ґазет пен Їжак",)),
        ),
        quiet=(
            Example("kk", ("Адам құқықтары, съезд, ёлка",)),
            Example("ru", ("ёлка и [құқық]{lang=kk}", "центр «Әділ сөз» в Жаңаөзене")),
            Example("en", ("naïve, café, Sørensen, Łódź, Gößner",)),
        ),
        has_fix=True,
    ),
    Rule(
        FIGURE,
        Family.SCRIPT,
        InText(_figures, frozenset("013")),
        "Scanned pages are read with 0 for o, 1 for l and 3 for з.",
        fires=(Example("en", ("the comm1ttee", "the gove0nment")), Example("ru", ("нару3ение закона",))),
        quiet=(Example("en", ("B2B, CO2, H1N1, 3rd, G20, A4", "COVID19")), Example("ru", ("2016-й, 10х10, п10ст",))),
    ),
)
