"""A secret in every cell is in no error, traceback, `repr` or outcome."""

from __future__ import annotations

import json
import traceback
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from casa_model.casa import Ambito, Decisa, Decisione, EsitoDomanda, replay
from casa_model.errors import CasaError, InvalidFile
from casa_model.exchange import (
    Lette,
    esiti_csv,
    esiti_ndjson,
    from_json,
    leggi_domande,
    leggi_domande_ndjson,
    leggi_verbale,
    to_json,
)
from casa_model.exchange.verbale import PiedeVerbale
from casa_model.nuclei import (
    Assegnazione,
    AttestazioneIsee,
    Componente,
    Domanda,
    Nucleo,
    Ruolo,
    TipoIsee,
)
from casa_model.rules.esito import Esito, EsitoDefinizione, EsitoVoce, Verdict
from casa_model.rules.facts import Fatti
from casa_model.values import Euro

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casa_model.exchange._celle import Decimali
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

HERE = Path(__file__).parent
SECRET = "Segreto7391"  # noqa: S105 - the sentinel
NUMBER = "7391739.17"
HOUSEHOLD = "riferimento;isee;canone_pagato;componenti;punteggio;area;data_contratto;data_domanda;comune;protocollo"  # noqa: E501
WIDTH = HOUSEHOLD.count(";") + 1


def _everything_said(error: CasaError) -> str:
    assert (error.__context__, error.__cause__) == (None, None)
    kept = (vars(error), getattr(error, "faults", ()))
    told = (str(error), repr(error), error.testo("it"), repr(kept))
    return " ".join([*told, *traceback.format_exception(error)])


def _everything_shown(lette: Lette) -> str:
    told = [text for f in lette.difetti for text in (repr(f), f.riga("it"), f.riga("en"))]
    return " ".join([repr(lette), str(lette), *told])


def _row(secret: str, at: int | None = None) -> str:
    return ";".join(secret if at in (None, i) else "" for i in range(WIDTH))


@pytest.mark.parametrize("secret", [SECRET, NUMBER, f"={SECRET}", f'"{SECRET}', f"{SECRET};x"])
@pytest.mark.parametrize("decimali", ["it", "plain"])
def test_no_cell_of_a_csv_is_told(secret: str, decimali: Decimali, misura: Misura) -> None:
    """In each column alone, in all at once, twice, and among the members."""
    rows = [_row(secret, at) for at in range(WIDTH)] + [_row(secret)] * 2
    members = f"riferimento;eta;reddito\n{secret};{secret};{secret}\n;{secret};\nA;1;{secret}\n"
    lette = leggi_domande(
        "\n".join([HOUSEHOLD, *rows, "A;;;;;;;;;"]),
        misura,
        file="d.csv",
        decimali=decimali,
        membri=members,
    )
    shown = _everything_shown(lette)

    assert len(lette.difetti) >= 5
    assert (SECRET in shown, NUMBER in shown) == (False, False)


@pytest.mark.parametrize(
    "text",
    [
        f"{SECRET};{SECRET}\n",
        f"{SECRET.lower()};{SECRET.lower()}\n",
        f"{SECRET},{SECRET};a\n",
        f'riferimento;"{SECRET}\n',
        f"riferimento;{SECRET} x;{NUMBER};a{SECRET}0\n",
        f"riferimento\n{SECRET}".encode() + b"\xff",
    ],
)
def test_a_file_without_a_header_tells_none_of_its_cells(text: str | bytes, misura: Misura) -> None:
    """What stands where names should may be data."""
    with pytest.raises(InvalidFile) as refusal:
        leggi_domande(text, misura, file="d.csv", decimali="it", membri=text)

    assert SECRET.lower() not in _everything_said(refusal.value).lower()


@pytest.mark.parametrize("value", [SECRET, [SECRET], {"a": SECRET}, 7391, 7391.25, {SECRET: 1}])
def test_no_value_of_ndjson_is_told(value: object, misura: Misura) -> None:
    """Under each key alone, among the members, in a line that does not read."""
    keys = [*HOUSEHOLD.split(";"), "membri", "ignota", f"{SECRET} x"]
    lines = [json.dumps({key: value}) for key in keys]
    lines += [json.dumps({"riferimento": "A", "membri": [{key: value}]}) for key in ("eta", "x")]
    lines += [line[:-1] for line in lines] + [line[:-1] + f',"{SECRET} x":1' * 2 for line in lines]
    lette = leggi_domande_ndjson("\n".join(lines), misura, file="d.ndjson")
    shown = _everything_shown(lette)

    assert lette.righe == len(lines)
    assert (SECRET in shown, "7391" in shown) == (False, False)


