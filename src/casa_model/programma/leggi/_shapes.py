"""The shape of the programme's files: which keys an entry has, before anything is looked up.

A part without a source of its own has that of its entry.
"""

from datetime import date, time

from attrs import field, frozen

from casa_model.programma.cifre import Precisione
from casa_model.values import CodiceComune, Cup, Euro, Nuts3, Testo
from casa_model.values.sheet import Sourced, like, text_like

_CODES = 'servizi = [{ servizio = "portierato" }]'


@frozen(kw_only=True)
class _Measured(Sourced):
    precisione: Precisione = field(
        default=Precisione.ESATTA,
        metadata=like('precisione = "circa"', fault=("precisione-ignota", "valore")),
    )


@frozen(kw_only=True)
class CifraShape(_Measured):
    euro: Euro = field(metadata=like('euro = "12965090.00"'))


@frozen(kw_only=True)
class ConteggioShape(_Measured):
    quanti: int = field(metadata=like("quanti = 350"))
    al: date | None = None


@frozen(kw_only=True)
class RuoloShape(Sourced):
    professione: str = field(metadata=like('professione = "community-manager"'))
    quanti: ConteggioShape | None = None


@frozen(kw_only=True)
class NutsShape(Sourced):
    codice: Nuts3 = field(
        metadata=like('codice = "ITC4C"', fault=("nuts-malformato", "valore")),
    )
    dal: date | None = None
    al: date | None = None


@frozen(kw_only=True)
class ProvinciaShape(Sourced):
    nome: str = field(metadata=like('nome = "Milano"'))
    istat: str = field(metadata=like('istat = "015"'))
    sigla: str = field(metadata=like('sigla = "MI"'))
    nuts: tuple[NutsShape, ...] = field(metadata=like('nuts = [{ codice = "ITC4C" }]'))
    metropolitana: bool = False


@frozen(kw_only=True)
class ComuneShape(Sourced):
    nome: str = field(metadata=like('nome = "Legnano"'))
    provincia: str = field(metadata=like('provincia = "milano"'))
    istat: CodiceComune | None = field(
        default=None, metadata=like('istat = "015146"', fault=("istat-comune", "valore"))
    )
    capoluogo: bool = False
    alloggi: ConteggioShape | None = None


@frozen(kw_only=True)
class QuartiereShape(Sourced):
    nome: str = field(metadata=like('nome = "San Siro"'))
    comune: str = field(metadata=like('comune = "milano"'))
    aler: str = field(metadata=like('aler = "aler-milano"'))
    abitanti: ConteggioShape | None = None


@frozen(kw_only=True)
class AlerShape(Sourced):
    nome: str = field(metadata=like('nome = "Aler Milano"'))
    province: tuple[str, ...] = field(metadata=like('province = ["milano"]'))
    sede: str | None = None
    dal: date | None = None
    alloggi: ConteggioShape | None = None
    organico: tuple[RuoloShape, ...] | None = None


@frozen(kw_only=True)
class ProfessioneShape(Sourced):
    nome: Testo = field(metadata=text_like("nome"))


@frozen(kw_only=True)
class StandardShape(Sourced):
    professione: str = field(metadata=like('professione = "infermiere-di-comunita"'))
    abitanti: ConteggioShape = field(metadata=like("abitanti = { quanti = 3000 }"))


@frozen(kw_only=True)
class PrestazioneShape:
    codice: str = field(metadata=like('codice = "telemedicina"'))
    nome: Testo = field(metadata=text_like("nome"))


@frozen(kw_only=True)
class ServizioShape(Sourced):
    nome: Testo = field(metadata=text_like("nome"))
    definizione: Testo = field(metadata=text_like("definizione"))
    erogatore: Testo = field(metadata=text_like("erogatore"))
    non_e: Testo = field(metadata=text_like("non_e"))
    professioni: tuple[str, ...] = ()
    prestazioni: tuple[PrestazioneShape, ...] = ()
    riservato: bool = False


@frozen(kw_only=True)
class AttivoShape(Sourced):
    servizio: str = field(metadata=like('servizio = "portierato"'))
    dal: date | None = None
    al: date | None = None
    luogo: str | None = None


