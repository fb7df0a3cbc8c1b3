"""PDF of finished ODT editions, whose contents show the pages on which headings stand and that lack nothing.

LibreOffice sometimes goes on moving text while it draws the pages, long after it has written the contents, and at worst
leaves rows out. That is seen in the tags of the PDF; such an edition is then exported once more with its lines measured
in another way, which lets the pages rest. One whose contents are wrong then too is said to be; one that lacks text is
not written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from assembler.errors import AssemblerError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.odt.package import measured_apart, rows
from assembler.formats.pdf.headings import Strayed, strayed
from assembler.formats.pdf.headings import rows as rows_drawn
from assembler.formats.pdf.objects import objects
from assembler.project import office
from assembler.tracking import Track, untracked

PAGES_MOVED = Kind(
    "contents-pages-moved",
    Severity.WARNING,
    "LibreOffice moved text while it made {file}, so that its contents show wrong pages. The page shown, and in "
    "brackets that of the heading: {entries}.",
    "Compare the contents with the pages before you send it. In another layout text may rest: --layout interleaved, "
    "fewer languages beside each other, another style sheet.",
)
TEXT_LOST = Kind(
    "text-lost-in-pdf",
    Severity.ERROR,
    "{file} was not written: LibreOffice left out rows of its tables ({count}).",
    "Build it in another layout: --layout interleaved, fewer languages beside each other, another style sheet. Or "
    "build the ODT or DOCX edition instead.",
)
LISTED = 8
"""So many entries are named; "…" stands for the others, "?" for a page that is not known."""


class _Pdf(Struct, frozen=True):
    """A PDF, how many rows of tables it lacks, and the entries of its contents that are wrong."""

    data: bytes
    lost: int
    strayed: list[Strayed]

    @property
    def faults(self) -> tuple[int, int]:
        """The fewer the better, text before contents."""
        return self.lost, len(self.strayed)


def exported(
    editions: Mapping[str, bytes], program: Path | None, *, with_comments: bool = False, track: Track = untracked
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The PDF of each ODT, by its name, and what is to be said of them; none of one that would lack text. One start of
    LibreOffice serves all, and a second one each of those that are wrong.

    Raises ConfigurationError or ProgramError as `office.pdfs` does.
    """
    ways = office.WITH_COMMENTS if with_comments else office.WAYS
    pdfs = office.pdfs(list(editions.values()), program, ways=ways, track=track)
    made = {name: _judged(pdf, editions[name]) for name, pdf in zip(editions, pdfs, strict=True)}
    for name, pdf in made.items():
        if any(pdf.faults):
            made[name] = min((pdf, *_otherwise(editions[name], program, ways, track)), key=lambda each: each.faults)
    findings = tuple(finding for name, pdf in made.items() for finding in _said(name, pdf))
    return {name: pdf.data for name, pdf in made.items() if not pdf.lost}, findings


def _judged(pdf: bytes, edition: bytes) -> _Pdf:
    bodies = objects(pdf)
    drawn = rows_drawn(bodies)
    lost = max(rows(edition) - drawn, 0) if drawn is not None else 0
    return _Pdf(pdf, lost, strayed(bodies))


def _otherwise(edition: bytes, program: Path | None, ways: Mapping[str, bool], track: Track) -> list[_Pdf]:
    """The edition exported with its lines measured in the other way; nothing where LibreOffice cannot do that."""
    try:
        made = office.pdfs([measured_apart(edition)], program, ways=ways, track=track)
    except AssemblerError:
        return []
    return [_judged(pdf, edition) for pdf in made]


def _said(name: str, pdf: _Pdf) -> Iterator[Finding]:
    if pdf.lost:
        yield TEXT_LOST.at(Place(), file=name, count=pdf.lost)
    elif pdf.strayed:
        named = [f"{each.title}: {each.shown} ({each.stands or '?'})" for each in pdf.strayed[:LISTED]]
        rest = ["…"] if len(pdf.strayed) > LISTED else []
        yield PAGES_MOVED.at(Place(), file=name, entries="; ".join((*named, *rest)))
