"""Floor 7: every file in or out: applications, outcomes, JSON, schemas."""

from casa_model.exchange.domande import leggi_domande
from casa_model.exchange.domande_ndjson import leggi_domande_ndjson
from casa_model.exchange.esiti import esiti_csv, esiti_ndjson
from casa_model.exchange.graduatoria import graduatoria_csv
from casa_model.exchange.json import from_json, to_json
from casa_model.exchange.json_schema import schema_domanda, schema_esito, schema_verdict
from casa_model.exchange.lette import Lette, Scartata
from casa_model.exchange.scartate import scartate_csv
from casa_model.exchange.verbale import leggi_verbale, verbale_ndjson

__all__ = [
    "Lette",
    "Scartata",
    "esiti_csv",
    "esiti_ndjson",
    "from_json",
    "graduatoria_csv",
    "leggi_domande",
    "leggi_domande_ndjson",
    "leggi_verbale",
    "scartate_csv",
    "schema_domanda",
    "schema_esito",
    "schema_verdict",
    "to_json",
    "verbale_ndjson",
]
