"""What stands on every page around the text: the mark of fiction, header, footer, foot notes."""

from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable

from generador.ensayos import Ensayo
from generador.pdf.estilo import Estilo
from generador.pdf.marcado import to_paragraph

MARCA = "DOCUMENTO FICTICIO — corpus de demostración de Oráculo"
ESTACION = "Estación Experimental Pullantún (ficticia)"
_ROJO = HexColor(0xA01010)
CABECERA = 46.0
PIE = 40.0


@dataclass
class PieDeNotas:
    """The foot notes of the page that is being set; a page empties it."""

    pendientes: list[str] = field(default_factory=list[str])

    def take(self) -> list[str]:
        """Return the notes called on this page and forget them."""
        notas, self.pendientes = self.pendientes, []
        return notas


class LlamadaDeNota(Flowable):
    """Takes no room; says that the page it falls on has to carry a note."""

    def __init__(self, pie: PieDeNotas, nota: str) -> None:
        super().__init__()
        self._pie = pie
        self._nota = nota
        self.width = self.height = 0
        self.keepWithNext = 1

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 — reportlab's names
        """Return no size."""
        del aW, aH
        return 0, 0

    def draw(self) -> None:
        """Leave the note with the page."""
        self._pie.pendientes.append(self._nota)


@dataclass(frozen=True)
class Pagina:
    """Draws the frame of each page of a report."""

    ensayo: Ensayo
    estilo: Estilo
    pie: PieDeNotas

    def draw(self, lienzo: Canvas, documento: BaseDocTemplate) -> None:
        """Draw mark, header, footer and the notes called on the page."""
        lienzo.saveState()
        self._mark(lienzo)
        self._header_and_footer(lienzo, documento.page)
        self._notes(lienzo)
        lienzo.restoreState()

    def _mark(self, lienzo: Canvas) -> None:
        ancho, alto = self.estilo.pagina
        lienzo.setFillColor(_ROJO)
        lienzo.setFont(self.estilo.fuente.negrita, 8)
        lienzo.drawCentredString(ancho / 2, alto - 22, MARCA)

    def _header_and_footer(self, lienzo: Canvas, numero: int) -> None:
        estilo, (ancho, alto) = self.estilo, self.estilo.pagina
        izquierda, derecha = estilo.margen, ancho - estilo.margen
        lienzo.setFillColor(estilo.color)
        lienzo.setStrokeColor(estilo.color)
        lienzo.setLineWidth(0.5)
        lienzo.setFont(estilo.fuente.normal, 7.5)
        lienzo.drawString(izquierda, alto - 36, ESTACION)
        lienzo.drawRightString(derecha, alto - 36, f"Informe {self.ensayo.codigo}")
        lienzo.line(izquierda, alto - 40, derecha, alto - 40)
        lienzo.drawString(izquierda, 24, f"Ensayo {self.ensayo.producto} – {self.ensayo.cliente}")
        lienzo.drawRightString(derecha, 24, f"Página {numero}")

    def _notes(self, lienzo: Canvas) -> None:
        base = PIE
        for nota in reversed(self.pie.take()):
            parrafo = to_paragraph(nota, self.estilo.nota)
            _, alto = parrafo.wrap(self.estilo.ancho, PIE)
            parrafo.drawOn(lienzo, self.estilo.margen, base)
            base += alto + 1
        if base > PIE:
            lienzo.line(self.estilo.margen, base + 3, self.estilo.margen + 110, base + 3)
