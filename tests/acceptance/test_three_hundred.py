"""Three hundred paragraphs of a real submission are rewritten by a tenth to eight tenths of their words, split, joined
and moved to other sections, all between two updates: every translation is kept and names its true source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from assembler.catalog import po
from assembler.catalog.model import Catalog, Entry, Reason, by_id, revised
from assembler.jobs.update import Updated, update
from assembler.project import discover

COUNT = 300
PER_SECTION = 30
PLAIN = re.compile(r"^\s*(?:\d+\.|-)?\s*([A-Z][^\[\]{}|<>*#\\_`\n]{80,})$", re.MULTILINE)
CONFIG = 'title = "A submission"\noriginal = "en"\n[languages.en]\n[languages.ru]\n'


@pytest.fixture(scope="module")
def paragraphs(shared: Path) -> list[str]:
    folder = shared / "real" / "iccpr-2016-en"
    if not folder.is_dir():
        pytest.skip("the real submission is absent")
    found: dict[str, None] = {}
    for file in sorted(folder.glob("[0-9]*.md")):
        found.update(dict.fromkeys(text.strip() for text in PLAIN.findall(file.read_text(encoding="utf-8"))))
    assert len(found) >= COUNT
    return list(found)[:COUNT]


class Place:
    """A submission of ten sections whose units are all translated."""

    def __init__(self, root: Path, paragraphs: list[str]) -> None:
        self.root = root
        self.text = {f"p{number}": text for number, text in enumerate(paragraphs)}
        ids = list(self.text)
        self.sections = [ids[at : at + PER_SECTION] for at in range(0, len(ids), PER_SECTION)]
        (root / "submission.toml").write_text(CONFIG, encoding="utf-8")
        self.update()
        for name, path in discover.catalog_files(root, "ru").items():
            catalog = self.read(path, name)
            entries = (self.translated(entry) if entry.is_unit else entry for entry in catalog.entries)
            (root / path).write_bytes(po.write(Catalog("ru", name, tuple(entries))))
        assert len(self.update().accounts["ru"].kept) == COUNT + 1
        self.before = self.entries()

    def translated(self, entry: Entry) -> Entry:
        return revised(entry, translation=f"Перевод {entry.id}.")

    def read(self, path: str, name: str) -> Catalog:
        return po.read((self.root / path).read_bytes(), path=path, name=name, language="ru")[0]

    def catalogs(self) -> Iterator[Catalog]:
        return (self.read(path, name) for name, path in discover.catalog_files(self.root, "ru").items())

    def entries(self) -> dict[str, Entry]:
        return by_id(self.catalogs())

    def update(self) -> Updated:
        folder = self.root / "sources" / "en"
        folder.mkdir(parents=True, exist_ok=True)
        for number, ids in enumerate(self.sections):
            text = "\n".join(f"{{#{id}}}\n{self.text[id]}\n" for id in ids)
            (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
        return update(self.root)


def rewritten(text: str, share: float, others: list[str], random: Random) -> str:
    words = text.split()
    for at in random.sample(range(len(words)), max(1, round(share * len(words)))):
        words[at] = random.choice(others)
    return " ".join(words)


def test_every_translation_is_kept_with_its_true_source(tmp_path: Path, paragraphs: list[str]) -> None:
    random = Random(300)
    place = Place(tmp_path, paragraphs)
    vocabulary = re.findall(r"[a-z]{3,}", " ".join(paragraphs))
    rewriting, splitting, joining, moving = [], [], [], []
    for ids in [list(section) for section in place.sections]:
        rewriting += ids[:12]
        splitting += ids[12:18]
        joining += [(ids[at], ids[at + 1]) for at in (18, 20, 22)]
        moving += ids[24:]
    for number, id in enumerate(rewriting):
        place.text[id] = rewritten(place.text[id], 0.1 + 0.1 * (number % 8), vocabulary, random)
    for id in splitting:
        words = place.text[id].split()
        at = random.randrange(len(words) // 4, 3 * len(words) // 4)
        place.text[id], place.text[f"{id}b"] = " ".join(words[:at]) + ".", " ".join(words[at:]).capitalize()
        section = next(ids for ids in place.sections if id in ids)
        section.insert(section.index(id) + 1, f"{id}b")
    for id, gone in joining:
        place.text[id] = f"{place.text[id].rstrip('.')}, and {place.text[gone]}"
        next(ids for ids in place.sections if gone in ids).remove(gone)
    for id in moving:
        next(ids for ids in place.sections if id in ids).remove(id)
        random.choice(place.sections).append(id)

    account = place.update().accounts["ru"]
    after = place.entries()
    said = {entry.translation for catalog in place.catalogs() for entry in catalog.entries}
    assert {entry.translation for entry in place.before.values()} <= said
    for id in rewriting:
        assert_offered(after[id], Reason.SOURCE_CHANGED, place.before[id].source, place.before[id].translation)
    for id in splitting:
        for half in (id, f"{id}b"):
            assert_offered(after[half], Reason.SPLIT, place.before[id].source, place.before[id].translation)
    for pair in joining:
        parts = [place.before[id] for id in pair]
        source, words_of_both = (
            " ".join(each) for each in zip(*((p.source, p.translation) for p in parts), strict=True)
        )
        assert_offered(after[pair[0]], Reason.JOINED, source, words_of_both)
    assert all(after[id].is_current and after[id].translation == place.before[id].translation for id in moving)
    assert {reason: len(ids) for reason, ids in account.fuzzy.items()} == {
        "source-changed": len(rewriting),
        "split": 2 * len(splitting),
        "joined": len(joining),
    }
    assert (len(account.retired), account.new) == (len(joining), ())


def assert_offered(entry: Entry, reason: Reason, previous: str, translation: str) -> None:
    assert entry.fuzzy
    assert (entry.reason, entry.previous, entry.translation) == (reason, previous, translation)
