"""The submissions that are measured: written once for each size, translated, edited, and kept.

Two states of each: `current`, where catalogs and sources agree, and `edited`, where 5 % of the paragraphs were changed
since. A folder is named after the size and a fingerprint of what writes it; an older one is not touched.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from benchmarks import translate
from benchmarks.generate import generate

HERE = Path(__file__).parent
WRITERS = ("generate.py", "prose.py", "translate.py", "vocabulary.py", "words/ru.txt", "words/kk.txt", "words/en.txt")


class Prepared(Struct, frozen=True):
    """The two states of a submission of `paragraphs` paragraphs."""

    paragraphs: int
    current: Path
    edited: Path


def prepared(cache: Path, paragraphs: int) -> Prepared:
    """The submission of this size, taken from `cache` or written into it.

    `current` is updated in any case: the toolkit may have changed since, and `edited` needs no more than its sources.
    """
    folder = cache / f"{paragraphs}-{_fingerprint()}"
    found = Prepared(paragraphs, folder / "current", folder / "edited")
    if not folder.is_dir():
        unfinished = cache / f"{folder.name}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        _write(unfinished, paragraphs)
        unfinished.rename(folder)
    run("update", found.current)
    return found


def run(command: str, folder: Path, *arguments: str) -> None:
    """A command of the toolkit on a submission, not measured; in a process of its own, which gives its memory back."""
    subprocess.run([sys.executable, "-m", "assembler", command, "-C", str(folder), "--quiet", *arguments], check=True)


def _fingerprint() -> str:
    digest = blake2b(digest_size=4)
    for name in WRITERS:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def _write(folder: Path, paragraphs: int) -> None:
    current = folder / "current"
    current.mkdir(parents=True)
    generate(current, paragraphs)
    run("update", current)
    translate.translate(current)
    shutil.copytree(current, folder / "edited")
    translate.edit(folder / "edited")
