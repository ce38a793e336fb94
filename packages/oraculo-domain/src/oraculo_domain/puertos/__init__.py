"""What the domain needs from the world. One short file per port, no implementation."""

from oraculo_domain.puertos.conocimiento import Conocimiento
from oraculo_domain.puertos.enlazador import Enlazador
from oraculo_domain.puertos.historial import Historial
from oraculo_domain.puertos.modelo import ModeloComprension
from oraculo_domain.puertos.reloj import Reloj
from oraculo_domain.puertos.sesiones import SesionRepository
from oraculo_domain.puertos.unidad import UnidadDeTrabajo

__all__ = [
    "Conocimiento",
    "Enlazador",
    "Historial",
    "ModeloComprension",
    "Reloj",
    "SesionRepository",
    "UnidadDeTrabajo",
]
