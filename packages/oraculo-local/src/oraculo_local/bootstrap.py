"""The composition root: the only module that knows both the ports and their adapters here."""

from dataclasses import dataclass
from pathlib import Path

from oraculo_contracts.tipos import Fuente
from oraculo_domain import Router, ServicioConversacionOraculo
from oraculo_domain.puertos import Reloj
from oraculo_domain.sin_modelo import SinModelo
from oraculo_rag.almacen.abierto import ConocimientoAbierto
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.construccion import Avance
from oraculo_rag.trabajo.cer import ConocimientoCer
from oraculo_rag.trabajo.sag import ConocimientoSag

from oraculo_local.demostracion import ensure_demo
from oraculo_local.maquina import Maquina
from oraculo_local.reloj import RelojSistema
from oraculo_local.rutas import Rutas
from oraculo_local.sqlite import (
    Cola,
    SqliteHistorial,
    SqliteSesiones,
    SqliteUnidad,
    open_database,
)
from oraculo_local.sqlite.base import installation_key


@dataclass(frozen=True, slots=True)
class Oraculo:
    """What the commands talk to."""

    maquina: Maquina
    conocimiento: ConocimientoAbierto


def knowledge_path(rutas: Rutas, avance: Avance) -> Path:
    """Return the folder of what was loaded, or of the demonstration corpus when nothing was."""
    if CarpetaConocimiento(rutas.conocimiento).current() is not None:
        return rutas.conocimiento
    ensure_demo(rutas.demostracion, avance)
    return rutas.demostracion


def build(
    rutas: Rutas,
    avance: Avance = lambda _etapa, _hechos, _total: None,
    reloj: Reloj | None = None,
) -> Oraculo:
    """Wire the runtime over a data folder, and take back what a dead process left in work."""
    clock = reloj or RelojSistema()
    connection = open_database(rutas.base)
    clave = installation_key(connection)
    cola = Cola(connection)
    cola.reclaim()
    historial = SqliteHistorial(connection)
    conocimiento = ConocimientoAbierto(knowledge_path(rutas, avance))
    router = Router(
        servicio=ServicioConversacionOraculo(
            enlazador=conocimiento, modelo=SinModelo(), clave=clave
        ),
        sesiones=SqliteSesiones(connection, clave),
        historial=historial,
        unidad=SqliteUnidad(connection, cola, clave),
        reloj=clock,
        clave=clave,
    )
    maquina = Maquina(
        cola=cola,
        router=router,
        conocimientos={
            Fuente.CER: ConocimientoCer(conocimiento, clock, clave),
            Fuente.SAG: ConocimientoSag(conocimiento, clock, clave),
        },
        historial=historial,
        clave=clave,
    )
    return Oraculo(maquina, conocimiento)
