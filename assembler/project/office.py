"""LibreOffice, which makes PDF of finished editions: one start for all of them, in folders of its own that do not stay.

It is given a time. A program that has not come back by then is ended with everything that it started; because
LibreOffice now and then stops for ever while it sets up a new profile, it is tried a second time with another one.
First it is asked to export until the pages are at rest (`settling`); the second time plainly, which also serves where
macros are forbidden, and says what is wrong with a document.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from assembler import reasons
from assembler.errors import ConfigurationError, ProgramError
from assembler.findings import Kind, Phrase, Place, Severity
from assembler.formats.pdf.metadata import without_marks
from assembler.project import settling
from assembler.tracking import EXPORTING, Track, untracked

OFFICE_ABSENT = Kind(
    "libreoffice-absent",
    Severity.ERROR,
    "PDF is made by LibreOffice, which was not found.",
    "Install it: on Debian and Ubuntu with sudo apt install libreoffice-writer, on Windows and macOS from "
    "libreoffice.org. If it is installed, name its program: --office PATH/soffice",
)
OFFICE_UNFIT = Kind(
    "libreoffice-does-not-start",
    Severity.ERROR,
    "The program {program} cannot be started: {reason}.",
    "Name the program of LibreOffice, which is called soffice: --office PATH/soffice",
)
OFFICE_HANGS = Kind(
    "libreoffice-hangs",
    Severity.ERROR,
    "LibreOffice did not come back in two tries, {seconds} seconds together; it was ended.",
    "Try again when the machine is less busy, or build fewer languages at a time. The ODT edition can also be opened "
    "in LibreOffice and exported from there.",
)
OFFICE_FAILS = Kind(
    "libreoffice-fails",
    Severity.ERROR,
    "LibreOffice made no PDF: {reason}",
    "Build the ODT edition and open it in LibreOffice: it may say there what it cannot do.",
)

ENDING = (signal.SIGINT, signal.SIGTERM)

WAYS: Mapping[str, bool] = {
    "UseTaggedPDF": True,
    "PDFUACompliance": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "EmbedStandardFonts": True,
    "ExportFormFields": False,
    "ExportNotes": False,
}
"""What a PDF edition is to have: tags, an outline, the title in the window's bar, every font; no fields or comments."""

WITH_COMMENTS: Mapping[str, bool] = {**WAYS, "ExportNotes": True}
"""The same with comments, which readers of PDF open."""

WITH_PLACES: Mapping[str, bool] = {"ExportBookmarksToPDFDestination": True}
"""What a PDF is to have from which only the pages of bookmarks are read."""

START_SECONDS = 60
EDITION_SECONDS = 60
SECONDS_FOR_MEGABYTE = 300
"""How long it may take: for a start, and for each edition by its size. A hundred pages take two seconds."""

STEP_SECONDS = 0.1


