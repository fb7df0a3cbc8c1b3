"""The names that the source dialect knows: classes, attribute keys, forms of division. One place for all tables.

What stands in a source and not in one of these tables is a finding, never an error: it is kept as it was written.
"""

from __future__ import annotations

LISTS = frozenset({
    "list-of-tables", "list-of-figures", "list-of-abbreviations", "list-of-recommendations", "list-of-members",
    "matrix-of-answers",
})  # fmt: skip
"""Names of the fenced divs whose content each edition makes."""

ALPHABETICAL = frozenset({"list-of-abbreviations", "list-of-members"})
"""Those whose order is that of the language's alphabet."""

DIVISIONS = frozenset({"recommendation", "example", "summary", "annex", "only"}) | LISTS
"""Names of fenced divs."""

BLOCK_CLASSES = frozenset({"caption", "unnumbered", "letters", "decorative"}) | DIVISIONS
"""Classes that an attribute line or a div's fence may give."""

SPAN_CLASSES = frozenset({"date", "number", "notranslate", "decorative"})
"""Classes of `[…]{.class}`."""

BLOCK_KEYS = frozenset({"ref", "lang", "answers"})
"""`ref` says how a section is named in references to its heading, `lang` in which language an `only` div is, `answers`
which recommendations of a committee a block answers."""

RECOMMENDATION = "recommendation"

ANNEX = "annex"
"""The class of a heading that makes its section an annex; also the name of a div with a look of its own."""

FIGURE_KEYS = BLOCK_KEYS | {"width"}
"""`width` is how wide a picture is printed: `80%` of the text, `6cm`, `60mm`, `300px`."""

SPAN_KEYS = frozenset({"lang", "form"})

PICTURE_KEYS = frozenset({"width"})
"""Keys behind a picture in a line."""

REFERENCE_KEYS = frozenset({"form", "to"})

CAPTION = "caption"
"""The class of the paragraph that is the caption of the table or picture below it."""

DECORATIVE = "decorative"
"""The class of a picture that says nothing, and needs no description."""

ONLY = "only"
"""The name of the div whose text belongs to one language and is no unit."""
