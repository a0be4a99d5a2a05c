"""`casa-model conforme`: is a notice anywhere looser than the act it applies, or stricter?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from casa_model.casa.conforme import Verso, bilancio, bozza, leggi_accettati, libro_conforme
from casa_model.casa.conforme import conforme as check
from casa_model.cli._comando import Comando
from casa_model.cli._ingressi import byte_di, misure_di
from casa_model.cli._json_conforme import json_di
from casa_model.cli._opzioni import misure, tempo
from casa_model.cli._regole import regole_di
from casa_model.cli._uscite import FATTO, RILIEVI, Sbaglio, riempi
from casa_model.rules.avviso import Avviso
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.casa.conforme import Accettato, Bilancio, Conformita
    from casa_model.errors import Lang

_SHORT: Final = Testo(
    it="Dice dove un avviso è più largo o più severo del suo atto.",
    en="Tells where a notice is looser or stricter than its act.",
)
_HELP: Final = Testo(
    it="Confronta un AVVISO con l'atto che applica, per tutti i nuclei possibili: dove ammette chi "
    "l'atto non ammette, dove non ammette chi l'atto ammette, dove paga di più o di meno; per "
    "ogni differenza l'articolo e un nucleo inventato, proprio sulla soglia. Serve "
    '`pip install "casa-model[proof]"`. Finisce con 1 se c\'è un rilievo che nessuno ha accettato.',
    en="Holds a notice (AVVISO) against the act that it applies, for all households: where it "
    "admits whom the act does not, where it does not admit whom the act does, where it pays more "
    "or less; for each difference the article and an invented household, at the very edge. It "
    'needs `pip install "casa-model[proof]"`. Exits with 1 when there is a finding that nobody '
    "has accepted.",
)
_ACCEPTED: Final = Testo(
    it="File TOML dei rilievi visti e accettati, ognuno con il motivo, il ruolo e il giorno.",
    en="TOML file of the findings seen and accepted, each with reason, role and day.",
)
_DRAFT: Final = Testo(
    it="Scrive in FILE i rilievi da accettare, con il motivo da riempire: finché è vuoto il file "
    "non vale.",
    en="Writes to FILE the findings to accept, with the reason to fill in: while it is empty the "
    "file is refused.",
)
_MEMBERS: Final = Testo(
    it="I componenti che un nucleo può avere.", en="The members that a household may have."
)
_FORM: Final = Testo(
    it="Come si scrive: testo per il terminale, Markdown, una pagina HTML.",
    en="How it is written: text for the terminal, Markdown, one HTML page.",
)
_JSON: Final = Testo(
    it="Scrive tutto come un oggetto JSON.", en="Writes everything as one JSON object."
)
_NO_NOTICE: Final = Testo(
    it="`{nome}` è una misura, e non applica alcun atto; scrivi il file di un avviso",
    en="`{nome}` is a measure, and applies no act; write the file of a notice",
)
_TAKEN: Final = Testo(
    it="`{file}` c'è già; scegli un altro nome", en="`{file}` is already there; choose another name"
)
_CANNOT: Final = Testo(
    it="`{file}` non si può scrivere; scegli un'altra cartella",
    en="`{file}` cannot be written; choose another folder",
)
_NOTHING: Final = Testo(
    it="non c'è nulla da accettare: {file} non è scritto",
    en="there is nothing to accept: {file} is not written",
)
_WRITTEN: Final = Testo(
    it="scritto {file}: riempi motivo, ruolo e giorno di ogni rilievo, poi usalo con `--accettati`",
    en="written {file}: fill in reason, role and day of each finding, then pass it with "
    "`--accettati`",
)


def conforme(lang: Lang) -> Comando:
    """The command in one language."""

    @click.pass_context
    def run(ctx: click.Context, /, **_: object) -> int:
        return _run(ctx.params, lang)

    file = click.Path(path_type=Path)
    params: list[click.Parameter] = [
        click.Argument(["avviso"], metavar="AVVISO"),
        click.Option(["--accettati"], type=file, metavar="FILE", help=_ACCEPTED.render(lang)),
        click.Option(["--scrivi-accettati"], type=file, metavar="FILE", help=_DRAFT.render(lang)),
        click.Option(
            ["--membri"], type=click.IntRange(1, 30), default=None, metavar="N",
            help=_MEMBERS.render(lang),
        ),
        tempo(lang),
        misure(lang),
        click.Option(
            ["--formato"], type=click.Choice(["testo", "markdown", "html"]), default="testo",
            help=_FORM.render(lang),
        ),
        click.Option(["--json"], is_flag=True, help=_JSON.render(lang)),
    ]  # fmt: skip
    return Comando(lang, "conforme", params=params, callback=run, testi=(_HELP, _SHORT))


def _run(opzioni: dict[str, Any], lang: Lang) -> int:
    measures, told = misure_di(opzioni["misure"], lang)
    read = regole_di(opzioni["avviso"], measures, lang)
    avviso = read.valore
    if not isinstance(avviso, Avviso):
        raise Sbaglio(riempi(_NO_NOTICE, nome=opzioni["avviso"]))
    told += read.rilievi
    for fault in told:
        click.echo(fault.riga(lang), err=True)
    path = opzioni["accettati"]
    accepted: tuple[Accettato, ...] = ()
    if path is not None:
        accepted = leggi_accettati(byte_di(path, lang), file=str(path), avviso=avviso.codice)
    from casa_model.proof import Limiti  # the solver takes a while to load

    limiti = Limiti(opzioni["membri"], opzioni["tempo"] * 1000)
    found = check(avviso, measures[avviso.base], limiti=limiti)
    balance = bilancio(found, accepted)
    if opzioni["scrivi_accettati"] is not None:
        _draft(opzioni["scrivi_accettati"], found, accepted, lang)
    _tell(found, balance, opzioni, lang)
    return FATTO if balance.a_posto else RILIEVI


def _tell(found: Conformita, balance: Bilancio, opzioni: dict[str, Any], lang: Lang) -> None:
    if opzioni["json"]:
        click.echo(json.dumps(json_di(found, balance, lang), ensure_ascii=False, indent=1))
        return
    libro = libro_conforme(found, balance, lang=lang)
    forms = {"markdown": libro.markdown, "html": libro.html, "testo": libro.testo}
    click.echo(forms[opzioni["formato"]](), nl=False)


def _draft(path: Path, found: Conformita, accepted: tuple[Accettato, ...], lang: Lang) -> None:
    """The file to fill in, where there is something that somebody may accept."""
    if all(rilievo.verso is Verso.NON_SO for rilievo in found.rilievi):
        click.echo(_NOTHING.render(lang).format(file=path), err=True)
    else:
        _write(path, bozza(found, accepted), lang)


def _write(path: Path, text: str, lang: Lang) -> None:
    if path.exists():
        raise Sbaglio(riempi(_TAKEN, file=path))
    try:
        path.write_text(text, "utf-8", newline="")
    except OSError:
        raise Sbaglio(riempi(_CANNOT, file=path)) from None
    click.echo(_WRITTEN.render(lang).format(file=path), err=True)
