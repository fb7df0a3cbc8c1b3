"""What a user reads in Russian and Kazakh keeps to the words of docs/terms.md, in messages, guides and specimen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import messages

TEMPLATE = messages.ROOT / "assembler" / "project" / "template"
OTHER_WORDS = {
    "ru": ("идентификатор", "представлени", "отметку", "отметки", "инструмента "),
    "kk": ("идентификатор", "команда", "форма ", "форманы", "формасы", "кері сызы", "тармақты немесе тег", "бума"),
}
"""Words that mean what has another word in the table of terms."""


def said(language: str) -> str:
    """All that is said in a language."""
    catalog = messages.read(messages.catalog_path(language), language)
    told = [string for message in catalog for string in messages.strings(message)]
    files: list[Path] = [*(messages.ROOT / "docs").glob(f"*.{language}.md"), *TEMPLATE.glob("*.toml")]
    files += (TEMPLATE / language).iterdir()
    return "\n".join([*told, *(file.read_text(encoding="utf-8") for file in files)]).casefold()


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_one_thing_has_one_word(language: str) -> None:
    text = said(language)
    assert len(text) > 20_000
    assert [word for word in OTHER_WORDS[language] if word in text] == []
