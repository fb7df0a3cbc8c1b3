"""The footnotes: written before the body, which puts each where its first mark stands."""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Note, Words
from assembler.findings import Kind, Severity
from assembler.formats.odt.blocks import setting_of, write_blocks
from assembler.formats.odt.ledger import Ledger, Part
from assembler.formats.odt.paragraphs import NOTE, close_paragraph, open_paragraph
from assembler.formats.odt.tracked import settle

NOTE_UNCALLED = Kind(
    "odt-note-uncalled",
    Severity.WARNING,
    "The note “{id}” is called nowhere in the document; it is not printed.",
    "Call it with [^{id}], or take it out.",
)


def write_notes(ledger: Ledger) -> None:
    """All notes, into the ledger."""
    for id, note in ledger.notes.items():
        ledger.note_bodies[id] = note_body(ledger, note)


def note_body(ledger: Ledger, note: Note[Words]) -> str:
    """A note; its number stands before its first paragraph, or alone where it begins with something else."""
    part = Part(ledger, notes=True)
    if not walk.begins_with_words(note.blocks):
        open_paragraph(part, NOTE)
        close_paragraph(part)
    write_blocks(part, note.blocks, setting_of(part, "note"))
    part.close_run()
    settle(part)
    return "".join(part.out)


def report_uncalled(ledger: Ledger) -> None:
    """Say which notes nothing has called."""
    for id in ledger.notes:
        if id not in ledger.called:
            ledger.unit = id
            ledger.say(NOTE_UNCALLED, id=id)
