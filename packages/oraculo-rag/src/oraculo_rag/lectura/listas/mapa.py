"""The file that says which column of a list holds each field of the register (TOML).

[registro]
hoja = "Vigentes"
encabezado = 5
[registro.columnas]
nombre_comercial = "Nombre Comercial"
autorizaciones = "N° Autorización"
[usos.columnas]
cultivo = { columna = "Cultivos", separador = "," }
plaga = "Plaga"
dosis = { columna = "Dosis", unidad = "g/100 L" }
"""

from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

Texto = Annotated[str, StringConstraints(min_length=1)]


class _Estricto(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Columna(_Estricto):
    """Where one field stands. A plain text in the file is its column's name."""

    columna: Texto
    unidad: Texto | None = None
    """Put behind a value that is only a number: the list says it in the column's name."""
    separador: Texto | None = None
    """Between the values of a cell; «|» always is."""


def _named(valor: object) -> object:
    return {"columna": valor} if isinstance(valor, str) else valor


Campo = Annotated[Columna, BeforeValidator(_named)]


class ColumnasRegistro(_Estricto):
    """The columns of a product. Without `producto_id` it is made of number and name."""

    nombre_comercial: Campo
    producto_id: Campo | None = None
    autorizaciones: Campo | None = None
    grupo_quimico: Campo | None = None
    objetivos: Campo | None = None
    categorias_objetivo: Campo | None = None
    ingredientes: Campo | None = None
    concentraciones: Campo | None = None
    """Amounts, in the order of the ingredients of the same cell."""
    composicion_texto: Campo | None = None
    formulacion: Campo | None = None
    clase: Campo | None = None
    titular: Campo | None = None
    estado: Campo | None = None


class ColumnasUsos(_Estricto):
    """The columns of an authorised use; those of its product only on a sheet of its own."""

    cultivo: Campo
    plaga: Campo
    dosis: Campo
    carencia: Campo | None = None
    reingreso: Campo | None = None
    mojamiento: Campo | None = None
    observaciones: Campo | None = None
    producto_id: Campo | None = None
    autorizaciones: Campo | None = None


class Registro(_Estricto):
    """The table of the products."""

    columnas: ColumnasRegistro
    hoja: Texto | None = None
    encabezado: Annotated[int, Field(ge=1, le=1000)] = 1
    separador: Texto | None = None
    """Between the values of any cell of this table that has no separator of its own."""
    continua: bool = False
    """Whether a row that names no product goes on with the one above."""


class Usos(_Estricto):
    """The uses: in the same rows as the products, or on a sheet of their own."""

    columnas: ColumnasUsos
    hoja: Texto | None = None
    encabezado: Annotated[int, Field(ge=1, le=1000)] = 1
    """Of its own sheet."""

    @model_validator(mode="after")
    def _names_its_product(self) -> Self:
        links = self.columnas.producto_id or self.columnas.autorizaciones
        if self.hoja and not links:
            raise PydanticCustomError(
                "sin_producto",
                "tiene hoja propia: di en usos.columnas qué columna lleva el producto_id o las "
                "autorizaciones del producto",
            )
        if not self.hoja and (links or "encabezado" in self.model_fields_set):
            raise PydanticCustomError(
                "producto_de_sobra",
                "no tiene hoja propia: quita de [usos] el encabezado, producto_id y "
                "autorizaciones, o di en qué hoja están los usos",
            )
        return self


class Mapa(_Estricto):
    """The whole file."""

    registro: Registro
    usos: Usos | None = None
