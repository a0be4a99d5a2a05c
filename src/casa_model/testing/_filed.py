"""Random records of decisions, made again or not, and what was read from files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from hypothesis import strategies as st

from casa_model.casa import (
    Ambito,
    Cambio,
    Discordanza,
    FileDiRegole,
    RigaScartata,
    Riscontro,
    Verbale,
    decidi,
    leggi_avviso,
    replay,
    verbale_di,
)
from casa_model.exchange.lette import Lette, Scartata
from casa_model.nuclei import Domanda
from casa_model.rules.avviso import Avviso
from casa_model.rules.leggi import Letta
from casa_model.testing._decided import MOST_APPLICATIONS, applications_to
from casa_model.testing._people import applications, references
from casa_model.testing._sources import euros, faults, names, texts
from casa_model.testing._values import days

if TYPE_CHECKING:
    from casa_model.errors import Fault

FIRST, LAST = date(2020, 1, 1), date(2030, 12, 31)
"""Days of notices; the measure below is law on each of them."""

NOTICE = """\
formato = 1

[avviso]
codice = "avviso-di-prova"
titolo = {{ it = "Avviso di prova", en = "Trial notice" }}
ente = "Ente di prova"
misura = "crs-difficolta"
fonte = "inventato per una prova"
grado = "derivata"
pubblicazione = {giorno}

[risorse]
dotazione = "{euro}.00"
fonte = "inventato per una prova"
grado = "derivata"

[graduatoria]
ordine = ["isee", "protocollo"]
esaurimento = "residuo"
fonte = "inventato per una prova"
grado = "derivata"
"""
"""A notice in the words of a file: a record holds the text, not what was read from it."""


def files() -> st.SearchStrategy[FileDiRegole]:
    """The text of a notice of a shipped measure."""
    text = st.builds(NOTICE.format, giorno=days(FIRST, LAST), euro=st.integers(0, 10**6))
    return text.map(lambda written: FileDiRegole("avviso-di-prova.toml", written))


@frozen
class Filed:
    """A text, the notice that it gives, and applications to it."""

    file: FileDiRegole
    avviso: Avviso
    domande: tuple[Domanda, ...]

    def record(self) -> Verbale:
        """The record of the decision; the version is that of no release."""
        decided = decidi(self.avviso, self.domande)
        return verbale_di(decided, self.domande, avviso=self.file, versione="0")


@st.composite
def filed(draw: st.DrawFn) -> Filed:
    """A notice and applications to it, some of which contradict themselves."""
    file = draw(files())
    avviso = leggi_avviso(file.testo, file=file.file).valore
    some = range(draw(st.integers(1, MOST_APPLICATIONS)))
    asked = (draw(applications_to(avviso.misura, at, contradict=True)) for at in some)
    return Filed(file, avviso, tuple(asked))


def discarded() -> st.SearchStrategy[RigaScartata]:
    """Rows that gave no application."""
    found = st.lists(faults(), min_size=1, max_size=2)
    return st.builds(RigaScartata.di, st.integers(2, 10**6), st.none() | references(), found)


def records() -> st.SearchStrategy[Verbale]:
    """Decisions on record, some with rows that nobody decided."""
    rows = st.lists(discarded(), max_size=2).map(tuple)
    return st.builds(lambda each, some: evolve(each.record(), scartate=some), filed(), rows)


@st.composite
def checks(draw: st.DrawFn) -> Riscontro:
    """Records made again, as they were or over another notice: then something differs."""
    other = draw(st.none() | files())
    avviso = None if other is None else leggi_avviso(other.testo, file=other.file).valore
    return replay(draw(records()), avviso=avviso)


def changes() -> st.SearchStrategy[Cambio]:
    """What was and what is, of a household or of the law."""
    some = st.none() | euros() | st.booleans() | days() | names()
    return st.builds(Cambio, names(), some, some, personale=st.booleans())


def differences() -> st.SearchStrategy[Discordanza]:
    """What is no longer as it was filed."""
    some = st.lists(changes(), max_size=2).map(tuple)
    return st.builds(Discordanza, st.sampled_from(Ambito), names(), texts(), some)


def read(valore: st.SearchStrategy[object]) -> st.SearchStrategy[Letta[object]]:
    """What was read from a file, with advice or without."""
    return st.builds(Letta, valore, st.lists(faults(), max_size=2).map(tuple))


@st.composite
def files_of_applications(draw: st.DrawFn) -> Lette:
    """Applications and broken rows of one file: nothing is lost."""
    sound = tuple(draw(st.lists(applications(), max_size=3)))
    broken = draw(st.lists(st.lists(faults(), min_size=1, max_size=2), max_size=2))
    rows = tuple(Scartata(linea, None, tuple(found)) for linea, found in enumerate(broken, start=2))
    told: tuple[Fault, ...] = tuple(fault for row in rows for fault in row.difetti)
    return Lette(sound, told, len(sound) + len(rows), rows, frozenset(("riferimento",)))
