"""Figures that follow from a table of means, so that no report contradicts itself."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import count

from generador.ensayos import Eficacia, Tabla
from generador.valores import parse_cell, write_number

BLOQUES = ("I", "II", "III", "IV")
_TESTIGO = "T0"
_DECIMO = Decimal("0.1")
_DESVIOS = ((8, -3, -8, 3), (-5, 7, 5, -7), (3, -6, 6, -3), (-7, -2, 2, 7))
"""Deviations of the four blocks, in eighths of the largest; each pattern adds up to zero."""


def derive_eficacia(eficacia: Eficacia, conteos: Tabla) -> Tabla:
    """Return the efficacy against the untreated check «T0», in percent with one decimal."""
    claves = [clave for clave, _ in conteos.columnas]
    indices = [claves.index(clave) for clave in eficacia.columnas]
    testigo = conteos.filas[_TESTIGO]
    return Tabla(
        clave=eficacia.clave,
        titulo=eficacia.titulo,
        columnas=[conteos.columnas[indice] for indice in indices],
        filas={
            codigo: [_abbott(fila[indice], testigo[indice]) for indice in indices]
            for codigo, fila in conteos.filas.items()
            if codigo != _TESTIGO
        },
        nota="Reducción respecto del testigo (Abbott), según las medias de la tabla anterior.",
    )


def derive_bloques(tabla: Tabla) -> Iterator[tuple[str, str, list[str]]]:
    """Yield treatment, block and cells of the values by block; their means are the table's."""
    for orden, (codigo, fila) in enumerate(tabla.filas.items()):
        for bloque, nombre in enumerate(BLOQUES):
            desvios = (_DESVIOS[(orden + columna) % len(_DESVIOS)][bloque] for columna in count())
            celdas = [
                _block_value(celda, Decimal(tabla.variacion * octavos) / 800)
                for celda, octavos in zip(fila, desvios, strict=False)
            ]
            yield codigo, nombre, celdas


def _abbott(celda: str, testigo: str) -> str:
    (tratado, _), (sin_tratar, _) = parse_cell(celda), parse_cell(testigo)
    eficacia = 100 * (1 - tratado / sin_tratar)
    return write_number(eficacia.quantize(_DECIMO, ROUND_HALF_UP))


def _block_value(celda: str, desvio: Decimal) -> str:
    media, _ = parse_cell(celda)
    # Rounding the deviation, not the value, keeps opposite deviations opposite.
    return write_number(media + (media * desvio).quantize(media, ROUND_HALF_UP))
