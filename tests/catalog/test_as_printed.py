"""Entries that look as we print them are read at a stroke; what they say must be what the full grammar reads.

A blank behind the ID keeps the quick way from knowing an entry as our own, and changes nothing else.
"""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from assembler.catalog import syntax
from assembler.catalog.model import Entry, Reason

TEXTS = st.text(st.sampled_from('абв ҚӘ5«»"\\\n\t#~|:.,n'), max_size=12)
LINES = st.text(st.sampled_from('абв 5"\\#~|:.,'), max_size=8).map(str.strip)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
ENTRIES = st.builds(
    Entry,
    id=IDS,
    source=TEXTS,
    translation=TEXTS,
    previous=st.none() | TEXTS,
    fuzzy=st.booleans(),
    reason=st.sampled_from(Reason),
    base=st.none() | TEXTS,
    obsolete=st.booleans(),
    section=LINES,
    context=LINES,
    comments=st.lists(LINES.map("# {}".format).map(str.strip), max_size=2).map(tuple),
    flags=st.sampled_from([(), ("c-format",), ("no-wrap", "c-format")]),
    plural=st.just(()) | st.tuples(TEXTS, TEXTS),
)


@settings(max_examples=400)
@given(st.lists(ENTRIES, max_size=5))
def test_what_is_read_at_a_stroke_is_what_the_grammar_reads(entries: list[Entry]) -> None:
    text = "\n".join(syntax.printed(entry) for entry in entries)
    slow = re.sub(r'^((?:#~ )?msgctxt .*")$', r"\1 ", text, flags=re.MULTILINE)
    assert _said(slow) == _said(text)


def _said(text: str) -> list[Entry]:
    return [replace(entry, raw="") for entry in syntax.parse(text)[0]]
