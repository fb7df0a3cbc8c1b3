"""Catalogs as files, tried on what real projects have and on what real tools do to a file."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from msgspec.structs import replace

from assembler.catalog import po
from assembler.catalog.merge import merge
from assembler.catalog.model import Catalog, Entry, Reason, Source, by_id, seal
from assembler.errors import UnreadableFileError
from assembler.language.load import load

KAZAKH = load("kk")
LONG = "Государство-участник должно принять все необходимые меры для того, чтобы каждый мог мирно собираться. " * 3


def read(data: bytes, language: str = "") -> Catalog:
    return po.read(data, path="07.po", name="07", language=language)[0]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.po*") if path.is_file())


def sample() -> tuple[dict[str, Catalog], dict[str, list[Source]]]:
    """A catalog with an entry of every sort, and the sources that it is up to date with."""
    sources = [
        Source("p1", LONG.strip(), "07", "paragraph, “Статья 7”"),
        Source("p2", 'Первая строка\nвторая с "кавычками" и \\[скобкой\\]\tи табуляцией', "07", "paragraph"),
        Source("p3", "Третий, нынешний.", "07", "paragraph"),
        Source("p4", "Четвёртый", "07", "paragraph"),
        Source("t1.r1.c1", "Ячейка", "07", "cell"),
    ]
    translations = ["Мүше мемлекет " * 30, "Бірінші жол\nекінші", "Үшінші, бұрынғы.", "Төртінші", ""]
    entries = [
        Entry(source.id, source.text or "", text.strip(), section=source.section, context=source.context)
        for source, text in zip(sources, translations, strict=True)
    ]
    entries[0] = _with(entries[0], comments=("# Терминді заңгермен келісу керек.",), flags=("no-wrap",))
    entries[2] = _with(entries[2], fuzzy=True, previous="Третий, прежний.\nС разрывом.", reason=Reason.SOURCE_CHANGED)
    entries[2] = _with(entries[2], shown=seal(entries[2].source, ""))
    entries[3] = _with(entries[3], reviewed=seal("Четвёртый", "Төртінші"), base='Текст «базы» с "кавычкой"')
    gone = Entry("p9", "Девятый " * 20, "Тоғызыншы " * 20, obsolete=True, fuzzy=True, previous="Девятый, прежний")
    catalog = Catalog("kk", "07", (*entries, gone))
    return {"07": catalog}, {"07": sources}


def _with(entry: Entry, **changes: object) -> Entry:
    return replace(entry, **changes)


def written() -> tuple[bytes, dict[str, list[Source]]]:
    catalogs, wanted = sample()
    return po.write(merge(catalogs, wanted, language=KAZAKH, project="test").catalogs["07"]), wanted


def without_lines(entry: Entry) -> Entry:
    return _with(entry, raw="", line=0)


def test_what_is_written_is_read_again_as_the_same_entries() -> None:
    catalogs, _ = sample()
    data, _ = written()
    found = [without_lines(entry) for entry in read(data, "kk").entries if not entry.is_header]
    obsolete = [_with(entry, section="", context="") if entry.obsolete else entry for entry in catalogs["07"].entries]
    assert found == obsolete


def test_polib_reads_the_same_from_what_is_written() -> None:
    catalogs, _ = sample()
    data, _ = written()
    found = {entry.msgctxt or "": entry for entry in polib.pofile(data.decode())}
    for entry in catalogs["07"].entries:
        assert (found[entry.id or ""].msgid, found[entry.id or ""].msgstr) == (entry.source, entry.translation)
        assert found[entry.id or ""].fuzzy == entry.fuzzy
        assert found[entry.id or ""].obsolete == entry.obsolete


def test_a_long_text_stands_on_one_line_and_breaks_only_where_it_has_a_hard_break() -> None:
    lines = written()[0].decode().splitlines()
    assert f'msgid "{LONG.strip()}"' in lines
    assert lines[lines.index('msgctxt "p2"') + 1 :][:3] == [
        'msgid ""',
        '"Первая строка\\n"',
        '"вторая с \\"кавычками\\" и \\\\[скобкой\\\\]\\tи табуляцией"',
    ]


def test_real_catalogs_come_back_byte_for_byte(shared: Path) -> None:
    paths = files(shared / "data" / "po" / "real")
    assert len(paths) > 80
    for path in paths:
        assert po.write(read(path.read_bytes())) == path.read_bytes(), path


def test_real_catalogs_say_what_polib_reads_in_them(shared: Path) -> None:
    for path in files(shared / "data" / "po" / "real"):
        theirs = [entry for entry in polib.pofile(str(path)) if not (entry.msgid == "" and entry.msgctxt is None)]
        ours = [entry for entry in read(path.read_bytes()).entries if not entry.is_header]
        assert [entry.id for entry in ours] == [entry.msgctxt for entry in theirs]
        assert [entry.source for entry in ours] == [entry.msgid for entry in theirs]
        assert [entry.translation for entry in ours] == [entry.msgstr for entry in theirs]
        assert [entry.fuzzy for entry in ours] == [entry.fuzzy for entry in theirs]


def test_real_entries_printed_anew_mean_the_same_to_gettext(
    shared: Path, tool: Callable[[str], str], tmp_path: Path
) -> None:
    paths = [path for path in files(shared / "data" / "po" / "real") if path.suffix == ".po"]
    for path in paths:
        catalog = read(path.read_bytes())
        anew = _catalog_with(catalog, tuple(_with(entry, raw="") for entry in catalog.entries))
        (tmp_path / "anew.po").write_bytes(po.write(anew))
        normal = [run(tool("msgcat"), "--no-location", str(file)) for file in (path, tmp_path / "anew.po")]
        assert meaning(normal[0]) == meaning(normal[1]), path


def meaning(data: bytes) -> list[tuple[object, ...]]:
    return [
        (
            e.msgctxt,
            e.msgid,
            e.msgid_plural,
            e.msgstr,
            tuple(e.msgstr_plural.items()),
            e.fuzzy,
            e.obsolete,
            e.previous_msgid,
        )
        for e in polib.pofile(data.decode())
    ]


def _catalog_with(catalog: Catalog, entries: tuple[Entry, ...]) -> Catalog:
    return replace(catalog, entries=entries)


def run(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def test_malformed_catalogs_are_read_whole_or_refused_with_a_line(shared: Path) -> None:
    """gettext's own verdict is the oracle: what it reads we read, unless it is a matter of character sets."""
    refused = {}
    for path in files(shared / "data" / "po" / "malformed"):
        data = path.read_bytes()
        try:
            catalog = read(data)
        except UnreadableFileError as error:
            refused[path.name] = error.finding
            continue
        assert po.write(catalog) == data.removeprefix(b"\xef\xbb\xbf"), path
    damaged = {name: finding.place.line for name, finding in refused.items() if finding.code == "damaged-catalog"}
    assert damaged == {"filters__po__file-POFilter-multiple.po": 30, "test_syntax_error1.po": 5}
    others = {finding.code for name, finding in refused.items() if name not in damaged}
    assert others == {"undecodable-catalog", "unknown-charset"}


