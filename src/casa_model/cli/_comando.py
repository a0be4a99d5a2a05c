"""Commands of click whose help, like their errors, is in the language of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click
from click import HelpFormatter

from casa_model.cli._uscite import Sbaglio, riempi
from casa_model.errors import near
from casa_model.values import Testo

if TYPE_CHECKING:
    from collections.abc import Callable

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
    it="il comando `{nome}` non esiste", en="the command `{nome}` does not exist"
)
_UNKNOWN_NEAR: Final = Testo(
    it="il comando `{nome}` non esiste; forse intendevi `{vicino}`?",
    en="the command `{nome}` does not exist; did you mean `{vicino}`?",
)


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
    """A command that speaks `lang`; `testi` are its help, long and short."""

    allow_extra_args = True

    def __init__(
        self,
        lang: Lang,
        name: str,
        *,
        params: list[click.Parameter],
        callback: Callable[..., int],
        testi: tuple[Testo, Testo],
    ) -> None:
        super().__init__(
            name,
            params=[*params, lingua(lang), aiuto(lang)],
            callback=callback,
            help=testi[0].render(lang),
            short_help=testi[1].render(lang),
            add_help_option=False,
            options_metavar=_OPTIONS_METAVAR.render(lang),
        )
        self.lang: Lang = lang

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what is left over, in our words."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = ctx  # the parser of click leaves some without
            raise
        if rest:
            what = ", ".join(f"`{arg}`" for arg in rest)
            raise Sbaglio(riempi(_TOO_MANY, quali=what), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the list of options."""
        _write_options(self, ctx, formatter, self.lang)


class Gruppo(click.Group):
    """The group of the commands, which speaks `lang`."""

    def __init__(
        self,
        lang: Lang,
        name: str,
        *,
        params: list[click.Parameter],
        testo: Testo,
    ) -> None:
        super().__init__(
            name,
            params=[*params, lingua(lang), aiuto(lang)],
            help=testo.render(lang),
            add_help_option=False,
            options_metavar=_OPTIONS_METAVAR.render(lang),
            subcommand_metavar=_COMMAND_METAVAR.render(lang),
            no_args_is_help=False,
            invoke_without_command=True,
            callback=_asked,
        )
        self.lang: Lang = lang

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Refuse a command that does not exist, in our words."""
        if args[0] in self.commands:
            return super().resolve_command(ctx, args)
        close = near(args[0], self.commands)
        text = _UNKNOWN if close is None else _UNKNOWN_NEAR
        raise Sbaglio(riempi(text, nome=args[0], vicino=close), ctx)

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter, self.lang)

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """Write the list of options, and that of the commands."""
        _write_options(self, ctx, formatter, self.lang)
        rows = [(name, command.get_short_help_str(80)) for name, command in self.commands.items()]
        with formatter.section(_COMMANDS.render(self.lang)):
            formatter.write_dl(rows)


@click.pass_context
def _asked(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        raise Sbaglio(_NO_COMMAND, ctx)


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
