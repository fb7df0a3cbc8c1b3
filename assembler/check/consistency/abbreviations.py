"""Abbreviations: explained where they stand first, and once.

An abbreviation is explained by the words before it, “High Commissioner for Refugees (UNHCR)”, if its letters begin
them in order; where the two are in different scripts that cannot be asked. The submission's terms, which an edition can
list, explain theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, Texts, Throughout
from assembler.document.terms import SYMBOL, Concept, Term
from assembler.findings import Kind, Severity

ABBREVIATION_LATE = Kind(
    "abbreviation-before-definition",
    Severity.WARNING,
    "“{abbreviation}” is used here and explained only later, in [{id}].",
    "Explain it where it stands first.",
)
ABBREVIATION_AGAIN = Kind(
    "abbreviation-explained-again",
    Severity.WARNING,
    "“{abbreviation}” is explained again; it is already in [{id}].",
    "Use the abbreviation alone.",
)
ABBREVIATION_UNKNOWN = Kind(
    "abbreviation-unexplained",
    Severity.INFO,
    "“{abbreviation}” is explained nowhere.",
    "Write out what it means where it stands first, or add it to terms.toml.",
)

REACH = 20
"""So many words before the bracket are looked at for what the abbreviation means."""

SPOKEN = 5
"""A longer one that nobody explains is a name in capitals."""

LONGEST = 10
"""A longer row of capitals is a word that is cried out."""

_BRACKETS = re.compile(r"\(([^()]{2,80})\)")
_NAMED = re.compile(r"(?:[^\W\d_a-z][^\W_]*(?:/[^\W_]+)*(?:[,;].*)?|\w+(?: \w+)? ?[–—:-] ?\W?[^\W_]+\W?)")
"""What stands in a bracket that names: an abbreviation or two, or one behind a word or two: “hereinafter – RoK”."""

_PART = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Definition(Struct, frozen=True):
    """An abbreviation explained: in which text, and where the abbreviation stands."""

    abbreviation: str
    text: int
    start: int


def definitions(texts: Texts) -> list[Definition]:
    """All explanations, in order."""
    return [
        Definition(abbreviation, number, start)
        for number, passage in enumerate(texts)
        for abbreviation, start in _explained(passage)
    ]


def _explained(passage: Passage) -> Iterator[tuple[str, int]]:
    """Abbreviations in brackets behind their words, and those before brackets with them."""
    text = passage.prose.own
    for bracket in _BRACKETS.finditer(text) if "(" in text else ():
        before = text[: bracket.start()].rstrip()
        named = _NAMED.fullmatch(bracket[1])
        for part in _PART.finditer(text, *bracket.span(1)) if named else ():
            if is_abbreviation(part[0]) and _begins(part[0], before):
                yield part[0], part.start()
        last = before[before.rfind(" ") + 1 :]
        if not named and last and is_abbreviation(last) and _begins(last, bracket[1]):
            yield last, len(before) - len(last)


def is_abbreviation(word: str) -> bool:
    """Whether a word has two capitals or more, most of them at its beginning: UN, RoK, NGOs, ҮЕҰ-ның."""
    word = word.partition("-")[0]
    capitals = sum(map(str.isupper, word))
    return capitals >= 2 and len(word) <= LONGEST and word[0].isupper() and word.isalpha() and 2 * capitals >= len(word)


def _begins(abbreviation: str, before: str) -> bool:
    """Whether the capitals of the abbreviation begin some of the last words before it, in order."""
    letters = [letter.lower() for letter in abbreviation.partition("-")[0] if letter.isupper()]
    words = [part for word in before.split()[-REACH:] for part in re.split(r"[-/]", word.strip("“”«»\"',;")) if part]
    firsts = [letter.lower() for word in words for letter in (word if word.isupper() else word[0])]
    if not firsts:
        return False
    if not any(letter in firsts for letter in letters):
        return _foreign(abbreviation, before)
    for letter in reversed(letters):
        while firsts and firsts[-1] != letter:
            firsts.pop()
        if not firsts:
            return False
        firsts.pop()
    return True


def _foreign(abbreviation: str, before: str) -> bool:
    """Whether abbreviation and words are in two scripts, as far as Latin letters tell, and the words are a name."""
    last = before.split()[-1:]
    return bool(last) and abbreviation.isascii() != last[0].strip("“”«»\"',;").isascii() and len(before.split()) > 1


def _owned(concepts: Iterable[Concept], language: str) -> Iterator[str]:
    for concept in concepts:
        term: Term | None = concept.terms.get(language)
        if term is not None and term.abbreviation:
            yield from (term.abbreviation, *term.forms)


def _again(texts: Texts) -> Iterator[Elsewhere]:
    first: dict[str, Definition] = {}
    for each in definitions(texts):
        name = stem(each.abbreviation)
        before = first.setdefault(name, each)
        if before is not each:
            yield _at(texts, each.text, each.start, each.abbreviation, id=texts[before.text].id)


def _late(texts: Texts) -> Iterator[Elsewhere]:
    """Where an abbreviation stands before its first explanation; said of the first place alone."""
    first: dict[str, Definition] = {}
    for each in definitions(texts):
        first.setdefault(stem(each.abbreviation), each)
    known = {*_known(texts)}
    for name, places in uses(texts).items():
        explained = first.get(name)
        if explained is not None and name not in known and min(places)[:2] < (explained.text, explained.start):
            number, start, word = min(places)
            yield _at(texts, number, start, word, id=texts[explained.text].id)


def _unknown(texts: Texts) -> Iterator[Elsewhere]:
    explained = {stem(each.abbreviation) for each in definitions(texts)} | {*_known(texts)}
    for name, places in uses(texts).items():
        shouted = len(name) > SPOKEN or (len(name) > 3 and name.lower() in texts.words)
        if name not in explained and not shouted:
            number, start, word = min(places)
            yield _at(texts, number, start, word)


def _known(texts: Texts) -> Iterator[str]:
    if texts:
        yield from texts[0].tongue.lexicon.consistency.known
        yield from _owned(texts[0].tongue.terms, texts[0].language)
        yield from texts[0].tongue.words


def uses(texts: Texts) -> Mapping[str, list[tuple[int, int, str]]]:
    """Where abbreviations stand, by their stem: number of the text, start, and the word itself."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for word, places in texts.words.items():
        if is_abbreviation(word) and not _ROMAN.fullmatch(stem(word)):
            good = [(number, start, word) for number, start in places if _is_use(texts[number], start, word)]
            if good:
                found.setdefault(stem(word), []).extend(good)
    return found


