"""What a notice changes of its measure: adds, replaces, removes, overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from casa_model.errors import near
from casa_model.rules.avviso import Differenza, Operazione
from casa_model.rules.leggi._definizioni import Draft, draft, shapes_of, type_all
from casa_model.rules.leggi._importo import read_detrae, read_graduatoria, read_voce, source_of
from casa_model.rules.leggi._override import override
from casa_model.rules.leggi._requisiti import read_requisito
from casa_model.rules.leggi._shapes import ImportoShape, RequisitoShape, TogliShape
from casa_model.rules.misura import Importo, Requisito, Voce

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casa_model.rules.leggi._desk import Desk
    from casa_model.rules.misura import Definizione, Misura, Ordinamento
    from casa_model.values import Fonte, Testo
    from casa_model.values.toml import KeyPath

AGGIUNGE, SOSTITUISCE, TOGLIE = Operazione.AGGIUNGE, Operazione.SOSTITUISCE, Operazione.TOGLIE


class Changes:
    """The differences of one notice, applied part by part; `told` lists them."""

    def __init__(self, desk: Desk, base: Misura, fonte: Fonte, law: date) -> None:
        self.desk = desk
        self.base = base
        self.fonte = fonte
        self.law = law
        self.told: list[Differenza] = []
        self._removed = self._removals()

    def _tell(
        self, parte: str, nome: str, what: Operazione, fonte: Fonte | None,
        motivo: Testo | None = None,
    ) -> None:  # fmt: skip
        self.told.append(Differenza(parte, nome, what, fonte or self.fonte, motivo))

    def _removals(self) -> dict[str, set[str]]:
        voci = () if self.base.importo is None else self.base.importo.voci
        known = {
            "requisito": [requisito.codice for requisito in self.base.requisiti],
            "voce": [voce.codice for voce in voci],
        }
        removed: dict[str, set[str]] = {"requisito": set(), "voce": set()}
        for path in self.desk.rows("togli"):
            shape = self.desk.shape(TogliShape, path)
            if shape is None:
                continue
            fonte = self.desk.fonte(shape, path, ("ciò che si toglie", "what is removed"))
            named = [(p, n) for p in removed if (n := getattr(shape, p)) is not None]
            if len(named) != 1:
                self.desk.wrong("chiave-mancante", path, chiave="requisito",
                                esempio='`requisito = "isee"` oppure `voce = "debito"`')  # fmt: skip
            for parte, nome in named:
                if self._known(nome, known[parte], (*path, parte)):
                    removed[parte].add(nome)
                    self._tell(parte, nome, TOGLIE, fonte, shape.motivo)
        return removed

    def _known(self, nome: str, known: Iterable[str], path: KeyPath) -> bool:
        names = list(known)
        if nome not in names:
            self.desk.wrong("sostituisce-ignoto", path, vicino=near(nome, names), nome=nome)
        return nome in names

    def _placed(self, nome: str, sostituisce: str | None, known: Sequence[str], path: KeyPath) -> bool:
        """Whether a part may stand: new under a free name, or in place of a known one."""
        if sostituisce is not None:
            if not self._known(sostituisce, known, (*path, "sostituisce")):
                return False
            if nome in known and nome != sostituisce:
                self.desk.wrong("gia-presente", path, nome=nome)
                return False
            return True
        if nome in known:
            self.desk.wrong("gia-presente", path, nome=nome)
        return nome not in known

    def facts(self) -> None:
        """Tell the facts that the notice adds."""
        mine = self.desk.doc.data.get("fatti", {})
        for nome in mine if isinstance(mine, dict) else ():
            if nome in self.desk.fatti:
                self._tell("fatto", nome, AGGIUNGE, None)

    def parameters(self) -> None:
        """Override parameters, or add new ones: one undated value each, with its source."""
        for nome, path in self.desk.table("parametri"):
            known = {parametro.nome for parametro in self.base.parametri}
            found = override(self.desk, self.base, nome, path, self.law)
            if found is not None:
                self.desk.parametri[nome] = found
                fonti = found.fonti(self.law)
                self._tell("parametro", nome, SOSTITUISCE if nome in known else AGGIUNGE, fonti[0])

    def definitions(self) -> tuple[Definizione, ...]:
        """All definitions, those of the notice in place of those that they replace, typed."""
        base = {each.nome: each for each in self.base.definizioni}
        accepted = {}
        for nome, (shape, path) in shapes_of(self.desk).items():
            if shape.sostituisce is None and nome not in base:
                if self.desk.name(nome, path):
                    accepted[nome] = (shape, path, AGGIUNGE)
                    self.desk.tipi[nome] = None
            elif self._placed(nome, shape.sostituisce, list(base), path):
                accepted[nome] = (shape, path, SOSTITUISCE)
                if shape.sostituisce != nome:
                    self.desk.wrong("sostituisce-ignoto", (*path, "sostituisce"), vicino=nome,
                                    nome=shape.sostituisce)  # fmt: skip
        drafts = {
            nome: Draft(each.vale, each.fonte, each.etichetta, None) for nome, each in base.items()
        }
        for nome, (shape, path, what) in accepted.items():
            found = draft(self.desk, shape, path)
            if found is not None:
                drafts[nome] = found
                self._tell("definizione", nome, what, found.fonte)
        return type_all(self.desk, drafts)

    def requirements(self, extra: Iterable[Requisito]) -> tuple[Requisito, ...]:
        """The requirements of the measure as changed, then the new ones."""
        codes = [requisito.codice for requisito in self.base.requisiti]
        replaced: dict[str, Requisito] = {}
        new: dict[str, Requisito] = {}
        for path in self.desk.rows("requisiti"):
            shape = self.desk.shape(RequisitoShape, path)
            if shape is None:
                continue
            fits = self._placed(shape.codice, shape.sostituisce, [*codes, *new], path)
            found = read_requisito(self.desk, shape, path)
            if not fits:
                continue
            if shape.sostituisce is None:
                new[shape.codice] = found
                self._tell("requisito", shape.codice, AGGIUNGE, found.fonte)
            else:
                replaced[shape.sostituisce] = found
                self._tell("requisito", shape.sostituisce, SOSTITUISCE, found.fonte)
        for requisito in extra:
            if requisito.codice not in codes:
                new[requisito.codice] = requisito
                self._tell("requisito", requisito.codice, AGGIUNGE, requisito.fonte)
        kept = [r for r in self.base.requisiti if r.codice not in self._removed["requisito"]]
        return (*(replaced.get(r.codice, r) for r in kept), *new.values())

    def amount(self) -> Importo | None:
        """The amount of the measure as changed."""
        base = self.base.importo
        shape = None
        if self.desk.has("importo"):
            shape = self.desk.shape(ImportoShape, ("importo",))
        kept = [v for v in (base.voci if base else ()) if v.codice not in self._removed["voce"]]
        if shape is None:
            return base and evolve(base, voci=tuple(kept))
        fonte = source_of(self.desk, shape, ("importo",))
        voci = self._items(shape, kept)
        found = evolve(base or Importo(()), voci=self._ordered(shape, voci, fonte))
        if shape.massimo is not None:
            massimo = self.desk.money(shape.massimo, ("importo", "massimo"))
            found = evolve(found, massimo=massimo)
            self._tell("importo", "massimo", SOSTITUISCE, fonte)
        detrae, detrae_da = read_detrae(self.desk, shape)
        if detrae is not None:
            found = evolve(found, detrae=detrae, detrae_da=detrae_da)
            self._tell("importo", "detrae", SOSTITUISCE, fonte)
        return evolve(found, fonte=fonte or found.fonte)

    def _items(self, shape: ImportoShape, kept: list[Voce]) -> list[Voce]:
        voci = {voce.codice: voce for voce in kept}
        for at, each in enumerate(shape.voci):
            path = ("importo", "voci", at)
            fits = self._placed(each.codice, each.sostituisce, list(voci), path)
            found = read_voce(self.desk, each, at)
            if not fits:
                continue
            old = each.sostituisce or each.codice
            what = AGGIUNGE if each.sostituisce is None else SOSTITUISCE
            voci[old] = found
            self._tell("voce", old, what, found.fonte)
        return list(voci.values())

    def _ordered(
        self, shape: ImportoShape, voci: list[Voce], fonte: Fonte | None
    ) -> tuple[Voce, ...]:
        if not shape.ordine_voci:
            return tuple(voci)
        codes = [voce.codice for voce in voci]
        for at, codice in enumerate(shape.ordine_voci):
            self._known(codice, codes, ("importo", "ordine_voci", at))
        rank = {codice: at for at, codice in enumerate(shape.ordine_voci)}
        self._tell("importo", "ordine_voci", SOSTITUISCE, fonte)
        return tuple(sorted(voci, key=lambda voce: rank.get(voce.codice, len(rank))))

    def ranking(self) -> Ordinamento | None:
        """The ranking of the notice, or that of the measure."""
        found = read_graduatoria(self.desk)
        if found is None:
            return self.base.graduatoria
        self._tell("graduatoria", "graduatoria", SOSTITUISCE, found.fonte)
        return found

    def check_whole(self, misura: Misura) -> None:
        """Type again what the measure wrote, now that its numbers may be others."""
        for requisito in misura.requisiti:
            for tree in (requisito.condizione, *(d.condizione for d in requisito.deroghe)):
                if tree is not None and not self.desk.wrote(tree):
                    self.desk.want_bool(tree)
        for voce in () if misura.importo is None else misura.importo.voci:
            for money in (voce.vale, voce.massimo):
                if money is not None and not self.desk.wrote(money):
                    self.desk.want_money(money)