DAMAGES = {
    "an unclosed string": ('msgid "a\nmsgstr "b"\n', 4),
    "an unescaped quotation mark": ('msgid "a"\nmsgstr "say "b" c"\n', 5),
    "a stray line": ('msgid "a"\nmsgstr "b"\nword\n', 6),
    "a msgid without msgstr": ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 4),
    "a msgstr without msgid": ('msgstr "c"\n', 4),
    "an unknown escape": ('msgid "a"\nmsgstr "\\q"\n', 4),
    "a merge conflict": ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> other\n', 5),
    "an unknown keyword": ('msgid "a"\nmsgtxt "b"\n', 5),
    "a file cut off in a string": ('msgid "a"\nmsgstr "b"\n\nmsgid "c', 7),
    "a file cut off after msgid": ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', 7),
    "a previous text without quotation marks": ('#| msgid was\nmsgid "a"\nmsgstr "b"\n', 5),
    "an obsolete entry without its end at the end": ('msgid "a"\nmsgstr "b"\n\n# c\n#~ msgid "d"\n', 8),
    "an obsolete entry with an unknown keyword at the end": ('#~ msgid "a"\n#~ msgst "b"\n', 5),
    "an obsolete string that is not closed at the end": ('#~ msgid "a"\n#~ msgstr "b\n', 5),
    "a previous text of nothing at the end": ('msgid "a"\nmsgstr "b"\n\n#~| msgid "c"\n', 7),
    "an obsolete entry that goes on as a living one": ('#~ msgid "a"\nmsgstr "b"\n', 5),
}


