"""A measure and a notice that have one of each part: nothing in them is law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casa_model.rules.leggi import leggi_avviso, leggi_fatti, leggi_misura

if TYPE_CHECKING:
    from casa_model.rules.avviso import Avviso

FATTI = """
formato = 1
[fatti.isee]
etichetta = { it = "ISEE", en = "ISEE" }
tipo = "euro"
[fatti.area]
etichetta = { it = "area", en = "area" }
tipo = "scelta"
[fatti.area.valori]
nord = { it = "Nord", en = "North" }
sud = { it = "Sud", en = "South" }
[fatti.dal]
etichetta = { it = "dal", en = "since" }
tipo = "data"
[fatti.punti]
etichetta = { it = "punti", en = "points" }
tipo = "numero(2)"
minimo = "0.00"
massimo = "9.00"
[fatti.sano]
etichetta = { it = "sano", en = "sound" }
tipo = "bool"
[fatti.protocollo]
etichetta = { it = "protocollo", en = "protocol" }
tipo = "codice"
[fatti.componenti]
etichetta = { it = "componenti", en = "members" }
tipo = "numero(0)"
minimo = 1
massimo = 3
"""
MISURA = """
formato = 1
[misura]
codice = "prova"
titolo = { it = "Prova", en = "Trial" }
fonte = "esempio"
grado = "derivata"
vigenza = { dal = 2020-01-01 }
[parametri.soglia]
etichetta = { it = "soglia", en = "threshold" }
tipo = "euro"
storia = [{ dal = 2020-01-01, valore = "9360.00", fonte = "esempio", grado = "derivata" }]
[parametri.scala]
etichetta = { it = "scala", en = "scale" }
tipo = "numero(2)"
indice = ["1..3"]
righe = [
  { chiave = [1], storia = [
    { dal = 2020-01-01, valore = "1.00", fonte = "e", grado = "derivata" }
  ] },
  { chiave = [2], storia = [
    { dal = 2020-01-01, valore = "1.57", fonte = "e", grado = "derivata" }
  ] },
  { chiave = [3], storia = [
    { dal = 2020-01-01, valore = "2.04", fonte = "e", grado = "derivata" }
  ] },
]
[parametri.parte]
etichetta = { it = "parte", en = "share" }
tipo = "numero(2)"
storia = [{ dal = 2020-01-01, valore = "0.30", fonte = "esempio", grado = "derivata" }]
[definizioni.fascia]
fonte = "esempio"
grado = "derivata"
tabella = [{ quando = "area == 'nord'", vale = "'a'" }]
altrimenti = "'b'"
[[requisiti]]
codice = "isee"
fonte = "esempio"
grado = "derivata"
testo = { it = "ISEE", en = "ISEE" }
condizione = "isee < soglia"
deroghe = [{ codice = "sano", condizione = "sano", fonte = "esempio", grado = "derivata" }]
[[requisiti]]
codice = "resto"
fonte = "esempio"
grado = "derivata"
testo = { it = "resto", en = "rest" }
condizione = "punti < scala[componenti] and fascia == 'a' and dal < data_requisiti"
[[requisiti]]
codice = "ignoto"
fonte = "esempio"
grado = "derivata"
testo = { it = "ignoto", en = "unread" }
non_visto = true
[importo]
fonte = "esempio"
grado = "derivata"
massimo = "soglia"
detrae = ["isee"]
detrae_da = "spesa"
[[importo.voci]]
codice = "voce"
vale = "isee"
se = "sano"
massimo = "soglia"
fonte = "esempio"
grado = "derivata"
"""
AVVISO = """
formato = 1
[avviso]
codice = "immaginario"
titolo = { it = "Immaginario", en = "Imaginary" }
ente = "Comune"
misura = "prova"
fonte = "esempio"
grado = "derivata"
pubblicazione = 2024-09-02
apertura = 2024-09-02
chiusura = 2024-09-30T12:00:00
[risorse]
dotazione = "120.00"
[graduatoria]
ordine = ["-isee", "protocollo"]
fonte = "esempio"
grado = "derivata"
riserve = [{ codice = "sani", quota = "parte", quando = "sano", fonte = "e", grado = "derivata" }]
"""


def notice(misura: str = MISURA, avviso: str = AVVISO) -> Avviso:
    """The notice of two texts."""
    facts = leggi_fatti(FATTI, file="fatti.toml")
    read = leggi_misura(misura, file="misura.toml", fatti=facts, norme={}).valore
    return leggi_avviso(avviso, file="avviso.toml", misure={"prova": read}).valore
