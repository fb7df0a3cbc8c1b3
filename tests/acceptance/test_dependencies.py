"""What `pip install .` brings is enough for the documents: developers have more installed, and would not notice."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.acceptance.sample import ROOT, copy_sample

ALONE = """
import json, re, sys
from importlib.machinery import PathFinder
from importlib.metadata import packages_distributions, requires

def name(written):
    return re.match(r"[\\w.-]+", written)[0].lower().replace("_", "-")

brought, waiting = {"assembler"}, [name(each) for each in json.loads(sys.argv.pop(1))]
while waiting:
    one = waiting.pop()
    brought.add(one)
    waiting += {name(each) for each in requires(one) or () if ";" not in each} - brought

holders = packages_distributions()

class OnlyWhatWasBrought(PathFinder):
    @classmethod
    def find_spec(cls, module, path=None, target=None):
        own = {name(each) for each in holders.get(module, ())}
        return None if own and not own & brought else super().find_spec(module, path, target)

sys.meta_path[:] = [OnlyWhatWasBrought if each is PathFinder else each for each in sys.meta_path]
from assembler.cli.entry import main
main()
"""


@pytest.mark.parametrize(
    "command",
    ["update --dry-run", "build --format docx,odt,html", "build --review ru", "build --parallel ru,kk,en", "check"],
)
def test_the_sample_needs_nothing_but_the_dependencies(command: str, tmp_path: Path) -> None:
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    done = subprocess.run(
        [sys.executable, "-c", ALONE, json.dumps(dependencies), *command.split()],
        cwd=copy_sample(tmp_path),
        capture_output=True,
        encoding="utf-8",
        timeout=200,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stderr
