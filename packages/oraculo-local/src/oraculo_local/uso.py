"""What a person did wrong with the command, told in Spanish with what to do next.

typer words its usage errors in English where it raises them. Their class and fields say what
happened, so the message is written here from those, never by translating a sentence.
"""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from difflib import get_close_matches

from typer import BadParameter, TyperException

# typer exports only `BadParameter`; its other usage errors live in the click that it carries.
from typer._click import Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperGroup, TyperOption

_MAX_CITADO = 60


class UsoError(TyperException):
    """The command line cannot be carried out. Its message is Spanish and complete."""

    exit_code = 2


@contextmanager
def explained(contexto: Context) -> Generator[None]:
    """Turn typer's usage errors under `contexto` into `UsoError`."""
    try:
        yield
    except UsageError as error:
        raise UsoError(_explain(error, error.ctx or contexto)) from error


def unknown_order(contexto: Context, name: str) -> UsoError:
    """Return the refusal of an order that does not exist."""
    orders = _orders(contexto)
    suggestion = _suggest(f"«{close}»" for close in get_close_matches(name, orders))
    return UsoError(
        f"No existe la orden {_quote(name)}.{suggestion} {_existing(orders)} {_help(contexto)}"
    )


def left_over(contexto: Context, words: list[str]) -> UsoError:
    """Return the refusal of words that no argument takes."""
    return UsoError(
        f"Sobra {_quote(' '.join(words))}. Un texto de varias palabras va entre comillas. "
        f"{_help(contexto)}"
    )


def label(param: Parameter) -> str:
    """Return how a person is told of `param`: `--datos` or `ARCHIVO.csv`."""
    if isinstance(param, TyperOption):
        return max(param.opts, key=len)
    return param.metavar or param.name.upper()


def value_label(option: TyperOption) -> str:
    """Return what stands for the value of an option: `CARPETA`, or `cer|sag` if those are all."""
    choices = option.type_descriptor.choices or ()
    return option.metavar or "|".join(str(c.value) for c in choices) or "VALOR"


def _explain(error: UsageError, contexto: Context) -> str:
    match error:
        case NoArgsIsHelpError():
            return f"Falta la orden.\n\n{error.message}"
        case NoSuchOption():
            return _unknown_option(error, contexto)
        case BadOptionUsage():
            return _misused_option(error.option_name, contexto)
        case MissingParameter(param=Parameter() as param):
            return f"Falta {label(param)}{_expected(param)} {_help(contexto)}"
        case BadParameter(param=Parameter() as param):
            return f"No sirve el valor de {label(param)}{_expected(param)} {_help(contexto)}"
        case _:
            return f"Falta la orden. {_existing(_orders(contexto))} {_help(contexto)}"


def _unknown_option(error: NoSuchOption, contexto: Context) -> str:
    options = [label(p) for p in contexto.command.get_params(contexto) if label(p)[0] == "-"]
    suggestion = _suggest(error.possibilities or ())
    return (
        f"No existe la opción {_quote(error.option_name)}.{suggestion} {_existing(options)} "
        f"{_help(contexto)}"
    )


def _misused_option(name: str, contexto: Context) -> str:
    params = contexto.command.get_params(contexto)
    option = next(p for p in params if isinstance(p, TyperOption) and name in p.opts)
    if option.is_flag:
        return f"La opción {name} no lleva valor: escríbela sola. {_help(contexto)}"
    return f"Falta el valor de la opción {name}{_expected(option)} {_help(contexto)}"


def _orders(contexto: Context) -> list[str]:
    command = contexto.command
    return command.list_commands(contexto) if isinstance(command, TyperGroup) else []


def _expected(param: Parameter) -> str:
    """Return the end of a sentence on `param`, and what is to be written for it."""
    text: str | None = getattr(param, "help", None)
    end = f": {text}" if text else "."
    if isinstance(param, TyperOption):
        return f"{end} Escribe: {label(param)} {value_label(param)}."
    return end


def _existing(names: list[str]) -> str:
    return f"Las que hay: {', '.join(names)}."


def _suggest(names: Iterable[str]) -> str:
    joined = " o ".join(names)
    return f" ¿Querías decir {joined}?" if joined else ""


def _help(contexto: Context) -> str:
    return f"Ayuda: {contexto.command_path} --help"


def _quote(text: str) -> str:
    """Cite what was typed: short, and with nothing that a terminal would obey."""
    clean = "".join(c if c.isprintable() else "�" for c in text)
    return f"«{clean if len(clean) <= _MAX_CITADO else clean[: _MAX_CITADO - 1] + '…'}»"
