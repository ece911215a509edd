"""How a person writes, read from what they wrote: counted, without a language model.

Pure functions of texts: no database, no network, no clock. The same texts give the same
style. ``docs/style.md`` tells the method; what each figure is stands where it is counted.
"""

from accounts.style.reading import READER, TOO_FEW, Reading, Sample, read

__all__ = ["READER", "TOO_FEW", "Reading", "Sample", "read"]
