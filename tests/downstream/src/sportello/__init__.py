"""The desk of an imaginary comune: it decides vouchers with casa_model."""

from sportello.pratiche import Ufficio, apri

__all__ = ["Ufficio", "apri"]
