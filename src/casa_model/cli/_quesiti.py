"""What `casa-model dimostra` is asked: files of sentences, or questions on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa.proprieta import di_altri_giorni, proprieta
from casa_model.cli._cercati import cercati
from casa_model.cli._chiesto import Chiesto
from casa_model.cli._giorni import giorno_di, senza_giorno
from casa_model.cli._ingressi import byte_di, misure_di
from casa_model.cli._regole import regole_di
from casa_model.cli._regole_chieste import NESSUNA, Regola, RegoleChieste
from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.errors import CasaError, WrongDay, near
from casa_model.rules import quesiti as q
from casa_model.values import Testo
from casa_model.values.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casa_model.errors import Lang
    from casa_model.rules.misura import Misura
    from casa_model.rules.tree import Expr

_WORDS: Final[dict[str, Testo]] = {
    "mai": Testo(it="Nessuno per cui FRASE sia vera?", en="Is FRASE true for nobody?"),
    "sempre": Testo(it="Nessuno per cui FRASE sia falsa?", en="Is FRASE false for nobody?"),
    "implica": Testo(
        it="Per chi la prima frase è vera, la seconda non è mai falsa?",
        en="Where the first phrase is true, is the second never false?",
    ),
    "equivale": Testo(
        it="Le due frasi dicono lo stesso di tutti?", en="Do two phrases say the same of all?"
    ),
    "sovrappone": Testo(
        it="Qualcuno per cui le due frasi sono vere? Una domanda: nessuna risposta è un errore.",
        en="Are two phrases both true for somebody? A question: no answer is a slip.",
    ),
    "monotona": Testo(
        it="Chi ha meno di FATTO non perde? Con `FATTO:piu`, chi ne ha di più. Perde anche chi da "
        "ammessa diventa da completare.",
        en="Does nobody lose by less of FATTO? With `FATTO:piu`, by more of it. From admitted to "
        "to be completed is losing too.",
    ),
    "superflui": Testo(
        it="Quali requisiti non decidono mai, fra chi ha dichiarato tutto?",
        en="Which requirements never decide, among those who have said all?",
    ),
    "inutili": Testo(
        it="Quali fatti si chiedono a qualcuno a cui non servono?",
        en="Which facts are asked of somebody to whom they cannot matter?",
    ),
    "tabelle": Testo(
        it="Nelle definizioni a righe che le regole leggono: righe che nessuno prende, chi nessuna "
        "riga prende, righe dette uniche che si sovrappongono.",
        en="In the definitions with rows that the rules read: rows that nobody takes, whom no row "
        "takes, rows said to be unique that overlap.",
    ),
    "stessa-risposta": Testo(
        it="La misura e quella di `--con` danno a tutti la stessa risposta?",
        en="Do the measure and that of `--con` give everybody the same answer?",
    ),
}
_CON: Final = Testo(
    it="Un'altra misura da mettere accanto: il suo codice o il suo file.",
    en="Another measure to put beside it: its code or its file.",
)
_AL: Final = Testo(
    it="Il giorno, come 2025-09-01; senza, tutti i giorni in cui la misura risponde.",
    en="The day, as 2025-09-01; without it, all days on which the measure answers.",
)
_NO_RULES: Final = Testo(
    it="`{opzione}` vuole le regole a cui si riferisce; scrivile prima, per esempio "
    "`casa-model dimostra crs-difficolta {opzione} …`",
    en="`{opzione}` wants the rules that it is about; write them first, for example "
    "`casa-model dimostra crs-difficolta {opzione} …`",
)
_PHRASE: Final = Testo(
    it="`{opzione}`: la frase non si legge: {motivo}",
    en="`{opzione}`: the phrase cannot be read: {motivo}",
)
_SAME: Final = Testo(
    it="`--con` è lo stesso file, e la risposta è per forza la stessa; scrivi un altro file",
    en="`--con` is the same file, and the answer is bound to be the same; write another file",
)
_ONE: Final = ("mai", "sempre")
_TWO: Final = ("implica", "equivale", "sovrappone")
_PAIRS: Final[Mapping[str, type[q.Implica | q.Equivale | q.Sovrappone]]] = {
    "implica": q.Implica,
    "equivale": q.Equivale,
    "sovrappone": q.Sovrappone,
}
_WAYS: Final = {"meno": q.Verso.MENO, "piu": q.Verso.PIU, "più": q.Verso.PIU}
_NO_WAY: Final = Testo(
    it="`--monotona {detto}`: dopo `{nome}:` scrivi `piu` o `meno`",
    en="`--monotona {detto}`: after `{nome}:` write `piu` (more) or `meno` (less)",
)
_NO_FACT: Final = Testo(it="`{opzione}`: {motivo}", en="`{opzione}`: {motivo}")


DUE_FRASI: Final = Testo(
    it="`{opzione}` vuole due frasi, ognuna fra virgolette; scrivi per esempio "
    '`{opzione} "ammessa" "isee < soglia_isee"`',
    en="`{opzione}` wants two phrases, each in quotes; write for example "
    '`{opzione} "ammessa" "isee < soglia_isee"`',
)


def opzioni(lang: Lang) -> list[click.Parameter]:
    """The questions of the command line."""

    def words(name: str) -> str:
        return _WORDS[name].render(lang)

    found: list[click.Parameter] = [
        click.Option([f"--{name}"], metavar="FRASE", multiple=True, help=words(name))
        for name in _ONE
    ]
    found += [
        click.Option([f"--{name}"], metavar="FRASE FRASE", nargs=2, multiple=True, help=words(name))
        for name in _TWO
    ]
    moved = words("monotona")
    found.append(click.Option(["--monotona"], metavar="FATTO", multiple=True, help=moved))
    found += [
        click.Option([f"--{name}"], is_flag=True, help=words(name))
        for name in ("superflui", "inutili", "tabelle", "stessa-risposta")
    ]
    found += [
        click.Option(["--con"], metavar="REGOLE", help=_CON.render(lang)),
        click.Option(["--al"], metavar="GIORNO", help=_AL.render(lang)),
    ]
    return found


def chiesto(given: dict[str, Any], lang: Lang) -> Chiesto:
    """What is asked. Raises `InvalidFile`, `Illeggibile`, `Sbaglio`."""
    for name in _TWO:
        if any(phrase.startswith("--") for pair in given[name] for phrase in pair):
            raise Sbaglio(riempi(DUE_FRASI, opzione=f"--{name}"))
    measures, told = misure_di(given["misure"], lang)
    regole, files = given["regole"], list(given["file"])
    if regole is not None and _sentences(Path(regole), lang):
        files.insert(0, Path(regole))
        regole = None
    asked = [name for name in _WORDS if given[name.replace("-", "_")]]
    unasked: list[q.NonChiesta] = []
    dropped: list[str] = []
    if regole is None:
        if asked:
            raise Sbaglio(riempi(_NO_RULES, opzione=f"--{asked[0]}"))
        read = (
            _read(files, measures, unasked, lang)
            if files
            else proprieta(measures, scartate=dropped, non_chieste=unasked)
        )
        return Chiesto(
            tuple(read), tuple(dropped), (), tuple(told), NESSUNA, tuple(unasked), not files
        )
    if given["stessa_risposta"] and regole == given["con"]:
        raise Sbaglio(_SAME)
    chieste = []
    for nome in (regole, given["con"]):
        if nome is not None:
            rules = regole_di(nome, measures, lang)
            told += rules.rilievi
            chieste.append(Regola(nome, rules.valore))
    misura, *others = (each.misura for each in chieste)
    for each in (misura, *others):
        senza_giorno(each, given["al"])
    known = {each.codice: each for each in (*others, misura)}
    known = {**measures, **known, chieste[0].base: misura}
    found = _read(files, known, unasked, lang)
    elsewhen: list[q.Proprieta] = []
    if not asked and not files:
        shipped = proprieta(known, scartate=dropped, non_chieste=unasked)
        unasked = [each for each in unasked if chieste[0].base in each.misure]
        found = [each for each in shipped if misura in each.quesito.contesto.misure]
        elsewhen = [each for each in found if di_altri_giorni(each.quesito)]
        found = [each for each in found if each not in elsewhen]
    if asked:
        on = q.ALL_DAYS if given["al"] is None else giorno_di(given["al"], "--al")
        found += _questions(given, q.Contesto.di(misura, *others, giorni=on))
    codes = (tuple(dropped), tuple(each.codice for each in elsewhen))
    rules_asked = RegoleChieste(tuple(chieste))
    return Chiesto(tuple(found), *codes, tuple(told), rules_asked, tuple(unasked), not files)


def _sentences(path: Path, lang: Lang) -> bool:
    """Whether a path is that of a file of sentences, be their name misspelt."""
    if path.suffix != ".toml":
        return False
    keys = read_toml(byte_di(path, lang), str(path)).data
    rules = "avviso" in keys or isinstance(keys.get("misura"), dict)  # sentences may name theirs
    return not rules and any(near(key, ["proprieta"]) for key in keys)


def _read(
    paths: list[Path], known: Mapping[str, Misura], unasked: list[q.NonChiesta], lang: Lang
) -> list[q.Proprieta]:
    """The sentences of some files, about the measures known; those that cannot be put `unasked`."""
    return [
        each
        for path in paths
        for each in q.leggi_proprieta(
            byte_di(path, lang), file=str(path), misure=known, non_chieste=unasked
        )
    ]


def _questions(given: dict[str, Any], contesto: q.Contesto) -> Iterator[q.Proprieta]:
    """One sentence for each question; those that look for a slip expect to find none.

    A claim expects a yes. Whether two phrases are both true for somebody is asked, not claimed.
    """
    vocabolario = q.Vocabolario.di(contesto)
    alone = q.Contesto.di(contesto.misure[0], giorni=contesto.giorni)

    def phrase(text: str, name: str) -> Expr:
        try:
            return q.leggi_frase(text, vocabolario)
        except CasaError as error:
            raise _wrong(_PHRASE, f"--{name}", error) from None

    for name in _ONE:
        make = q.Mai if name == "mai" else q.Sempre
        for at, text in enumerate(given[name], 1):
            asked = _dated(make(contesto, phrase(text, name)), name)
            yield q.Proprieta(f"{name}-{at}", asked, frasi=(text,))
    for name in _TWO:
        attesa = None if name == "sovrappone" else q.Risposta.SI
        for at, (one, other) in enumerate(given[name], 1):
            pair = _dated(_PAIRS[name](contesto, phrase(one, name), phrase(other, name)), name)
            yield q.Proprieta(f"{name}-{at}", pair, attesa, frasi=(one, other))
    for text in given["monotona"]:
        nome, colon, verso = text.partition(":")
        way = _WAYS.get(verso) if colon else q.Verso.MENO
        if way is None:
            raise Sbaglio(riempi(_NO_WAY, detto=text, nome=nome))
        code = f"monotona-{nome}" if way is q.Verso.MENO else f"monotona-{nome}-{way}"
        moved = q.Monotona(alone, nome, way)
        try:
            q.check_names(moved)
        except CasaError as error:
            raise _wrong(_NO_FACT, f"--monotona {text}", error) from None
        yield q.Proprieta(code, moved)
    yield from cercati(given, contesto, alone)


def _dated(quesito: q.Quesito, name: str) -> q.Quesito:
    """A question with a day on which all that it names has a value. Raises `Sbaglio`."""
    try:
        q.check_days(quesito)
    except WrongDay as error:
        raise _wrong(_NO_FACT, f"--{name}", error) from None
    return quesito


def _wrong(words: Testo, option: str, error: CasaError) -> Sbaglio:
    """What is wrong with an option, in both languages."""
    it = words.it.format(opzione=option, motivo=error.testo("it"))
    return Sbaglio(Testo(it=it, en=words.en.format(opzione=option, motivo=error.testo("en"))))
