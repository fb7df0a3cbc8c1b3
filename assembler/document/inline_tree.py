"""What attributes make of an inline: a span around it, or what a reference says."""

from __future__ import annotations

from assembler.document.attributes import Attributes
from assembler.document.model import Image, Inline, Inlines, Reference, Span
from assembler.document.names import REFERENCE_KEYS


def span(content: Inlines, attributes: Attributes) -> Span:
    return Span(content, attributes.id, attributes.classes, attributes.pairs)


def carrying(inline: Inline, attributes: Attributes | None) -> Inline:
    """A link, picture or code with attributes is a span around it."""
    return inline if attributes is None else span((inline,), attributes)


def picture_of(span: Span) -> Image | None:
    """The picture that the span is around, if it is what attributes behind a picture make of it."""
    match span.content:
        case (Image() as image,):
            return image
        case _:
            return None


def reference(target: str, attributes: Attributes | None) -> Inline:
    """A reference with what its attributes say of it; an ID or a class is that of a span around it."""
    if attributes is None:
        return Reference(target)
    known = dict(attributes.pairs)
    others = tuple(pair for pair in attributes.pairs if pair[0] not in REFERENCE_KEYS)
    found = Reference(target, known.get("form", ""), known.get("to", ""), others)
    if not attributes.ids and not attributes.classes:
        return found
    return Span((found,), attributes.id, attributes.classes)
