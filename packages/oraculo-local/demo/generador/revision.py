"""What must hold in a trial before it is printed: tables complete, letters true to the means."""

from decimal import Decimal
from itertools import pairwise

from generador.contenido import ContenidoError
from generador.ensayos import Ensayo, Tabla
from generador.valores import parse_cell

_ALFA = Decimal("0.05")


def check_ensayo(ensayo: Ensayo) -> None:
    """Check the tables of a trial.

    Raises:
        ContenidoError: With trial, table and column, when rows, letters or p values disagree.
    """
    codigos = [tratamiento.codigo for tratamiento in ensayo.tratamientos]
    for tabla in ensayo.tablas.values():
        lugar = f"{ensayo.pdf}, {tabla.clave}"
        if list(tabla.filas) != codigos:
            raise ContenidoError(f"{lugar}: rows {list(tabla.filas)}, treatments {codigos}.")
        if {len(fila) for fila in tabla.filas.values()} != {len(tabla.columnas)}:
            raise ContenidoError(f"{lugar}: a row has more or fewer cells than columns.")
        if tabla.valor_p and len(tabla.valor_p) != len(tabla.columnas):
            raise ContenidoError(f"{lugar}: one p value for each column, or none.")
        for indice, (clave, _) in enumerate(tabla.columnas):
            _check_letters(tabla, indice, f"{lugar}, {clave}")


def _check_letters(tabla: Tabla, indice: int, lugar: str) -> None:
    celdas = sorted(parse_cell(fila[indice]) for fila in tabla.filas.values())
    letras = [grupo for _, grupo in celdas]
    distintas = not _share_a_letter(letras)
    if distintas != _is_significant(tabla, indice):
        raise ContenidoError(f"{lugar}: letters {letras} and p value disagree.")
    # Sorted by mean, groups must advance in one direction: «a», «ab», «b», or the reverse.
    claves = [sorted(grupo) for grupo in letras]
    if claves not in (sorted(claves), sorted(claves, reverse=True)):
        raise ContenidoError(f"{lugar}: letters {letras} do not follow the means.")
    if any(una == otra and x != y for (una, x), (otra, y) in pairwise(celdas)):
        raise ContenidoError(f"{lugar}: equal means with different letters.")


def _share_a_letter(letras: list[str]) -> bool:
    if not any(letras):
        return True
    return any(all(letra in grupo for grupo in letras) for letra in letras[0])


def _is_significant(tabla: Tabla, indice: int) -> bool:
    if not tabla.valor_p:
        return False
    valor = tabla.valor_p[indice]
    return valor.startswith("<") or Decimal(valor.replace(",", ".")) < _ALFA
