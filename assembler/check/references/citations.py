"""Forms of citations: how notes begin, whether they say when an address was visited, how paragraphs are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from assembler.check.rule import FIGURES, Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.tongue import Tongue
from assembler.check.usage import Use, minority
from assembler.findings import Kind, Severity

SEE = Kind(
    "see-form",
    Severity.INFO,
    "The note begins with “{found}”, others with “{usual}”.",
    "Let all notes begin alike.",
)
ACCESSED = Kind(
    "access-date",
    Severity.INFO,
    "Of this address it is said when it was visited; of most others it is not.",
    "Say it of all or of none.",
)
NOT_ACCESSED = Kind(
    "access-date-missing",
    Severity.INFO,
    "Of this address it is not said when it was visited; of most others it is.",
    "Say it of all or of none.",
)
PAGE = Kind(
    "page-for-paragraph",
    Severity.WARNING,
    "“{found}” looks like a page and is a paragraph.",
    "Write the word for paragraph, as the text does elsewhere.",
)
BRACKETED = Kind(
    "paragraph-in-brackets",
    Severity.INFO,
    "The number in “{found}” stands in brackets, others do not.",
    "Write numbers of paragraphs in one way.",
)


AMENDED = Kind(
    "amended-form",
    Severity.INFO,
    "“{found}”: most acts in this text have “{usual}”.",
    "Say in one way that an act was amended.",
)


@cache
def _amended(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.references.amended
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])") if words else None


def _amendments(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    pattern = _amended(passages[0].tongue) if passages else None
    if pattern is None:
        return iter(())
    dated = (each for each in passages if "(" in each.prose.signs and not each.prose.signs.isdisjoint(FIGURES))
    found = ((each, one) for each in dated for one in pattern.finditer(each.prose.own))
    uses = ((one[0].replace(_more(one), ""), each, one.start(), one.end()) for each, one in found)
    return minority(uses, "", _other_amendment)


def _more(found: re.Match[str]) -> str:
    """What an act that was amended in less ways than others does not have."""
    return found.groupdict().get("more") or ""


def _other_amendment(use: Use, norm: str) -> Hit:
    _, passage, start, end = use
    return Hit(start, end, {"found": passage.prose.own[start:end], "usual": norm})


@cache
def _see(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.references.see
    return re.compile(rf"({words})(:?)(?=\s)") if words else None


def _see_forms(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    pattern = _see(passages[0].tongue) if passages else None
    if pattern is None:
        return iter(())
    those = ((each, pattern.match(each.prose.text)) for each in passages if each.role == "note")
    uses = ((found[2] or " ", each, found.start(), found.end()) for each, found in those if found is not None)
    return minority(uses, "", _other_see)


def _other_see(use: Use, norm: str) -> Hit:
    _, passage, start, end = use
    found = passage.prose.text[start:end]
    return Hit(start, end, {"found": found, "usual": found.rstrip(":") + norm.strip()})


@cache
def _accessed(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.references.accessed
    return re.compile(rf"(?:{words})") if words else None


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def _access_uses(passages: Sequence[Passage]) -> Iterator[Use]:
    """Addresses in notes, each with what is said of it up to the next one."""
    pattern = _accessed(passages[0].tongue) if passages else None
    if pattern is None:
        return
    for each in passages:
        if each.role != "note" or ("http" not in each.prose.text and "www" not in each.prose.text):
            continue
        found = list(_ADDRESS.finditer(each.prose.text))
        ends = [*(one.start() for one in found[1:]), len(each.prose.text)]
        for address, end in zip(found, ends, strict=False):
            said = pattern.search(each.prose.text, address.end(), end)
            place = said or address
            yield ("with" if said else "without"), each, place.start(), place.end()


def _access_dates(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    return minority(_access_uses(passages), "", lambda use, norm: _access_hit(use) if norm == "without" else None)


def _missing_dates(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    return minority(_access_uses(passages), "", lambda use, norm: _access_hit(use) if norm == "with" else None)


def _access_hit(use: Use) -> Hit:
    return Hit(use[2], use[3])


@cache
def _page(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.references.page_for_paragraph
    return re.compile(rf"(?<![^\W_])(?:{words})") if words else None


def _pages(passage: Passage) -> Iterator[Hit]:
    pattern = _page(passage.tongue)
    if pattern is not None:
        for found in pattern.finditer(passage.prose.own):
            yield Hit(found.start(), found.end(), {"found": found[0]})


@cache
def _numbers(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.references.numbered
    return (
        re.compile(rf"(?<![^\W_])(?:{words})[ \u00a0](\(?)\d{{1,3}}(?:\)(?: \S+ \(\d+\))?|(?![\d)]))")
        if words
        else None
    )


_IN_BRACKETS = re.compile(r" \([0-9]{1,3}\)")


def _bracketed(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    pattern = _numbers(passages[0].tongue) if passages else None
    if pattern is None or not any("(" in each.prose.own and _IN_BRACKETS.search(each.prose.own) for each in passages):
        return iter(())
    uses = (
        (found[1] or "none", each, found.start(), found.end())
        for each in passages
        if not each.prose.signs.isdisjoint(FIGURES)
        for found in pattern.finditer(each.prose.own)
    )
    return minority(uses, "none", _bracket_hit)


def _bracket_hit(use: Use, norm: str) -> Hit | None:
    _, passage, start, end = use
    return Hit(start, end, {"found": passage.prose.own[start:end]}) if norm == "none" else None


_NOTE = ("note",)
RULES = (
    Rule(
        SEE,
        Family.REFERENCES,
        Throughout(_see_forms),
        "With a colon or without: notes of one text begin alike.",
        fires=(Example("en", ("See Report A.", "See: Report B.", "See: Report C.", "See: Report D."), roles=_NOTE),),
        quiet=(
            Example("en", ("See Report A.", "See Report B."), roles=_NOTE),
            Example("en", ("See: a.", "See b. See c.")),
        ),
    ),
    Rule(
        ACCESSED,
        Family.REFERENCES,
        Throughout(_access_dates),
        "A date of access is of use where all addresses have one.",
        fires=(
            Example("en", ("http://a.org (date visited: 2 May 2014)", "http://b.org", "http://c.org"), roles=_NOTE),
            Example(
                "ru", ("http://a.org (дата обращения: 2 мая 2014 года)", "http://b.org", "http://c.org"), roles=_NOTE
            ),
        ),
        quiet=(
            Example("en", ("http://a.org (accessed 2 May 2014)", "http://b.org (accessed 3 May 2014)"), roles=_NOTE),
        ),
    ),
    Rule(
        NOT_ACCESSED,
        Family.REFERENCES,
        Throughout(_missing_dates),
        "Where other addresses have a date of access, readers look for it.",
        fires=(
            Example(
                "en", ("http://a.org", "http://b.org (accessed 2 May)", "http://c.org (accessed 2 May)"), roles=_NOTE
            ),
        ),
        quiet=(Example("en", ("http://a.org", "http://b.org"), roles=_NOTE),),
    ),
    Rule(
        AMENDED,
        Family.REFERENCES,
        Throughout(_amendments),
        "Where other words are used of an act than of the others, readers look for a difference.",
        fires=(
            Example(
                "en",
                (
                    "Law A (with amendments as of 4 July 2014)",
                    "Law B (as amended and supplemented on 3 May 2014)",
                    "Law C (as amended and supplemented on 2 May 2014), D (as amended and supplemented on 1 May 2014)",
                ),
            ),
        ),
        quiet=(Example("en", ("Law A (as amended on 3 May 2014)", "Law B (as amended on 2 May 2014)")),),
    ),
    Rule(
        PAGE,
        Family.REFERENCES,
        InText(_pages, FIGURES),
        "«п.» is a paragraph in Russian, “p.” a page in English.",
        fires=(Example("en", ("as required by p7.4 of the Document", "another principle (p.7.1) of")),),
        quiet=(Example("en", ("p. 7, pp. 7–9, paragraph 7.4",)), Example("ru", ("п. 7.4",))),
    ),
    Rule(
        BRACKETED,
        Family.REFERENCES,
        Throughout(_bracketed),
        "Numbers of paragraphs are quoted in one form, so that readers see the same paragraph in them.",
        fires=(Example("en", ("paragraph 2, paragraph 3, paragraph 4 and paragraphs (2) and (4)",)),),
        quiet=(Example("en", ("paragraph 2 and paragraph 3 (a)", "article 14 (3)")),),
    ),
)
