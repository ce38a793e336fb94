"""The command speaks Spanish: typer's command classes with their help and refusals rewritten.

typer keeps most of its words out of reach of a translation catalogue («Usage:», «Show this message
and exit.», «<bool>»), so the few methods that write them are overridden in the classes that its
`cls` settings take.
"""

import typer
from typer._click import Command, Context, HelpFormatter
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from oraculo_local.uso import explained, label, left_over, unknown_order, value_label


def in_spanish(app: typer.Typer) -> typer.Typer:
    """Make `app`, its commands and its sub-applications speak Spanish, and return it.

    To be called when everything is registered. Help is plain text, without boxes.
    """
    app.rich_markup_mode = None
    app.info.cls = Grupo
    for command in app.registered_commands:
        command.cls = Orden
    for group in app.registered_groups:
        if group.typer_instance is not None:
            in_spanish(group.typer_instance)
    return app


class _Hispana(Command):
    """What orders and groups of orders share."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the help option, described in Spanish."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Muestra esta ayuda y termina."
        return option

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse, refusing in Spanish.

        Raises:
            UsoError: The arguments cannot be understood.
        """
        with explained(ctx):
            return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Return what follows the command's name in its usage line."""
        arguments = [p for p in self.get_params(ctx) if isinstance(p, TyperArgument)]
        return ["[OPCIONES]", *(label(p) if p.required else f"[{label(p)}]" for p in arguments)]

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Uso: ")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the arguments and the options."""
        params = self.get_params(ctx)
        arguments = [(label(p), _described(p)) for p in params if isinstance(p, TyperArgument)]
        options = [(_spelled(p), _described(p)) for p in params if isinstance(p, TyperOption)]
        _write_section(formatter, "Argumentos", arguments)
        _write_section(formatter, "Opciones", options)


class Orden(_Hispana, TyperCommand):
    """An order."""

    # Words left over are refused by `parse_args`, which has them as data.
    allow_extra_args = True

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse, refusing in Spanish.

        Raises:
            UsoError: The arguments cannot be understood, or some are left over.
        """
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise left_over(ctx, rest)
        return rest


class Grupo(_Hispana, TyperGroup):
    """A group of orders."""

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Return what follows the group's name in its usage line."""
        order = "[ORDEN]" if self.invoke_without_command else "ORDEN"
        return [*super().collect_usage_pieces(ctx), order, "..."]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the options and the orders."""
        super().format_options(ctx, formatter)
        rows = [(name, command.help or "") for name, command in self.commands.items()]
        _write_section(formatter, "Órdenes", rows)

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """Return the order that `args` begin with, and the arguments that are its own.

        Raises:
            UsoError: There is no such order.
        """
        if args[0] not in self.commands:
            raise unknown_order(ctx, args[0])
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Context) -> object:
        """Run the order that was asked for.

        Raises:
            UsoError: None was asked for, or it cannot be understood.
        """
        with explained(ctx):
            return super().invoke(ctx)


def _spelled(option: TyperOption) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {value_label(option)}"


def _described(param: TyperArgument | TyperOption) -> str:
    variable = f" [variable de entorno: {param.envvar}]" if param.envvar else ""
    return f"{param.help or ''}{variable}"


def _write_section(formatter: HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
