"""The events of Oráculo, version 1. Unknown fields are ignored; new fields have defaults.

A field that holds its default is not written, so that the seed's body travels as it is.
"""

from oraculo_contracts.consulta import ConsultaRag, TipoConsulta
from oraculo_contracts.entrante import MensajeEntrante, Metadata, TipoContenido
from oraculo_contracts.plazo import PlazoVencido
from oraculo_contracts.respuesta import EstadoRespuesta, RespuestaRag
from oraculo_contracts.saliente import (
    Bloque,
    BloqueArchivo,
    BloqueFuentes,
    BloqueOpciones,
    BloqueTexto,
    MensajeSaliente,
    Opcion,
)
from oraculo_contracts.sesion import (
    MotivoCierre,
    Resultados,
    SesionCerrada,
    Traza,
    TurnoRegistrado,
)

__all__ = [
    "Bloque",
    "BloqueArchivo",
    "BloqueFuentes",
    "BloqueOpciones",
    "BloqueTexto",
    "ConsultaRag",
    "EstadoRespuesta",
    "Evento",
    "MensajeEntrante",
    "MensajeSaliente",
    "Metadata",
    "MotivoCierre",
    "Opcion",
    "PlazoVencido",
    "RespuestaRag",
    "Resultados",
    "SesionCerrada",
    "TipoConsulta",
    "TipoContenido",
    "Traza",
    "TurnoRegistrado",
]

Evento = (
    MensajeEntrante | ConsultaRag | RespuestaRag | MensajeSaliente | PlazoVencido | SesionCerrada
)
