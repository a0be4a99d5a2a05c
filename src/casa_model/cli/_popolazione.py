"""A population for a comparison: applications of a file, or imaginary ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from attrs import frozen

from casa_model.casa.confronta import Effetto
from casa_model.casa.edizione import edizione
from casa_model.casa.popolazione import MASSIMO, genera, ipotesi, leggi_ipotesi
from casa_model.cli._ingressi import MEMBERS_INSIDE, NDJSON, byte_di
from casa_model.cli._opzioni import decimali, membri
from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.errors import InvalidValue
from casa_model.exchange import leggi_domande, leggi_domande_ndjson
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.casa.confronta import Effetti, Versione
    from casa_model.casa.popolazione import Ipotesi
    from casa_model.errors import Lang
    from casa_model.exchange import Lette
    from casa_model.nuclei import Domanda
    from casa_model.rules.misura import Misura

QUANTE: Final = click.IntRange(1, MASSIMO)
"""How many applications may be imagined."""

_SEED: Final = Testo(
    it="Il seme della popolazione immaginata: con lo stesso seme, gli stessi nuclei.",
    en="The seed of the imaginary population: with the same seed, the same households.",
)
_ASSUMED: Final = Testo(
    it="File TOML delle ipotesi con cui si immaginano i nuclei, invece di quelle della libreria.",
    en="TOML file of the assumptions by which households are imagined, instead of the shipped "
    "ones.",
)
_LOUD: Final = Testo(
    it="Nuclei IMMAGINARI: {n}, seme {s}, ipotesi «{a}» (grado: derivata).",
    en="IMAGINARY households: {n}, seed {s}, assumptions “{a}” (grade: derived).",
)
_ROWS: Final = Testo(
    it="Righe lette {lette} = decise {decise} + scartate {scartate}.",
    en="Rows read {lette} = decided {decise} + rejected {scartate}.",
)
_NO_ROW: Final = Testo(
    it="Nessuna domanda è stata decisa: di questa popolazione non si può dire nulla.",
    en="No application was decided: nothing can be said of this population.",
)


@frozen
class Righe:
    """What became of the rows of a population: nothing is lost.

    Raises `InvalidValue` when more were decided than read.
    """

    lette: int
    decise: int

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.decise <= self.lette:
            raise InvalidValue(
                it="le righe decise vanno da zero a quelle lette; correggi i conti",
                en="the rows decided go from zero to those read; mend the counts",
            )

    @property
    def scartate(self) -> int:
        """How many gave no application, or one that one of the two rules cannot take."""
        return self.lette - self.decise

    @property
    def note(self) -> tuple[Testo, ...]:
        """What is to be said of them aloud: where some were dropped, or none was decided."""
        told = []
        if self.scartate or not self.decise:
            words = {"lette": self.lette, "decise": self.decise, "scartate": self.scartate}
            told.append(riempi(_ROWS, **words))
        return (*told, *(() if self.decise else (_NO_ROW,)))


def righe_di(lette: Lette, effetti: Effetti) -> Righe:
    """The rows of a file, by what both rules decided of them."""
    return Righe(lette.righe, len(effetti.movimenti) - effetti.quanti(Effetto.NON_DECISO))


def seme(lang: Lang) -> list[click.Parameter]:
    """`--seme` and `--ipotesi`."""
    return [
        click.Option(["--seme"], type=int, default=1, metavar="NUMERO", help=_SEED.render(lang)),
        click.Option(
            ["--ipotesi"], type=click.Path(path_type=Path), metavar="FILE",
            help=_ASSUMED.render(lang),
        ),
    ]  # fmt: skip


def di_file(lang: Lang) -> list[click.Parameter]:
    """How the file of a population is read."""
    return [membri(lang), decimali(lang)]


def ipotesi_di(path: Path | None, misure: Sequence[Misura], lang: Lang) -> Ipotesi:
    """The assumptions of a file, or the shipped ones. Raises `InvalidFile`, `Illeggibile`."""
    if path is None:
        return ipotesi()
    known = (*edizione().fatti, *(fatto for misura in misure for fatto in misura.fatti))
    return leggi_ipotesi(byte_di(path, lang), file=str(path), fatti=known)


def immagina(
    versioni: Sequence[Versione], quante: int, opzioni: dict[str, Any], lang: Lang
) -> tuple[tuple[Domanda, ...], tuple[Testo, ...]]:
    """Imaginary applications, and what is to be said of them aloud."""
    measures = [versione.misura for versione in versioni]
    assumed = ipotesi_di(opzioni["ipotesi"], measures, lang)
    drawn = genera(versioni, assumed, quante=quante, seme=opzioni["seme"])
    words = {"n": quante, "s": opzioni["seme"]}
    loud = Testo(
        it=_LOUD.it.format(a=assumed.titolo.it, **words),
        en=_LOUD.en.format(a=assumed.titolo.en, **words),
    )
    return drawn, (loud, *assumed.note)


def leggi(path: Path, misura: Misura, opzioni: dict[str, Any], lang: Lang) -> Lette:
    """The applications of a file. Raises `InvalidFile`, `Illeggibile`, `Sbaglio`."""
    others = opzioni["membri"]
    if path.suffix.lower() in NDJSON:
        if others is not None:
            raise Sbaglio(MEMBERS_INSIDE)
        return leggi_domande_ndjson(byte_di(path, lang), misura, file=str(path))
    return leggi_domande(
        byte_di(path, lang),
        misura,
        file=str(path),
        decimali=opzioni["decimali"],
        membri=None if others is None else byte_di(others, lang),
        file_membri=str(others),
    )
