"""Everything that the reader of sections can say."""

from __future__ import annotations

from assembler.findings import Kind, Phrase, Severity

COMMENT = "comment"
DEFINITION = "link definition"
"""What is kept raw, as the parser names it."""

EMPTY_SECTION = Kind("empty-section", Severity.WARNING, "The section has no text.", "Write it, or remove the file.")

MERGE_CONFLICT = Kind(
    "merge-conflict",
    Severity.ERROR,
    "Two versions of the text stand here, between lines with <<<<<<<, ======= and >>>>>>>, as git leaves a conflict.",
    "Keep one version, or one made of both, and delete the lines with these signs.",
)

# --- attributes ----------------------------------------------------------------------------------------------------

ATTRIBUTE_LINE_IN_PARAGRAPH = Kind(
    "attribute-line-in-paragraph",
    Severity.ERROR,
    "The attribute line {attributes} has no blank line above it and belongs to the text of the paragraph.",
    "Put a blank line above it.",
)
ATTRIBUTE_LINE_BEFORE_NOTHING = Kind(
    "attribute-line-before-nothing",
    Severity.ERROR,
    "The attribute line {attributes} has no block below it.",
    "Put it directly above the block that it names, or remove it.",
)
ATTRIBUTE_LINE_BEFORE_NOTE = Kind(
    "attribute-line-before-note",
    Severity.ERROR,
    "The attribute line {attributes} stands before a note, which takes none.",
    "Remove it: a note's ID is its label.",
)
TWO_IDS = Kind(
    "two-ids",
    Severity.ERROR,
    "One block has several IDs: {ids}.",
    "Keep the one by which it is translated already, and remove the others.",
)
MALFORMED_ATTRIBUTES = Kind(
    "malformed-attributes",
    Severity.ERROR,
    "“{attributes}” looks like attributes, but cannot be read as such.",
    'Write {{#id .class key="value"}}, separated by blanks; text in braces begins with \\{{.',
)
MISPLACED_ATTRIBUTES = Kind(
    "misplaced-attributes",
    Severity.ERROR,
    "The attributes {attributes} stand behind something that takes none.",
    "Put the words in brackets, [words]{attributes}; braces that are meant as text begin with \\{{.",
)
HEADING_ATTRIBUTES = Kind(
    "heading-attributes",
    Severity.ERROR,
    "The attributes {attributes} stand behind the heading.",
    "Put them on a line of their own above the heading.",
)
UNKNOWN_CLASS = Kind(
    "unknown-class",
    Severity.WARNING,
    "The class “{name}” is not known and has no effect.",
    "{suggestion}",
)
UNKNOWN_SPAN_CLASS = Kind(
    "unknown-span-class",
    Severity.WARNING,
    "The class “{name}” of a span is not known and has no effect.",
    "{suggestion}",
)
UNKNOWN_ATTRIBUTE = Kind(
    "unknown-attribute",
    Severity.WARNING,
    "The attribute “{name}” is not known here and has no effect.",
    "Attributes that are known here: {known}.",
)

UNKNOWN_REFERENCE_KIND = Kind(
    "unknown-reference-kind",
    Severity.ERROR,
    "“{name}” is not a kind of reference and a number.",
    'Write for example ref="article 7", in English whatever the language of the section. Kinds: {known}.',
)

BAD_ANSWERS = Kind(
    "bad-answers",
    Severity.ERROR,
    "“{value}” does not say which recommendations are answered.",
    'Write the symbol of the document and its paragraph: answers="CCPR/C/KAZ/CO/1, para 14". Several paragraphs are '
    "parted by commas, several documents by semicolons.",
)

# --- IDs -----------------------------------------------------------------------------------------------------------

MISSING_ID = Kind(
    "missing-id",
    Severity.WARNING,
    "{what} has no ID and cannot be translated.",
    "{remedy}",
)
IDS_GIVES_ONE = Phrase("`assembler ids` gives one to everything that has none.")
MEND_FIRST = Phrase("Mend the errors of this section that hide IDs first, then run: assembler ids")

