"""Numbers, dates, provisions, symbols, money, addresses: a rule for each kind of fact, all made in the same way.

Every translation is compared with the original of its unit. What a rule says stands at the translation and shows both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assembler.check.facts.compare import differences
from assembler.check.facts.said import differing
from assembler.check.rule import AcrossLanguages, Elsewhere, Example, Family, Passage, Rule
from assembler.facts.model import Fact, FactKind
from assembler.findings import Kind, Severity

WHICH_IS_RIGHT = "Correct the text that is wrong."
NUMBERS = Kind("other-number", Severity.ERROR, "A number differs: {difference}.", WHICH_IS_RIGHT)
DATES = Kind("other-date", Severity.ERROR, "A date differs: {difference}.", WHICH_IS_RIGHT)
PROVISIONS = Kind(
    "other-provision", Severity.ERROR, "The number of an article or paragraph differs: {difference}.", WHICH_IS_RIGHT
)
SYMBOLS = Kind("other-symbol", Severity.ERROR, "The symbol of a document differs: {difference}.", WHICH_IS_RIGHT)
AMOUNTS = Kind("other-amount", Severity.ERROR, "An amount of money differs: {difference}.", WHICH_IS_RIGHT)
LINKS = Kind(
    "other-web-address",
    Severity.WARNING,
    "A web address differs: {difference}.",
    "If the page exists in this language at another address, nothing is wrong.",
)
EMAILS = Kind("other-e-mail-address", Severity.ERROR, "An e-mail address differs: {difference}.", WHICH_IS_RIGHT)


def _look(kinds: frozenset[FactKind]) -> Callable[[Sequence[Passage]], Iterator[Elsewhere]]:
    def look(versions: Sequence[Passage]) -> Iterator[Elsewhere]:
        original = versions[0]
        for translation in versions[1:]:
            if kinds.isdisjoint(original.kinds) and kinds.isdisjoint(translation.kinds):
                continue
            for each in differences(translation.facts, original.facts):
                if each.kind in kinds:
                    yield differing(translation, original, _range(each.here), _range(each.there))

    return look


def _range(fact: Fact | None) -> tuple[int, int] | None:
    return (fact.start, fact.end) if fact else None


def _rule(
    kind: Kind, kinds: tuple[FactKind, ...], rationale: str, fires: Sequence[Example], quiet: Sequence[Example]
) -> Rule:
    return Rule(kind, Family.FACTS, AcrossLanguages(_look(frozenset(kinds))), rationale, tuple(fires), tuple(quiet))


def _beside(language: str, text: str, source_language: str, source: str) -> Example:
    return Example(language, (text,), source=source, source_language=source_language)


RULES = (
    _rule(
        NUMBERS,
        ("number", "percent"),
        "Figures are what a committee quotes, and what is mistyped most easily in a translation.",
        fires=(
            _beside("en", "1,240 complaints were registered.", "ru", "Зарегистрировано 1 204 жалобы."),
            _beside("kk", "Сотқа дейін істердің 12 пайызы жетті.", "en", "Only 21 per cent of cases reached a court."),
            _beside("ru", "Поступило четыре жалобы.", "en", "Three complaints were received."),
            _beside("ru", "Жалобы подали осужденные.", "en", "Complaints were filed by 14 prisoners."),
        ),
        quiet=(
            _beside("en", "1,204 complaints, 2.5 per cent of all.", "ru", "1 204 жалобы, 2,5 % от общего числа."),
            _beside("kk", "Үш адам 5 мың теңге төледі.", "ru", "3 человека уплатили по 5 000 тенге."),
            _beside("ru", "Оба суда отказали.", "en", "The two courts refused."),
        ),
    ),
    _rule(
        DATES,
        ("date",),
        "A wrong date sends a reader to another document, and a date is written differently in every language.",
        fires=(
            _beside("kk", "2006 жылғы 15 мамырда", "ru", "18 мая 2006 года"),
            _beside("en", "in June 2013", "ru", "в июле 2013 года"),
        ),
        quiet=(
            _beside("kk", "2006 жылғы 18 мамырда", "en", "on 18 May 2006"),
            _beside("ru", "с 5 июля по 7 августа 2014 года", "en", "from 5 July 2014 to 7 August"),
        ),
    ),
    _rule(
        PROVISIONS,
        ("provision",),
        "A committee looks up the article that is named; another one makes the allegation unfounded.",
        fires=(
            _beside("en", "article 18 of the Covenant", "ru", "статья 17 Пакта"),
            _beside("kk", "14-баптың 2-тармағы", "ru", "пункт 3 статьи 14"),
        ),
        quiet=(
            _beside("en", "article 14 (3) of the Covenant", "ru", "пункт 3 статьи 14 Пакта"),
            _beside("kk", "7 және 9-баптар", "en", "articles 7 and 9"),
        ),
    ),
    _rule(
        SYMBOLS,
        ("symbol",),
        "The symbol is the address of a document of the United Nations; it is the same in all languages.",
        fires=(_beside("ru", "см. CCPR/C/KAZ/CO/1", "en", "see CCPR/C/KAZ/CO/2"),),
        quiet=(_beside("ru", "см. CCPR/C/KAZ/CO/2.", "en", "see CCPR/C/KAZ/CO/2"),),
    ),
    _rule(
        AMOUNTS,
        ("money",),
        "An amount is a fact in figures, and its currency is a part of it.",
        fires=(
            _beside("en", "a fine of 50,000 tenge", "ru", "штраф в 500 000 тенге"),
            _beside("ru", "ущерб в 1,2 млн тенге", "en", "damage of US$ 1.2 million"),
        ),
        quiet=(_beside("kk", "1,2 млн АҚШ доллары", "en", "US$ 1.2 million"),),
    ),
    _rule(
        LINKS,
        ("url",),
        "An address with one wrong sign leads nowhere.",
        fires=(_beside("en", "https://example.org/docs/17", "ru", "https://example.org/docs/71"),),
        quiet=(_beside("en", "https://example.org/en/docs/17", "ru", "http://www.example.org/ru/docs/17/"),),
    ),
    _rule(
        EMAILS,
        ("email",),
        "An address with one wrong sign leads nowhere.",
        fires=(_beside("en", "Write to office@example.org.", "ru", "Пишите на ofice@example.org."),),
        quiet=(_beside("en", "Write to office@example.org.", "ru", "Пишите на office@example.org."),),
    ),
)
