"""Letters of two scripts: inside a word, or a whole word that looks like one of the language and is none.

Nobody sees them, but a search does not find the word, a spelling checker stumbles, and a screen reader spells it out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from string import ascii_letters

from assembler.check.prose import Prose
from assembler.check.rule import Elsewhere, Example, Family, Hit, InText, Passage, Rule, Throughout
from assembler.check.script.scripts import LATIN, WORDS, own_script, rewritten, script_of
from assembler.check.tongue import Tongue
from assembler.findings import Kind, Phrase, Severity, phrase

MIXED = Kind(
    "mixed-scripts",
    Severity.ERROR,
    "“{word}” has letters of two scripts: {letters}.",
    "Type the word anew in one script; where all letters have a twin, assembler check --fix does it.",
)
LOOK_ALIKE = Kind(
    "look-alike-word",
    Severity.ERROR,
    "“{word}” is written in letters of another script that look like those of this language.",
    "Type it anew; assembler check --fix does it. If it is another language's word, mark it: [{word}]{{lang=…}}.",
)
LONE_LETTER = Kind(
    "letter-of-another-script",
    Severity.ERROR,
    "The letter “{letter}” is of another script.",
    "Is it a word that was left untranslated? If it is meant, mark it: [{letter}]{{lang=…}}.",
)
CYRILLIC_NUMERAL = Kind(
    "roman-numeral-letters",
    Severity.WARNING,
    "The Roman numeral “{word}” is written in letters of another script.",
    "Type {numeral} in Latin letters; assembler check --fix does it.",
)
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NUMERAL = re.compile(r"[ІХ]{2,6}(?!\w)")
"""Only letters that no word consists of; others are abbreviations more often than numerals."""


def _plain(prose: Prose) -> str:
    """The words of the language, and addresses with them: a letter of another script breaks these."""
    addresses = [each for each in prose.ranges if each.kind == "address"]
    if not addresses:
        return prose.own
    letters = list(prose.own)
    for each in addresses:
        letters[each.start : each.end] = prose.text[each.start : each.end]
    return "".join(letters)


_ASCII_LETTERS = frozenset(ascii_letters)
_LATIN_LETTERS = frozenset(ascii_letters + "".join(map(chr, range(0xC0, 0x2B0))))
_MEETING = re.compile("[A-Za-z\u00c0-\u02af][\u0370-\u052f]|[\u0370-\u052f][A-Za-z\u00c0-\u02af]")
_OTHER = re.compile("[\u0370-\u1fff]")


def _has_two(prose: Prose, text: str) -> bool:
    """Quick: whether there can be letters of two scripts at all. Greek beside Cyrillic is too rare to look for."""
    return not text.isascii() and not prose.signs.isdisjoint(_LATIN_LETTERS) and _OTHER.search(text) is not None


def _mixed(passage: Passage) -> Iterator[Hit]:
    text = _plain(passage.prose)
    if not _has_two(passage.prose, text) or not _MEETING.search(text):
        return
    for found in WORDS.finditer(text):
        word = found[0]
        if word.isascii():
            continue
        scripts = Counter(filter(None, map(script_of, word)))
        if len(scripts) > 1 and word not in passage.tongue.lexicon.script.mixed:
            letters = _minority(word, scripts, own_script(passage.tongue))
            yield Hit(
                found.start(), found.end(), {"word": word, "letters": letters}, _in_one(word, scripts, passage.tongue)
            )


def _minority(word: str, scripts: Counter[str], own: str) -> Phrase:
    """The letters of the rarer script with its name; of two scripts as frequent those of the foreign one."""
    rarest = min(scripts, key=lambda name: (scripts[name], name == own, name))
    letters = dict.fromkeys(letter for letter in word if script_of(letter) == rarest)
    return _named(rarest, ", ".join(letters))


def _named(script: str, letters: str) -> Phrase:
    match script:
        case "LATIN":
            return phrase("{letters} (Latin)", letters=letters)
        case "CYRILLIC":
            return phrase("{letters} (Cyrillic)", letters=letters)
        case "GREEK":
            return phrase("{letters} (Greek)", letters=letters)
        case _:
            return phrase("{letters}", letters=letters)


def _in_one(word: str, scripts: Counter[str], tongue: Tongue) -> str | None:
    """The word in the one script that it can be written in; of two, Latin for a Roman numeral, else the language's."""
    numeral = rewritten(word, LATIN, tongue)
    if numeral is not None and _ROMAN.fullmatch(numeral):
        return numeral
    own = own_script(tongue)
    order = sorted(scripts, key=lambda name: (name != own, name))
    found = (rewritten(word, script, tongue) for script in order)
    return next(filter(None, found), None)