INVALID_ID = Kind(
    "invalid-id",
    Severity.ERROR,
    "“{id}” is not an ID.",
    "{remedy}",
)
RENAME_IT = Phrase(
    "An ID has small Latin letters, digits and single hyphens, and begins with a letter; change it with "
    "`assembler ids --rename`."
)
IDS_RENAMES = Phrase("Run: assembler ids, which gives the note an ID as its label.")
LONG_ID = Kind(
    "long-id",
    Severity.ERROR,
    "The ID “{id}” has {length} characters.",
    "It may have {limit}, in a table together with the names of row and column; shorten it with "
    "`assembler ids --rename`.",
)
DUPLICATE_ID = Kind(
    "duplicate-id",
    Severity.ERROR,
    "The ID “{id}” was given before, in line {first}.",
    "Delete {{#{id}}} here (or there, where the text is not the original one), then run: assembler ids",
)

# --- divs ----------------------------------------------------------------------------------------------------------

FENCE_WITHOUT_DIV = Kind(
    "fence-without-div",
    Severity.ERROR,
    "A line of colons opens and closes nothing and is read as text.",
    "Open a div with a name, `::: recommendation`, and close it with as many colons.",
)
DIV_WITHOUT_NAME = Kind(
    "div-without-name", Severity.ERROR, "The div has no name.", "Name it: `::: recommendation` or another of {known}."
)
UNCLOSED_DIV = Kind(
    "unclosed-div",
    Severity.ERROR,
    "The div “{name}” is not closed and takes in all that follows.",
    "Close it with a line of as many colons.",
)
INNER_FENCE = Kind(
    "inner-fence",
    Severity.WARNING,
    "The fence of this div is not shorter than that of the div around it.",
    "Give the outer div more colons than the inner one.",
)
ONLY_WITHOUT_LANGUAGE = Kind(
    "only-without-language",
    Severity.ERROR,
    "The div `only` does not say for which language it is.",
    "Write ::: {{.only lang=en}}.",
)

ONLY_WITHOUT_DIV = Kind(
    "only-without-div",
    Severity.ERROR,
    "The class `only` stands on something that is not a div of that name and has no effect.",
    "Put the text between the lines ::: {{.only lang=en}} and :::",
)

# --- tables --------------------------------------------------------------------------------------------------------

TABLE_IN_PARAGRAPH = Kind(
    "table-in-paragraph",
    Severity.ERROR,
    "A table has no blank line above it and is read as text of the paragraph.",
    "Put a blank line above it.",
)
TABLE_COLUMNS = Kind(
    "table-columns",
    Severity.ERROR,
    "A table is read as text, because its header row and the line below it differ in the number of columns.",
    "Give both the same number of columns.",
)
SURPLUS_CELLS = Kind(
    "surplus-cells",
    Severity.ERROR,
    "The row has {count} cells and the table {columns} columns; what is left over is lost.",
    "Remove the cells, add columns, or write a pipe that is meant as text as \\|.",
)
TABLE_WIDTHS = Kind(
    "table-widths",
    Severity.ERROR,
    "“{widths}” are no widths for the columns of this table, which are {columns}; they are computed.",
    'Give each column its share of the table in per cent, 100 together: widths="40,20,20,20"',
)
TABLE_HEADER_ROWS = Kind(
    "table-header-rows",
    Severity.ERROR,
    "“{value}” is no number of header rows for this table, which has {rows} rows; only its first one is a header.",
    "Write header-rows=2 where the first row below the line of dashes belongs to the header too.",
)
NOT_A_SPAN = Kind(
    "not-a-span",
    Severity.ERROR,
    "{key}={value} does not say how many cells the cell is to span; it spans one.",
    "Write a number from 1: [words]{{colspan=2}}",
)
SPAN_TOO_LARGE = Kind(
    "span-too-large",
    Severity.ERROR,
    "The cell spans further than the rows and columns that are there; it spans columns: {across}, rows: {down}.",
    "Correct colspan and rowspan. A cell of the header spans no rows of the body.",
)
SPAN_OVER_WORDS = Kind(
    "span-over-words",
    Severity.ERROR,
    "The cell would lie over others that are not empty; it spans nothing.",
    "Leave the cells empty that colspan and rowspan are to cover, or correct the numbers.",
)
ROWS_BESIDE_DATA = Kind(
    "rows-beside-data",
    Severity.ERROR,
    "The table has rows here and a file of data; the file is not read.",
    "Leave only the header rows here and put the others into the file, or remove data=.",
)
LANDSCAPE_INSIDE = Kind(
    "landscape-inside",
    Severity.ERROR,
    "The class `landscape` turns no page here.",
    "Only a table or a div directly in the section stands on landscape pages: put what is to stand there between the "
    "lines ::: landscape and :::",
)
CAPTION_WITHOUT_TABLE = Kind(
    "caption-without-table",
    Severity.ERROR,
    "A paragraph with the class `caption` has no table or picture below it.",
    "Put it directly above its table or picture, or remove the class.",
)

