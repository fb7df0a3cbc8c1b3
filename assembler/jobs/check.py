"""`assembler check`: everything that can be said of sources, catalogs and editions without writing one."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.check import run, waivers
from assembler.check.rule import Rule
from assembler.check.run import Corpus
from assembler.check.table import RULES
from assembler.check.waivers import Heard, Waiver
from assembler.check.weights import Weight, by_rule, weighed
from assembler.edition.localize import Policy
from assembler.edition.typed import typed_references
from assembler.findings import Finding, Place, Severity, across_languages
from assembler.jobs.build import style_sheet
from assembler.jobs.changed import Changed, changed_since
from assembler.jobs.corpus import corpus, texts_of
from assembler.jobs.editions import SingleEdition, placed, single
from assembler.jobs.own_rules import guarded, own_rules
from assembler.jobs.pictures import Gallery
from assembler.jobs.rules import codes, weights
from assembler.jobs.status import chosen
from assembler.jobs.translations import Translations, translations
from assembler.jobs.writers import writers
from assembler.keypaths import line_of
from assembler.project import files, quiet, store, together
from assembler.project.config import FILE_NAME, Config
from assembler.project.store import Submission
from assembler.project.together import Change
from assembler.project.writing import undisturbed
from assembler.tracking import BUILDING, CHECKING, Track, untracked

Clock = Callable[[], float]
"""Seconds from some moment on."""


class Asked(Struct, frozen=True):
    """What is wanted of a check: findings of these `rules` only, or of these families (all where none is named), and
    only in texts that changed `since` a revision of git. `own_rules` runs the submission's own file of rules,
    `profile` names the committee in the place of the configuration."""

    rules: tuple[str, ...] = ()
    since: str = ""
    own_rules: bool = False
    profile: str = ""


ALL = Asked()


class Checked(Struct, frozen=True):
    """What was found, and how many findings are quiet because they are `waived` or `old`.

    `shares` are the seconds that each rule took, by its code; empty without a clock.
    """

    findings: tuple[Finding, ...]
    shares: dict[str, float] = {}
    waived: int = 0
    old: int = 0


class Examined(Struct, frozen=True):
    """A submission as it was looked at: the languages, the rules that are not off, the texts, and all findings that are
    asked for; of none of them it is said yet that it should be quiet."""

    submission: Submission
    targets: tuple[str, ...]
    weights: Mapping[str, Weight]
    wanted: frozenset[str]
    rules: tuple[Rule, ...]
    texts: Corpus
    findings: tuple[Finding, ...]
    shares: dict[str, float]

    def may_be_quiet(self, finding: Finding) -> bool:
        """Whether a person may decide not to hear it: errors of the files themselves stop builds, and are told."""
        return finding.severity is not Severity.ERROR or finding.code in {rule.code for rule in self.rules}


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
    ConfigurationError for a rule or revision that does not exist.
    """
    seen = examined(root, targets, asked, track, clock)
    return heard(root, seen, since_of(root, seen, asked))


def write_baseline(root: Path, asked: Asked = ALL, track: Track = untracked) -> int:
    """Everything that is found now and not waived is quiet from now on; how many findings these are. Raises as `check`,
    and RefusedError while another process writes into the submission."""

    def job() -> int:
        seen = examined(root, (), asked, track)
        told, _ = quiet.waivers(root)
        left = waivers.waived(seen.findings, told, seen.may_be_quiet).findings
        old = waivers.baseline(left, texts_of(seen.texts), seen.may_be_quiet)
        present = files.read_bytes(root, quiet.BASELINE) if (root / quiet.BASELINE).is_file() else None
        together.write(root, [Change(quiet.BASELINE, present, quiet.written(old).encode())])
        return sum(each.count for each in old)

    return undisturbed(root, job)


# --- what there is to find -------------------------------------------------------------------------------------------


def examined(
    root: Path, targets: Sequence[str], asked: Asked, track: Track = untracked, clock: Clock | None = None
) -> Examined:
    """All that there is to find, before anything of it is quiet. Raises as `check` does."""
    submission = store.load(root, track)
    more, about_more = own_rules(root, submission.config, allowed=asked.own_rules)
    table = (*RULES, *more)
    own = _weights(root, submission.config, table, asked)
    wanted = codes(asked.rules, table)
    targets = chosen(submission.config, targets)
    present = translations(root, submission, targets, track=track)
    rules = tuple(rule for rule in table if own.get(rule.code) != "off" and (not wanted or rule.code in wanted))
    texts = corpus(submission, present, targets)
    shares: dict[str, float] = {}
    strange = {rule.code: submission.config.check.rules for rule in more}
    found = [*about_more, *of_words(rules, texts, shares, strange, track, clock)]
    if not wanted or wanted - {rule.code for rule in table}:
        found = [*_of_editions(root, submission, present, targets, track), *found]
    kept = tuple(each for each in found if not wanted or each.code in wanted)
    return Examined(submission, tuple(targets), own, wanted, rules, texts, kept, shares)


def _weights(root: Path, config: Config, rules: Sequence[Rule], asked: Asked) -> Mapping[str, Weight]:
    """The severities that the configuration wants. What rules a file has that is not run is not known: any may be
    named."""
    if config.check.rules and not asked.own_rules:
        return by_rule(rules, config.check.severity)

    def place(name: str) -> Place:
        return Place(FILE_NAME, line_of(files.read_text(root, FILE_NAME), ["check", "severity", name]))

    return weights(config.check.severity, rules, place)


def of_words(
    rules: Iterable[Rule],
    texts: Corpus,
    shares: dict[str, float],
    strange: Mapping[str, str],
    track: Track = untracked,
    clock: Clock | None = None,
) -> Iterator[Finding]:
    """What the rules find, one after the other; the time that each takes goes into `shares`. `strange` are the files of
    rules that are not ours, by their codes."""
    for rule in track(CHECKING, list(rules)):
        before = clock() if clock else 0.0
        if rule.code in strange:
            yield from list(guarded(rule, strange[rule.code], texts))
        else:
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


# --- what of it is told ----------------------------------------------------------------------------------------------


def since_of(root: Path, seen: Examined, asked: Asked) -> Changed | None:
    """What changed since the revision asked for; None where none is. Raises as `changed_since` does."""
    return changed_since(root, asked.since, seen.texts, seen.targets) if asked.since else None


def heard(root: Path, seen: Examined, since: Changed | None) -> Checked:
    """Without what is waived, what is old, and what stands in texts that have not changed."""
    told, about_waivers = quiet.waivers(root)
    old, about_baseline = quiet.baseline(root)
    after = waivers.waived(seen.findings, told, seen.may_be_quiet)
    idle = [] if since else quiet.unused(each for each in after.unused if _was_asked(each, seen))
    new = Heard(after.findings)
    if old:
        new = waivers.without_old(after.findings, old, texts_of(seen.texts), seen.may_be_quiet)
    left = [each for each in new.findings if since is None or since.concerns(each)]
    own = [each for each in (*about_waivers, *about_baseline, *idle) if not seen.wanted or each.code in seen.wanted]
    return Checked(tuple(weighed([*own, *left], seen.weights)), seen.shares, after.waived, new.waived)


def _was_asked(waiver: Waiver, seen: Examined) -> bool:
    """Whether the rule of a waiver had its say in this check."""
    languages: Container[str] = seen.targets
    all_of_them = len(seen.targets) == len(seen.submission.config.languages)
    is_looked_at = waiver.language in languages if waiver.language else all_of_them
    return is_looked_at and (not seen.wanted or waiver.rule in seen.wanted) and seen.weights.get(waiver.rule) != "off"