def _look_alikes(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    """Single letters are taken at once, where no words of the other script are expected and none stand beside. Longer
    words must stand in the right script elsewhere: Russian «рука» is not “pyka”."""
    if not passages:
        return
    tongue = passages[0].tongue
    expected = tongue.lexicon.script.beside
    doubtful: list[tuple[Passage, re.Match[str], str]] = []
    for passage in passages:
        text = passage.prose.own
        for found in _foreign_words(passage.prose, tongue):
            twin = rewritten(found[0], own_script(tongue), tongue)
            if twin is None:
                continue
            if script_of(found[0][0]) in expected:
                if _stands_alone(text, found, tongue):
                    doubtful.append((passage, found, twin))
            elif len(found[0]) > 1:
                doubtful.append((passage, found, twin))
            elif not _is_in_phrase(text, found, tongue):
                yield Elsewhere(passage, Hit(found.start(), found.end(), {"word": found[0]}, twin))
    known = _words_of(passages) if doubtful else frozenset()
    for passage, found, twin in doubtful:
        if twin in known:
            yield Elsewhere(passage, Hit(found.start(), found.end(), {"word": found[0]}, twin))


def _foreign_words(prose: Prose, tongue: Tongue) -> Iterator[re.Match[str]]:
    """Words without any letter of the language's script."""
    text = prose.own
    if own_script(tongue) == LATIN:
        found = () if text.isascii() else _NOT_LATIN.finditer(text)
    else:
        found = () if prose.signs.isdisjoint(_ASCII_LETTERS) else _LATIN_WORD.finditer(text)
    for each in found:
        if not text[each.start() - 1 : each.start()].isalnum() and not text[each.end() : each.end() + 1].isalnum():
            yield each


_NOT_LATIN = re.compile(r"[\u0370-\u052f]+")
_LATIN_WORD = re.compile(r"[A-Za-z]+")


def _stands_alone(text: str, found: re.Match[str], tongue: Tongue) -> bool:
    """Whether the words around are of the language, and none before it makes it a label: between full words of it."""
    before, after = text[max(0, found.start() - 25) : found.start()], text[found.end() : found.end() + 3]
    labels = tongue.lexicon.script.labels
    inside = re.search(r"(?:^|[^\W\d_]{2,},?|[.:;»”)])\s$|^$", before) and re.match(r"\s[^\W\d_]{2}", after)
    if not inside or (labels and re.search(rf"(?:{labels})\s$", before)):
        return False
    last = re.search(r"([^\W\d_])\W*$", before)
    return script_of(after[1]) == own_script(tongue) and (not last or script_of(last[1]) == own_script(tongue))


def _is_in_phrase(text: str, found: re.Match[str], tongue: Tongue) -> bool:
    """Whether a word beside is of another script and no look-alike: the letter is a word of that language."""
    before, after = _BEFORE.search(text[: found.start()]), _AFTER.match(text, found.end())
    beside = [each[1] for each in (before, after) if each]
    own = own_script(tongue)
    return any(script_of(word[0]) not in ("", own) and rewritten(word, own, tongue) is None for word in beside)


_BEFORE, _AFTER = re.compile(r"([^\W\d_]+)\W*\Z"), re.compile(r"\W*([^\W\d_]+)")


def _words_of(passages: Sequence[Passage]) -> frozenset[str]:
    return frozenset(word for passage in passages for word in WORDS.findall(passage.prose.own))


def _lone_letters(passage: Passage) -> Iterator[Hit]:
    tongue = passage.tongue
    own, text = own_script(tongue), passage.prose.own
    if text.isascii():
        return
    for found in (_NEITHER if own != LATIN else _OTHER).finditer(text):
        if text[found.start() - 1 : found.start()].isalnum() or text[found.end() : found.end() + 1].isalnum():
            continue
        script = script_of(found[0])
        if script not in ("", own, *tongue.lexicon.script.beside) and rewritten(found[0], own, tongue) is None:
            yield Hit(found.start(), found.end(), {"letter": found[0]})


_NEITHER = re.compile("[\u0370-\u03ff\u0530-\u1fff]")


def _cyrillic_numerals(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.own
    for found in _NUMERAL.finditer(text):
        if re.match(r"[\w-]", text[found.start() - 1 : found.start()]):
            continue
        numeral = rewritten(found[0], LATIN, passage.tongue)
        if numeral is not None and _ROMAN.fullmatch(numeral):
            yield Hit(found.start(), found.end(), {"word": found[0], "numeral": numeral}, numeral)


RULES = (
    Rule(
        MIXED,
        Family.SCRIPT,
        InText(_mixed),
        "A Latin letter in a Cyrillic word, or the reverse, looks right and is found by no search.",
        fires=(
            Example("en", ("The Сommittee noted it.",), fixed="The Committee noted it."),
            Example("ru", ("Кoмитет отметил это.",), fixed="Комитет отметил это."),
            Example("kk", ("Бiрiккен Ұлттар Ұйымы",), fixed="Біріккен Ұлттар Ұйымы"),
            Example("kk", ("XХ ғасырдың бoсы",), fixed="XX ғасырдың босы"),
            Example("ru", ("в ХV веке",), fixed="в XV веке"),
        ),
        quiet=(
            Example("ru", ("IT-компания и web-сайт", "Комитет")),
            Example("kk", ("Біріккен Ұлттар Ұйымы, NATO-ның",)),
            Example("en", ("The word [Кoмитет]{lang=ru} and 5 µm, naïve",)),
        ),
        has_fix=True,
    ),
    Rule(
        LOOK_ALIKE,
        Family.SCRIPT,
        Throughout(_look_alikes),
        "A whole word of look-alikes, most often an initial or an abbreviation, comes from typing in the wrong layout.",
        fires=(
            Example("en", ("U., О., S. and М.",), fixed="U., O., S. and M."),
            Example("en", ("The СОЕ said so.", "The COE replied."), fixed="The COE said so."),
            Example("ru", ("Законы PK приняты.", "Кодекс РК"), fixed="Законы РК приняты."),
            Example("ru", ("He было ответа, и не будет.", "Не было."), fixed="Не было ответа, и не будет."),
        ),
        quiet=(
            Example("ru", ("Документ CCPR/C/KAZ/CO/2 и подпункт a пункта 1, а также", "Со временем")),
            Example("en", ("The word [РК]{lang=ru} is short.",)),
            Example("en", ("It is called Закон о языках, and this is один а не рука.",)),
        ),
        has_fix=True,
    ),
    Rule(
        LONE_LETTER,
        Family.SCRIPT,
        InText(_lone_letters),
        "One letter of another alphabet is easily overlooked: a conjunction that nobody translated.",
        fires=(Example("en", ("Articles 89, 104 и 118",)),),
        quiet=(
            Example("en", ("Articles 89, 104 and 118; the letter [и]{lang=ru}",)),
            Example("ru", ("подпункт b) и подпункт d)",)),
        ),
    ),
    Rule(
        CYRILLIC_NUMERAL,
        Family.SCRIPT,
        InText(_cyrillic_numerals, frozenset("ІХ")),
        "Roman numerals are Latin letters; in Cyrillic ones they are not found, and sort and read as words.",
        fires=(
            Example("ru", ("в начале ХХ века",), fixed="в начале XX века"),
            Example("kk", ("ІІІ том",), fixed="III том"),
        ),
        quiet=(Example("ru", ("в начале XX века, СССР",)), Example("kk", ("Іле өзені", "СС"))),
        has_fix=True,
    ),
)
