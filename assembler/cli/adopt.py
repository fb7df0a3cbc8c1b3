"""`assembler adopt FILE… --lang LANG`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _

if TYPE_CHECKING:
    from assembler.jobs.bring import Result
    from assembler.jobs.versions import Rendition


@click.command(
    "adopt",
    cls=Command,
    help=_(
        "Turn documents into sections of the submission, with IDs, numbers and notes in place. Documents in further "
        "languages are aligned with them and become their translations."
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
@click.option(
    "--parallel-sources", is_flag=True, help=_("Keep translations as parallel versions of the sections as well.")
)
@click.option("--dry-run", is_flag=True, help=_("Show what would happen, and write nothing."))
@common
def command(
    door: Door,
    sources: tuple[Path, ...],
    language: str,
    original: bool,
    among: tuple[str, ...],
    split: str | None,
    changes: Literal["accept", "reject", "list"],
    parallel_sources: bool,
    dry_run: bool,
) -> None:
    from random import SystemRandom

    from assembler.formats.foreign.split import asked
    from assembler.jobs.bring import bring
    from assembler.jobs.documents import Way
    from assembler.report import data

    languages = [each.strip() for each in language.split(",") if each.strip()]
    result = bring(
        door.root,
        sources,
        languages,
        random=SystemRandom(),
        original=original,
        among=among,
        way=Way(changes, None if split in (None, "none") else asked(split or ""), whole=split == "none"),
        parallel_sources=parallel_sources,
        dry_run=dry_run,
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
        door.say(said.format(language=each.language, **counts, page=pages[each.language]))
    if dry_run:
        door.say(_("Nothing was written but the page."))
    else:
        door.say(_("Sections adopted: {count}. Next: assembler update").format(count=len(result.paths)))
    door.close(result.findings)


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
