"""Finished office files, whoever saved them last: opening them, and what can be said of them in either format.

The formats have a `lint` of their own, which reads the bytes and finds what is wrong with references, styles, notes and
access (`faults`, `accessibility`), and what a file that is given away must not hold (`traces`).
"""
