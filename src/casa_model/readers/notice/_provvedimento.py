"""From an explained verdict to the draft of its motivated notice."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from attrs import frozen

from casa_model.errors import InvalidValue, Lang, UnknownName
from casa_model.readers.explain import Citazione, Ragione, Spiegazione, citazione
from casa_model.readers.notice._testo import testo_di
from casa_model.rules.esito import Esito
from casa_model.values import Fonte, Grado, Norma

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.rules.leggi import Norme
    from casa_model.rules.misura import Misura
    from casa_model.values import Atto

OSSERVAZIONI: Final = "giorni_osservazioni"
"""The parameter of l. 241/1990 that says how many days there are for observations."""

ARTICOLO_3: Final = Fonte(
    Grado.SECONDARIA, Norma("l-241-1990", "3"), "sentenze.altervista.org; wikipa.net"
)
"""Art. 3, as it was seen."""

_DECIDING: Final = {Esito.AMMESSO: True, Esito.NON_AMMESSO: False, Esito.DA_COMPLETARE: None}
"""How the requirements that decide each outcome came out."""


class Tipo(StrEnum):
    """What the notice is: each outcome has its own."""

    ACCOGLIMENTO = "accoglimento"
    """Admitted."""
    PREAVVISO = "preavviso"
    """Not admitted, outside competitive procedures: art. 10-bis comes first."""
    DINIEGO = "diniego"
    """Not admitted, in a competitive procedure: art. 10-bis does not apply."""
    COMPLETAMENTO = "completamento"
    """Nothing can be decided yet: the facts to bring."""


@frozen
class Osservazioni:
    """The days for observations, and the source that says so."""

    giorni: str
    fonte: Citazione


@frozen
class Provvedimento:
    """The draft: what decided, and the rules of procedure that it follows.

    `ragioni` are the requirements that decided the outcome, and no other. `osservazioni` is None
    when no number of days is known for the day of the law.
    """

    lang: Lang
    tipo: Tipo
    spiegazione: Spiegazione
    ragioni: tuple[Ragione, ...]
    articolo_3: Citazione
    osservazioni: Osservazioni | None
    concorsuale: bool
    riferimento: str | None = None
    ente: str | None = None

    def testo(self) -> str:
        """The draft in plain text, a note for the office last, with a line feed at the end."""
        return testo_di(self)


def motivated(
    misura: Misura,
    spiegazione: Spiegazione,
    *,
    legge: Norme,
    riferimento: str | None = None,
    ente: str | None = None,
) -> Provvedimento:
    """Draft the motivated notice of an explained verdict, in the language of the explanation.

    `legge` is l. 241/1990 (`edizione().norme["l-241-1990"]`): its acts and its parameter
    `giorni_osservazioni`. What the explanation masks stays masked; with `con_avviso` the letter
    names the notice and cites it, and says which requirements it changes. A measure that ranks is a
    competitive procedure. Raises `UnknownName` when `legge` lacks the parameter, `InvalidValue`
    when the explanation is of another measure.
    """
    if spiegazione.misura != misura.codice:
        raise InvalidValue(
            it=f"la spiegazione è della misura `{spiegazione.misura}`; "
            f"passa quella, non `{misura.codice}`",
            en=f"the explanation is of the measure `{spiegazione.misura}`; "
            f"pass that one, not `{misura.codice}`",
        )
    atti = {atto.codice: atto for atto in (*misura.atti, *legge.atti)}
    concorsuale = misura.graduatoria is not None
    wanted = _DECIDING[spiegazione.esito]
    return Provvedimento(
        lang=spiegazione.lang,
        tipo=_kind(spiegazione.esito, concorsuale=concorsuale),
        spiegazione=spiegazione,
        ragioni=tuple(r for r in spiegazione.ragioni if r.esito is wanted),
        articolo_3=citazione(ARTICOLO_3, atti, spiegazione.lang),
        osservazioni=_observations(legge, spiegazione, atti),
        concorsuale=concorsuale,
        riferimento=riferimento,
        ente=ente,
    )


def _kind(esito: Esito, *, concorsuale: bool) -> Tipo:
    if esito is Esito.NON_AMMESSO:
        return Tipo.DINIEGO if concorsuale else Tipo.PREAVVISO
    return Tipo.ACCOGLIMENTO if esito is Esito.AMMESSO else Tipo.COMPLETAMENTO


def _observations(
    legge: Norme, spiegazione: Spiegazione, atti: Mapping[str, Atto]
) -> Osservazioni | None:
    for parametro in legge.parametri:
        if parametro.nome == OSSERVAZIONI:
            periodo = parametro.il(spiegazione.on)
            if periodo is None:
                return None
            fonte = citazione(periodo.fonte, atti, spiegazione.lang)
            return Osservazioni(str(periodo.valore), fonte)
    raise UnknownName(
        it=f"la legge passata non ha `{OSSERVAZIONI}`; passa la l. 241/1990 dell'edizione",
        en=f"the law passed has no `{OSSERVAZIONI}`; pass l. 241/1990 of the edition",
    )
