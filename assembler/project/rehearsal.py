"""Work of several steps, each of which writes, that is to happen whole or not at all: it is done on a copy.

What authors and translators wrote is copied into a folder of its own, the steps are taken there, and what they changed
is then written into the submission at once, or, where somebody only wanted to see, not at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from assembler.project import config, data, discover, files, output
from assembler.project.together import Change

PICTURES = "pictures"
_WRITTEN = (PICTURES, discover.SOURCES, discover.LOCALES)
_READ = (data.DATA, output.STYLES, output.LANGUAGES)


class Rehearsal(Struct, frozen=True):
    """The copy, and what stood in it when it was made: the bytes of what may be changed, by path."""

    folder: Path
    before: Mapping[str, bytes]

    def changes(self) -> list[Change]:
        """What was done in the copy; files that are gone come last, templates can be made again."""
        after = _contents(self.folder)
        paths = [*after, *(path for path in self.before if path not in after)]
        changes = [Change(path, self.before.get(path), after.get(path), not path.endswith(".pot")) for path in paths]
        return [change for change in changes if change.before != change.after]


@contextmanager
def rehearsal(root: Path) -> Iterator[Rehearsal]:
    """A copy of the submission in `root`, for as long as the block runs. Raises ConfigurationError where there is
    none, UnreadableFileError."""
    from tempfile import TemporaryDirectory  # takes long to import, and few commands rehearse

    if not (root / config.FILE_NAME).is_file():
        discover.root_above(root / "…")
    with TemporaryDirectory(prefix="assembler-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for each in (*_WRITTEN, *_READ):
            if (root / each).is_dir():
                shutil.copytree(root / each, folder / each, ignore=shutil.ignore_patterns(".*"))
        for file in (*root.glob("*.toml"), *root.glob("*.txt")):
            (folder / file.name).write_bytes(files.read_bytes(root, file.name))
        yield Rehearsal(folder, _contents(folder))


def _contents(folder: Path) -> dict[str, bytes]:
    found = [file for place in _WRITTEN for file in sorted((folder / place).rglob("*")) if file.is_file()]
    names = [file.relative_to(folder).as_posix() for file in (*found, folder / config.FILE_NAME)]
    return {name: files.read_bytes(folder, name) for name in names if not Path(name).name.startswith(".")}
