"""Changes in sentences, for whoever advises a household: what, by how much, and which article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from attrs import field, frozen

from casa_model.errors import InvalidValue, Lang, only_lang
from casa_model.readers.changes._cambiamenti import (
    Cambiamenti,
    Cambiamento,
    DatoCambiato,
    NonDeciso,
    Rimedio,
    Scopo,
)
from casa_model.readers.changes._frasi import ESITI, dire
from casa_model.readers.changes._parole import Parole
from casa_model.readers.environment import days_of
from casa_model.rules.esito import Esito
from casa_model.rules.facts import Cambia
from casa_model.rules.names import DATA_REQUISITI
from casa_model.values import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.rules.misura import Misura

COPPIE: Final = 3
"""How many pairs are told; the others are counted."""


@frozen
class Capitolo:
    """A heading and the lines under it, in one language."""

    titolo: str
    righe: tuple[str, ...] = field(repr=False)


def racconto(
    misura: Misura, cambiamenti: Cambiamenti, *, lang: Lang, valori: bool = True
) -> tuple[Capitolo, ...]:
    """Tell the changes that `misura` gave, in sentences; a heading with no line is left out.

    With `valori` false no value of a fact is told, nor what reveals one: no difference, no day that
    is counted from one, no amount that is not due. Raises `InvalidValue` when another measure gave
    the changes, or for another language.
    """
    only_lang(lang)
    if cambiamenti.misura != misura.codice:
        raise InvalidValue(
            it=f"i cambiamenti sono della misura `{cambiamenti.misura}`; "
            f"passa quella, non `{misura.codice}`",
            en=f"the changes are of the measure `{cambiamenti.misura}`; "
            f"pass that one, not `{misura.codice}`",
        )
    told = _Racconto(Parole.of(misura, lang), cambiamenti, valori=valori)
    parts = (
        ("oggi", told.now()),
        ("persona", map(told.change, cambiamenti.persona)),
        ("tempo", told.time()),
        ("coppie", told.pairs()),
        ("rimedi", map(told.remedy, cambiamenti.rimedi)),
        ("nessuno", told.nobody()),
        ("mancano", told.missing()),
        ("note", told.notes()),
    )
    found = ((title, tuple(lines)) for title, lines in parts)
    return tuple(Capitolo(told.title(title), lines) for title, lines in found if lines)


@frozen
class _Racconto:
    parole: Parole
    tutto: Cambiamenti = field(repr=False)
    valori: bool = field(kw_only=True)

    def dire(self, frase: str, **blanks: object) -> str:
        return dire(frase, self.parole.lang, **blanks)

    def title(self, frase: str) -> str:
        if frase != "oggi":
            return self.dire(frase)
        day = days_of(self.parole.misura, self.tutto.on)[DATA_REQUISITI]
        esito = ESITI[self.tutto.esito].render(self.parole.lang)
        return self.dire("oggi", esito=esito, giorno=self.parole.con("il", day))

    def now(self) -> Iterator[str]:
        yield self.dire("vero")
        if not self.valori:
            yield self.dire("nascosti")
        nothing = not (self.tutto.tutti or self._undecided(None))
        owed = bool(self.tutto.obblighi)
        match self.tutto.scopo:
            case Scopo.AMMISSIONE:
                yield self.dire("falliti", requisiti=self.parole.requisiti(self.tutto.falliti))
                if nothing:
                    yield self.dire("niente_salvo" if owed else "niente")
            case Scopo.IMPORTO:
                if nothing:
                    yield self.dire("massimo_salvo" if owed else "gia_massimo")
            case Scopo.NESSUNO:
                ready = self.tutto.esito is Esito.AMMESSO
                yield self.dire("nulla" if ready else "completare")
            case _:
                assert_never(self.tutto.scopo)

    def change(self, each: Cambiamento) -> str:
        """A change of facts, with the day when it is another one too."""
        ways = [self._datum(dato) for dato in each.dati]
        if each.giorno is not None:
            frase = "requisiti_dal" if self.tutto.data_fissa is None else "requisiti_altrove"
            ways.append(self.dire(frase, quando=self._when(each)))
        joined = self.dire("e").join(ways)
        return self.dire("se", dati=joined, esito=self._outcome(each)) + self._mended(each)

    def time(self) -> Iterator[str]:
        """What time does: facts that it changes, and the day."""
        fixed, helps = self.tutto.data_fissa, (*self.tutto.tempo, *self.tutto.giorni)
        refused = self.tutto.scopo is Scopo.AMMISSIONE
        if fixed is not None and (refused or helps):
            yield self.dire("fissa", giorno=self.parole.con("il", fixed))
        yield from map(self.change, self.tutto.tempo)
        if self.tutto.tempo:
            yield self.dire("quale_giorno")
        frase = "tempo_basta" if fixed is None else "altro_avviso"
        for each in self.tutto.giorni:
            said = self.dire(frase, quando=self._when(each), esito=self._outcome(each))
            yield said + self._mended(each)
        if refused and not helps:
            if any(map(self._of_time, self._undecided(None))):
                yield self.dire("tempo_non_deciso")
            else:
                yield self.dire("nessun_giorno" if fixed is None else "nessun_avviso")

    def pairs(self) -> Iterator[str]:
        shown = self.tutto.coppie[:COPPIE]
        yield from map(self.change, shown)
        if any(dato.fatto.cambia is Cambia.TEMPO for each in shown for dato in each.dati):
            yield self.dire("quale_giorno")
        if more := len(self.tutto.coppie[COPPIE:]):
            yield self.dire("altre", n=more)

    def remedy(self, each: Rimedio) -> str:
        """What one requirement would take: each way to meet it, or that there is none.

        Where the steps were not enough, neither that there is none nor that nobody can is told.
        """
        ways = [self._way(way) for way in each.cambiamenti if way.cambia is not Cambia.NESSUNO]
        if not ways and self._undecided(each.requisito):
            ways.append(self.dire("nessun_modo_visto"))
        elif not ways and each.cambiamenti:
            facts = (dato for way in each.cambiamenti for dato in way.dati)
            names = dict.fromkeys(map(self.parole.tra_virgolette, facts))
            frase = "dipende" if len(names) == 1 else "dipendono"
            ways.append(self.dire(frase, dati=", ".join(names)))
        said = self.dire("oppure").join(ways) if ways else self.dire("nessun_modo")
        return self.dire("servirebbe", requisito=self.parole.testo(each.requisito), modi=said)

    def _way(self, each: Cambiamento) -> str:
        if each.giorno is None:
            return self.dire("che", dati=self.dire("e").join(map(self._datum, each.dati)))
        fixed = self.tutto.data_fissa is not None
        return self.dire("un_avviso" if fixed else "aspettare", quando=self._when(each))

    def nobody(self) -> Iterator[str]:
        """Said once, and with no value: nobody can do anything about it."""
        if self.tutto.nessuno:
            facts = (dato for each in self.tutto.nessuno for dato in each.dati)
            names = dict.fromkeys(self.parole.tra_virgolette(dato) for dato in facts)
            what = "importo" if self.tutto.scopo is Scopo.IMPORTO else "nessuno"
            how = "puo" if len(names) == 1 else "possono"
            yield self.dire(f"{what}_{how}", dati=", ".join(names))

    def missing(self) -> Iterator[str]:
        yield from map(self.parole.mancante, self.tutto.mancano)
        if self.tutto.altri:
            yield self.dire("altri")

    def notes(self) -> Iterator[str]:
        lang = self.parole.lang
        remedies = (way for each in self.tutto.rimedi for way in each.cambiamenti)
        told = (*self.tutto.giorni, *self.tutto.coppie[:COPPIE], *remedies)
        if self.tutto.data_fissa and any(each.giorno for each in told):
            yield self.dire("uguale")
        if self.tutto.non_visti:
            yield self.dire("non_visti", requisiti=self.parole.requisiti(self.tutto.non_visti))
        done = {fatto.nome for fatto in self.parole.misura.fatti if fatto.adempimento}
        for frase, some in (
            ("obblighi", [nome for nome in self.tutto.obblighi if nome not in done]),
            ("adempimenti", [nome for nome in self.tutto.obblighi if nome in done]),
        ):
            if some:
                yield self.dire(frase, dati=self.parole.nomi(some))
        if self.tutto.esclusi:
            yield self.dire("esclusi", dati=self.parole.nomi(self.tutto.esclusi))
        undecided = (self.parole.nomi(each.nomi) for each in self.tutto.non_decisi)
        if names := "; ".join(dict.fromkeys(undecided)):
            yield dire("non_decisi", lang, dati=names)

    def _undecided(self, requisito: str | None) -> list[NonDeciso]:
        """What was not decided of a requirement alone; of the outcome when it is None."""
        return [each for each in self.tutto.non_decisi if each.requisito == requisito]

    def _of_time(self, each: NonDeciso) -> bool:
        """Whether it is something that time does by itself."""
        facts = {fatto.nome: fatto.cambia for fatto in self.parole.misura.fatti}
        return len(each.nomi) == 1 and facts.get(each.nomi[0], Cambia.TEMPO) is Cambia.TEMPO

    def _datum(self, dato: DatoCambiato) -> str:
        nome, parole = self.parole.nome(dato), self.parole
        if not self.valori:
            return self.dire(parole.verso(dato), nome=nome)
        said = self.dire("fosse", nome=nome, nuovo=parole.valore(dato, dato.nuovo))
        now, far = parole.valore(dato, dato.valore), parole.distanza(dato)
        if far is None:
            return said + self.dire("adesso_solo", valore=now)
        return said + self.dire("adesso", valore=now, distanza=far)

    def _outcome(self, each: Cambiamento) -> str:
        verdict, ora = each.verdict, self.tutto.verdict.importo
        if ora is not None and verdict.importo is not None:
            return self._more(each)
        said = self.dire("sarebbe", esito=ESITI[verdict.esito].render(self.parole.lang))
        if verdict.importo is not None and self.valori:
            said += self.dire("con_importo", importo=verdict.importo.render(self.parole.lang))
        if verdict.mancano:
            said += self.dire("mancherebbe", dati=self.parole.nomi(verdict.mancano))
        return said

    def _more(self, each: Cambiamento) -> str:
        lang = self.parole.lang
        ora, then = self.tutto.verdict.importo, each.verdict.importo
        if not self.valori or ora is None or then is None:
            return self.dire("importo_maggiore")
        said = self.dire("importo", nuovo=then.render(lang), ora=ora.render(lang))
        return said if each.al_massimo is None else said + self._most(each.al_massimo)

    def _most(self, each: Cambiamento) -> str:
        (dato,), due = each.dati, each.verdict.importo or ZERO
        nuovo = self.parole.valore(dato, dato.nuovo)
        return self.dire("al_massimo", importo=due.render(self.parole.lang), nuovo=nuovo)

    def _mended(self, each: Cambiamento) -> str:
        """Which requirements a change mends, where it is not the only one that is not met."""
        if len(self.tutto.falliti) <= 1 or not each.sana:
            return "."
        return self.dire("sana", requisiti=self.parole.requisiti(each.sana))

    def _when(self, each: Cambiamento) -> str:
        if not self.valori or each.giorno is None:
            return self.dire("giorno_nascosto" if each.fino is None else "giorni_nascosti")
        said = self.parole.con("dal", each.giorno)
        if each.fino is not None:
            said = self.dire("dal_al", giorno=said, fino=self.parole.con("al", each.fino))
        elif not each.fino_deciso:
            said = self.dire("dal_non_deciso", giorno=said)
        return self.dire("legge", quando=said) if each.legge else said
