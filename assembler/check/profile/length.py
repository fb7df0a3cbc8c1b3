"""How many words a committee takes, how many there are, and how many there will be when all is translated."""

from __future__ import annotations

from collections.abc import Iterator

from assembler.check.draft import Draft
from assembler.check.profile.demands import example, unmet
from assembler.check.rule import Family, Hit, OfDraft, Rule
from assembler.findings import Kind, Severity

TOO_LONG = Kind(
    "profile-too-long",
    Severity.WARNING,
    "The edition in “{language}” has {count} words ({without} without notes); “{profile}” takes {most}.",
    "Shorten the text by {over} words, or leave notes to an annex. {source}",
)
WILL_BE_TOO_LONG = Kind(
    "profile-will-be-too-long",
    Severity.WARNING,
    "When all is translated, the edition in “{language}” will have about {count} words; “{profile}” takes {most}.",
    "Now it has {now}; what is not translated yet was reckoned by what is. Shorten before you translate. {source}",
)
LENGTH = Kind(
    "profile-length",
    Severity.INFO,
    "The edition in “{language}” has {now} words, about {count} when all is translated; “{profile}” takes {most}.",
    "Counted are words between white space, notes included; without notes there are {without}. {source}",
)


def _too_long(draft: Draft) -> Iterator[Hit]:
    limit = draft.profile.words
    if limit is not None and (count := draft.words(*limit.parts)) > limit.most:
        without = draft.words(*(part for part in limit.parts if part != "notes"))
        over = count - limit.most
        yield unmet(draft, limit, language=draft.language, count=count, without=without, most=limit.most, over=over)


def _will_be_too_long(draft: Draft) -> Iterator[Hit]:
    limit = draft.profile.words
    if limit is not None and draft.words(*limit.parts) <= limit.most < (count := draft.forecast(*limit.parts)):
        now = draft.words(*limit.parts)
        hit = unmet(draft, limit, language=draft.language, count=count, now=now, most=limit.most)
        yield Hit(0, 0, hit.values)


def _length(draft: Draft) -> Iterator[Hit]:
    limit = draft.profile.words
    if limit is not None and (count := draft.forecast(*limit.parts)) <= limit.most:
        without = draft.forecast(*(part for part in limit.parts if part != "notes"))
        now = draft.words(*limit.parts)
        hit = unmet(draft, limit, language=draft.language, count=count, now=now, without=without, most=limit.most)
        yield Hit(0, 0, hit.values)


_FOUR = "[words]\nmost = 4\n"
_HALF = _FOUR + "[draft.foreign.ru]\ntext = 2\n[draft.ratios]\nru = 1.5\n"

RULES = (
    Rule(
        TOO_LONG,
        Family.PROFILE,
        OfDraft(_too_long),
        "What is longer than the limit may be sent back, or not be translated for the members.",
        fires=(example(_FOUR, "One two three", "four five."),),
        quiet=(example(_FOUR, "One two three", "four."), example("", "One two three four five.")),
    ),
    Rule(
        WILL_BE_TOO_LONG,
        Family.PROFILE,
        OfDraft(_will_be_too_long),
        "English has about a tenth more words than Russian and a fifth more than Kazakh: a draft that fits may not.",
        fires=(example(_HALF, "One two."),),
        quiet=(example(_HALF, "One."), example(_FOUR, "One two three four five.")),
    ),
    Rule(
        LENGTH,
        Family.PROFILE,
        OfDraft(_length),
        "Whoever writes wants to know how much room is left.",
        fires=(example(_HALF, "One."),),
        quiet=(example(_HALF, "One two."), example("", "One two.")),
    ),
)
