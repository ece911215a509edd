"""Better words for a summary, an experience, a project: proposed, never put in place.

``rules.py`` and what it stands on know no database: the same text gets the same proposal,
at once and without a network. ``asking.py`` asks a language model when the person clicks.
Either way no fact changes: see ``facts.py``. docs/documents.md tells the rules.
"""
