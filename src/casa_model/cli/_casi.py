"""The cases that a command is about, each file with the rules that it is tried on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from attrs import frozen

from casa_model.casa import edizione
from casa_model.cli._controllo_casi import regole_scritte_male
from casa_model.cli._ingressi import byte_di
from casa_model.cli._regole import regole_di
from casa_model.cli._uscite import Illeggibile, Sbaglio, riempi
from casa_model.errors import Fault, InvalidFile
from casa_model.exchange.casi import casi_dell_edizione, leggi_casi, regole_dei_casi
from casa_model.readers.cases import Caso
from casa_model.rules.avviso import Avviso, measure_of
from casa_model.rules.misura import Misura
from casa_model.values import Testo
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casa_model.errors import Lang

_OWN: Final = (".casi.toml", ".casi.csv")
_TOML: Final = ".toml"
_SWAPPED: Final = Testo(
    it="gli argomenti sembrano scambiati: prima le regole, poi i casi",
    en="the arguments seem swapped: first the rules, then the cases",
)
_NO_CASES: Final = Testo(
    it="mancano i casi: aggiungi il loro file, per esempio `{esempio}`",
    en="the cases are missing: add their file, for example `{esempio}`",
)
_NO_RULES: Final = Testo(
    it="`{file}` non dice le sue regole; scrivi in testa `{esempio}`, oppure dalle come primo "
    "argomento",
    en="`{file}` does not name its rules; write `{esempio}` at its head, or give them as the first "
    "argument",
)
_OTHERS: Final = Testo(
    it="`{file}` è scritto per le regole `{regole}`: qui si prova su `{qui}`",
    en="`{file}` is written for the rules `{regole}`: here it is tried on `{qui}`",
)
_EXAMPLES: Final = {
    ".toml": 'regole = "crs-difficolta"',
    ".csv": "# regole: crs-difficolta",
}
_NO_SUCH: Final = Testo(
    it="`{file}` nomina le regole `{regole}`, e il file `{percorso}` non c'è; scrivi il percorso "
    "di un avviso o di una misura dalla cartella dei casi, per esempio `../avvisi/{nome}`, o il "
    "codice di una misura dell'edizione",
    en="`{file}` names the rules `{regole}`, and there is no file `{percorso}`; write the path of "
    "a notice or of a measure from the folder of the cases, for example `../avvisi/{nome}`, or the "
    "code of a measure of the edition",
)


@frozen
class Prove:
    """The cases of a file, the rules that they are tried on, the advice about these.

    `nome` is how the rules were named: the code of a measure or the path of a file.
    """

    nome: str
    regole: Avviso | Misura
    casi: tuple[Caso, ...]
    rilievi: tuple[Fault, ...] = ()

    @property
    def misura(self) -> Misura:
        """The measure that the cases are asked of."""
        return measure_of(self.regole)


def prove_di(
    opzioni: Mapping[str, Any],
    misure: Mapping[str, Misura],
    lang: Lang,
    *,
    senza: bool = False,
) -> tuple[Prove, ...]:
    """What `REGOLE [CASI]...` means; rules without any case will do when `senza`.

    Raises `InvalidFile` with the faults of every file of cases, `Illeggibile`, `Sbaglio`.
    """
    regole: str = opzioni["regole"]
    casi: tuple[Path, ...] = opzioni["casi"]
    if regole.endswith(_OWN) and any(_has_rules(path, lang) for path in casi):
        raise Sbaglio(_SWAPPED)
    if regole.endswith(_OWN) or (not casi and _has_cases(Path(regole), lang)):
        texts = [(path, byte_di(path, lang)) for path in (Path(regole), *casi)]
        own = [(path, raw, _rules_of(path, raw, lang)) for path, raw in texts]
        return _read(own, opzioni, misure, lang)
    if casi:
        given = [(path, byte_di(path, lang), regole) for path in casi]
        return _read(given, opzioni, misure, lang)
    if regole in edizione().misure and not Path(regole).exists():
        return (Prove(regole, misure[regole], casi_dell_edizione(regole).casi),)
    read = regole_di(regole, misure, lang)
    if senza:
        return (Prove(regole, read.valore, (), read.rilievi),)
    raise Sbaglio(riempi(_NO_CASES, esempio=f"{Path(regole).stem}.casi.toml"))


def _tell_others(raw: bytes, path: Path, regole: str, lang: Lang) -> None:
    """Say that a file was written for other rules: that is how a new version is tried."""
    stated = regole_dei_casi(raw, file=str(path))
    if stated is None or stated == regole:
        return
    if not Path(stated).suffix or (path.parent / stated).resolve() != Path(regole).resolve():
        click.echo(riempi(_OTHERS, file=path, regole=stated, qui=regole).render(lang), err=True)


def _has_cases(path: Path, lang: Lang) -> bool:
    """Whether a file given alone is one of cases, whatever its name."""
    return "casi" in _heads(path, lang)


def _has_rules(path: Path, lang: Lang) -> bool:
    """Whether a file given among the cases is one of rules."""
    return bool({"avviso", "misura"} & _heads(path, lang))


def _heads(path: Path, lang: Lang) -> frozenset[str]:
    """The tables of a TOML file; none for what is not one."""
    if path.suffix != _TOML or path.name.endswith(_OWN) or not path.is_file():
        return frozenset()
    return frozenset(read_toml(byte_di(path, lang), str(path)).data)


def _rules_of(path: Path, raw: bytes, lang: Lang) -> str:
    """The rules that a file of cases names; a path is from the folder of the file."""
    stated = regole_dei_casi(raw, file=str(path))
    if stated is None:
        slip = regole_scritte_male(raw, str(path))
        if slip is not None:
            raise InvalidFile((slip,))
        example = _EXAMPLES.get(path.suffix, _EXAMPLES[_TOML])
        raise Sbaglio(riempi(_NO_RULES, file=path, esempio=example))
    if not Path(stated).suffix:
        return stated
    rules = path.parent / stated
    if not rules.exists():
        words = {"regole": stated, "percorso": rules, "nome": Path(stated).name}
        raise Illeggibile(riempi(_NO_SUCH, file=path, **words).render(lang))
    return str(rules)


def _read(
    files: list[tuple[Path, bytes, str]],
    opzioni: Mapping[str, Any],
    misure: Mapping[str, Misura],
    lang: Lang,
) -> tuple[Prove, ...]:
    rules = {nome: regole_di(nome, misure, lang) for nome in dict.fromkeys(n for _, _, n in files)}
    told = {nome: read.rilievi for nome, read in rules.items()}
    found: list[Prove] = []
    faults: list[Fault] = []
    for path, raw, nome in files:
        regole = rules[nome].valore
        try:
            _tell_others(raw, path, nome, lang)
            read = leggi_casi(raw, regole, file=str(path), decimali=opzioni["decimali"])
        except InvalidFile as error:
            faults += error.faults
        else:
            found.append(Prove(nome, regole, read.casi, told.pop(nome, ())))
    if faults:
        raise InvalidFile(faults)
    return tuple(found)
