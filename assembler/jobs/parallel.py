"""An edition in several languages: which ones, what it is written with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assembler.document.model import Document, Words
from assembler.edition.layout import Layout
from assembler.edition.parallel import Plan, parallel
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Place, Severity
from assembler.jobs.editions import SingleEdition
from assembler.jobs.status import chosen
from assembler.jobs.writers import Writers
from assembler.language import load as languages
from assembler.project.config import Config
from assembler.style.columns import has_room
from assembler.style.spreads import column_width

ONE_LANGUAGE = Kind(
    "parallel-needs-languages",
    Severity.ERROR,
    "A parallel edition has two languages or more; there is one: {language}.",
    "Name them with commas, the first one first: --parallel ru,en",
)


def languages_of(config: Config, codes: Sequence[str]) -> tuple[str, ...]:
    """The languages of a parallel edition. Raises ConfigurationError for one alone, or not there."""
    found = tuple(chosen(config, codes))
    if len(found) == 1:
        raise ConfigurationError(ONE_LANGUAGE.at(Place(), language=found[0]))
    return found


def beside(
    editions: Mapping[str, SingleEdition], layout: Layout, contents: str, writers: Writers
) -> tuple[Document[Words], Writers]:
    """The document, and the writers with the sheet that its layout asks for."""
    first = next(iter(editions))
    if layout is Layout.COLUMNS:
        writers = writers.side_by_side(len(editions))
    sheet = writers.sheet.in_language(first)
    labels = languages.load(first).labels
    width = min(column_width(paper, len(editions)) for paper in writers.papers(first))
    plan = Plan(
        layout,
        contents or first,
        lambda table: has_room(table, sheet, width, labels),
        turns=not sheet.page.is_landscape,
    )
    return parallel({code: edition.composed for code, edition in editions.items()}, plan), writers
