"""The queues of the one-machine bus, named as their counterparts on AWS."""

from datetime import UTC, datetime

from oraculo_contracts.eventos import ConsultaRag, MensajeSaliente, PlazoVencido, RespuestaRag

ENTRADA = "entrada-conversacion"
RESPUESTAS = "respuestas-rag"
PLAZOS = "plazos"
RAG = "rag-"
SALIDA = "salida-"
MUERTAS = "cartas-muertas"

EN_CURSO = (RESPUESTAS, "rag-cer", "rag-sag", PLAZOS)
"""Turns under way: the pump ends them before it begins another. Channels drain what goes out."""


def route(evento: ConsultaRag | RespuestaRag | MensajeSaliente | PlazoVencido) -> tuple[str, float]:
    """Return the queue of an event, and the seconds it waits there before it is due."""
    match evento:
        case ConsultaRag():
            return f"{RAG}{evento.fuente}", 0
        case RespuestaRag():
            return RESPUESTAS, 0
        case MensajeSaliente():
            return f"{SALIDA}{evento.conversacion.canal}", 0
        case PlazoVencido():
            return PLAZOS, max(0.0, evento.vence - datetime.now(UTC).timestamp())
