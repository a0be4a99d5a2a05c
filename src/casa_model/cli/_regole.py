"""The rules that a command is about: a notice or a measure, by its file or by its code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from casa_model.casa import leggi_avviso
from casa_model.cli._controllo import GENERI
from casa_model.cli._ingressi import byte_di, misura_di
from casa_model.cli._uscite import Illeggibile, riempi
from casa_model.errors import near
from casa_model.rules.leggi import Letta
from casa_model.values import Testo
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Lang
    from casa_model.rules.avviso import Avviso
    from casa_model.rules.misura import Misura

_NOT_RULES: Final = Testo(
    it="{file}: è un file di {genere}; serve il file di un avviso o di una misura",
    en="{file}: it is a file of {genere}; the file of a notice or of a measure is wanted",
)
_UNKNOWN: Final = Testo(
    it="`{nome}` non è un file né il codice di una misura; scrivi il percorso di un avviso o di "
    "una misura, o uno tra {codici}",
    en="`{nome}` is neither a file nor the code of a measure; write the path of a notice or of a "
    "measure, or one of {codici}",
)
_NEAR: Final = Testo(
    it="`{nome}` non è un file né il codice di una misura; forse intendevi `{vicino}`?",
    en="`{nome}` is neither a file nor the code of a measure; did you mean `{vicino}`?",
)


def regole_di(nome: str, misure: Mapping[str, Misura], lang: Lang) -> Letta[Avviso] | Letta[Misura]:
    """The notice or the measure of a file, or the measure that has `nome` as its code.

    A file comes before a code. Raises `InvalidFile` for a file that is refused, `Illeggibile` for
    one that cannot be read or is of another kind.
    """
    path = Path(nome)
    if not path.exists() and not path.suffix:
        if nome in misure:
            return Letta(misure[nome], ())
        close = near(nome, misure)
        text = _UNKNOWN if close is None else _NEAR
        codes = ", ".join(f"`{codice}`" for codice in misure)
        raise Illeggibile(riempi(text, nome=nome, codici=codes, vicino=close).render(lang))
    raw = byte_di(path, lang)
    heads = read_toml(raw, nome).data
    if "avviso" not in heads:
        if "misura" in heads:
            return misura_di(raw, nome)
        for genere in ("norme", "fatti", "casi"):
            if genere in heads:
                what = GENERI[genere].render(lang)
                raise Illeggibile(_NOT_RULES.render(lang).format(file=nome, genere=what))
    return leggi_avviso(raw, file=nome, misure=misure)
