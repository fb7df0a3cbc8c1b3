"""`docs/checks/`: a page for each family of rules, out of the table of rules.

`make checks` (or `python -m tools.checks`) writes them; a test says whether they are up to date. What cannot be seen in
an example (a no-break space, a sign of no width) is written as its code.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from assembler.check import committees
from assembler.check.draft import Avoided, Demand, Files, Front, Languages, Profile, WordLimit
from assembler.check.rule import Example, Family, Rule
from assembler.check.table import RULES

FOLDER = Path(__file__).parent.parent / "docs" / "checks"

ABOUT: Mapping[Family, str] = {
    Family.SCRIPT: "Letters of another alphabet that look alike, signs that nobody sees, signs that no keyboard has.",
    Family.LANGUAGE: "Text in a language that it should not be in, and words that were left untranslated.",
    Family.FACTS: "What must be the same in every language: numbers, dates, articles, symbols of documents, addresses.",
    Family.STRUCTURE: "What a translation has in common with its source whatever the words: notes, lists, sentences.",
    Family.TYPOGRAPHY: "Signs and spaces as readers of the language expect them.",
    Family.CONSISTENCY: "One thing said in two ways within one language.",
    Family.TERMS: "The terms of `terms.toml`: those preferred, and those that must not be used.",
    Family.SPELLING: "Words that no dictionary has.",
    Family.REFERENCES: "References and notes that lead nowhere, or not where they should.",
    Family.PROFILE: "What a committee asks of the documents that are submitted to it.",
}


def pages() -> dict[str, str]:
    """The text of every page by the name of its file."""
    families = [family for family in Family if any(rule.family is family for rule in RULES)]
    return {"README.md": _contents(families)} | {f"{family.value}.md": _page(family) for family in families}


def _contents(families: Iterable[Family]) -> str:
    lines = [
        "# Rules of `assembler check`",
        "",
        "Made from the table of rules by `python -m tools.checks`. Working with findings: [checking](../checking.md).",
        "",
        "| rules | what they find |",
        "|---|---|",
    ]
    lines += [f"| [{family.value}]({family.value}.md) ({_count(family)}) | {ABOUT[family]} |" for family in families]
    return "\n".join(lines) + "\n"


def _count(family: Family) -> int:
    return sum(rule.family is family for rule in RULES)


def _page(family: Family) -> str:
    lines = [f"# {family.value.capitalize()}", "", ABOUT[family], ""]
    if family is Family.PROFILE:
        lines += _profiles()
    for rule in RULES:
        if rule.family is family:
            lines += _rule(rule)
    return "\n".join(lines).rstrip() + "\n"


def _profiles() -> Iterator[str]:
    """What is known of every committee."""
    yield "Limits change: look at the committee's own page before you submit. What is not “verified” never is an error."
    yield ""
    for id in committees.known():
        profile = committees.load(id)
        yield f"## Profile `{id}`"
        yield ""
        yield f"{profile.title}."
        yield ""
        yield "| asks for | how much | severity | how sure | read in | seen |"
        yield "|---|---|---|---|---|---|"
        for name in Profile.__struct_fields__:
            if isinstance(demand := getattr(profile, name), Demand):
                cells = (name, _much(demand), demand.weight.value, demand.status, demand.source, demand.seen)
                yield f"| {' | '.join(cells)} |"
        yield ""


def _much(demand: Demand) -> str:
    """What a demand says beside that there is one."""
    match demand:
        case Languages():
            return f"one of {', '.join(demand.any_of)}"
        case WordLimit():
            return f"at most {demand.most:,} words in {', '.join(demand.parts)}"
        case Front():
            return ", ".join(field.replace("|", " or ") for field in demand.fields)
        case Avoided():
            return "no " + ", ".join(f"“{word}”" for words in demand.words.values() for word in words)
        case Files():
            return ", ".join(demand.kinds)
        case _:
            return ""


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## `{rule.code}`"
    yield ""
    about = [f"**{rule.kind.severity.value}**"]
    about += [f"languages: {', '.join(rule.languages)}"] if rule.languages else []
    about += ["mended by `--fix`"] if rule.has_fix else []
    about += [f"needs the extra `{rule.extra}`"] if rule.extra else []
    yield " · ".join(about)
    yield ""
    yield f"> {_plain(rule.kind.message)}"
    if rule.kind.hint:
        yield f"> {_plain(rule.kind.hint)}"
    yield ""
    yield rule.rationale
    yield ""
    yield from _examples("Found:", rule.fires)
    yield from _examples("Not found:", rule.quiet)


def _plain(template: str) -> str:
    return template.replace("{{", "{").replace("}}", "}")


def _examples(title: str, examples: Iterable[Example]) -> Iterator[str]:
    yield title
    yield ""
    for each in examples:
        yield from (f"    {line}" for line in _example(each))
    yield ""


def _example(example: Example) -> Iterator[str]:
    if example.source:
        yield f"{example.source_language}: {visible(example.source)}"
    for text in example.texts:
        yield f"{example.language}: {visible(text)}"
    yield from (f"    {line}" for line in (example.draft or "").splitlines())
    if example.fixed is not None:
        yield f" → {visible(example.fixed)}"


def visible(text: str) -> str:
    """The text with the code of every sign that cannot be seen, or not be told from a blank."""
    return "".join(each if each == " " or not _is_hidden(each) else f"‹U+{ord(each):04X}›" for each in text)


def _is_hidden(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cn", "Zs", "Zl", "Zp", "Mn")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
