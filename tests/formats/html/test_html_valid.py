"""Pages of HTML are valid, and accessible as far as a program can tell."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.document.model import Document, Words
from assembler.edition.layout import Layout
from assembler.formats.written import Purpose
from tests.editions import document
from tests.pages import written
from tests.several import several
from tests.specimens import SAMPLES, specimen, torture, wide

RULES = {"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]}
"""The standard's own, and those of accessibility."""

EDITIONS = {**{code: specimen(code) for code in SAMPLES}, "torture": torture(), "wide": wide(), "empty": document()}


@pytest.fixture
def validator(tool: Callable[[str], str]) -> str:
    return os.environ.get("HTML_VALIDATE") or shutil.which("html-validate") or tool("html-validate")


def errors(validator: str, data: bytes, folder: Path) -> list[str]:
    """What the validator has against a page."""
    (folder / "rules.json").write_text(json.dumps(RULES))
    (folder / "page.html").write_bytes(data)
    command = [validator, "--config", str(folder / "rules.json"), "--formatter", "json", str(folder / "page.html")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode in (0, 1), run.stderr
    return [f"{each['line']}: {each['message']}" for file in json.loads(run.stdout) for each in file["messages"]]


@pytest.mark.parametrize("purpose", ["draft", "final"])
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())
def test_the_validator_finds_nothing(
    edition: Document[Words], purpose: Purpose, validator: str, tmp_path: Path
) -> None:
    assert errors(validator, written(edition, purpose).data, tmp_path) == []


@pytest.mark.parametrize("layout", Layout)
def test_the_validator_finds_nothing_in_several_languages(layout: Layout, validator: str, tmp_path: Path) -> None:
    assert errors(validator, several("html", layout).written.data, tmp_path) == []


def test_the_validator_would_find_something(validator: str, tmp_path: Path) -> None:
    broken = written(specimen("en")).data.replace(b'<ol class="under">', b'<ol class="under"><p>', 1)
    assert errors(validator, broken, tmp_path)
