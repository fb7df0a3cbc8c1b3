"""The state of translations as one page for a browser: `page` makes it, `elements` keeps words and tags apart.

Style and script are files of their own here (`page.css`, `page.js`) and stand in the page, which needs nothing else.
"""
