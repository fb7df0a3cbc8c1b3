"""A copy of the sample submission under a test's hands."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]

FOLDERS = ("sources", "locales", "styles", "pictures", "data")
FILES = ("submission.toml", "terms.toml")


def copy_sample(folder: Path) -> Path:
    """Everything of the sample that a coalition would have written, copied into `folder`."""
    for name in FOLDERS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    return folder
