"""`python -m benchmarks.checks`: the figures, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from benchmarks.checks import pofilter
from benchmarks.checks.corpora import DIRECTIONS, Row, pairs, rows, said
from benchmarks.checks.faults import Fault, in_place, seeded
from benchmarks.checks.judged import Judged, judged

FAULTS, SEED = 500, 8


def alarms(all_rows: list[Row], known: Mapping[Judged, bool]) -> Iterator[str]:
    """How many findings human translations have, and how many of them are false."""
    yield "| source → translation | units | findings | false | false of 100 units | not judged | pofilter of 100 |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    for source, target in DIRECTIONS:
        those = pairs(all_rows, source, target)
        found = [Judged(f"{source}-{target}", each.rule, id) for id, several in said(those).items() for each in several]
        found = list(dict.fromkeys(found))
        false, unknown = sum(known.get(each) is False for each in found), sum(each not in known for each in found)
        theirs = sum(map(len, pofilter.said(those).values()))
        yield (
            f"| {source} → {target} | {len(those)} | {len(found)} | {false} | {100 * false / len(those):.2f} "
            f"| {unknown} | {100 * theirs / len(those):.1f} |"
        )


def unjudged(all_rows: list[Row], known: Mapping[Judged, bool]) -> Iterator[str]:
    """Findings that nobody judged yet, with both texts."""
    for source, target in DIRECTIONS:
        those = pairs(all_rows, source, target)
        texts = {translation.id: (one, translation) for translation, one in those}
        for id, several in said(those).items():
            for each in sorted(several, key=lambda one: one.message):
                if Judged(f"{source}-{target}", each.rule, id) not in known:
                    translation, original = texts[id]
                    yield f"{source}-{target}\t{each.rule}\t{id}\t\t# {each.message}"
                    yield f"    {original.prose.text}\n    {translation.prose.text}"


def found(all_rows: list[Row], faults: list[Fault]) -> Iterator[tuple[Fault, bool]]:
    """Each fault with whether the rules find it: say what they did not say of the sound text."""
    for direction in DIRECTIONS:
        sound = pairs(in_place(all_rows, faults, direction, sound=True), *direction)
        faulty = pairs(in_place(all_rows, faults, direction, sound=False), *direction)
        before, after = said(sound), said(faulty)
        for fault in faults:
            if fault.languages == direction:
                fresh = {each.rule for each in after.get(fault.id, set()) - before.get(fault.id, set())}
                yield fault, bool(fresh & fault.expected)


def found_by_pofilter(all_rows: list[Row], faults: list[Fault]) -> Iterator[Fault]:
    """The faults for which a unit fails a test of pofilter that its sound text passed."""
    for direction in DIRECTIONS:
        before = pofilter.said(pairs(in_place(all_rows, faults, direction, sound=True), *direction))
        after = pofilter.said(pairs(in_place(all_rows, faults, direction, sound=False), *direction))
        yield from (each for each in faults if each.languages == direction and after[each.id] - before[each.id])


def recall(results: list[tuple[Fault, bool]], by_pofilter: Iterable[Fault]) -> Iterator[str]:
    """The faults found, by kind."""
    seeds = Counter(fault.kind for fault, _ in results)
    ours = Counter(fault.kind for fault, is_found in results if is_found)
    theirs = Counter(fault.kind for fault in by_pofilter)
    yield "| fault | seeded | found | by pofilter |"
    yield "|---|--:|--:|--:|"
    for kind, count in seeds.items():
        yield f"| {kind} | {count} | {ours[kind]} | {theirs[kind]} |"
    yield f"| all | {seeds.total()} | {ours.total()} | {theirs.total()} |"


@click.command()
@click.argument("parallel", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--seed", default=SEED, show_default=True, help="Where the faults' chance begins.")
@click.option("--unjudged", "show", is_flag=True, help="List what nobody judged yet instead.")
@click.option("--missed", is_flag=True, help="Show the faults that were not found.")
def main(parallel: Path, seed: int, show: bool, missed: bool) -> None:
    """False alarms of the rules about facts and structure on human translations, and seeded faults found."""
    all_rows = rows(parallel)
    if show:
        click.echo("\n".join(unjudged(all_rows, judged())))
        return
    click.echo("\n".join(alarms(all_rows, judged())))
    faults = seeded(all_rows, FAULTS, seed)
    results = list(found(all_rows, faults))
    click.echo("\n" + "\n".join(recall(results, found_by_pofilter(all_rows, faults))))
    for fault, is_found in results:
        if missed and not is_found:
            click.echo(f"\n{fault.kind} [{fault.id}, {'-'.join(fault.languages)}]\n  {fault.texts.source}")
            click.echo(f"  {fault.texts.sound}\n  {fault.texts.faulty}")


if __name__ == "__main__":
    main()
