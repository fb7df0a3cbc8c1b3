"""Which texts changed since a revision of git: `check --changed-since` speaks of these alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from assembler.check.run import Corpus
from assembler.findings import Finding
from assembler.jobs.corpus import corpus, texts_of
from assembler.jobs.translations import translations
from assembler.project import files, history, store


class Changed(Struct, frozen=True):
    """The IDs of units of which a text changed, in whatever language, and the files that did."""

    units: frozenset[str]
    paths: frozenset[str]

    def concerns(self, finding: Finding) -> bool:
        """Whether it is about a text that changed; of what is about no unit, whether its file did."""
        place = finding.place
        return place.id in self.units if place.id else place.file is None or place.file in self.paths


def changed_since(root: Path, name: str, texts: Corpus, targets: Sequence[str]) -> Changed:
    """What changed between the revision `name` and these texts. A unit that changed in one language is to be looked at
    in all of them. Raises ConfigurationError where git does not give the revision."""
    revision = history.revision(root, name)
    now = texts_of(texts)
    paths = _paths(texts)
    with history.at(root, revision) as folder:
        submission = store.load(folder)
        known = [code for code in targets if code in submission.config.languages]
        present = translations(folder, submission, known)
        then = texts_of(corpus(submission, present, known))
        same = {path for path in paths if (folder / path).is_file() and _bytes(folder, path) == _bytes(root, path)}
    units = {unit for (language, unit), words in now.items() if then.get((language, unit)) != words}
    return Changed(frozenset(units), frozenset(paths - same))


def _paths(texts: Corpus) -> set[str]:
    every = (each for passages in texts.texts.values() for each in passages)
    return {each.place.file for each in every if each.place.file is not None}


def _bytes(root: Path, path: str) -> bytes:
    return files.read_bytes(root, path)
