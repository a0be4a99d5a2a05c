"""What a notice changes of its measure: adds, replaces, removes, overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import near
from casa_model.rules.avviso import Differenza, Operazione
from casa_model.rules.leggi._definizioni import Draft, draft, shapes_of, type_all
from casa_model.rules.leggi._finish import requirement_rows
from casa_model.rules.leggi._graduatoria import read_graduatoria
from casa_model.rules.leggi._importo import AN_AMOUNT, ITEM, read_detrae, read_voce
from casa_model.rules.leggi._override import override
from casa_model.rules.leggi._pieces import Pieces, not_there
from casa_model.rules.leggi._requisiti import REQUIREMENT, read_requisito
from casa_model.rules.leggi._shapes import (
    ImportoShape,
    RequisitoShape,
    TogliShape,
    VoceShape,
)
from casa_model.rules.misura import Importo, Requisito, Voce
from casa_model.rules.names import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.leggi._shapes import DefinizioneShape
    from casa_model.rules.misura import Definizione, Misura, Ordinamento
    from casa_model.values import Fonte, Testo
    from casa_model.values.toml import KeyPath

AGGIUNGE, SOSTITUISCE, TOGLIE = Operazione.AGGIUNGE, Operazione.SOSTITUISCE, Operazione.TOGLIE
IMPORTO: KeyPath = ("importo",)


class Changes:
    """The differences of one notice, applied part by part; `told` lists them."""

    def __init__(self, desk: Desk, base: Misura, fonte: Fonte, law: date) -> None:
        self.desk = desk
        self.base = base
        self.fonte = fonte
        self.law = law
        self.told: list[Differenza] = []
        voci = () if base.importo is None else base.importo.voci
        self._requisiti: Pieces[Requisito] = Pieces(
            desk, REQUIREMENT, {requisito.codice: requisito for requisito in base.requisiti}
        )
        self._voci: Pieces[Voce] = Pieces(desk, ITEM, {voce.codice: voce for voce in voci})
        self._emptied: KeyPath | None = None
        self._remove()

    def _tell(
        self,
        parte: str,
        nome: str,
        what: Operazione,
        fonte: Fonte | None,
        motivo: Testo | None = None,
    ) -> None:
        self.told.append(Differenza(parte, nome, what, fonte or self.fonte, motivo))

    def _tell_piece(
        self, parte: str, shape: RequisitoShape | VoceShape, what: Operazione, fonte: Fonte | None
    ) -> None:
        """Tell a piece under the code that it had in the measure, and its own where it is new."""
        self._tell(parte, shape.sostituisce or shape.codice, what, fonte)
        if shape.sostituisce not in (None, shape.codice):
            self.told[-1] = evolve(self.told[-1], codice_nuovo=shape.codice)

    def _remove(self) -> None:
        pieces: dict[str, Pieces[Requisito] | Pieces[Voce]] = {
            "requisito": self._requisiti,
            "voce": self._voci,
        }
        for path in self.desk.rows("togli"):
            shape = self.desk.shape(TogliShape, path)
            if shape is None:
                continue
            fonte = self.desk.fonte(shape, path, ("ciò che si toglie", "what is removed"))
            named = [(parte, n) for parte in pieces if (n := getattr(shape, parte)) is not None]
            if not named:
                example = '`requisito = "isee"` oppure `voce = "debito"`'
                self.desk.wrong("chiave-mancante", path, chiave="requisito", esempio=example)
            for parte, nome in named:
                if pieces[parte].remove(nome, (*path, parte)):
                    self._emptied = (*path, "voce") if parte == "voce" else self._emptied
                    self._tell(parte, nome, TOGLIE, fonte, shape.motivo)

    def facts(self) -> None:
        """Tell the facts that the notice adds."""
        known = {fatto.nome for fatto in self.base.fatti}
        for nome in self.desk.names.fatti:
            if nome not in known:
                self._tell("fatto", nome, AGGIUNGE, None)

    def parameters(self) -> None:
        """Override parameters, or add new ones: one undated value each, with its source."""
        known = {parametro.nome: parametro for parametro in self.base.parametri}
        for nome, path in self.desk.table("parametri"):
            found = override(self.desk, known.get(nome), path, self.law)
            if found is not None:
                self.desk.names.parametro(found, path)
                what = SOSTITUISCE if nome in known else AGGIUNGE
                self._tell("parametro", nome, what, found.fonti(self.law)[0])

    def definitions(self) -> tuple[Definizione, ...]:
        """All definitions, those of the notice in place of those that they replace, typed."""
        base = {each.nome: each for each in self.base.definizioni}
        accepted = []
        for nome, shape, path in shapes_of(self.desk):
            if self._may_define(nome, shape, path, base):
                self.desk.names.definizione(nome, None, path)
                accepted.append((nome, shape, path))
        drafts = {nome: Draft(e.vale, e.fonte, e.etichetta) for nome, e in base.items()}
        for nome, shape, path in accepted:
            found = draft(self.desk, shape, path)
            if found is not None:
                drafts[nome] = found
                self._tell(
                    "definizione", nome, SOSTITUISCE if nome in base else AGGIUNGE, found.fonte
                )
        return type_all(self.desk, drafts)

    def _may_define(
        self, nome: str, shape: DefinizioneShape, path: KeyPath, base: Iterable[str]
    ) -> bool:
        """Whether a definition is new under a free name, or in place of the one that it says."""
        old = shape.sostituisce
        if old is None and nome in base:
            self.desk.wrong("gia-presente", path, key=True, nome=nome)
        elif old is not None and old not in base:
            not_there(self.desk, old, base, (*path, "sostituisce"))
        elif old is not None and old != nome:
            it = f"una definizione si sostituisce col suo nome; scrivi `[definizioni.{old}]`"
            en = f"a definition is replaced under its own name; write `[definizioni.{old}]`"
            self.desk.refuse((*path, "sostituisce"), it, en)
        else:
            return old is not None or self.desk.name(nome, path, Kind.DEFINIZIONE)
        if nome not in self.desk.names.kinds:
            self.desk.names.definizione(nome, None)
        return False

    def requirements(self, extra: Iterable[tuple[Requisito, KeyPath]]) -> tuple[Requisito, ...]:
        """The requirements of the measure as changed, then the new ones."""
        for path in requirement_rows(self.desk):
            shape = self.desk.shape(RequisitoShape, path)
            if shape is None:
                continue
            found = read_requisito(self.desk, shape, path)
            what = self._requisiti.put(shape.codice, shape.sostituisce, found, path)
            if what is not None:
                self._tell_piece("requisito", shape, what, found.fonte)
        for requisito, word in extra:
            if self._requisiti.changed(requisito.codice):
                it = f"`{requisito.codice}` è anche tolto o sostituito qui; scegli una delle due"
                en = f"`{requisito.codice}` is also removed or replaced here; choose one of the two"
                self.desk.refuse(word, it, en)
            elif requisito.codice not in self._requisiti.base:
                self._requisiti.put(requisito.codice, None, requisito, word)
                self._tell("requisito", requisito.codice, AGGIUNGE, requisito.fonte)
        return self._requisiti.result()

    def amount(self) -> Importo | None:
        """The amount of the measure as changed."""
        base = self.base.importo
        shape = self.desk.section(ImportoShape, "importo")
        if shape is None:
            return None if base is None else self._paying(evolve(base, voci=self._voci.result()))
        for at, each in enumerate(shape.voci):
            path = (*IMPORTO, "voci", at)
            voce = read_voce(self.desk, each, path)
            what = self._voci.put(each.codice, each.sostituisce, voce, path)
            if what is not None:
                self._tell_piece("voce", each, what, voce.fonte)
        fonte = self.desk.fonte_if_any(shape, IMPORTO, AN_AMOUNT)
        voci = self._ordered(shape.ordine_voci, self._voci.result(), fonte)
        found = evolve(base or Importo(()), voci=voci)
        if shape.massimo is not None:
            massimo = self.desk.money(shape.massimo, (*IMPORTO, "massimo"))
            found = evolve(found, massimo=massimo)
            what = AGGIUNGE if base is None or base.massimo is None else SOSTITUISCE
            if base is None or base.massimo != massimo:
                self._tell("importo", "massimo", what, fonte)
        detrae, detrae_da = read_detrae(self.desk, shape)
        if detrae is not None:
            found = evolve(found, detrae=detrae, detrae_da=detrae_da)
            was = base or Importo(())
            what = SOSTITUISCE if was.detrae else AGGIUNGE
            if (was.detrae, was.detrae_da) != (detrae, detrae_da):
                self._tell("importo", "detrae", what, fonte)
        return self._paying(evolve(found, fonte=fonte or found.fonte))

    def _paying(self, importo: Importo) -> Importo:
        """An amount pays for something: told at the last item removed, if any was."""
        if not importo.voci and self._emptied is None:
            example = "`voci = [{ codice = … }]`"
            self.desk.wrong("chiave-mancante", IMPORTO, chiave="voci", esempio=example)
        elif not importo.voci and self._emptied is not None:
            it = "senza questa non resta alcuna voce; lasciala, o aggiungine un'altra"
            en = "without this no item is left; leave it, or add another one"
            self.desk.refuse(self._emptied, it, en)
        return importo

    def _ordered(
        self, wanted: Sequence[str], voci: tuple[Voce, ...], fonte: Fonte | None
    ) -> tuple[Voce, ...]:
        """The items in the order wanted, those not named last."""
        if not wanted:
            return voci
        codes = [voce.codice for voce in voci]
        seen: set[str] = set()
        for at, codice in enumerate(wanted):
            path = (*IMPORTO, "ordine_voci", at)
            self.desk.once(codice, seen, path, ITEM)
            if codice not in codes:
                self.desk.wrong(
                    "valore-malformato",
                    path,
                    vicino=near(codice, codes),
                    valore=codice,
                    atteso="una voce dell'importo",
                    atteso_en="an item of the amount",
                    esempio=" o ".join(f"`{code}`" for code in codes[:1]),
                )
        last = len(wanted)
        rank = {codice: at for at, codice in enumerate(wanted)}
        found = tuple(sorted(voci, key=lambda voce: rank.get(voce.codice, last)))
        if found != voci:
            self._tell("importo", "ordine_voci", SOSTITUISCE, fonte)
        return found

    def ranking(self) -> Ordinamento | None:
        """The ranking of the notice, or that of the measure."""
        found = read_graduatoria(self.desk)
        if found is None:
            return self.base.graduatoria
        was = self.base.graduatoria
        if was is None or evolve(was, fonte=found.fonte) != found:
            what = AGGIUNGE if was is None else SOSTITUISCE
            self._tell("graduatoria", "graduatoria", what, found.fonte)
        return found
