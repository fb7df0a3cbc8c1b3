"""What the rules find in real text: `python -m benchmarks.defects PATH_TO_REAL [--parallel PATH_TO_PARALLEL]`.

A real English submission with a list of its known defects is adopted into a scratch folder, and the rules are run over
it. Printed are how many of the known defects they found, by kind, and which they missed; and how many of the findings
are right, as far as somebody judged them one by one (`judged.tsv`). A finding finds a defect if it stands in the same
section or note, its range overlaps the quoted words, and its rule is one that is after this kind of defect
(`sought.toml`).

Human translations beside it (`--parallel`) have few defects: what is found there is counted by language and rule.
`--list` shows findings, `--unjudged` those of the real submission that nobody judged yet, as lines for `judged.tsv`.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct, convert

from assembler.check import run
from assembler.check.prose import NOTE, prose
from assembler.check.rule import Elsewhere, Passage, Rule
from assembler.check.run import Corpus
from assembler.check.table import RULES
from assembler.check.tongue import tongue
from assembler.document import walk
from assembler.document.model import Section
from assembler.document.units import Unit
from assembler.project import store

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "kk")


class Defect(Struct, frozen=True):
    """`section` is a section's ID, or that and `/note-12`."""

    kind: str
    section: str
    quote: str
    confidence: str
    note: str = ""


class Found(Struct, frozen=True):
    """What a rule found; `section` is named as the list of defects does."""

    rule: Rule
    section: str
    at: Elsewhere

    @property
    def line(self) -> str:
        return f"{self.section:40} {self.rule.code:28} {run.quote(self.at)!r}"

    @property
    def key(self) -> str:
        """The same as long as the words around are the same."""
        text, hit = self.at.passage.prose.text, self.at.hit
        around = f"{text[max(0, hit.start - 30) : hit.start]}|{text[hit.start : hit.end + 30]}"
        return f"{self.rule.code}\t{self.section}\t{hashlib.sha256(around.encode()).hexdigest()[:10]}"


def adopted(real: Path) -> dict[str, list[Passage]]:
    """The passages of the real submission, by sections as the list of defects names them, in order."""
    with tempfile.TemporaryDirectory(prefix="defects-") as scratch:
        root = Path(scratch) / "submission"
        files = sorted(real.glob("[0-9]*.md"))
        _assembler("new", str(root), "--empty", "--languages", "en")
        _assembler("adopt", "-C", str(root), *map(str, files), "--lang", "en", "--json")
        submission = store.load(root)
    manifest = json.loads((real / "manifest.json").read_text("utf-8"))["sections"]
    names = {Path(each["file"]).stem: each["id"] for each in manifest}
    notes = {id: number for each in submission.sections for id, number in _notes(each, real / f"{each.id}.md")}
    passages: dict[str, list[Passage]] = defaultdict(list)
    for unit in submission.units:
        if unit.section in names:
            passages[names[unit.section] + notes.get(unit.id, "")].append(_passage(unit))
    return passages


def _assembler(*arguments: str) -> None:
    """Its findings are no failure here."""
    subprocess.run([sys.executable, "-m", "assembler", *arguments], stdout=subprocess.DEVNULL, check=False)


def _notes(section: Section[str], file: Path) -> Iterator[tuple[str, str]]:
    """The IDs of the units in notes, with the name that their note had."""
    typed = re.findall(r"^\[\^(\d+)\]:", file.read_text("utf-8"), re.MULTILINE)
    names = {note.id: f"/note-{number}" for number, note in zip(typed, section.notes, strict=True)}
    for leaf in walk.leaves(section):
        if leaf.note is not None and leaf.id is not None:
            yield leaf.id, names[leaf.note]


def _passage(unit: Unit) -> Passage:
    return Passage(unit.id, unit.section, unit.role, tongue(unit.language), prose(unit.text))


def parallel(folder: Path) -> Iterator[tuple[str, Corpus]]:
    """Human translations from English: the name of a collection and its texts."""
    for file in sorted(folder.glob("*/*.json")):
        rows = [row for row in json.loads(file.read_text("utf-8")) if all(row.get(code) for code in LANGUAGES)]
        texts = {code: [_row(row, code) for row in rows] for code in LANGUAGES}
        original = texts["en"]
        pairs = [pair for code in LANGUAGES[1:] for pair in zip(texts[code], original, strict=True)]
        yield file.stem, Corpus(texts, pairs, list(zip(*texts.values(), strict=True)))


def _row(row: dict[str, str], code: str) -> Passage:
    text = re.sub(r"([\\*_\[\]`<>])", r"\\\1", row[code])
    return Passage(row["id"], row["id"].split(".")[0], "paragraph", tongue(code), prose(text))


def found(rules: Iterable[Rule], corpus: Corpus, names: dict[str, str]) -> list[Found]:
    return [
        Found(rule, names.get(each.passage.id, each.passage.section), each)
        for rule in rules
        for each in run.hits(rule, corpus)
    ]


