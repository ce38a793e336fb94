"""What to do about a worker's answer or a deadline: pure, like every decision."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from oraculo_contracts.eventos import (
    Bloque,
    BloqueFuentes,
    BloqueOpciones,
    BloqueTexto,
    EstadoRespuesta,
    Opcion,
    RespuestaRag,
)
from oraculo_contracts.tipos import Fila, Fuente, FuenteCitada

from oraculo_domain import textos
from oraculo_domain.accion import Accion, Estado
from oraculo_domain.listados import next_page
from oraculo_domain.opciones import BUSCAR_CER, BUSCAR_SAG, MAS, MENU, REINTENTAR
from oraculo_domain.paginas import take_page
from oraculo_domain.respuesta import Fabrica, blocks_of, options_in, record_of
from oraculo_domain.sesion import Lista, Pendiente, Sesion
from oraculo_domain.turno import Turno

_FAILED = {EstadoRespuesta.FALLIDA, EstadoRespuesta.VENCIDA}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recepcion:
    """A question whose answers are all here, or whose time is over."""

    sesion: Sesion
    pendiente: Pendiente
    now: datetime
    fabrica: Fabrica

    def conclude(self) -> Turno:
        """Return the one final answer to the question."""
        answers = self.pendiente.recibidas
        rows = tuple(fila for respuesta in answers for fila in respuesta.filas)
        if any(respuesta.estado in _FAILED for respuesta in answers):
            return self.apologise(textos.FALLA)
        if not rows:
            return self._nothing()
        if self.pendiente.accion is Accion.DETALLE or len(rows) == 1:
            return self._detail(rows)
        return self._list(rows)

    def apologise(self, texto: str) -> Turno:
        """Return an honest apology with a way to try again."""
        blocks = blocks_of(texto, (REINTENTAR, MENU))
        return self._finish(self.sesion, blocks, self.pendiente.accion, ())

    def _nothing(self) -> Turno:
        searched = [consulta.fuente for consulta in self.pendiente.consultas]
        pregunta = self.pendiente.pregunta
        accion = self.pendiente.accion if pregunta.menciones else Accion.ACLARAR
        notes = _unique(aviso for r in self.pendiente.recibidas for aviso in r.avisos)
        texto = "\n".join([textos.not_found(pregunta.menciones, searched, pregunta.texto), *notes])
        blocks = blocks_of(texto, (*_other_sources(searched), MENU))
        return self._finish(replace(self.sesion, estado=Estado.INICIO), blocks, accion, ())

    def _detail(self, rows: tuple[Fila, ...]) -> Turno:
        answers = self.pendiente.recibidas
        understood = textos.understood(self.pendiente.pregunta.menciones)
        texto = "\n\n".join(part for part in (understood, *(r.texto for r in answers)) if part)
        page, rest = take_page(texto)
        searched = list(dict.fromkeys(fila.fuente for fila in rows))
        options = ((MAS,) if rest else ()) + (*_other_sources(searched), MENU)
        blocks = (
            BloqueTexto(texto=page),
            *_sources(fuente for respuesta in answers for fuente in respuesta.fuentes),
            BloqueOpciones(opciones=options),
        )
        sesion = replace(self.sesion, estado=Estado.DETALLE, foco=rows, resto=rest)
        return self._finish(sesion, blocks, self._action(rows), rows)

    def _list(self, rows: tuple[Fila, ...]) -> Turno:
        answers = self.pendiente.recibidas
        number = self.sesion.contador_listas + 1
        lista = Lista(
            id=f"L{number}",
            accion=self._action(rows),
            pregunta=self.pendiente.pregunta,
            filas=rows,
            completa=all(r.completa for r in answers if r.filas),
            avisos=_unique(aviso for r in answers if r.filas for aviso in r.avisos),
        )
        shown, blocks = next_page(lista)
        sesion = replace(
            self.sesion.put(shown), estado=Estado.LISTADO, contador_listas=number, foco=()
        )
        return self._finish(sesion, blocks, lista.accion, rows)

    def _action(self, rows: tuple[Fila, ...]) -> Accion:
        """A question asked of both is named by where its answer comes from first."""
        if self.pendiente.accion is Accion.DETALLE:
            return Accion.DETALLE
        ensayos = any(fila.fuente is Fuente.CER for fila in rows)
        return Accion.CONSULTA_CER if ensayos else Accion.CONSULTA_SAG

    def _finish(
        self, sesion: Sesion, blocks: tuple[Bloque, ...], accion: Accion, rows: tuple[Fila, ...]
    ) -> Turno:
        message = self.fabrica.message(self.pendiente.mensaje, blocks, int(self.now.timestamp()))
        record = record_of(
            self.pendiente.mensaje,
            message,
            accion=accion,
            motivo=self.pendiente.motivo,
            filas=rows,
            menciones=self.pendiente.pregunta.menciones,
            consultas=tuple(r.traza for r in self.pendiente.recibidas),
        )
        rest = tuple(p for p in sesion.pendientes if p.id != self.pendiente.id)
        next_session = replace(sesion, pendientes=rest, opciones=options_in(blocks))
        return Turno(sesion=next_session, comandos=(message,), registros=(record,))


def _unique(avisos: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(avisos))


def _sources(fuentes: Iterable[FuenteCitada]) -> tuple[BloqueFuentes, ...]:
    cited = tuple(dict.fromkeys(fuentes))
    return (BloqueFuentes(fuentes=cited),) if cited else ()


def _other_sources(searched: list[Fuente]) -> tuple[Opcion, ...]:
    if searched == [Fuente.CER]:
        return (BUSCAR_SAG,)
    return (BUSCAR_CER,) if searched == [Fuente.SAG] else ()


def receive(sesion: Sesion, respuesta: RespuestaRag, now: datetime, fabrica: Fabrica) -> Turno:
    """Return what changes with a worker's answer: nothing visible until all parts are here.

    An answer that nobody waits for any more (cancelled, repeated, past its deadline) changes
    nothing.
    """
    pendiente = next((p for p in sesion.pendientes if p.awaits(respuesta)), None)
    if pendiente is None:
        return Turno(sesion=sesion)
    grown = pendiente.receive(respuesta)
    if grown.completo:
        ordered = replace(grown, recibidas=_in_order(grown))
        return Recepcion(sesion=sesion, pendiente=ordered, now=now, fabrica=fabrica).conclude()
    others = tuple(grown if p.id == grown.id else p for p in sesion.pendientes)
    return Turno(sesion=replace(sesion, pendientes=others))


def time_out(sesion: Sesion, pendiente_id: str, now: datetime, fabrica: Fabrica) -> Turno:
    """Return the apology for a question whose time is over; nothing if it was answered."""
    pendiente = next((p for p in sesion.pendientes if p.id == pendiente_id), None)
    if pendiente is None:
        return Turno(sesion=sesion)
    reception = Recepcion(sesion=sesion, pendiente=pendiente, now=now, fabrica=fabrica)
    return reception.apologise(textos.PLAZO)


def _in_order(pendiente: Pendiente) -> tuple[RespuestaRag, ...]:
    """Whichever worker answers first, the answer reads the same."""
    order = {consulta.id: index for index, consulta in enumerate(pendiente.consultas)}
    return tuple(sorted(pendiente.recibidas, key=lambda respuesta: order[respuesta.causa]))
