"""Bringing over what older job trackers hold: their databases, read and never written."""