@pytest.mark.parametrize(("text", "line"), DAMAGES.values(), ids=list(DAMAGES))
def test_damage_is_an_error_with_its_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(('msgid ""\nmsgstr ""\n\n' + text).encode())
    assert caught.value.finding.code == "damaged-catalog"
    assert caught.value.finding.place.line == line
    assert caught.value.finding.place.file == "07.po"


@pytest.mark.parametrize("text", [text for text, _ in DAMAGES.values()], ids=list(DAMAGES))
def test_gettext_refuses_it_too(text: str, tool: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "x.po").write_text('msgid ""\nmsgstr ""\n\n' + text)
    command = [tool("msgfmt"), "-o", str(tmp_path / "x.mo"), str(tmp_path / "x.po")]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


ODDITIES = {
    "empty": "",
    "comments only": "# nothing\n\n# here\n",
    "no header": 'msgid "a"\nmsgstr "b"\n',
    "no line end at the end": 'msgid "a"\nmsgstr "b"',
    "no blank lines": 'msgid ""\nmsgstr ""\nmsgid "a"\nmsgstr "b"\n# c\nmsgid "c"\nmsgstr "d"\n',
    "many blank lines and spaces": '\n\nmsgid ""\nmsgstr ""\n \n\t\n\n  msgid "a"  \n\tmsgstr   "b"\t\n\n\n',
    "several strings in a line": 'msgid "a" "b"\n\n"c"\nmsgstr "d"\n',
    "comments after the last entry": 'msgid "a"\nmsgstr "b"\n\n# the end\n',
    "comments without a space": '#c\n#.x\n#:y\n#,fuzzy\n#|msgid "z"\nmsgid "a"\nmsgstr "b"\n',
    "crlf": '# c\r\nmsgid ""\r\nmsgstr ""\r\n\r\n#~| msgid "x"\r\n#~ msgid "a"\r\n#~ msgstr "b"\r\n',
    "line separators inside a text": 'msgid "a\u2028b\x0bc\x85d"\nmsgstr "b"\n',
    "obsolete plural forms": '#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "c"\n#~ msgstr[1] ""\n#~ "d"\n',
}


@pytest.mark.parametrize("text", ODDITIES.values(), ids=list(ODDITIES))
def test_unusual_files_come_back_byte_for_byte(text: str) -> None:
    assert po.write(read(text.encode())) == text.encode()


def test_an_obsolete_entry_keeps_its_previous_source_when_it_is_printed_anew() -> None:
    entry = read(b'#, fuzzy\n#~| msgid "old\\n"\n#~| "older"\n#~ msgid "a"\n#~ msgstr "b"\n').entries[0]
    assert entry.previous == "old\nolder"
    anew = po.write(Catalog("", "x", (_with(entry, raw=""),)))
    assert b'#~| msgid ""\n#~| "old\\n"\n#~| "older"\n' in anew


def test_a_changed_entry_in_a_crlf_file_is_written_with_crlf() -> None:
    catalog = read(b'msgid ""\r\nmsgstr ""\r\n\r\nmsgctxt "p1"\r\nmsgid "a"\r\nmsgstr "b"\r\n')
    merged = merge({"07": catalog}, {"07": [Source("p1", "c", "07")]}, language=KAZAKH)
    data = po.write(merged.catalogs["07"])
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_byte_order_mark_is_said_and_not_written_again() -> None:
    data = b'\xef\xbb\xbfmsgid "a"\nmsgstr "b"\n'
    catalog, findings = po.read(data, path="07.po", name="07", language="kk")
    assert [finding.code for finding in findings] == ["byte-order-mark"]
    assert po.write(catalog) == b'msgid "a"\nmsgstr "b"\n'


