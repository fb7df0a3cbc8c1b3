"""The pictures of an edition: every picture in the tree gets the file that this language shows, read and cleaned once.

A picture that cannot be shown keeps its place in the tree without a file, and the writers print its description.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Block, Figure, Image, Inline, Inlines, Section, Words
from assembler.errors import UnreadableFileError
from assembler.findings import Finding, Place
from assembler.formats.markdown.pictures import is_elsewhere
from assembler.formats.pictures.picture import Cleaned, Picture, UnfitError
from assembler.project import files
from assembler.project.pictures import picture_file


class Gallery:
    """The pictures of a submission as far as they were asked for; each file is read once for all editions."""

    def __init__(self, root: Path, languages: Iterable[str]) -> None:
        self.root = root
        self.languages = tuple(languages)
        self._read: dict[str, Cleaned | Finding] = {}

    def read(self, path: str) -> Cleaned | Finding:
        """The picture of a file in the submission, or why there is none; the findings have no place yet."""
        if path not in self._read:
            self._read[path] = self._fresh(path)
        return self._read[path]

    def _fresh(self, path: str) -> Cleaned | Finding:
        drawing = _read(self.root, path)
        if isinstance(drawing, Finding) or drawing.picture.format != "svg":
            return drawing
        beside = str(PurePosixPath(path).with_suffix(".png"))
        if not (self.root / beside).is_file():
            return drawing
        fallback = _read(self.root, beside)
        if isinstance(fallback, Finding):
            return fallback
        return Cleaned(replace(drawing.picture, fallback=fallback.picture.data), drawing.findings)


def _read(root: Path, path: str) -> Cleaned | Finding:
    """A picture of its own; findings quote the path. What reads it is imported where there is one."""
    from assembler.formats.pictures.read import check_bytes, read

    try:
        with suppress(OSError):  # reading it says why
            check_bytes((root / path).stat().st_size)
        cleaned = read(files.read_bytes(root, path), path)
    except UnfitError as unfit:
        return replace(unfit.finding, quote=path)
    except UnreadableFileError as error:
        return replace(error.finding, quote=path)
    return Cleaned(cleaned.picture, tuple(replace(each, quote=path) for each in cleaned.findings))


class Illustrated(Struct, frozen=True):
    """A section whose pictures name files of the submission, these files' pictures by name, and what is to be said."""

    section: Section[Words]
    pictures: Mapping[str, Picture] = {}
    findings: tuple[Finding, ...] = ()


def illustrated(section: Section[Words], original: str, gallery: Gallery) -> Illustrated:
    """The section of an edition with its pictures; `original` is the language in which it was written."""
    hanging = _Hanging(section, original, gallery)
    blocks = walk.revise(section.blocks, hanging.words, hanging.block)
    notes = tuple(
        replace(note, blocks=walk.revise(note.blocks, hanging.words, hanging.block)) for note in section.notes
    )
    hung = replace(section, blocks=blocks, notes=notes)
    return Illustrated(hung, hanging.pictures, tuple(dict.fromkeys(hanging.findings)))


class _Hanging:
    """One way through a section."""

    def __init__(self, section: Section[Words], original: str, gallery: Gallery) -> None:
        self.section = section
        self.original = original
        self.gallery = gallery
        self.pictures: dict[str, Picture] = {}
        self.findings: list[Finding] = []

    def block(self, block: Block[Words]) -> Block[Words]:
        if not isinstance(block, Figure):
            return block
        place = Place(self.section.path, block.line, self.section.id, block.id, self.section.language)
        return replace(block, target=self._hung(block.target, place))

    def words(self, id: str | None, words: Words) -> Words:
        if not walk.holds(words.content, Image):
            return words
        place = Place(None if id else self.section.path, None, self.section.id, id, self.section.language)

        def hung(inline: Inline) -> Inlines:
            if not isinstance(inline, Image):
                return (inline,)
            return (replace(inline, target=self._hung(inline.target, place)),)

        return replace(words, content=walk.map_inlines(words.content, hung))

    def _hung(self, target: str, place: Place) -> str:
        """The name of the file in the submission; empty where there is none that can be shown."""
        if not target or is_elsewhere(target):
            return ""
        found = picture_file(
            self.gallery.root, self.section.path, target, language=self.section.language, original=self.original,
            languages=self.gallery.languages,
        )  # fmt: skip
        self.findings += _at(place, found.findings)
        taken = self.gallery.read(found.path) if found.path else None
        match taken:
            case None:
                return ""
            case Finding():
                self.findings += _at(place, (taken,))
                return ""
            case Cleaned():
                self.findings += _at(place, taken.findings)
                self.pictures[found.path] = taken.picture
                return found.path


def _at(place: Place, findings: Iterable[Finding]) -> Iterator[Finding]:
    yield from (replace(each, place=place) for each in findings)
