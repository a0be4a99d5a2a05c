"""Opening hours of a presidio: whitelisted rules, exceptions, wall time in Italy.

`Regola` says on which days, `Apertura` adds the first day and the hours, `Orario` puts openings
and exceptions together and answers: `aperto_il`, `prossima_apertura`, `settimana`. What is not
well formed cannot be built; `InvalidHours` says by a code what is wrong.
"""

from casa_model.programma.orari._apertura import Apertura
from casa_model.programma.orari._eccezione import Chiusura, Eccezione, Straordinaria
from casa_model.programma.orari._fascia import Fascia
from casa_model.programma.orari._freq import ByDay, Freq
from casa_model.programma.orari._ical import TZID, VTIMEZONE, Evento, eventi
from casa_model.programma.orari._orario import Orario
from casa_model.programma.orari._regola import Regola
from casa_model.programma.orari._ritaglio import ritagliato
from casa_model.programma.orari._roma import PRIMO_GIORNO, ROMA, ULTIMO_GIORNO, Momento

__all__ = [
    "PRIMO_GIORNO",
    "ROMA",
    "TZID",
    "ULTIMO_GIORNO",
    "VTIMEZONE",
    "Apertura",
    "ByDay",
    "Chiusura",
    "Eccezione",
    "Evento",
    "Fascia",
    "Freq",
    "Momento",
    "Orario",
    "Regola",
    "Straordinaria",
    "eventi",
    "ritagliato",
]