def test_a_catalog_of_another_language_and_duplicates_are_findings() -> None:
    entry = 'msgctxt "p"\nmsgid "a"\nmsgstr "b"\n'
    text = f'msgid ""\nmsgstr "Language: ru\\n"\n\n{entry}\n{entry}'
    _, findings = po.read(text.encode(), path="07.po", name="07", language="kk")
    assert [(finding.code, finding.place.line) for finding in findings] == [
        ("catalog-of-other-language", None),
        ("duplicate-entry", 8),
    ]


def test_bytes_that_are_not_in_the_encoding_are_named_by_line() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "\xe9"\n')
    assert caught.value.finding.place.line == 5


def header_of(charset: bytes, before: bytes = b"") -> bytes:
    return b'msgid ""\nmsgstr ""\n' + before + b'"Content-Type: text/plain; charset=' + charset + b'\\n"\n\n'


WINDOWS = 'msgctxt "p"\nmsgid "a"\nmsgstr "Первый"\n'.encode("windows-1251")

HEADERS = {
    "as it should be": header_of(b"windows-1251"),
    "in one string": b'msgid ""\nmsgstr "Language: ru\\nContent-Type: text/plain; charset=CP1251\\n"\n\n',
    "beginning on the keyword's line": b'msgid ""\nmsgstr "Content-Type: text/plain; charset=CP1251\\n"\n\n',
    "wrapped inside": b'msgid ""\nmsgstr ""\n"Content-Type: "\n"text/plain; "\n"charset=CP1251\\n"\n\n',
    "in small letters": b'msgid ""\nmsgstr ""\n"content-type: text/plain; charset=cp1251\\n"\n\n',
    "after a comment that says otherwise": b"# Content-Type: text/plain; charset=UTF-8\n" + header_of(b"CP1251"),
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=list(HEADERS))
def test_the_character_set_is_that_of_the_header_however_it_is_written(header: bytes) -> None:
    catalog = read(header + WINDOWS)
    assert catalog.entries[-1].translation == "Первый"
    assert po.write(catalog) == header + WINDOWS


WRONG_CHARSETS = {
    "no-such-set": "unknown-charset",
    "rot13": "unknown-charset",
    "a\0b": "unknown-charset",
    "\u044f": "unknown-charset",
    "undefined": "unknown-charset",
    "utf-16": "undecodable-catalog",
    "cp037": "undecodable-catalog",
    "utf-7": "undecodable-catalog",
}


