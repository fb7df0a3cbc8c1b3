"""A part of an entry's text is written otherwise, and every other byte of the entry stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assembler.catalog import po, syntax
from assembler.catalog.marking import Mark, marked
from assembler.catalog.model import Entry
from assembler.catalog.respelling import edits, respelled

WRAPPED = r"""#. paragraph, by another tool
#: 07
msgctxt "art07-aa"
msgid ""
"Две  жалобы на «Пакт» "
"поступило."
msgstr "Two  complaints\t"
  "of \"torture\"  "
  "came."
"""


def entry(text: str = WRAPPED) -> Entry:
    (read,), _ = syntax.parse(text)
    return read


def edited(before: str, after: str) -> str:
    for start, end, new in reversed(edits(before, after)):
        before = before[:start] + new + before[end:]
    return before


@given(st.text('ab «".\n'), st.text('ab «".\n'))
def test_edits_make_one_text_of_the_other(before: str, after: str) -> None:
    assert edited(before, after) == after


def test_only_the_part_changes_in_lines_of_another_tool() -> None:
    old = entry()
    new = respelled(old, old.source.replace("  ", " "), old.translation.replace("  ", " "))
    assert new.raw == WRAPPED.replace("Две  ", "Две ").replace("Two  ", "Two ").replace('\\"  "', '\\" "')
    assert (new.source, new.translation) == (entry(new.raw).source, entry(new.raw).translation)


def test_a_quotation_mark_is_escaped_where_it_comes_in() -> None:
    new = respelled(entry(), entry().source, entry().translation.replace("came", 'c"me'))
    assert '  "c\\"me."' in new.raw


def test_what_was_reviewed_stays_reviewed() -> None:
    reviewed = marked(entry(), Mark.REVIEWED)
    reviewed = entry(syntax.printed(reviewed))
    new = respelled(reviewed, reviewed.source.replace("  ", " "), reviewed.translation.replace("  ", " "))
    assert new.is_reviewed
    assert entry(new.raw).is_reviewed


def test_an_entry_that_says_so_already_is_left_alone() -> None:
    old = entry()
    assert respelled(old, old.source, old.translation) is old


@given(st.text('ab é«»"\\\n\t', min_size=1), st.integers(0, 20), st.text(' «"\\\n', max_size=2), st.booleans())
def test_lines_and_texts_agree_whatever_is_put_in(text: str, at: int, new: str, wrapped: bool) -> None:
    printed = syntax.printed(Entry("a", text, text))
    if wrapped:
        printed = printed.replace("é", 'é"\n"')
    old = entry(printed)
    changed = text[:at] + new + text[at + 1 :]
    after = respelled(old, old.source, changed)
    data = po.write(po.read(printed.encode(), path="a.po", name="a")[0])
    assert data.decode() == printed
    (read,), _ = syntax.parse(after.raw or syntax.printed(after))
    assert (read.source, read.translation) == (text, changed)
