"""The parallel page: all languages of a submission side by side, to check translations on a screen.

`page` puts it together: rows (`rows`, written by `cells`) in tables, above them the controls. Style and script are
files of their own here (`page.css`, `page.js`) and stand in the page, which needs nothing else.
"""
