"""docs/checking.md: its rule of one's own works, and what it names exists."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from assembler.jobs.check import checked
from assembler.jobs.examining import Asked
from assembler.project import quiet
from tests.jobs.test_check import submission

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "checking.md").read_text(encoding="utf-8")


def test_the_rule_of_the_guide_works(tmp_path: Path) -> None:
    example = GUIDE.partition("into rules.py:\n")[2].partition("# end of the file")[0]
    root = submission(tmp_path, text="Так называемое расследование.", more='[check]\nrules = "rules.py"')
    (root / "rules.py").write_text(textwrap.dedent(example), encoding="utf-8")
    found = checked(root, (), Asked(own_rules=True)).findings
    assert [each.message() for each in found if each.code == "word-we-avoid"] == ["“Так называемое” takes sides."]


def test_the_waiver_of_each_guide_can_be_read() -> None:
    for name in ("checking.md", "checking.ru.md"):
        text = (DOCS / name).read_text(encoding="utf-8")
        (example,) = re.findall(r"^    \[\[waivers\]\]\n(?:    .+\n)+", text, re.MULTILINE)
        waivers, findings = quiet.read(textwrap.dedent(example))
        assert [(each.unit, each.language) for each in waivers] == [("art07-k3fa", "en")]
        assert findings == []