def pdfs(
    editions: Sequence[bytes],
    program: Path | None,
    seconds: float | None = None,
    *,
    format: str = "odt",
    ways: Mapping[str, bool] = WAYS,
    track: Track = untracked,
) -> list[bytes]:
    """Each ODT (or DOCX) as PDF, without marks of the machine. `program` is LibreOffice's, None where there is none.

    `seconds` limits one try, by default according to the sizes and to how often is exported; `track` watches it edition
    by edition. Raises ConfigurationError where there is no program that starts, ProgramError where it does not do its
    work.
    """
    if program is None:
        raise ConfigurationError(OFFICE_ABSENT.at(Place()))
    limit = seconds if seconds is not None else _patience(editions)
    with tempfile.TemporaryDirectory(prefix="assembler-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        documents = [folder / f"{position}.{format}" for position in range(len(editions))]
        for document, data in zip(documents, editions, strict=True):
            document.write_bytes(data)
        patience = limit if seconds is not None else limit * settling.USUAL
        said = _run(program, _settled(folder, documents, ways), documents, patience, track)
        if said is None or not all(document.with_suffix(".pdf").exists() for document in documents):
            said = _run(program, _plain(folder, documents, ways), documents, limit, track)
        if said is None:
            raise ProgramError(OFFICE_HANGS.at(Place(), seconds=round(patience + limit)))
        return [without_marks(_made(document, said)) for document in documents]


def _patience(editions: Sequence[bytes]) -> float:
    return START_SECONDS + sum(max(EDITION_SECONDS, len(data) / 1e6 * SECONDS_FOR_MEGABYTE) for data in editions)


def _settled(folder: Path, documents: Sequence[Path], ways: Mapping[str, bool]) -> list[str]:
    """What LibreOffice is called with so that it exports until the pages are at rest."""
    profile = folder / "profile-settling"
    settling.write_profile(profile, ways)
    return [_profile(profile), settling.macro(folder, documents[0].suffix.lstrip("."), len(documents))]


def _plain(folder: Path, documents: Sequence[Path], ways: Mapping[str, bool]) -> list[str]:
    """What it is called with so that it exports at once."""
    options = json.dumps({name: {"type": "boolean", "value": str(wanted).lower()} for name, wanted in ways.items()})
    to_pdf = ("--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", str(folder))
    return [_profile(folder / "profile-plain"), *to_pdf, *map(str, documents)]


def _profile(folder: Path) -> str:
    return f"-env:UserInstallation={folder.as_uri()}"


def _run(program: Path, arguments: Sequence[str], documents: Sequence[Path], limit: float, track: Track) -> str | None:
    """What LibreOffice said, having put a PDF beside each document; None where it did not come back in time."""
    folder = documents[0].parent
    with (folder / "said.txt").open("w+b") as said:
        with _signals_waiting() as asked:  # to end this command, which must not leave LibreOffice behind
            process = _started(program, arguments, folder, said)
            try:
                ended = _has_ended(process, track(EXPORTING, documents), limit, asked)
            finally:
                _end(process)
        said.seek(0)
        return said.read().decode("utf-8", "replace") if ended else None


def _started(program: Path, arguments: Sequence[str], folder: Path, said: IO[bytes]) -> subprocess.Popen[bytes]:
    command = [str(program), "--headless", "--norestore", "--nolockcheck", *arguments]
    try:
        return subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        reason = reasons.reason(error.strerror or str(error))
        raise ConfigurationError(OFFICE_UNFIT.at(Place(), program=program, reason=reason)) from error


@contextmanager
def _signals_waiting() -> Iterator[Sequence[int]]:
    """The signals that have asked this command to end in the block, which are raised behind it."""
    asked: list[int] = []
    if threading.current_thread() is not threading.main_thread():  # only the main thread is asked
        yield asked
        return
    heard = [number for number in ENDING if signal.getsignal(number) != signal.SIG_IGN]  # in the background, not SIGINT
    before = {number: signal.signal(number, lambda number, _: asked.append(number)) for number in heard}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)
        for each in asked:
            signal.raise_signal(each)


def _has_ended(process: subprocess.Popen[bytes], documents: Iterable[Path], limit: float, asked: Sequence[int]) -> bool:
    """Whether the program comes back within the limit, unless this command is `asked` to end; until then its files are
    waited for one after the other."""
    waits = iter(range(round(limit / STEP_SECONDS)))
    for document in documents:
        while not document.with_suffix(".pdf").exists() and _waited(process, waits, asked):
            pass
    while _waited(process, waits, asked):
        pass
    return process.poll() is not None


def _waited(process: subprocess.Popen[bytes], waits: Iterator[int], asked: Sequence[int]) -> bool:
    """A short wait for the end of the program; False where it has ended, or nothing is to be waited for."""
    if process.poll() is not None or asked or next(waits, None) is None:
        return False
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=STEP_SECONDS)
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program, and whatever it has started and left behind."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _made(document: Path, said: str) -> bytes:
    try:
        return document.with_suffix(".pdf").read_bytes()
    except OSError as error:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        reason = lines[-1] if lines else Phrase("it does not say why")
        raise ProgramError(OFFICE_FAILS.at(Place(), reason=reason)) from error