@pytest.mark.parametrize(("charset", "code"), WRONG_CHARSETS.items())
def test_a_character_set_that_the_file_cannot_be_in_is_an_error(charset: str, code: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(header_of(charset.encode()) + 'msgid "a"\nmsgstr "Первый"\n'.encode())
    assert caught.value.finding.code == code


@pytest.mark.parametrize("charset", [b"windows-1251", b"us-ascii", b"KOI8-R"])
def test_a_catalog_in_utf_8_is_read_as_such_whatever_its_header_says(charset: bytes) -> None:
    data = header_of(charset) + 'msgid "a"\nmsgstr "Первый"\n'.encode()
    catalog, findings = po.read(data, path="07.po", name="07")
    assert catalog.entries[-1].translation == "Первый"
    assert [finding.code for finding in findings] == ["charset-misnamed"]
    merged = merge({"07": catalog}, {"07": []}, language=KAZAKH).catalogs["07"]
    assert b"charset=UTF-8" in po.write(merged)


@pytest.mark.parametrize("said", ["kk", "kk_KZ", "kk-KZ", "KK", "kk@cyrillic", "kk_KZ.UTF-8"])
def test_a_language_may_be_said_with_a_country(said: str) -> None:
    data = f'msgid ""\nmsgstr "Language: {said}\\n"\n'.encode()
    assert po.read(data, path="07.po", name="07", language="kk")[1] == []


def test_a_file_that_an_editor_saved_in_two_bytes_a_letter_is_an_error() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read((header_of(b"UTF-8") + WINDOWS).decode("windows-1251").encode("utf-16"))
    assert caught.value.finding.code == "undecodable-catalog"


@pytest.mark.parametrize("beginning", [b"PK\x03\x04\x14", b"\xd0\xcf\x11\xe0\xa1", b"%PDF-1.7\n", b"{\\rtf1 "])
def test_a_document_in_the_place_of_a_catalog_is_said_to_be_none(beginning: bytes) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(beginning + bytes(range(256)))
    assert caught.value.finding.code == "no-catalog"


def test_letters_written_as_numbers_of_bytes_are_letters() -> None:
    text = r'msgid "\320\220\321\217"' + "\n" + r'msgstr "\xd0\x90 \\320 \101\n"' + "\n"
    entry = read(text.encode()).entries[0]
    assert (entry.source, entry.translation) == ("Ая", "А \\320 A\n")


def test_a_long_damaged_line_is_quoted_from_its_beginning_with_dots_at_the_end() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(b'msgid "a"\nmsgstr "' + b"word " * 50 + b"\n")
    assert 'escaped: msgstr "word word ' in caught.value.finding.message()
    assert caught.value.finding.message().endswith("word w….")


REWRITERS = {
    "msgcat": ["msgcat"],
    "msgcat, letters as numbers": ["msgcat", "--escape"],
    "msgcat, narrow": ["msgcat", "--width=40"],
    "msgcat, sorted": ["msgcat", "--sort-output"],
    "msgattrib": ["msgattrib"],
    "msgconv": ["msgconv", "-t", "UTF-8"],
}


@pytest.mark.parametrize("command", REWRITERS.values(), ids=list(REWRITERS))
def test_a_file_rewritten_by_gettext_says_the_same_and_needs_no_new_words(
    command: list[str], tool: Callable[[str], str], tmp_path: Path
) -> None:
    data, wanted = written()
    (tmp_path / "07.po").write_bytes(data)
    rewritten = run(tool(command[0]), *command[1:], str(tmp_path / "07.po"))
    assert rewritten != data
    before, after = (merge({"07": read(d, "kk")}, wanted, language=KAZAKH).catalogs["07"] for d in (data, rewritten))
    assert [without_lines(entry) for entry in after.entries] == [without_lines(entry) for entry in before.entries]
    if "sorted" not in " ".join(command):
        assert po.write(after) == rewritten


def test_msgmerge_with_the_template_loses_nothing_that_we_remember(tool: Callable[[str], str], tmp_path: Path) -> None:
    data, wanted = written()
    template = po.write(merge({}, wanted, language=None, project="test").catalogs["07"])
    (tmp_path / "07.po").write_bytes(data)
    (tmp_path / "07.pot").write_bytes(template)
    merged = run(tool("msgmerge"), "--previous", str(tmp_path / "07.po"), str(tmp_path / "07.pot"))
    ours, theirs = by_id([read(data)]), by_id([read(merged)])
    assert {id: _with(without_lines(entry), flags=()) for id, entry in theirs.items()} == {
        id: _with(without_lines(entry), flags=()) for id, entry in ours.items()
    }


def test_gettext_accepts_new_catalogs_and_templates_without_a_warning(
    tool: Callable[[str], str], tmp_path: Path
) -> None:
    data, wanted = written()
    (tmp_path / "07.po").write_bytes(data)
    (tmp_path / "07.pot").write_bytes(po.write(merge({}, wanted, language=None, project="test").catalogs["07"]))
    for name in ("07.po", "07.pot"):
        command = [tool("msgfmt"), "-c", "--check-header", "-o", str(tmp_path / "x.mo"), str(tmp_path / name)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (name, result.returncode, result.stderr) == (name, 0, "")


@pytest.mark.parametrize("data", [b"", b"\n", b"\0" * 512])
def test_a_file_in_which_nothing_is_was_not_written_by_any_tool(data: bytes) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read(data, language="en")
    assert refused.value.finding.code == "empty-catalog-file"
