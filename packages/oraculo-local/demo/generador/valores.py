"""The cells of a result table: a figure with decimal comma, and letters of significance."""

import re
from decimal import Decimal

from generador.contenido import ContenidoError

_CELDA = re.compile(r"^(?P<numero>-?\d+(?:,\d+)?)(?: (?P<letras>[a-e]+))?$")


def parse_cell(celda: str) -> tuple[Decimal, str]:
    """Return figure and letters of a cell: «12,4 ab» → (12.4, «ab»).

    Raises:
        ContenidoError: When the cell is written in another way.
    """
    partes = _CELDA.match(celda)
    if partes is None:
        raise ContenidoError(f"«{celda}» is not a figure with optional letters.")
    return Decimal(partes["numero"].replace(",", ".")), partes["letras"] or ""


def write_number(numero: Decimal) -> str:
    """Return `numero` as reports write it, all its decimals kept: 12.40 → «12,40»."""
    return f"{numero:f}".replace(".", ",")
