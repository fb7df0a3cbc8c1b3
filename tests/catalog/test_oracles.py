"""Real catalogs read by us and by others: polib, translate-toolkit, gettext, and the remarks of people who collect
malformed files. What all can read says the same; what is damaged is refused whole, with a line, never half read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import polib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assembler.catalog import po
from assembler.catalog.model import Catalog, Entry
from assembler.errors import UnreadableFileError
from tests import hands

BOM = b"\xef\xbb\xbf"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.po*") if path.is_file())


def read(data: bytes) -> Catalog:
    return po.read(data, path="07.po", name="07")[0]


def outcome(data: bytes) -> list[str]:
    """The codes of what is said of a file."""
    try:
        _, findings = po.read(data, path="07.po", name="07")
    except UnreadableFileError as error:
        return [error.finding.code]
    return [finding.code for finding in findings]


# --- what others read


def by_us(entry: Entry) -> tuple[object, ...]:
    return (entry.id, entry.source, entry.translation, entry.fuzzy, entry.obsolete, entry.plural)


def test_polib_reads_the_same_in_every_field(shared: Path) -> None:
    for path in files(shared / "data" / "po" / "real"):
        theirs = [
            (e.msgctxt, e.msgid, e.msgstr, e.fuzzy, bool(e.obsolete), _polib_plural(e)) for e in polib.pofile(str(path))
        ]
        ours = [by_us(entry) for entry in read(path.read_bytes()).entries if not entry.is_header]
        assert Counter(ours) == Counter(theirs), path


def _polib_plural(entry: polib.POEntry) -> tuple[str, ...]:
    forms = entry.msgstr_plural
    return (entry.msgid_plural, *(forms[number] for number in sorted(forms))) if entry.msgid_plural else ()


def test_polib_reads_the_same_comments_flags_and_previous_sources_of_living_entries(shared: Path) -> None:
    for path in files(shared / "data" / "po" / "real"):
        theirs = [e for e in polib.pofile(str(path)) if not e.obsolete]
        ours = [e for e in read(path.read_bytes()).entries if not e.is_header and not e.obsolete]
        for one, other in zip(ours, theirs, strict=True):
            assert (one.previous or "") == (other.previous_msgid or ""), (path, one.line)
            assert [flag for flag in other.flags if flag != "fuzzy"] == list(one.flags), (path, one.line)
            assert [_said(line) for line in one.comments] == other.tcomment.split("\n") if one.comments else True
            assert one.context.split() == other.comment.split(), (path, one.line)


def _said(comment: str) -> str:
    return comment[2:] if comment.startswith("# ") else comment[1:]


def test_the_code_of_weblate_reads_the_same(shared: Path) -> None:
    for path in files(shared / "data" / "po" / "real"):
        theirs = [unit for unit in hands.weblate_store(path.read_bytes()).units if not unit.isheader()]
        ours = [entry for entry in read(path.read_bytes()).entries if not entry.is_header]
        assert Counter(
            (e.id or "", e.source, *(e.plural[1:] or [e.translation]), e.fuzzy, e.obsolete) for e in ours
        ) == (
            Counter((u.getcontext(), str(u.source), *_forms(u.target), u.isfuzzy(), u.isobsolete()) for u in theirs)
        ), path


def _forms(target: object) -> list[str]:
    return list(map(str, getattr(target, "strings", [target])))


# --- what people remark on malformed files

REMARKS = {
    "unknown-encoding": {"unknown-charset"},
    "non-portable-encoding": {"catalog-not-utf-8", "unknown-charset"},
    "unrepresentable-characters": {"catalog-not-utf-8"},
    "broken-encoding": {"undecodable-catalog"},
    "duplicate-message-definition": {"duplicate-entry"},
    "conflict-marker-in-header-entry": {"versions-in-one-translation"},
}
"""i18nspector's remarks that concern a reader, and what we say then. Its others are on formats, dates and addresses."""

READ_AS_UTF8 = "broken-encoding-due-to-missing-content-type.po"
"""A header without a character set: i18nspector takes ASCII for meant, we UTF-8, which the file is in."""


def remarks(path: Path) -> set[str]:
    found = re.findall(rb"^# [EWPI]: (\S+)", path.read_bytes(), re.MULTILINE)
    return {remark.decode() for remark in found}


