"""The value of a cell as the person who made the sheet sees it, as text."""

import datetime as dt
import re
from decimal import Decimal

_DIGITOS = 15
"""Of a number, as spreadsheets show and keep them."""
_CEROS = re.compile(r"0+")
_ESCAPE = re.compile(r"_x00(?:[01][0-9A-Fa-f]|7F)_")
_ESTANDAR = "General"

Valor = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None


def text_of(valor: Valor, formato: str | None = None) -> str:
    """Return a value as text: «1763» for 1763.0, «1,8» for 1.8, «24-11-2026» for a date.

    Args:
        valor: What the file keeps.
        formato: The cell's number format: percentages and leading zeros are shown as there.
    """
    match valor:
        case None:
            return ""
        case str():
            # Control characters are kept escaped in the file.
            return _ESCAPE.sub(" ", valor)
        case bool():
            return "sí" if valor else "no"
        case int() | float():
            return _number(valor, formato or _ESTANDAR)
        case _:
            return _moment(valor)


def is_date(valor: Valor) -> bool:
    """Return whether a spreadsheet took the value for a date or an hour."""
    return isinstance(valor, dt.date | dt.time | dt.timedelta)


def _moment(valor: dt.date | dt.time | dt.timedelta) -> str:
    match valor:
        case dt.datetime() if valor.time() != dt.time():
            return f"{valor:%d-%m-%Y %H:%M}"
        case dt.date():
            return f"{valor:%d-%m-%Y}"
        case dt.time():
            return f"{valor:%H:%M}"
        case dt.timedelta():
            return str(valor)


def _number(valor: float, formato: str) -> str:
    if _CEROS.fullmatch(formato) and valor == int(valor):
        return str(int(valor)).zfill(len(formato))
    # Through its shown digits: 0.07 is 7 hundredths, not the nearest binary fraction.
    exact = Decimal(str(valor) if isinstance(valor, int) else f"{valor:.{_DIGITOS}g}")
    if "%" in formato:
        return f"{_plain(exact * 100)}%"
    return _plain(exact)


def _plain(number: Decimal) -> str:
    """Return a number without exponent or trailing zeros, with a decimal comma."""
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.replace(".", ",")
