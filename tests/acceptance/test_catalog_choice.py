"""One catalog for each section or one for all: the choice changes, and every entry comes along unharmed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.catalog import po
from assembler.catalog.model import Catalog, Entry
from assembler.jobs.update import update
from assembler.project import discover

CONFIG = 'title = "Доклад"\noriginal = "ru"\n{choice}\n[languages.ru]\n[languages.en]\n'
ONE = 'catalogs = "submission"'
MANY = 'catalogs = "section"'

REVIEWED = """# Two words or three?
# assembler: reviewed=4d2954f8a5ec
#. paragraph
#: 01
#, no-wrap
msgctxt "a"
msgid   "Первый."
msgstr ""
"First."
"""
FOREIGN = '# of another tool\nmsgid "Save"\nmsgstr "Keep"\n'
PLURAL = 'msgctxt "menu"\nmsgid "%d file"\nmsgid_plural "%d files"\nmsgstr[0] "%d file"\nmsgstr[1] "%d files"\n'
OBSOLETE = """# Pity.
#, fuzzy
#~| msgctxt "gone"
#~| msgid "Старое."
#~ msgctxt "gone"
#~ msgid "Ушло."
#~ msgstr "Gone."
"""


class Place:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.choose(MANY)
        for name, texts in (("01", {"a": "Первый.", "b": "Второй."}), ("02", {"c": "Третий."})):
            path = root / "sources" / "ru" / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(f"{{#{id}}}\n{text}\n" for id, text in texts.items()), encoding="utf-8")
        update(root)

    def choose(self, choice: str) -> None:
        (self.root / "submission.toml").write_text(CONFIG.format(choice=choice), encoding="utf-8")

    def path(self, name: str) -> Path:
        return self.root / discover.catalog_path("en", name)

    def rewrite(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        self.path(name).write_text(text.replace(old, new), encoding="utf-8")

    def catalogs(self) -> dict[str, Catalog]:
        found = discover.catalog_files(self.root, "en")
        return {name: po.read((self.root / path).read_bytes(), path=path, name=name)[0] for name, path in found.items()}

    def raw(self) -> set[str]:
        """The lines of every entry but the headers, as they stand in the files."""
        entries = (entry for catalog in self.catalogs().values() for entry in catalog.entries)
        return {entry.raw.strip() for entry in entries if not entry.is_header}

    def headers(self) -> dict[str, Entry]:
        return {name: catalog.header for name, catalog in self.catalogs().items() if catalog.header}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Catalogs in which everything stands that a catalog may hold."""
    place = Place(tmp_path)
    place.rewrite("01", '#. paragraph\n#: 01\nmsgctxt "a"\nmsgid "Первый."\nmsgstr ""\n', REVIEWED + "\n" + FOREIGN)
    place.path("01").write_text(place.path("01").read_text(encoding="utf-8") + "\n" + OBSOLETE, encoding="utf-8")
    place.path("02").write_text(place.path("02").read_text(encoding="utf-8") + "\n" + PLURAL, encoding="utf-8")
    for name, who in (("01", "Aigul"), ("02", "Dana")):
        place.rewrite(
            name, 'msgid ""\nmsgstr ""\n', f'# Translated by {who}.\nmsgid ""\nmsgstr ""\n"X-Of-{who}: yes\\n"\n'
        )
    update(place.root)
    return place


def test_from_many_to_one_and_back_every_entry_keeps_its_lines(place: Place) -> None:
    before = place.raw()
    assert {text.strip() for text in (REVIEWED, FOREIGN, PLURAL, OBSOLETE)} <= before
    place.choose(ONE)
    update(place.root)
    assert set(place.catalogs()) == {"submission"}
    assert place.raw() == before
    place.choose(MANY)
    update(place.root)
    assert set(place.catalogs()) == {"submission", "01", "02"}
    assert place.raw() == before


def test_what_the_headers_say_comes_along_both_ways(place: Place) -> None:
    said = ("# Translated by Aigul.", "# Translated by Dana.")
    place.choose(ONE)
    update(place.root)
    header = place.headers()["submission"]
    assert set(said) <= set(header.comments)
    assert all(field in header.translation for field in ("X-Of-Aigul: yes\n", "X-Of-Dana: yes\n"))
    place.choose(MANY)
    update(place.root)
    assert all(set(said) <= set(each.comments) for each in place.headers().values())


def test_an_entry_of_another_tool_stays_behind_the_unit_that_it_stood_behind(place: Place) -> None:
    place.choose(ONE)
    update(place.root)
    keys = [(entry.id, entry.source) for entry in place.catalogs()["submission"].entries if not entry.obsolete]
    assert keys.index((None, "Save")) == keys.index(("a", "Первый.")) + 1


def test_entries_of_others_with_one_key_are_kept_side_by_side(place: Place, tool: Callable[[str], str]) -> None:
    path = place.path("02")
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgid "Save"\nmsgstr "Store"\n', encoding="utf-8")
    place.choose(ONE)
    update(place.root)
    found = {entry.translation for entry in place.catalogs()["submission"].entries if entry.source == "Save"}
    assert found == {"Keep", "Store"}
    done = subprocess.run(
        [tool("msgfmt"), "-c", "-o", str(place.root / "out.mo"), str(place.path("submission"))],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_second_update_after_the_choice_changes_nothing(place: Place) -> None:
    for choice in (ONE, MANY, ONE):
        place.choose(choice)
        update(place.root)
        assert update(place.root).written == ()


def test_a_change_that_was_interrupted_is_completed_by_the_next_update(place: Place) -> None:
    kept = {name: place.path(name).read_bytes() for name in ("01", "02")}
    before = place.raw()
    place.choose(ONE)
    update(place.root)
    for name, data in kept.items():
        place.path(name).write_bytes(data)
    update(place.root)
    assert set(place.catalogs()) == {"submission"}
    assert place.raw() == before
