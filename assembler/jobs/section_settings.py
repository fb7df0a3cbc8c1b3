"""What submission.toml has to say of sections that come in: tables `[sections."…"]`, added to the text as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assembler.document.model import Inlines, Paragraph, Section
from assembler.errors import ConfigurationError, RefusedError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.pandoc.read import Imported
from assembler.jobs.editions import plan
from assembler.keypaths import line_of
from assembler.project import config as configuration
from assembler.project import files
from assembler.project.config import FILE_NAME, Config
from assembler.project.store import Submission
from assembler.project.together import Change

SETTING_NEEDED = Kind(
    "setting-needed",
    Severity.WARNING,
    "The section “{section}” needs a setting that could not be added to submission.toml: {setting}.",
    'Write it there yourself, under [sections."{section}"].',
)

Settings = Mapping[str, Mapping[str, str]]
"""What belongs under `[sections."…"]`: section → key → value as TOML."""


def settings_needed(
    submission: Submission, imported: Sequence[Imported], others: Mapping[str, str], language: str, *, original: bool
) -> Settings:
    """What the new sections need to have said of them, beyond what the configuration says already."""
    config = submission.config
    order = (*submission.printed, *(each.section.id for each in imported))
    numbered = {each.id for _, planned in plan(config, order) for each in planned if each.numbered}
    settings: dict[str, dict[str, str]] = {}
    for each in imported:
        section = each.section.id
        wanted = settings.setdefault(section, {})
        said = config.sections[section].original if section in config.sections else None
        if section in numbered and not each.numbers and _has_paragraphs(each.section):
            wanted["numbered"] = "false"
        if section in others and original and said != language:
            wanted["original"] = f'"{language}"'
        elif section in others and said is None:
            wanted["original"] = f'"{others[section]}"'
    return {section: wanted for section, wanted in settings.items() if wanted}


def _has_paragraphs(section: Section[Inlines]) -> bool:
    return any(isinstance(block, Paragraph) for block in section.blocks)


def with_tables(text: str, config: Config, settings: Settings) -> tuple[str, list[Finding]]:
    """The text of submission.toml with the settings at its end, and what could not be added as it is there already.

    Raises RefusedError where that leaves open which version of a section is the original.
    """
    fresh = {section: wanted for section, wanted in settings.items() if section not in config.sections}
    longer = text.rstrip("\n") + "\n" + "".join(_table(section, wanted) for section, wanted in fresh.items())
    try:
        configuration.read(longer)
    except ConfigurationError:  # `sections` was written in a way that no table can be added to
        fresh = {}
    unset = [_needed(section, wanted) for section, wanted in settings.items() if section not in fresh]
    for section, wanted in settings.items():
        if section not in fresh and "original" in wanted:
            raise RefusedError(_needed(section, wanted))
    return (longer if fresh else text), unset


def with_settings(root: Path, config: Config, settings: Settings) -> list[Change]:
    """The change of submission.toml that says this of sections, as far as it does not say so yet. Raises RefusedError
    where that leaves open which version of a section is the original."""
    missing = {
        section: wanted
        for section, wanted in settings.items()
        if section not in config.sections or config.sections[section].original is None
    }
    present = files.read_text(root, FILE_NAME)
    text = present
    for section in missing.keys() & config.sections.keys():
        text = _under_its_table(text, section, missing[section])
    configured, _ = with_tables(
        text, configuration.read(text), {k: v for k, v in missing.items() if k not in config.sections}
    )
    for section, wanted in missing.items():
        if configuration.read(configured).sections[section].original is None:
            raise RefusedError(_needed(section, wanted))
    return [Change(FILE_NAME, present.encode(), configured.encode())] if configured != present else []


def _under_its_table(text: str, section: str, wanted: Mapping[str, str]) -> str:
    """The text with the settings below the line `[sections."…"]`; as it is where there is no such line."""
    lines = text.splitlines(keepends=True)
    line = line_of(text, ["sections", section])
    if line is None or not lines[line - 1].lstrip().startswith("["):
        return text
    lines[line:line] = [f"{key} = {value}\n" for key, value in wanted.items()]
    return "".join(lines)


def _table(section: str, wanted: Mapping[str, str]) -> str:
    return f'\n[sections."{section}"]\n' + "".join(f"{key} = {value}\n" for key, value in wanted.items())


def _needed(section: str, wanted: Mapping[str, str]) -> Finding:
    setting = ", ".join(f"{key} = {value}" for key, value in wanted.items())
    return SETTING_NEEDED.at(Place(FILE_NAME, section=section), section=section, setting=setting)
