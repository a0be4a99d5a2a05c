"""Cases from TOML: one `[[casi]]` each, which may begin as an earlier one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import field, fields, frozen

from casa_model.errors import InvalidValue, near
from casa_model.exchange._altrove import Altrove, dei_membri, del_nucleo_soltanto
from casa_model.exchange.casi._attesi import atteso_di, ignoti_noti, norma_nota
from casa_model.exchange.casi._file import FileDiCasi
from casa_model.exchange.casi._valori import DECIMALI, fatti_toml
from casa_model.readers.cases import Atteso, Caso
from casa_model.values import Euro, Norma, Testo
from casa_model.values.sheet import Page, like

if TYPE_CHECKING:
    from casa_model.exchange.casi._regole import Regole
    from casa_model.values.toml import KeyPath

T = TypeVar("T")

_FATTI: Final = Testo(it="in `[casi.fatti]`", en="in `[casi.fatti]`")
_ATTESI: Final = Testo(it="in `[casi.attesi]`", en="in `[casi.attesi]`")
_EXPECTED: Final = Testo(it="una cosa attesa", en="something expected")
_MEMBRI: Final = Testo(it="in `[[casi.membri]]`", en="in `[[casi.membri]]`")
_NOBODY: Final = (
    "un nucleo ha almeno un componente; elencali, o togli `membri`",
    "a household has at least one member; list them, or remove `membri`",
)


@frozen(kw_only=True)
class CasoShape:
    codice: str = field(metadata=like('codice = "isee-alla-soglia"'))
    testo: str | None = None
    nota: str | None = None
    norma: Norma | None = field(
        default=None,
        metadata=like('norma = "rr-11-2019, art. 6, c. 1"', fault=("norma-malformata", "norma")),
    )
    al: date | None = field(default=None, metadata=like("al = 2024-09-02"))
    come: str | None = field(default=None, metadata=like('come = "isee-alla-soglia"'))
    ignoti: tuple[str, ...] = field(default=(), metadata=like('ignoti = ["isee"]'))
    fatti: Mapping[str, Any] = field(factory=dict, metadata=like('fatti = { isee = "9359.99" }'))
    membri: tuple[Mapping[str, Any], ...] | None = field(
        default=None, metadata=like("membri = [{ eta = 40 }]")
    )
    attesi: Mapping[str, Any] = field(factory=dict, metadata=like('attesi = { esito = "ammesso" }'))


@frozen(kw_only=True)
class AttesiShape:
    esito: str | None = field(default=None, metadata=like('esito = "ammesso"'))
    importo: str | None = field(default=None, metadata=like('importo = "2700.00"'))
    motivi: tuple[str, ...] | None = field(default=None, metadata=like('motivi = ["isee"]'))
    mancano: tuple[str, ...] | None = field(default=None, metadata=like('mancano = ["isee"]'))
    voci: Mapping[str, str] | None = field(
        default=None, metadata=like('voci = { servizi = "1200.00" }')
    )


_OF_CASES: Final = frozenset(each.name for each in fields(CasoShape))
_OF_ATTESI: Final = tuple(each.name for each in fields(AttesiShape))


def leggi_toml(testo: str | bytes, regole: Regole, *, file: str) -> FileDiCasi:
    """Read the cases of a TOML text. Raises `InvalidFile` with every fault."""
    page = Page(testo, file, {"regole": str, "al": date, "casi": list})
    rows = page.rows("casi")
    if not rows and not isinstance(page.doc.data.get("casi"), dict):
        page.wrong("casi-vuoti", (), esempio="[[casi]]")
    reader = _Reader(page, regole)
    for path in rows:
        reader.read(path)
    page.faults.raise_if_grave()
    cases, rules = tuple(reader.casi.values()), page.doc.data.get("regole")
    return FileDiCasi(file, cases, rules, page.faults.rilievi)


class _Reader:
    """The cases read so far, by code; `rotti` are those of which only the code is known."""

    def __init__(self, page: Page, regole: Regole) -> None:
        self.page = page
        self.regole = regole
        self.casi: dict[str, Caso] = {}
        self.righe: dict[str, int] = {}
        head = page.doc.data.get("al")
        self.al = head if type(head) is date else None
        self.attesi = Altrove(dict.fromkeys(_OF_ATTESI, _EXPECTED), _ATTESI)
        self.fatti = del_nucleo_soltanto(regole.nucleo, _FATTI)
        self.dei_membri = dei_membri(regole.membro, _MEMBRI)

    def read(self, path: KeyPath) -> None:
        """Read one case, with its faults into the basket."""
        self._misplaced(path)
        shape = self._shape(CasoShape, path, {"codice": "senza-codice"})
        if shape is None:
            return
        tell = partial(self._tell, path)
        base = self._base(shape, path)
        on = shape.al or base.on or self.al
        labels = self.regole.etichette
        valori = fatti_toml(shape.fatti, self.regole.nucleo, labels, self.dei_membri, tell, "fatti")
        if shape.membri == ():
            self.page.refuse((*path, "membri"), *_NOBODY)
        membri = (
            None
            if shape.membri is None
            else tuple(
                fatti_toml(row, self.regole.membro, labels, self.fatti, tell, "membri", at)
                for at, row in enumerate(shape.membri)
            )
        )
        ignoti_noti(self.regole, shape.ignoti, self._stated(shape), tell)
        norma_nota(self.regole, shape.norma, tell)
        fatti = self.regole.famiglia(base.fatti, valori, membri or None, shape.ignoti, on)
        atteso = self._atteso(path)
        if self._named(shape.codice, path):
            self.casi[shape.codice] = Caso(
                shape.codice,
                fatti,
                atteso,
                on,
                shape.norma,
                shape.testo,
                shape.nota,
                self.page.doc.place(path),
            )

    def _misplaced(self, path: KeyPath) -> None:
        """Tell of what stands beside the code and belongs in a table below it, and read on."""
        raw = self._raw(path)
        if not isinstance(raw, dict):
            return
        for key in raw.keys() - _OF_CASES:
            away = self.attesi if key in self.attesi.che else self.fatti
            if key in away.che:
                words = away.parole(key)
                self.page.wrong("caso-fatto-altrove", (*path, key), key=True, **words)
                del raw[key]

    def _shape(self, cls: type[T], path: KeyPath, stand_in: Mapping[str, object]) -> T | None:
        """A table as `cls`, without the keys at fault, which are told."""
        found = self.page.shape(cls, path)
        if found is not None or not isinstance(self._raw(path), dict):
            return found
        return self.page.salvaged(cls, path, stand_in)[0]

    def _raw(self, path: KeyPath) -> object:
        raw: Any = self.page.doc.data
        for step in path:
            raw = raw[step]
        found: object = raw
        return found

    def _tell(
        self, path: KeyPath, code: str, *where: str | int, key: bool = False,
        vicino: str | None = None, **data: object,
    ) -> None:  # fmt: skip
        self.page.wrong(code, (*path, *where), key=key, vicino=vicino, **data)

    def _stated(self, shape: CasoShape) -> frozenset[str]:
        return frozenset(shape.fatti) | ({"membri"} if shape.membri else set())

    def _named(self, codice: str, path: KeyPath) -> bool:
        """Whether a case has a code, and one that no other has; a fault when it has not."""
        where = (*path, "codice")
        raw = self._raw(path)
        if not isinstance(raw, dict) or raw.get("codice") != codice:
            return False  # told already
        if not self.page.code(codice, where):
            return False
        if codice in self.righe:
            self.page.wrong("caso-ripetuto", where, codice=codice, riga=self.righe[codice])
            return False
        self.righe[codice] = self.page.doc.place(path).line
        return True

    def _base(self, shape: CasoShape, path: KeyPath) -> Caso:
        """The earlier case that this one begins as; an empty one when there is none."""
        nothing = Caso("nessuno")
        if shape.come is None:
            return nothing
        if shape.come not in self.casi:
            close = near(shape.come, self.casi)
            self.page.wrong("come-ignoto", (*path, "come"), vicino=close, come=shape.come)
        return self.casi.get(shape.come, nothing)

    def _atteso(self, path: KeyPath) -> Atteso:
        where = (*path, "attesi")
        raw = self._raw(path)
        if not isinstance(raw, dict) or not isinstance(raw.get("attesi"), dict):
            return Atteso()
        shape = self._shape(AttesiShape, where, {}) or AttesiShape()
        return atteso_di(
            self.regole,
            shape.esito,
            self._importo(shape.importo, where),
            shape.motivi,
            shape.mancano,
            partial(self._tell, where),
            self._items(shape.voci, (*where, "voci")),
            importo_da_scrivere=shape.importo == "",
        )

    def _items(self, voci: Mapping[str, str] | None, path: KeyPath) -> dict[str, Euro] | None:
        """What is paid of each item, without those whose amount cannot be read."""
        if voci is None:
            return None
        read = {nome: self._euro(text, (*path, nome), nome) for nome, text in voci.items()}
        return {nome: euro for nome, euro in read.items() if euro is not None}

    def _importo(self, text: str | None, path: KeyPath) -> Euro | None:
        """The amount; an empty one is to be written."""
        return self._euro(text, (*path, "importo"), "importo") if text else None

    def _euro(self, text: str, path: KeyPath, chiave: str) -> Euro | None:
        try:
            return Euro.parse(text)
        except InvalidValue:
            self.page.wrong(
                "valore-malformato",
                path,
                valore=text,
                atteso=f"un importo{DECIMALI.it}",
                atteso_en=f"an amount{DECIMALI.en}",
                esempio=f'`{chiave} = "2700.00"`',
            )
            return None
