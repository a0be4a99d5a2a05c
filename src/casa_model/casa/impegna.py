"""Where the two halves of the house meet: a ranking commits money on a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.errors import IllTyped, InvalidValue
from casa_model.graduatorie import Graduatoria
from casa_model.programma.spesa import Impegno, Registro
from casa_model.values import Euro

if TYPE_CHECKING:
    from datetime import date

    from casa_model.values import Fonte


def impegna(  # noqa: PLR0913 - what is committed, where, by which act, when, for whom
    graduatoria: Graduatoria,
    registro: Registro,
    atto: Fonte,
    *,
    on: date,
    codice: str,
    beneficiario: str,
) -> Registro:
    """Commit on a line all that a ranking pays, or nothing; return the ledger with the entry.

    It is one commitment, of the sum, to the body that published the notice (`beneficiario`, the
    code of an Aler or a comune): what each household gets is a fact of that household, and is not
    written in the ledger of a line.

    Raises `InvalidValue` when the ranking pays no money (it has no endowment, or one in dwellings);
    `RefusedEntry` when the line does not take the entry: nothing is committed then; `IllTyped` when
    what is passed is no ranking or no ledger.
    """
    if type(graduatoria) is not Graduatoria or type(registro) is not Registro:
        raise IllTyped(
            it="si impegna una graduatoria su un registro; passa prima la `Graduatoria`, poi il "
            "`Registro`",
            en="a ranking is committed on a ledger; pass the `Graduatoria` first, then the "
            "`Registro`",
        )
    if graduatoria.dotazione is None or graduatoria.dotazione.euro is None:
        raise InvalidValue(
            it="la graduatoria non paga denaro: la dotazione manca o è in alloggi; passane una con "
            "una dotazione in euro",
            en="the ranking pays no money: the endowment is missing or in dwellings; pass one with "
            "an endowment in euro",
        )
    paid = (each.pagato for each in graduatoria.posizioni)
    total = Euro.total(each for each in paid if each is not None)
    return registro.registra(
        Impegno(codice=codice, giorno=on, atto=atto, importo=total, beneficiario=beneficiario)
    )
