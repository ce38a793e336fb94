"""One process doing what queues and functions do on AWS: the same events, the same handlers."""

import time
from collections import defaultdict
from collections.abc import Callable, Mapping

from oraculo_contracts.codec import decode, encode
from oraculo_contracts.errors import ContratoInvalidoError
from oraculo_contracts.eventos import (
    ConsultaRag,
    EstadoRespuesta,
    MensajeEntrante,
    MensajeSaliente,
    PlazoVencido,
    RespuestaRag,
    TurnoRegistrado,
)
from oraculo_contracts.identidad import group_of, message_id_of
from oraculo_contracts.tipos import Conversacion, Fuente
from oraculo_domain import Router
from oraculo_domain.errores import ConflictoVersionError
from oraculo_domain.puertos import Conocimiento
from oraculo_rag.errores import RagError
from oraculo_rag.trabajo.armado import refusal

from oraculo_local import colas
from oraculo_local.sqlite import Cola, Recibo, SqliteHistorial

REINTENTO_S = 0.05
"""How long a turn waits that lost the race for its session to another process."""

Progreso = Callable[[MensajeSaliente], None]


class Maquina:
    """Accepts messages durably and pumps them through router and workers.

    Args:
        cola: The bus.
        router: The router's turn.
        conocimientos: The worker of each body of evidence.
        historial: Finished turns.
        clave: The installation's key.
    """

    def __init__(
        self,
        *,
        cola: Cola,
        router: Router,
        conocimientos: Mapping[Fuente, Conocimiento],
        historial: SqliteHistorial,
        clave: bytes,
    ) -> None:
        self._cola = cola
        self._router = router
        self._conocimientos = conocimientos
        self._historial = historial
        self._clave = clave
        self._tiempos: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def accept(self, mensaje: MensajeEntrante) -> str:
        """Put a message on the bus and return the id of its turn. From here on it is kept."""
        turno = message_id_of(self._clave, mensaje)
        grupo = group_of(self._clave, mensaje.conversacion)
        self._cola.publish(
            colas.ENTRADA, grupo, tipo="MensajeEntrante", evento_id=turno, cuerpo=encode(mensaje)
        )
        self._tiempos[turno]["inicio"] = time.perf_counter()
        return turno

    def pump(self) -> None:
        """Work until nothing is due."""
        while (recibo := self._next()) is not None:
            try:
                self._handle(recibo)
            except ConflictoVersionError:
                self._cola.release(recibo, REINTENTO_S)
                time.sleep(REINTENTO_S)
            except ContratoInvalidoError:
                self._cola.move(recibo, colas.MUERTAS)
            else:
                self._cola.acknowledge(recibo)

    def _next(self) -> Recibo | None:
        """A turn under way ends before the next message is read, so that «2» finds its list."""
        return self._cola.lease(colas.EN_CURSO) or self._cola.lease((colas.ENTRADA,))

    def deliver(self, conversacion: Conversacion, show: Progreso) -> None:
        """Hand every outgoing message of a conversation to `show`, in order, once each."""
        grupo = group_of(self._clave, conversacion)
        name = f"{colas.SALIDA}{conversacion.canal}"
        while (recibo := self._cola.lease((name,), grupo)) is not None:
            show(decode(recibo.cuerpo, MensajeSaliente))
            self._cola.acknowledge(recibo)

    def turno(self, turno_id: str) -> TurnoRegistrado | None:
        """Return a finished turn."""
        return self._historial.turno(turno_id)

    def close_times(self, turno_id: str) -> dict[str, float]:
        """Return how long each part of a turn took, in milliseconds, and keep it with the turn."""
        times = self._tiempos.pop(turno_id, {})
        start = times.pop("inicio", None)
        total = sum(times.values()) if start is None else (time.perf_counter() - start) * 1000
        rounded = {"total": round(total, 3)} | {k: round(v, 3) for k, v in times.items()}
        self._historial.save_times(turno_id, rounded)
        return rounded

    def _handle(self, recibo: Recibo) -> None:
        start = time.perf_counter()
        match recibo.tipo:
            case "MensajeEntrante":
                self._router.handle(decode(recibo.cuerpo, MensajeEntrante))
                turno, part = recibo.id, "router"
            case "ConsultaRag":
                consulta = decode(recibo.cuerpo, ConsultaRag)
                self._work(consulta)
                turno, part = consulta.causa, f"busqueda_{consulta.fuente}"
            case "RespuestaRag":
                self._router.handle(decode(recibo.cuerpo, RespuestaRag))
                turno, part = "", ""
            case _:
                self._router.handle(decode(recibo.cuerpo, PlazoVencido))
                turno, part = "", ""
        if turno:
            self._tiempos[turno][part] = (time.perf_counter() - start) * 1000

    def _work(self, consulta: ConsultaRag) -> None:
        try:
            respuesta = self._conocimientos[consulta.fuente].resolve(consulta)
        except RagError:
            respuesta = refusal(consulta, self._clave, EstadoRespuesta.FALLIDA)
        name, delay_s = colas.route(respuesta)
        grupo = group_of(self._clave, consulta.conversacion)
        self._cola.publish(
            name,
            grupo,
            tipo="RespuestaRag",
            evento_id=respuesta.id,
            cuerpo=encode(respuesta),
            espera_s=delay_s,
        )
