"""Quotation marks: those of the language, in the right direction, by the depth of the quotation, and never alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assembler.check.rule import Edit, Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.tongue import Tongue
from assembler.check.typography.marks import SIGNS, STRAIGHT, STRAIGHT_SINGLE, SWAPPED, Mark, Pair, quotations
from assembler.findings import Kind, Severity

STRAIGHT_QUOTES = Kind(
    "straight-quotes",
    Severity.WARNING,
    "Straight quotation marks stand where the language has {marks}.",
    "Write {marks}; assembler check --fix does it.",
)
OTHER_QUOTES = Kind(
    "quotes-of-another-language",
    Severity.WARNING,
    "The quotation marks {found} are those of another language.",
    "Write {marks}; assembler check --fix does it.",
)
DIRECTION = Kind(
    "quote-direction",
    Severity.WARNING,
    "The quotation mark “{found}” looks the wrong way.",
    "Write “{wanted}”; assembler check --fix does it.",
)
NESTING = Kind(
    "quote-nesting",
    Severity.INFO,
    "A quotation inside a quotation has the marks of the outer one.",
    "Write {marks}; assembler check --fix does it.",
)
ALONE = Kind(
    "unbalanced-quotes",
    Severity.WARNING,
    "The quotation mark “{mark}” has no partner.",
    "Put the missing one where the quotation begins or ends, or take this one out.",
)
REACH = 12
"""Over how many units a quotation may go on."""


def _wanted(pair: Pair, tongue: Tongue) -> tuple[str, str]:
    quotes = tongue.language.quotes
    return quotes.inner if pair.depth % 2 else quotes.outer


def _is_straight(pair: Pair) -> bool:
    return bool({STRAIGHT, STRAIGHT_SINGLE} & {*pair.signs})


def _replaced(pair: Pair, wanted: tuple[str, str], said: dict[str, str]) -> Hit:
    marks = (pair.opening, pair.closing)
    edits: tuple[Edit, ...] = tuple(
        (mark.place, mark.place + 1, sign) for mark, sign in zip(marks, wanted, strict=True) if mark.sign != sign
    )
    return Hit(pair.opening.place, pair.closing.place + 1, said, edits=edits)


def _shown(marks: tuple[str, str]) -> str:
    return f"{marks[0]}…{marks[1]}"


def _straight(passage: Passage) -> Iterator[Hit]:
    text, tongue = passage.prose.own, passage.tongue
    for pair in quotations(text, tongue).pairs:
        if _is_straight(pair) and pair.closing.place - pair.opening.place > 2:
            quotes = tongue.language.quotes
            single = STRAIGHT_SINGLE in pair.signs and quotes.inner[0] == "‘"
            wanted = quotes.inner if single else _wanted(pair, tongue)
            yield _replaced(pair, wanted, {"marks": _shown(wanted)})


def _of_another_language(passage: Passage) -> Iterator[Hit]:
    text, tongue = passage.prose.own, passage.tongue
    for pair in quotations(text, tongue).pairs:
        if not _is_straight(pair) and not (pair.opening.turned or pair.closing.turned) and not _is_known(pair, tongue):
            wanted = _wanted(pair, tongue)
            yield _replaced(pair, wanted, {"found": _shown(pair.signs), "marks": _shown(wanted)})
    for mark in quotations(text, tongue).alone:
        if mark.sign not in _signs(tongue):
            said = {"found": mark.sign, "marks": _shown(tongue.language.quotes.outer)}
            yield Hit(mark.place, mark.place + 1, said)


def _signs(tongue: Tongue) -> str:
    quotes = tongue.language.quotes
    pairs = (quotes.outer, quotes.inner, *tongue.lexicon.typography.quotes_also)
    return "".join(sign for pair in pairs for sign in pair) + STRAIGHT + STRAIGHT_SINGLE


def _is_known(pair: Pair, tongue: Tongue) -> bool:
    quotes = tongue.language.quotes
    return pair.signs in (quotes.outer, quotes.inner, *tongue.lexicon.typography.quotes_also)


def _turned(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    for mark in quotations(text, passage.tongue).marks:
        if mark.turned and mark.sign in SWAPPED:
            wanted = SWAPPED[mark.sign]
            yield Hit(mark.place, mark.place + 1, {"found": mark.sign, "wanted": wanted}, wanted)


def _nested(passage: Passage) -> Iterator[Hit]:
    text, tongue = passage.prose.own, passage.tongue
    quotes = tongue.language.quotes
    for pair in quotations(text, tongue).pairs:
        if pair.depth == 1 and pair.signs == quotes.outer:
            yield _replaced(pair, quotes.inner, {"marks": _shown(quotes.inner)})


def _alone(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    """A quotation may go on over several units: each may begin with an opening mark, the last one has the closing."""
    opened: list[tuple[int, Passage, Mark]] = []
    for position, passage in enumerate(passages):
        gone = [each for each in opened if position - each[0] > REACH or each[1].section != passage.section]
        yield from (_hit(each, mark) for _, each, mark in gone)
        opened = [each for each in opened if each not in gone]
        seen = quotations(passage.prose.own, passage.tongue)
        if opened and any(_goes_on(opened[-1], pair, passage, position) for pair in seen.pairs[:1]):
            opened.pop()
        for mark in seen.alone:
            if mark.sign not in _signs(passage.tongue):
                continue  # that it is another language's is said already
            if mark.opens:
                if opened and _begins(passage, mark) and opened[-1][2].sign == mark.sign:
                    opened[-1] = (position, *opened[-1][1:])
                else:
                    opened.append((position, passage, mark))
            elif opened and opened[-1][1] is not passage and _go_together(opened[-1], passage):
                opened.pop()
            else:
                yield _hit(passage, mark)
    yield from (_hit(each, mark) for _, each, mark in opened)


def _goes_on(opened: tuple[int, Passage, Mark], pair: Pair, passage: Passage, position: int) -> bool:
    """Whether this is the last part of a quotation whose every part begins with an opening mark."""
    return opened[0] == position - 1 and pair.opening.sign == opened[2].sign and _begins(passage, pair.opening)


def _begins(passage: Passage, mark: Mark) -> bool:
    return not passage.prose.own[: mark.place].strip(" (…")


def _go_together(opened: tuple[int, Passage, Mark], passage: Passage) -> bool:
    """Notes have quotations of their own, and a heading ends one."""
    return (opened[1].role == "note") == (passage.role == "note") and passage.role != "heading"


def _hit(passage: Passage, mark: Mark) -> Elsewhere:
    return Elsewhere(passage, Hit(mark.place, mark.place + 1, {"mark": mark.sign}))


RULES = (
    Rule(
        STRAIGHT_QUOTES,
        Family.TYPOGRAPHY,
        InText(_straight, frozenset((STRAIGHT, STRAIGHT_SINGLE))),
        "A typewriter had one sign for all of them; in print every language has its own.",
        fires=(
            Example("en", ('The "New Life" church',), fixed="The “New Life” church"),
            Example("en", ("a fear of 'looking bad' to",), fixed="a fear of ‘looking bad’ to"),
            Example("ru", ('Церковь "Новая жизнь".',), fixed="Церковь «Новая жизнь»."),
            Example("ru", ('Газета «Вести "Юга"» вышла',), fixed="Газета «Вести „Юга“» вышла"),
            Example("kk", ('"Жаңа өмір" шіркеуі',), fixed="«Жаңа өмір» шіркеуі"),
        ),
        quiet=(
            Example("en", ("The “New Life” church, the workers' rights and one's own", 'a 5" pipe', "rock 'n' roll")),
            Example("ru", ("Церковь «Новая жизнь»", '["New Life"]{lang=en}')),
        ),
        has_fix=True,
    ),
    Rule(
        OTHER_QUOTES,
        Family.TYPOGRAPHY,
        InText(_of_another_language, SIGNS),
        "Marks of the original's language show that a translation was typed over it.",
        fires=(
            Example("en", ("Law «On Elections» of",), fixed="Law “On Elections” of"),
            Example("en", ("the calculation index.» is",)),
            Example("ru", ("Закон “О выборах” принят",), fixed="Закон «О выборах» принят"),
            Example("kk", ("„Сайлау туралы” заң",), fixed="«Сайлау туралы» заң"),
        ),
        quiet=(
            Example("en", ("the “right to ‘life’” and ‘terms’", "[«Время»]{lang=ru}")),
            Example("ru", ("«Закон „О выборах“»",)),
            Example("kk", ("«Сайлау “туралы” заң»", "“Сайлау туралы” заң")),
        ),
        has_fix=True,
    ),
    Rule(
        DIRECTION,
        Family.TYPOGRAPHY,
        InText(_turned, SIGNS),
        "A mark that looks the wrong way comes from a program that guessed by the space beside it.",
        fires=(
            Example("en", ("the ”state” of",), fixed="the “state” of"),
            Example("ru", ("газета »Время» вышла",), fixed="газета «Время» вышла"),
            Example("kk", ("“қуыршақтар сияқты“ деп",), fixed="“қуыршақтар сияқты” деп"),
        ),
        quiet=(
            Example("en", ("the “state”, (“quasi-state”) and “others”—the ’90s", "“a”[^1] “[b]” …”")),
            Example("ru", ("«Закон „О выборах“» и «„О выборах“ закон»",)),
        ),
        has_fix=True,
    ),
    Rule(
        NESTING,
        Family.TYPOGRAPHY,
        InText(_nested, SIGNS),
        "With the same marks for both a reader cannot see where the inner quotation ends.",
        fires=(
            Example("en", ("“the right to “life” is”",), fixed="“the right to ‘life’ is”"),
            Example("ru", ("ТОО «Газета «Время» и К»",), fixed="ТОО «Газета „Время“ и К»"),
        ),
        quiet=(Example("en", ("“the right to ‘life’ is”",)), Example("ru", ("ТОО «Газета „Время“»",))),
        has_fix=True,
    ),
    Rule(
        ALONE,
        Family.TYPOGRAPHY,
        Throughout(_alone),
        "Nobody can tell what was said by whom where a quotation begins and does not end.",
        fires=(
            Example("en", ("stipulates that “all those sentenced shall work.", "Next.")),
            Example("en", ("honour” of a candidate.",)),
            Example("ru", ("«Закон о выборах принят", "В тот же день.")),
            Example("en", ("the “law was “adopted” then.",)),
        ),
        quiet=(
            Example(
                "en", ("It said: “The first.", "“The second.", "“The third.” Then", "the ‘x’, 5′ and the states’ duty")
            ),
            Example("ru", ("«Закон „О выборах“» принят", "«Газета»")),
        ),
    ),
)
