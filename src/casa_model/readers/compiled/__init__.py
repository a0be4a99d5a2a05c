"""The fast reader: a measure on a day as generated Python, the same verdicts as `evaluate`.

`compiled(misura, on=day)` gives a `Compiled`, to be kept while many households are asked about:
`prepare` and `bits` for the five numbers of `casa_model.rules.bits`, `verdict` for the whole.
"""

from casa_model.readers.compiled._compiled import Compiled, Five, compiled
from casa_model.readers.compiled._prepare import Cell, Row

__all__ = ["Cell", "Compiled", "Five", "Row", "compiled"]
