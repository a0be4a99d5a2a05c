"""Whether a household's facts fit the declarations of a measure, told without any value."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from casa_model.errors import InvalidFacts, near
from casa_model.rules.facts import misfit, only_facts
from casa_model.rules.names import COMPONENTI, NAME
from casa_model.rules.types import MAX_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.rules.facts import Fatti, Fatto, Value
    from casa_model.rules.misura import Misura


def admit(misura: Misura, fatti: Fatti) -> None:
    """Raise `InvalidFacts`, with every fault at once, when the facts do not fit.

    Raises `IllTyped` when they are no `Fatti`.
    """
    only_facts(fatti)
    faults = list(faults_of(misura, fatti))
    if faults:
        raise InvalidFacts(
            it="; ".join(it for it, _ in faults), en="; ".join(en for _, en in faults)
        )


def faults_of(misura: Misura, fatti: Fatti) -> Iterator[tuple[str, str]]:
    """Each fault, in Italian and English: names, never values."""
    household = {fatto.nome: fatto for fatto in misura.fatti if not fatto.membro}
    member = {fatto.nome: fatto for fatto in misura.fatti if fatto.membro}
    yield from _of_row(household, fatti.valori)
    for row in fatti.membri or ():
        yield from _of_row(member, row)
    if fatti.membri is None:
        return
    if len(fatti.membri) > MAX_MEMBERS:
        yield (
            f"i membri superano {MAX_MEMBERS}; dividi il nucleo",
            f"there are over {MAX_MEMBERS} members; split the household",
        )
    stated = fatti.valori.get(COMPONENTI)
    # A number that is none, such as `NaN`, has been told above and cannot even be compared.
    counted = isinstance(stated, Decimal) and stated.is_finite()
    if counted and stated != len(fatti.membri):
        yield (
            f"i membri non sono tanti quanti `{COMPONENTI}`; correggi uno dei due",
            f"the members are not as many as `{COMPONENTI}`; mend one of the two",
        )


def _of_row(declared: Mapping[str, Fatto], row: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for nome, valore in row.items():
        fatto = declared.get(nome)
        if fatto is None:
            # Whoever mistakes a name for a place to write in may have put a person's data there.
            shown = nome if NAME.fullmatch(nome) else "…"
            close = near(nome, declared)
            it, en = ("", "") if close is None else (f"; forse `{close}`?", f"; perhaps `{close}`?")
            yield (
                f"`{shown}` non è un fatto della misura{it}",
                f"`{shown}` is not a fact of the measure{en}",
            )
        elif (why := misfit(fatto.tipo, valore)) is not None:
            yield _WHY[why][0].format(nome=nome), _WHY[why][1].format(nome=nome)


_WHY = {
    "tipo": (
        "`{nome}` non è del tipo dichiarato; controlla `tipo`",
        "`{nome}` is not of its declared type; check `tipo`",
    ),
    "intervallo": (
        "`{nome}` esce dai valori ammessi; controlla la cifra",
        "`{nome}` is outside the allowed values; check the figure",
    ),
}
