"""Commands of click whose help, like their errors, is in the language of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click
from click import HelpFormatter

from casa_model.cli._uscite import Sbaglio
from casa_model.errors import near
from casa_model.values import Testo

if TYPE_CHECKING:
    from casa_model.errors import Lang

_USAGE: Final = Testo(it="Uso: ", en="Usage: ")
_OPTIONS: Final = Testo(it="Opzioni", en="Options")
_COMMANDS: Final = Testo(it="Comandi", en="Commands")
_OPTIONS_METAVAR: Final = Testo(it="[OPZIONI]", en="[OPTIONS]")
_COMMAND_METAVAR: Final = Testo(it="COMANDO [ARGOMENTI]...", en="COMMAND [ARGUMENTS]...")
_HELP: Final = Testo(it="Mostra questo aiuto ed esce.", en="Show this help and exit.")
_LANG: Final = Testo(it="Lingua: italiano o inglese.", en="Language: Italian or English.")
_TOO_MANY: Final = Testo(it="troppi argomenti: {quali}", en="too many arguments: {quali}")
_NO_COMMAND: Final = Testo(it="manca il comando", en="the command is missing")
_UNKNOWN: Final = Testo(
    it="il comando `{nome}` non esiste{forse}", en="the command `{nome}` does not exist{forse}"
)
_MAYBE: Final = Testo(it="; forse intendevi `{nome}`?", en="; did you mean `{nome}`?")


def aiuto(lang: Lang) -> click.Option:
    """The option that shows the help."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001
        if value:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["--help"], is_flag=True, expose_value=False, is_eager=True, help=_HELP.render(lang),
        callback=show,
    )  # fmt: skip


def lingua(lang: Lang) -> click.Option:
    """The option that picks the language; it was read before any other."""
    return click.Option(
        ["--lang"], type=click.Choice(["it", "en"]), default="it", expose_value=False,
        help=_LANG.render(lang),
    )  # fmt: skip


class Comando(click.Command):
    """A command that speaks `lang`."""

    allow_extra_args = True

    def __init__(self, lang: Lang, name: str, **rest: Any) -> None:
        super().__init__(
            name, add_help_option=False, options_metavar=_OPTIONS_METAVAR.render(lang), **rest
        )
        self.lang: Lang = lang
        self.params += [lingua(lang), aiuto(lang)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what is left over, in our words."""
        rest = super().parse_args(ctx, args)
        if rest:
            what = ", ".join(f"`{arg}`" for arg in rest)
            raise Sbaglio(
                Testo(it=_TOO_MANY.it.format(quali=what), en=_TOO_MANY.en.format(quali=what)), ctx
            )
        return rest

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the list of options."""
        _write_options(self, ctx, formatter, self.lang)


class Gruppo(click.Group):
    """The group of the commands, which speaks `lang`."""

    def __init__(self, lang: Lang, name: str, **rest: Any) -> None:
        super().__init__(
            name,
            add_help_option=False,
            options_metavar=_OPTIONS_METAVAR.render(lang),
            subcommand_metavar=_COMMAND_METAVAR.render(lang),
            no_args_is_help=False,
            **rest,
        )
        self.lang: Lang = lang
        self.params += [lingua(lang), aiuto(lang)]

    def invoke(self, ctx: click.Context) -> Any:
        """Refuse a command line without a command, or with one that does not exist."""
        asked = [*getattr(ctx, "_protected_args", ctx.args), *ctx.args][:1]
        if not asked:
            raise Sbaglio(_NO_COMMAND, ctx)
        if asked[0] not in self.commands:
            close = near(asked[0], self.commands)
            maybe = {"it": "", "en": ""}
            if close is not None:
                maybe = {"it": _MAYBE.it.format(nome=close), "en": _MAYBE.en.format(nome=close)}
            it = _UNKNOWN.it.format(nome=asked[0], forse=maybe["it"])
            raise Sbaglio(
                Testo(it=it, en=_UNKNOWN.en.format(nome=asked[0], forse=maybe["en"])), ctx
            )
        return super().invoke(ctx)

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the list of options, and that of the commands."""
        _write_options(self, ctx, formatter, self.lang)
        rows = [(name, command.get_short_help_str(80)) for name, command in self.commands.items()]
        with formatter.section(_COMMANDS.render(self.lang)):
            formatter.write_dl(rows)


def _write_usage(
    command: click.Command, ctx: click.Context, formatter: HelpFormatter, lang: Lang
) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_USAGE.render(lang))


def _write_options(
    command: click.Command, ctx: click.Context, formatter: HelpFormatter, lang: Lang
) -> None:
    options = [p for p in command.get_params(ctx) if isinstance(p, click.Option)]
    records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
    with formatter.section(_OPTIONS.render(lang)):
        formatter.write_dl(records)
