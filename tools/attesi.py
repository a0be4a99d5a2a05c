"""Write `tests/broken/attesi.txt`: what a person reads about each broken file, in both languages.

    python tools/attesi.py

`tests/broken/test_broken.py` compares; read the difference aloud before you commit it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casa_model.errors import InvalidFile
from casa_model.exchange import leggi_domande, leggi_domande_ndjson, leggi_verbale
from casa_model.exchange.casi import leggi_casi
from casa_model.programma.leggi import FileDelProgramma, leggi_programma, leggi_registro
from casa_model.rules.leggi import leggi_avviso, leggi_fatti, leggi_misura, leggi_norme

if TYPE_CHECKING:
    from collections.abc import Callable

    from casa_model.errors import Fault

BROKEN = Path(__file__).resolve().parents[1] / "tests" / "broken"
EXPECTED = BROKEN / "attesi.txt"
CONTEXT = BROKEN / "contesto"

FATTI = leggi_fatti((CONTEXT / "fatti.toml").read_bytes(), file="fatti.toml")
_NORME = leggi_norme((CONTEXT / "norme.toml").read_bytes(), file="norme.toml", fatti=FATTI)
NORME = {_NORME.codice: _NORME}
_LETTE = [
    leggi_misura((CONTEXT / file).read_bytes(), file=file, fatti=FATTI, norme=NORME).valore
    for file in ("misura.toml", "senza-importo.toml")
]
MISURE = {misura.codice: misura for misura in _LETTE}
AVVISO = leggi_avviso(
    (CONTEXT / "avviso.toml").read_bytes(), file="avviso.toml", misure=MISURE
).valore

# Twenty thousand times the same comment would say nothing to whoever reads the repository.
REPEATED = {"file-troppo-grande": 20_000}
_SECONDS = (".membri.csv", ".altro.toml")
UNDECLARED = "decimali-non-dichiarati"


def files() -> dict[str, Path]:
    """Each broken file by its code; the second file of a pair goes with the first."""
    found = [path for path in BROKEN.iterdir() if path.suffix in {".toml", ".csv", ".ndjson"}]
    mains = [path for path in found if not path.name.endswith(_SECONDS)]
    return {path.name.split(".")[0]: path for path in sorted(mains)}


def faults(path: Path) -> tuple[Fault, ...]:
    """Everything told about one broken file, advice included."""
    code, _, kind = path.name.partition(".")
    raw = path.read_bytes() * REPEATED.get(code, 1)
    try:
        return _READERS[kind](raw, path)
    except InvalidFile as error:
        return error.faults


def _fatti(raw: bytes, path: Path) -> tuple[Fault, ...]:
    leggi_fatti(raw, file=path.name)
    return ()


def _norme(raw: bytes, path: Path) -> tuple[Fault, ...]:
    return leggi_norme(raw, file=path.name, fatti=FATTI).rilievi


def _misura(raw: bytes, path: Path) -> tuple[Fault, ...]:
    return leggi_misura(raw, file=path.name, fatti=FATTI, norme=NORME).rilievi


def _avviso(raw: bytes, path: Path) -> tuple[Fault, ...]:
    return leggi_avviso(raw, file=path.name, misure=MISURE).rilievi


def _csv(raw: bytes, path: Path) -> tuple[Fault, ...]:
    second = path.with_suffix(".membri.csv")
    return leggi_domande(
        raw,
        AVVISO,
        file=path.name,
        decimali=None if path.stem == UNDECLARED else "it",
        membri=second.read_bytes() if second.exists() else None,
        file_membri=second.name,
    ).difetti


def _ndjson(raw: bytes, path: Path) -> tuple[Fault, ...]:
    return leggi_domande_ndjson(raw, AVVISO, file=path.name).difetti


def _verbale(raw: bytes, path: Path) -> tuple[Fault, ...]:
    leggi_verbale(raw, file=path.name)
    return ()


def _programma(raw: bytes, path: Path) -> tuple[Fault, ...]:
    files = [FileDelProgramma(raw, path.name)]
    second = path.with_name(f"{path.name.split('.')[0]}.altro.toml")
    if second.exists():
        files.append(FileDelProgramma(second.read_bytes(), second.name))
    leggi_programma(files)
    return ()


def _registro(raw: bytes, path: Path) -> tuple[Fault, ...]:
    leggi_registro(raw, file=path.name)
    return ()


def _casi(raw: bytes, path: Path) -> tuple[Fault, ...]:
    return leggi_casi(raw, AVVISO, file=path.name).rilievi


_READERS: dict[str, Callable[[bytes, Path], tuple[Fault, ...]]] = {
    "fatti.toml": _fatti,
    "norme.toml": _norme,
    "misura.toml": _misura,
    "avviso.toml": _avviso,
    "csv": _csv,
    "ndjson": _ndjson,
    "verbale.ndjson": _verbale,
    "programma.toml": _programma,
    "registro.toml": _registro,
    "casi.toml": _casi,
    "casi.csv": _casi,
}


def text() -> str:
    """What is told about every broken file: the place, then the sentence in both languages."""
    blocks = [
        "\n".join(f"{f.place}\n  {f.code}\n  {f.testo('it')}\n  {f.testo('en')}" for f in faults(p))
        for p in files().values()
    ]
    return "\n\n".join(blocks) + "\n"


if __name__ == "__main__":
    EXPECTED.write_text(text(), encoding="utf-8")