def sections(passages: dict[str, list[Passage]]) -> dict[str, str]:
    """By ID of a passage the name of its section."""
    return {each.id: section for section, those in passages.items() for each in those}


def places(defect: Defect, passages: dict[str, list[Passage]]) -> list[tuple[str, int, int]]:
    """Where the words of a defect stand: the ID of a passage and a range of its prose."""
    quote = re.sub(r"\[\^\d+\]", NOTE, defect.quote)
    return [
        (each.id, match.start(), match.end())
        for each in passages.get(defect.section, ())
        for match in re.finditer(re.escape(quote), each.prose.text)
    ]


def finds(each: Found, defect: Defect, where: Sequence[tuple[str, int, int]], sought: dict[str, list[str]]) -> bool:
    passage, hit = each.at.passage.id, each.at.hit
    overlaps = any(
        id == passage and start < max(hit.end, hit.start + 1) and hit.start < end for id, start, end in where
    )
    return overlaps and each.rule.code in sought.get(defect.kind, ())


def sought() -> dict[str, list[str]]:
    """By kind of defect the rules that are after it."""
    found: dict[str, list[str]] = tomllib.loads((HERE / "sought.toml").read_text("utf-8"))
    return found


def known_defects(real: Path) -> list[Defect]:
    return convert(json.loads((real / "defects.json").read_text("utf-8")), list[Defect])


def missed(
    findings: Sequence[Found], passages: dict[str, list[Passage]], defects: Sequence[Defect]
) -> dict[str, list[Defect]]:
    """By kind the defects that no finding finds."""
    rules = sought()
    lost: dict[str, list[Defect]] = defaultdict(list)
    for defect in defects:
        where = places(defect, passages)
        if not any(finds(each, defect, where, rules) for each in findings):
            lost[defect.kind].append(defect)
    return lost


def show_recall(findings: Sequence[Found], passages: dict[str, list[Passage]], defects: Sequence[Defect]) -> None:
    lost = missed(findings, passages, defects)
    print(f"{'kind of defect':34} found of known")
    for kind, count in Counter(each.kind for each in defects).items():
        remark = "" if kind in sought() else "  no rule is after it"
        print(f"{kind:34} {count - len(lost[kind]):5} {count:5}{remark}")
    for kind in sought():
        for each in lost[kind]:
            gone = "" if places(each, passages) else " (not in the adopted text)"
            print(f"  missed {kind}: {each.section}: {each.quote!r} {each.note}{gone}")


def show_precision(findings: Sequence[Found]) -> None:
    verdicts = judged()
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    for each in findings:
        by_rule[each.rule.code][verdicts.get(each.key, "?")] += 1
    print(f"\n{'rule':34} findings  right  wrong  not judged")
    for code, counts in [*by_rule.items(), ("all", sum(by_rule.values(), Counter()))]:
        print(f"{code:34} {counts.total():8} {counts['right']:6} {counts['wrong']:6} {counts['?']:8}")


def judged() -> dict[str, str]:
    """By key of a finding `right` or `wrong`."""
    lines = (line.rsplit("\t", 1) for line in (HERE / "judged.tsv").read_text("utf-8").splitlines())
    return dict(lines)


def show_parallel(folder: Path, rules: Sequence[Rule], *, listing: bool) -> None:
    for name, corpus in parallel(folder):
        findings = found(rules, corpus, {})
        counts = Counter((each.at.passage.language, each.rule.code) for each in findings)
        print(f"\n{name}: {len(corpus.texts['en'])} units")
        for (language, code), count in sorted(counts.items()):
            print(f"  {language} {code:34} {count:5}")
        if listing:
            for each in findings:
                print(f"    {each.at.passage.language} {each.line}")


@click.command(help=(__doc__ or "").partition("\n\n")[0])
@click.argument("real", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--parallel", "translations", type=click.Path(path_type=Path, exists=True), help="Human translations.")
@click.option("--rules", "only", default="", help="With commas: codes or families of rules (default: all).")
@click.option("--list", "listing", is_flag=True, help="Show every finding.")
@click.option("--unjudged", is_flag=True, help="Show the findings that nobody judged, as lines for judged.tsv.")
def main(real: Path, translations: Path | None, only: str, *, listing: bool, unjudged: bool) -> None:
    names = only.split(",") if only else []
    rules = [rule for rule in RULES if not names or rule.code in names or rule.family.value in names]
    passages = adopted(real)
    corpus = Corpus({"en": [each for those in passages.values() for each in those]})
    started = time.process_time()
    findings = found(rules, corpus, sections(passages))
    print(f"{len(corpus.texts['en'])} units, {len(rules)} rules, {time.process_time() - started:.2f} s CPU\n")
    show_recall(findings, passages, known_defects(real))
    show_precision(findings)
    if listing:
        print(*(each.line for each in findings), sep="\n")
    if unjudged:
        verdicts = judged()
        print(*(f"{each.key}\t? {run.quote(each.at)}" for each in findings if each.key not in verdicts), sep="\n")
    if translations is not None:
        show_parallel(translations, rules, listing=listing)


if __name__ == "__main__":
    main()
