"""The facts that a text says, each with whether it stands in a source."""
