"""Spaces: two of them, one before a stop, one inside brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.prose import NOTE
from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.findings import Kind, Severity

DOUBLE_SPACE = Kind(
    "double-space",
    Severity.WARNING,
    "There are two spaces or more between words.",
    "Leave one; assembler check --fix does it.",
)
SPACE_BEFORE_PUNCTUATION = Kind(
    "space-before-punctuation",
    Severity.WARNING,
    "There is a space before “{sign}”.",
    "Take the space out; assembler check --fix does it.",
)
SPACE_IN_BRACKETS = Kind(
    "space-inside-brackets",
    Severity.WARNING,
    "There is a space inside “{sign}”.",
    "Take the space out; assembler check --fix does it.",
)
_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]*(?: {2}| \u00a0|\u00a0 |\u00a0{2})[ \u00a0]*(?=\S)")
_BEFORE = re.compile(rf"(?<=[\w)\]”»’%{NOTE}])[ \u00a0]+(?=([,;!?]|(?<!\d[ \u00a0]):|\.(?!\.))(?:[\s)\]”»{NOTE}]|$))")
_STOPS = tuple(f" {sign}" for sign in ",;:!?.")
_GAPS = ("( ", " )", "[ ", " ]", "« ", " »", "„ ")
_INSIDE = re.compile(r"(?<=([(\[«„]))[ \u00a0]+(?=[^\s|])|(?<=[^\s|/:;])[ \u00a0]+(?=([)\]»]))")


def _double_spaces(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    if "  " in text or "\u00a0" in text:
        for found in _DOUBLE.finditer(text):
            yield Hit(found.start(), found.end(), replacement="\u00a0" if "\u00a0" in found[0] else " ")


def _before_punctuation(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    if any(sign in text for sign in _STOPS) or "\u00a0" in text:
        for found in _BEFORE.finditer(text):
            yield Hit(found.start(), found.end(), {"sign": found[1]}, "")


def _in_brackets(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    if any(sign in text for sign in _GAPS) or "\u00a0" in text:
        for found in _INSIDE.finditer(text):
            if found[1] in ("«", "„") and text[max(0, found.start() - 2) : found.start() - 1].strip():
                continue  # it closes there, whatever it looks like
            yield Hit(found.start(), found.end(), {"sign": found[1] or found[2]}, "")


RULES = (
    Rule(
        DOUBLE_SPACE,
        Family.TYPOGRAPHY,
        InText(_double_spaces),
        "Word processors stretch both, so that a gap is seen in justified lines; it comes from editing by hand.",
        fires=(
            Example("en", ("The court  adjourned.",), fixed="The court adjourned."),
            Example("ru", ("№\u00a0 5",), fixed="№\u00a05"),
        ),
        quiet=(Example("en", ("The court adjourned.",)), Example("ru", ("№\u00a05",))),
        has_fix=True,
    ),
    Rule(
        SPACE_BEFORE_PUNCTUATION,
        Family.TYPOGRAPHY,
        InText(_before_punctuation),
        "A stop at the beginning of a line is what comes of it.",
        fires=(
            Example("en", ("The CEC ;",), fixed="The CEC;"),
            Example("en", ("of rights[^1] . It",), fixed="of rights[^1]. It"),
            Example("ru", ("время , место",), fixed="время, место"),
        ),
        quiet=(
            Example("en", ("The court ... adjourned.", "see .kz domains", "5 : 3")),
            Example("ru", ("время, место; и :-)",)),
        ),
        has_fix=True,
    ),
    Rule(
        SPACE_IN_BRACKETS,
        Family.TYPOGRAPHY,
        InText(_in_brackets),
        "A bracket or quotation mark that stands apart can end up alone on a line.",
        fires=(
            Example("en", ("the law ( as amended )",), fixed="the law (as amended)"),
            Example("ru", ("газета « Время»",), fixed="газета «Время»"),
        ),
        quiet=(Example("en", ("the law (as amended) and [this]",)), Example("ru", ("газета «Время»",))),
        has_fix=True,
    ),
)
