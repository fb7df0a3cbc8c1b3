"""A small submission under a test's hands: what authors and translators do to its files."""

from __future__ import annotations

import re
from pathlib import Path

from assembler.catalog import po
from assembler.catalog.model import Catalog, Entry, by_id
from assembler.jobs.update import Updated, update
from assembler.project import discover

CONFIG = """title = "Доклад"
original = "ru"
[languages.ru]
[languages.kk]
[languages.en]
"""


class Place:
    """A submission under the test's hands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.configure("")

    def configure(self, more: str) -> None:
        (self.root / "submission.toml").write_text(CONFIG + more, encoding="utf-8")

    def section(self, language: str, name: str, **texts: str) -> None:
        path = self.root / "sources" / language / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(f"{{#{id}}}\n{text}\n" for id, text in texts.items()), encoding="utf-8")

    def catalog(self, language: str, name: str) -> Path:
        return self.root / discover.catalog_path(language, name)

    def translate(self, language: str, name: str, id: str, words: str) -> None:
        """As a person with a text editor: the msgstr of an entry."""
        path = self.catalog(language, name)
        pattern = re.compile(rf'(msgctxt "{id}"\nmsgid [^\n]*\nmsgstr )[^\n]*')
        text, count = pattern.subn(lambda found: f'{found[1]}"{words}"', path.read_text(encoding="utf-8"))
        assert count == 1
        path.write_text(text, encoding="utf-8")

    def entries(self, language: str) -> dict[str, Entry]:
        return by_id(self.catalogs(language))

    def catalogs(self, language: str) -> list[Catalog]:
        found = discover.catalog_files(self.root, language)
        return [po.read((self.root / path).read_bytes(), path=path, name=name)[0] for name, path in found.items()]

    def words(self, language: str) -> set[str]:
        return {entry.translation for catalog in self.catalogs(language) for entry in catalog.entries}

    def everything(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    def update(self) -> Updated:
        return update(self.root)


def translated(root: Path) -> Place:
    """Two sections of three paragraphs in Russian, whose English translations are there."""
    place = Place(root)
    place.section("ru", "01", a="Первый абзац.", b="Второй абзац.")
    place.section("ru", "02", c="Третий абзац.")
    place.update()
    for name, id in (("01", "a"), ("01", "b"), ("02", "c")):
        place.translate("en", name, id, f"Words of {id}")
    place.update()
    return place
