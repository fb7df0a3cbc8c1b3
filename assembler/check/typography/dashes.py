"""Dashes: two hyphens and a hyphen with spaces for one, one of another kind than the text's, a minus sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assembler.check.rule import Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.usage import Use, minority, usual
from assembler.findings import Kind, Severity

DOUBLE_HYPHEN = Kind(
    "double-hyphen",
    Severity.WARNING,
    "Two hyphens stand for a dash.",
    "Write “{dash}”; assembler check --fix does it.",
)
SPACED_HYPHEN = Kind(
    "spaced-hyphen",
    Severity.WARNING,
    "A hyphen between spaces stands for a dash.",
    "Write “{dash}”; assembler check --fix does it.",
)
OTHER_DASH = Kind(
    "dash-variant",
    Severity.WARNING,
    "The dash is “{found}” here, “{usual}” is usual.",
    "Write one kind of dash; assembler check --fix does it.",
)
ONE_SIDED = Kind(
    "dash-spacing",
    Severity.WARNING,
    "The dash has a space on one side only.",
    "Write spaces on both sides, or on none.",
)
MINUS = Kind(
    "minus-for-dash",
    Severity.WARNING,
    "A minus sign stands where a dash or hyphen belongs.",
    "Write “{dash}”; assembler check --fix does it.",
)
YEARS = Kind(
    "year-range-dash",
    Severity.INFO,
    "Between the years stands “{found}”, “{usual}” is usual.",
    "Write it in one way; assembler check --fix does it.",
)
_DOUBLE = re.compile(r"(?<=[^\s(«“„])[ \u00a0]*(?<![-!])--(?![->])[ \u00a0]*(?=\S)")
_SPACED = re.compile(r"(?<=[^\s\d+=×÷/|])[ \u00a0]+-[ \u00a0]+(?=\S)|(?<=\d)[ \u00a0]+-[ \u00a0]+(?=\w)")
_DASH = re.compile(
    r"(?<=[^\s\d])[ \u00a0]+([–—―‒])[ \u00a0]+(?=[^\s])|(?<=[^\W\d])([—―])(?=[^\W\d])"
    r"|(?<=\d)[ \u00a0]+([–—―‒])[ \u00a0]+(?=[^\W\d])"
)
_ONE_SIDED = re.compile(r"(?<=[^\W\d])(?:[ \u00a0][–—](?=[^\W\d])|[–—][ \u00a0](?=[^\W\d]))")
_DASHES = frozenset("–—―‒")
_MINUS = re.compile(r"(?<=[\w)])−(?=\w)|(?<=[^\W\d])[ \u00a0]−[ \u00a0](?=[^\W\d])")
_YEARS = re.compile(r"((?:1[89]|20)\d\d)(?<![\w.,/№–—-]\d\d\d\d)([-‑–—])((?:1[89]|20)\d\d)(?![\w/–—-]|[.,]\d)")


def _dash(passages: Sequence[Passage]) -> str:
    """The dash of the text with its spaces, or of the language; empty where neither is known."""
    found = Counter(form for passage in passages for form, *_ in _dashes(passage))
    preferred = passages[0].tongue.lexicon.typography.dash if passages else ""
    return _with_spaces(usual(found, _plain(preferred)), preferred)


def _plain(dash: str) -> str:
    return dash.replace("\u00a0", " ")


def _with_spaces(dash: str, preferred: str) -> str:
    """The language's own spaces, where it is the dash of the language."""
    return preferred if dash == _plain(preferred) else dash


def _dashes(passage: Passage) -> Iterator[Use]:
    """Dashes inside sentences, each with its spaces as plain ones. Those that join words (Almaty–Astana) are none."""
    text = passage.prose.own
    if passage.prose.signs.isdisjoint(_DASHES):
        return
    for found in _DASH.finditer(text):
        sign = found[1] or found[2] or found[3]
        yield (sign if found[2] else f" {sign} "), passage, found.start(), found.end()


