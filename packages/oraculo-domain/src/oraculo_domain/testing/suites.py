"""What any adapter of the storage ports must do. Inherit, and provide `almacen`."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from oraculo_contracts.tipos import Fuente

from oraculo_domain.accion import Accion, Estado
from oraculo_domain.errores import ConflictoVersionError
from oraculo_domain.puertos import Historial, SesionRepository, UnidadDeTrabajo
from oraculo_domain.respuesta import Fabrica, blocks_of, record_of
from oraculo_domain.sesion import Lista, Pregunta, Sesion
from oraculo_domain.testing.builders import CLAVE, CONVERSACION, fila, mensaje
from oraculo_domain.turno import Turno

_NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Almacen:
    """The storage ports of one runtime, over one store."""

    sesiones: SesionRepository
    historial: Historial
    unidad: UnidadDeTrabajo


class AlmacenSuite(ABC):
    """A turn is saved whole, once, and only over the session that it started from."""

    @abstractmethod
    def almacen(self) -> Almacen:
        """Return an empty store."""

    def test_a_conversation_without_a_session_has_none(self) -> None:
        """Loading what was never saved is not a failure."""
        assert self.almacen().sesiones.load(CONVERSACION) is None

    def test_a_saved_session_comes_back_equal_with_the_next_version(self) -> None:
        """Every field survives the store."""
        store = self.almacen()
        turno = _turno()
        store.unidad.commit("e1", turno)
        assert store.sesiones.load(CONVERSACION) == replace(turno.sesion, version=1)

    def test_a_finished_turn_is_in_history(self) -> None:
        """History is written by the same commit."""
        store = self.almacen()
        turno = _turno()
        store.unidad.commit("e1", turno)
        assert list(store.historial.turnos(turno.sesion.session_id)) == list(turno.registros)

    def test_history_of_an_unknown_session_is_empty(self) -> None:
        """Nothing was said there."""
        assert list(self.almacen().historial.turnos("nunca")) == []

    def test_an_input_is_seen_after_its_commit_only(self) -> None:
        """What is seen is never decided again."""
        store = self.almacen()
        assert not store.unidad.seen("e1")
        store.unidad.commit("e1", _turno())
        assert store.unidad.seen("e1")

    def test_committing_the_same_input_twice_changes_nothing(self) -> None:
        """A redelivery repeats neither the session nor history."""
        store = self.almacen()
        turno = _turno()
        store.unidad.commit("e1", turno)
        store.unidad.commit("e1", turno)
        saved = store.sesiones.load(CONVERSACION)
        assert saved is not None
        assert saved.version == 1
        assert len(store.historial.turnos(turno.sesion.session_id)) == 1

    def test_a_turn_over_an_old_session_conflicts_and_saves_nothing(self) -> None:
        """Two turns of one conversation cannot both win."""
        store = self.almacen()
        store.unidad.commit("e1", _turno())
        try:
            store.unidad.commit("e2", _turno())
        except ConflictoVersionError as error:
            conflict = error
        else:
            raise AssertionError("the second commit won")
        assert conflict.retryable
        assert not store.unidad.seen("e2")


def _turno() -> Turno:
    fabrica = Fabrica(clave=CLAVE)
    entrante = mensaje("todos los ensayos")
    saliente = fabrica.message(entrante, blocks_of("Listo."), int(_NOW.timestamp()))
    rows = (fila(Fuente.CER, 1), fila(Fuente.SAG, 2))
    lista = Lista(
        id="L1",
        accion=Accion.CONSULTA_CER,
        pregunta=Pregunta(texto="todos los ensayos"),
        filas=rows,
        completa=True,
    )
    sesion = replace(
        Sesion.start(CONVERSACION, "20261124T120000Z-abc", _NOW),
        estado=Estado.LISTADO,
        listas=(lista,),
        resto="queda más",
    )
    record = record_of(entrante, saliente, accion=Accion.CONSULTA_CER, motivo="prueba", filas=rows)
    return Turno(sesion=sesion, comandos=(saliente,), registros=(record,))
