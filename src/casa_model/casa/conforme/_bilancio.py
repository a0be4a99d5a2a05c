"""The findings of today beside those that somebody accepted: what is new, known, changed, gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from casa_model.casa.conforme._accettati import Accettato
from casa_model.casa.conforme._codice import SOLE, Codice, leggi_codice
from casa_model.casa.conforme._rilievo import Rilievo
from casa_model.errors import near

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.casa.conforme._conforme import Conformita


@frozen
class Bilancio:
    """The findings of today beside those that were accepted.

    `nuovi` nobody has accepted; `noti` somebody has; `cambiati` have the code of one that was
    accepted, and another rule: what was accepted is not what stands there now. `spariti` were
    accepted and are no longer found: whoever keeps the file may take them out. `sbagliati` name
    something that neither the notice nor the act has, with the code that was probably meant.
    """

    nuovi: tuple[Rilievo, ...]
    noti: tuple[tuple[Rilievo, Accettato], ...] = ()
    cambiati: tuple[tuple[Rilievo, Accettato], ...] = ()
    spariti: tuple[Accettato, ...] = ()
    sbagliati: tuple[tuple[Accettato, str], ...] = ()

    @property
    def a_posto(self) -> bool:
        """Whether every finding was seen by somebody, as it is now."""
        return not self.nuovi and not self.cambiati


def bilancio(conformita: Conformita, accettati: Iterable[Accettato] = ()) -> Bilancio:
    """Which findings are new, which are accepted, which have changed since, which are gone."""
    known = {each.codice: each for each in accettati}
    found = {rilievo.codice for rilievo in conformita.rilievi}
    pairs = [(r, known[r.codice]) for r in conformita.rilievi if r.codice in known]
    gone = [(each, _meant(conformita, each)) for each in known.values() if each.codice not in found]
    return Bilancio(
        tuple(r for r in conformita.rilievi if r.codice not in known),
        tuple(pair for pair in pairs if pair[0].impronta == pair[1].impronta),
        tuple(pair for pair in pairs if pair[0].impronta != pair[1].impronta),
        tuple(each for each, meant in gone if meant is None),
        tuple((each, meant) for each, meant in gone if meant is not None),
    )


def _meant(conformita: Conformita, accettato: Accettato) -> str | None:
    """The code that was meant by one whose name stands nowhere; None when it stands somewhere."""
    read = leggi_codice(accettato.codice)
    if read is None or read.parte in SOLE:
        return None
    names = {
        name
        for misura in (conformita.legge, conformita.avviso.misura)
        for name in {
            "requisito": [each.codice for each in misura.requisiti],
            "parametro": [each.nome for each in misura.parametri],
            "definizione": [each.nome for each in misura.definizioni],
        }[read.parte]
    }
    close = None if read.nome in names else near(read.nome, names)
    return None if close is None else str(Codice(read.parte, close, read.verso))
