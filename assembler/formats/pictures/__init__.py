"""Picture files: what kind one is, how large, whether it is whole, and the same picture without what stands beside it.

Only headers and the outer structure are read; no picture is decoded.
"""
