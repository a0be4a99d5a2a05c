"""The one strict converter: from TOML or JSON data to the classes of this library, and back.

Nothing is coerced and nothing is guessed; every fault is told, with its place, and no message
repeats a value that was not a written word of a rule file.
"""

from casa_model.values.structure._converter import new_converter, register_text
from casa_model.values.structure._report import OnError
from casa_model.values.structure._structure import structure, structure_at

__all__ = ["OnError", "new_converter", "register_text", "structure", "structure_at"]
