"""docs/first-steps: what the guides say to a newcomer holds, line by line, in each of their languages."""

from __future__ import annotations

import re
import shlex
import textwrap
from pathlib import Path

import pytest

from assembler.project import quiet
from tests.acceptance.command import assembler

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("ru", "kk")


def guide(language: str) -> str:
    return (DOCS / f"first-steps.{language}.md").read_text(encoding="utf-8")


def commands(language: str) -> list[list[str]]:
    """The calls of `assembler` in their order, without its name and without remarks."""
    lines = re.findall(r"^    assembler (.*)$", guide(language), re.MULTILINE)
    return [shlex.split(line, comments=True) for line in lines]


def section(language: str, root: Path) -> None:
    """The section as the guide has it, where it tells to write it."""
    (name,) = re.findall(r"`(sources/\S+\.md)`", guide(language))
    words = re.findall(r"^    # .*\n(?:    .*\n|\n(?=    ))+", guide(language), re.MULTILINE)[0]
    (root / name).write_text(textwrap.dedent(words), encoding="utf-8")


def further(language: str, root: Path) -> None:
    """The further language of the guide, below the others."""
    (table,) = re.findall(r"`(\[languages\.\w+\])`", guide(language))
    file = root / "submission.toml"
    text = file.read_text(encoding="utf-8").replace("[languages.en]", f"[languages.en]\n{table}")
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("language", GUIDES)
def test_every_command_of_the_guide_does_what_it_is_for(language: str, tmp_path: Path) -> None:
    (new, *others), surroundings = commands(language), {"LANGUAGE": language}
    (tmp_path / "here").mkdir()
    assert assembler(*new, folder=tmp_path / "here", env=surroundings).code == 0
    (root,) = (each for each in tmp_path.iterdir() if each.name != "here")
    for each, following in zip(others, (*others[1:], []), strict=True):
        if each == ["ids"]:
            section(language, root)
        if following == ["build", "ar"]:
            further(language, root)
        refused = each == ["build", "--final"]
        done = assembler(*each, folder=root, env=surroundings)
        assert done.code == int(refused), (each, done.err)
    (name,) = re.findall(r"`(sources/\S+\.md)`", guide(language))
    assert "::: recommendation\n{#" in (root / name).read_text(encoding="utf-8")
    assert len(list((root / "out").glob("*-page.html"))) == 1


@pytest.mark.parametrize("language", GUIDES)
def test_the_waiver_of_the_guide_can_be_read(language: str) -> None:
    (example,) = re.findall(r"^    \[\[waivers\]\]\n(?:    .+\n)+", guide(language), re.MULTILINE)
    waivers, findings = quiet.read(textwrap.dedent(example))
    assert [each.rule for each in waivers] == ["typed-reference"]
    assert findings == []