def test_we_say_what_i18nspector_says_of_what_concerns_a_reader(shared: Path) -> None:
    agreed: Counter[str] = Counter()
    for path in files(shared / "data" / "po" / "malformed" / "i18nspector"):
        expected = {code for remark in remarks(path) & REMARKS.keys() for code in REMARKS[remark]}
        said = set(outcome(path.read_bytes()))
        if path.name == READ_AS_UTF8:
            assert said == set()
            continue
        assert said & expected if expected else not said - {"catalog-not-utf-8"}, path
        agreed["with remark" if expected else "without"] += 1
    assert agreed == {"with remark": 9, "without": 128}


def test_what_is_refused_is_refused_by_gettext_too(shared: Path) -> None:
    """But for the character sets that gettext knows and Python does not."""
    for path in files(shared / "data" / "po" / "malformed"):
        codes = outcome(path.read_bytes())
        if {"damaged-catalog", "undecodable-catalog"} & set(codes):
            with pytest.raises(hands.RefusedByToolError):
                hands.gettext("msgcat")(path.read_bytes())


def test_what_gettext_reads_is_read(shared: Path) -> None:
    read_by_gettext = 0
    for path in files(shared / "data" / "po"):
        try:
            hands.gettext("msgcat")(path.read_bytes())
        except hands.RefusedByToolError:
            continue
        read_by_gettext += 1
        assert po.write(read(path.read_bytes())) == path.read_bytes().removeprefix(BOM), path
    assert read_by_gettext > 230


# --- damage by chance


SPECIMEN = """# Nuria
msgid ""
msgstr ""
"Language: kk\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. paragraph, “Статья 7”
#: 07
# assembler: reason=source-changed made=0a1b2c3d4e5f
#, fuzzy, no-wrap
#| msgctxt "p1"
#| msgid "Прежний \\"текст\\""
msgctxt "p1"
msgid "Нынешний текст\\\\, в две строки\\n"
"вторая"
msgstr "Аударма"

msgid "file"
msgid_plural "files"
msgstr[0] "файл"
msgstr[1] ""

#~| msgid "старый"
#~ msgctxt "p9"
#~ msgid "совсем "
#~ "старый"
#~ msgstr "ескі"
""".encode()

PIECES = [b'"', b"\\", b"\n", b"\r", b"\0", b"#", b"#~", b"#|", b"#, fuzzy\n", b"msgid", b"msgstr", b"msgctxt", b"[0]"]
PIECES += [b"msgid_plural", b"<<<<<<< HEAD\n", b"=======\n", b"\xff", b"\xd0", BOM, b"\xe2\x80\xa8", b"charset=", b" "]

places = st.integers(0, len(SPECIMEN))
edits = st.lists(st.tuples(places, st.integers(0, 40), st.sampled_from(PIECES) | st.binary(max_size=4)), max_size=6)


def damaged(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, piece in changes:
        data = data[:at] + piece + data[at + length :]
    return data


@given(edits)
@example([(0, 0, b'#| msgid "')])
def test_bytes_changed_by_chance_are_read_whole_or_refused(changes: list[tuple[int, int, bytes]]) -> None:
    check_whole_or_refused(damaged(SPECIMEN, changes))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_whole_or_refused(data: bytes) -> None:
    check_whole_or_refused(data)


def check_whole_or_refused(data: bytes) -> None:
    refused, catalog = None, Catalog("", "07")
    try:
        catalog, _ = po.read(data, path="07.po", name="07", language="kk")
    except UnreadableFileError as error:
        refused = error.finding
    if refused is None:
        assert po.write(catalog) == data.removeprefix(BOM)
        assert not re.search(r"^[^#\s]", catalog.tail, re.MULTILINE)
    else:
        assert refused.message()
        assert refused.place.line is None or 1 <= refused.place.line <= data.count(b"\n") + 1


def test_real_catalogs_with_bytes_changed_by_chance_are_read_whole_or_refused(shared: Path) -> None:
    random = Random("damage")
    for path in files(shared / "data" / "po" / "real"):
        data = path.read_bytes()[:20_000]
        for _ in range(10):
            check_whole_or_refused(damaged(data, list(_accidents(random, len(data)))))


def _accidents(random: Random, size: int) -> Iterator[tuple[int, int, bytes]]:
    for _ in range(random.randint(1, 3)):
        yield random.randrange(size), random.choice((0, 0, 1, 7, 300)), random.choice(PIECES)
