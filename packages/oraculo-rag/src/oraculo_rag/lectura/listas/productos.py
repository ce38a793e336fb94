"""Gathers the rows of one product into one row of the register's own form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from oraculo_catalogo.texto import fold

from oraculo_rag.lectura.limpieza import clean
from oraculo_rag.lectura.listas.columnas import Campos
from oraculo_rag.lectura.listas.filas import FilaLista
from oraculo_rag.lectura.listas.valores import split_places, split_values
from oraculo_rag.lectura.registro import COLUMNAS
from oraculo_rag.lectura.tabla import Fila

_UNICOS = ("nombre_comercial", "formulacion", "clase", "titular", "estado")
_VARIOS = (
    "autorizaciones",
    "grupo_quimico",
    "objetivos",
    "categorias_objetivo",
    "ingredientes",
    "composicion_texto",
)
_PALABRA = re.compile(r"[a-z0-9]+")
_UNION = " | "


@dataclass(slots=True)
class _Producto:
    linea: int
    unicos: dict[str, str] = field(default_factory=dict[str, str])
    varios: dict[str, dict[str, None]] = field(default_factory=dict[str, dict[str, None]])


class Productos:
    """The products of a list, in the order of their first rows."""

    def __init__(self, campos: Campos, separador: str | None) -> None:
        self._campos = campos
        self._separador = separador
        self._productos: dict[str, _Producto] = {}

    def identify(self, fila: FilaLista) -> str | None:
        """Return the product's id: the list's own, or one made of number and name.

        `None` where the row does not carry what it takes.
        """
        if "producto_id" in self._campos:
            return clean(fila.celdas["producto_id"])
        words = _PALABRA.findall(fold(fila.celdas["nombre_comercial"]))
        if not words:
            return None
        return "_".join([*self._values(fila, "autorizaciones"), *words])

    def add(self, product: str, fila: FilaLista) -> list[str]:
        """Add a row to a product; return where it contradicts the rows before."""
        record = self._productos.setdefault(product, _Producto(fila.linea))
        for campo in _VARIOS:
            values = self._values(fila, campo)
            record.varios.setdefault(campo, {}).update(dict.fromkeys(values))
        conflicts = list(self._pair_amounts(record, fila))
        for campo in _UNICOS:
            text = clean(fila.celdas.get(campo))
            known = record.unicos.setdefault(campo, text or "")
            if text and not known:
                record.unicos[campo] = text
            elif text and fold(text) != fold(known):
                conflicts.append(
                    f"{campo} dice «{text}» y una línea anterior «{known}»: se usa la primera"
                )
        return conflicts

    def rows(self) -> Iterator[tuple[str, Fila]]:
        """Yield each product with its row, «|» between the values of a cell."""
        for product, record in self._productos.items():
            several = {campo: _UNION.join(values) for campo, values in record.varios.items()}
            cells = dict.fromkeys(COLUMNAS, "") | several | record.unicos
            yield product, Fila(linea=record.linea, celdas=cells | {"producto_id": product})

    def by_authorisation(self) -> dict[str, list[str]]:
        """Return the products that have each authorisation number."""
        found: dict[str, list[str]] = {}
        for product, record in self._productos.items():
            for number in record.varios["autorizaciones"]:
                found.setdefault(number, []).append(product)
        return found

    def _values(self, fila: FilaLista, campo: str) -> tuple[str, ...]:
        if campo not in self._campos:
            return ()
        return split_values(fila.celdas[campo], self._campos[campo], self._separador)

    def _places(self, fila: FilaLista, campo: str) -> list[str]:
        return split_places(fila.celdas[campo], self._campos[campo], self._separador)

    def _pair_amounts(self, record: _Producto, fila: FilaLista) -> Iterator[str]:
        """Join each ingredient to the amount at its place in the other cell."""
        if not {"ingredientes", "concentraciones"} <= self._campos.keys():
            return
        names, amounts = self._places(fila, "ingredientes"), self._places(fila, "concentraciones")
        if len(amounts) == len(names):
            pairs = (f"{n}: {a}" for n, a in zip(names, amounts, strict=True) if n and a)
            record.varios["composicion_texto"].update(dict.fromkeys(pairs))
        elif any(amounts):
            yield f"hay {len(names)} ingredientes y {len(amounts)} concentraciones: no se unieron"
