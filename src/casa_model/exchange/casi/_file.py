"""What a file of cases holds."""

from __future__ import annotations

from attrs import field, frozen

from casa_model.errors import Fault, InvalidValue
from casa_model.readers.cases import Caso
from casa_model.values._exact import exact


@frozen
class FileDiCasi:
    """The cases of a file in their order, and the rules that it says it is about.

    `regole` is the code of a measure or the path of a rule file, from the folder of this file;
    None when the file does not say. Each case has its `place` in the file. `rilievi` are the advice
    about the file, as of a reason that the rules have not: its case is there, and fails.

    Raises `InvalidValue` when two cases have one code, `IllTyped` for a wrong type.
    """

    file: str = field(validator=exact(str))
    casi: tuple[Caso, ...] = field(validator=exact(tuple))
    regole: str | None = field(default=None, validator=exact(str, optional=True))
    rilievi: tuple[Fault, ...] = field(default=(), validator=exact(tuple))

    @casi.validator
    def _told_apart(self, _attribute: object, value: tuple[Caso, ...]) -> None:
        codes = [caso.codice for caso in value]
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice is not None:
            raise InvalidValue(
                it=f"due casi hanno il codice `{twice}`; danne uno diverso a ciascuno",
                en=f"two cases have the code `{twice}`; give each its own",
            )
