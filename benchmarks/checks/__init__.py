"""How well the rules about facts and structure do: false alarms on human translations, and seeded faults found.

`python -m benchmarks.checks PATH_TO_PARALLEL` reads the human translations (UDHR, SDG, NTREX) in three pairs of
languages. What the rules say of them was judged one by one (`judged.tsv`: where a translation really differs, the
finding is right). Then 500 faults are put into them, of the kinds that translators make, and counted is which are
found. Beside it, pofilter of the translate-toolkit on the same texts.
"""
