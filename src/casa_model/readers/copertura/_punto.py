"""What there is to cover in a rule: a closed union of points, each to be seen by some case."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar, Final, TypeAlias, assert_never

from attrs import field, frozen

from casa_model.readers.copertura._via import Via
from casa_model.rules import tree as t
from casa_model.rules.esito import Esito
from casa_model.rules.names import CODE
from casa_model.rules.params import Key


class Parte(StrEnum):
    """The kinds of part of a rule, in the order in which they are told."""

    ESITO = "esito"
    REQUISITO = "requisito"
    IMPORTO = "importo"
    RISERVA = "riserva"
    DEFINIZIONE = "definizione"
    PARAMETRO = "parametro"


class Lato(StrEnum):
    """Where a household stands at a threshold."""

    SOTTO = "sotto"
    """The left side is less, and one step is enough to change that: see `Passo`."""
    PARI = "pari"
    """Both sides are equal."""
    SOPRA = "sopra"
    """The left side is more, and one step is enough to change that."""


class Passo(StrEnum):
    """The smallest step that moves a comparison of numbers or days."""

    UNITA = "unita"
    """One unit more or less of one fact, or the day of the requisites a day before or after."""
    SALTO = "salto"
    """One truth or one choice that is another: no number and no day is read."""
    NESSUNO = "nessuno"
    """It is the same for everybody, or codes and the number of members alone move it."""


@frozen
class Dove:
    """The part of the rule to which a point belongs: its kind and its code or name.

    `via` is the derogation of a requirement, the item of an amount, or `importo` of a parameter as
    the amount reads it; empty for the part itself.
    """

    parte: Parte
    nome: str = ""
    via: str = ""


@frozen
class PuntoEsito:
    """An outcome that some case gets."""

    di_importo: ClassVar[bool] = False
    dove: Dove
    esito: Esito


@frozen
class PuntoCondizione:
    """A condition seen true, false, or (None) not known.

    `numero` counts the conditions of the part from 1, the whole one first. `nodo` is None for a
    requirement that nobody has read. `membro` conditions are asked of each member. `vie` are the
    ways on which evaluation comes to it, none when it always does: in an arm that a choice does not
    take a condition cannot matter, and is not seen.

    `di_importo`, here and elsewhere, is a point that only the amount tells: nobody has checked it
    who is not paid, or in a case that does not state how much.
    """

    dove: Dove
    numero: int
    nodo: t.Expr | None
    atteso: bool | None
    membro: bool = False
    vie: tuple[Via, ...] = ()
    di_importo: bool = field(default=False, kw_only=True)


@frozen
class PuntoSoglia:
    """A comparison of numbers or days seen from one side, or exactly at the threshold.

    `passo` is how near to it a side is.
    """

    dove: Dove
    numero: int
    nodo: t.Compare
    lato: Lato
    membro: bool = False
    vie: tuple[Via, ...] = ()
    passo: Passo = Passo.UNITA
    di_importo: bool = field(default=False, kw_only=True)


@frozen
class PuntoValore:
    """One value of what is looked up in a list: each of a choice, else those of the list.

    `posto` is its place among them, from 1.
    """

    dove: Dove
    numero: int
    nodo: t.In
    valore: t.Label | t.Number
    posto: int
    membro: bool = False
    vie: tuple[Via, ...] = ()
    di_importo: bool = field(default=False, kw_only=True)


@frozen
class PuntoRiga:
    """A row of a table that is the first to hold; `riga` counts from 1, None is `altrimenti`."""

    dove: Dove
    numero: int
    nodo: t.Table
    riga: int | None
    membro: bool = False
    vie: tuple[Via, ...] = ()
    di_importo: bool = field(default=False, kw_only=True)


@frozen
class PuntoRigaDiParametro:
    """A row of a parameter with indices, asked by a case to which it matters.

    `dove` is the part that reads it, `nome` the parameter; `riga` counts from 1. `conta` holds
    where with the value of another row the part would be something else.
    """

    dove: Dove
    nome: str
    riga: int
    chiave: tuple[Key, ...]
    conta: t.Expr
    di_importo: bool = field(default=False, kw_only=True)


@frozen
class PuntoDeroga:
    """A derogation that decides alone: the condition and every other derogation are false.

    Without a `via` in `dove` it is that of a requirement that none saves: all of them are false.
    """

    di_importo: ClassVar[bool] = False
    dove: Dove
    sola: t.Expr


@frozen
class PuntoMassimo:
    """A cap of an item or of the amount that cuts what is due (`supera`), or leaves it whole.

    `oltre` compares what is due with the cap; only an admitted household is paid.
    """

    di_importo: ClassVar[bool] = True
    dove: Dove
    oltre: t.Expr
    supera: bool


_ALWAYS: Final = t.Truth(value=True)


@frozen
class PuntoUnita:
    """A number that an amount is counted with, of which a unit more or less is another sum.

    An item, or the deduction number `posto`, from 1; else the definition or the parameter that
    `dove` names. `decimali` is its unit: 2 of a cent, of `euro`. `quando` is where an item counts.
    """

    di_importo: ClassVar[bool] = True
    dove: Dove
    decimali: int
    posto: int = 0
    quando: t.Expr = _ALWAYS
    euro: bool = True


@frozen
class PuntoGiorno:
    """A day on which a parameter changes, or its eve, asked by a case to which it matters.

    `cambio` is the first day of the new value; `conta` holds where the parameter has been read and
    the part that reads it is known: what the amount reads is a point of its own. `riga` counts from
    1, and is that which has another value; None where none has, but another source.
    """

    dove: Dove
    cambio: date
    giorno: date
    conta: t.Expr
    riga: int | None = None
    chiave: tuple[Key, ...] = ()
    di_importo: bool = field(default=False, kw_only=True)

    @property
    def vigilia(self) -> bool:
        """Whether the day is the eve of the change."""
        return self.giorno < self.cambio


Punto: TypeAlias = (
    PuntoEsito
    | PuntoCondizione
    | PuntoSoglia
    | PuntoValore
    | PuntoRiga
    | PuntoRigaDiParametro
    | PuntoDeroga
    | PuntoMassimo
    | PuntoUnita
    | PuntoGiorno
)
"""Any point; the union is closed."""


def codice(punto: Punto) -> str:
    """The name of a point in its rule: kebab-case, unique, and the same for the same rule."""
    dove = punto.dove
    named = () if not dove.nome or dove.parte is Parte.IMPORTO else (dove.nome,)
    head = () if dove.parte is Parte.REQUISITO else (dove.parte.value,)
    if dove.parte is Parte.PARAMETRO and dove.via:
        return "-".join(("importo", *head, *named, *_tail(punto))).replace("_", "-")
    via = (_VIA[dove.parte], dove.via) if dove.via else ()
    return "-".join((*head, *named, *via, *_tail(punto))).replace("_", "-")


_VIA = {Parte.REQUISITO: "deroga", Parte.IMPORTO: "voce"}


def _tail(punto: Punto) -> tuple[str, ...]:
    match punto:
        case PuntoEsito(esito=esito):
            return (esito.value,)
        case PuntoCondizione(numero=numero, atteso=atteso):
            return (*_nth(numero), TRUTHS[atteso])
        case PuntoSoglia(numero=numero, lato=lato):
            return (*_nth(numero), lato.value)
        case PuntoValore(numero=numero, valore=valore, posto=posto):
            written = valore.value if isinstance(valore, t.Label) else ""
            return (*_nth(numero), "valore", written if CODE.fullmatch(written) else f"{posto}")
        case PuntoRiga(numero=numero, riga=riga):
            return (*_nth(numero), "altrimenti" if riga is None else f"riga-{riga}")
        case PuntoRigaDiParametro(nome=nome, riga=riga):
            return ("parametro", nome, f"riga-{riga}")
        case PuntoDeroga():
            return ("decide-sola" if punto.dove.via else "non-rispettato",)
        case PuntoMassimo(supera=supera):
            return ("massimo", "superato" if supera else "non-superato")
        case PuntoUnita(posto=posto):
            return ("detrazione", f"{posto}") if posto else ("valore",)
        case PuntoGiorno(cambio=cambio, vigilia=vigilia):
            row = (f"riga-{punto.riga}",) if punto.chiave else ()
            return (*row, cambio.isoformat(), "vigilia" if vigilia else "giorno")
        case _:
            assert_never(punto)


def _nth(numero: int) -> tuple[str, ...]:
    return () if numero == 1 else (f"{numero}",)


TRUTHS = {True: "vero", False: "falso", None: "ignoto"}
"""How a truth is named."""
