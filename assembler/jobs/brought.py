"""Pictures come along with the files that are adopted: copied into the submission, cleaned, and named from the section.

Only what lies in the folder of an adopted file is taken, or in the file itself, and only what is a picture; all else is
left where it is and said, and the section keeps the name that it had. What a document of a word processor names outside
of itself is never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Block, Figure, Image, Inline, Inlines, Section
from assembler.errors import UnreadableFileError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.pictures import is_elsewhere
from assembler.formats.pictures.picture import UnfitError
from assembler.formats.pictures.read import read
from assembler.project import files
from assembler.project.together import Change

NOT_BROUGHT = Kind(
    "picture-not-brought",
    Severity.WARNING,
    "The picture “{target}” did not come along: it is not in the folder of the file.",
    "Copy it into the submission, and name it from the section's file: ../../pictures/fig.png.",
)

FOLDER = "pictures"


def named_in(pictures: Iterable[Change], said: str) -> list[Change]:
    """Those of the pictures, a drawing's PNG too, that these texts name."""
    return [each for each in pictures if f"/{PurePosixPath(each.path).stem}." in said]


class Pictures:
    """The pictures of one run. `changes` write them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._data: dict[str, bytes] = {}
        self._present: set[str] = set()

    @property
    def changes(self) -> list[Change]:
        """The files that the submission does not have yet."""
        return [Change(path, None, data) for path, data in self._data.items() if path not in self._present]

    def bring(
        self, section: Section[Inlines], origin: str, inside: Mapping[str, bytes] | None = None
    ) -> tuple[Section[Inlines], tuple[Finding, ...]]:
        """The section with its pictures named where they will be; `origin` is the file that it comes from.

        `inside` are the pictures that the file itself holds; where it is given, no other file is opened.
        """
        findings: list[Finding] = []
        above = posixpath.relpath(FOLDER, posixpath.dirname(section.path))

        def named(target: str) -> str:
            if not target or is_elsewhere(target):
                return target
            place = Place(origin, section=section.id)
            if inside is None:
                brought = self._brought(Path(origin).parent, target, place, findings)
            else:
                brought = self._taken_out(inside, target, place, findings)
            return f"{above}/{posixpath.basename(brought)}" if brought else target

        def in_line(inline: Inline) -> Inlines:
            return (replace(inline, target=named(inline.target)),) if isinstance(inline, Image) else (inline,)

        def words(_: str | None, leaf: Inlines) -> Inlines:
            return walk.map_inlines(leaf, in_line) if walk.holds(leaf, Image) else leaf

        def whole(block: Block[Inlines]) -> Block[Inlines]:
            return replace(block, target=named(block.target)) if isinstance(block, Figure) else block

        notes = tuple(replace(note, blocks=walk.revise(note.blocks, words, whole)) for note in section.notes)
        hung = replace(section, blocks=walk.revise(section.blocks, words, whole), notes=notes)
        return hung, tuple(dict.fromkeys(findings))

    def _taken_out(self, inside: Mapping[str, bytes], target: str, place: Place, findings: list[Finding]) -> str:
        """The path in the submission of a picture that the file held; empty where it cannot come along."""
        if target not in inside:
            findings.append(NOT_BROUGHT.at(place, quote=target, target=target))
            return ""
        try:
            cleaned = read(inside[target], target)
        except UnfitError as unfit:
            findings.append(replace(unfit.finding, place=place, quote=target))
            return ""
        findings += (replace(each, place=place, quote=target) for each in cleaned.findings)
        return self._put(target, cleaned.picture.data)

    def _brought(self, folder: Path, target: str, place: Place, findings: list[Finding]) -> str:
        """The path in the submission, empty where the picture cannot come along. A drawing brings its PNG."""
        file = next((each for each in _candidates(folder, target) if each.is_file()), None)
        if file is None or not file.resolve().is_relative_to(folder.resolve()):
            findings.append(NOT_BROUGHT.at(place, quote=target, target=target))
            return ""
        try:
            cleaned = read(files.read_bytes(file.parent, file.name), file.name)
            beside = file.with_suffix(".png")
            if cleaned.picture.format == "svg" and beside.is_file():
                fallback = read(files.read_bytes(beside.parent, beside.name), beside.name)
                stem = self._put(file.name, cleaned.picture.data)
                self._put(f"{PurePosixPath(stem).stem}.png", fallback.picture.data)
                return stem
        except UnfitError as unfit:
            findings.append(replace(unfit.finding, place=place, quote=target))
            return ""
        except UnreadableFileError as error:
            findings.append(replace(error.finding, place=place, quote=target))
            return ""
        findings += (replace(each, place=place, quote=target) for each in cleaned.findings)
        return self._put(file.name, cleaned.picture.data)

    def _put(self, name: str, data: bytes) -> str:
        """A place for it: under its own name, or with a number where another picture has that."""
        for path in _names(name):
            there = self._root / path
            if path not in self._data and there.is_file():
                self._data[path] = there.read_bytes()
                self._present.add(path)
            if self._data.setdefault(path, data) == data:
                return path
        raise AssertionError


def _candidates(folder: Path, target: str) -> Iterable[Path]:
    return dict.fromkeys((folder / target, folder / unquote(target)))


def _names(name: str) -> Iterator[str]:
    stem, ending = posixpath.splitext(name)
    yield f"{FOLDER}/{name}"
    number = 2
    while True:
        yield f"{FOLDER}/{stem}-{number}{ending}"
        number += 1
