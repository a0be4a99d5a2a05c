"""HSDS 3.1, the standard of Open Referral for services, their places and their hours."""

from casa_model.exchange.hsds._hsds import VERSION, Documento, hsds
from casa_model.exchange.hsds._ids import identifier

__all__ = ["VERSION", "Documento", "hsds", "identifier"]
