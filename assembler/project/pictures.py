"""Where the file of a picture is: seen from its section's file, inside the submission, and in the edition's language.

Beside `fig.png` may stand `fig.kk.png`, which the Kazakh edition takes in its place.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from msgspec import Struct

from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.nearest import nearest

PICTURE_ABSENT = Kind(
    "picture-absent",
    Severity.ERROR,
    "There is no picture “{target}”; its description stands in its place.",
    "{suggestion}",
)
PICTURE_OUTSIDE = Kind(
    "picture-outside",
    Severity.ERROR,
    "The picture “{target}” lies outside of the submission; its description stands in its place.",
    "Copy it into the submission, and name it from the section's file: ../../pictures/fig.png.",
)
PICTURE_NO_FILE = Kind(
    "picture-no-file", Severity.ERROR, "“{target}” is a folder, not a picture.", "Name the file of the picture."
)
NOT_IN_LANGUAGE = Kind(
    "picture-not-in-language",
    Severity.WARNING,
    "The picture “{target}” has versions for single languages ({there}) and none for “{language}”; {shown} is printed.",
    "Save its version as {wanted} beside it.",
)
LOOK_AT_NAME = Phrase("Its place is seen from the section's file; capital and small letters differ in names.")


class PictureFile(Struct, frozen=True):
    """The file of a picture for one language, by its place in the submission, and what is to be said (without place).

    `path` is empty where there is no such file.
    """

    path: str = ""
    findings: tuple[Finding, ...] = ()


def picture_file(
    root: Path, section: str, target: str, *, language: str, original: str, languages: Collection[str]
) -> PictureFile:
    """The file that `target` means in the section file `section` (its path), for an edition in `language`.

    `original` is the language of the section, `languages` are those of the submission.
    """
    if target.startswith(("/", "~")) or "\\" in target or PurePosixPath(target[1:2]) == PurePosixPath(":"):
        return _unfit(PICTURE_OUTSIDE, target)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(section), target))
    if path.startswith("../") or path in ("..", "."):
        return _unfit(PICTURE_OUTSIDE, target)
    versions = {code: found for code in languages if (found := _existing(root, in_language(path, code)))}
    plain = _existing(root, path) or _existing(root, unquote(path))
    chosen = versions.get(language) or plain or versions.get(original)
    if chosen is None:
        return _absent(root, path, target)
    if not (root / chosen).resolve().is_relative_to(root.resolve()):
        return _unfit(PICTURE_OUTSIDE, target)
    is_own = language in versions or not versions or (plain is not None and language == original)
    return PictureFile(chosen, () if is_own else tuple(_not_in_language(path, chosen, versions, language)))


def in_language(path: str, code: str) -> str:
    """`fig.kk.png` for `fig.png`."""
    stem, ending = posixpath.splitext(path)
    return f"{stem}.{code}{ending}"


def _existing(root: Path, path: str) -> str | None:
    """The path under which the file is there; names may be composed of other signs, as on a Macintosh."""
    if (root / path).is_file():
        return path
    folder, name = posixpath.split(path)
    if name.isascii() or not (root / folder).is_dir():
        return None
    plain = unicodedata.normalize("NFC", name)
    same = (each.name for each in (root / folder).iterdir() if unicodedata.normalize("NFC", each.name) == plain)
    return next((posixpath.join(folder, each) for each in sorted(same)), None)


def _absent(root: Path, path: str, target: str) -> PictureFile:
    if (root / path).is_dir():
        return _unfit(PICTURE_NO_FILE, target)
    folder, name = posixpath.split(path)
    there = sorted(each.name for each in (root / folder).iterdir()) if (root / folder).is_dir() else []
    return _unfit(PICTURE_ABSENT, target, suggestion=nearest(name, there, LOOK_AT_NAME))


def _unfit(kind: Kind, target: str, **values: Phrase) -> PictureFile:
    return PictureFile("", (kind.at(Place(), quote="", target=target, **values),))


def _not_in_language(path: str, chosen: str, versions: Collection[str], language: str) -> Iterator[Finding]:
    wanted = posixpath.basename(in_language(path, language))
    yield NOT_IN_LANGUAGE.at(
        Place(language=language), target=posixpath.basename(path), there=", ".join(versions), language=language,
        shown=posixpath.basename(chosen), wanted=wanted,
    )  # fmt: skip
