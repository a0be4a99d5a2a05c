"""A machine that drives a ledger with every kind of entry, good and bad, beside the model."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Final

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from programma import ledger_model as model

from casa_model.errors import RefusedEntry
from casa_model.programma.spesa import (
    Economia,
    Impegno,
    Liquidazione,
    Registro,
    Rettifica,
    Revoca,
    Stanziamento,
)
from casa_model.values import Cup, Euro, Fonte, Grado

if TYPE_CHECKING:
    from casa_model.programma.spesa import Movimento, StatoLinea

ATTO: Final = Fonte(Grado.DERIVATA, testo="prova")
CUP: Final = Cup("E11B24000120006")
ALER: Final = ("aler-milano", "aler-pavia-lodi", "015118")
DAYS: Final = st.sampled_from([0] * 12 + [1] * 4 + [30, 200, -1])
KINDS: Final = st.sampled_from(
    [Impegno] * 4 + [Liquidazione] * 5 + [Rettifica] * 7 + [Economia] * 2 + [Stanziamento, Revoca]
)


class LedgerMachine(RuleBasedStateMachine):
    """Whatever the entries, ledger and model agree: on what is taken, why not, and every state."""

    done: ClassVar[Counter[str]] = Counter()
    """Steps run, and how each ended, over all runs."""

    def __init__(self) -> None:
        """Begin with an empty ledger, and remember it."""
        super().__init__()
        self.registro = Registro("k1")
        self.entries: list[Movimento] = []
        self.numbered = 0
        self.older: list[tuple[Registro, list[Movimento]]] = [(self.registro, [])]
        self.past: dict[date, StatoLinea] = {}

    @initialize(cents=st.integers(0, 1000), committed=st.integers(0, 1000))
    def endow(self, cents: int, committed: int) -> None:
        """Most ledgers begin with money, some of it committed."""
        day = date(2024, 12, 1)
        self.record(Stanziamento("m0", day, ATTO, Euro(cents)))
        self.record(Impegno("m00", day, ATTO, Euro(min(cents, committed)), ALER[0]))

    @rule(data=st.data(), kind=KINDS)
    def one_entry(self, data: st.DataObject, kind: type[Movimento]) -> None:
        """Any entry, with an amount at a limit or beside it, on anything that has a code."""
        self.record(self.drawn(data, kind))

    @rule(data=st.data(), kinds=st.lists(KINDS, min_size=1, max_size=4))
    def several_entries(self, data: st.DataObject, kinds: list[type[Movimento]]) -> None:
        """All of them or none: the first that is refused refuses the others too."""
        batch = [self.drawn(data, kind) for kind in kinds]
        kept = list(self.entries)
        why = None
        for entry in batch:
            why = why or model.refusal(kept, entry)
            kept.append(entry)
        found, after = None, self.registro
        try:
            after = self.registro.registra_tutti(iter(batch))
        except RefusedEntry as error:
            found = error.codice
        self.ended("several", why, found)
        if found is None:
            self.take(after, batch)

    @invariant()
    def looks_back(self) -> None:
        """An older ledger is what it was, takes entries of its own, and tells of its own days."""
        registro, entries = self.older[self.numbered * 17 % len(self.older)]
        entry = Stanziamento("fork", date(2100, 1, 1), ATTO, Euro(7))
        forked = registro.registra(entry)
        day = date(2024, 11, 30) + timedelta(self.numbered * 37 % 600)

        assert registro.movimenti == tuple(entries)
        assert forked.movimenti == (*entries, entry)
        model.check_state(entries, registro.stato(on=day))

    def drawn(self, data: st.DataObject, kind: type[Movimento]) -> Movimento:
        """Draw an entry of a kind."""
        self.numbered += 1
        codes = [e.codice for e in self.entries]
        code = data.draw(st.sampled_from([f"m{self.numbered}"] * 25 + codes[-1:]), label="code")
        last = self.entries[-1].giorno if self.entries else date(2024, 12, 1)
        common = (code, last + timedelta(data.draw(DAYS, label="days")), ATTO)
        commitments = [e.codice for e in self.entries if type(e) is Impegno]
        correct = [
            e.codice for e in self.entries if isinstance(e, Stanziamento | Impegno | Liquidazione)
        ]
        # Mostly what can be meant; now and then any other entry, or a code that nobody has.
        meant = correct if kind is Rettifica else commitments
        aims = st.sampled_from([*meant * 8, *codes[-1:], "m-nessuno"])
        if kind is Revoca:
            return Revoca(*common, data.draw(aims, label="on"))
        if kind is Stanziamento:
            return Stanziamento(*common, Euro(data.draw(st.integers(-1, 1000))))
        if kind is Impegno:
            who = data.draw(st.sampled_from(ALER))
            project = data.draw(st.sampled_from([None, "spazio-casa"]))
            return Impegno(*common, self.amount(data, None), who, project, project and CUP)
        aim = data.draw(aims, label="on")
        if kind is Rettifica:
            sign = data.draw(st.sampled_from([1, -1]))
            return Rettifica(*common, aim, self.amount(data, aim) * sign)
        return kind(*common, aim, self.amount(data, aim))

    def amount(self, data: st.DataObject, aim: str | None) -> Euro:
        """Draw an amount: what is left, of the endowment or of something, or a cent beside."""
        sums = model.summed(self.entries)
        limits = {9, sums.endowed - sums.whole()[0], sums.amounts.get(aim or "", 0)}
        if aim in sums.commitments:
            (committed, paid, _, _), _ = sums.commitments[aim]
            limits |= {committed, paid, committed - paid}
        limit = data.draw(st.sampled_from(sorted(limits)), label="limit")
        beside = data.draw(st.sampled_from([0, 0, 1, -1]), label="beside")
        near, part = [limit + beside] * 8, [limit // 3] * 8
        return Euro(data.draw(st.sampled_from([*near, *part, 0, -1]), label="cents"))

    def record(self, entry: Movimento) -> None:
        """Record one entry: ledger and model take it, or refuse it for the same reason."""
        why = model.refusal(self.entries, entry)
        found, after = None, self.registro
        try:
            after = self.registro.registra(entry)
        except RefusedEntry as error:
            found = error.codice if error.movimento == entry.codice else "another entry"
        self.ended(type(entry).__name__, why, found)
        if found is None:
            self.take(after, [entry])

    def ended(self, what: str, why: str | None, found: str | None) -> None:
        """Ledger and model agree, and whatever was refused changed nothing."""
        self.done[f"{what}: {why or 'taken'}"] += 1
        assert found == why
        assert self.registro.movimenti == tuple(self.entries)
        model.check_state(self.entries, self.registro.stato(on=date(2100, 1, 1)))

    def take(self, after: Registro, entries: list[Movimento]) -> None:
        """Go on with the ledger that has these entries more; days that are over stay as told."""
        last = self.registro.ultimo
        if last is not None and entries[-1].giorno > last:
            day = entries[-1].giorno - timedelta(1)
            self.past[day] = after.stato(on=day)
        self.older.append((self.registro, list(self.entries)))
        self.registro, self.entries = after, [*self.entries, *entries]
        now = after.stato(on=entries[-1].giorno)

        assert after.movimenti == tuple(self.entries)
        model.check_state(self.entries, now)
        model.check_invariants(now)

    def teardown(self) -> None:
        """At the end every day that was over is told as it was then, and every ledger is there."""
        for day, told in self.past.items():
            assert self.registro.stato(on=day) == told
        for registro, entries in self.older:
            assert registro.movimenti == tuple(entries)
