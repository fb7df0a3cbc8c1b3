"""References and typed numbers in three languages, as files that a native reader can judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.document.model import Paragraph
from assembler.document.walk import plain_text
from assembler.edition.compose import Composed
from assembler.edition.typed import typed_references
from tests.edition.specimen import edition, section

CASES = Path(__file__).parent / "cases"

TEXT = """\
{{#art07 ref="article 7"}}
# Статья 7

{{#p-aa}}
Раз[^n-aa].

{{#p-bb}}
Два.

{{#p-cc}}
Три.

{{.letters}}
1. {{#i-aa}}
   подпункт

{{#t1-cap .caption}}
Таблица

{{#t1}}
| [A]{{#c1}} |
|---|
| [B]{{#r1}} |

{{#f1-cap .caption}}
Диаграмма

{{#f1}}
![Описание](fig.png)

{{#f2-cap .caption}}
Схема

{{#f2}}
![Описание](fig.png)

{{#ann1 ref="annex 1"}}
# Приложение

{{#x-aa .unnumbered}}
{text}

[^n-aa]: Сноска.
"""


def cases(folder: str) -> list[tuple[str, str, str]]:
    return [
        (file.stem, *(side.strip() for side in line.split("=>")))  # type: ignore[misc]
        for file in sorted((CASES / folder).glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def composed(text: str, language: str) -> Composed:
    return edition(section(TEXT.format(text=text), language=language), language=language)


@pytest.mark.parametrize(("language", "written", "printed"), cases("references"))
def test_a_reference_is_printed_as_the_language_says_it(language: str, written: str, printed: str) -> None:
    made = composed(written, language)
    assert made.findings == ()
    last = made.document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain_text(last.words.content).replace("\u00a0", " ").replace("\u2011", "-").replace("\u2060", "") == printed


@pytest.mark.parametrize(("language", "text", "expected"), cases("typed"))
def test_a_typed_number_is_found_with_what_to_write_instead(language: str, text: str, expected: str) -> None:
    found = list(typed_references(composed(text, language).document))
    said = [f"{dict(each.values)['text']} {_suggested(str(each.hint()))}" for each in found]
    assert said == ([expected] if expected else [])


def _suggested(hint: str) -> str:
    return next((word for word in hint.split() if word.startswith("[](#") and "ID" not in word), "–")


def test_quotations_notes_and_words_of_another_language_are_left_alone() -> None:
    text = (
        "Да.\n\n> {#q-aa}\n> См. пункт 2.\n\n{#y-aa .unnumbered}\n[See paragraph 2]{lang=en} и [пункт 2]{.notranslate}."
    )
    assert list(typed_references(composed(text, "ru").document)) == []


def test_where_numbers_begin_again_the_paragraph_of_the_same_section_is_proposed() -> None:
    first = section("{#a-aa}\nРаз.\n", id="01")
    second = section("{#b-aa}\nРаз.\n\n{#b-bb}\nСм. пункт 1.\n", id="02")
    (found,) = typed_references(edition(first, second, restart=True).document)
    assert "[](#b-aa)" in str(found.hint())


def test_a_typed_number_is_quoted_with_the_words_around_it() -> None:
    text = "{#y-aa}\nКак уже было сказано нами выше, см. пункт 2, и это до сих пор никем не исполнено."
    (found,) = typed_references(composed(text, "ru").document)
    assert found.quote == "…было сказано нами выше, см. пункт 2, и это до сих пор…"
