"""Tracked changes: words and whole paragraphs that were taken out or put in.

OpenDocument keeps what was taken out apart from the text, in regions before it, and marks places in the text. A whole
paragraph reaches from the end of the one before to its own end: so LibreOffice leaves both their looks and their lists.
Where none stands before (after a table, at the beginning of the text) it reaches from its own beginning to that of the
next one. Which it is, is known only then: paragraphs that follow each other are kept as a run until it is.

What was taken out stands beside the text and takes no part in its numbering: a paragraph bears its own old number.
Rows of tables cannot be tracked; their words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from assembler.findings import Kind, Severity
from assembler.formats import markup
from assembler.formats.odt import xml
from assembler.formats.odt.ledger import Frame, Ledger, Part, Removed, Whole
from assembler.formats.odt.styles import NUMBERED
from assembler.formats.odt.text import end_words

ROW_NOT_TRACKED = Kind(
    "odt-row-not-tracked",
    Severity.WARNING,
    "ODT does not track rows of tables; of this one the words are tracked, and an empty row will be left of it.",
    "Take the empty row out by hand when the changes are accepted or rejected, or build DOCX.",
)

NO_DATE = "1970-01-01T12:00:00"
"""What LibreOffice itself writes where a change is to have no date; the standard wants one."""


def tracked_changes(ledger: Ledger) -> str:
    """`<text:tracked-changes>` of all regions, empty where there are none."""
    if not ledger.regions:
        return ""
    return f'<text:tracked-changes text:track-changes="false">{"".join(ledger.regions)}</text:tracked-changes>'


def added(ledger: Ledger) -> tuple[str, str]:
    """The marks around what was put in."""
    name = _region(ledger, "insertion", "")
    return f'<text:change-start text:change-id="{name}"/>', f'<text:change-end text:change-id="{name}"/>'


def removed(ledger: Ledger, paragraphs: str) -> str:
    """The mark where these paragraphs were taken out, or the end of one and the beginning of another."""
    return f'<text:change text:change-id="{_region(ledger, "deletion", paragraphs)}"/>'


def _region(ledger: Ledger, kind: str, content: str) -> str:
    name = f"ct{len(ledger.regions) + 1}"
    author = ledger.document.author
    date = f"{author.date}T00:00:00" if author.date else NO_DATE
    ledger.regions.append(
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:{kind}><office:change-info>'
        f"<dc:creator>{markup.clean(author.name)}</dc:creator><dc:date>{date}</dc:date></office:change-info>"
        f"{content}</text:{kind}></text:changed-region>"
    )
    return name


def frame(part: Part) -> Frame:
    """What stands around the words of the paragraph that is open: its own tag, and the lists that it is an item of.

    A region repeats it: what was taken out is put back into the paragraph, and what it says of itself comes with it.
    """
    tag = _TAG.match(part.out[part.opened])
    assert tag is not None
    styles = [each.style for each in part.lists] or ([xml.name(NUMBERED)] if part.in_run else [])
    lists = "".join(f'<text:list text:style-name="{style}"><text:list-item>' for style in styles)
    return Frame(lists + tag[0], f"</text:{tag[1]}>" + "</text:list-item></text:list>" * len(styles))


_TAG = re.compile(r"<text:([ph])\b[^>]*>")


@contextmanager
def taken_out_words(part: Part) -> Iterator[None]:
    """For words inside a paragraph: what is written meanwhile goes into a region."""
    start, blank = len(part.out), (part.blank, part.blank_at)
    part.blank, part.blank_at = True, -1
    yield
    end_words(part)
    content = "".join(part.out[start:])
    around = frame(part)
    part.out[start:] = [removed(part.ledger, f"{around.begin}{content}{around.end}")]
    part.blank, part.blank_at = blank[0], -1 if blank[1] >= start else blank[1]


@contextmanager
def taken_out(part: Part, begin: str = "", end: str = "") -> Iterator[None]:
    """For whole paragraphs: what is written meanwhile, between `begin` and `end`, waits for the one that follows."""
    body, part.out = part.out, [begin]
    series, part.in_run = part.in_run, 0
    page, part.master_next = part.master_next, ""
    part.aside = True
    yield
    part.aside, part.master_next = False, page
    part.run.append(Removed("".join((*part.out, end))))
    part.out, part.in_run = body, series


@contextmanager
def taken_out_item(part: Part, number: int | None) -> Iterator[None]:
    """For an item: the lists around it come with it, and the number that it bore."""
    begin = "<text:list-item>".join(f'<text:list text:style-name="{each.style}">' for each in part.lists)
    begin += "<text:list-item>" if number is None else f'<text:list-item text:start-value="{number}">'
    as_they_were = [(each.id, each.item, each.resumed) for each in part.lists]
    with taken_out(part, begin):
        for each in part.lists:
            each.item = "list-item"
        yield
        part.out.extend(f"</text:{each.item}></text:list>" for each in reversed(part.lists))
    for each, (id, item, resumed) in zip(part.lists, as_they_were, strict=True):
        each.id, each.item, each.resumed = id, item, resumed


def close(part: Part) -> None:
    """A paragraph has ended."""
    if part.aside:
        return
    here = Whole(part.opened, len(part.out) - 1, frame(part))
    if part.change:
        part.run.append(here)
        return
    if part.before is None:
        _reach_forward(part, here)
    else:
        _reach_back(part, part.before)
    part.run, part.before = [], here


def settle(part: Part) -> None:
    """No paragraph follows in this place: at the end of a text, on both sides of a table."""
    if part.aside:
        return
    if part.run and part.before is not None:
        _reach_back(part, part.before)
    elif part.run:
        _stay_inside(part)
    part.run, part.before = [], None


def _reach_forward(part: Part, following: Whole) -> None:
    """From the beginning of each to the beginning of the next."""
    for position, each in enumerate(part.run):
        after = next((later for later in part.run[position + 1 :] if isinstance(later, Whole)), following)
        if isinstance(each, Whole):
            start, end = added(part.ledger)
            part.out[each.opened] += start
            part.out[after.opened] += end
        else:
            part.out[after.opened] += removed(part.ledger, f"{each.paragraphs}{after.frame.empty}")


def _reach_back(part: Part, last: Whole) -> None:
    """From the end of each to the end of the one before."""
    for each in part.run:
        if isinstance(each, Whole):
            start, end = added(part.ledger)
            _before_end(part, last, start)
            _before_end(part, each, end)
            last = each
        else:
            _before_end(part, last, removed(part.ledger, f"{last.frame.empty}{each.paragraphs}"))


def _stay_inside(part: Part) -> None:
    """With nothing on either side the paragraphs themselves stay, and only their words are tracked."""
    for each in part.run:
        if isinstance(each, Whole):
            start, end = added(part.ledger)
            part.out[each.opened] += start
            _before_end(part, each, end)
        else:
            part.out.append(f'<text:p text:style-name="Text_20_body">{removed(part.ledger, each.paragraphs)}</text:p>')


def _before_end(part: Part, paragraph: Whole, mark: str) -> None:
    written, tag, name = part.out[paragraph.closed].rpartition("</text:")
    part.out[paragraph.closed] = f"{written}{mark}{tag}{name}"
