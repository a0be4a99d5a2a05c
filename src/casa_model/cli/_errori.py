"""Usage errors in the language of the command line: click's own words are English only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from casa_model.cli._uscite import Sbaglio
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casa_model.errors import Lang

_MISSING: Final = {
    "argument": Testo(it="manca l'argomento `{nome}`", en="the argument `{nome}` is missing"),
    "option": Testo(it="manca l'opzione `{nome}`", en="the option `{nome}` is missing"),
}
_UNKNOWN: Final = Testo(it="l'opzione `{nome}` non esiste", en="the option `{nome}` does not exist")
_WANTS: Final = Testo(
    it="l'opzione `{nome}` vuole un valore", en="the option `{nome}` needs a value"
)
_WANTS_TWO: Final = Testo(
    it="l'opzione `{nome}` vuole due valori, ognuno fra virgolette",
    en="the option `{nome}` needs two values, each in quotes",
)
PAIR: Final = 2
"""How many values an option takes that takes two."""
_NO_VALUE: Final = Testo(
    it="l'opzione `{nome}` non vuole valori", en="the option `{nome}` takes no value"
)
_CHOICE: Final = Testo(
    it="il valore di `{nome}` non va bene; valori: {valori}",
    en="the value of `{nome}` will not do; values: {valori}",
)
_WHOLE: Final = Testo(it="`{nome}` vuole un numero intero", en="`{nome}` wants a whole number")
_BETWEEN: Final = Testo(
    it="`{nome}` vuole un numero intero da {primo} a {ultimo}",
    en="`{nome}` wants a whole number from {primo} to {ultimo}",
)
_AT_LEAST: Final = Testo(
    it="`{nome}` vuole un numero intero, almeno {primo}",
    en="`{nome}` wants a whole number, at least {primo}",
)
_MAYBE: Final = Testo(it="forse intendevi `{nome}`?", en="did you mean `{nome}`?")
_ERROR: Final = Testo(it="errore: ", en="error: ")
_HELP: Final = Testo(it="per l'aiuto: {comando}", en="for help: {comando}")
LINGUA: Final = "--lang"


def lingua_di(args: Sequence[str]) -> Lang:
    """The language that the arguments ask for, the last one; Italian when they do not."""
    lang: Lang = "it"
    for before, arg in zip(["", *args], args, strict=False):
        asked = arg if before == LINGUA else arg.removeprefix(f"{LINGUA}=")
        if asked == arg and before != LINGUA:
            continue
        lang = "en" if asked == "en" else "it"
    return lang


def messaggio_uso(error: click.UsageError, lang: Lang) -> str:
    """The whole message: how the command is written, what is wrong, where help is."""
    lines = [_ERROR.render(lang) + _sentence(error, lang)]
    if error.ctx is not None:
        lines = [error.ctx.get_usage(), *lines]
        lines.append(_HELP.render(lang).format(comando=f"{error.ctx.command_path} --help"))
    return "\n".join(lines)


def _sentence(error: click.UsageError, lang: Lang) -> str:
    match error:
        case Sbaglio(testo=testo):
            return testo.render(lang)
        case click.MissingParameter(param=click.Parameter() as param):
            return _MISSING[param.param_type_name].render(lang).format(nome=_name(param))
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice) as param):
            values = ", ".join(map(str, choice.choices))
            return _CHOICE.render(lang).format(nome=_name(param), valori=values)
        case click.BadParameter(param=click.Parameter(type=click.IntRange() as wanted) as param):
            text = _AT_LEAST if wanted.max is None else _BETWEEN
            bounds = {"primo": wanted.min, "ultimo": wanted.max}
            return text.render(lang).format(nome=_name(param), **bounds)
        case click.BadParameter(param=click.Parameter(type=click.types.IntParamType()) as param):
            return _WHOLE.render(lang).format(nome=_name(param))
        case click.NoSuchOption(option_name=name, possibilities=close):
            known = _UNKNOWN.render(lang).format(nome=name)
            near = [_MAYBE.render(lang).format(nome=option) for option in (close or ())[:1]]
            return "; ".join([known, *near])
        case click.BadOptionUsage(option_name=name, ctx=click.Context() as ctx):
            flags = [
                p.opts for p in ctx.command.params if isinstance(p, click.Option) and p.is_flag
            ]
            pairs = [p.opts for p in ctx.command.params if p.nargs == PAIR]
            text = _NO_VALUE if any(name in opts for opts in flags) else _WANTS
            if any(name in opts for opts in pairs):
                text = _WANTS_TWO
            return text.render(lang).format(nome=name)
        case _:
            return error.format_message()


def _name(param: click.Parameter) -> str:
    """An argument by its name on the usage line, an option by its longest spelling."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or str(param.name)).removesuffix("...")
