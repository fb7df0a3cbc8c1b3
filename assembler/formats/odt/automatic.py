"""Automatic styles: what a place in the text says beyond its named style, one style for each way of saying it."""

from __future__ import annotations

from assembler.formats.odt import xml

_PREFIXES = {
    "paragraph": "P",
    "text": "T",
    "table": "Table",
    "table-column": "Column",
    "table-row": "Row",
    "table-cell": "Cell",
    "list": "L",
    "graphic": "Picture",
}


class AutomaticStyles:
    """The automatic styles of one part, collected while its text goes by."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}

    def style(self, family: str, properties: str, *, parent: str = "", master: str = "") -> str:
        """The name of the style of a family with these properties; `parent` is a display name."""
        attributes = f' style:parent-style-name="{xml.name(parent)}"' if parent else ""
        if master:
            attributes += f' style:master-page-name="{master}"'
        return self._name(family, f'style:family="{family}"{attributes}>{properties}</style:style>')

    def list_style(self, levels: str) -> str:
        """The name of the list style with these levels."""
        return self._name("list", f">{levels}</text:list-style>")

    def _name(self, family: str, definition: str) -> str:
        key = (family, definition)
        if key not in self._names:
            self._counts[family] = self._counts.get(family, 0) + 1
            self._names[key] = f"{_PREFIXES[family]}{self._counts[family]}"
        return self._names[key]

    def part(self) -> str:
        """`<office:automatic-styles>`."""
        inner = "".join(_element(family, name, definition) for (family, definition), name in self._names.items())
        return f"<office:automatic-styles>{inner}</office:automatic-styles>"


def _element(family: str, name: str, definition: str) -> str:
    if family == "list":
        return f'<text:list-style style:name="{name}"{definition}'
    return f'<style:style style:name="{name}" {definition}'
