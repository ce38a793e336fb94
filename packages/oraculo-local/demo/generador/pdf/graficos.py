"""The charts of a report, drawn from its tables."""

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from generador.ensayos import Grafico, Tabla
from generador.pdf.estilo import Estilo
from generador.valores import parse_cell

_ALTO = 150
_COLORES = [HexColor(tono) for tono in (0x6B6B6B, 0x2E7D32, 0xC77700, 0x1565C0, 0x8E24AA, 0xB71C1C)]


def draw_chart(grafico: Grafico, tabla: Tabla, estilo: Estilo) -> Drawing:
    """Return the chart of `tabla` that `grafico` asks for, as wide as the column of text."""
    ancho = min(int(estilo.ancho), 420)
    dibujo = Drawing(ancho, _ALTO)
    if grafico.tipo == "barras":
        dibujo.add(_bars(tabla, grafico.columna, ancho, estilo))
        return dibujo
    dibujo.add(_lines(tabla, ancho, estilo))
    dibujo.add(_legend(tabla, ancho, estilo))
    return dibujo


def _values(tabla: Tabla, columna: int) -> list[float]:
    return [float(parse_cell(fila[columna])[0]) for fila in tabla.filas.values()]


def _bars(tabla: Tabla, clave: str, ancho: int, estilo: Estilo) -> VerticalBarChart:
    columna = [nombre for nombre, _ in tabla.columnas].index(clave)
    barras = VerticalBarChart()
    barras.data = [_values(tabla, columna)]
    barras.categoryAxis.categoryNames = list(tabla.filas)
    barras.bars[0].fillColor = estilo.color
    barras.barLabels.nudge = 7
    barras.barLabelFormat = _one_decimal
    barras.barLabels.fontName = estilo.fuente.normal
    barras.barLabels.fontSize = 7
    barras.groupSpacing = 12
    _place(barras, ancho, 16, estilo)
    return barras


def _lines(tabla: Tabla, ancho: int, estilo: Estilo) -> HorizontalLineChart:
    lineas = HorizontalLineChart()
    lineas.data = [[float(parse_cell(celda)[0]) for celda in fila] for fila in tabla.filas.values()]
    lineas.categoryAxis.categoryNames = [titulo for _, titulo in tabla.columnas]
    for orden in range(len(tabla.filas)):
        lineas.lines[orden].strokeColor = _COLORES[orden]
        lineas.lines[orden].strokeWidth = 1.4
    _place(lineas, ancho, 34, estilo)
    return lineas


def _place(
    eje: VerticalBarChart | HorizontalLineChart, ancho: int, base: int, estilo: Estilo
) -> None:
    eje.x, eje.y, eje.width, eje.height = 34, base, ancho - 50, _ALTO - base - 14
    eje.valueAxis.valueMin = 0
    eje.valueAxis.labelTextFormat = _comma
    for rotulos in (eje.valueAxis.labels, eje.categoryAxis.labels):
        rotulos.fontName = estilo.fuente.normal
        rotulos.fontSize = 7


def _legend(tabla: Tabla, ancho: int, estilo: Estilo) -> Legend:
    leyenda = Legend()
    leyenda.x, leyenda.y = 40, 12
    leyenda.deltax, leyenda.dxTextSpace = ancho // 8, 4
    leyenda.columnMaximum, leyenda.alignment = 1, "right"
    leyenda.fontName, leyenda.fontSize = estilo.fuente.normal, 7
    leyenda.colorNamePairs = [(_COLORES[orden], codigo) for orden, codigo in enumerate(tabla.filas)]
    return leyenda


def _one_decimal(valor: float) -> str:
    return f"{valor:.1f}".replace(".", ",")


def _comma(valor: float) -> str:
    return f"{valor:g}".replace(".", ",")
