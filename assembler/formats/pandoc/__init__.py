"""Texts of other formats brought in through pandoc's AST.

`run` is the only user of pypandoc and gives the AST of a text; all else knows the AST alone, so that any format that
pandoc reads comes in the same way: `read` makes one section of it, `linked` joins the sections of one run.
"""
