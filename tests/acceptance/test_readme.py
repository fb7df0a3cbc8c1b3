"""The walks of the README, line by line as they stand there, by somebody who begins in its folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
INSTALLS = re.compile(r"python3 -m venv|\S*pip install|\. \.venv")


def walk(beginning: str) -> list[str]:
    """The lines of the block in which a line begins so, without those that install."""
    blocks = re.findall(r"(?:^    .*\n)+", README, re.MULTILINE)
    (block,) = [each for each in blocks if f"    {beginning}" in each]
    return [line.strip() for line in block.splitlines() if not INSTALLS.match(line.strip())]


def walked(lines: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    formats = (",pdf", ",pdf" if shutil.which("soffice") else "")
    script = "\n".join([f'assembler() {{ "{sys.executable}" -m assembler "$@"; }}', *lines]).replace(*formats)
    environment = {**os.environ, "HOME": str(folder.parent), "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    return subprocess.run(
        ["sh", "-e", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The folder of the README, which holds a submission itself."""
    folder = tmp_path / "assembler"
    folder.mkdir()
    (folder / "submission.toml").write_text('title = "Sample"\noriginal = "en"\n[languages.en]\n', encoding="utf-8")
    (folder / "README.md").write_text(README, encoding="utf-8")
    return folder


def test_both_walks_lead_to_documents_beside_the_folder_and_leave_it_alone(clone: Path) -> None:
    pytest.importorskip("pypandoc", reason="pandoc is not installed")
    before = sorted(clone.iterdir())
    old = clone.parent / "old"
    old.mkdir()
    report = Document()
    report.add_heading("Part one", level=1)
    for text in ("1. The first paragraph.", "2. The second."):
        report.add_paragraph(text)
    report.save(str(old / "report.docx"))
    first = walked(walk("assembler new ../ours"), clone)
    assert first.returncode == 0, first.stderr
    ours = clone.parent / "ours"
    assert {"submission-ru.docx", "submission-en.docx", "submission-en.html"} <= {
        file.name for file in (ours / "out").iterdir()
    }
    second = walked(walk("assembler new ../older"), clone)
    assert second.returncode == 0, second.stderr
    (section,) = (clone.parent / "older" / "sources" / "en").iterdir()
    assert "The second." in section.read_text(encoding="utf-8")
    assert sorted(clone.iterdir()) == before
