"""Edits that a language model proposes to a document."""
