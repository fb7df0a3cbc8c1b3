"""Files of word processors read: DOCX and ODT become the blocks that pandoc makes of other formats.

`kind` tells by its content what a file is, `package` opens it without trusting it. `docx/` and `odt/` give flat
paragraphs with what was seen of them (`formats/seen.py`); `structure` makes headings, lists and quotations of these,
for all formats alike. What comes out is pandoc's AST, so that one way leads on from here.
"""
