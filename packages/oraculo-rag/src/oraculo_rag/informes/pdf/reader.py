"""A PDF to blocks: page by page, then as one text."""

from collections.abc import Sequence

from oraculo_rag.informes.bloques import Aviso, Bloque, Contenido
from oraculo_rag.informes.errores import PlazoAgotadoError, SinTextoError
from oraculo_rag.informes.hyphens import vocabulary_of
from oraculo_rag.informes.limites import Limites, Plazo
from oraculo_rag.informes.pdf.continuation import join_flows
from oraculo_rag.informes.pdf.engine import Document, open_document
from oraculo_rag.informes.pdf.flows import FlowReader, lines_of, order_pages, turned_piece
from oraculo_rag.informes.pdf.layout import Layout, lay_out
from oraculo_rag.informes.pdf.pieces import Piece, to_blocks
from oraculo_rag.informes.pdf.typography import measure_typography

_DAMAGED_PAGE = "Página dañada: no se pudo leer. Vuelve a exportar el informe."
_IMAGE_PAGE = "Página sin texto: imagen. Pásala por reconocimiento de texto (OCR)."
_CUT_PAGE = "La página tiene más texto del que se lee; el resto quedó fuera. Divide el informe."


def read_pdf(data: bytes, limites: Limites, plazo: Plazo) -> Contenido:
    """Return the blocks of a PDF, and a notice for each page that could not be read.

    Raises:
        InformeError: It is encrypted, damaged or without text, or took too long to begin with.
    """
    with open_document(data, limites) as document:
        total = len(document)
        layouts, notices = _read_pages(document, min(total, limites.paginas), plazo)
    if total > limites.paginas:
        motivo = (
            f"Tiene {total} páginas y se leyeron las primeras {limites.paginas}. Divide el informe."
        )
        notices.append(Aviso(motivo=motivo, pagina=limites.paginas + 1))
    if all(layout.is_blank for layout in layouts):
        raise SinTextoError
    bloques = _compose(layouts, Plazo(limites.segundos), notices)
    return Contenido(bloques=bloques, paginas=total, avisos=tuple(notices))


def _read_pages(document: Document, count: int, plazo: Plazo) -> tuple[list[Layout], list[Aviso]]:
    layouts: list[Layout] = []
    notices: list[Aviso] = []
    for number in range(1, count + 1):
        if plazo.is_over and not layouts:
            raise PlazoAgotadoError
        if plazo.is_over:
            notices.append(Aviso(motivo=PlazoAgotadoError.motivo, pagina=number))
            break
        page = document.read_page(number)
        if page is None:
            notices.append(Aviso(motivo=_DAMAGED_PAGE, pagina=number))
            continue
        if page.has_image and not page.words:
            notices.append(Aviso(motivo=_IMAGE_PAGE, pagina=number))
        if page.truncated:
            notices.append(Aviso(motivo=_CUT_PAGE, pagina=number))
        layouts.append(lay_out(page))
    return layouts, notices


def _compose(layouts: Sequence[Layout], plazo: Plazo, notices: list[Aviso]) -> list[Bloque]:
    pages = order_pages(layouts)
    columns = [lines_of(flow) for _, flows in pages for flow in flows]
    typography = measure_typography(columns)
    vocabulary = vocabulary_of(line.text for lines in columns for line in lines)
    read: list[list[Piece]] = []
    for layout, flows in pages:
        if plazo.is_over:
            notices.append(Aviso(motivo=PlazoAgotadoError.motivo, pagina=layout.page.number))
            break
        read += map(FlowReader(layout, typography, vocabulary).read, flows)
        read.append(turned_piece(layout))
    return [bloque for piece in join_flows(read, vocabulary) for bloque in to_blocks(piece)]
