"""The comments part: what is said beside the text, numbered as the text has called it."""

from __future__ import annotations

from assembler.formats.docx import xml
from assembler.formats.docx.inlines import Look, write_inlines, write_text
from assembler.formats.docx.ledger import Ledger, Part

INITIALS = 3
"""Letters of the author's name that stand beside a comment in print."""


def comments_part(ledger: Ledger) -> list[str]:
    """`word/comments.xml`, empty where nothing is said."""
    if not ledger.comments:
        return []
    part = Part(ledger, comments=True)
    part.out.append(f"{xml.DECLARATION}<w:comments {xml.NAMESPACES}>")
    initials = ledger.document.author.name[:INITIALS]
    for number, comment in enumerate(ledger.comments):
        part.out.append(f'<w:comment w:id="{number}"{ledger.authored} w:initials="{initials}">')
        for position, words in enumerate(comment.paragraphs):
            part.out.append("<w:p>" if position else f"<w:p>{_MARK}")
            look = Look(language=ledger.tag(words.language))
            if words.content:
                write_inlines(part, words.content, look)
            else:
                write_text(part, "", look)
            part.out.append("</w:p>")
        part.out.append("</w:comment>")
    part.out.append("</w:comments>")
    return part.out


_MARK = "<w:r><w:annotationRef/></w:r>"
