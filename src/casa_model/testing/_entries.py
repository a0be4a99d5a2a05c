"""Entries of the programme by class: those of the shipped edition, and what is made of them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs
from hypothesis import strategies as st

from casa_model.casa import programma_intero
from casa_model.programma import cifre, linee, orari, presidi, riparto, serviti, servizi, spesa
from casa_model.programma import territorio as places
from casa_model.testing import _places as drawn
from casa_model.testing import _sources as sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from casa_model.values import Euro

Drawn: TypeAlias = st.SearchStrategy[Any]

_SHIPPED: Final = (
    cifre.Cifra,
    cifre.Conteggio,
    linee.Anni,
    linee.Concessione,
    linee.DotazioneLinea,
    linee.FondoAnnuo,
    linee.LineaFinanziamento,
    linee.ParteConcessa,
    linee.Piano,
    linee.Progetto,
    linee.Quota,
    orari.ByDay,
    orari.Regola,
    places.Aler,
    places.Comune,
    places.NutsNelTempo,
    places.Provincia,
    places.Quartiere,
    presidi.OrarioNoto,
    presidi.ServizioAttivo,
    servizi.Prestazione,
    servizi.Professione,
    servizi.RuoloOrganico,
    servizi.Standard,
    servizi.TipoServizio,
)
"""Classes of which the shipped edition has entries."""


_METHODS: Final[tuple[Callable[[Euro, Iterable[riparto.Fabbisogno]], riparto.Riparto], ...]] = (
    riparto.maggiori_resti,
    riparto.minimo_e_massimo,
)


@cache
def _entries() -> dict[type, list[object]]:
    found: dict[type, dict[object, None]] = defaultdict(dict)
    for each in _inside(programma_intero()):
        found[type(each)][each] = None
    return {cls: list(some) for cls, some in found.items()}


def _inside(thing: object) -> Iterator[object]:
    cls: Any = type(thing)
    if cls is tuple:
        for each in cast("tuple[object, ...]", thing):
            yield from _inside(each)
    elif attrs.has(cls):
        yield thing
        for field in attrs.fields(cls):
            yield from _inside(getattr(thing, field.name))


def _shipped(cls: type) -> Callable[[], Drawn]:
    return lambda: st.sampled_from(_entries()[cls])


def _closures() -> Drawn:
    ends = st.integers(0, 30)
    return st.builds(lambda day, n: orari.Chiusura(day, drawn.later(day, n)), drawn.days(), ends)


def _moments() -> Drawn:
    # Whole minutes: a moment is read no finer.
    from_first = st.integers(0, drawn.DAYS * 24 * 60)
    return from_first.map(lambda minutes: orari.Momento.of(drawn.instant(minutes)))


def _needs() -> Drawn:
    return st.builds(riparto.Fabbisogno, sources.names(), st.integers(0, 10**6))


@st.composite
def _apportionments(draw: st.DrawFn) -> riparto.Riparto:
    indices = draw(st.lists(st.integers(1, 1000), min_size=1, max_size=5))
    needs = [riparto.Fabbisogno(f"ente-{n}", index) for n, index in enumerate(indices)]
    method = draw(st.sampled_from(_METHODS))
    return method(draw(drawn.amounts(drawn.MOST)), needs)


def _needed() -> Drawn:
    people = st.integers(0, 100)
    counts = st.sampled_from(_entries()[cifre.Conteggio])
    names = sources.names()
    return st.builds(
        serviti.Fabbisogno, names, names, counts, people, st.none() | people, sources.sources()
    )


def _served() -> Drawn:
    edition = programma_intero()
    known = st.sampled_from([each.codice for each in edition.professioni])
    return st.builds(
        lambda on, who: serviti.per_aler(edition, on=on, professione=who), drawn.days(), known
    ).flatmap(st.sampled_from)


def _entry(made: Callable[[str, date, Euro], object]) -> Callable[[], Drawn]:
    return lambda: st.builds(made, sources.names(), drawn.days(), drawn.amounts(drawn.MOST))


def _lines() -> Drawn:
    """How a line stands on which something is committed."""
    return drawn.committed().map(lambda registro: registro.stato(on=_last(registro)))


def _last(registro: spesa.Registro) -> date:
    return registro.movimenti[-1].giorno


PLAIN: dict[type, Callable[[], Drawn]] = {
    **{cls: _shipped(cls) for cls in _SHIPPED},
    orari.Apertura: drawn.openings,
    orari.Chiusura: _closures,
    orari.Fascia: drawn.spans,
    orari.Momento: _moments,
    orari.Straordinaria: lambda: st.builds(
        lambda day, span: orari.Straordinaria(day, (span,)), drawn.days(), drawn.spans()
    ),
    riparto.Fabbisogno: _needs,
    riparto.QuotaRiparto: lambda: _apportionments().map(lambda made: made.quote[0]),
    riparto.Riparto: _apportionments,
    serviti.Fabbisogno: _needed,
    serviti.Scoperto: lambda: st.builds(serviti.Scoperto, sources.names(), sources.names()),
    serviti.ServitoDaAler: _served,
    spesa.Attuazione: lambda: drawn.committed().map(
        lambda registro: spesa.attuazione([registro], on=_last(registro))
    ),
    spesa.Conto: lambda: _lines().map(lambda stato: stato.beneficiari[0].conto),
    spesa.Economia: _entry(lambda c, day, e: spesa.Economia(c, day, drawn.ACT, "i-1", e)),
    spesa.Impegno: _entry(lambda c, day, e: spesa.Impegno(c, day, drawn.ACT, e, "aler-milano")),
    spesa.Liquidazione: _entry(lambda c, day, e: spesa.Liquidazione(c, day, drawn.ACT, "i-1", e)),
    spesa.Rettifica: _entry(lambda c, day, e: spesa.Rettifica(c, day, drawn.ACT, "i-1", -e)),
    spesa.Revoca: _entry(lambda c, day, _: spesa.Revoca(c, day, drawn.ACT, "i-1")),
    spesa.RigaAnno: lambda: _lines().map(lambda stato: stato.anni[0]),
    spesa.RigaBeneficiario: lambda: _lines().map(lambda stato: stato.beneficiari[0]),
    spesa.RigaImpegno: lambda: _lines().map(lambda stato: stato.impegni[0]),
    spesa.Saldi: lambda: _lines().map(lambda stato: stato.saldi),
    spesa.Stanziamento: _entry(lambda c, day, e: spesa.Stanziamento(c, day, drawn.ACT, e)),
    spesa.StatoLinea: _lines,
}
"""Every class of the rooms of the programme that `casa_model` itself does not export."""
