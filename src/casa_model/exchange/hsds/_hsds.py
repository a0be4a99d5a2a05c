"""The programme as HSDS 3.1 documents: organizations, services, services at locations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from casa_model.exchange.hsds._ids import identifier
from casa_model.exchange.hsds._schedules import schedules
from casa_model.programma.riservati import senza_riservati
from casa_model.programma.servizi import TipoServizio
from casa_model.programma.territorio import Aler, Comune, Provincia, Quartiere
from casa_model.values import Testo

if TYPE_CHECKING:
    from datetime import date

    from casa_model.errors import Lang
    from casa_model.programma.linee import Concessione
    from casa_model.programma.presidi import Presidio, ServizioAttivo
    from casa_model.programma.programma import Programma

Documento: TypeAlias = dict[str, Any]
"""A document of the standard, as JSON has it."""

VERSION: Final = "3.1"
"""The version of the standard."""

_ALER: Final = Testo(
    it="Azienda lombarda per l'edilizia residenziale; province: {}",
    en="Regional public housing company of Lombardy; provinces: {}",
)
_COMUNE: Final = Testo(
    it="Comune della Lombardia, provincia: {}", en="Comune of Lombardy, province: {}"
)
_QUARTER: Final = Testo(it="quartiere {}", en="quarter {}")
_UNDATED: Final = Testo(it="da quando: non noto", en="since when: not known")
_SINCE: Final = Testo(it="dal {}", en="since {}")


def hsds(
    programma: Programma, *, on: date, lang: Lang = "it", riservati: bool = False
) -> dict[str, list[Documento]]:
    """Return the documents of a programme on a day, by the name of their schema.

    Keys are `organization`, `service` and `service_at_location`; each document is whole by itself.
    A service of the catalogue is a service of each organization that gives it. Hours are those of
    one year from `on`; what is not known is not there, but for the postal code, which the standard
    wants and is then empty. Where reserved services are given is left out, unless `riservati`.
    """
    day = programma.il(on)
    seen = day if riservati else senza_riservati(day)
    given = dict.fromkeys((p.ente, s.servizio) for p in day.presidi for s in p.servizi)
    owners = dict.fromkeys(
        (*(a.codice for a in day.aler), *(ente for ente, _ in given), *_granted(day))
    )
    return {
        "organization": [_organization(day, ente, lang, whole=True) for ente in owners],
        "service": [_service(day, ente, tipo, lang, whole=True) for ente, tipo in given],
        "service_at_location": [
            _at(seen, presidio, attivo, on, lang)
            for presidio in seen.presidi
            for attivo in presidio.servizi
        ],
    }


def _granted(programma: Programma) -> tuple[str, ...]:
    return tuple(each.beneficiario for each in programma.concessioni)


def _organization(programma: Programma, codice: str, lang: Lang, *, whole: bool) -> Documento:
    ente = programma.ente(codice)
    about = _ALER if isinstance(ente, Aler) else _COMUNE
    names = ente.province if isinstance(ente, Aler) else (ente.provincia,)
    provinces = ", ".join(programma.trova(Provincia, name).nome for name in names)
    found: Documento = {
        "id": identifier("organization", codice),
        "name": ente.nome,
        "description": about.render(lang).format(provinces),
    }
    if whole:
        found["funding"] = [
            {
                "id": identifier("funding", each.codice),
                "organization_id": found["id"],
                "source": _funding(each, lang),
            }
            for each in programma.concessioni
            if each.beneficiario == codice
        ]
    return found


def _funding(concessione: Concessione, lang: Lang) -> str:
    title, amount = concessione.titolo.render(lang), concessione.totale
    return title if amount is None else f"{title}: {amount.render(lang)}"


def _service(programma: Programma, ente: str, codice: str, lang: Lang, *, whole: bool) -> Documento:
    tipo = programma.trova(TipoServizio, codice)
    helps = "; ".join(each.nome.render(lang) for each in tipo.prestazioni)
    text = tipo.definizione.render(lang)
    found: Documento = {
        "id": identifier("service", f"{ente}/{codice}"),
        "name": tipo.nome.render(lang),
        "description": f"{text} ({helps})" if helps else text,
        "status": "active",
    }
    if whole:
        found["organization_id"] = identifier("organization", ente)
    found["organization"] = _organization(programma, ente, lang, whole=False)
    return found


def _at(
    programma: Programma, presidio: Presidio, attivo: ServizioAttivo, on: date, lang: Lang
) -> Documento:
    since = _UNDATED.render(lang)
    if attivo.dal is not None:
        since = _SINCE.render(lang).format(attivo.dal)
    service = _service(programma, presidio.ente, attivo.servizio, lang, whole=False)
    return {
        "id": identifier("service_at_location", f"{presidio.codice}/{attivo.servizio}"),
        "description": since,
        "service": service,
        "location": _location(programma, presidio, attivo, on, lang),
    }


def _location(
    programma: Programma, presidio: Presidio, attivo: ServizioAttivo, on: date, lang: Lang
) -> Documento:
    """Where a service is given: a service with a place of its own has a location of its own."""
    elsewhere = attivo.luogo is not None
    place = f"{presidio.codice}/{attivo.servizio}" if elsewhere else presidio.codice
    found: Documento = {
        "id": identifier("location", place),
        "location_type": "physical",
        "name": presidio.nome.render(lang),
        "schedules": schedules(presidio, on=on, lang=lang),
    }
    if presidio.quartiere is not None:
        quarter = programma.trova(Quartiere, presidio.quartiere)
        found["description"] = _QUARTER.render(lang).format(quarter.nome)
    street = attivo.luogo if elsewhere else presidio.indirizzo
    if street is not None:
        comune = programma.trova(Comune, presidio.comune)
        found["addresses"] = [
            {
                "id": identifier("address", place),
                "address_1": street,
                "city": comune.nome,
                "state_province": programma.trova(Provincia, comune.provincia).sigla,
                "postal_code": "",
                "country": "IT",
                "address_type": "physical",
            }
        ]
    return found
