"""What an edition shows where there is no current translation: what the policy says, and never silently."""

from __future__ import annotations

import pytest

from assembler.catalog.status import Shown
from assembler.document.model import Div, Paragraph, Text, Words
from assembler.document.units import extract
from assembler.edition.localize import Policy, not_current
from assembler.findings import Place
from tests.edition.specimen import edition, section

TEXT = """\
{#p-aa}
Переведено.

{#p-bb}
Устарело.

{#p-cc}
Не переведено.
"""
TRANSLATIONS = {"p-aa": "Translated.", "p-bb": "Outdated."}


def words(policy: Policy) -> list[Words]:
    composed = edition(section(TEXT), language="en", texts=TRANSLATIONS, marks={"p-bb": "fuzzy"}, policy=policy)
    return [block.words for block in composed.document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            Policy.MARK,
            [("Translated.", "en", ""), ("Outdated.", "en", "fuzzy"), ("Не переведено.", "ru", "untranslated")],
        ),
        (Policy.SOURCE, [("Translated.", "en", ""), ("Устарело.", "ru", ""), ("Не переведено.", "ru", "")]),
        (Policy.OMIT, [("Translated.", "en", ""), ("[…]", "en", ""), ("[…]", "en", "")]),
    ],
)
def test_each_policy_shows_what_it_says(policy: Policy, expected: list[tuple[str, str, str]]) -> None:
    assert words(policy) == [Words((Text(text),), language, mark) for text, language, mark in expected]


def test_with_policy_fail_every_unit_without_a_current_translation_is_named() -> None:
    units = extract(section(TEXT))
    shelf = {
        unit.id: Shown(unit.text, "ru", mark, unit.text, "ru")
        for unit, mark in zip(units, ("", "fuzzy", "waiting"), strict=True)
    }
    found = not_current(units, shelf, "en", Policy.FAIL, {"p-bb": Place("locales/en/07.po", 12, "07", "p-bb", "en")})
    assert [(each.code, each.place.id, each.place.line) for each in found] == [
        ("translation-missing", "p-bb", 12),
        ("translation-missing", "p-cc", 8),
    ]
    assert "take the fuzzy mark away" in found[0].hint()
    assert "passes through" in found[1].hint()


def test_what_is_not_in_the_catalog_yet_is_told_to_come_there_first() -> None:
    units = extract(section(TEXT))
    shelf = {unit.id: Shown(unit.text, "ru", "untranslated", unit.text, "ru") for unit in units}
    found = not_current(units, shelf, "en", Policy.FAIL, {})
    assert all(each.hint().startswith("Run: assembler update") for each in found)


def test_other_policies_count_what_is_not_current() -> None:
    units = extract(section(TEXT))
    shelf = {
        unit.id: Shown(unit.text, "ru", mark, unit.text, "ru")
        for unit, mark in zip(units, ("", "fuzzy", "waiting"), strict=True)
    }
    (found,) = not_current(units, shelf, "en", Policy.MARK, {})
    assert found.message().endswith("“en”: 2 (fuzzy: 1, waiting: 1). They are marked in the document.")
    assert "--list fuzzy; assembler status en --list waiting" in found.hint()


def test_only_blocks_inside_items_and_quotations_are_for_their_language_too() -> None:
    text = "- {#i-aa}\n  раз\n\n  ::: {.only lang=en}\n  English.\n  :::\n\n> ::: {.only lang=en}\n> English.\n> :::\n"
    source = section(text)
    russian = edition(source).document.blocks
    assert "English" not in repr(russian)
    assert len(russian) == 1
    assert repr(edition(source, language="en", texts={"i-aa": "one"}).document.blocks).count("English.") == 2


def test_only_blocks_are_for_their_language_alone_and_are_never_marked() -> None:
    text = """\
::: {.only lang=en}
Only here.
:::

:::: summary
::: {.only lang=kk}
Тек осында.
:::

{#s-aa}
Общее.
::::
"""
    source = section(text)
    assert [unit.id for unit in extract(source)] == ["s-aa"]
    english = edition(source, language="en", texts={"s-aa": "Common."}).document.blocks
    assert [block.name for block in english if isinstance(block, Div)] == ["only", "summary"]
    (only, summary) = english
    assert isinstance(only, Div)
    assert only.blocks[0].words == Words((Text("Only here."),), "en")  # type: ignore[union-attr]
    assert isinstance(summary, Div)
    assert len(summary.blocks) == 1
