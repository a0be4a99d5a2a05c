"""TOML with positions: what a file says, and where each word of it stands."""

from casa_model.values.toml._document import Document, KeyPath
from casa_model.values.toml._read import MAX_BYTES, TomlFloat, read_toml
from casa_model.values.toml._scanner import MAX_DEPTH, MAX_TOKEN

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_TOKEN",
    "Document",
    "KeyPath",
    "TomlFloat",
    "read_toml",
]
