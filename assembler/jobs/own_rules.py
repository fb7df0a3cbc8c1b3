"""Rules that a submission brings along: `[check] rules = "rules.py"` names a file of Python with a tuple `RULES`.

The file is a program, and who runs it does what it says. A submission that came by mail must not do that by being
checked, so the file is run only where the user asks for it. What is wrong with it, or with one of its rules, is a
finding; the other rules have their say.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

from assembler.check import examples, run
from assembler.check.rule import Elsewhere, Rule
from assembler.check.run import Corpus
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase
from assembler.jobs.rules import known_kinds
from assembler.keypaths import line_of
from assembler.project import files
from assembler.project.config import FILE_NAME, Config

NOT_RUN = Kind(
    "own-rules-not-run",
    Severity.INFO,
    "The submission has rules of its own in {file}; they were not run.",
    "The file is a program. If you know who wrote it, run it with: assembler check --own-rules",
)
OUTSIDE = Kind(
    "own-rules-elsewhere",
    Severity.ERROR,
    "“{file}” is no Python file in the submission's folder.",
    'Put the file beside submission.toml and name it so: rules = "rules.py"',
)
FAULTY = Kind(
    "own-rules-faulty",
    Severity.ERROR,
    "The rules in this file cannot be used: {reason}.",
    "Mend the file; none of its rules was run. How to write one: docs/checking.md",
)
BAD_RULE = Kind(
    "own-rule-faulty",
    Severity.ERROR,
    "The rule “{code}” cannot be used: {reason}.",
    "Mend it in {file}; the other rules were run. How to write one: docs/checking.md",
)
NO_RULES = Phrase("it has no tuple RULES of values of the class Rule")
CODE_TAKEN = Phrase("another rule or finding has this code")
BAD_CODE = Phrase("its code is not of small Latin letters, digits and single hyphens")
NO_EXAMPLES = Phrase("it has no examples, of texts that it finds and of texts that it does not")


def own_rules(root: Path, config: Config, *, allowed: bool) -> tuple[tuple[Rule, ...], list[Finding]]:
    """The rules of the submission's own file that can be used, and what is to be said. The file is run if `allowed`."""
    name = config.check.rules
    if not name:
        return (), []
    place = Place(FILE_NAME, line_of(files.read_text(root, FILE_NAME), ["check", "rules"]))
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or path.suffix != ".py" or not _is_inside(root, name):
        return (), [OUTSIDE.at(place, file=name)]
    if not allowed:
        return (), [NOT_RUN.at(place, file=name)]
    try:
        every = _loaded(files.read_text(root, name), root / name)
    except (Exception, SystemExit) as error:  # whatever a stranger's program raises is said, not raised
        return (), [FAULTY.at(Place(name, _line(error, root / name)), reason=_said(error))]
    if not isinstance(every, (tuple, list)) or not all(isinstance(each, Rule) for each in every):
        return (), [FAULTY.at(Place(name), reason=NO_RULES)]
    return _usable(every, name)


def _is_inside(root: Path, name: str) -> bool:
    """Whether the file is there, and no link leads out of the folder."""
    path = (root / name).resolve()
    return path.is_file() and path.is_relative_to(root.resolve())


def _loaded(text: str, path: Path) -> Any:
    """What the file calls `RULES`. It is run, not imported: nothing is written beside it."""
    module = ModuleType(path.stem)
    exec(compile(text, str(path), "exec"), module.__dict__)
    return vars(module).get("RULES")


def _usable(rules: Sequence[Rule], file: str) -> tuple[tuple[Rule, ...], list[Finding]]:
    good: list[Rule] = []
    findings: list[Finding] = []
    for rule in rules:
        reason = _fault(rule, {each.code for each in good})
        if reason is None:
            good.append(rule)
        else:
            findings.append(BAD_RULE.at(Place(file), code=rule.code, reason=reason, file=file))
    return tuple(good), findings


def _fault(rule: Rule, taken: set[str]) -> Phrase | None:
    """What is wrong with a rule: its code, or that it does not do with its examples what it says."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.code):
        return BAD_CODE
    if rule.code in taken or rule.code in known_kinds():
        return CODE_TAKEN
    if not rule.fires or not rule.quiet:
        return NO_EXAMPLES
    try:
        for example in rule.fires:
            if not list(map(_told(rule), run.hits(rule, examples.corpus(example)))):
                return phrase("it does not find its example “{text}”", text=example.texts[0])
        for example in rule.quiet:
            if list(run.hits(rule, examples.corpus(example))):
                return phrase("it finds something in its example “{text}”", text=example.texts[0])
    except (Exception, SystemExit) as error:
        return _said(error)
    return None


def _told(rule: Rule) -> Callable[[Elsewhere], str]:
    """What is said of a hit: it fails where a gap of the message is not filled."""

    def told(found: Elsewhere) -> str:
        finding = run.finding(rule, found)
        return finding.message() + finding.hint()

    return told


def guarded(rule: Rule, file: str, texts: Corpus) -> Iterator[Finding]:
    """What a rule of the submission's own finds; where it fails it says so, and is not asked again."""
    try:
        for found in run.hits(rule, texts):
            _told(rule)(found)
            yield run.finding(rule, found)
    except (Exception, SystemExit) as error:
        yield BAD_RULE.at(Place(file, _line(error, Path(file))), code=rule.code, reason=_said(error), file=file)


def _said(error: BaseException) -> Phrase:
    """The error as Python names it."""
    if isinstance(error, ConfigurationError):
        return error.finding.sentence
    return phrase("{words}", words=traceback.format_exception_only(error)[-1].strip().rstrip("."))


def _line(error: BaseException, path: Path) -> int | None:
    """The line of the file where it happened."""
    if isinstance(error, SyntaxError):
        return error.lineno
    lines = [each.lineno for each in traceback.extract_tb(error.__traceback__) if each.filename.endswith(str(path))]
    return lines[-1] if lines else None
