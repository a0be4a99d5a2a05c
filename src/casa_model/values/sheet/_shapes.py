"""The shapes that every file of ours has in common: where a thing comes from, and since when."""

from datetime import date

from attrs import field, frozen

from casa_model.values.norme import Grado, Norma
from casa_model.values.testo import Testo


def like(esempio: str, **more: object) -> dict[str, object]:
    """The metadata of a field: the example that a fault shows."""
    return {"esempio": f"`{esempio}`", **more}


def text_like(name: str) -> dict[str, object]:
    """The metadata of a text in both languages."""
    return like(f'{name} = {{ it = "…", en = "…" }}')


@frozen(kw_only=True)
class Sourced:
    """Where something comes from: an article or a named source, and the grade."""

    norma: Norma | None = field(
        default=None,
        metadata=like('norma = "rr-11-2019, art. 6, c. 1"', fault=("norma-malformata", "norma")),
    )
    grado: Grado | None = field(
        default=None, metadata=like('grado = "atto"', fault=("grado-ignoto", "grado"))
    )
    fonte: str | None = None
    url: str | None = None
    nota: Testo | None = None


@frozen(kw_only=True)
class VigenzaShape:
    dal: date = field(metadata=like("dal = 2019-10-14"))
    al: date | None = None


@frozen(kw_only=True)
class AttoShape:
    nome: str = field(metadata=like('nome = "r.r. 11/2019"'))
    titolo: Testo = field(metadata=text_like("titolo"))
    urn: str | None = None
    data: date | None = None
    pubblicazione: str | None = None
    url: str | None = None
