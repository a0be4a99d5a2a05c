"""What would change the outcome for one household: the smallest changes, exact, one at a time.

`changes(misura, fatti, on=day)` gives `Cambiamenti`: what the person can change, what time changes
and when, what nobody can. Nothing is proposed that `evaluate` does not confirm, and nothing here
invites anybody to declare what is not so.
"""

from casa_model.readers.changes._cambiamenti import (
    Cambiamenti,
    Cambiamento,
    DatoCambiato,
    NonDeciso,
    Rimedio,
    Scopo,
)
from casa_model.readers.changes._changes import PASSI, changes
from casa_model.readers.changes._racconto import Capitolo, racconto

__all__ = [
    "PASSI",
    "Cambiamenti",
    "Cambiamento",
    "Capitolo",
    "DatoCambiato",
    "NonDeciso",
    "Rimedio",
    "Scopo",
    "changes",
    "racconto",
]
