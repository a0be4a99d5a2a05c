"""From the file of assumptions to the assumptions, or to all its faults."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from casa_model.casa.popolazione._ipotesi import Ipotesi, IpotesiFatto
from casa_model.errors import InvalidValue, near
from casa_model.rules.facts import misfit
from casa_model.rules.types import BoolType, ChoiceType, DateType, NumberType
from casa_model.values import Euro, Grado, Testo
from casa_model.values.sheet import Sheet, Sourced, like, text_like

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casa_model.casa.popolazione._ipotesi import Estremo
    from casa_model.rules.facts import Fatto
    from casa_model.rules.types import Type
    from casa_model.values.toml import KeyPath

_HEAD: Final = ("ipotesi",)
_HUNDRED: Final = 100
_COUNTS: Final = ("ignoto", "soglie", "vero")
_OWN: Final[dict[type, tuple[str, ...]]] = {
    BoolType: ("ignoto", "vero"),
    NumberType: ("ignoto", "soglie", "da", "a", "per_componenti"),
    DateType: ("ignoto", "soglie", "anni_prima"),
    ChoiceType: ("ignoto", "pesi", "resto"),
}
_ANY: Final = ("ignoto",)


@frozen(kw_only=True)
class TestaShape(Sourced):
    titolo: Testo = field(metadata=text_like("titolo"))
    note: tuple[Testo, ...] = ()


@frozen(kw_only=True)
class NucleoShape:
    componenti: tuple[int, ...] = field(metadata=like("componenti = [35, 30, 20, 15]"))
    membri_elencati: int = field(metadata=like("membri_elencati = 90"))


@frozen(kw_only=True)
class PredefiniteShape:
    ignoto: int = field(metadata=like("ignoto = 2"))
    soglie: int = field(metadata=like("soglie = 30"))
    vero: int = field(metadata=like("vero = 50"))
    anni_prima: int = field(metadata=like("anni_prima = 30"))


@frozen(kw_only=True)
class FattoShape:
    ignoto: int | None = None
    soglie: int | None = None
    vero: int | None = None
    da: str | None = field(default=None, metadata=like('da = "0.00"'))
    a: str | None = field(default=None, metadata=like('a = "20000.00"'))
    anni_prima: int | None = None
    pesi: Mapping[str, int] | None = None
    resto: int | None = None
    per_componenti: tuple[str, ...] | None = None


def leggi_ipotesi(testo: str | bytes, *, file: str, fatti: Iterable[Fatto]) -> Ipotesi:
    """The assumptions of a file; `fatti` are those that it may speak of.

    Raises `InvalidFile` with every fault.
    """
    known = {fatto.nome: fatto for fatto in fatti}
    sections: dict[str, type] = {"ipotesi": dict, "predefinite": dict, "nucleo": dict}
    sheet = Sheet(testo, file, {**sections, "fatti": dict})
    head = sheet.section(TestaShape, "ipotesi", wanted=True)
    defaults = sheet.section(PredefiniteShape, "predefinite", wanted=True)
    household = sheet.section(NucleoShape, "nucleo", wanted=True)
    fonte = None
    if head is not None:
        fonte = sheet.fonte(head, _HEAD, ("le ipotesi", "the assumptions"), graded=True)
        if head.grado not in {None, Grado.DERIVATA}:
            it = "le ipotesi non vengono da un atto; scrivi `derivata`"
            sheet.refuse((*_HEAD, "grado"), it, "assumptions come from no act; write `derivata`")
    if defaults is not None:
        _hundreds(sheet, defaults, ("predefinite",))
    if household is not None:
        _weights(sheet, household.componenti, ("nucleo", "componenti"))
        _hundred(sheet, household.membri_elencati, ("nucleo", "membri_elencati"))
    found = {}
    for nome, path in sheet.table("fatti"):
        fatto = known.get(nome)
        if fatto is None:
            sheet.wrong("nome-ignoto", path, key=True, vicino=near(nome, known), nome=nome)
            continue
        shape = sheet.shape(FattoShape, path)
        if shape is not None:
            found[nome] = _fact(sheet, shape, fatto, path)
    sheet.faults.raise_if_grave()
    assert head is not None and fonte is not None  # noqa: S101, PT018 - else a grave fault
    assert defaults is not None and household is not None  # noqa: S101, PT018 - as above
    base = IpotesiFatto(
        ignoto=defaults.ignoto,
        soglie=defaults.soglie,
        vero=defaults.vero,
        anni_prima=defaults.anni_prima,
    )
    return Ipotesi(
        head.titolo,
        fonte,
        base,
        household.componenti,
        household.membri_elencati,
        found,
        head.note,
    )


def _fact(sheet: Sheet, shape: FattoShape, fatto: Fatto, path: KeyPath) -> IpotesiFatto:
    own = _OWN.get(type(fatto.tipo), _ANY)
    listed = ", ".join(f"`{key}`" for key in own)
    for key in ("soglie", "vero", "da", "a", "anni_prima", "pesi", "resto", "per_componenti"):
        if getattr(shape, key) is not None and key not in own:
            sheet.unwanted(path, key, listed)
    _hundreds(sheet, shape, path)
    low, high = (_end(sheet, fatto.tipo, getattr(shape, k), (*path, k)) for k in ("da", "a"))
    if isinstance(low, Euro | Decimal) and type(low) is type(high) and low > high:  # type: ignore[operator]
        it = "viene prima di `da`; scrivi prima il più piccolo"
        sheet.refuse((*path, "a"), it, "it comes before `da`; write the smaller first")
    steps = [
        _end(sheet, fatto.tipo, text, (*path, "per_componenti", at))
        for at, text in enumerate(shape.per_componenti or ())
    ]
    if isinstance(fatto.tipo, ChoiceType):
        _choices(sheet, shape, fatto.tipo, path)
    if shape.anni_prima is not None and shape.anni_prima < 1:
        sheet.refuse((*path, "anni_prima"), "parte da 1", "it starts from 1")
    return IpotesiFatto(
        ignoto=shape.ignoto,
        soglie=shape.soglie,
        vero=shape.vero,
        da=low,
        a=high,
        anni_prima=shape.anni_prima,
        pesi=shape.pesi or {},
        resto=shape.resto or 0,
        per_componenti=tuple(each for each in steps if each is not None),
    )


def _choices(sheet: Sheet, shape: FattoShape, tipo: ChoiceType, path: KeyPath) -> None:
    """The weights of a choice: of its own values, from zero up, and not all zero."""
    weights = shape.pesi or {}
    listed = " o ".join(f"`{value}`" for value in tipo.values[:1])
    for value in weights:
        if value not in tipo.values:
            sheet.wrong(
                "valore-malformato",
                (*path, "pesi", value),
                key=True,
                vicino=near(value, tipo.values),
                valore=value,
                atteso="un valore di questa scelta",
                atteso_en="a value of this choice",
                esempio=listed,
            )
    if shape.pesi is not None:
        others = set(tipo.values) - set(weights)
        rest = (shape.resto or 0) if others else 0
        _weights(sheet, (*weights.values(), rest), (*path, "pesi"))


def _hundreds(sheet: Sheet, shape: PredefiniteShape | FattoShape, path: KeyPath) -> None:
    for key in _COUNTS:
        _hundred(sheet, getattr(shape, key), (*path, key))


def _hundred(sheet: Sheet, count: int | None, path: KeyPath) -> None:
    if count is not None and not 0 <= count <= _HUNDRED:
        sheet.refuse(path, "va da 0 a 100: conta su cento nuclei", "it goes from 0 to 100: it "
                     "counts out of a hundred households")  # fmt: skip


def _weights(sheet: Sheet, weights: tuple[int, ...], path: KeyPath) -> None:
    if not any(weights) or min(weights) < 0:
        sheet.refuse(path, "i pesi partono da 0, e uno almeno è di più", "weights start from 0, "
                     "and one at least is more")  # fmt: skip


def _end(sheet: Sheet, tipo: Type, text: str | None, path: KeyPath) -> Estremo | None:
    """A number written in the file, of the type of its fact."""
    if text is None or not isinstance(tipo, NumberType):
        return None
    try:
        value = Euro.parse(text) if tipo.euro else Decimal(text)
    except (InvalidValue, InvalidOperation):
        value = None
    if value is None or misfit(tipo, value) is not None:
        sheet.wrong(
            "valore-malformato",
            path,
            valore=text,
            atteso="un valore di questo fatto",
            atteso_en="a value of this fact",
            esempio="`9360.00`" if tipo.euro else "`1`",
        )
        return None
    return value
