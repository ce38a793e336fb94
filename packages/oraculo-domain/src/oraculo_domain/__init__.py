"""The conversation of Oráculo: session, decision, commands and ports. No I/O of its own."""

from oraculo_domain.accion import Accion, Estado
from oraculo_domain.router import Entrada, Router
from oraculo_domain.servicio import ServicioConversacionOraculo
from oraculo_domain.sesion import Sesion
from oraculo_domain.turno import Comando, Turno

__all__ = [
    "Accion",
    "Comando",
    "Entrada",
    "Estado",
    "Router",
    "ServicioConversacionOraculo",
    "Sesion",
    "Turno",
]
