"""A trial becomes a PDF: the same bytes each time, on any machine."""

import io

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Spacer,
)

from generador.derivados import derive_eficacia
from generador.ensayos import Ensayo
from generador.pdf.estilo import MEDIANIL, Estilo
from generador.pdf.maquetas import MAQUETAS
from generador.pdf.marcado import to_paragraph
from generador.pdf.paginas import CABECERA, ESTACION, MARCA, PIE, Pagina, PieDeNotas
from generador.pdf.redaccion import Redaccion
from generador.pdf.secciones import ANEXO, SECCIONES, SITIO, TRATAMIENTOS
from generador.prosa import Prosa

_CUERPO = "cuerpo"
_FRENTE = 125.0
"""Height of the title above two columns."""


def render_report(ensayo: Ensayo) -> bytes:
    """Return the report of `ensayo` as a PDF.

    Streams stay uncompressed: zlib builds differ in their output, and git compresses anyway.

    Raises:
        ContenidoError: When a text quotes what no table holds.
    """
    estilo = MAQUETAS[ensayo.maqueta]
    informe = Redaccion(ensayo, estilo, _quotable(ensayo, estilo), PieDeNotas())
    salida = io.BytesIO()
    documento = BaseDocTemplate(
        salida,
        pagesize=estilo.pagina,
        pageTemplates=_page_templates(informe),
        title=ensayo.titulo,
        author=ESTACION,
        subject=MARCA,
        invariant=1,
        pageCompression=0,
    )
    _write(informe)
    documento.build(informe.historia)
    return salida.getvalue()


def _quotable(ensayo: Ensayo, estilo: Estilo) -> Prosa:
    tablas = dict(ensayo.tablas)
    for resultado in ensayo.resultados:
        if resultado.eficacia:
            derivada = derive_eficacia(resultado.eficacia, resultado.tabla)
            tablas[derivada.clave] = derivada
    claves = [SITIO, TRATAMIENTOS, *_in_print_order(ensayo), ANEXO]
    figuras = [resultado.tabla.clave for resultado in ensayo.resultados if resultado.grafico]
    rotulos = {clave: f"{estilo.rotulo_tabla} {i}" for i, clave in enumerate(claves, start=1)}
    rotulos |= {f"#{c}": f"{estilo.rotulo_figura} {i}" for i, c in enumerate(figuras, start=1)}
    return Prosa(tablas, rotulos)


def _in_print_order(ensayo: Ensayo) -> list[str]:
    claves: list[str] = []
    for resultado in ensayo.resultados:
        claves.append(resultado.tabla.clave)
        if resultado.eficacia:
            claves.append(resultado.eficacia.clave)
    return claves


def _write(informe: Redaccion) -> None:
    _write_front(informe)
    for nombre in informe.estilo.secciones:
        SECCIONES[nombre](informe)


def _write_front(informe: Redaccion) -> None:
    ensayo, estilo = informe.ensayo, informe.estilo
    lineas = (
        f"{ensayo.especie}, variedad {ensayo.variedad}. Temporada {ensayo.temporada}.",
        f"Mandante: {ensayo.cliente} (empresa ficticia). Ejecutor: {ESTACION}.",
        MARCA,
    )
    frente: list[Flowable] = [to_paragraph(ensayo.titulo, estilo.titulo)]
    frente += [to_paragraph(linea, estilo.entrada) for linea in lineas]
    if estilo.portada:
        informe.historia += [Spacer(1, estilo.pagina[1] / 5), *frente, PageBreak()]
    elif estilo.columnas > 1:
        informe.historia += [NextPageTemplate(_CUERPO), *frente, FrameBreak()]
    else:
        informe.historia += [*frente, Spacer(1, estilo.cuerpo)]


def _page_templates(informe: Redaccion) -> list[PageTemplate]:
    estilo = informe.estilo
    pagina = Pagina(informe.ensayo, estilo, informe.pie)
    reserva = estilo.cuerpo * 3 if informe.ensayo.notas else 0
    base, alto = PIE + reserva, estilo.pagina[1] - CABECERA - PIE - reserva
    cuerpo = PageTemplate(_CUERPO, _columns(estilo, base, alto), onPageEnd=pagina.draw)
    if estilo.columnas == 1:
        return [cuerpo]
    todo_el_ancho = estilo.pagina[0] - 2 * estilo.margen
    titulo = _frame(estilo.margen, base + alto - _FRENTE, todo_el_ancho, _FRENTE)
    marcos = [titulo, *_columns(estilo, base, alto - _FRENTE)]
    return [PageTemplate("frente", marcos, onPageEnd=pagina.draw), cuerpo]


def _columns(estilo: Estilo, base: float, alto: float) -> list[Frame]:
    paso = estilo.ancho + MEDIANIL
    return [
        _frame(estilo.margen + columna * paso, base, estilo.ancho, alto)
        for columna in range(estilo.columnas)
    ]


def _frame(x: float, y: float, ancho: float, alto: float) -> Frame:
    return Frame(x, y, ancho, alto, leftPadding=0, rightPadding=0)
