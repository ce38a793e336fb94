"""The outcome of one input of the router, as data: nothing has happened yet."""

from dataclasses import dataclass

from oraculo_contracts.eventos import (
    ConsultaRag,
    MensajeSaliente,
    PlazoVencido,
    SesionCerrada,
    TurnoRegistrado,
)

from oraculo_domain.sesion import Sesion

Comando = ConsultaRag | MensajeSaliente | PlazoVencido | SesionCerrada
"""What the router can ask of the world: the events that it publishes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turno:
    """The next session, the commands to run, and the finished turn for history, if one ended."""

    sesion: Sesion
    comandos: tuple[Comando, ...] = ()
    registros: tuple[TurnoRegistrado, ...] = ()
