"""What is said of constructs of word processors that a section does not have."""

from __future__ import annotations

from assembler.findings import Kind, Severity

LOOK = "Look at the place in the section."

CONTENTS_LEFT_OUT = Kind(
    "import-contents",
    Severity.INFO,
    "A table of contents or an index was left out ({count}×); editions make their own.",
)
HIDDEN = Kind(
    "import-hidden",
    Severity.WARNING,
    "Hidden words were left out ({count}×): the file holds them, but does not show them.",
    "Make them visible in the file if they belong to the text.",
)
TEXT_BOX = Kind(
    "import-text-box",
    Severity.WARNING,
    "What stood in a text box stands behind the paragraph that it was fastened to ({count}×).",
    LOOK,
)
FRAMED = Kind(
    "import-frame", Severity.INFO, "A table of one cell, a frame around text, was taken apart ({count}×).", LOOK
)
OBJECT = Kind(
    "import-object",
    Severity.WARNING,
    "A drawing, a chart or an embedded file was left out ({count}×).",
    "Save it as a picture, and put it into the section.",
)
EMBEDDED_TEXT = Kind(
    "import-embedded-text",
    Severity.WARNING,
    "The file holds another file in place of a part of its text, which was left out ({count}×).",
    "Open it in Word, save it anew, and adopt that.",
)
SYMBOL = Kind(
    "import-symbol",
    Severity.WARNING,
    "A sign of a symbol font became “{sign}” ({count}×).",
    LOOK,
)
RUNNING = Kind(
    "import-running",
    Severity.INFO,
    "Headers and footers were left out ({count}×); editions have their own.",
)
REFERENCE = Kind(
    "import-reference",
    Severity.INFO,
    "A reference to a place of the file became the words that it showed ({count}×).",
    "Where the number may change, put a reference in its place: [](#id).",
)
COMMENTS = Kind(
    "import-comments",
    Severity.INFO,
    "Comments of the file were left out ({count}×).",
    "With --changes list each is shown.",
)
CHANGES_ACCEPTED = Kind(
    "import-changes-accepted",
    Severity.WARNING,
    "Tracked changes were taken as accepted ({count}×).",
    "With --changes reject the text comes in as it was before them, with --changes list each is shown.",
)
CHANGES_REJECTED = Kind(
    "import-changes-rejected",
    Severity.WARNING,
    "Tracked changes were left out as rejected ({count}×).",
    "With --changes accept the text comes in as it is with them.",
)
COMMENT = Kind("import-comment-said", Severity.INFO, "{author} commented: {words}")
INSERTION = Kind("import-insertion", Severity.INFO, "{author} put in: {words}")
DELETION = Kind("import-deletion", Severity.INFO, "{author} took out: {words}")
ENDNOTES = Kind(
    "import-endnotes",
    Severity.INFO,
    "Notes at the end of the document became notes at the foot of pages ({count}×).",
)
SEVERAL_LEVELS = Kind(
    "import-number-levels",
    Severity.WARNING,
    "Numbers of several levels, as “{number}”, are counted as one run or as a list now ({count}×).",
    "Texts that refer to them by these numbers must be looked at.",
)
HEADING_BY_LOOK = Kind(
    "import-heading-by-look",
    Severity.INFO,
    "A paragraph was taken for a heading by its look ({count}×).",
    "Where it is none, take the # away.",
)
