"""Every DOCX and ODT file of the shared data read, each in a process of its own limits, and compared with pandoc.

`python -m tests.formats.foreign.corpus FOLDER` prints the table for all of them. Compared are words: what pandoc reads
and we do not must be of a kind that is known, and is told by what our own reading said of the file.
"""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from msgspec import Struct

from assembler.document import ids, walk
from assembler.document.model import Image, Inline, Inlines, Section
from assembler.errors import UnreadableFileError
from assembler.formats.foreign.choice import Account
from assembler.formats.foreign.package import Package
from assembler.formats.markdown.write import write
from assembler.formats.pandoc import read as pandoc
from assembler.jobs.documents import Taken, Way, take

SECONDS = 10
BYTES = 1024**3
EVERY = 12
"""Which part of the files each run of the tests looks at."""

KINDS = {
    "import-contents": "contents that a program made",
    "import-formula": "formulas, which pandoc writes in TeX",
    "import-hidden": "hidden words",
    "import-symbol": "signs of symbol fonts",
    "import-changes-accepted": "words that a tracked change joins",
    "import-object": "formulas that are embedded files",
}
"""What explains words that pandoc has and we have not, by the code of our own remark."""
OTHERWISE = {
    "HC005-TaskPlanTemplate.docx": "text of controls that the file keeps elsewhere",
    "ResumeTemplate.docx": "text of controls that the file keeps elsewhere",
    "Word2007-fonts.docx": "signs of symbol fonts",
    "Symbols.docx": "signs of symbol fonts",
    "formula.odt": "formulas that are embedded files",
    "textbox_alternates_contrived.docx": "second forms of text boxes",
    "Test-01.docx": "descriptions of tables that are not shown",
    "Test-02.docx": "descriptions of tables that are not shown",
    "Test-03.docx": "descriptions of tables that are not shown",
    "Test-06.docx": "descriptions of tables that are not shown",
}
LABELS = frozenset({"Figure", "Table", "Example", "Recommendation"})
LONGEST_MARKER = 2
WORD = re.compile(r"[^\W_]+")


class Outcome(Struct, frozen=True):
    """What became of a file. `said` is why it was not read (empty: it was), `crash` what should never be.

    `lost` are the words that pandoc has and our reading has not, `dropped` those that our reading has and the sections
    do not, `more` counts the words that pandoc does not have.
    """

    name: str
    seconds: float
    said: str = ""
    crash: str = ""
    pandoc_reads: bool = False
    lost: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    more: int = 0
    codes: tuple[str, ...] = ()

    @property
    def kinds(self) -> list[str]:
        """What explains the lost words; none where nothing does."""
        if not self.lost:
            return []
        named = OTHERWISE.get(Path(self.name).name)
        return [named] if named else [KINDS[code] for code in KINDS if code in self.codes]


def files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("docx/*/*.docx"), *folder.glob("odt/*/*.odt")])


