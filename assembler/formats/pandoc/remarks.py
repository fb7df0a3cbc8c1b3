"""What is said about a text that comes in: each kind once a file, with the count and the place of the first.

A text may hold hundreds of spans that the dialect does not have; a finding for each would hide the others.
"""

from __future__ import annotations

from assembler.findings import Kind, Severity

LOOK = "Look at the place in the section."
EMPHASIS = "Where the look carries meaning, say it in words or with emphasis."
RAW = "Look at the place in the section, and put words in its place."

DIV_UNWRAPPED = Kind(
    "import-div",
    Severity.WARNING,
    "The block {attributes} is not of the dialect; what it holds stays in its place ({count}×).",
    "Where the block means something, write it as one of: {known}.",
)
ATTRIBUTES_DROPPED = Kind(
    "import-attributes",
    Severity.WARNING,
    "The attributes {attributes} were left out; the words that bore them stay ({count}×).",
    "Nothing needs to be done unless they meant something to readers.",
)
COMMENT_DROPPED = Kind("import-comment", Severity.INFO, "Comments were left out ({count}×).")
LABEL_DROPPED = Kind(
    "import-label",
    Severity.INFO,
    "The lead-in “{label}” became a block “{name}” ({count}×); the edition prints the label in its language.",
)
ID_REPLACED = Kind(
    "import-id",
    Severity.INFO,
    "The ID “{old}” cannot be kept (too long, not valid, or taken) and is now “{new}”; links to it follow.",
)
LINK_BROKEN = Kind(
    "import-link",
    Severity.WARNING,
    "A link leads to “{target}”, which is in none of the files ({count}×).",
    "Adopt the file that has it in the same run, or mend the link.",
)
METADATA_DROPPED = Kind(
    "import-metadata",
    Severity.WARNING,
    "The file says “{key}: {value}” about itself, which a section cannot.",
    "Titles and cover fields stand in submission.toml.",
)

# --- lists -----------------------------------------------------------------------------------------------------

LIST_KEPT = Kind(
    "import-list",
    Severity.INFO,
    "A list with {items} typed numbers was read as a list, not as numbered paragraphs.",
    "If these are numbers of paragraphs, take the items out of the list: each a paragraph, without its number.",
)
NUMBER_WITHOUT_PARAGRAPH = Kind(
    "import-number",
    Severity.WARNING,
    "The typed number {value} has no paragraph of words after it.",
    "Look at the place in the section; the numbers after it differ by one.",
)
ROMAN_LIST = Kind(
    "import-roman-list",
    Severity.WARNING,
    "A list counted in Roman numerals is counted as the language counts lists now ({count}×).",
    LOOK,
)
DEFINITION_LIST = Kind(
    "import-definition-list",
    Severity.WARNING,
    "A list of definitions became a list with bold terms ({count}×).",
    LOOK,
)

# --- other blocks ----------------------------------------------------------------------------------------------

LINE_BLOCK = Kind(
    "import-line-block", Severity.WARNING, "A block of lines became a paragraph with line breaks ({count}×).", LOOK
)
CODE_BLOCK = Kind("import-code-block", Severity.WARNING, "A block of code was kept as raw markup ({count}×).", RAW)
RULE = Kind("import-rule", Severity.WARNING, "A rule across the page was kept as raw markup ({count}×).", RAW)
HTML_BLOCK = Kind("import-html-block", Severity.WARNING, "A block of HTML was kept as raw markup ({count}×).", RAW)
OTHER_BLOCK = Kind(
    "import-other-block", Severity.WARNING, "A block of the kind “{construct}” was kept as raw markup ({count}×).", RAW
)
FIGURE = Kind(
    "import-figure", Severity.WARNING, "The caption of a figure became a paragraph below it ({count}×).", LOOK
)

# --- tables ----------------------------------------------------------------------------------------------------

TABLE_FOOTER = Kind(
    "import-table-footer", Severity.WARNING, "The footer of a table became rows of its body ({count}×).", LOOK
)
CELL_FLATTENED = Kind(
    "import-cell",
    Severity.WARNING,
    "A table cell or caption with several lines or paragraphs became one line of words ({count}×).",
    LOOK,
)

# --- inlines ---------------------------------------------------------------------------------------------------

UNDERLINE = Kind("import-underline", Severity.WARNING, "Underlined words became plain words ({count}×).", EMPHASIS)
STRIKEOUT = Kind("import-strikeout", Severity.WARNING, "Struck-out words became plain words ({count}×).", EMPHASIS)
SUPERSCRIPT = Kind("import-superscript", Severity.WARNING, "Superscript became plain text ({count}×).", LOOK)
SUBSCRIPT = Kind("import-subscript", Severity.WARNING, "Subscript became plain text ({count}×).", LOOK)
SMALL_CAPITALS = Kind(
    "import-small-capitals", Severity.WARNING, "Small capitals became plain text ({count}×).", EMPHASIS
)
CITATION = Kind("import-citation", Severity.WARNING, "A citation key was kept as plain text ({count}×).", LOOK)
FORMULA = Kind("import-formula", Severity.WARNING, "A formula was kept as plain text ({count}×).", LOOK)
HTML = Kind("import-html", Severity.WARNING, "HTML inside a paragraph was kept as raw markup ({count}×).", RAW)
OTHER_MARKUP = Kind("import-markup", Severity.WARNING, "Markup of “{format}” was kept as plain text ({count}×).", LOOK)
NOTE_IN_NOTE = Kind(
    "import-note-in-note", Severity.WARNING, "A note inside a note became words in brackets ({count}×).", LOOK
)
OTHER_INLINE = Kind("import-other-inline", Severity.WARNING, "“{construct}” became plain text ({count}×).", LOOK)
