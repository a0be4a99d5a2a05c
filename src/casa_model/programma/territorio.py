"""Where the programme is: provinces, comuni, quarters, and the five Aler that serve them.

Codes of ours are kebab-case and stand for the thing in every other room; codes of others (ISTAT,
NUTS 3) are what their owners assigned, each for its days.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Final

from attrs import field, frozen
from attrs.validators import deep_iterable, optional

from casa_model.errors import InvalidEntry, Problem
from casa_model.programma._ripetuti import out_of_order
from casa_model.programma.cifre import Conteggio, Precisione
from casa_model.programma.servizi import RuoloOrganico
from casa_model.values import CodiceComune, Fonte, Nuts3
from casa_model.values._exact import exact
from casa_model.values._kebab import kebab

if TYPE_CHECKING:
    from collections.abc import Iterator

_ISTAT: Final = re.compile(r"[0-9]{3}", re.ASCII)
_SIGLA: Final = re.compile(r"[A-Z]{2}", re.ASCII)


@frozen
class NutsNelTempo:
    """A NUTS 3 code and the days on which it held: `dal` or `al` None where there is no end."""

    codice: Nuts3 = field(validator=exact(Nuts3))
    fonte: Fonte = field(validator=exact(Fonte))
    dal: date | None = field(default=None, validator=exact(date, optional=True))
    al: date | None = field(default=None, validator=exact(date, optional=True))

    def __attrs_post_init__(self) -> None:
        problems = tuple(out_of_order(self.dal, self.al))
        if problems:
            raise InvalidEntry(*problems)

    def contiene(self, giorno: date) -> bool:
        """Tell whether the code held on `giorno`."""
        return (self.dal is None or self.dal <= giorno) and (self.al is None or giorno <= self.al)

    def sovrappone(self, other: NutsNelTempo) -> bool:
        """Tell whether both held on some day."""
        starts = [each.dal for each in (self, other) if each.dal is not None]
        return not starts or (self.contiene(max(starts)) and other.contiene(max(starts)))


@frozen
class Provincia:
    """A province (or the metropolitan city): its ISTAT and plate codes, its NUTS 3 codes over time.

    Raises `InvalidEntry` for an ill-formed code, and when two NUTS codes hold on one day.
    """

    codice: str = field(validator=kebab)
    nome: str = field(validator=exact(str))
    istat: str = field(validator=exact(str))
    sigla: str = field(validator=exact(str))
    nuts: tuple[NutsNelTempo, ...] = field(
        validator=deep_iterable(exact(NutsNelTempo), exact(tuple))
    )
    fonte: Fonte = field(validator=exact(Fonte))
    metropolitana: bool = field(default=False, validator=exact(bool))

    def __attrs_post_init__(self) -> None:
        problems = tuple(self._problems())
        if problems:
            raise InvalidEntry(*problems)

    def _problems(self) -> Iterator[Problem]:
        if _ISTAT.fullmatch(self.istat) is None:
            yield Problem("istat-provincia", ("istat",))
        if _SIGLA.fullmatch(self.sigla) is None:
            yield Problem("sigla-malformata", ("sigla",))
        for (_, one), (at, other) in combinations(enumerate(self.nuts), 2):
            if one.sovrappone(other):
                data = {"uno": str(one.codice), "altro": str(other.codice)}
                yield Problem("nuts-sovrapposti", ("nuts", at), data)

    def nuts_il(self, giorno: date) -> Nuts3 | None:
        """Return the NUTS 3 code of `giorno`, or None when there was none, or it is not known."""
        return next((each.codice for each in self.nuts if each.contiene(giorno)), None)


@frozen
class Comune:
    """A comune. `istat` and `alloggi` (public dwellings that it owns) may be not known."""

    codice: str = field(validator=kebab)
    nome: str = field(validator=exact(str))
    provincia: str = field(validator=kebab)
    fonte: Fonte = field(validator=exact(Fonte))
    istat: CodiceComune | None = field(default=None, validator=exact(CodiceComune, optional=True))
    capoluogo: bool = field(default=False, validator=exact(bool))
    alloggi: Conteggio | None = field(default=None, validator=exact(Conteggio, optional=True))


@frozen
class Quartiere:
    """A quarter with public housing: of which comune, and which Aler looks after it.

    `abitanti` are those of the quarter's public housing, where a source says how many.
    """

    codice: str = field(validator=kebab)
    nome: str = field(validator=exact(str))
    comune: str = field(validator=kebab)
    aler: str = field(validator=kebab)
    fonte: Fonte = field(validator=exact(Fonte))
    abitanti: Conteggio | None = field(default=None, validator=exact(Conteggio, optional=True))


@frozen
class Aler:
    """A regional housing company: its provinces, its seat, its dwellings, its people.

    `dal` is the day on which it began to exist; `sede`, `dal`, `alloggi` and `organico` (how many
    it has of a profession, wherever they work) may be not known.
    """

    codice: str = field(validator=kebab)
    nome: str = field(validator=exact(str))
    province: tuple[str, ...] = field(validator=deep_iterable(exact(str), exact(tuple)))
    fonte: Fonte = field(validator=exact(Fonte))
    sede: str | None = field(default=None, validator=exact(str, optional=True))
    dal: date | None = field(default=None, validator=exact(date, optional=True))
    alloggi: Conteggio | None = field(default=None, validator=exact(Conteggio, optional=True))
    organico: tuple[RuoloOrganico, ...] | None = field(
        default=None, validator=optional(deep_iterable(exact(RuoloOrganico), exact(tuple)))
    )


def ammissibile(comune: Comune, provincia: Provincia, minimo: int) -> bool | None:
    """Tell whether a comune may ask for a grant of a plan; None when it is not known.

    It is a provincial capital, or it owns at least `minimo` dwellings in the metropolitan city
    (`Piano.alloggi_minimi`). Dwellings of which only about how many is known do not decide, and a
    bound below `minimo` does not either. `provincia` is that of the comune.
    """
    if comune.capoluogo:
        return True
    if not provincia.metropolitana:
        return False
    owned = comune.alloggi
    if owned is None or owned.precisione is Precisione.CIRCA:
        return None
    return owned.quanti >= minimo or (None if owned.precisione is Precisione.OLTRE else False)
