"""What every decision about a message shares: its inputs, and the ways in which a turn ends."""

from dataclasses import dataclass, replace
from datetime import datetime

from oraculo_contracts.eventos import Bloque, ConsultaRag, MensajeEntrante, MensajeSaliente, Opcion
from oraculo_contracts.tipos import Fila

from oraculo_domain.accion import Accion, Estado
from oraculo_domain.interpretacion import Interpretacion
from oraculo_domain.referencias import Tokens
from oraculo_domain.respuesta import Fabrica, blocks_of, options_in, record_of
from oraculo_domain.sesion import Pendiente, Pregunta, Sesion
from oraculo_domain.turno import Turno


@dataclass(frozen=True, slots=True, kw_only=True)
class Contexto:
    """One message being decided."""

    sesion: Sesion
    mensaje: MensajeEntrante
    interpretacion: Interpretacion
    now: datetime
    fabrica: Fabrica
    tokens: Tokens

    def send(
        self,
        sesion: Sesion,
        accion: Accion,
        pregunta: Pregunta,
        consultas: tuple[ConsultaRag, ...],
        progress: str,
    ) -> Turno:
        """Return the turn that leaves a question pending: sign of life, queries and deadline."""
        pendiente = Pendiente(
            id=self.fabrica.id_of(self.mensaje),
            accion=accion,
            motivo=self.interpretacion.motivo,
            mensaje=self.mensaje,
            pregunta=pregunta,
            consultas=consultas,
            vence=consultas[0].vence,
        )
        life = self.fabrica.message(self.mensaje, blocks_of(progress), self.epoch, final=False)
        deadline = self.fabrica.deadline(self.mensaje, self.epoch)
        return Turno(
            sesion=replace(sesion, pendientes=(*sesion.pendientes, pendiente)),
            comandos=(life, *consultas, deadline),
        )

    def clarify(
        self, texto: str, options: tuple[Opcion, ...], filas: tuple[Fila, ...] = ()
    ) -> Turno:
        """Return one concrete question back to the person."""
        sesion = replace(self.sesion, estado=Estado.ACLARACION)
        return self.answer(sesion, Accion.ACLARAR, texto, options, filas=filas)

    def answer(
        self,
        sesion: Sesion,
        accion: Accion,
        texto: str,
        options: tuple[Opcion, ...],
        *,
        filas: tuple[Fila, ...] = (),
    ) -> Turno:
        """Return the turn that answers at once with a text."""
        return self.finish(sesion, self.message(blocks_of(texto, options)), accion, filas)

    def finish(
        self, sesion: Sesion, message: MensajeSaliente, accion: Accion, filas: tuple[Fila, ...]
    ) -> Turno:
        """Return the turn that `message` ends, with its record for history."""
        record = record_of(
            self.mensaje,
            message,
            accion=accion,
            motivo=self.interpretacion.motivo,
            filas=filas,
            menciones=self.interpretacion.menciones,
        )
        offered = replace(sesion, opciones=options_in(message.bloques))
        return Turno(sesion=offered, comandos=(message,), registros=(record,))

    def message(self, blocks: tuple[Bloque, ...]) -> MensajeSaliente:
        """Return the final message made of `blocks`."""
        return self.fabrica.message(self.mensaje, blocks, self.epoch)

    @property
    def epoch(self) -> int:
        """Seconds since 1970 of the instant of the decision."""
        return int(self.now.timestamp())
