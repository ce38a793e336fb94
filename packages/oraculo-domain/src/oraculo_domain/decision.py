"""What to do about a message: a pure choice over the session and its interpretation."""

from collections.abc import Callable
from dataclasses import replace

from oraculo_contracts.tipos import Fila, Fuente, TipoEntidad

from oraculo_domain import textos
from oraculo_domain.accion import Accion, Estado
from oraculo_domain.contexto import Contexto
from oraculo_domain.interpretacion import Intencion
from oraculo_domain.listados import next_page
from oraculo_domain.opciones import BUSCAR_CER, BUSCAR_SAG, MAS, MENU, row_option
from oraculo_domain.paginas import take_page
from oraculo_domain.referencias import rows_at, rows_named, target_list
from oraculo_domain.sesion import Lista, Pregunta
from oraculo_domain.turno import Turno

MAX_CANDIDATOS = 8


class Decision(Contexto):
    """Each method returns the whole outcome of one intention."""

    def run(self) -> Turno:
        """Return the next session and the commands to run."""
        return _BY_INTENTION[self.interpretacion.intencion](self)

    def menu(self) -> Turno:
        """Clear the table, whatever was on it, and show what can be asked."""
        clean = replace(
            self.sesion,
            estado=Estado.INICIO, listas=(), foco=(), pregunta=None, pendientes=(), resto="",
        )  # fmt: skip
        return self.answer(clean, Accion.PEDIR_PROBLEMA, textos.MENU, ())

    def more(self) -> Turno:
        """Show the rest of a long text, or the next page of the list."""
        if self.sesion.resto:
            return self._rest_of_text()
        lista = target_list(self.sesion, self.interpretacion)
        if lista is None:
            return self.clarify(textos.SIN_LISTA, (MENU,))
        if lista.mostradas >= len(lista.filas):
            options = tuple(
                row_option(lista, position)
                for position in range(1, min(len(lista.filas), MAX_CANDIDATOS) + 1)
            )
            return self.answer(
                self.sesion, Accion.CONVERSAR, textos.SIN_MAS, (*options, MENU), filas=lista.filas
            )
        shown, blocks = next_page(lista)
        sesion = replace(self.sesion.put(shown), estado=Estado.LISTADO)
        message = self.message(blocks)
        return self.finish(sesion, message, Accion.CONVERSAR, lista.filas)

    def choose(self) -> Turno:
        """Ask the worker for the detail of the rows pointed at."""
        lista = target_list(self.sesion, self.interpretacion)
        if lista is None:
            return self.clarify(textos.SIN_LISTA, (MENU,))
        rows = rows_at(lista, self.interpretacion.posiciones)
        if rows is None:
            return self.clarify(textos.out_of_range(len(lista.filas)), (MENU,))
        return self._detail(rows)

    def ask(self) -> Turno:
        """Send the question to the workers, unless it names what is already on the table."""
        if self.interpretacion.motivo == "contenido sin entidad":
            return self.answer(
                self.sesion,
                Accion.CONSULTA_SAG,
                textos.unknown_ingrediente(textos.shorten(self.interpretacion.texto)),
                (MENU,),
            )
        lista = self.sesion.lista
        named = rows_named(lista, self.interpretacion, self.tokens) if lista else ()
        if lista and len(named) == 1:
            return self._detail(named)
        if lista and named:
            return self._which(lista, named)
        pregunta = self._carry_over()
        return self._search(pregunta, self.interpretacion.fuente)

    def change_source(self) -> Turno:
        """Ask the question on the table of the other body of evidence."""
        fuente = self.interpretacion.fuente or Fuente.SAG
        if self.sesion.pregunta is None:
            return self.clarify(textos.SIN_PREGUNTA[fuente], (MENU,))
        return self._search(self.sesion.pregunta, fuente)

    def chat(self) -> Turno:
        """Answer a courtesy without leaving the list."""
        texto = textos.CORTESIA_CON_LISTA if self.sesion.listas else textos.CORTESIA
        return self.answer(self.sesion, Accion.CONVERSAR, texto, (MENU,))

    def silence(self) -> Turno:
        """Say that nothing could be read."""
        return self.clarify(textos.VACIO, (MENU,))

    def _carry_over(self) -> Pregunta:
        """«y en cerezo?» keeps the pest, «y el oídio?» keeps the crop of the last question."""
        asked = Pregunta(texto=self.interpretacion.texto, menciones=self.interpretacion.menciones)
        last = self.sesion.pregunta
        tokens = self.tokens(self.mensaje.mensaje)
        kinds = {mencion.tipo for mencion in asked.menciones}
        pair = {TipoEntidad.CULTIVO, TipoEntidad.PLAGA}
        if last is None or tokens[:1] != ("y",) or not kinds or not kinds <= pair:
            return asked
        kept = tuple(m for m in last.menciones if m.tipo in pair - kinds)
        return replace(asked, menciones=(*asked.menciones, *kept))

    def _search(self, pregunta: Pregunta, fuente: Fuente | None) -> Turno:
        fuentes = (fuente,) if fuente else (Fuente.CER, Fuente.SAG)
        consultas = tuple(
            self.fabrica.query(
                self.mensaje,
                cada,
                self.epoch,
                texto=pregunta.texto,
                menciones=pregunta.menciones,
            )
            for cada in fuentes
        )
        accion = Accion.CONSULTA_SAG if fuente is Fuente.SAG else Accion.CONSULTA_CER
        progress = textos.searching(pregunta.menciones, fuentes)
        sesion = replace(self.sesion, pregunta=pregunta, resto="")
        return self.send(sesion, accion, pregunta, consultas, progress)

    def _detail(self, rows: tuple[Fila, ...]) -> Turno:
        consultas = tuple(
            self.fabrica.query(
                self.mensaje,
                fuente,
                self.epoch,
                ids=tuple(fila.id for fila in rows if fila.fuente is fuente),
            )
            for fuente in dict.fromkeys(fila.fuente for fila in rows)
        )
        pregunta = Pregunta(texto=self.mensaje.mensaje)
        progress = f"Buscando el detalle de {rows[0].titulo}…"
        sesion = replace(self.sesion, resto="")
        return self.send(sesion, Accion.DETALLE, pregunta, consultas, progress)

    def _which(self, lista: Lista, rows: tuple[Fila, ...]) -> Turno:
        positions = [lista.filas.index(fila) + 1 for fila in rows[:MAX_CANDIDATOS]]
        options = tuple(row_option(lista, position) for position in positions)
        lines = [f"{p}. {lista.filas[p - 1].titulo}" for p in positions]
        return self.clarify("\n".join([textos.CUAL, *lines]), (*options, MENU), rows)

    def _rest_of_text(self) -> Turno:
        page, rest = take_page(self.sesion.resto)
        options = (MAS, MENU) if rest else (BUSCAR_SAG, BUSCAR_CER, MENU)
        sesion = replace(self.sesion, resto=rest)
        return self.answer(sesion, Accion.CONVERSAR, page, options, filas=self.sesion.foco)


_BY_INTENTION: dict[Intencion, Callable[[Decision], Turno]] = {
    Intencion.MENU: Decision.menu,
    Intencion.MAS: Decision.more,
    Intencion.ELEGIR: Decision.choose,
    Intencion.PREGUNTAR: Decision.ask,
    Intencion.CAMBIAR_FUENTE: Decision.change_source,
    Intencion.CHARLAR: Decision.chat,
    Intencion.CALLAR: Decision.silence,
    Intencion.IGNOTA: Decision.ask,
}
