"""How long the toolkit takes and how much memory: `make bench`, or `python -m benchmarks --help`.

Submissions of 1,200, 12,000 and 120,000 paragraphs are written once and kept in `benchmarks/.cache`; every command is
run on them as a whole process, beside pandoc and translate-toolkit where these are installed. No test is timed: this
is the only place where figures come from.

`python -m benchmarks.survivors` counts instead of measuring: the translations that are left after the same edits with
our update, with msgmerge and with pot2po.
"""
