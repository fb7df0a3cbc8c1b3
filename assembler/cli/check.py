"""`assembler check`."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.language import separated
from assembler.cli.messages import gettext as _

if TYPE_CHECKING:
    from assembler.findings import Finding
    from assembler.jobs.examining import Asked, Checked

SEVERITIES = ("info", "warning", "error")


@click.command(
    "check",
    cls=Command,
    help=_("Say what is wrong with sources and translations, or with finished documents."),
    next_step=_("Next: mend what is named, then assembler build"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1, callback=separated)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar=_("CODE"),
    help=_("Only findings with this code, or of this family of rules; may be repeated."),
)
@click.option("--profile", default="", metavar=_("NAME"), help=_("The committee whose rules hold, such as ccpr-ngo."))
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help=_("Exit with 1 from this severity on."),
)
@click.option("--fix", is_flag=True, help=_("Mend what can be mended without losing anything, then look again."))
@click.option("--diff", is_flag=True, help=_("Show what --fix would change; nothing is written."))
@click.option("--own-rules", is_flag=True, help=_("Run the rules that the submission brings along: a program."))
@click.option(
    "--changed-since",
    "since",
    default="",
    metavar=_("REV"),
    help=_("Only findings in texts that changed after this revision of git."),
)
@click.option(
    "--write-baseline",
    is_flag=True,
    help=_("Be quiet from now on about all that is found now, in each text until its words change."),
)
@click.option("--all", "in_full", is_flag=True, help=_("Write out every finding, however many a rule has."))
@click.option("--timings", is_flag=True, help=_("Say how long each rule took."))
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False),
    metavar=_("FILE"),
    help=_("Look at this finished document (.docx, .odt or .html), whoever saved it last, instead of the submission."),
)
@click.option(
    "--final",
    is_flag=True,
    help=_("With --file: also what no document may hold that is submitted, such as names, comments and dates."),
)
@common
def command(
    door: Door,
    languages: tuple[str, ...],
    rules: tuple[str, ...],
    profile: str,
    severity: str,
    fix: bool,
    diff: bool,
    own_rules: bool,
    since: str,
    write_baseline: bool,
    in_full: bool,
    timings: bool,
    files: tuple[str, ...],
    final: bool,
) -> None:
    from assembler.findings import Severity
    from assembler.jobs.examining import Asked
    from assembler.report import data

    asked = Asked(rules, since, own_rules, profile)
    _refuse(languages, asked, files, others=fix or diff or write_baseline, final=final)
    if write_baseline:
        if languages or rules or since or fix or diff:
            raise click.UsageError(_("A baseline is of all that is found: name no language, rule or revision."))
        _write_baseline(door, asked)
    if fix or diff:
        _mend(door, languages, asked, dry_run=diff)
    done = _of_files(door, files, rules, final) if files else _of_submission(door, languages, asked, timings)
    shares = {"timings": done.shares} if timings else {}
    door.json({"findings": data.findings(done.findings), "waived": done.waived, "old": done.old, **shares})
    door.grouped(done.findings, in_full=in_full)
    if not done.findings:
        door.say(_("Nothing found."))
    if done.waived or done.old:
        door.say(_("Quiet: waived {waived}, old {old}."), waived=done.waived, old=done.old)
    for each in done.left_out:
        door.say(f"{door.voice.message(each)} {door.voice.hint(each)}")
    if timings:
        _say_shares(door, done)
    door.close(done.findings, Severity(severity))


def _refuse(languages: tuple[str, ...], asked: Asked, files: tuple[str, ...], *, others: bool, final: bool) -> None:
    """Say what does not go together."""
    if languages and files:
        raise click.UsageError(_("Languages and --file do not go together: a document is in one language."))
    if final and not files:
        raise click.UsageError(_("--final goes with --file."))
    if files and (others or asked.since or asked.own_rules or asked.profile):
        raise click.UsageError(_("With --file go only --final, --rule, --severity, --all and what all commands have."))


def _of_files(door: Door, files: tuple[str, ...], rules: tuple[str, ...], final: bool) -> Checked:
    from assembler.jobs.examining import Checked
    from assembler.jobs.finished import check_files
    from assembler.jobs.rules import codes

    wanted = codes(rules)
    found: list[Finding] = check_files(Path.cwd(), files, final=final, track=door.track)
    return Checked(tuple(each for each in found if not wanted or each.code in wanted))


def _of_submission(door: Door, languages: tuple[str, ...], asked: Asked, timings: bool) -> Checked:
    from assembler.jobs.check import checked

    return checked(door.root, languages, asked, track=door.track, clock=process_time if timings else None)


def _mend(door: Door, languages: tuple[str, ...], asked: Asked, *, dry_run: bool) -> None:
    """Mend, and say in how many files; a dry run shows the difference and is all that is done."""
    from assembler.jobs.mending import mend
    from assembler.report import diff

    done = mend(door.root, languages, asked, dry_run=dry_run, track=door.track)
    texts = [(each.path, (each.before or b"").decode(), (each.after or b"").decode()) for each in done.changes]
    if not dry_run:
        door.say(_("Texts mended: {texts}; files: {files}."), texts=done.texts, files=len(texts))
        return
    door.json({"diff": "\n".join(line for each in texts for line in diff.unified(*each)), "texts": done.texts})
    door.show(line for each in texts for line in diff.styled(*each))
    if not texts:
        door.say(_("There is nothing to mend."))
    door.close(())


def _write_baseline(door: Door, asked: Asked) -> None:
    from assembler.jobs.check import write_baseline
    from assembler.project.quiet import BASELINE

    count = write_baseline(door.root, asked, door.track)
    door.say(_("Findings written into {file}: {count}."), file=BASELINE, count=count)


def _say_shares(door: Door, done: Checked) -> None:
    """The rules that took longest first, and all together."""
    from assembler.report.terminal import table

    shares = sorted(done.shares.items(), key=lambda share: -share[1])
    rows = [(code, door.voice.number(1000 * seconds)) for code, seconds in shares]
    total = (_("Total"), door.voice.number(1000 * sum(done.shares.values())))
    door.show(table((_("Rule"), _("ms")), [*rows, total], width=door.width))
