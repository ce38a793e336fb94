"""Sets the parts of a report one after another, counting sections, tables and figures."""

from dataclasses import dataclass, field

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table

from generador.ensayos import Ensayo, Grafico, Tabla
from generador.pdf.estilo import Estilo
from generador.pdf.graficos import draw_chart
from generador.pdf.marcado import LLAMADA, to_paragraph
from generador.pdf.paginas import LlamadaDeNota, PieDeNotas
from generador.prosa import Prosa


@dataclass
class Redaccion:
    """A report being written. Each method adds to `historia`."""

    ensayo: Ensayo
    estilo: Estilo
    prosa: Prosa
    pie: PieDeNotas
    historia: list[Flowable] = field(default_factory=list[Flowable])
    _seccion: int = 0
    _apartado: int = 0

    def section(self, titulo: str, *, sitio: int = 6) -> None:
        """Add the heading of the next section; it goes on if fewer than `sitio` lines are left."""
        self._seccion += 1
        self._apartado = 0
        texto = self.estilo.heading(self._seccion, titulo)
        self.historia.append(CondPageBreak(self.estilo.texto.leading * sitio))
        self.historia.append(to_paragraph(texto, self.estilo.seccion))

    def part(self, titulo: str) -> None:
        """Add the heading of the next part of the section, unless it would end the column."""
        self._apartado += 1
        texto = self.estilo.subheading(self._seccion, self._apartado, titulo)
        self.historia.append(CondPageBreak(self.estilo.texto.leading * 5))
        self.historia.append(to_paragraph(texto, self.estilo.apartado))

    def text(self, texto: str) -> None:
        """Add the paragraphs of `texto`, which empty lines separate, and the notes they call."""
        for parrafo in texto.strip().split("\n\n"):
            lleno = self.prosa.fill(parrafo)
            for llamada in LLAMADA.findall(lleno):
                nota = f"[^{llamada}] {self.ensayo.notas[int(llamada) - 1]}"
                self.historia.append(LlamadaDeNota(self.pie, nota))
            self.historia.append(
                to_paragraph(lleno, self.estilo.texto, guiones=self.estilo.guiones)
            )

    def items(self, textos: list[str], *, numeradas: bool = False) -> None:
        """Add a list."""
        for orden, texto in enumerate(textos, start=1):
            marca = f"{orden}." if numeradas else "•"
            parrafo = to_paragraph(
                self.prosa.fill(texto), self.estilo.vineta, guiones=self.estilo.guiones
            )
            parrafo.bulletText = marca
            self.historia.append(parrafo)

    def table(self, clave: str, titulo: str, tabla: Table, nota: str = "") -> None:
        """Add a table below its caption; it may cross a page only when it has to."""
        leyenda = to_paragraph(f"{self.prosa.rotulos[clave]}. {titulo}", self.estilo.leyenda)
        partes: list[Flowable] = [leyenda, tabla]
        if nota:
            partes.append(to_paragraph(nota, self.estilo.nota))
        else:
            partes.append(Spacer(1, self.estilo.cuerpo))
        self.historia.append(KeepTogether(partes))

    def long_table(self, clave: str, titulo: str, tabla: Table) -> None:
        """Add a table that begins here and goes on after the page break."""
        leyenda = to_paragraph(f"{self.prosa.rotulos[clave]}. {titulo}", self.estilo.leyenda)
        leyenda.keepWithNext = 0
        self.historia += [leyenda, tabla]

    def chart(self, grafico: Grafico, tabla: Tabla) -> None:
        """Add a chart above its caption."""
        rotulo = self.prosa.rotulos[f"#{tabla.clave}"]
        leyenda = to_paragraph(f"{rotulo}. {grafico.titulo}", self.estilo.leyenda)
        leyenda.keepWithNext = 0
        self.historia.append(
            KeepTogether([draw_chart(grafico, tabla, self.estilo), leyenda, Spacer(1, 6)])
        )
