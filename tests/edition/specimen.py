"""Editions made of a few lines of Markdown, so that a test reads as the document that it is about."""

from __future__ import annotations

from assembler.catalog.status import Shown
from assembler.document.model import Section, Words
from assembler.document.units import extract
from assembler.edition.compose import Composed, Frame, PlannedPart, PlannedSection, compose
from assembler.edition.lists.material import Material
from assembler.edition.localize import Policy, localize
from assembler.formats.markdown.read import read
from assembler.language import load as languages


def section(text: str, *, id: str = "07", language: str = "ru") -> Section[str]:
    return read(text, id=id, language=language, path=f"sources/{language}/{id}.md").section


def edition(
    *sections: Section[str],
    language: str = "ru",
    texts: dict[str, str] | None = None,
    marks: dict[str, str] | None = None,
    policy: Policy = Policy.MARK,
    restart: bool = False,
    numbered: bool = True,
    part: str = "",
    material: Material | None = None,
    notes_restart: bool = False,
) -> Composed:
    """The edition of sections in one part. `texts` are translations by ID; the rest shows its original, marked."""
    shelf: dict[str, Shown] = {}
    for each in sections:
        for unit in extract(each):
            translation = (texts or {}).get(unit.id)
            own = unit.language == language
            mark = "" if own or translation is not None else "untranslated"
            mark = (marks or {}).get(unit.id, mark)
            text = unit.text if translation is None else translation
            shown_in = language if own or translation is not None else unit.language
            shelf[unit.id] = Shown(text, shown_in, mark, unit.text, unit.language)
    localized: list[Section[Words]] = [localize(each, shelf, language, policy) for each in sections]
    planned = tuple(PlannedSection(each.id, numbered, restart) for each in sections)
    title = Words((), language) if part else None
    parts = (PlannedPart("all", title, planned),)
    material = material or Material()
    frame = Frame(Words((), language), None, (), parts, material=material, notes_restart=notes_restart)
    return compose(localized, frame, languages.load(language))
