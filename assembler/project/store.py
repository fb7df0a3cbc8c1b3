"""Load a submission whole: configuration, sections in their order, and what is to be said of them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from msgspec import Struct

from assembler.document import integrity, walk
from assembler.document.model import Section
from assembler.document.supplied import Supply
from assembler.document.terms import Concept
from assembler.document.units import Unit, extract
from assembler.findings import Finding
from assembler.formats.markdown.read import Reading, read
from assembler.project import config as configuration
from assembler.project import data, discover, files, terms
from assembler.project.config import Config
from assembler.tracking import READING, Track, untracked


class Submission(Struct, frozen=True):
    """Everything that authors wrote. `sections` are the originals in the order of printing, then those not printed.

    `parallels` are further versions of sections in other languages; `printed` the IDs of the sections of an edition;
    `units` all units, those of the configuration (`own_units`) first, then section by section; `pictured` the IDs of
    the sections in which there may be pictures; `terms` is None where there is no file of them.
    """

    config: Config
    sections: tuple[Section[str], ...]
    printed: tuple[str, ...]
    parallels: tuple[Section[str], ...] = ()
    own_units: tuple[Unit, ...] = ()
    units: tuple[Unit, ...] = ()
    findings: tuple[Finding, ...] = ()
    terms: tuple[Concept, ...] | None = None
    pictured: frozenset[str] = frozenset()

    @property
    def ids(self) -> frozenset[str]:
        """Every ID in use, also those of parallel versions: none of them may be minted again."""
        own = {unit.id for unit in self.own_units}
        return frozenset(own.union(*(walk.every_id(section) for section in (*self.sections, *self.parallels))))


def load(root: Path, track: Track = untracked) -> Submission:
    """Read the submission in `root`, watched by `track`.

    Raises ConfigurationError or UnreadableFileError; all else is a finding.
    """
    if not (root / configuration.FILE_NAME).is_file():
        discover.root_above(root / "…")
    text = files.read_text(root, configuration.FILE_NAME)
    config = configuration.read(text)
    found = discover.sections(config, discover.source_files(root), text)
    paths = (*found.originals.values(), *(path for _, path in found.parallels))
    supply = data.supply(root)
    every = [read_section(root, path, supply) for path in track(READING, paths)]
    readings, parallels = every[: len(found.originals)], every[len(found.originals) :]
    sections = tuple(reading.section for reading in readings)
    own = configuration.units(config, text)
    findings = [*found.findings, *(finding for reading in (*readings, *parallels) for finding in reading.findings)]
    findings += discover.overlooked(root, config)
    findings += discover.overlooked_catalogs(root, config)
    concepts, about_terms = terms.load(root, config)
    findings += about_terms
    findings += integrity.check(sections, {unit.id for unit in own})
    findings += integrity.languages((*sections, *(each.section for each in parallels)), config.languages)
    return Submission(
        config=config,
        sections=sections,
        printed=found.printed,
        parallels=tuple(each.section for each in parallels),
        own_units=own,
        units=(*own, *(unit for section in sections for unit in extract(section))),
        findings=tuple(findings),
        terms=concepts,
        pictured=frozenset(reading.section.id for reading in readings if reading.pictured),
    )


def read_section(root: Path, path: str, supply: Supply) -> Reading:
    """Read one `sources/<lang>/<section>.md`."""
    return read_text(files.read_text(root, path), path, supply)


def read_text(text: str, path: str, supply: Supply) -> Reading:
    """Read the text of `sources/<lang>/<section>.md`; `supply` gives the rows of tables that have them in `data/`."""
    place = PurePosixPath(path)
    return read(text, id=place.stem, language=place.parent.name, path=path, supply=supply)
