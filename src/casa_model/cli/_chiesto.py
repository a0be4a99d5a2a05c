"""What `casa-model dimostra` asks, once files and options are read."""

from __future__ import annotations

from attrs import frozen

from casa_model.cli._regole_chieste import NESSUNA, RegoleChieste
from casa_model.errors import Fault
from casa_model.rules import quesiti as q


@frozen
class Chiesto:
    """The sentences to ask, and what the files are advised.

    Of the shipped ones, `scartate` are the codes of those of a day on which a measure of theirs is
    not in force, `altri_giorni` of those that are about days other than that of the notice;
    `regole` are the rules of the command line. `non_chieste` are the sentences that name what the
    rules have not: of files, or `spedite`, those of the edition.
    """

    proprieta: tuple[q.Proprieta, ...]
    scartate: tuple[str, ...]
    altri_giorni: tuple[str, ...]
    rilievi: tuple[Fault, ...]
    regole: RegoleChieste = NESSUNA
    non_chieste: tuple[q.NonChiesta, ...] = ()
    spedite: bool = False