# --- pictures ------------------------------------------------------------------------------------------------------

PICTURE_UNDESCRIBED = Kind(
    "picture-undescribed",
    Severity.WARNING,
    "The picture “{target}” has no description for those who do not see it.",
    "Write in the brackets what it shows, ![…]({target}), or give it the class `decorative` if it shows nothing.",
)
DECORATION_DESCRIBED = Kind(
    "decoration-described",
    Severity.WARNING,
    "The picture “{target}” is called decorative and has a description; it is printed with the description.",
    "Remove the class, or empty the brackets.",
)
PICTURE_ELSEWHERE = Kind(
    "picture-elsewhere",
    Severity.ERROR,
    "The picture “{target}” lies elsewhere in the network; nothing is loaded from there.",
    "Save it beside the sections, and name that file.",
)
PICTURE_WITHOUT_FILE = Kind(
    "picture-without-file", Severity.ERROR, "The picture names no file.", "Write its file: ![…](fig.png)."
)
BAD_WIDTH = Kind(
    "picture-width",
    Severity.WARNING,
    "“{width}” is no width of a picture; it is printed in its own size.",
    "Write width=80% (of the text), width=6cm, width=60mm or width=300px.",
)
NOTE_IN_PICTURE = Kind(
    "note-in-picture",
    Severity.ERROR,
    "The note “{id}” is called in the description of a picture, which is not printed.",
    "Call it in the caption.",
)

# --- notes ---------------------------------------------------------------------------------------------------------

NOTE_IN_PARAGRAPH = Kind(
    "note-without-blank-line",
    Severity.WARNING,
    "The text of note “{id}” has no blank line above it.",
    "Put a blank line above it.",
)
NOTE_WITHOUT_TEXT = Kind(
    "note-without-text", Severity.ERROR, "The note “{id}” has no text.", "Write it behind [^{id}]:."
)
DUPLICATE_NOTE = Kind(
    "duplicate-note",
    Severity.ERROR,
    "The text of note “{id}” was given before, in line {first}.",
    "Give one of the two another label, and its mark too.",
)
UNUSED_NOTE = Kind(
    "unused-note",
    Severity.WARNING,
    "The note “{id}” is called nowhere.",
    "Put [^{id}] into the text, or remove the note.",
)
UNDEFINED_NOTE = Kind(
    "undefined-note", Severity.ERROR, "The note “{id}” has no text.", "Write it in this section: [^{id}]: …"
)
NOTE_MARKED_TWICE = Kind(
    "note-marked-twice",
    Severity.ERROR,
    "The note “{id}” is called again; it was called before in line {first}.",
    "Make a second note with a label of its own.",
)
NOTE_IN_NOTE = Kind(
    "note-in-note",
    Severity.ERROR,
    "The note “{id}” is called inside a note.",
    "Move its text into the note, or call it from the text.",
)

# --- what the dialect does not have --------------------------------------------------------------------------------

UNSUPPORTED_BLOCK = Kind(
    "unsupported-block",
    Severity.WARNING,
    "The dialect has no {construct}; it is printed as it is written.",
    "Write it as paragraphs, lists or tables, or remove it.",
)
CONSTRUCTS = {
    each.template: each
    for each in (
        Phrase("code block"),
        Phrase("link definition"),
        Phrase("horizontal rule"),
        Phrase("too deeply nested text"),
    )
}
"""What `UNSUPPORTED_BLOCK` calls the constructs of raw blocks; others are names."""

UNSUPPORTED_MARKUP = Kind(
    "unsupported-markup",
    Severity.WARNING,
    "The dialect has no HTML; “{text}” is printed as it is written.",
    "Remove it, or write \\< where the sign is meant.",
)

HIDING_IDS = frozenset(
    kind.code
    for kind in (
        MERGE_CONFLICT,
        ATTRIBUTE_LINE_IN_PARAGRAPH,
        ATTRIBUTE_LINE_BEFORE_NOTHING,
        ATTRIBUTE_LINE_BEFORE_NOTE,
        MALFORMED_ATTRIBUTES,
        HEADING_ATTRIBUTES,
    )
)
"""The errors behind which an ID may stand that the reader could not give to its block."""
