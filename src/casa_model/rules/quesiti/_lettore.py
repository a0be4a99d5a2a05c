"""One sentence of a file after the other, from its text to its question."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from casa_model.errors import CasaError, WrongDay, near
from casa_model.rules.quesiti._a_parte import apart
from casa_model.rules.quesiti._contesto import Contesto, Versione
from casa_model.rules.quesiti._dimostrazione import Risposta
from casa_model.rules.quesiti._domande import Domande
from casa_model.rules.quesiti._forme import DOMANDE, ProprietaShape
from casa_model.rules.quesiti._giorni import check_days
from casa_model.rules.quesiti._nomi import absent, check_names
from casa_model.rules.quesiti._non_chiesta import NonChiesta
from casa_model.rules.quesiti._proprieta import Proprieta
from casa_model.rules.types import FIRST_DAY, LAST_DAY
from casa_model.values import Vigenza

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casa_model.errors import Place
    from casa_model.rules.misura import Misura
    from casa_model.rules.quesiti._contesto import Giorni
    from casa_model.rules.quesiti._quesito import Quesito
    from casa_model.values.sheet import Page
    from casa_model.values.toml import KeyPath

ALL_DAYS = Vigenza(FIRST_DAY, LAST_DAY)
"""Every day that rules count: a measure answers on some of them."""

_EVERY = "tutti"
_EXPECTED = (Risposta.SI.value, Risposta.NO.value)


class Lettore:
    """The sentences of a page.

    `absent` are the names that the measures have not, by their places; `undated` the places of days
    that cannot be asked of a notice, or on which what is named has no value; `elsewhen` those where
    a sentence is of a day on which a measure of it is not in force. Sentences of the edition, which
    are not `own`, are asked of a notice on its day, whatever they say.
    """

    def __init__(self, page: Page, misure: Mapping[str, Misura], *, own: bool) -> None:
        self.page = page
        self.misure = misure
        self.own = own
        self.seen: set[str] = set()
        self.absent: dict[Place, str] = {}
        self.undated: set[Place] = set()
        self.elsewhen: set[Place] = set()
        self.asked = Domande(page, self.absent)
        head: Mapping[str, Any] = page.doc.data
        self.misura = head["misura"] if isinstance(head.get("misura"), str) else None
        self.al = head["al"] if type(head.get("al")) is date else None

    def try_read(self, path: KeyPath, dropped: list[str]) -> Proprieta | None:
        """One sentence, without its faults: its code, if it has any, is among those `dropped`."""
        with apart(self.page) as mine:
            found = self.read(path)
        if not mine.gravi:
            return found
        dropped.append(str(self.page.doc.data["proprieta"][path[-1]].get("codice", "?")))
        return None

    def read_known(
        self, path: KeyPath, unasked: list[NonChiesta], dropped: list[str] | None = None
    ) -> Proprieta | None:
        """One sentence; where it only names what is not there, it is among those `unasked`.

        With `dropped` so is one with any other fault, but for one of a day on which its measures
        are not in force: its code is among those.
        """
        shape = self.page.shape(ProprietaShape, path)
        if shape is None:
            return None
        with apart(self.page) as own:
            found = self._of(shape, path)
        mine = own.gravi
        if not mine:
            return found
        places = {fault.place for fault in mine}
        if dropped is not None and places & self.elsewhen:
            dropped.append(shape.codice)
        elif dropped is not None or places <= self.absent.keys() | self.undated:
            names = tuple(self.absent[each.place] for each in mine if each.place in self.absent)
            misure = tuple(nome for nome, _ in self._named_measures(shape, path))
            place = self.page.doc.place(path)
            unasked.append(NonChiesta(shape.codice, shape.testo, place, mine, names, misure))
        else:
            self.page.faults.extend(mine)
        return None

    def read(self, path: KeyPath) -> Proprieta | None:
        """One sentence; None once its faults are told."""
        shape = self.page.shape(ProprietaShape, path)
        return None if shape is None else self._of(shape, path)

    def _of(self, shape: ProprietaShape, path: KeyPath) -> Proprieta | None:
        self._code(shape.codice, (*path, "codice"))
        attesa = self._expected(shape.attesa, (*path, "attesa"))
        asked = [key for key in DOMANDE if getattr(shape, key) not in {None, False}]
        if len(asked) != 1:
            keys = ", ".join(f"`{key}`" for key in DOMANDE)
            self.page.refuse(
                path, f"una frase ha una sola domanda; scrivi una di queste: {keys}",
                f"a sentence asks one thing; write one of these: {keys}",
            )  # fmt: skip
        versioni = self._measures(shape, path)
        contesto = self._context(shape, path, versioni)
        if len(asked) != 1 or contesto is None or attesa is None:
            return None
        if shape.norma is not None:
            self._act(shape.norma.atto, contesto.misure, (*path, "norma"))
        where = (*path, asked[0])
        quesito = self.asked.read(shape, asked[0], contesto, where)
        if quesito is None or not self._named(quesito, where) or not self._dated(quesito, where):
            return None
        told = getattr(shape, asked[0])
        frasi = told if isinstance(told, tuple) else (told,) if isinstance(told, str) else ()
        return Proprieta(
            shape.codice, quesito, attesa, shape.testo, shape.norma, frasi,
            self.page.doc.place(path),
        )  # fmt: skip

    def _code(self, codice: str, path: KeyPath) -> None:
        if self.page.code(codice, path) and codice in self.seen:
            self.page.wrong("nome-ripetuto", path, nome=codice, altro="frase", altro_en="sentence")
        self.seen.add(codice)

    def _expected(self, attesa: str, path: KeyPath) -> Risposta | None:
        if attesa in _EXPECTED:
            return Risposta(attesa)
        self.page.refuse(path, "scrivi `si` oppure `no`", "write `si` or `no`")
        return None

    def _measures(self, shape: ProprietaShape, path: KeyPath) -> list[Versione]:
        """The measures of a sentence; none once a fault is told.

        A sentence goes on calling a measure by the name that it says, whatever stands for it.
        """
        named = self._named_measures(shape, path)
        if not named:
            self.page.wrong("chiave-mancante", path, chiave="misura",
                            esempio='`misura = "crs-difficolta"`')  # fmt: skip
            return []
        for nome, where in named:
            if nome not in self.misure:
                close = near(nome, self.misure)
                self.page.wrong("misura-ignota", where, vicino=close, nome=nome)
        found = [_called(self.misure[nome], nome) for nome, _ in named if nome in self.misure]
        return found if len(found) == len(named) else []

    def _named_measures(self, shape: ProprietaShape, path: KeyPath) -> list[tuple[str, KeyPath]]:
        """The names of the measures of a sentence, or that of the head, and where they stand."""
        if shape.misure:
            return [(nome, (*path, "misure", at)) for at, nome in enumerate(shape.misure)]
        if shape.misura is not None:
            return [(shape.misura, (*path, "misura"))]
        return [] if self.misura is None else [(self.misura, ("misura",))]

    def _context(
        self, shape: ProprietaShape, path: KeyPath, versioni: list[Versione]
    ) -> Contesto | None:
        """The measures of a sentence on its day, or on all; None once a fault is told."""
        giorni = self._days(shape, path)
        if not versioni or giorni is None or not self._of_notice(shape, path, versioni):
            return None
        contesto = Contesto.delle(versioni, giorni=giorni)
        if isinstance(contesto.giorni, Vigenza):
            return contesto
        where = (*path, "al") if shape.al else ("al",) if giorni != ALL_DAYS else path
        for versione in contesto.versioni:
            fixed = versione.misura.calendario
            day = contesto.giorni if fixed is None else fixed.giorno_norma
            if not versione.misura.vigenza.contiene(day):
                self.elsewhen.add(self.page.doc.place(where))
                self.page.refuse(
                    where, f"`{versione.codice}` non è in vigore quel giorno",
                    f"`{versione.codice}` is not in force on that day",
                )  # fmt: skip
                return None
        return contesto

    def _of_notice(
        self, shape: ProprietaShape, path: KeyPath, versioni: Sequence[Versione]
    ) -> bool:
        """Whether a sentence says no day but that of the law of a notice which it is about."""
        fixed = next((each for v in versioni if (each := v.misura.calendario) is not None), None)
        if fixed is None or not self.own:
            return True
        law = fixed.giorno_norma
        stated = shape.al or (None if shape.giorni else self.al)
        if shape.giorno_vuoto is not None:
            where: KeyPath = (*path, "giorno_vuoto")
            it = f"un avviso risponde sempre con la sua legge, quella del {law}"
            en = f"a notice always answers by its law, that of {law}"
        elif shape.giorni is not None:
            where = (*path, "giorni")
            it = f"un avviso ha la legge di un giorno solo, il {law}; togli `giorni`"
            en = f"a notice has the law of one day, {law}; remove `giorni`"
        elif stated not in {None, law}:
            where = (*path, "al") if shape.al is not None else ("al",)
            it = f"l'avviso ha la legge del {law}, e non di un altro giorno; togli `al`"
            en = f"the notice has the law of {law}, and of no other day; remove `al`"
        else:
            return True
        it += ", oppure chiedi della sua misura"
        en += ", or ask of the measure that it applies"
        self.undated.add(self.page.doc.place(where))
        self.page.refuse(where, it, en)
        return False

    def _days(self, shape: ProprietaShape, path: KeyPath) -> Giorni | None:
        """The day of a sentence, or all; None once a fault is told."""
        if shape.giorni is not None and shape.giorni != _EVERY:
            self.page.refuse((*path, "giorni"), 'scrivi `giorni = "tutti"`, oppure `al = …`',
                             'write `giorni = "tutti"`, or `al = …`')  # fmt: skip
            return None
        if shape.giorni is not None and shape.al is not None:
            self.page.refuse((*path, "giorni"), "c'è già `al`; tieni uno dei due",
                             "there is `al` already; keep one of the two")  # fmt: skip
            return None
        return shape.al or (None if shape.giorni else self.al) or ALL_DAYS

    def _act(self, atto: str, misure: Sequence[Misura], path: KeyPath) -> None:
        known = [each.codice for misura in misure for each in misura.atti]
        if atto not in known:
            self.page.wrong("atto-ignoto", path, vicino=near(atto, known), atto=atto)

    def _named(self, quesito: Quesito, path: KeyPath) -> bool:
        try:
            check_names(quesito)
        except CasaError as error:
            nome = absent(quesito)
            if nome is not None:
                self.absent[self.page.doc.place(path)] = nome
            self.page.refuse(path, error.testo("it"), error.testo("en"))
            return False
        return True

    def _dated(self, quesito: Quesito, path: KeyPath) -> bool:
        """Whether there is a day to ask: one on which all that the phrases name has a value."""
        try:
            check_days(quesito)
        except WrongDay as error:
            self.undated.add(self.page.doc.place(path))
            self.page.refuse(path, error.testo("it"), error.testo("en"))
            return False
        return True


def _called(misura: Misura, nome: str) -> Versione:
    return Versione(misura, nome=None if misura.codice == nome else nome)
