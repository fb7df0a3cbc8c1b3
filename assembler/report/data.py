"""What a program reads: the JSON forms of the command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assembler.findings import Finding, in_reading_order


def finding(each: Finding) -> dict[str, object]:
    """The form that `check --json` documents; what is not known is null."""
    place = each.place
    return {
        "code": each.code,
        "severity": each.severity.value,
        "language": place.language,
        "file": place.file,
        "line": place.line,
        "section": place.section,
        "id": place.id,
        "message": each.message(),
        "hint": each.hint(),
        "quote": each.quote,
    }


def findings(all_findings: Iterable[Finding]) -> list[dict[str, object]]:
    return [finding(each) for each in in_reading_order(all_findings)]


def text(value: Mapping[str, object] | list[object]) -> str:
    """JSON for a terminal or a file: indented, letters as they are."""
    import json  # most commands print for people

    return json.dumps(value, ensure_ascii=False, indent=2)
