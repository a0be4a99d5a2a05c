"""What a file of cases holds."""

from __future__ import annotations

from attrs import frozen

from casa_model.errors import Fault
from casa_model.readers.cases import Caso


@frozen
class FileDiCasi:
    """The cases of a file in their order, and the rules that it says it is about.

    `regole` is the code of a measure or the path of a rule file, from the folder of this file;
    None when the file does not say. Each case has its `place` in the file. `rilievi` are the advice
    about the file, as of a reason that the rules have not: its case is there, and fails.
    """

    file: str
    casi: tuple[Caso, ...]
    regole: str | None = None
    rilievi: tuple[Fault, ...] = ()
