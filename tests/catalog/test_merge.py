"""The merge table, case by case: sources and catalogs before, catalogs and account after.

A case file is prose, then parts: `--- sources NAME` (a line `id: text` a unit, `id!` one that waits for its pivot,
`section/id: text` where the section is not the catalog), `--- minor`, `--- before NAME`, `--- after NAME`,
`--- account`. Headers are left out of it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.catalog import po
from assembler.catalog.merge import Merged, merge
from assembler.catalog.model import Catalog, Source
from assembler.language.load import load

CASES = sorted((Path(__file__).parent / "cases" / "merge").glob("*.case"))
ENGLISH = load("en")
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: test\\n"
"PO-Revision-Date: \\n"
"Last-Translator: Aigul\\n"
"Language-Team: \\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.4\\n"

"""


class Case:
    def __init__(self, text: str) -> None:
        self.prose, *parts = text.split("\n--- ")
        self.parts = {title: body for title, _, body in (part.partition("\n") for part in parts)}

    def named(self, kind: str) -> dict[str, str]:
        return {title.partition(" ")[2]: body for title, body in self.parts.items() if title.startswith(f"{kind} ")}

    @property
    def wanted(self) -> dict[str, list[Source]]:
        return {
            name: [source(line, name) for line in body.splitlines()] for name, body in self.named("sources").items()
        }

    @property
    def before(self) -> dict[str, Catalog]:
        return {name: catalog(body, name) for name, body in self.named("before").items()}

    @property
    def merged(self) -> Merged:
        minor = frozenset(self.parts.get("minor", "").split())
        return merge(self.before, self.wanted, language=ENGLISH, project="test", minor=minor)


def source(line: str, name: str) -> Source:
    key, colon, text = line.partition(": ")
    section, _, id = key.rpartition("/")
    role = "cell" if "." in id else "paragraph"
    return Source(id.rstrip("!"), text.replace("\\n", "\n") if colon else None, section or name, role)


def catalog(body: str, name: str) -> Catalog:
    return po.read((HEADER + body.rstrip("\n") + "\n").encode(), path=f"{name}.po", name=name, language="en")[0]


def entries(merged: Merged, name: str) -> str:
    """What `write` makes of the catalog, without its header."""
    return po.write(merged.catalogs[name]).decode().partition("\n\n")[2]


def outcome(merged: Merged) -> dict[str, str]:
    """The parts of a case that the merge is to give."""
    after = {f"after {name}": entries(merged, name) for name in merged.catalogs}
    counts = merged.account.counts()
    return after | {"account": "".join(f"{event} {count}\n" for event, count in counts.items())}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_merge_gives_what_its_case_says(path: Path, update_golden: bool) -> None:
    case = Case(path.read_text(encoding="utf-8").rstrip("\n") + "\n")
    found = outcome(case.merged)
    if update_golden:
        given = {title: body for title, body in case.parts.items() if not title.startswith(("after", "account"))}
        parts = [f"--- {title}\n{body.strip(chr(10))}" for title, body in (given | found).items()]
        path.write_text("\n".join([case.prose.rstrip("\n") + "\n", *parts]) + "\n", encoding="utf-8")
        return
    expected = {title: body.strip("\n") for title, body in case.parts.items() if title.startswith(("after", "account"))}
    assert {title: body.strip("\n") for title, body in found.items()} == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_second_merge_changes_nothing(path: Path) -> None:
    case = Case(path.read_text(encoding="utf-8"))
    first = case.merged.catalogs
    again = merge(first, case.wanted, language=ENGLISH, project="test").catalogs
    assert all(again[name] is first[name] for name in first)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_gettext_accepts_what_a_merge_writes(path: Path, tool: Callable[[str], str], tmp_path: Path) -> None:
    for name, merged in Case(path.read_text(encoding="utf-8")).merged.catalogs.items():
        file = tmp_path / f"{name}.po"
        file.write_bytes(po.write(merged))
        command = [tool("msgfmt"), "-c", "--check-header", "-o", str(tmp_path / "out.mo"), str(file)]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (result.returncode, result.stderr) == (0, "")


def test_an_unchanged_catalog_is_the_very_same_object() -> None:
    case = Case((CASES[0].parent / "unchanged.case").read_text(encoding="utf-8"))
    before = case.before
    assert merge(before, case.wanted, language=ENGLISH, project="test").catalogs["07"] is before["07"]


def test_an_unchanged_entry_keeps_its_bytes_when_its_neighbour_changes() -> None:
    before = catalog(
        'msgctxt "p1"\nmsgid   ""\n"Пер"\n"вый"\nmsgstr "First"\n\n\n#. x\nmsgctxt "p2"\nmsgid "Б"\nmsgstr "B"', "07"
    )
    sources = [Source("p1", "Первый", ""), Source("p2", "В", "", "x")]
    after = po.write(merge({"07": before}, {"07": sources}, language=ENGLISH).catalogs["07"]).decode()
    assert 'msgctxt "p1"\nmsgid   ""\n"Пер"\n"вый"\nmsgstr "First"\n' in after


def test_a_new_catalog_after_a_rename_keeps_the_translators_header() -> None:
    case = Case((CASES[0].parent / "section-renamed.case").read_text(encoding="utf-8"))
    merged = case.merged
    assert b"Last-Translator: Aigul" in po.write(merged.catalogs["08"])
    assert merged.catalogs["07"].is_empty


def test_a_section_without_units_gets_no_catalog() -> None:
    assert merge({}, {"07": [Source("p1", None, "07")]}, language=ENGLISH).catalogs == {}


def test_an_id_that_stands_twice_in_the_sources_gets_one_entry() -> None:
    sources = [Source("p1", "А", "07"), Source("p1", "Б", "07")]
    merged = merge({}, {"07": sources}, language=ENGLISH)
    assert [entry.source for entry in merged.catalogs["07"].entries if entry.is_unit] == ["А"]


def test_a_catalog_in_another_encoding_becomes_utf_8() -> None:
    header = HEADER.replace("UTF-8", "windows-1251")
    data = (header + 'msgctxt "p1"\nmsgid "А"\nmsgstr "B"\n').encode("cp1251")
    before, findings = po.read(data, path="07.po", name="07", language="en")
    after = po.write(merge({"07": before}, {"07": [Source("p1", "Ғ", "")]}, language=ENGLISH).catalogs["07"])
    assert [finding.code for finding in findings] == ["catalog-not-utf-8"]
    assert 'msgid "Ғ"' in after.decode("utf-8")
    assert "charset=UTF-8" in after.decode("utf-8")
    assert 'msgid "А"' in after.decode("utf-8")
