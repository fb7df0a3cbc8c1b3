"""The footnotes part: the notes in the order of their marks, between the separators that Word wants first."""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Note, Words
from assembler.findings import Kind, Severity
from assembler.formats.docx import xml
from assembler.formats.docx.blocks import Setting, write_blocks
from assembler.formats.docx.ledger import Ledger, Part
from assembler.formats.docx.paragraphs import Form, write_empty
from assembler.formats.docx.styles import FAMILIES

NOTE_UNCALLED = Kind(
    "docx-note-uncalled",
    Severity.WARNING,
    "The note “{id}” is called nowhere in the document; it is not printed.",
    "Call it with [^{id}], or take it out.",
)

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
    "<w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
    "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)


def write_notes(ledger: Ledger) -> Part:
    """All notes that the text has called, numbered as it called them."""
    part = Part(ledger, notes=True)
    part.out.append(f"{xml.DECLARATION}<w:footnotes {xml.NAMESPACES}>{SEPARATORS}")
    for id, number in ledger.called.items():
        write_note(part, ledger.notes[id], number)
    part.out.append("</w:footnotes>")
    for id in ledger.notes:
        if id not in ledger.called:
            ledger.unit = id
            ledger.say(NOTE_UNCALLED, id=id)
    return part


def write_note(part: Part, note: Note[Words], number: int) -> None:
    """A note; its number stands before its first paragraph, or alone where it begins with something else."""
    hangs = part.ledger.shapes[FAMILIES["note"]].first < 0
    part.out.append(f'<w:footnote w:id="{number}">')
    label = part.ledger.note_label(note.id)
    part.note_number = _note_number(label) + (_TAB if hangs else _SPACE)
    if not walk.begins_with_words(note.blocks):
        write_empty(part, Form(style=FAMILIES["note"]))
    write_blocks(part, note.blocks, Setting(family="note"))
    if part.after_table:
        write_empty(part, Form(style=FAMILIES["note"]))
    part.out.append("</w:footnote>")


def _note_number(label: str) -> str:
    """The number before a note: its own label, or what the word processor counts.

    Word shows a label only where it stands in the note's text; LibreOffice puts that of the mark there by itself and
    would print it twice. It knows nothing of `wp14`, which Word does since 2010, and so takes the empty fallback.
    """
    number = f"{_TO_WORD}<w:t>{label}</w:t>{_TO_OTHERS}" if label else "<w:footnoteRef/>"
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{number}</w:r>'


_TO_WORD = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" Requires="wp14">'
)
_TO_OTHERS = "</mc:Choice><mc:Fallback/></mc:AlternateContent>"


_TAB = "<w:r><w:tab/></w:r>"
_SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
