"""What a language model says beside an analysis, when the person asks it to.

It never reaches a score: ``docs/provider.md`` tells what is sent, and what is kept of the
answer.
"""
