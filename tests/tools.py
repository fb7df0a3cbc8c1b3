"""Office tools for tests: validators of DOCX files, LibreOffice as renderer, text out of PDF pages."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from lxml import etree

from tests.docx_parts import word_parts

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MICROSOFT = "http://schemas.microsoft.com/"

PATIENCE = 120
"""Seconds that a conversion may take."""


def ooxml_validator() -> str | None:
    """The Open XML SDK validator's program: `OOXML_VALIDATOR`, or `ooxml-validator` on the path; None if absent."""
    return os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")


def sdk_errors(validator: str, file: Path) -> list[str]:
    """What the Open XML SDK has against a DOCX file. Its exit code says nothing: the native program gives 0 always."""
    run = subprocess.run([validator, str(file)], capture_output=True, text=True, check=False)
    try:
        report = json.loads(run.stdout)
    except json.JSONDecodeError:
        return [f"the validator did not run: {run.stdout}{run.stderr}"]
    return [] if report["ok"] else [json.dumps(error) for error in report["errors"]] or ["not ok"]


@cache
def _schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(path)))


def xsd_errors(wml: Path, data: bytes) -> list[str]:
    """What the transitional schema `wml.xsd` has against the parts of a DOCX file in `word/`."""
    schema = _schema(wml)
    found: list[str] = []
    for name, root in word_parts(data):
        without_extensions(root)
        if not schema.validate(root):
            found.append(f"{name}: {schema.error_log}")
    return found


def without_extensions(root: etree._Element) -> None:
    """Take out what the transitional schema does not know: markup compatibility and Microsoft's extensions."""
    for element in list(root.iter("*")):
        for key in list(element.attrib):
            if _foreign(etree.QName(str(key)).namespace):
                del element.attrib[key]
        parent = element.getparent()
        if parent is not None and _foreign(etree.QName(element).namespace):
            parent.remove(element)


def _foreign(namespace: str | None) -> bool:
    return namespace is not None and (namespace == COMPATIBILITY or namespace.startswith(MICROSOFT))


def converted(soffice: str, file: Path, format: str, folder: Path) -> Path:
    """`file` converted by LibreOffice to `format` (`pdf`, `odt`, `docx`) in `folder`, with its own profile there."""
    return all_converted(soffice, [file], format, folder)[0]


def all_converted(soffice: str, files: Sequence[Path], format: str, folder: Path) -> list[Path]:
    """Several files converted at one start, which is most of the time that it takes.

    On a busy machine LibreOffice sometimes never comes back from setting up a fresh profile; it gets a second try.
    """
    targets = [folder / f"{file.stem}.{format}" for file in files]
    for attempt in (1, 2):
        _convert(soffice, files, format, folder, attempt)
        if all(target.is_file() for target in targets):
            return targets
    raise AssertionError(f"LibreOffice did not convert {', '.join(file.name for file in files)}")


def _convert(soffice: str, files: Sequence[Path], format: str, folder: Path, attempt: int) -> None:
    """What has not come back in time is ended with all that it started."""
    profile = (folder / f"profile{attempt}").as_uri()
    command = [soffice, "--headless", f"-env:UserInstallation={profile}", "--convert-to", format]
    process = subprocess.Popen(
        [*command, "--outdir", str(folder), *map(str, files)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def pdf_text(pdftotext: str, pdf: Path) -> str:
    """The text of a PDF as it is laid out, pages parted by form feeds, spaces collapsed within lines."""
    run = subprocess.run([pdftotext, "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return "\n".join(re.sub(r"[ \u00a0]+", " ", line).strip(" ") for line in run.stdout.split("\n"))
