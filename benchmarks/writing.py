"""What writing a document takes beside compressing the very bytes that it consists of, which no writer can go below.

Measured inside one process: the edition is read, composed and numbered once, outside of the clock. What is left is a
writer's own work, from the tree to the bytes of the file.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Mapping

from assembler.document.model import Document, Words
from assembler.edition.localize import Policy
from assembler.formats.written import NO_STAMP
from assembler.jobs.build import style_sheet
from assembler.jobs.editions import single
from assembler.jobs.translations import translations
from assembler.jobs.writers import Writers, writers
from assembler.project import store
from benchmarks.measure import Measured, Run, in_process
from benchmarks.prepare import Prepared

LANGUAGE = "en"
ZIP = "zip the same bytes"


def beside_zip(work: str, format: str, prepared: Prepared, runs: int) -> tuple[Measured, Measured]:
    """Writing a draft of the submission in a format, and compressing the parts of the file that comes out."""
    document, made = _edition(prepared)

    def write() -> bytes:
        return made.write(format, document, NO_STAMP).data

    data = write()
    own = in_process(work, prepared.paragraphs, lambda: clocked(write), runs)
    return own, in_process(ZIP, prepared.paragraphs, lambda: zip_again(data), runs)


def _edition(prepared: Prepared) -> tuple[Document[Words], Writers]:
    submission = store.load(prepared.current)
    sheet = style_sheet(prepared.current, submission.config, ("single", "draft"))
    present = translations(prepared.current, submission, [LANGUAGE])
    edition = single(submission, present, LANGUAGE, Policy.MARK)
    return edition.composed.document, writers(prepared.current, submission.config, sheet, "draft")


def zip_again(data: bytes) -> Run:
    """What compressing the parts of an office file takes, as `zipfile` does by itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return clocked(lambda: _zipped(parts))


def _zipped(parts: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)


def clocked(work: Callable[[], object]) -> Run:
    """What it takes in this process; memory is not measured."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Run(time.process_time() - cpu, time.perf_counter() - wall, 0)
