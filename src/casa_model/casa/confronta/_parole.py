"""A part of one version in words, beside its article: blocks of a rule book, or one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from casa_model.casa.confronta._parti import Parte
from casa_model.errors import only_lang
from casa_model.readers.environment import days_of
from casa_model.readers.prose import (
    Condizione,
    Elenco,
    Paragrafo,
    Tabella,
    _dati,
    _denaro,
    _requisiti,
)
from casa_model.readers.prose._frase import in_riga
from casa_model.readers.prose._nomi import GIORNI, leggibile
from casa_model.readers.prose._porta import momento
from casa_model.readers.prose._vocabolario import Vocabolario
from casa_model.rules.reach import in_force
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.casa.confronta._versione import Versione
    from casa_model.errors import Lang
    from casa_model.readers.prose import Blocco
    from casa_model.rules.avviso import Dotazione

_TITLES = {
    Parte.VIGENZA: Testo(it="i giorni in cui risponde", en="the days on which it answers"),
    Parte.IMPORTO: Testo(it="l'importo", en="the amount"),
    Parte.GRADUATORIA: Testo(it="la graduatoria", en="the ranking"),
    Parte.DOTAZIONE: Testo(it="la dotazione", en="the endowment"),
}
_TERMS = {
    "apertura": Testo(it="apertura delle domande", en="opening of applications"),
    "chiusura": Testo(it="chiusura delle domande", en="closing of applications"),
}
_HOMES = Testo(it="alloggi: {n}", en="dwellings: {n}")


def vocabolario(versione: Versione, lang: Lang) -> Vocabolario:
    """The words of a version, with the values of its day."""
    only_lang(lang)
    return Vocabolario(versione.misura, lang, versione.giorno)


def titolo(versione: Versione, parte: Parte, nome: str) -> Testo:
    """What a part is called; a part that is in the version."""
    misura = versione.misura
    match parte:
        case Parte.REQUISITO:
            return next(r.testo for r in misura.requisiti if r.codice == nome)
        case Parte.PARAMETRO:
            return next(p.etichetta for p in misura.parametri if p.nome == nome)
        case Parte.DEFINIZIONE:
            found = next(d for d in misura.definizioni if d.nome == nome)
            words = leggibile(nome)
            return found.etichetta or Testo(it=words, en=words)
        case Parte.FATTO:
            return next(f.etichetta for f in misura.fatti if f.nome == nome)
        case Parte.GIORNO:
            return GIORNI[nome]
        case Parte.TERMINI:
            return _TERMS[nome]
        case Parte.VIGENZA | Parte.IMPORTO | Parte.GRADUATORIA | Parte.DOTAZIONE:
            return _TITLES[parte]
        case _:
            assert_never(parte)


def blocchi(versione: Versione, parte: Parte, nome: str, lang: Lang) -> tuple[Blocco, ...]:
    """What a part of a version says; a part that is in the version."""
    misura, v = versione.misura, vocabolario(versione, lang)
    match parte:
        case Parte.REQUISITO:
            asked = [r for r in in_force(misura, versione.giorno) if r.codice == nome]
            return _requisiti.requisiti(v, asked).schede[0].blocchi
        case Parte.PARAMETRO:
            return tuple(Paragrafo(text) for _, text in valori(versione, nome, lang))
        case Parte.DEFINIZIONE:
            used = [d for d in misura.definizioni if d.nome == nome]
            return _requisiti.definizioni(v, used).schede[0].blocchi
        case Parte.FATTO:
            return _dati.fatti(v, [f for f in misura.fatti if f.nome == nome]).blocchi
        case Parte.IMPORTO:
            assert misura.importo is not None  # noqa: S101 - the part is there
            return _denaro.importo(v, misura.importo).blocchi
        case Parte.GRADUATORIA:
            assert misura.graduatoria is not None  # noqa: S101 - the part is there
            given = versione.avviso.dotazione
            homes = misura.importo is None if given is None else given.alloggi is not None
            return _denaro.graduatoria(v, misura.graduatoria, alloggi=homes).blocchi
        case Parte.VIGENZA:
            return (Paragrafo(_requisiti.in_vigore(v, misura.vigenza)),)
        case Parte.GIORNO:
            return (Paragrafo(v.data(days_of(misura, versione.giorno)[nome])),)
        case Parte.TERMINI:
            return (Paragrafo(momento(lang, getattr(versione.regole, nome))),)
        case Parte.DOTAZIONE:
            return (Paragrafo(_endowment(versione, v)),)
        case _:
            assert_never(parte)


def _endowment(versione: Versione, v: Vocabolario) -> str:
    given = versione.avviso.dotazione
    assert given is not None  # noqa: S101 - the part is there
    return f"{quanta(given, v.lang)} — {v.cita(given.fonte)}"


def quanta(dotazione: Dotazione, lang: Lang) -> str:
    """How much an endowment is, or of how many dwellings."""
    if dotazione.euro is not None:
        return dotazione.euro.render(lang)
    return _HOMES.render(lang).format(n=dotazione.alloggi)


def valori(versione: Versione, nome: str, lang: Lang) -> Iterator[tuple[str, str]]:
    """The values in force of a number of the law: what each is of, and how it reads."""
    v = vocabolario(versione, lang)
    parametro = v.parametri[nome]
    for riga in parametro.righe:
        periodo = riga.storia.il(versione.giorno)
        assert periodo is not None  # noqa: S101 - a version is refused without
        key = v.chiave(parametro, riga.chiave) if parametro.indice else ""
        text = f"{v.valore(periodo.valore, parametro.tipo)} — {v.cita(periodo.fonte)}"
        yield key, f"{key}: {text}" if key else text


def riga(some: tuple[Blocco, ...]) -> str:
    """Blocks on one line."""
    return " ".join(filter(None, map(_line, some)))


def _line(blocco: Blocco) -> str:
    match blocco:
        case Paragrafo(testo=testo):
            return testo
        case Condizione(detto=detto):
            return in_riga(detto) + "."
        case Elenco(righe=righe):
            return "; ".join(righe) + "."
        case Tabella(righe=righe):
            return "; ".join(": ".join(cells) for cells in righe) + "."
        case _:
            assert_never(blocco)
