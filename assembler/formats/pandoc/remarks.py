"""What is said about a text that comes in: each kind once a file, with the count and the place of the first.

A text may hold hundreds of spans that the dialect does not have; a finding for each would hide the others.
"""

from __future__ import annotations

from assembler.findings import Finding, Kind, Place, Severity

DIV_UNWRAPPED = Kind(
    "import-div",
    Severity.WARNING,
    "The block {attributes} is not of the dialect; what it holds stays in its place ({count}).",
    "Where the block means something, write it as one of: {known}.",
)
ATTRIBUTES_DROPPED = Kind(
    "import-attributes",
    Severity.WARNING,
    "The attributes {attributes} of a {construct} were left out; its words stay ({count}).",
    "Nothing needs to be done unless they meant something to readers.",
)
FORMATTING_DROPPED = Kind(
    "import-formatting",
    Severity.WARNING,
    "{construct} is not of the dialect; its words stay as plain text ({count}).",
    "Where the look carries meaning, say it in words or with emphasis.",
)
SIMPLIFIED = Kind(
    "import-simplified",
    Severity.WARNING,
    "{construct} is not of the dialect and became {instead} ({count}).",
    "Look at the place in the section.",
)
COMMENT_DROPPED = Kind("import-comment", Severity.INFO, "Comments were left out ({count}).")
LABEL_DROPPED = Kind(
    "import-label",
    Severity.INFO,
    "The lead-in “{label}” became a block “{name}” ({count}); the edition prints the label in its language.",
)
ID_REPLACED = Kind(
    "import-id",
    Severity.INFO,
    "The ID “{old}” cannot be kept (too long, not valid, or taken) and is now “{new}”; links to it follow.",
)
LINK_BROKEN = Kind(
    "import-link",
    Severity.WARNING,
    "A link leads to “{target}”, which is in none of the files ({count}).",
    "Adopt the file that has it in the same run, or mend the link.",
)
LIST_KEPT = Kind(
    "import-list",
    Severity.INFO,
    "A list of {items} typed numbers was read as a list, not as numbered paragraphs.",
    "If these are the paragraph numbers of the section, say so when adopting.",
)
NUMBER_WITHOUT_PARAGRAPH = Kind(
    "import-number",
    Severity.WARNING,
    "The typed number {value} has no paragraph of words after it.",
    "Look at the place in the section; the numbers after it differ by one.",
)
METADATA_DROPPED = Kind(
    "import-metadata",
    Severity.WARNING,
    "The file says “{key}: {value}” about itself, which a section cannot.",
    "Titles and cover fields stand in submission.toml.",
)


class Remarks:
    """Collects while a file is read."""

    def __init__(self) -> None:
        self._said: dict[tuple[Kind, tuple[tuple[str, str], ...]], list[str]] = {}

    def add(self, kind: Kind, quote: str = "", **values: object) -> None:
        """One occasion of `kind`; `quote` are words of the file near it."""
        key = (kind, tuple((name, str(value)) for name, value in values.items()))
        self._said.setdefault(key, []).append(quote)

    def findings(self, place: Place) -> tuple[Finding, ...]:
        """One finding for each kind and its values, in the order of their first occasions."""
        return tuple(
            kind.at(place, quote=next(filter(None, quotes), ""), **dict(values), count=len(quotes))
            for (kind, values), quotes in self._said.items()
        )
