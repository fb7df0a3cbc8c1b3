"""Words of another language left in a text: of another script, or small words that this language does not have.

Cyrillic in English is always left over; Latin words in Russian may be names, so that there only a small word betrays
them (“the”, “of”), and between languages of one script it is the same: «что» in a Kazakh text. What stands in quotation
marks may be a title in its own language and is left alone there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from string import printable

from assembler.check.language.known import is_otherwise, of_script, script, small_words
from assembler.check.prose import Word
from assembler.check.rule import Beside, Example, Family, Hit, InText, Passage, Rule
from assembler.check.tongue import Tongue, tongue
from assembler.findings import Kind, Severity

LEFTOVER_WORDS = Kind(
    "leftover-words",
    Severity.ERROR,
    "“{words}” is left over from another language.",
    "Translate it, or mark it if it is to stay: […]{{lang=…}}",
)
LEFTOVER_OF_SOURCE = Kind(
    "leftover-of-source",
    Severity.WARNING,
    "“{words}” stands so in the source and was not translated.",
    "Translate it, or mark it if it is to stay: […]{{lang=…}}",
)

COPIED = 3
"""So many words in a row, in small letters, are not copied by chance."""


def _leftovers(passage: Passage) -> Iterator[Hit]:
    if not _may_have_foreign(passage):
        return
    language = passage.language
    words = [word for word in passage.prose.words if word[0][0].isalpha()]
    foreign = [_is_foreign(word, language) for word, _ in words]
    if not any(foreign) or is_otherwise(passage):
        return
    for run in _runs(passage, words, foreign):
        if not _is_quoted(passage, run[0][1]) and not _is_in_name(passage, run) and not _is_in_address(passage, run):
            yield _hit(passage, run)


def _may_have_foreign(passage: Passage) -> bool:
    """Quick: whether there is a letter of a script, or a small word, that cannot be the language's own."""
    strange = passage.prose.signs - _signs_at_home(passage.tongue)
    return any(map(str.isalpha, strange)) or not _small(passage.language).isdisjoint(passage.prose.written)


@cache
def _signs_at_home(tongue: Tongue) -> frozenset[str]:
    """What no foreign word begins with: the letters of expected scripts, and signs that are no letters."""
    scripts = {script(tongue.language.alphabet[0]), *tongue.lexicon.script.beside}
    signs = {*printable, *tongue.language.alphabet, *tongue.language.alphabet.upper()}
    return frozenset(sign for sign in signs if not sign.isalpha() or script(sign) in scripts)


@lru_cache(maxsize=1 << 15)
def _is_foreign(word: str, language: str) -> bool:
    own, small = tongue(language), word.lower()
    at_home = of_script(small, own.language.alphabet)
    if not at_home and script(small[0]) not in own.lexicon.script.beside:
        return len(word) > 1  # one letter may be a look-alike, which is said otherwise
    return len(word) > 1 and word.islower() and small in _small(language)


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset().union(*small_words(language).values())


def _runs(passage: Passage, words: Sequence[Word], foreign: Sequence[bool]) -> Iterator[list[Word]]:
    """Foreign words with nothing but a space between them."""
    run: list[Word] = []
    for word, is_foreign in zip(words, foreign, strict=True):
        follows = run and passage.prose.text[run[-1][1] + len(run[-1][0]) : word[1]].isspace()
        if run and not (is_foreign and follows):
            yield run
            run = []
        if is_foreign:
            run.append(word)
    if run:
        yield run


def _is_in_address(passage: Passage, run: Sequence[Word]) -> bool:
    """Whether the word, or the one before it, has the strokes and stops of an address."""
    start, end = run[0][1], run[-1][1] + len(run[-1][0])
    around = " ".join((*passage.prose.text[:start].rsplit(maxsplit=2)[1:], passage.prose.text[end:].split(" ")[0]))
    return any(sign in around for sign in ("/", "@", "www."))


def _is_in_name(passage: Passage, run: Sequence[Word]) -> bool:
    """Whether small words stand beside a capital of their script, in a name: Chariots of Fire."""
    text, alphabet = passage.prose.text, passage.tongue.language.alphabet
    if not run[0][0].islower() or script(run[0][0][0]) == script(alphabet[0]):
        return False
    before = text[: run[0][1]].split()[-1:]
    after = text[run[-1][1] + len(run[-1][0]) :].split()[:1]
    return any(word[0].isupper() and not of_script(word, alphabet) for word in (*before, *after) if word[0].isalpha())


def _hit(passage: Passage, run: Sequence[Word]) -> Hit:
    start, end = run[0][1], run[-1][1] + len(run[-1][0])
    return Hit(start, end, {"words": passage.prose.text[start:end]})


def _is_quoted(passage: Passage, place: int) -> bool:
    """Whether more quotation marks were opened before the place than closed."""
    before = passage.prose.text[:place]
    return (
        any(
            before.count(opening) > before.count(closing)
            for opening, closing in (passage.tongue.language.quotes.outer, passage.tongue.language.quotes.inner)
        )
        or before.count('"') % 2 == 1
    )


def _copied(translation: Passage, source: Passage) -> Iterator[Hit]:
    """Runs of small-lettered words that stand in the source too, in another language of the same script."""
    if translation.language == source.language:
        return
    common = {word for word in {*source.prose.written}.intersection(translation.prose.written) if len(word) > 1}
    common = {word for word in common if word.isalpha() and word.islower()}
    words = translation.prose.words
    both = [word in common for word, _ in words] if common else []
    if not both or all(both):
        return
    for run in _runs(translation, words, both):
        if len(run) >= COPIED and not _is_quoted(translation, run[0][1]):
            yield _hit(translation, run)


RULES = (
    Rule(
        LEFTOVER_WORDS,
        Family.LANGUAGE,
        InText(_leftovers),
        "A word of the original in the translation tells the committee that nobody read it.",
        fires=(
            Example("en", ("Articles 59, 73, 89, 104 или 118 of the Law",)),
            Example("en", ("It is called maslikhat (маслихат) there.",)),
            Example("kk", ("Сот бұл істі қарады, что дұрыс емес.",)),
            Example("ru", ("Суд принял решение and не объявил его.",)),
        ),
        quiet=(
            Example("en", ("The [маслихат]{lang=ru} met.",)),
            Example("ru", ("Доклад Human Rights Watch, forum internum, Voice of Kazakhstan.",)),
            Example("kk", ("Сот «Что делать» кітабын қарады.",)),
        ),
    ),
    Rule(
        LEFTOVER_OF_SOURCE,
        Family.LANGUAGE,
        Beside(_copied),
        "Words that stand alike in source and translation were passed over.",
        fires=(
            Example(
                "kk",
                ("Сот бұл істі рассмотрел жалобу адвоката деп жабды.",),
                source="Суд рассмотрел жалобу адвоката и закрыл дело.",
                source_language="ru",
            ),
        ),
        quiet=(
            Example(
                "kk",
                ("Сот адвокаттың жалобасын қарады.",),
                source="Суд рассмотрел жалобу адвоката.",
                source_language="ru",
            ),
        ),
    ),
)
