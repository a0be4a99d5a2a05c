"""What a command reads: the notice over its measures, then the applications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from casa_model.casa import FileDiRegole, edizione, leggi_avviso
from casa_model.cli._uscite import Illeggibile, Sbaglio, riempi
from casa_model.errors import Fault, InvalidFile
from casa_model.exchange import Lette, leggi_domande, leggi_domande_ndjson
from casa_model.rules.avviso import Avviso
from casa_model.rules.leggi import Letta, leggi_misura
from casa_model.rules.misura import Misura
from casa_model.values import Testo
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from casa_model.cli._progresso import Progresso
    from casa_model.errors import Lang

NDJSON: Final = frozenset({".ndjson", ".jsonl"})

_ROWS: Final = NDJSON | {".csv"}
_RULES: Final = ".toml"

_NOT_THERE: Final = Testo(
    it="{file}: il file non c'è; controlla il percorso",
    en="{file}: there is no such file; check the path",
)
_FOLDER: Final = Testo(
    it="{file}: è una cartella; scrivi il percorso di un file",
    en="{file}: it is a folder; write the path of a file",
)
_UNREADABLE: Final = Testo(
    it="{file}: il file non si apre; controlla i permessi",
    en="{file}: the file cannot be opened; check its permissions",
)
MEMBERS_INSIDE: Final = Testo(
    it="con NDJSON i componenti stanno nella lista `membri` di ogni domanda; togli `--membri`",
    en="in NDJSON members stand in the list `membri` of each application; remove `--membri`",
)
_SWAPPED: Final = Testo(
    it="gli argomenti sembrano scambiati: prima l'avviso (`.toml`), poi le domande",
    en="the arguments seem swapped: first the notice (`.toml`), then the applications",
)
_NO_NOTICE: Final = Testo(
    it="`{nome}` è una misura, e le domande si fanno a un avviso: i giorni, i termini e le regole "
    "dell'ente li dice lui; scrivi il file di un avviso che applica la misura",
    en="`{nome}` is a measure, and applications are made to a notice: it states the days, the "
    "terms and the rules of the owner; write the file of a notice that applies the measure",
)
_READ: Final = Testo(it="righe lette", en="rows read")


@frozen
class Ingressi:
    """The notice and the measure that it is of, the advice about the files, the applications.

    `testi` are the rule files as they were given: the notice first, then the measures.
    """

    avviso: Avviso
    base: Misura | None
    rilievi: tuple[Fault, ...]
    lette: Lette
    testi: tuple[FileDiRegole, ...]


def byte_di(path: Path, lang: Lang) -> bytes:
    """The content of a file. Raises `Illeggibile`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        why = _NOT_THERE
    except IsADirectoryError:
        why = _FOLDER
    except (OSError, ValueError):
        why = _UNREADABLE
    raise Illeggibile(riempi(why, file=path).render(lang))


def misure_di(paths: Iterable[Path], lang: Lang) -> tuple[dict[str, Misura], list[Fault]]:
    """The shipped measures and those of files, by code, with what a reader would be advised of.

    Raises `InvalidFile` for a file that is refused.
    """
    return _misure((path, byte_di(path, lang)) for path in paths)


def _misure(files: Iterable[tuple[Path, bytes]]) -> tuple[dict[str, Misura], list[Fault]]:
    measures = dict(edizione().misure)
    told: list[Fault] = []
    for path, raw in files:
        read = misura_di(raw, str(path))
        measures[read.valore.codice] = read.valore
        told += read.rilievi
    return measures, told


def misura_di(raw: bytes, file: str) -> Letta[Misura]:
    """The measure of a file, over the shipped facts and norms. Raises `InvalidFile`."""
    shipped = edizione()
    return leggi_misura(raw, file=file, fatti=shipped.fatti, norme=shipped.norme)


def ingressi_di(opzioni: dict[str, Any], lang: Lang, progresso: Progresso) -> Ingressi:
    """Everything that the shared options name. Raises `InvalidFile`, `Illeggibile`, `Sbaglio`."""
    domande, membri = opzioni["domande"], opzioni["membri"]
    if opzioni["avviso"].suffix.lower() in _ROWS or domande.suffix.lower() == _RULES:
        raise Sbaglio(_SWAPPED)
    as_lines = domande.suffix.lower() in NDJSON
    if as_lines and membri is not None:
        raise Sbaglio(MEMBERS_INSIDE)
    files = [(path, byte_di(path, lang)) for path in opzioni["misure"]]
    measures, told = _misure(files)
    path = opzioni["avviso"]
    notice = byte_dell_avviso(path, lang)
    try:
        read = leggi_avviso(notice, file=str(path), misure=measures)
    except InvalidFile:
        rifiuta_misura(notice, path)
        raise
    raw = byte_di(domande, lang)
    counter = progresso.con(_READ)
    if as_lines:
        lette = leggi_domande_ndjson(raw, read.valore, file=str(domande), progresso=counter)
    else:
        lette = leggi_domande(
            raw,
            read.valore,
            file=str(domande),
            decimali=opzioni["decimali"],
            membri=None if membri is None else byte_di(membri, lang),
            file_membri=str(membri),
            progresso=counter,
        )
    progresso.fine()
    base = measures.get(read.valore.base)
    texts = tuple(_testo(*each) for each in ((path, notice), *files))
    return Ingressi(read.valore, base, (*told, *read.rilievi), lette, texts)


def byte_dell_avviso(path: Path, lang: Lang) -> bytes:
    """The content of a notice; of a measure by its code none. Raises `Sbaglio`, `Illeggibile`."""
    if str(path) in edizione().misure and not path.exists():
        raise Sbaglio(riempi(_NO_NOTICE, nome=path))
    return byte_di(path, lang)


def rifiuta_misura(raw: bytes, path: Path) -> None:
    """Refuse a measure where a notice is wanted: applications are made to a notice.

    Raises `Sbaglio`; what is wrong with any other file is for whoever reads it to tell.
    """
    try:
        found = "misura" in read_toml(raw, str(path)).data
    except InvalidFile:
        return
    if found:
        raise Sbaglio(riempi(_NO_NOTICE, nome=path))


def _testo(path: Path, raw: bytes) -> FileDiRegole:
    """A rule file as a record keeps it: the very bytes that were decided with."""
    return FileDiRegole(path.name, raw.decode("utf-8-sig"))
