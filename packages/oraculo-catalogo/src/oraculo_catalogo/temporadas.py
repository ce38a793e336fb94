"""Seasons: as the trial index writes them, and as people ask for them."""

import re
from typing import NamedTuple

_RANGE = re.compile(r"(?<!\d)(20\d\d|\d\d)\s*(?:[-–—/]|\ba\b|\bal\b)\s*(20\d\d|\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_CENTURY = 2000
_SHORT = 2
_LONGEST = 15


class Periodo(NamedTuple):
    """The years of a season, both included."""

    desde: int
    hasta: int


class PeriodoEscrito(NamedTuple):
    """A period as a text names it: characters `inicio` to `fin`."""

    periodo: Periodo
    inicio: int
    fin: int


def read_temporada(texto: str) -> Periodo | None:
    """Return the years of a season: «2016-2017», «2023 – 2024», «2019»; `None` for other text."""
    found = find_periods(texto)
    return found[0].periodo if found else None


def find_periods(texto: str) -> tuple[PeriodoEscrito, ...]:
    """Return the periods in a text, in order: «2019-2020», «2019-20», «19/20», «2019»."""
    ranges = [
        PeriodoEscrito(periodo, match.start(), match.end())
        for match in _RANGE.finditer(texto)
        if (periodo := _range(match[1], match[2]))
    ]
    years = [
        PeriodoEscrito(Periodo(int(match[0]), int(match[0])), match.start(), match.end())
        for match in _YEAR.finditer(texto)
        if not any(r.start() <= match.start() < r.end() for r in _RANGE.finditer(texto))
    ]
    return tuple(sorted(ranges + years, key=lambda found: found.inicio))


def _range(desde: str, hasta: str) -> Periodo | None:
    start = int(desde) if len(desde) > _SHORT else _CENTURY + int(desde)
    end = int(hasta) if len(hasta) > _SHORT else _CENTURY + int(hasta)
    short = len(desde) == len(hasta) == _SHORT
    plausible = start < end <= start + (1 if short else _LONGEST)
    return Periodo(start, end) if plausible else None


def covers(temporada: Periodo, pedido: Periodo) -> bool:
    """Tell whether a season answers to what was asked for.

    One year asks for the seasons it belongs to; a season asks for itself and for the trials
    that span it; more years ask for the seasons within them.
    """
    if pedido.hasta - pedido.desde > 1:
        return pedido.desde <= temporada.desde and temporada.hasta <= pedido.hasta
    return temporada.desde <= pedido.desde and pedido.hasta <= temporada.hasta
