"""PDF of finished ODT editions, whose contents show the pages on which headings stand.

LibreOffice sometimes goes on moving text while it draws the pages, long after it has written the contents. That is seen
in the PDF; such an edition is then exported once more with its lines measured in another way, which lets the pages
rest. One that is as wrong then too is written as it is, and said to be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assembler.errors import AssemblerError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.odt.package import measured_apart
from assembler.formats.pdf.headings import Strayed, strayed
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
LISTED = 8
"""So many entries are named; "…" stands for the others, "?" for a page that is not known."""


def exported(
    editions: Mapping[str, bytes], program: Path | None, *, with_comments: bool = False, track: Track = untracked
) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The PDF of each ODT, by its name, and what is to be said of them. One start of LibreOffice serves all, and a
    second one those whose contents are wrong.

    Raises ConfigurationError or ProgramError as `office.pdfs` does.
    """
    ways = office.WITH_COMMENTS if with_comments else office.WAYS
    made = dict(zip(editions, office.pdfs(list(editions.values()), program, ways=ways, track=track), strict=True))
    wrong = {name: found for name, pdf in made.items() if (found := strayed(pdf))}
    for name in list(wrong):
        again = _otherwise(editions[name], program, ways, track)
        found = strayed(again) if again is not None else wrong[name]
        if again is not None and len(found) < len(wrong[name]):
            made[name], wrong[name] = again, found
    return made, tuple(_said(name, found) for name, found in wrong.items() if found)


def _otherwise(edition: bytes, program: Path | None, ways: Mapping[str, bool], track: Track) -> bytes | None:
    """The edition exported with its lines measured in the other way; None where LibreOffice cannot do that."""
    try:
        (pdf,) = office.pdfs([measured_apart(edition)], program, ways=ways, track=track)
    except AssemblerError:
        return None
    return pdf


def _said(name: str, found: Sequence[Strayed]) -> Finding:
    named = [f"{each.title}: {each.shown} ({each.stands or '?'})" for each in found[:LISTED]]
    rest = ["…"] if len(found) > LISTED else []
    return PAGES_MOVED.at(Place(), file=name, entries="; ".join((*named, *rest)))