@frozen(kw_only=True)
class AperturaShape:
    regola: str = field(metadata=like('regola = "FREQ=WEEKLY;BYDAY=MO,TH"'))
    dal: date = field(metadata=like("dal = 2025-07-07"))
    dalle: time = field(metadata=like("dalle = 10:00:00"))
    alle: time = field(metadata=like("alle = 12:00:00"))


@frozen(kw_only=True)
class FasciaShape:
    dalle: time = field(metadata=like("dalle = 10:00:00"))
    alle: time = field(metadata=like("alle = 12:00:00"))


@frozen(kw_only=True)
class EccezioneShape:
    dal: date = field(metadata=like("dal = 2025-12-24"))
    al: date | None = None
    fasce: tuple[FasciaShape, ...] | None = None
    motivo: Testo | None = None


@frozen(kw_only=True)
class OrarioShape(Sourced):
    aperture: tuple[AperturaShape, ...] = field(
        metadata=like('aperture = [{ regola = "FREQ=WEEKLY;BYDAY=MO", … }]')
    )
    eccezioni: tuple[EccezioneShape, ...] = ()
    dal: date | None = None
    al: date | None = None


@frozen(kw_only=True)
class PresidioShape(Sourced):
    nome: Testo = field(metadata=text_like("nome"))
    ente: str = field(metadata=like('ente = "aler-milano"'))
    comune: str = field(metadata=like('comune = "milano"'))
    quartiere: str | None = None
    indirizzo: str | None = None
    servizi: tuple[AttivoShape, ...] = field(default=(), metadata=like(_CODES))
    organico: tuple[RuoloShape, ...] | None = None
    orari: tuple[OrarioShape, ...] = ()
    dal: date | None = None
    al: date | None = None
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class PianoShape(Sourced):
    titolo: Testo = field(metadata=text_like("titolo"))
    programma: Testo | None = None
    alloggi_minimi: ConteggioShape | None = None
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class LineaShape(Sourced):
    piano: str = field(metadata=like('piano = "sostegno-abitare"'))
    titolo: Testo = field(metadata=text_like("titolo"))
    azione: str | None = None
    priorita: Testo | None = None
    obiettivo: str | None = None
    massimale: CifraShape | None = None
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class AnniShape:
    dal: int = field(metadata=like("dal = 2025"))
    al: int = field(metadata=like("al = 2026"))


@frozen(kw_only=True)
class DotazioneShape(CifraShape):
    piano: str = field(metadata=like('piano = "sostegno-abitare"'))
    linea: str | None = None
    giorno: date | None = None
    anni: AnniShape | None = None
    aggiunge: bool = False
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class ParteShape(CifraShape):
    linea: str = field(metadata=like('linea = "k-1"'))


@frozen(kw_only=True)
class ConcessioneShape(Sourced):
    beneficiario: str = field(metadata=like('beneficiario = "aler-milano"'))
    titolo: Testo = field(metadata=text_like("titolo"))
    piano: str | None = None
    totale: CifraShape | None = None
    parti: tuple[ParteShape, ...] = ()
    giorno: date | None = None
    dal: date | None = None
    al: date | None = None
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class ProgettoShape(Sourced):
    concessione: str = field(metadata=like('concessione = "legnano-2025"'))
    titolo: Testo = field(metadata=text_like("titolo"))
    cup: Cup | None = field(
        default=None, metadata=like("cup = …", fault=("cup-malformato", "valore"))
    )
    quartieri: tuple[str, ...] = ()
    presidi: tuple[str, ...] = ()
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class QuotaShape(CifraShape):
    a: str = field(metadata=like('a = "aler-milano"'))


@frozen(kw_only=True)
class FondoShape(Sourced):
    anno: int = field(metadata=like("anno = 2025"))
    titolo: Testo = field(metadata=text_like("titolo"))
    totale: CifraShape | None = None
    quote: tuple[QuotaShape, ...] = ()
    giorno: date | None = None
    note: tuple[Testo, ...] = ()
