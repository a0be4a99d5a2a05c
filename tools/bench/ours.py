"""casa_model as its users call it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import casa_model as cm
from tools.bench import household as h
from tools.bench.handwritten import GIORNO
from tools.bench.timing import Case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

_NOTICE: Final = Path(__file__).with_name("notice.toml")
_APPLICATIONS: Final = 200

BITS: Final = "bits"


def answer(verdict: cm.Verdict) -> tuple[str, int | None]:
    """Outcome and cents."""
    return verdict.esito.value, None if verdict.importo is None else verdict.importo.cents


def domanda(number: int) -> cm.Domanda:
    """The household as an application, in typed parts where the library has them."""
    facts: Mapping[str, Any] = {n: h.typed(n, v) for n, v in h.COMPLETE.items()}
    parts = ("decadenza", "riceve_crs_indigenza", "servizi_anno", "debito_pregresso")
    return cm.Domanda(
        f"prova-{number:04}",
        presentata=GIORNO,
        protocollo=f"{number:04}",
        fatti=cm.Fatti({nome: facts[nome] for nome in parts}),
        nucleo=cm.Nucleo(numero=int(facts["componenti"])),
        isee=cm.AttestazioneIsee(
            isee=facts["isee"],
            isp=facts["isp"],
            scala=facts["scala_equivalenza"],
            rilascio=date(2024, 1, 15),
        ),
        assegnazione=cm.Assegnazione(
            facts["data_assegnazione"], facts["data_contratto"], facts["area"]
        ),
    )


def cases() -> Iterator[Case]:
    """The rule of the benchmark, from the fastest way of asking to the fullest."""
    misura = cm.edizione().misure["crs-difficolta"]
    known = h.fatti(h.COMPLETE)
    yield from _fast_cases(misura, known)
    yield Case(
        "evaluate",
        "casa_model `evaluate`, the reference reader: `Fatti` to `Verdict`",
        "evaluate(misura, known, on=day)",
        {"evaluate": cm.evaluate, "misura": misura, "known": known, "day": GIORNO},
        answer(cm.evaluate(misura, known, on=GIORNO)),
    )
    avviso = cm.leggi_avviso(_NOTICE.read_bytes(), file=_NOTICE.name).valore
    asked = [domanda(number) for number in range(_APPLICATIONS)]
    yield Case(
        "decidi",
        f"casa_model `decidi`: `Domanda` to `Verdict` with its findings, {_APPLICATIONS} at a time",
        "decidi(avviso, asked)",
        {"decidi": cm.decidi, "avviso": avviso, "asked": asked},
        answer(cm.decidi(avviso, asked).esiti[-1].verdict),
        decisions=_APPLICATIONS,
    )


def _fast_cases(misura: cm.Misura, known: cm.Fatti) -> Iterator[Case]:
    reader = cm.compiled(misura, on=GIORNO)
    label = "casa_model `bits`, facts prepared: outcome, amount, failed, unknown and missing bits"
    yield _bits_case(BITS, label, misura, known)
    yield Case(
        "prepare",
        "casa_model `prepare` and `bits`: from `Fatti`",
        "bits(prepare(known))",
        {"bits": reader.bits, "prepare": reader.prepare, "known": known},
        _of_bits(reader, misura, known),
    )
    yield Case(
        "verdict",
        "casa_model `verdict`, the fast reader: `Fatti` to `Verdict` with its findings",
        "verdict(known)",
        {"verdict": reader.verdict, "known": known},
        answer(reader.verdict(known)),
    )


def energy() -> Case:
    """A second, smaller rule: the energy support."""
    misura, known = cm.edizione().misure["energia-l1"], h.fatti(h.ENERGY)
    return _bits_case("bits-energia", "casa_model `bits`", misura, known)


def unknown() -> Case:
    """The first rule again, with the ISEE not known: nothing may be taken for granted."""
    misura, known = cm.edizione().misure["crs-difficolta"], h.fatti(h.UNKNOWN)
    return _bits_case("bits-unknown", "casa_model `bits`", misura, known)


def _bits_case(key: str, label: str, misura: cm.Misura, known: cm.Fatti) -> Case:
    reader = cm.compiled(misura, on=GIORNO)
    names = {"bits": reader.bits, "row": reader.prepare(known)}
    return Case(key, label, "bits(row)", names, _of_bits(reader, misura, known))


def _of_bits(reader: cm.Compiled, misura: cm.Misura, known: cm.Fatti) -> tuple[str, int | None]:
    """What the fast reader says, once its verdict is that of `evaluate` and its bits fit it."""
    _, cents, failed, unknown, missing = reader.bits(reader.prepare(known))
    verdict = reader.verdict(known)
    held = {finding.esito for finding in verdict.findings}
    told = (failed != 0, unknown != 0, missing != 0)
    if told != (False in held, None in held, bool(verdict.mancano)) or verdict != cm.evaluate(
        misura, known, on=GIORNO
    ):
        message = "the fast reader and the reference reader do not agree"
        raise SystemExit(message)
    return verdict.esito.value, cents


def share_rule(op: str, quota: Decimal) -> cm.Misura:
    """A measure with one requirement: costs above, or at least, a share of income."""
    text = _SHARE.format(op=op, quota=quota)
    return cm.leggi_misura(text, file="quota.toml").valore


_SHARE: Final = """
formato = 1
[misura]
codice = "quota"
titolo.it = "Quota del reddito"
titolo.en = "Share of income"
fonte = "inventato per il confronto"
grado = "derivata"
vigenza = {{ dal = 2024-01-01 }}
[fatti.costi]
tipo = "euro"
etichetta = {{ it = "costi abitativi", en = "housing costs" }}
[fatti.reddito]
tipo = "euro"
etichetta = {{ it = "reddito", en = "income" }}
[parametri.quota]
etichetta = {{ it = "quota del reddito", en = "share of income" }}
tipo = "numero(4)"
storia = [{{ dal = 2024-01-01, valore = "{quota:.4f}", fonte = "inventato", grado = "derivata" }}]
[[requisiti]]
codice = "costi"
testo = {{ it = "costi oltre la quota", en = "costs beyond the share" }}
fonte = "inventato per il confronto"
grado = "derivata"
condizione = "costi {op} quota * reddito"
"""
