"""Is a notice anywhere looser than the act it applies, and where is it stricter?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from casa_model.casa.conforme._codice import GIORNO, NORMA, TUTTO, Codice
from casa_model.casa.conforme._coppia import Coppia
from casa_model.casa.conforme._impronta import graduatoria_di, impronta_di, impronta_di_leggi
from casa_model.casa.conforme._legge import (
    calendario_di,
    con_questa,
    da_sole,
    del_giorno_suo,
    e_legge,
    legge_di,
    non_letti,
    senza,
    senza_sportello,
    sostituzioni,
)
from casa_model.casa.conforme._rilievo import Esame, Rilievo
from casa_model.casa.conforme._verso import Verso
from casa_model.errors import IllTyped
from casa_model.readers.prose._nomi import leggibile
from casa_model.rules.avviso import Avviso, Differenza, Operazione
from casa_model.rules.misura import Misura
from casa_model.rules.quesiti import Confini
from casa_model.values import Testo
from casa_model.values._exact import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from casa_model.proof import Limiti
    from casa_model.values import Fonte

_WHOLE: Final = Testo(it="l'avviso nel suo insieme", en="the notice as a whole")
_AMOUNT: Final = Testo(it="l'importo", en="the amount")
_BLIND: Final = (Verso.NON_LETTO, Verso.GIORNO_IGNOTO)
"""Where one of the two sides is not known, there is nothing to ask."""
_RANKING: Final = Testo(it="la graduatoria", en="the ranking")
_LAW_DAY: Final = Testo(it="il giorno della legge", en="the day of the law")
_DAY: Final = Testo(it="il giorno dei requisiti", en="the day of the requisites")


@frozen
class Conformita:
    """A notice held against its act: the whole first, then each difference alone.

    A difference may be looser where another makes the notice stricter: only the whole says what
    becomes of people. `con_non_letti`: the act asks things that nobody here has read, and those
    were left out on both sides.
    """

    avviso: Avviso = field(validator=exact(Avviso))
    legge: Misura = field(validator=exact(Misura))
    esami: tuple[Esame, ...] = field(validator=exact(tuple))
    con_non_letti: bool = field(default=False, validator=exact(bool))

    @property
    def rilievi(self) -> tuple[Rilievo, ...]:
        """All findings, each with its code."""
        return tuple(rilievo for esame in self.esami for rilievo in esame.rilievi)

    @property
    def conforme(self) -> bool:
        """Whether nothing was found and nothing is unknown."""
        return not self.rilievi


def conforme(avviso: Avviso, base: Misura, *, limiti: Limiti | None = None) -> Conformita:
    """Hold a notice against `base`, the measure that it applies, by the law of its day.

    Every household shown was decided by `evaluate`; the day and the number of an application, which
    the office gives, count as known. Raises `MissingExtra` without the extra
    `proof`, `InvalidValue` when `base` is another measure, `IllTyped` when `avviso` is no notice
    or `limiti` are none.
    """
    if type(avviso) is not Avviso or type(base) is not Misura:
        raise IllTyped(
            it="si confronta un avviso con la sua misura; passa `conforme(avviso, misura)`",
            en="a notice is held against its measure; pass `conforme(avviso, misura)`",
        )
    legge = legge_di(avviso, base)
    unread = non_letti(legge)
    own, pairs = non_letti(avviso.misura), sostituzioni(avviso).items()
    instead = {new for old, new in pairs if old in unread}
    replaced = {old for old, new in pairs if new in own}
    other = senza_sportello(senza(avviso.misura, own | instead))
    read = senza_sportello(senza(legge, unread | replaced))
    day = calendario_di(legge).giorno_norma
    pair = Coppia(read, other, day, sostituzioni(avviso, "voce"))
    found, bounds = pair.rilievi(TUTTO, TUTTO, limiti=limiti)
    found = _marked(found, impronta_di(read, other, None, on=day))
    whole = Esame(None, _WHOLE, None, _cited(avviso, avviso.fonte), other, found, bounds)
    moved = _law_moved(avviso, legge, limiti)
    exams = (*moved, *(_exam(avviso, legge, each, limiti) for each in da_sole(avviso, legge)))
    return Conformita(avviso, legge, (whole, *exams), bool(unread))


def _law_moved(avviso: Avviso, legge: Misura, limiti: Limiti | None) -> Iterator[Esame]:
    """A law of another day than publication: a finding, and whom the two laws treat otherwise."""
    own = del_giorno_suo(avviso, legge)
    if own is None:
        return
    unread = non_letti(legge)
    day = calendario_di(legge).giorno_norma
    one, other = (senza_sportello(senza(side, unread)) for side in (own, legge))
    code = str(Codice(NORMA, NORMA, Verso.LEGGE_SPOSTATA))
    found: tuple[Rilievo, ...] = ()
    bounds = Confini(None, (day,))
    if e_legge(one):
        found, bounds = Coppia(one, other, day).rilievi(NORMA, NORMA, limiti=limiti)
    found = (Rilievo(code, NORMA, NORMA, Verso.LEGGE_SPOSTATA), *found)
    what = Differenza(NORMA, NORMA, Operazione.SOSTITUISCE, avviso.fonte)
    yield Esame(
        what,
        _LAW_DAY,
        None,
        _cited(avviso, avviso.fonte),
        other,
        _marked(found, impronta_di_leggi(one, other)),
        bounds,
    )


def _exam(avviso: Avviso, legge: Misura, each: Differenza, limiti: Limiti | None) -> Esame:
    unread = non_letti(legge)
    day = calendario_di(legge).giorno_norma
    alone = con_questa(avviso, legge, each)
    own = (*_of_its_own(avviso, unread, each), *_reranked(legge, alone, each, day))
    out = {*unread, *non_letti(avviso.misura)}
    one = senza_sportello(senza(alone, out))
    renamed = {} if one.importo == legge.importo else sostituzioni(avviso, "voce")
    pair = Coppia(senza_sportello(senza(legge, out)), one, day, renamed)
    found: tuple[Rilievo, ...] = ()
    bounds = Confini(None, (day,))
    if all(rilievo.verso not in _BLIND for rilievo in own):
        found, bounds = pair.rilievi(each.parte, each.nome, limiti=limiti)
    source = _article(legge, each)
    return Esame(
        each,
        _title(avviso, legge, each),
        None if source is None else _cited(avviso, source),
        _cited(avviso, each.fonte),
        one,
        _marked((*own, *found), impronta_di(legge, alone, each, on=day)),
        bounds,
    )


def _marked(found: Iterable[Rilievo], impronta: str) -> tuple[Rilievo, ...]:
    return tuple(evolve(rilievo, impronta=impronta) for rilievo in found)


def _of_its_own(avviso: Avviso, unread: Collection[str], each: Differenza) -> Iterator[Rilievo]:
    """What is a finding whoever it touches: a day that moves, something that nobody has read."""
    found: list[Verso] = []
    if each.parte == GIORNO:
        found.append(Verso.GIORNO_SPOSTATO)
        found += [Verso.GIORNO_IGNOTO] if avviso.pubblicazione is None else []
    names = {each.nome, each.codice_nuovo} if each.parte == "requisito" else set()
    if names & {*unread, *non_letti(avviso.misura)}:
        found.append(Verso.NON_LETTO)
    for verso in found:
        code = Codice(each.parte, each.nome, verso)
        yield Rilievo(str(code), each.parte, each.nome, verso)


def _reranked(legge: Misura, alone: Misura, each: Differenza, on: date) -> Iterator[Rilievo]:
    """A difference that changes the ranking of the act; where the act has none there is no other.

    The day of the requisites is a finding of its own, whoever it touches.
    """
    act = graduatoria_di(legge, on=on)
    if each.parte != GIORNO and act and act != graduatoria_di(alone, on=on):
        code = Codice(each.parte, each.nome, Verso.GRADUATORIA_DIVERSA)
        yield Rilievo(str(code), each.parte, each.nome, Verso.GRADUATORIA_DIVERSA)


def _title(avviso: Avviso, legge: Misura, each: Differenza) -> Testo:
    """What is changed, by the label that the act gives it, or else the notice."""
    match each.parte:
        case "data-requisiti":
            return _DAY
        case "importo":
            return _AMOUNT
        case "graduatoria":
            return _RANKING
        case "requisito":
            some = (*legge.requisiti, *avviso.misura.requisiti)
            return next(r.testo for r in some if r.codice == each.nome)
        case "parametro":
            return next(p.etichetta for p in legge.parametri if p.nome == each.nome)
        case _:
            words = Testo(it=leggibile(each.nome), en=leggibile(each.nome))
            found = next(d for d in legge.definizioni if d.nome == each.nome)
            return found.etichetta or words


def _article(legge: Misura, each: Differenza) -> Fonte | None:
    """Where the act says what is changed; None where it says nothing of it."""
    match each.parte:
        case "requisito" if each.operazione is not Operazione.AGGIUNGE:
            return next(r.fonte for r in legge.requisiti if r.codice == each.nome)
        case "parametro":
            found = next(p for p in legge.parametri if p.nome == each.nome)
            return next(iter(found.fonti(calendario_di(legge).giorno_norma)), None)
        case "definizione":
            return next(d.fonte for d in legge.definizioni if d.nome == each.nome)
        case "importo" if legge.importo is not None:
            return legge.importo.fonte
        case "graduatoria" if legge.graduatoria is not None:
            return legge.graduatoria.fonte
        case _:
            return None


def _cited(avviso: Avviso, fonte: Fonte) -> Testo:
    atti = {atto.codice: atto for atto in avviso.misura.atti}
    return Testo(it=fonte.render(atti, "it"), en=fonte.render(atti, "en"))
