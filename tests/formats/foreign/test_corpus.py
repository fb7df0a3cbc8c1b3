"""Files that others made, by the hundred: none hangs or breaks the reader, and none loses words without a reason.

Each run takes every twelfth file and all that are refused; `WHOLE_CORPUS=1` takes all (some four minutes).
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.formats.foreign.corpus import EVERY, Outcome, examined, files

REFUSED = {
    "docx/dedoc/broken.docx": "damaged",
    "docx/poi/ExternalEntityInText.docx": "XML entities",
    "docx/poi/bug53475-password-is-pass.docx": "password",
    "docx/poi/clusterfuzz-testcase-minimized-POIXWPFFuzzer-5313273089884160.docx": "damaged",
    "docx/poi/clusterfuzz-testcase-minimized-POIXWPFFuzzer-5569740188549120.docx": "damaged",
    "docx/poi/protected_agile.docx": "password",
    "docx/tika/testWORD_protected_passtika.docx": "password",
    "odt/dedoc/broken.odt": "part with the text",
    "odt/odftoolkit/testInvalidPkg2.odt": "part with the text",
    "odt/odftoolkit/testInvalidPkg3.odt": "part with the text",
}
"""All files that are not read, with a word of the reason."""


@pytest.fixture(scope="module")
def outcomes(shared: Path) -> list[Outcome]:
    pypandoc = pytest.importorskip("pypandoc")
    paths = files(shared / "data")
    if not paths:
        pytest.skip("the files of the corpus are absent")
    refused = [path for path in paths if any(str(path).endswith(name) for name in REFUSED)]
    chosen = paths if os.environ.get("WHOLE_CORPUS") else list(dict.fromkeys([*paths[::EVERY], *refused]))
    return examined(chosen, pypandoc.get_pandoc_path())


def test_no_file_breaks_the_reader_or_goes_beyond_time_and_memory(outcomes: list[Outcome]) -> None:
    assert [(each.name, each.crash) for each in outcomes if each.crash] == []


def test_a_file_that_is_refused_is_one_that_is_damaged_and_the_reason_is_said(outcomes: list[Outcome]) -> None:
    refused = {each.name: each.said for each in outcomes if each.said}
    assert set(refused) <= set(REFUSED)
    assert [name for name, said in refused.items() if REFUSED[name] not in said] == []


def test_the_words_of_pandoc_are_all_there_but_for_what_we_leave_out_and_say(outcomes: list[Outcome]) -> None:
    assert [(each.name, each.lost[:9]) for each in outcomes if each.lost and not each.kinds] == []


def test_what_is_read_is_in_the_sections(outcomes: list[Outcome]) -> None:
    assert [(each.name, each.dropped[:9]) for each in outcomes if each.dropped] == []
