"""JSON Schema (2020-12) of what comes in and of what goes out, for other people's systems."""

from casa_model.exchange.json_schema._domanda import schema_domanda
from casa_model.exchange.json_schema._esito import schema_esito
from casa_model.exchange.json_schema._verdict import schema_verdict

__all__ = ["schema_domanda", "schema_esito", "schema_verdict"]
