"""Worked cases from files that people write: TOML, or CSV for many short ones.

The file names its rules (`regole`), and each case its day, its facts and what it expects. Every
name is checked against the rules, so that a slip of the pen is a fault and never a case that says
something else. All faults are told at once.
"""

from casa_model.exchange.casi._edizione import casi_dell_edizione
from casa_model.exchange.casi._file import FileDiCasi
from casa_model.exchange.casi._leggi import leggi_casi, regole_dei_casi
from casa_model.exchange.casi._scrivi import scrivi_casi

__all__ = ["FileDiCasi", "casi_dell_edizione", "leggi_casi", "regole_dei_casi", "scrivi_casi"]
