"""The Universal Declaration as documents, read as `adopt` reads them, with what is known to belong together.

Every paragraph of a document is looked up in the aligned text (`udhr.json`) by its letters, so that the rows are known
and nothing but the readers and the alignment is measured.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from random import Random

from assembler.align.model import Piece
from assembler.align.version import edition
from assembler.jobs.adopt import read_in
from assembler.project import store
from benchmarks.alignment import LANGUAGES, Row

CONFIGURATION = 'title = "UDHR"\noriginal = "ru"\n[languages.ru]\n[languages.kk]\n[languages.en]\n'


def declaration(shared: Path) -> Iterator[tuple[str, list[Row]]]:
    """For DOCX, ODT and Markdown the rows of the Declaration, with its pieces as they were read from such files."""
    folder = shared / "data" / "derived-docs" / "udhr"
    known = json.loads((shared / "data" / "parallel" / "udhr" / "udhr.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as made:
        for name, paths in {
            "DOCX": {code: folder / f"udhr.{code}.lo.docx" for code in LANGUAGES},
            "ODT": {code: folder / f"udhr.{code}.lo.odt" for code in LANGUAGES},
            "Markdown": {code: _markdown(folder / f"udhr.{code}.pandoc.docx", Path(made)) for code in LANGUAGES},
        }.items():
            names = [row["id"] for row in known]
            read = {
                code: list(named(pieces(path, code), {row["id"]: row[code] for row in known if row[code]}))
                for code, path in paths.items()
            }
            yield name, _rows(names, read)


def _markdown(document: Path, folder: Path) -> Path:
    import pypandoc

    target = folder / f"{document.stem}.md"
    command = [pypandoc.get_pandoc_path(), str(document), "--to", "markdown-smart", "--output", str(target)]
    subprocess.run(command, check=True)
    return target


def pieces(file: Path, language: str) -> tuple[Piece, ...]:
    """What `adopt` makes of a document, as pieces."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "submission.toml").write_text(CONFIGURATION, encoding="utf-8")
        read = read_in(root, store.load(root), [file], language, Random(0))
        numbers = {typed.id: typed.value for each in read.imported for typed in each.numbers}
        version = edition(read.sections, language, numbers=numbers)
        return tuple(part.piece for part in version.parts)


def named(pieces: tuple[Piece, ...], known: Mapping[str, str]) -> Iterator[tuple[str, Piece]]:
    """Every piece with the name of the row that it is; an empty one where it is none of them."""
    rest = {name: _bare(words) for name, words in known.items()}
    for piece in pieces:
        bare = _bare(piece.words)
        name = next((name for name, words in rest.items() if words == bare), "")
        if not name and (close := get_close_matches(bare, rest.values(), 1, 0.8)):
            name = next(name for name, words in rest.items() if words == close[0])
        rest.pop(name, None)
        yield name, piece


def _bare(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _rows(names: list[str], read: Mapping[str, list[tuple[str, Piece]]]) -> list[Row]:
    """The rows in their order; what is none of them stands behind the one that it follows, for its language alone."""
    order = {name: place for place, name in enumerate(names)}
    placed: dict[tuple[int, str, int], dict[str, Piece]] = {}
    for code, found in read.items():
        last = -1
        for number, (name, piece) in enumerate(found):
            last = order.get(name, last)
            key = (last, "", 0) if name else (last, code, number + 1)
            placed.setdefault(key, {})[code] = piece
    return [Row(f"{place} {code} {number}", placed[place, code, number]) for place, code, number in sorted(placed)]
