"""Résumés as files: read into plain data, and written as JSON Resume. It knows no database."""
