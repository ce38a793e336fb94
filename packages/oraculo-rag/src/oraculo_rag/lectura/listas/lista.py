"""A public authority's list into labels: its cells by the map, then the register's own readers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from oraculo_catalogo.fichas import Etiqueta, Uso

from oraculo_rag.lectura.limpieza import clean
from oraculo_rag.lectura.listas.columnas import Campos, fields_of
from oraculo_rag.lectura.listas.filas import FilaLista, Origen, read_rows
from oraculo_rag.lectura.listas.mapa import Mapa, Usos
from oraculo_rag.lectura.listas.productos import Productos
from oraculo_rag.lectura.listas.usos_lista import missing_units, use_rows
from oraculo_rag.lectura.listas.valores import split_values
from oraculo_rag.lectura.rechazo import Gravedad, Lectura, Observacion
from oraculo_rag.lectura.registro import register_of
from oraculo_rag.lectura.tabla import Fila
from oraculo_rag.lectura.usos import uses_of

_IDENTIDAD = {"producto_id": None, "autorizaciones": None, "nombre_comercial": None}


def read_list(
    path: Path, mapa: Mapa, usos: Mapping[str, tuple[Uso, ...]] | None = None
) -> Lectura[Etiqueta]:
    """Return the labels of a list, the rows of one product gathered into one.

    Args:
        path: XLSX, or CSV in UTF-8.
        mapa: Which column holds which field.
        usos: More uses by `producto_id`, as `read_uses` returns them.

    Raises:
        FuenteIlegibleError: The file cannot be read, or does not have what the map names.
    """
    reading = _Lectura(path, mapa)
    reading.read_products()
    if mapa.usos is not None and mapa.usos.hoja is not None:
        reading.read_uses_sheet(mapa.usos)
    return reading.finish(usos or {})


class _Lectura:
    """One reading: the products gathered so far, their uses, and what was found on the way."""

    def __init__(self, path: Path, mapa: Mapa) -> None:
        registro = mapa.registro
        self._path = path
        self._origen = Origen(path, registro.hoja, registro.encabezado)
        self._origen_usos = self._origen
        self._continua = registro.continua
        self._campos = fields_of(registro.columnas)
        shared = mapa.usos is not None and mapa.usos.hoja is None
        self._campos_usos: Campos = fields_of(mapa.usos.columnas) if mapa.usos and shared else {}
        self._productos = Productos(self._campos, registro.separador)
        self._usos: list[Fila] = []
        self._notes: list[Observacion] = []

    def read_products(self) -> None:
        """Gather the products, and the uses that stand in their rows."""
        rows, notes = read_rows(self._origen, {**self._campos, **self._campos_usos})
        self._notes.extend(notes)
        above: str | None = None
        for fila in rows:
            if self._continua and not fila.has_any(_IDENTIDAD):
                product = above
            else:
                product = above = self._productos.identify(fila)
            if product is None:
                self._reject(self._origen, fila, self._unnamed())
                continue
            for conflict in self._productos.add(product, fila):
                self._observe(fila, conflict)
            self._add_uses(product, fila, self._campos_usos)

    def read_uses_sheet(self, usos: Usos) -> None:
        """Gather the uses of a sheet of their own, each found its product."""
        self._origen_usos = Origen(self._path, usos.hoja, usos.encabezado)
        campos = fields_of(usos.columnas)
        rows, notes = read_rows(self._origen_usos, campos)
        self._notes.extend(notes)
        numbers = self._productos.by_authorisation()
        for fila in rows:
            match _products_of(fila, campos, numbers):
                case [product]:
                    self._add_uses(product, fila, campos)
                case []:
                    reason = "el uso no dice de qué producto es, o el producto no está en la lista"
                    self._reject(self._origen_usos, fila, reason)
                case several:
                    reason = f"el uso puede ser de {len(several)} productos: {', '.join(several)}"
                    self._reject(self._origen_usos, fila, reason)

    def finish(self, usos: Mapping[str, tuple[Uso, ...]]) -> Lectura[Etiqueta]:
        """Return the labels, by the same readers as the register's own form."""
        own, uses_read = uses_of(self._origen_usos.nombre, self._usos)
        uses = {p: (*own.get(p, ()), *usos.get(p, ())) for p in {**own, **usos}}
        read = register_of(self._origen.nombre, self._rows(own), uses)
        rejected = [
            replace(note, motivo=f"un uso no se cargó: {note.motivo}")
            for note in uses_read.observaciones
        ]
        notes = [*self._notes, *rejected, *read.observaciones]
        return Lectura(read.fichas, tuple(sorted(notes, key=lambda note: note.linea)))

    def _rows(self, uses: Mapping[str, tuple[Uso, ...]]) -> Iterator[Fila]:
        """Yield the products; where the list has no column of targets, the uses' pests are."""
        for product, fila in self._productos.rows():
            if "objetivos" not in self._campos:
                plagas = dict.fromkeys(use.plaga for use in uses.get(product, ()))
                yield replace(fila, celdas=fila.celdas | {"objetivos": " | ".join(plagas)})
            else:
                yield fila

    def _add_uses(self, product: str, fila: FilaLista, campos: Campos) -> None:
        if fila.has_any({campo: None for campo in campos if campo not in _IDENTIDAD}):
            self._usos.extend(use_rows(product, fila, campos))
            for gap in missing_units(fila, campos):
                self._observe(fila, gap)

    def _unnamed(self) -> str:
        if "producto_id" in self._campos:
            return f"no tiene {self._campos['producto_id'].columna} (producto_id)"
        return f"no tiene {self._campos['nombre_comercial'].columna} (nombre_comercial)"

    def _reject(self, origen: Origen, fila: FilaLista, motivo: str) -> None:
        self._notes.append(origen.note(fila.linea, Gravedad.RECHAZADA, motivo))

    def _observe(self, fila: FilaLista, motivo: str) -> None:
        self._notes.append(self._origen.note(fila.linea, Gravedad.OBSERVADA, motivo))


def _products_of(fila: FilaLista, campos: Campos, numbers: Mapping[str, list[str]]) -> list[str]:
    if "producto_id" in campos:
        product = clean(fila.celdas["producto_id"])
        return [product] if product else []
    named = split_values(fila.celdas["autorizaciones"], campos["autorizaciones"])
    return list(dict.fromkeys(product for number in named for product in numbers.get(number, [])))
