"""What is left of an edition when all its changes are accepted or rejected: of the tree, of a DOCX and of an ODT.

`accepted` says which. Each gives the same: the texts of paragraphs in their order, those of a note where it is called,
empty ones left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from assembler.document import walk
from assembler.document.model import (
    Block,
    Break,
    Code,
    Div,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    NoteMark,
    Paragraph,
    Quote,
    RawBlock,
    RawInline,
    Span,
    Strong,
    Table,
    Text,
    Tracked,
    Words,
)
from tests import docx_parts, odf

W = f"{{{docx_parts.W}}}"
T = odf.TEXT

# --- the tree


def of_tree(document: Document[Words], *, accepted: bool) -> list[tuple[str, str]]:
    """Every paragraph: what it is, and its words with their markup; notes by their own words, not by their names."""
    gone = "removed" if accepted else "added"
    notes = {note.id: note for note in document.notes}
    found: list[tuple[str, str]] = []

    def words(kind: str, leaf: Words | None) -> None:
        if leaf is not None and leaf.change != gone:
            found.append((kind, _inlines(leaf.content, gone, notes)))

    words("title", document.title)
    words("subtitle", document.subtitle)
    for field in document.cover:
        words(f"cover {field.key}", field.words)
    for kind, leaf in _leaves(document.blocks, ""):
        words(kind, leaf)
    return [(kind, text) for kind, text in found if text]


def _leaves(blocks: Iterable[Block[Words]], within: str) -> Iterator[tuple[str, Words]]:
    for block in blocks:
        match block:
            case Paragraph():
                yield f"{within}paragraph", block.words
            case Heading():
                yield f"{within}heading {block.level}", block.words
            case List():
                for item in block.items:
                    yield from _leaves(item.blocks, f"{within}{'numbers' if block.ordered else 'bullets'} ")
            case Quote():
                yield from _leaves(block.blocks, f"{within}quote ")
            case Div():
                yield from _leaves(block.blocks, f"{within}{block.name} ")
            case Table():
                if block.caption is not None:
                    yield f"{within}caption", block.caption.words
                yield from ((f"{within}cell", cell.words) for row in (block.head, *block.rows) for cell in row.cells)
            case RawBlock():
                yield f"{within}paragraph", Words((RawInline(block.text.rstrip("\n")),), "")


def _inlines(content: Inlines, gone: str, notes: dict[str, Note[Words]]) -> str:
    """The words with signs for their markup; what is gone is not there, and equal neighbours are one."""
    return "".join(sign for sign, _ in _joined([*_letters(content, (), gone, notes)]))


def _joined(letters: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    last: tuple[str, ...] = ()
    for letter, around in letters:
        if around != last:
            yield f"<{'|'.join(around)}>", around
        last = around
        yield letter, around


def _letters(
    content: Inlines, around: tuple[str, ...], gone: str, notes: dict[str, Note[Words]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for inline in content:
        match inline:
            case Tracked():
                if inline.kind != gone:
                    yield from _letters(inline.content, around, gone, notes)
            case Text():
                yield from ((letter, around) for letter in inline.text)
            case Code() | RawInline():
                yield from ((letter, (*around, type(inline).__name__)) for letter in inline.text)
            case Emphasis() | Strong() | Link() | Span():
                yield from _letters(inline.content, (*around, _shell(inline)), gone, notes)
            case NoteMark():
                blocks = notes[inline.id].blocks if inline.id in notes else ()
                inner = (
                    _inlines(leaf.content, gone, {})
                    for _, leaf in _leaves(blocks, "")
                    if leaf.change != gone
                )  # fmt: skip
                yield f"[note {' '.join(inner)}]", around
            case Break():
                yield "\n", around
            case _:
                yield walk.plain_text((inline,)), around


def _shell(inline: Inline) -> str:
    match inline:
        case Link():
            return f"link {inline.target}"
        case Span():
            return f"span {dict(inline.pairs)}"
        case _:
            return type(inline).__name__


# --- DOCX


def of_docx(data: bytes, *, accepted: bool) -> list[str]:
    """The paragraphs of the body as Word would leave them: what is gone is out, with rows and marks of paragraphs."""
    body, notes = docx_parts.part(data, "word/document.xml"), docx_parts.part(data, "word/footnotes.xml")
    for root in (body, notes):
        _settle_docx(root, accepted=accepted)
    texts = {str(note.get(f"{W}id")): _docx_text(note, {}) for note in notes.iter(f"{W}footnote")}
    for start in body.iter(f"{W}bookmarkStart"):
        run = start.getnext()
        called = run.find(f"{W}footnoteReference") if run is not None else None
        if called is not None:
            texts[str(start.get(f"{W}name"))] = texts[str(called.get(f"{W}id"))]
    for contents in list(body.iter(f"{W}sdt")):
        _remove(contents)
    found = [_docx_text(paragraph, texts) for paragraph in body.iter(f"{W}p")]
    return [text for text in found if text]


def _settle_docx(root: etree._Element, *, accepted: bool) -> None:
    gone, kept = ("del", "ins") if accepted else ("ins", "del")
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}{gone}") is not None:
            _remove(row)
    for run in list(root.iter(f"{W}{gone}")):
        if run.getparent() is not None and run.getparent().tag not in (f"{W}rPr", f"{W}trPr"):  # type: ignore[union-attr]
            _remove(run)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is not None and not list(paragraph.iter(f"{W}r")):
            _remove(paragraph)
    etree.strip_tags(root, f"{W}{kept}")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _docx_text(element: etree._Element, notes: dict[str, str]) -> str:
    """The text that is seen, notes where they are called, also where their number is only repeated."""
    found: list[str] = []
    in_field = False
    for each in element.iter():
        match etree.QName(each).localname:
            case "instrText" | "delInstrText":
                name, *arguments = (each.text or "").split()
                if name == "NOTEREF":
                    found.append(f"[note {notes.get(arguments[0], 'lost')}]")
                    in_field = True
            case "fldChar":
                in_field = in_field and each.get(f"{W}fldCharType") != "end"
            case "t" | "delText" if not in_field:
                found.append(each.text or "")
            case "br":
                found.append("\n")
            case "noBreakHyphen":
                found.append("\u2011")
            case "footnoteReference":
                found.append(f"[note {notes.get(str(each.get(f'{W}id')), 'lost')}]")
    return "".join(found).strip()


# --- ODT


def of_odt(data: bytes, *, accepted: bool) -> list[str]:
    """The paragraphs of the text as an office suite would leave them: the whole is read as one stream of letters, in
    which regions are put back or stretches taken out."""
    content = odf.part(data)
    body = content.find(f".//{odf.OFFICE}text")
    assert body is not None
    for contents in list(body.iter(f"{T}table-of-content")):
        _remove(contents)
    stream = _Stream(body, accepted=accepted)
    return [text for text in "".join(stream.read(body)).split(END) if text.strip()]


END = "\u2029"


class _Stream:
    def __init__(self, body: etree._Element, *, accepted: bool) -> None:
        self.accepted = accepted
        self.regions: dict[str, etree._Element] = {}
        self.inside: set[str] = set()
        self.notes: dict[str, str] = {}
        changes = body.find(f"{T}tracked-changes")
        if changes is not None:
            for region in changes:
                self.regions[str(region.get(f"{T}id"))] = region[0]
            _remove(changes)

    def read(self, element: etree._Element) -> Iterator[str]:
        """The letters of an element, a sign at the end of each paragraph."""
        if element.tag in (f"{T}p", f"{T}h"):
            yield from self._inside(element)
            yield from self._said(END)
        else:
            for child in element:
                yield from self.read(child)

    def _inside(self, element: etree._Element) -> Iterator[str]:
        yield from self._said(element.text or "")
        for child in element:
            yield from self._child(child)
            yield from self._said(child.tail or "")

    def _child(self, child: etree._Element) -> Iterator[str]:  # noqa: C901 - a case for each element
        id = str(child.get(f"{T}change-id"))
        match etree.QName(child).localname:
            case "change":
                if not self.accepted:
                    yield from self._put_back(self.regions[id])
            case "change-start":
                self.inside |= {id} if not self.accepted else set()
            case "change-end":
                self.inside.discard(id)
            case "s":
                yield from self._said(" " * int(child.get(f"{T}c") or 1))
            case "tab":
                yield from self._said("\t")
            case "line-break":
                yield from self._said("\n")
            case "note":
                note = child.find(f"{T}note-body")
                assert note is not None
                inner = "".join(_Notes(self).read(note)).replace(END, "")
                if not self.inside:
                    self.notes[str(child.get(f"{T}id"))] = inner
                yield from self._said(f"[note {inner}]")
            case "note-ref":
                yield from self._said(f"[note {self.notes.get(str(child.get(f'{T}ref-name')), 'lost')}]")
            case "annotation":
                pass
            case "span" if child.text == "," and child.get(f"{T}style-name") == "Footnote_20_anchor":
                pass  # between the marks of two notes, which is no part of the words
            case _:
                yield from self._inside(child)

    def _put_back(self, region: etree._Element) -> Iterator[str]:
        """The paragraphs of a region; the last one goes on with what follows its mark."""
        texts = "".join(text for child in region if etree.QName(child).localname != "change-info"
                        for text in self.read(child))  # fmt: skip
        yield texts.removesuffix(END)

    def _said(self, text: str) -> Iterator[str]:
        if not self.inside and text:
            yield text


class _Notes(_Stream):
    """A note inside a text: what is gone around it is not gone in it."""

    def __init__(self, around: _Stream) -> None:
        self.accepted, self.regions, self.inside, self.notes = around.accepted, around.regions, set(), {}
