"""The notes, at the end of the page and in the order of their marks, each with links back to where it is called."""

from __future__ import annotations

from assembler.document.model import Note, Paragraph, Version, Words
from assembler.findings import Kind, Severity
from assembler.formats.html import text
from assembler.formats.html.blocks import NOTE, write_blocks
from assembler.formats.html.inlines import write_words
from assembler.formats.html.ledger import Entry, Ledger, identified
from assembler.formats.html.spreads import language_mark, spoken

NOTE_UNCALLED = Kind(
    "html-note-uncalled",
    Severity.WARNING,
    "The note “{id}” is called nowhere in the document; it is not printed.",
    "Call it with [^{id}], or take it out.",
)


def write_notes(ledger: Ledger) -> None:
    """All notes that the text has called, numbered as it called them; nothing where there are none."""
    ledger.in_notes = True
    if ledger.called:
        screen = ledger.language.screen
        title = text.escape(screen.notes)
        ledger.contents.append(Entry(1, title, "notes_"))
        ledger.out.append(
            f'<section class="notes" role="doc-endnotes" aria-labelledby="notes_"'
            f' data-close="{text.attribute(screen.close)}"><h2 id="notes_">{title}</h2>\n<ol>\n'
        )
        order = ledger.notes if ledger.document.front else ledger.called
        for id, number in ((id, ledger.called[id]) for id in order if id in ledger.called):
            write_note(ledger, ledger.notes[id], number)
        ledger.out.append("</ol>\n</section>\n")
    for id in ledger.notes:
        if id not in ledger.called:
            ledger.unit = id
            ledger.say(NOTE_UNCALLED, id=id)


def write_note(ledger: Ledger, note: Note[Words], number: int) -> None:
    """A note; its number stands before its first paragraph, or alone where it begins with something else."""
    shown_number = note.number or number
    label = text.attribute(ledger.language.screen.note.replace("{n}", str(shown_number)))
    ledger.out.append(f'<li id="n_{number}" data-label="{label}">')
    shown = f'<span class="marker">{shown_number} </span>'
    if any(isinstance(block, Version) for block in note.blocks):
        _write_versions(ledger, note, shown)
        ledger.out.append("</li>\n")
        return
    ledger.out.append(f"<p{identified(ledger.anchor(note.id))}>{shown}")
    match note.blocks:
        case (Paragraph() as first, *rest):
            write_words(ledger, first.words, first.id)
        case rest:
            pass
    if not rest:
        _write_backlinks(ledger, note.id)
    ledger.out.append("</p>\n")
    if rest:
        write_blocks(ledger, tuple(rest), NOTE)
        ledger.out.append("<p>")
        _write_backlinks(ledger, note.id)
        ledger.out.append("</p>\n")
    ledger.out.append("</li>\n")


def _write_versions(ledger: Ledger, note: Note[Words], shown: str) -> None:
    """What the note says in each language, under the mark of the language; the number stands before the first."""
    for version in (block for block in note.blocks if isinstance(block, Version)):
        ledger.out.append(f"<div{spoken(ledger, version)}>\n")
        with ledger.inside(version):
            match version.blocks:
                case (Paragraph() as first, *rest):
                    ledger.out.append(f"<p{identified(ledger.anchor(first.id))}>{shown}{language_mark(version)}")
                    write_words(ledger, first.words, first.id)
                case rest:
                    ledger.out.append(f"<p>{shown}{language_mark(version)}")
            ledger.out.append("</p>\n")
            write_blocks(ledger, tuple(rest), NOTE)
        ledger.out.append("</div>\n")
        shown = ""
    ledger.out.append("<p>")
    _write_backlinks(ledger, note.id)
    ledger.out.append("</p>\n")


def _write_backlinks(ledger: Ledger, note: str) -> None:
    """A link to each mark. Its arrow is the style's, so that it is never copied."""
    label = text.attribute(ledger.language.screen.back)
    for anchor in ledger.marks.get(note, ()):
        ledger.out.append(f'&nbsp;<a class="back" href="#{anchor}" role="doc-backlink" aria-label="{label}"></a>')
