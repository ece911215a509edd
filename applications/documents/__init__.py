"""Résumés and letters for one posting, from what a résumé really says.

Functions of text and plain data, and two doors to the rows: ``generate.py`` and
``ranked.py``. The method is told in docs/documents.md.
"""
