"""The uses of a list into rows of the uses' own form: one per crop and pest."""

from collections.abc import Iterator

from oraculo_rag.lectura.limpieza import clean
from oraculo_rag.lectura.listas.columnas import Campos
from oraculo_rag.lectura.listas.filas import FilaLista
from oraculo_rag.lectura.listas.mapa import Columna
from oraculo_rag.lectura.listas.valores import is_bare_number, split_values, with_unit
from oraculo_rag.lectura.tabla import Fila

_CON_UNIDAD = ("carencia", "reingreso", "mojamiento")
_TEXTOS = ("dosis", *_CON_UNIDAD, "observaciones")


def use_rows(product: str, fila: FilaLista, campos: Campos) -> Iterator[Fila]:
    """Yield a use for each crop and pest that a row names together with its one dose.

    A cell of several crops or pests is parted only where the map gives it a separator. A row that
    lacks one of the two is a row still: it is refused with its reason where uses are read.
    """
    texts = {campo: with_unit(fila.celdas[campo], campos[campo]) for campo in _present(campos)}
    for cultivo in _each(fila.celdas["cultivo"], campos["cultivo"]):
        for plaga in _each(fila.celdas["plaga"], campos["plaga"]):
            cells = {"producto_id": product, "cultivo": cultivo, "plaga": plaga, **texts}
            yield Fila(linea=fila.linea, celdas=cells)


def missing_units(fila: FilaLista, campos: Campos) -> Iterator[str]:
    """Yield what to write in the map for the intervals that are loaded as mere numbers."""
    for campo in _CON_UNIDAD:
        if campo in campos:
            text = with_unit(fila.celdas[campo], campos[campo])
            if is_bare_number(text):
                name = campos[campo].columna
                yield (
                    f"{campo} «{text}» no lleva unidad; si la columna «{name}» la dice, escribe en "
                    f'el mapa: {campo} = {{ columna = "{name}", unidad = "…" }}'
                )


def _present(campos: Campos) -> list[str]:
    return [campo for campo in _TEXTOS if campo in campos]


def _each(texto: str, columna: Columna) -> tuple[str, ...]:
    if columna.separador is None:
        return (clean(texto) or "",)
    return split_values(texto, columna) or ("",)
