"""The tokens of a layout: paper, fonts, headings, lines of tables."""

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.styles import ParagraphStyle

Titulacion = Literal["decimal", "romana", "capitales", "simple"]
Lineas = Literal["rejilla", "filetes", "bandas"]
_ROMANOS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, kw_only=True)
class Fuente:
    """A family of the standard fonts, which every reader has."""

    normal: str
    negrita: str
    cursiva: str


HELVETICA = Fuente(normal="Helvetica", negrita="Helvetica-Bold", cursiva="Helvetica-Oblique")
TIMES = Fuente(normal="Times-Roman", negrita="Times-Bold", cursiva="Times-Italic")


@dataclass(frozen=True, kw_only=True)
class Estilo:
    """Everything in which two layouts differ. Lengths in points."""

    pagina: tuple[float, float]
    margen: float
    fuente: Fuente
    cuerpo: float
    """Size of the text."""
    color: Color
    titulacion: Titulacion
    lineas: Lineas
    secciones: tuple[str, ...]
    """Names of the sections in their order; see `generador.pdf.secciones`."""
    columnas: int = 1
    portada: bool = False
    guiones: bool = False
    """Whether words break at the end of a line."""
    rotulo_tabla: str = "Tabla"
    rotulo_figura: str = "Figura"
    filas_con_nombre: bool = True
    """Whether result tables name the product beside the treatment code."""

    @property
    def ancho(self) -> float:
        """Return the width of a column of text."""
        util = self.pagina[0] - 2 * self.margen
        return (util - MEDIANIL * (self.columnas - 1)) / self.columnas

    def heading(self, numero: int, titulo: str) -> str:
        """Return a section's heading as this layout numbers it."""
        if self.titulacion == "decimal":
            return f"{numero}. {titulo}"
        if self.titulacion == "romana":
            return f"{_ROMANOS[numero - 1]}. {titulo.upper()}"
        return titulo.upper() if self.titulacion == "capitales" else titulo

    def subheading(self, numero: int, orden: int, titulo: str) -> str:
        """Return the heading of part `orden` of section `numero`."""
        return f"{numero}.{orden}. {titulo}" if self.titulacion == "decimal" else titulo

    @property
    def texto(self) -> ParagraphStyle:
        """Return the style of running text."""
        return ParagraphStyle(
            "texto",
            fontName=self.fuente.normal,
            fontSize=self.cuerpo,
            leading=self.cuerpo * 1.32,
            spaceAfter=self.cuerpo * 0.6,
            alignment=TA_JUSTIFY if self.guiones or self.columnas == 1 else TA_LEFT,
        )

    @property
    def vineta(self) -> ParagraphStyle:
        """Return the style of an item of a list."""
        return ParagraphStyle(
            "vineta",
            self.texto,
            leftIndent=18,
            bulletIndent=4,
            bulletFontName=self.fuente.normal,
            bulletFontSize=self.cuerpo,
        )

    @property
    def titulo(self) -> ParagraphStyle:
        """Return the style of the report's title."""
        tamano = self.cuerpo + (8 if self.portada else 5)
        return ParagraphStyle(
            "titulo",
            fontName=self.fuente.negrita,
            fontSize=tamano,
            leading=tamano * 1.2,
            spaceAfter=tamano * 0.5,
            textColor=self.color,
            alignment=TA_LEFT if self.lineas == "bandas" else TA_CENTER,
        )

    @property
    def entrada(self) -> ParagraphStyle:
        """Return the style of the lines below the title."""
        return ParagraphStyle("entrada", self.texto, alignment=self.titulo.alignment)

    @property
    def seccion(self) -> ParagraphStyle:
        """Return the style of a section's heading."""
        return self._heading_style("seccion", self.cuerpo + 1.5, self.fuente.negrita)

    @property
    def apartado(self) -> ParagraphStyle:
        """Return the style of the heading of a part of a section."""
        return self._heading_style("apartado", self.cuerpo + 0.5, self.fuente.cursiva)

    @property
    def leyenda(self) -> ParagraphStyle:
        """Return the style of captions."""
        tamano = self.cuerpo - 1
        return ParagraphStyle(
            "leyenda",
            fontName=self.fuente.negrita,
            fontSize=tamano,
            leading=tamano * 1.25,
            spaceBefore=4,
            spaceAfter=3,
            keepWithNext=1,
        )

    @property
    def nota(self) -> ParagraphStyle:
        """Return the style of the notes below tables and figures."""
        tamano = self.cuerpo - 2
        return ParagraphStyle(
            "nota", fontName=self.fuente.normal, fontSize=tamano, leading=tamano * 1.25,
            spaceBefore=2, spaceAfter=8,
        )  # fmt: skip

    def _heading_style(self, nombre: str, tamano: float, fuente: str) -> ParagraphStyle:
        return ParagraphStyle(
            nombre,
            fontName=fuente,
            fontSize=tamano,
            leading=tamano * 1.25,
            spaceBefore=tamano * 0.7,
            spaceAfter=tamano * 0.35,
            textColor=self.color,
            keepWithNext=1,
        )


MEDIANIL = 18.0
"""Space between two columns of text."""
