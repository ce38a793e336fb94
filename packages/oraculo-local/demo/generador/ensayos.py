"""The fictitious trials as their content files describe them, and their rows of the index."""

from pathlib import Path
from typing import Literal

import msgspec

from generador.contenido import read_toml
from generador.texto import fold, slug

COLUMNAS_INDICE = (
    "temporada",
    "cliente",
    "producto",
    "especie",
    "variedad",
    "pdf",
    "url_estudio",
    "url_pdf",
)
Maqueta = Literal["columna", "revista", "apaisada", "carta", "ejecutiva"]
SITIO = "https://ejemplo.invalid"
"""`.invalid` is reserved by RFC 2606: no link of the demonstration can lead anywhere."""


class _Contenido(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of what a content file may hold."""


class Tratamiento(_Contenido, frozen=True, kw_only=True):
    """A row of the table of treatments."""

    codigo: str
    producto: str
    corto: str
    """What the result tables call it."""
    dosis: str
    """With its unit; «—» for an untreated check."""
    momento: str


class Tabla(_Contenido, frozen=True, kw_only=True):
    """Means by treatment. Texts quote its cells by `clave`, row and column."""

    clave: str
    titulo: str
    columnas: list[tuple[str, str]]
    """Key and heading of each column of figures."""
    filas: dict[str, list[str]]
    """Cells («12,4 ab») by treatment code."""
    valor_p: list[str] = []
    """Of the analysis of variance, by column: «0,412», «<0,001»."""
    nota: str = ""
    variacion: int = 8
    """Largest deviation of a block from its mean, in percent of it, in the annexed values."""


class Eficacia(_Contenido, frozen=True, kw_only=True):
    """A table of efficacy (Abbott, %) that follows from a table of counts."""

    clave: str
    titulo: str
    columnas: list[str]
    """Keys of the columns of the counts that it is computed for."""


class Grafico(_Contenido, frozen=True, kw_only=True):
    """A chart of the table beside it: all its columns as lines, or one column as bars."""

    titulo: str
    tipo: Literal["barras", "lineas"]
    columna: str = ""


class Resultado(_Contenido, frozen=True, kw_only=True):
    """A subsection of the results."""

    titulo: str
    texto: str
    tabla: Tabla
    eficacia: Eficacia | None = None
    grafico: Grafico | None = None


class Ensayo(_Contenido, frozen=True, kw_only=True):
    """A trial; the index row and the report come from it."""

    temporada: str
    cliente: str
    producto: str
    especie: str
    variedad: str
    maqueta: Maqueta
    """Which layout the report has; see `generador.pdf.maquetas`."""
    codigo: str
    titulo: str
    resumen: str = ""
    antecedentes: str
    objetivo: str
    objetivos_especificos: list[str] = []
    sitio: dict[str, str]
    diseno: str
    tratamientos: list[Tratamiento]
    aplicacion: str
    evaluaciones: list[str]
    analisis: str
    resultados: list[Resultado]
    discusion: str
    conclusiones: list[str]
    notas: list[str] = []
    """Foot notes, called in the texts as `[^1]`, `[^2]`…"""
    anexo: str = ""
    """Key of the table whose values by block are annexed."""

    @property
    def pdf(self) -> str:
        """Return the report's file name, built as those of the real index are."""
        partes = (self.temporada, self.cliente, self.producto, self.especie, self.variedad)
        return "__".join(_file_part(parte) for parte in partes) + ".pdf"

    @property
    def tablas(self) -> dict[str, Tabla]:
        """Return the tables of means by their key."""
        return {resultado.tabla.clave: resultado.tabla for resultado in self.resultados}


def load_ensayos(carpeta: Path) -> list[Ensayo]:
    """Return the trials of all files in `carpeta`, by season, company and product.

    Raises:
        ContenidoError: When a file is malformed.
    """
    ensayos = [read_toml(ruta, Ensayo) for ruta in carpeta.glob("*.toml")]
    return sorted(ensayos, key=lambda ensayo: ensayo.pdf)


def indice_row(ensayo: Ensayo) -> tuple[str, ...]:
    """Return the row of `indice.csv`, in the order of `COLUMNAS_INDICE`."""
    estudio = slug(ensayo.pdf.removesuffix(".pdf")).replace("_", "-")
    return (
        ensayo.temporada,
        ensayo.cliente,
        ensayo.producto,
        ensayo.especie,
        ensayo.variedad,
        ensayo.pdf,
        f"{SITIO}/estudios/{estudio}/",
        f"{SITIO}/informes/{ensayo.pdf}",
    )


def _file_part(texto: str) -> str:
    sin_apostrofos = fold(texto).replace("'", "").upper()
    permitidos = (letra if letra.isalnum() or letra == "-" else " " for letra in sin_apostrofos)
    return "_".join("".join(permitidos).split())