def _domanda() -> Domanda:
    day = date(1973, 9, 17)
    member = Componente(Ruolo.FIGLIO, day, 41, {"reddito": Euro(1), "nota": "a"})
    return Domanda(
        "A",
        day,
        "P",
        Fatti({"isee": Euro(1), "a": True, "b": Decimal(1), "c": day, "d": "x"}, ({"eta": 1},)),
        Nucleo((member,)),
        AttestazioneIsee(
            isee=Euro(1), isp=Euro(1), scala=Decimal(2), tipo=TipoIsee.CORRENTE, rilascio=day
        ),
        Assegnazione(day, day, "accesso"),
    )


def _with_a_secret(whole: object) -> Iterator[object]:
    """The same JSON, once for each place in it, with the secret there."""
    yield SECRET
    if isinstance(whole, dict):
        for key, part in whole.items():
            yield from ({**whole, key: other} for other in _with_a_secret(part))
        yield {**whole, "chiave": SECRET}
    if isinstance(whole, list):
        for i, part in enumerate(whole):
            yield from ([*whole[:i], other, *whole[i + 1 :]] for other in _with_a_secret(part))


def test_no_value_of_json_is_told() -> None:
    """A secret in the place of each part of an application, one by one."""
    root = json.loads(to_json(_domanda()))
    refused = 0
    for valore in _with_a_secret(root["valore"]):
        try:
            found = from_json(json.dumps(root | {"valore": valore}), Domanda)
        except CasaError as error:
            refused += 1
            said = _everything_said(error)
        else:
            said = "" if found.riferimento == SECRET else repr(found)

        assert SECRET not in said
    assert refused > 40


def test_no_value_of_a_record_is_told() -> None:
    """A secret in the place of each part of a line, one by one, with the foot that goes with it."""
    head, line, *_ = (HERE / "verbale-formato-1.ndjson").read_text("utf-8").splitlines()
    whole, root = json.loads(head), json.loads(line)
    whole["valore"] |= {"domande": 1, "scartate": 0}
    refused = 0
    for valore in _with_a_secret(root["valore"]):
        lines = [json.dumps(whole), json.dumps(root | {"valore": valore})]
        told = "".join(f"{line}\n" for line in lines)
        foot = to_json(PiedeVerbale(None, sha256(told.encode()).hexdigest()))
        try:
            found = leggi_verbale(f"{told}{foot}\n", file="v.ndjson")
        except CasaError as error:
            refused += 1
            said = _everything_said(error)
        else:
            facts = (found.voci[0].domanda.fatti, found.voci[0].decisa)
            named = {found.voci[0].domanda.riferimento, *_codes(found.voci[0].decisa)}
            said = "" if SECRET in named else repr((found, facts))

        assert SECRET not in said
    assert refused > 60


def _codes(decisa: Decisa | None) -> Iterator[str | None]:
    """What an outcome names: codes of rules, not values."""
    if decisa is not None:
        yield from (*decisa.mancano, *decisa.riserve)
        for each in decisa.ragioni:
            yield from (each.codice, each.deciso_da, *each.mancano)
        yield from (each.codice for each in decisa.voci)
        yield from (each.nome for each in decisa.definizioni)


def test_no_fact_is_in_what_differs() -> None:
    """A decision made again says which application comes out otherwise, and nothing of it."""
    filed = leggi_verbale((HERE / "verbale-formato-1.ndjson").read_bytes(), file="v.ndjson")
    secret = {"isee": Euro(739173), "protocollo": SECRET, "spesa_riscaldamento": Euro(739174)}
    voci = tuple(
        evolve(v, domanda=evolve(v.domanda, protocollo=None, fatti=Fatti(secret)))
        for v in filed.voci
    )
    found = replay(evolve(filed, voci=voci))
    texts = [text for d in found.discordanze for text in (d.nome, d.testo.it, d.testo.en)]

    assert {Ambito.DOMANDA, Ambito.ESITO} <= {d.ambito for d in found.discordanze}
    assert [t for t in (*texts, repr(found.discordanze), repr(found)) if "7391" in t] == []


def test_no_fact_is_in_the_outcomes(avviso: Avviso) -> None:
    """Facts, definitions and ranking keys stay out of both files."""
    verdict = Verdict(
        "prova",
        date(2024, 1, 1),
        Esito.AMMESSO,
        (),
        importo=Euro(100),
        voci=(EsitoVoce("servizi", Euro(739173), Euro(739174)),),
        definizioni=(EsitoDefinizione("meta", SECRET),),
        chiavi=(("isee", SECRET),),
    )
    facts = Fatti({"isee": Euro(739175), "nota": SECRET}, ({"nota": SECRET},))
    decisione = Decisione(avviso, (EsitoDomanda("A", verdict, (), facts),))
    written = esiti_csv(decisione) + esiti_ndjson(decisione)

    assert (SECRET in written, "7391" in written) == (False, False)
