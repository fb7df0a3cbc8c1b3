"""DOCX files are valid: by the Open XML SDK, by the schema, and with everything nested in everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.document.model import Document, Words
from assembler.findings import Severity
from assembler.formats.docx.lint.lint import lint
from assembler.formats.written import Purpose
from tests.conftest import absent
from tests.docx_parts import written
from tests.editions import document
from tests.specimens import SAMPLES, specimen, torture, wide
from tests.tools import ooxml_validator, sdk_errors, xsd_errors

EDITIONS = {
    **{f"specimen in {code}": specimen(code) for code in SAMPLES},
    "torture": torture(),
    "wide": wide(),
    "nothing": document(),
}
ALL = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())
PURPOSES = pytest.mark.parametrize("purpose", ["draft", "final"])


@ALL
@PURPOSES
def test_the_open_xml_sdk_finds_nothing(edition: Document[Words], purpose: Purpose, tmp_path: Path) -> None:
    validator = ooxml_validator()
    if validator is None:
        absent("ooxml-validator")
    file = tmp_path / "edition.docx"
    file.write_bytes(written(edition, purpose).data)
    assert sdk_errors(str(validator), file) == []


@ALL
@PURPOSES
def test_the_schema_finds_nothing(edition: Document[Words], purpose: Purpose, shared: Path) -> None:
    wml = shared / "schemas" / "ooxml-transitional" / "wml.xsd"
    assert xsd_errors(wml, written(edition, purpose).data) == []


@ALL
@PURPOSES
def test_the_lint_finds_no_error(edition: Document[Words], purpose: Purpose) -> None:
    found = lint(written(edition, purpose).data, "edition.docx")
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@ALL
def test_the_same_input_gives_the_same_bytes(edition: Document[Words]) -> None:
    assert written(edition).data == written(edition).data
