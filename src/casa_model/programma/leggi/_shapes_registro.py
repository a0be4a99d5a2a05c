"""The shape of the file of a ledger."""

from datetime import date

from attrs import field, frozen

from casa_model.values import Cup, Euro
from casa_model.values.sheet import Sourced, like


@frozen(kw_only=True)
class RegistroShape:
    linea: str = field(metadata=like('linea = "l-1"'))


@frozen(kw_only=True)
class MovimentoShape(Sourced):
    """An entry of any kind: which keys it has depends on `tipo`."""

    tipo: str = field(metadata=like('tipo = "impegno"'))
    codice: str = field(metadata=like('codice = "2025-12"'))
    giorno: date = field(metadata=like("giorno = 2025-03-01"))
    importo: Euro | None = None
    beneficiario: str | None = None
    progetto: str | None = None
    cup: Cup | None = field(
        default=None, metadata=like("cup = …", fault=("cup-malformato", "valore"))
    )
    impegno: str | None = None
    movimento: str | None = None
