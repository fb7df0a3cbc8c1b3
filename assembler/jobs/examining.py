"""What the rules find in the words of a submission, and what of all findings is told.

A finding is not told where somebody waived it, where it was found in old texts and their words are still the same, or
where only texts are asked for that changed. What the submission says of severities comes last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.check import run, waivers
from assembler.check.draft import Draft
from assembler.check.optional import runnable
from assembler.check.rule import Family, OfDraft, Rule
from assembler.check.run import Corpus
from assembler.check.spelling.dictionaries import lacking
from assembler.check.table import RULES
from assembler.check.waivers import Heard, Waiver
from assembler.check.weights import Weight, by_rule, weighed
from assembler.findings import Finding, Place, Severity
from assembler.jobs.changed import Changed, changed_since
from assembler.jobs.corpus import corpus, texts_of
from assembler.jobs.own_rules import guarded, own_rules
from assembler.jobs.rules import codes, weights
from assembler.jobs.translations import Translations
from assembler.keypaths import line_of
from assembler.project import files, quiet
from assembler.project.config import FILE_NAME, Config
from assembler.project.store import Submission
from assembler.tracking import CHECKING, Track, untracked

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

    `shares` are the seconds that each rule took, by its code; empty without a clock. `left_out` says which rules cannot
    run in this installation.
    """

    findings: tuple[Finding, ...]
    shares: dict[str, float] = {}
    waived: int = 0
    old: int = 0
    left_out: tuple[Finding, ...] = ()


class Examined(Struct, frozen=True):
    """A submission as it was looked at: the languages, the severities by rule, the codes asked for (none: all), the
    rules that had their say, the texts, and all findings; of none of them it is said yet that it should be quiet."""

    submission: Submission
    targets: tuple[str, ...]
    weights: Mapping[str, Weight]
    wanted: frozenset[str]
    rules: tuple[Rule, ...]
    texts: Corpus
    findings: tuple[Finding, ...]
    shares: dict[str, float]
    left_out: tuple[Finding, ...] = ()

    @property
    def is_of_words_alone(self) -> bool:
        """Whether nothing was asked for but what rules find."""
        return bool(self.wanted) and self.wanted <= {rule.code for rule in self.rules}

    def may_be_quiet(self, finding: Finding) -> bool:
        """Whether a person may decide not to hear it: errors of the files themselves stop builds, and are told."""
        return finding.severity is not Severity.ERROR or finding.code in {rule.code for rule in self.rules}


def examined(
    root: Path,
    submission: Submission,
    present: Translations,
    targets: Sequence[str],
    asked: Asked = ALL,
    track: Track = untracked,
    clock: Clock | None = None,
) -> Examined:
    """All that rules find in these languages. Raises ConfigurationError for a rule that does not exist."""
    more, about_more = own_rules(root, submission.config, allowed=asked.own_rules)
    table = (*RULES, *more)
    own = _weights(root, submission.config, table, asked)
    wanted = codes(asked.rules, table)
    rules = [rule for rule in table if (rule.code in wanted if wanted else _is_usual(rule, own))]
    rules = [rule for rule in rules if own.get(rule.code) != "off"]
    rules, left_out = runnable(rules)
    left_out += lacking(rules, targets)
    texts = corpus(submission, present, targets, quiet.words(root))
    shares: dict[str, float] = {}
    strange = {rule.code: submission.config.check.rules for rule in more}
    found = (*about_more, *_of_words(rules, texts, shares, strange, track, clock))
    return Examined(submission, tuple(targets), own, wanted, tuple(rules), texts, found, shares, tuple(left_out))


def _is_usual(rule: Rule, weights: Mapping[str, Weight]) -> bool:
    """Whether a rule has its say unasked. Dictionaries know few names, so that spelling is advice for who wants it."""
    return rule.family is not Family.SPELLING or rule.code in weights


def _weights(root: Path, config: Config, rules: Sequence[Rule], asked: Asked) -> Mapping[str, Weight]:
    """The severities that the configuration wants. What rules a file has that is not run is not known: any may be
    named."""
    if config.check.rules and not asked.own_rules:
        return by_rule(rules, config.check.severity)

    def place(name: str) -> Place:
        return Place(FILE_NAME, line_of(files.read_text(root, FILE_NAME), ["check", "severity", name]))

    return weights(config.check.severity, rules, place)


def _of_words(
    rules: Iterable[Rule],
    texts: Corpus,
    shares: dict[str, float],
    strange: Mapping[str, str],
    track: Track,
    clock: Clock | None,
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


def of_drafts(seen: Examined, drafts: Sequence[Draft]) -> list[Finding]:
    """What the rules say of whole editions."""
    whole = Corpus({}, drafts=drafts)
    rules = (rule for rule in seen.rules if isinstance(rule.look, OfDraft)) if drafts else ()
    return [run.finding(rule, each) for rule in rules for each in run.hits(rule, whole)]


def since_of(root: Path, seen: Examined, asked: Asked) -> Changed | None:
    """What changed since the revision asked for; None where none is. Raises as `changed_since` does."""
    return changed_since(root, asked.since, seen.texts, seen.targets) if asked.since else None


def heard(root: Path, seen: Examined, since: Changed | None = None) -> Checked:
    """Without what is waived, what is old, and what stands in texts that have not changed."""
    told, about_waivers = quiet.waivers(root)
    old, about_baseline = quiet.baseline(root)
    after = waivers.waived(seen.findings, told, seen.may_be_quiet)
    idle = [] if since else quiet.unused(each for each in after.unused if _was_asked(each, seen))
    new = Heard(after.findings)
    if old:
        new = waivers.without_old(after.findings, old, texts_of(seen.texts), seen.may_be_quiet)
    left = [each for each in new.findings if since is None or since.concerns(each)]
    own = [*about_waivers, *about_baseline, *idle]
    asked = [each for each in (*own, *left) if not seen.wanted or each.code in seen.wanted]
    return Checked(tuple(weighed(asked, seen.weights)), seen.shares, after.waived, new.waived, seen.left_out)


def _was_asked(waiver: Waiver, seen: Examined) -> bool:
    """Whether the rule of a waiver had its say in this check."""
    all_of_them = len(seen.targets) == len(seen.submission.config.languages)
    is_looked_at = waiver.language in seen.targets if waiver.language else all_of_them
    return is_looked_at and (not seen.wanted or waiver.rule in seen.wanted) and seen.weights.get(waiver.rule) != "off"