_ROMAN = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")


def stem(abbreviation: str) -> str:
    """Without the ending that a language puts behind it: NGOs, МИДа, БҰҰ-ның."""
    return abbreviation.partition("-")[0].rstrip("".join(filter(str.islower, abbreviation)))


def _is_use(passage: Passage, start: int, word: str) -> bool:
    """Whether it is a word of the text: not part of an address or symbol, not among other words in capitals."""
    text = passage.prose.text
    if passage.role == "heading" and text.upper() == text:
        return False
    before, after = text[start - 1 : start], text[start + len(word) : start + len(word) + 1]
    if (before and before in "/._@-[–") or (after and after in "/_@" and text[start + len(word) + 1 :][:1].isalnum()):
        return False
    if after and after in "–]":  # part of a number: GEN–KAZ/158
        return False
    if after in (".", "”", "»", "“") and (before in ("“", "«", "„") or text[start + len(word) + 1 :][:1].isalnum()):
        return False
    if any(symbol.start() <= start < symbol.end() for symbol in SYMBOL.finditer(text) if "/" in text):
        return False
    return not _is_cried(text, start, start + len(word))


def _is_cried(text: str, start: int, end: int) -> bool:
    """Whether the word is one of several in capitals: three in a row, or beside one too long to be an abbreviation."""
    before = text[:start].split()[-2:]
    after = text[end:].split()[:2]
    beside = [each.strip("“”«»\"',;:.") for each in (*before[-1:], *after[:1])]
    if any(each.isupper() and len(each) > SPOKEN for each in beside):
        return True
    row = [each.isupper() and each.isalpha() for each in (*before, "A", *after)]
    return any(all(row[first : first + 3]) for first in range(len(row) - 2))


def _at(texts: Texts, number: int, start: int, abbreviation: str, **values: str) -> Elsewhere:
    hit = Hit(start, start + len(abbreviation), {"abbreviation": abbreviation, **values})
    return Elsewhere(texts[number], hit)


_UNHCR = "The United Nations High Commissioner for Refugees (UNHCR) visited."
_TERMS = (Concept("un", {"en": Term("United Nations", "UNX")}),)

RULES = (
    Rule(
        ABBREVIATION_LATE,
        Family.CONSISTENCY,
        Throughout(_late),
        "Who meets an abbreviation first cannot know that it is explained twenty pages on.",
        fires=(
            Example("en", ("The UNHCR visited.", _UNHCR)),
            Example("ru", ("По данным ПЦК.", "Правозащитный центр Караганды (ПЦК) сообщил.")),
            Example("kk", ("АБО мәліметі бойынша.", "Адвокаттарды бақылау орталығы (АБО) хабарлады.")),
        ),
        quiet=(Example("en", (_UNHCR, "The UNHCR visited.")),),
    ),
    Rule(
        ABBREVIATION_AGAIN,
        Family.CONSISTENCY,
        Throughout(_again),
        "What is explained twice makes the reader look for the difference.",
        fires=(Example("en", (_UNHCR, _UNHCR)),),
        quiet=(Example("en", (_UNHCR, "The High Commissioner spoke; the UNHCR (Geneva) did not.")),),
    ),
    Rule(
        ABBREVIATION_UNKNOWN,
        Family.CONSISTENCY,
        Throughout(_unknown),
        "A committee member reads twenty countries' reports a year, each with abbreviations of its own.",
        fires=(
            Example("en", ("The PECs counted.",)),
            Example("ru", ("Участники ЦГИ пришли.",)),
            Example("kk", ("ЦГИ-дің мүшелері келді.",)),
        ),
        quiet=(
            Example("en", (_UNHCR, "Articles II and XIV; CCPR/C/KAZ/CO/2; www.ABC.org")),
            Example("en", ("The UNX decided.",), terms=_TERMS),
        ),
    ),
)
