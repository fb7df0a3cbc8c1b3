"""`assembler adopt FILE… --lang LANG`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NoReturn

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _

if TYPE_CHECKING:
    from assembler.jobs.bring import Result
    from assembler.jobs.documents import Way
    from assembler.jobs.versions import Rendition


EXCERPT = 60
"""Letters of a text that a list shows."""


@click.command(
    "adopt",
    cls=Command,
    help=_(
        "Turn documents (DOCX, ODT, Markdown and others) into sections, with IDs, numbers and notes in place; those in "
        "further languages are aligned with them and become translations."
    ),
    next_step=_("Next: assembler update, then assembler status"),
)
@click.argument(
    "sources", metavar=_("FILE…"), nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--lang",
    "language",
    required=True,
    metavar=_("LANG"),
    help=_("The language that the files are written in; ru,kk,en where they are one document in three languages."),
)
@click.option("--original", is_flag=True, help=_("This language is the original of these sections."))
@click.option(
    "--with",
    "among",
    multiple=True,
    metavar=_("SECTION"),
    help=_("The files are a version of this section (or pattern, such as '*'): align them with it."),
)
@click.option(
    "--parallel-sources", is_flag=True, help=_("Keep translations as parallel versions of the sections as well.")
)
@click.option(
    "--again", is_flag=True, help=_("The files are newer texts of sections that exist: bring these up to date.")
)
@click.option("--dry-run", is_flag=True, help=_("Show what would happen, and write nothing."))
@click.option(
    "--split",
    metavar=_("LEVEL|PATTERN"),
    help=_(
        "Where sections begin: at headings of this level, at headings that this regular expression finds, or with "
        "“none” nowhere. Without it a document is divided at its highest headings, and Markdown is not."
    ),
)
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "list"]),
    default="accept",
    help=_("What becomes of tracked changes; “list” accepts them, and shows them and all comments."),
)
@common
def command(
    door: Door,
    sources: tuple[Path, ...],
    language: str,
    original: bool,
    among: tuple[str, ...],
    parallel_sources: bool,
    again: bool,
    dry_run: bool,
    split: str | None,
    changes: Literal["accept", "reject", "list"],
) -> None:
    from random import SystemRandom

    from assembler.align import meaning
    from assembler.formats.foreign.split import asked
    from assembler.jobs.bring import bring
    from assembler.jobs.documents import Way
    from assembler.report import data

    languages = [each.strip() for each in language.split(",") if each.strip()]
    whole = split == "none"
    way = Way(changes, None if split is None or whole else asked(split), whole)
    if again:
        _again(door, sources, language, among, way, dry_run=dry_run)
    result = bring(
        door.root,
        sources,
        languages,
        random=SystemRandom(),
        original=original,
        among=among,
        parallel_sources=parallel_sources,
        dry_run=dry_run,
        way=way,
        model=meaning.installed(),
        track=door.track,
    )
    pages = _pages(door, result)
    door.json(
        {
            "sections": list(result.paths),
            "aligned": [_aligned(each, pages) for each in result.renditions],
            "findings": data.findings(result.findings),
        }
    )
    for path in result.paths:
        door.say(f"  {path}")
    door.findings(result.findings)
    for each in result.renditions:
        said = _("{language}: certain {certain}, doubtful {doubtful}, without counterpart {missing}; see {page}")
        counts = {"certain": len(each.certain), "doubtful": len(each.doubtful), "missing": len(each.matched.left)}
        door.say(said, language=each.language, **counts, page=pages[each.language])
    _say_end(door, result, dry_run=dry_run)
    door.close(result.findings)


def _say_end(door: Door, result: Result, *, dry_run: bool) -> None:
    """What was written, and what to do next: what brought translations has updated the catalogs already."""
    if dry_run or not result.written:
        door.say(_("Nothing was written but the page.") if result.renditions else _("Nothing was written."))
    elif not result.renditions:
        door.say(_("Sections adopted: {count}. Next: assembler update"), count=len(result.paths))
    elif result.paths:
        said = _("Sections adopted: {count}. Files written: {files}. Next: assembler status")
        door.say(said, count=len(result.paths), files=len(result.written))
    else:
        door.say(_("Files written: {count}. Next: assembler status"), count=len(result.written))


def _again(
    door: Door, sources: tuple[Path, ...], language: str, among: tuple[str, ...], way: Way, *, dry_run: bool
) -> NoReturn:
    """Bring sections up to date, say what was taken for what, and leave."""
    from random import SystemRandom

    from assembler.jobs.again import again
    from assembler.report import data

    renewed = again(
        door.root,
        sources,
        language,
        random=SystemRandom(),
        way=way,
        among=among,
        dry_run=dry_run,
        track=door.track,
    )
    found = renewed.renewal
    lists = {"changed": found.changed, "moved": found.moved, "new": found.new, "gone": found.gone}
    door.json(
        {
            "sections": list(renewed.paths),
            **{name: list(ids) for name, ids in lists.items()},
            "unchanged": len(found.same),
            "findings": data.findings(renewed.findings),
        }
    )
    names = {"changed": _("changed"), "moved": _("moved"), "new": _("new"), "gone": _("gone")}
    for name, ids in lists.items():
        words = renewed.after if name == "new" else renewed.before
        for id in ids:
            door.say(f"{names[name]}  {id}  {words[id][:EXCERPT]}")
    door.findings(renewed.findings)
    if dry_run:
        said = _("Unchanged: {same}. Files that would be written: {count}.")
    elif not renewed.paths:
        said = _("Unchanged: {same}. Nothing was written.")
    else:
        said = _("Unchanged: {same}. Files written: {count}. Next: assembler update")
    door.say(said, same=len(found.same), count=len(renewed.paths))
    door.close(renewed.findings)


def _pages(door: Door, result: Result) -> dict[str, str]:
    """Write a page for each version; their paths, by language."""
    if not result.renditions:
        return {}
    from assembler.jobs.alignment_page import write

    return {each.language: write(door.root, each, door.voice) for each in result.renditions}


def _aligned(each: Rendition, pages: dict[str, str]) -> dict[str, object]:
    words = each.words
    return {
        "language": each.language,
        "certain": len(each.certain),
        "doubtful": len(each.doubtful),
        "page": pages[each.language],
        "links": [
            {
                "ids": list(match.left),
                "texts": [words[id] for id in match.right],
                "confidence": round(match.confidence, 3),
                "certain": match.is_certain,
            }
            for match in each.matched.matches
        ],
        "unmatched": {"original": list(each.matched.left), "document": [words[id] for id in each.matched.right]},
    }
