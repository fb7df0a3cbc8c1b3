"""The forms that references can take, as the tables of docs/writing.md and its Russian version: read from the data
of the languages.

`python -m tools.forms` prints them; a test compares them with what stands in the guides.
"""

from __future__ import annotations

from collections.abc import Iterator

from assembler.language import load as languages
from assembler.language.model import Language

SHOWN = ("paragraph", "article", "table")
"""The kinds that are shown; the forms of others are among theirs."""

HEADS = {
    "writing.md": ("paragraph", "range", "article", "table"),
    "writing.ru.md": ("пункт", "несколько пунктов", "статья", "таблица"),
}
"""What stands above the columns in each guide."""


def tables(guide: str) -> str:
    """A table for each language: form by form a paragraph, several paragraphs, an article and a table."""
    return "\n".join(line for code in languages.known() for line in _table(languages.load(code), HEADS[guide]))


def _table(language: Language, heads: tuple[str, ...]) -> Iterator[str]:
    yield f"| {language.name} (`{language.code}`) | {' | '.join(heads)} |"
    yield "|---|---|---|---|---|"
    words = language.references
    for form in dict.fromkeys(form for kind in words.values() for form in kind.one):
        several = words["paragraph"].range.get(form, "–").format(n="12", m="15")
        one, article, table = (words[kind].one.get(form, "–") for kind in SHOWN)
        cells = (f"`{form}`", one.format(n="12"), several, article.format(n="7"), table.format(n="3"))
        yield f"| {' | '.join(cells)} |".replace("\u00a0", " ").replace("\u2060", "")
    yield ""


if __name__ == "__main__":
    print(*map(tables, HEADS), sep="\n")
