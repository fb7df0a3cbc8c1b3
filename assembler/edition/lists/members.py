"""The list of the coalition's members, in the order of the edition's alphabet."""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Inlines, Item, Link, List, Paragraph, Text, Words
from assembler.edition.lists.material import Made, Member, Source, spoken
from assembler.language.alphabet import sort_key
from assembler.language.model import Language


def members(source: Source) -> Made:
    """An item for each member: its name, the city, the site."""
    key = sort_key(source.language)
    order = sorted(source.material.members, key=lambda member: key(walk.plain_text(member.name.content)))
    items = tuple(Item(blocks=(Paragraph(words=_words(each, source.language)),)) for each in order)
    return Made((List(ordered=False, items=items),) if items else ())


def _words(member: Member, language: Language) -> Words:
    """The name with its details; the item is in the state of the name."""
    city: Inlines = () if member.city is None else (Text(" ("), *spoken(member.city, language), Text(")"))
    site: Inlines = () if not member.site else (Text(", "), Link(member.site, (Text(member.site),)))
    return Words((*spoken(member.name, language), *city, *site), language.code, member.name.mark)
