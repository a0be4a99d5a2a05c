"""The files of the programme: TOML with the place of every fault, as rule files are."""

from casa_model.programma.leggi._programma import FileDelProgramma, leggi_programma
from casa_model.programma.leggi._registro import leggi_registro

__all__ = ["FileDelProgramma", "leggi_programma", "leggi_registro"]
