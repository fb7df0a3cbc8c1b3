"""The names that the source dialect knows: classes, attribute keys, forms of division. One place for all tables.

What stands in a source and not in one of these tables is a finding, never an error: it is kept as it was written.
"""

from __future__ import annotations

DIVISIONS = frozenset({"recommendation", "example", "summary", "annex", "only", "landscape"})
"""Names of fenced divs."""

BLOCK_CLASSES = frozenset({"caption", "unnumbered", "letters", "row-headings"}) | DIVISIONS
"""Classes that an attribute line or a div's fence may give."""

SPAN_CLASSES = frozenset({"date", "number", "notranslate"})
"""Classes of `[…]{.class}`."""

TABLE_KEYS = frozenset({"widths", "header-rows", "data", "decimal"})
"""`widths` are the shares of a table's columns in per cent, `header-rows` how many rows are its header, `data` the file
that its rows come from, `decimal` the decimal sign of that file."""

BLOCK_KEYS = frozenset({"ref", "lang"}) | TABLE_KEYS
"""`ref` says how a section is named in references to its heading, `lang` in which language an `only` div is."""

SPAN_KEYS = frozenset({"lang", "form"})

REFERENCE_KEYS = frozenset({"form", "to"})

CAPTION = "caption"
"""The class of the paragraph that is the caption of the table below it."""

ONLY = "only"
"""The name of the div whose text belongs to one language and is no unit."""

LANDSCAPE = "landscape"
"""The class of a table, and the name of a div, that stand on pages turned on their side."""

ROW_HEADINGS = "row-headings"
"""The class of a table whose first column says what its rows are about."""
