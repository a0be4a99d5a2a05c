"""A file of ours being read: its parts in their shapes, their sources, every fault in its place.

What the parts mean is for the room that reads them: rules, or the programme.
"""

from casa_model.values.sheet._page import FORMATO, MAX_FAULTS, MAX_VOCI, Page
from casa_model.values.sheet._shapes import Sourced, VigenzaShape, like, text_like
from casa_model.values.sheet._sheet import Sheet

__all__ = [
    "FORMATO",
    "MAX_FAULTS",
    "MAX_VOCI",
    "Page",
    "Sheet",
    "Sourced",
    "VigenzaShape",
    "like",
    "text_like",
]