def examined(paths: Sequence[Path], pandoc_program: str, workers: int = 2) -> list[Outcome]:
    """The outcome for each file; a worker that dies gives one that says so."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_limit) as pool:
        return list(pool.map(_examined, paths, [pandoc_program] * len(paths), chunksize=8))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    signal.signal(signal.SIGVTALRM, _late)


def _late(*_: object) -> None:
    raise TimeoutError


def _examined(path: Path, program: str) -> Outcome:
    name = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
    before = os.times().user
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        data = path.read_bytes()
        taken = take(data, path.name, "en", Way())
        sections = _sections(taken)
        flat = Counter(_words(_flat(data, path.name, taken.format)))
        spent = os.times().user - before
    except UnreadableFileError as error:
        return Outcome(name, os.times().user - before, said=str(error))
    except BaseException as error:
        return Outcome(name, os.times().user - before, crash=f"{type(error).__name__}: {error}")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    theirs = _of_pandoc(path, taken.format, program)
    kept = Counter(word for section in sections for word in _in_section(section))
    kept.update(WORD.findall(" ".join((taken.title, taken.subtitle, *taken.parts))))
    return Outcome(
        name,
        spent,
        pandoc_reads=theirs is not None,
        lost=tuple(((theirs or Counter()) - flat).elements()),
        dropped=tuple(word for word in (flat - kept).elements() if _is_text(word)),
        more=sum((flat - theirs).values()) if theirs is not None else 0,
        codes=tuple({finding.code for finding in taken.findings} | {each.code for each in _remarks(taken)}),
    )


def _is_text(word: str) -> bool:
    """Whether it is more than a number or letter that a list counts with, or a label that editions print."""
    return len(word) > LONGEST_MARKER and word.isalpha() and word not in LABELS


def _sections(taken: Taken) -> list[Section[Inlines]]:
    """The chapters as sections; they are written too, which must not fail."""
    read = [_imported(taken, at) for at in range(len(taken.chapters))]
    for each in pandoc.linked(read):
        write(each.section)
    return [each.section for each in read]


def _imported(taken: Taken, at: int) -> pandoc.Imported:
    used: set[str] = set()
    random = Random(at)

    def mint() -> str:
        new = ids.mint("p", used, random)
        used.add(new)
        return new

    return pandoc.read(
        {"blocks": taken.chapters[at].blocks}, id=f"s{at}", language="en", path=f"sources/en/s{at}.md",
        origin=taken.origin, mint=mint, keep=lambda _: False, throughout=taken.numbered,
    )  # fmt: skip


def _remarks(taken: Taken) -> Iterator[Any]:
    for at in range(len(taken.chapters)):
        yield from _imported(taken, at).findings


def _flat(data: bytes, name: str, format: str) -> list[Any]:
    """The blocks as our reader gives them, before lists and headings are made."""
    from assembler.formats.foreign.docx import body
    from assembler.formats.foreign.odt import body as text

    read = body.read if format == "docx" else text.read
    return read(Package(data, name), Account()).blocks


def _of_pandoc(path: Path, format: str, program: str) -> Counter[str] | None:
    """The words that pandoc reads; None where it does not read the file."""
    command = [program, "+RTS", "-M900m", "-RTS", "--from", format, "--to", "json", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=3 * SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return Counter(_words(json.loads(done.stdout)["blocks"])) if done.returncode == 0 else None


def _in_section(section: Section[Inlines]) -> Iterator[str]:
    blocks = (*section.blocks, *(block for note in section.notes for block in note.blocks))
    for words in walk.every_words(blocks):
        yield from WORD.findall(walk.plain_text(walk.map_inlines(words, _but_pictures)))


def _but_pictures(inline: Inline) -> Inlines:
    return () if isinstance(inline, Image) else (inline,)


def _words(blocks: Any) -> list[str]:
    """The words of pandoc's nodes; of pictures not their descriptions, notes behind all else."""
    notes: list[Any] = []
    found = "".join(_text(blocks, notes))
    for note in notes:
        found += "".join(_text(note, notes))
    return WORD.findall(found)


def _text(node: Any, notes: list[Any]) -> Iterator[str]:
    match node:
        case list():
            for each in node:
                yield from _text(each, notes)
        case {"t": "Note", "c": inner}:
            notes.append(inner)
        case {"t": "Str", "c": str() as text}:
            yield text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Code" | "Math", "c": [_, str() as text]}:
            yield text
        case {"t": "CodeBlock", "c": [_, str() as text]}:
            yield f"\n{text}\n"
        case {"t": "Image" | "RawInline" | "RawBlock"}:
            return
        case {"t": "Span" | "Link" | "Quoted" | "Cite", "c": [_, list() as inner, *_]}:
            yield from _text(inner, notes)
        case {"t": "Strong" | "Emph" | "Underline" | "Strikeout" | "Superscript" | "Subscript" | "SmallCaps"}:
            yield from _text(node["c"], notes)
        case {"c": inner}:
            yield "\n"
            yield from _text(inner, notes)
            yield "\n"


def main() -> None:
    import pypandoc

    outcomes = examined(files(Path(sys.argv[1])), pypandoc.get_pandoc_path())
    print("\n".join(table(outcomes)))


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What the whole of the files gives, for a person to read."""
    read = [each for each in outcomes if not each.said and not each.crash]
    compared = [each for each in read if each.pandoc_reads]
    yield f"files {len(outcomes)}, read {len(read)}, refused {len(outcomes) - len(read)}"
    yield f"slowest {max(each.seconds for each in outcomes):.1f} s of processor time"
    yield f"same words as pandoc {sum(not each.lost and not each.more for each in compared)} of {len(compared)}"
    yield f"more words than pandoc {sum(not each.lost and each.more > 0 for each in compared)}"
    for kind, count in Counter(kind for each in compared for kind in each.kinds[:1]).most_common():
        yield f"  pandoc has words that we have not: {kind}: {count}"
    for each in outcomes:
        if each.crash or each.said or (each.lost and not each.kinds) or each.dropped:
            words = f"{' '.join(each.lost[:8])} / {' '.join(each.dropped[:8])}"
            yield f"{each.name}: {each.crash or each.said or words}"


if __name__ == "__main__":
    main()
