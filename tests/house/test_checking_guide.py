"""The guides to checking: their rule of one's own works, and what they name exists."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from assembler.jobs.check import checked
from assembler.jobs.examining import Asked
from assembler.project import quiet
from tests.jobs.test_check import submission

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = (
    ("checking.md", "into rules.py:\n", "# end of the file", "“Так называемое” takes sides."),
    ("checking.ru.md", "пишут в rules.py:\n", "# конец файла", "Слова «Так называемое» выдают пристрастие."),
)


@pytest.mark.parametrize(("name", "begin", "end", "said"), GUIDES)
def test_the_rule_of_each_guide_works(tmp_path: Path, name: str, begin: str, end: str, said: str) -> None:
    example = (DOCS / name).read_text(encoding="utf-8").partition(begin)[2].partition(end)[0]
    root = submission(tmp_path, text="Так называемое расследование.", more='[check]\nrules = "rules.py"')
    (root / "rules.py").write_text(textwrap.dedent(example), encoding="utf-8")
    found = checked(root, (), Asked(own_rules=True)).findings
    assert [each.message() for each in found if each.code == "word-we-avoid"] == [said]


def test_the_waiver_of_each_guide_can_be_read() -> None:
    for name, *_ in GUIDES:
        text = (DOCS / name).read_text(encoding="utf-8")
        (example,) = re.findall(r"^    \[\[waivers\]\]\n(?:    .+\n)+", text, re.MULTILINE)
        waivers, findings = quiet.read(textwrap.dedent(example))
        assert [(each.unit, each.language) for each in waivers] == [("art07-k3fa", "en")]
        assert findings == []
