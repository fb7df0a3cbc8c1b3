"""The command line from outside: a process of its own, its exit code, and what it wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple


class Result(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def assembler(*arguments: str | Path, folder: Path, env: dict[str, str] | None = None) -> Result:
    """Run `assembler` in `folder`, in English unless `env` says otherwise."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "COLUMNS": "80", **(env or {})}
    done = subprocess.run(
        [sys.executable, "-m", "assembler", *map(str, arguments)],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Result(done.returncode, done.stdout, done.stderr)
