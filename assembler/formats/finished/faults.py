"""What can be wrong in a finished file that no schema sees: names that lead nowhere, stand twice, or are not closed."""

from __future__ import annotations

from assembler.findings import Kind, Severity

ANEW = "Build the edition anew; if the file was edited, undo the change or insert it again in the word processor."

MALFORMED_PART = Kind(
    "malformed-part",
    Severity.ERROR,
    "The part {part} is no well-formed XML.",
    "Build the edition anew; no word processor can open this file.",
)
MISSING_PART = Kind("missing-part", Severity.ERROR, "The part {part} is named in the package and is not there.", ANEW)
UNDECLARED_PART = Kind(
    "undeclared-part",
    Severity.ERROR,
    "The package does not say what the part {part} is.",
    ANEW,
)
DANGLING_RELATIONSHIP = Kind(
    "dangling-relationship",
    Severity.ERROR,
    "{part} uses the relationship “{id}”, which is not there.",
    ANEW,
)
MIMETYPE_NOT_FIRST = Kind(
    "mimetype-not-first",
    Severity.ERROR,
    "The entry “mimetype” must be the first of the package, and not compressed.",
    "Build the edition anew, or save the file in LibreOffice.",
)
DANGLING_REFERENCE = Kind(
    "dangling-reference",
    Severity.ERROR,
    "A reference or link leads to “{target}”, and there is no such place in the document.",
    "Take out the reference or insert it again; what it led to was deleted.",
)
PAGE_LOADS = Kind(
    "page-loads",
    Severity.ERROR,
    "The page loads “{target}” from elsewhere when it is opened.",
    "Take it out; whoever keeps it learns who reads the document.",
)
NUMBER_OF_UNNUMBERED = Kind(
    "number-of-unnumbered",
    Severity.ERROR,
    "A reference asks for the number of the paragraph at “{target}”, which bears none.",
    "Number the paragraph, or refer to something else; word processors show 0 or an error there.",
)
DUPLICATE_BOOKMARK = Kind(
    "duplicate-bookmark",
    Severity.ERROR,
    "The bookmark “{name}” stands twice.",
    "Delete one of them; word processors find only one.",
)
OPEN_BOOKMARK = Kind(
    "open-bookmark",
    Severity.ERROR,
    "The bookmark “{name}” has no beginning or no end.",
    "Delete the bookmark and insert it again.",
)
LONG_BOOKMARK = Kind(
    "long-bookmark",
    Severity.ERROR,
    "The bookmark “{name}” has more than {limit} characters.",
    "Give it a shorter name; Word cannot keep this one.",
)
DUPLICATE_ID = Kind(
    "duplicate-file-id",
    Severity.ERROR,
    "The number “{id}” marks two {elements} elements, and must mark one.",
    ANEW,
)
UNDEFINED_STYLE = Kind(
    "undefined-style",
    Severity.ERROR,
    "The style “{name}” ({family}) is used and not defined.",
    "Give the text another style, or copy the style from a document that has it.",
)
UNDEFINED_NUMBERING = Kind(
    "undefined-numbering",
    Severity.ERROR,
    "The list “{name}” is used and not defined.",
    "Number these paragraphs anew.",
)
BROKEN_FIELD = Kind(
    "broken-field",
    Severity.ERROR,
    "A field has no end, or its parts stand in the wrong order: {instruction}",
    "Delete the field and insert it again.",
)
MARK_WITHOUT_NOTE = Kind(
    "mark-without-note",
    Severity.ERROR,
    "The note mark {id} has no note.",
    "Delete the mark and insert the note again.",
)
NOTE_WITHOUT_MARK = Kind(
    "note-without-mark",
    Severity.ERROR,
    "The note {id} has no mark in the text; it is not printed.",
    "Insert the note again where it belongs.",
)
NOTE_TWICE = Kind(
    "note-with-two-marks",
    Severity.ERROR,
    "The note {id} has two marks; each note can have one.",
    "Delete one mark and insert a cross-reference to the note in its place.",
)
NOTE_IN_NOTE = Kind(
    "note-inside-note",
    Severity.ERROR,
    "A note stands inside another note; LibreOffice does not open such a file.",
    "Move the inner note into the text.",
)
CELLS_UNEVEN = Kind(
    "table-cells-uneven",
    Severity.WARNING,
    "The cells of a row do not fill the columns of their table, or one goes on that none above has begun.",
    "Correct the merged cells in the word processor, or build the document again.",
)
CELL_WITHOUT_PARAGRAPH = Kind(
    "cell-without-paragraph",
    Severity.ERROR,
    "A table cell does not end with a paragraph; Word does not open such a file.",
    ANEW,
)
LIST_CONTINUES_NOTHING = Kind(
    "list-continues-nothing",
    Severity.WARNING,
    "A list goes on with the count of the list “{name}”, which does not stand before it.",
    "Number these paragraphs anew.",
)
UNDECLARED_SEQUENCE = Kind(
    "undeclared-sequence",
    Severity.ERROR,
    "A number belongs to the sequence “{name}”, which the document does not declare.",
    "Insert the caption again.",
)
NOT_A_LANGUAGE = Kind(
    "not-a-language",
    Severity.ERROR,
    "“{tag}” is no language tag.",
    "Set the language of the text anew; hyphenation, spelling and screen readers go by it.",
)
