"""Builds the events that a decision publishes: each id follows from its cause."""

from dataclasses import dataclass

from oraculo_contracts.eventos import (
    Bloque,
    BloqueOpciones,
    BloqueTexto,
    ConsultaRag,
    MensajeEntrante,
    MensajeSaliente,
    Opcion,
    PlazoVencido,
    Resultados,
    TipoConsulta,
    Traza,
    TurnoRegistrado,
)
from oraculo_contracts.identidad import derive_id, message_id_of
from oraculo_contracts.tipos import Fila, Fuente, Mencion

from oraculo_domain.accion import Accion

PLAZO_S = 30
"""Seconds that a question may take before the person gets an apology."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fabrica:
    """Makes events with deterministic ids. `clave` is the installation's secret key."""

    clave: bytes

    def id_of(self, mensaje: MensajeEntrante) -> str:
        """Return the id of an incoming message, which is the id of its turn."""
        return message_id_of(self.clave, mensaje)

    def query(
        self,
        mensaje: MensajeEntrante,
        fuente: Fuente,
        now: int,
        *,
        texto: str = "",
        menciones: tuple[Mencion, ...] = (),
        ids: tuple[str, ...] = (),
    ) -> ConsultaRag:
        """Return the query to one worker: about `ids` when given, else a search."""
        causa = self.id_of(mensaje)
        return ConsultaRag(
            id=derive_id(self.clave, causa=causa, tipo=f"ConsultaRag:{fuente}"),
            causa=causa,
            conversacion=mensaje.conversacion,
            fuente=fuente,
            tipo=TipoConsulta.DETALLAR if ids else TipoConsulta.BUSCAR,
            vence=now + PLAZO_S,
            texto=texto,
            menciones=menciones,
            ids=ids,
        )

    def deadline(self, mensaje: MensajeEntrante, now: int) -> PlazoVencido:
        """Return the event that ends the wait for the answers to `mensaje`."""
        causa = self.id_of(mensaje)
        return PlazoVencido(
            id=derive_id(self.clave, causa=causa, tipo="PlazoVencido"),
            causa=causa,
            conversacion=mensaje.conversacion,
            pendiente=causa,
            vence=now + PLAZO_S,
        )

    def message(
        self,
        mensaje: MensajeEntrante,
        bloques: tuple[Bloque, ...],
        now: int,
        *,
        final: bool = True,
    ) -> MensajeSaliente:
        """Return the outgoing message that answers `mensaje`; ordinal 0 is its final answer."""
        causa = self.id_of(mensaje)
        ordinal = 0 if final else 1
        return MensajeSaliente(
            id=derive_id(self.clave, causa=causa, tipo="MensajeSaliente", ordinal=ordinal),
            causa=causa,
            conversacion=mensaje.conversacion,
            en_respuesta_a=mensaje.metadata.message_id,
            timestamp=now,
            bloques=bloques,
            final=final,
        )


def blocks_of(texto: str, opciones: tuple[Opcion, ...] = ()) -> tuple[Bloque, ...]:
    """Return a text block, followed by its options when there are any."""
    text = BloqueTexto(texto=texto)
    return (text, BloqueOpciones(opciones=opciones)) if opciones else (text,)


def options_in(bloques: tuple[Bloque, ...]) -> tuple[Opcion, ...]:
    """Return the options offered by `bloques`."""
    return tuple(
        opcion
        for bloque in bloques
        if isinstance(bloque, BloqueOpciones)
        for opcion in bloque.opciones
    )


def results_of(filas: tuple[Fila, ...]) -> Resultados:
    """Return what an answer is about: all the ids of `filas`, whichever page was shown."""
    sources = {fila.fuente for fila in filas}
    fuente = "ambas" if len(sources) > 1 else next(iter(sources), None)
    return Resultados(fuente=fuente, total=len(filas), ids=tuple(fila.id for fila in filas))


def record_of(
    mensaje: MensajeEntrante,
    respuesta: MensajeSaliente,
    *,
    accion: Accion,
    motivo: str,
    filas: tuple[Fila, ...] = (),
    menciones: tuple[Mencion, ...] = (),
    consultas: tuple[dict[str, object], ...] = (),
) -> TurnoRegistrado:
    """Return the finished turn for history, with its trace."""
    traza = Traza(
        accion=accion,
        motivo=motivo,
        menciones=menciones,
        resultados=results_of(filas),
        consultas=consultas,
    )
    return TurnoRegistrado(mensaje=mensaje, respuesta=respuesta, traza=traza)
