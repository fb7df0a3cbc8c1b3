"""`assembler check`: everything that can be said of sources, catalogs and editions without writing one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.check import run
from assembler.check.rule import Rule
from assembler.check.run import Corpus
from assembler.check.table import RULES
from assembler.check.weights import Weight, by_rule, weighed
from assembler.edition.localize import Policy
from assembler.edition.typed import typed_references
from assembler.findings import Finding, Place, across_languages
from assembler.jobs.build import style_sheet
from assembler.jobs.corpus import corpus
from assembler.jobs.editions import SingleEdition, placed, single
from assembler.jobs.pictures import Gallery
from assembler.jobs.rules import codes
from assembler.jobs.status import chosen
from assembler.jobs.translations import Translations, translations
from assembler.jobs.writers import writers
from assembler.keypaths import line_of
from assembler.project import config as configuration
from assembler.project import files, store
from assembler.project.config import Config
from assembler.project.store import Submission
from assembler.tracking import BUILDING, CHECKING, Track, untracked

Clock = Callable[[], float]
"""Seconds from some moment on."""


class Asked(Struct, frozen=True):
    """What is wanted of a check: findings of these rules only, or of these families; all where none is named."""

    rules: tuple[str, ...] = ()


ALL = Asked()


class Checked(Struct, frozen=True):
    """What was found. `shares` are the seconds that each rule took, by its code; empty without a clock."""

    findings: tuple[Finding, ...]
    shares: dict[str, float] = {}


def check(
    root: Path,
    targets: Sequence[str] = (),
    asked: Asked = ALL,
    *,
    track: Track = untracked,
    clock: Clock | None = None,
) -> Checked:
    """Findings about the sources, the catalogs of the target languages, and their editions, composed in memory; and
    what the rules find in their words.

    Translations that are missing are no findings here: `status` lists them. Raises as `build` does, and
    ConfigurationError for a rule that does not exist.
    """
    submission = store.load(root, track)
    wanted = codes(asked.rules, RULES)
    weights = by_rule(RULES, _weights(root, submission.config, RULES))
    targets = chosen(submission.config, targets)
    present = translations(root, submission, targets, track=track)
    rules = [rule for rule in RULES if weights.get(rule.code) != "off" and (not wanted or rule.code in wanted)]
    shares: dict[str, float] = {}
    said = list(_of_words(rules, corpus(submission, present, targets), shares, track, clock)) if rules else []
    if wanted <= {rule.code for rule in rules} and wanted:
        found = said
    else:
        found = [*_of_editions(root, submission, present, targets, track), *said]
    kept = [each for each in found if not wanted or each.code in wanted]
    return Checked(tuple(weighed(kept, weights)), shares)


def _weights(root: Path, config: Config, rules: Sequence[Rule]) -> Mapping[str, Weight]:
    """What the configuration says of rules. Raises ConfigurationError, with the line, where it names none."""
    for name in config.check.severity:
        line = line_of(files.read_text(root, configuration.FILE_NAME), ["check", "severity", name])
        codes([name], rules, Place(configuration.FILE_NAME, line))
    return config.check.severity


def _of_words(
    rules: Iterable[Rule], texts: Corpus, shares: dict[str, float], track: Track, clock: Clock | None
) -> Iterator[Finding]:
    """What the rules find, one after the other; the time that each takes goes into `shares`."""
    for rule in track(CHECKING, list(rules)):
        before = clock() if clock else 0.0
        yield from [run.finding(rule, each) for each in run.hits(rule, texts)]
        if clock:
            shares[rule.code] = clock() - before


def _of_editions(
    root: Path, submission: Submission, present: Translations, targets: Sequence[str], track: Track
) -> list[Finding]:
    """What is to be said of the files, and of the documents that they make."""
    letterhead = writers(root, submission.config, style_sheet(root, submission.config), "draft").about_letterhead(())
    gallery = Gallery(root, submission.config.languages)
    editions = [single(submission, present, code, Policy.MARK, gallery) for code in track(BUILDING, targets)]
    said = (finding for each in editions for finding in (*each.findings, *_typed(submission, each)))
    return across_languages([*submission.findings, *present.findings, *letterhead, *said])


def _typed(submission: Submission, edition: SingleEdition) -> Iterator[Finding]:
    """Only here, not in a build: it takes a while, and means nothing is wrong."""
    return placed(submission, typed_references(edition.composed.document))
