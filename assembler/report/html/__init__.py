"""The state of translations as one page for a browser: `page` puts together what `bars` and `to_do` make of it.

Style and script are files of their own here (`page.css`, `page.js`) and stand in the page, which needs nothing else.
"""