def _replaced(pattern: re.Pattern[str], signs: tuple[str, ...], passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    found = [
        (passage, each)
        for passage in passages
        if any(sign in passage.prose.own for sign in signs)
        for each in pattern.finditer(passage.prose.own)
    ]
    dash = _dash(passages) if found else ""
    for passage, each in found:
        if not (_is_sum(passage.prose.own, each) or _is_address(passage.prose.own, each) or _is_ordinal(passage, each)):
            between_figures = passage.prose.own[each.start() - 1].isdigit() and passage.prose.own[each.end()].isdigit()
            said = {"dash": dash.strip() or "—"}
            yield Elsewhere(passage, Hit(each.start(), each.end(), said, None if between_figures else dash or None))


def _is_sum(text: str, found: re.Match[str]) -> bool:
    return "=" in text[max(0, found.start() - 15) : found.end() + 15]


def _is_address(text: str, found: re.Match[str]) -> bool:
    """Whether the hyphens stand inside a word with a slash, which is an address that nobody marked as one."""
    before = text[max(0, found.start() - 200) : found.start()]
    return not found[0][0].isspace() and "/" in before[before.rfind(" ") + 1 :]


def _is_ordinal(passage: Passage, found: re.Match[str]) -> bool:
    """Whether a hyphen belongs there and only its spaces do not: «5 - бап»."""
    text, nouns = passage.prose.own, passage.tongue.lexicon.typography.ordinal_nouns
    return (
        bool(nouns)
        and text[found.start() - 1].isdigit()
        and re.match(rf"(?:{nouns})(?!\w)", text[found.end() :]) is not None
    )


def _double_hyphens(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    return _replaced(_DOUBLE, ("--",), passages)


def _spaced_hyphens(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    return _replaced(_SPACED, (" - ", "\u00a0- "), passages)


def _other_dashes(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    preferred = passages[0].tongue.lexicon.typography.dash if passages else ""

    def say(use: Use, norm: str) -> Hit:
        form, _, start, end = use
        return Hit(start, end, {"found": form.strip(), "usual": norm.strip()}, _with_spaces(norm, preferred))

    uses = (use for passage in passages for use in _dashes(passage))
    return minority(uses, "", say)


def _one_sided(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    for found in _ONE_SIDED.finditer(text):
        yield Hit(found.start(), found.end())


def _minuses(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    for found in _MINUS.finditer(text):
        figures = text[found.start() - 1].isdigit() or text[found.end()].isdigit()
        dash = ("–" if figures else "-") if found[0] == "−" else passage.tongue.lexicon.typography.dash
        yield Hit(found.start(), found.end(), {"dash": dash.strip()}, dash or None)


def _years(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    uses = (
        (found[2], passage, found.start(2), found.end(2))
        for passage in passages
        if "-" in passage.prose.own or "–" in passage.prose.own
        for found in _YEARS.finditer(passage.prose.own)
        if found[1] < found[3]
    )
    return minority(uses, "", _other_range)


def _other_range(use: Use, norm: str) -> Hit:
    form, _, start, end = use
    return Hit(start, end, {"found": form, "usual": norm}, norm)


RULES = (
    Rule(
        DOUBLE_HYPHEN,
        Family.TYPOGRAPHY,
        Throughout(_double_hyphens),
        "Two hyphens are a typewriter's dash.",
        fires=(
            Example("en", ("the law -- the highest one",), fixed="the law – the highest one"),
            Example("ru", ("закон -- это правило",), fixed="закон\u00a0— это правило"),
        ),
        quiet=(
            Example("en", ("the law – the highest one", "<!-- x -->", "--fix")),
            Example("en", ("See http://example.org/news--journalist/12.html",)),
        ),
        has_fix=True,
    ),
    Rule(
        SPACED_HYPHEN,
        Family.TYPOGRAPHY,
        Throughout(_spaced_hyphens),
        "A hyphen joins words; between spaces it is read as a dash that is too short.",
        fires=(
            Example("en", ("the law - the sovereign",), fixed="the law – the sovereign"),
            Example("kk", ("Адам - еркін.",), fixed="Адам\u00a0— еркін."),
        ),
        quiet=(
            Example("en", ("well-known, 5 - 3 = 2", "- an item", "pre- and post-trial")),
            Example("kk", ("Пактінің 17 - бабы",)),
        ),
        has_fix=True,
    ),
    Rule(
        OTHER_DASH,
        Family.TYPOGRAPHY,
        Throughout(_other_dashes),
        "Of the dashes that a language allows, a text has one.",
        fires=(
            Example("en", ("a law — any law", "one – two", "two – three", "three – four"), fixed="a law – any law"),
            Example("ru", ("закон – это правило", "а — б", "б — в"), fixed="закон\u00a0— это правило"),
        ),
        quiet=(
            Example("en", ("a law—any law—is", "Almaty–Astana, 2014–2016")),
            Example("ru", ("закон — это правило",)),
        ),
        has_fix=True,
    ),
    Rule(
        ONE_SIDED,
        Family.TYPOGRAPHY,
        InText(_one_sided, _DASHES),
        "It is not clear whether the words are joined or parted.",
        fires=(Example("ru", ("закон —правило и т. д.",)), Example("en", ("the law– any law",))),
        quiet=(Example("ru", ("закон — правило", "— Да, — сказал он")), Example("en", ("the years 1990– and",))),
    ),
    Rule(
        MINUS,
        Family.SCRIPT,
        InText(_minuses, frozenset("−")),
        "It looks like a dash, but a line breaks and a search looks for others.",
        fires=(Example("en", ("(3−21 February 2014)",), fixed="(3–21 February 2014)"),),
        quiet=(Example("en", ("at −21 degrees, 5 − 3 = 2",)),),
        has_fix=True,
    ),
    Rule(
        YEARS,
        Family.TYPOGRAPHY,
        Throughout(_years),
        "From one year to another leads an en dash; a text that has hyphens there has them everywhere.",
        fires=(Example("en", ("in 2014-2016", "in 2010–2011, 2011–2013"), fixed="in 2014–2016"),),
        quiet=(Example("en", ("in 2014-2016", "in 2010-2011", "No. 2000-1999 and A/2000-2001")),),
        has_fix=True,
    ),
)
