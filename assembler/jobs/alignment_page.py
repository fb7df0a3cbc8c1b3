"""The page of an alignment, `out/alignment-<lang>.html`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from assembler.align.matching import Match
from assembler.jobs.versions import Rendition
from assembler.project import config as configuration
from assembler.project import files
from assembler.project.corrections import CORRECTIONS_FILE
from assembler.report.html.alignment import Alignment, Pairing, page
from assembler.report.voice import Voice


def write(root: Path, rendition: Rendition, voice: Voice) -> str:
    """Write the page; its path in the submission. Raises UnwritableFileError."""
    path = f"out/alignment-{rendition.language}.html"
    files.write_text(root, path, page(_about(root, rendition), voice))
    return path


def _about(root: Path, rendition: Rendition) -> Alignment:
    title = configuration.read(files.read_text(root, configuration.FILE_NAME)).title
    said, words = rendition.originals, rendition.words
    found = rendition.matched
    return Alignment(
        title=title,
        document=", ".join(dict.fromkeys(Path(each.origin).name for each in rendition.read.imported)),
        language=rendition.language,
        original_language=rendition.original.language,
        corrections=CORRECTIONS_FILE,
        pairings=[_pairing(match, said, words) for match in found.matches],
        only_original=[Pairing((id,), (said[id],), ()) for id in found.left],
        only_version=[Pairing((), (), (words[id],)) for id in found.right],
    )


def _pairing(match: Match, said: Mapping[str, str], words: Mapping[str, str]) -> Pairing:
    original, version = tuple(said[id] for id in match.left), tuple(words[id] for id in match.right)
    return Pairing(match.left, original, version, match.confidence, _why(match))


def _why(match: Match) -> str:
    if match.is_certain:
        return ""
    if match.disputed:
        return "disputed"
    if match.moved:
        return "moved"
    return "unsure" if len(match.left) == len(match.right) == 1 else "merged"
