"""What becomes of translations: the same edits through our update, msgmerge and pot2po, survivors counted.

`python -m benchmarks.survivors` writes a submission of translated paragraphs, and in every round edits, rewrites,
splits, joins, moves, removes and brings back some; after each round every tool updates its one catalog from the same
template. Nobody translates in between, so that a word that is gone is gone by the tool's doing. At the end each
translation is looked for: whether it can be reached at all, be it as obsolete; whether it stands at a paragraph that
holds the text that it was made for; and whether that entry names the text that it was made from.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import click
from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import po
from assembler.catalog.merge import merge
from assembler.catalog.model import Catalog, Entry, Source, revised
from assembler.language.load import load
from benchmarks.prose import Prose

ROUNDS = 3
NAME = "submission"
LANGUAGE = load("en")
SHARES = {"edit": 0.08, "rewrite": 0.06, "split": 0.03, "join": 0.03, "move": 0.05, "remove": 0.02, "restore": 0.01}
"""How many of the paragraphs meet each event in a round."""


class Text:
    """The submission while it is edited. `origins` are, by present ID, the first IDs whose text is in a paragraph."""

    def __init__(self, paragraphs: int, random: Random) -> None:
        self.random = random
        self.prose = Prose(random)
        self.text = {f"p{number}": f"{self.prose.text(56)} ({number})" for number in range(paragraphs)}
        self.order = list(self.text)
        self.first = dict(self.text)
        self.origins = {id: {id} for id in self.order}
        self.bin: list[str] = []

    def edit_all(self) -> None:
        """One round of every event."""
        for event, share in SHARES.items():
            for _ in range(round(share * len(self.first))):
                getattr(self, event)(self.random.choice(self.order))

    def edit(self, id: str) -> None:
        self._reword(id, 0.1)

    def rewrite(self, id: str) -> None:
        self._reword(id, self.random.uniform(0.3, 0.8))

    def _reword(self, id: str, share: float) -> None:
        words = self.text[id].split()
        fresh = self.prose.text(56).split()
        for at in self.random.sample(range(len(words)), round(share * len(words))):
            words[at] = self.random.choice(fresh)
        self.text[id] = " ".join(words)

    def split(self, id: str) -> None:
        words = self.text[id].split()
        if len(words) < 16:
            return
        at = self.random.randrange(len(words) // 4, 3 * len(words) // 4)
        new = f"{id}-{len(self.text)}"
        self.text[id], self.text[new] = " ".join(words[:at]) + ".", " ".join(words[at:]).capitalize()
        self.origins[new] = set(self.origins[id])
        self.order.insert(self.order.index(id) + 1, new)

    def join(self, id: str) -> None:
        at = self.order.index(id)
        if at + 1 == len(self.order):
            return
        gone = self.order.pop(at + 1)
        self.text[id] = f"{self.text[id].rstrip('.')}, и {self.text[gone]}"
        self.origins[id] |= self.origins[gone]

    def move(self, id: str) -> None:
        self.order.remove(id)
        self.order.insert(self.random.randrange(len(self.order)), id)

    def remove(self, id: str) -> None:
        self.order.remove(id)
        self.bin.append(id)

    def restore(self, _: str) -> None:
        if self.bin:
            id = self.bin.pop(self.random.randrange(len(self.bin)))
            self.order.insert(self.random.randrange(len(self.order)), id)

    def sources(self) -> list[Source]:
        return [Source(id, self.text[id], "01") for id in self.order]


Tool = Callable[[bytes, list[Source], Path], bytes]
"""From a catalog and the present sources to the catalog after the update; the folder is empty."""


def ours(catalog: bytes, sources: list[Source], _: Path) -> bytes:
    return po.write(merge({NAME: _read(catalog)}, {NAME: sources}, language=LANGUAGE).catalogs[NAME])


def msgmerge(catalog: bytes, sources: list[Source], folder: Path) -> bytes:
    return _by_program(
        ["msgmerge", "--quiet", "--previous", "-o", "new.po", "old.po", "new.pot"], catalog, sources, folder
    )


def msgmerge_without_ids(catalog: bytes, sources: list[Source], folder: Path) -> bytes:
    plain = [replace(source, id="") for source in sources]
    return msgmerge(catalog, plain, folder)


def pot2po(catalog: bytes, sources: list[Source], folder: Path) -> bytes:
    command = ["pot2po", "--progress", "none", "-t", "old.po", "-i", "new.pot", "-o", "new.po"]
    return _by_program(command, catalog, sources, folder)


def _by_program(command: list[str], catalog: bytes, sources: list[Source], folder: Path) -> bytes:
    (folder / "old.po").write_bytes(catalog)
    (folder / "new.pot").write_bytes(_template(sources))
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return (folder / "new.po").read_bytes()


def _template(sources: list[Source]) -> bytes:
    """Without IDs where the sources have none; then a text that stands twice is one entry."""
    header = merge({}, {NAME: sources[:1]}, language=None).catalogs[NAME].entries[0]
    entries = {
        (source.id, source.text): Entry(source.id or None, source.text or "", section=source.section)
        for source in sources
    }
    return po.write(Catalog("", NAME, (header, *entries.values())))


def _read(data: bytes) -> Catalog:
    return po.read(data, path="submission.po", name=NAME, language="en")[0]


def translated(sources: list[Source], *, with_ids: bool) -> bytes:
    """The catalog at the beginning: every paragraph with words of its own."""
    catalog = merge({}, {NAME: sources}, language=LANGUAGE).catalogs[NAME]
    entries = (
        revised(entry, translation=words(entry.id or ""), id=entry.id if with_ids else None) if entry.is_unit else entry
        for entry in catalog.entries
    )
    return po.write(replace(catalog, entries=tuple(entries)))


def words(id: str) -> str:
    return f"Words of {id}."


class Peer(Struct, frozen=True):
    """A way to update a catalog. `program` is what must be installed."""

    name: str
    update: Tool
    program: str = ""
    with_ids: bool = True


PEERS = (
    Peer("assembler", ours),
    Peer("msgmerge, msgctxt is the ID", msgmerge, "msgmerge"),
    Peer("msgmerge, no IDs", msgmerge_without_ids, "msgmerge", with_ids=False),
    Peer("pot2po, msgctxt is the ID", pot2po, "pot2po"),
)


class Count(Struct, frozen=True):
    """How many of the first translations survived, in each of the three senses, and how many stand at a wrong text."""

    reachable: int
    in_place: int
    with_source: int
    misplaced: int


def counted(text: Text, catalog: Catalog) -> Count:
    """`text` after all rounds and the catalog that a tool made of it."""
    holders = {text.text[id]: text.origins[id] for id in text.order}
    said = "\n".join(entry.translation for entry in catalog.entries)
    living = [entry for entry in catalog.entries if not entry.obsolete and not entry.is_header]
    in_place: set[str] = set()
    with_source: set[str] = set()
    misplaced: set[str] = set()
    for entry in living:
        for id in _ids(entry):
            if id not in holders.get(entry.source, ()):
                misplaced.add(id)
                continue
            in_place.add(id)
            shown = entry.source if not entry.fuzzy else entry.previous or ""
            if text.first[id] in shown:
                with_source.add(id)
    reachable = sum(words(id) in said for id in text.first)
    return Count(reachable, len(in_place), len(with_source), len(misplaced))


def _ids(entry: Entry) -> Iterator[str]:
    """Whose words the entry holds: of a join, of several."""
    return (part.split()[0] for part in entry.translation.replace(".", "").split("Words of ") if part.strip())


def survivors(peer: Peer, paragraphs: int, rounds: int, seed: int) -> tuple[Count, Text]:
    """The count after so many rounds. The same seed gives the same edits for every tool."""
    text = Text(paragraphs, Random(seed))
    catalog = translated(text.sources(), with_ids=peer.with_ids)
    for _ in range(rounds):
        text.edit_all()
        with tempfile.TemporaryDirectory(prefix="survivors-") as folder:
            catalog = peer.update(catalog, text.sources(), Path(folder))
    return counted(text, _read(catalog)), text


@click.command(help="Count the translations that survive edits, with our update, with msgmerge and with pot2po.")
@click.option("--paragraphs", default=300, show_default=True)
@click.option("--rounds", default=ROUNDS, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(paragraphs: int, rounds: int, seed: int) -> None:
    print(f"{'':28}{'reachable':>11}{'in place':>11}{'with source':>13}{'misplaced':>11}")
    for peer in PEERS:
        if peer.program and shutil.which(peer.program) is None:
            print(f"{peer.name:28}{peer.program} is not installed")
            continue
        count, text = survivors(peer, paragraphs, rounds, seed)
        print(f"{peer.name:28}{count.reachable:11}{count.in_place:11}{count.with_source:13}{count.misplaced:11}")
    held = {id for each in text.order for id in text.origins[each]}
    print(f"Of {paragraphs} translations; the text of {len(held)} is still in the submission after {rounds} rounds.")


if __name__ == "__main__":
    main()
