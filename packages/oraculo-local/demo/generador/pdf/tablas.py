"""How the tables of a report look."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table, TableStyle

from generador.ensayos import Ensayo, Tabla, Tratamiento
from generador.pdf.estilo import Estilo
from generador.pdf.marcado import to_paragraph

_CLARO = HexColor(0xEEF1EC)
_MEDIO = HexColor(0x9AA39A)


def means_table(ensayo: Ensayo, tabla: Tabla, estilo: Estilo) -> Table:
    """Return a table of means by treatment, with the p values as its last row."""
    nombres = {tratamiento.codigo: tratamiento for tratamiento in ensayo.tratamientos}
    filas = [
        [_row_name(nombres[codigo], estilo), *celdas] for codigo, celdas in tabla.filas.items()
    ]
    if tabla.valor_p:
        filas.append(["Valor p", *tabla.valor_p])
    primera = 0.36 if estilo.filas_con_nombre else 0.18
    cifras = len(tabla.columnas)
    anchos = [primera, *[min(0.24, (1 - primera) / cifras)] * cifras]
    nombre = "Tratamiento" if estilo.filas_con_nombre else "Trat."
    cabeza = [nombre, *[titulo for _, titulo in tabla.columnas]]
    return build_table(cabeza, filas, anchos, estilo)


def treatments_table(ensayo: Ensayo, estilo: Estilo) -> Table:
    """Return the table of treatments: code, product, dose and moment."""
    filas = [[trat.codigo, trat.producto, trat.dosis, trat.momento] for trat in ensayo.tratamientos]
    anchos = [0.1, 0.3, 0.22, 0.38]
    cabeza = ["N°", "Producto", "Dosis", "Momento"]
    return build_table(cabeza, filas, anchos, estilo, centradas=False)


def pairs_table(pares: dict[str, str], estilo: Estilo) -> Table:
    """Return a table of two columns without heading row: a name and what it is."""
    negrita = ParagraphStyle("dato", estilo.nota, fontName=estilo.fuente.negrita, spaceAfter=0)
    valor = ParagraphStyle("valor", estilo.nota, spaceAfter=0)
    filas = [
        [to_paragraph(nombre, negrita), to_paragraph(texto, valor)]
        for nombre, texto in pares.items()
    ]
    tabla = Table(filas, colWidths=[estilo.ancho * 0.36, estilo.ancho * 0.64])
    tabla.setStyle(TableStyle([*_PADDING, ("LINEBELOW", (0, 0), (-1, -1), 0.3, _MEDIO)]))
    return tabla


def build_table(
    cabeza: Sequence[str],
    filas: Sequence[Sequence[str]],
    anchos: Sequence[float],
    estilo: Estilo,
    *,
    centradas: bool = True,
) -> Table:
    """Return a table in the layout's lines; its heading row repeats after a page break.

    Args:
        cabeza: Headings of the columns.
        filas: Cells by row.
        anchos: Share of the text's width for each column.
        estilo: The layout.
        centradas: Whether all columns but the first are centred.
    """
    celda = _cell_style(estilo)
    titulo = ParagraphStyle(
        "cabeza",
        celda,
        fontName=estilo.fuente.negrita,
        textColor=white if estilo.lineas == "bandas" else estilo.color,
    )
    datos = [_cells(cabeza, titulo, centradas=centradas)]
    datos += [_cells(fila, celda, centradas=centradas) for fila in filas]
    columnas = [estilo.ancho * ancho for ancho in anchos]
    tabla = Table(datos, colWidths=columnas, repeatRows=1, hAlign="LEFT")
    tabla.setStyle(_lines(estilo))
    return tabla


def _cell_style(estilo: Estilo) -> ParagraphStyle:
    tamano = estilo.cuerpo - 1.5
    return ParagraphStyle(
        "celda", fontName=estilo.fuente.normal, fontSize=tamano, leading=tamano * 1.2
    )


def _cells(fila: Sequence[str], estilo: ParagraphStyle, *, centradas: bool) -> list[Paragraph]:
    centro = ParagraphStyle("centro", estilo, alignment=TA_CENTER) if centradas else estilo
    return [to_paragraph(texto, centro if orden else estilo) for orden, texto in enumerate(fila)]


_PADDING = (
    ("TOPPADDING", (0, 0), (-1, -1), 2.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ("LEFTPADDING", (0, 0), (-1, -1), 3.5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3.5),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)


def _lines(estilo: Estilo) -> TableStyle:
    por_estilo = {
        "rejilla": [
            ("GRID", (0, 0), (-1, -1), 0.4, _MEDIO),
            ("BACKGROUND", (0, 0), (-1, 0), _CLARO),
        ],
        "filetes": [
            ("LINEABOVE", (0, 0), (-1, 0), 0.9, estilo.color),
            ("LINEBELOW", (0, 0), (-1, 0), 0.5, estilo.color),
            ("LINEBELOW", (0, -1), (-1, -1), 0.9, estilo.color),
        ],
        "bandas": [
            ("BACKGROUND", (0, 0), (-1, 0), estilo.color),
            ("ROWBACKGROUNDS", (0, 1), (-1, -1), [white, _CLARO]),
            ("LINEBELOW", (0, -1), (-1, -1), 0.6, estilo.color),
        ],
    }
    return TableStyle([*_PADDING, *por_estilo[estilo.lineas]])


def _row_name(tratamiento: Tratamiento, estilo: Estilo) -> str:
    if estilo.filas_con_nombre:
        return f"{tratamiento.codigo} {tratamiento.corto}"
    return tratamiento.codigo
