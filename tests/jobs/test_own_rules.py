"""Rules that a submission brings along: run where the user asks for it, and what is wrong with them is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.findings import Finding
from assembler.jobs.check import checked
from assembler.jobs.examining import Asked
from tests.jobs.test_check import submission

OWN = '[check]\nrules = "rules.py"'
RULE = """\
import re

from assembler.check.rule import Example, Family, Hit, InText, Rule
from assembler.findings import Kind, Severity


def look(passage):
    for found in re.finditer("жалоб", passage.prose.own):
        yield Hit(found.start(), found.end(), {"word": found[0]})


RULES = (
    Rule(
        Kind("a-complaint", Severity.WARNING, "“{word}” is no word of ours.", "Write another."),
        Family.TERMS,
        InText(look),
        "We say so.",
        fires=(Example("ru", ("Две жалобы.",)),),
        quiet=(Example("ru", ("Две просьбы.",)),),
    ),
)
"""


def found(root: Path, text: str, *, own_rules: bool = True) -> list[Finding]:
    (root / "rules.py").write_text(text, encoding="utf-8")
    return [each for each in checked(root, (), Asked(own_rules=own_rules)).findings if "space" not in each.code]


def test_a_rule_of_the_submissions_own_has_its_say(tmp_path: Path) -> None:
    (finding,) = found(submission(tmp_path, more=OWN), RULE)
    assert (finding.code, finding.place.id, finding.message()) == (
        "a-complaint",
        "art07-aa",
        "“жалоб” is no word of ours.",
    )


def test_nothing_is_run_that_the_user_has_not_asked_for(tmp_path: Path) -> None:
    root = submission(tmp_path, more=OWN)
    (finding,) = found(root, f"open({str(root / 'harm')!r}, 'w')\n{RULE}", own_rules=False)
    assert (finding.code, str(finding.place)) == ("own-rules-not-run", "submission.toml:4")
    assert not (root / "harm").exists()


def test_severities_may_name_a_rule_of_ones_own(tmp_path: Path) -> None:
    root = submission(tmp_path, more=OWN + '\n[check.severity]\na-complaint = "error"')
    assert [each.severity.value for each in found(root, RULE)] == ["error"]
    assert [each.code for each in found(root, RULE, own_rules=False)] == ["own-rules-not-run"]


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ("import re", "import re(", "own-rules-faulty", "SyntaxError"),
        ("import re", "import rexx", "own-rules-faulty", "ModuleNotFoundError: No module named 'rexx'"),
        ("import re", "import re\nraise SystemExit(0)", "own-rules-faulty", "SystemExit: 0"),
        ("RULES = (", "RULS = (", "own-rules-faulty", "no tuple RULES"),
        ("a-complaint", "missing-id", "own-rule-faulty", "has this code"),
        ("a-complaint", "A complaint", "own-rule-faulty", "small Latin letters"),
        ('"word": found[0]', "", "own-rule-faulty", "KeyError: 'word'"),
        ("Две жалобы.", "Две просьбы.", "own-rule-faulty", "it does not find its example “Две просьбы.”"),
        ("Две просьбы.", "Три жалобы.", "own-rule-faulty", "it finds something in its example “Три жалобы.”"),
        ('fires=(Example("ru", ("Две жалобы.",)),)', "fires=()", "own-rule-faulty", "no examples"),
        ("yield Hit", "1 / len(passage.id[5:6])\n        yield Hit", "own-rule-faulty", "ZeroDivisionError"),
    ],
)
def test_what_is_wrong_with_the_file_is_said(tmp_path: Path, before: str, after: str, code: str, said: str) -> None:
    (finding,) = found(submission(tmp_path, more=OWN), RULE.replace(before, after, 1))
    assert (finding.code, finding.place.file) == (code, "rules.py")
    assert said in finding.message()


def test_a_rule_that_fails_on_a_text_says_where_it_failed(tmp_path: Path) -> None:
    failing = RULE.replace("yield Hit", 'assert passage.id == "p0"\n        yield Hit')
    (finding,) = found(submission(tmp_path, more=OWN), failing)
    assert (finding.code, str(finding.place)) == ("own-rule-faulty", "rules.py:9")


@pytest.mark.parametrize("name", ["/etc/rules.py", "../rules.py", "rules.txt", "nothing.py"])
def test_only_a_python_file_of_the_submission_is_run(tmp_path: Path, name: str) -> None:
    (finding,) = found(submission(tmp_path, more=f'[check]\nrules = "{name}"'), RULE)
    assert finding.code == "own-rules-elsewhere"


def test_a_link_does_not_lead_out_of_the_submission(tmp_path: Path) -> None:
    root = submission(tmp_path / "ours", more=OWN)
    (tmp_path / "rules.py").write_text(RULE, encoding="utf-8")
    (root / "rules.py").symlink_to(tmp_path / "rules.py")
    assert [each.code for each in checked(root, (), Asked(own_rules=True)).findings if "own" in each.code] == [
        "own-rules-elsewhere"
    ]
