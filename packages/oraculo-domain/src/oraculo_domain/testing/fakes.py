"""In-memory adapters. They pass the same suites as the real ones."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from oraculo_contracts.eventos import TurnoRegistrado
from oraculo_contracts.tipos import Conversacion, Mencion, TipoEntidad

from oraculo_domain.errores import ConflictoVersionError
from oraculo_domain.interpretacion import Intencion
from oraculo_domain.sesion import Sesion
from oraculo_domain.turno import Comando, Turno


class RelojFijo:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.instante = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the instant that the test is at."""
        return self.instante

    def advance(self, **lapso: float) -> None:
        """Move on by a `timedelta`'s arguments."""
        self.instante += timedelta(**lapso)


class EnlazadorDiccionario:
    """Links exactly the names it is given, anywhere in a text."""

    def __init__(self, nombres: Mapping[str, TipoEntidad]) -> None:
        self._nombres = {" ".join(self.tokens(nombre)): tipo for nombre, tipo in nombres.items()}

    def tokens(self, texto: str) -> tuple[str, ...]:
        """Return the folded words of `texto`."""
        plain = unicodedata.normalize("NFKD", texto).encode("ascii", "ignore").decode().lower()
        return tuple(re.findall(r"[a-z0-9]+", plain))

    def link(self, texto: str) -> tuple[Mencion, ...]:
        """Return a mention for each known name in `texto`, in order."""
        phrase = f" {' '.join(self.tokens(texto))} "
        found = [
            (phrase.index(f" {name} "), name, kind)
            for name, kind in self._nombres.items()
            if f" {name} " in phrase
        ]
        return tuple(_mencion(name, kind, at) for at, name, kind in sorted(found))

    def link_as(self, texto: str, tipo: TipoEntidad) -> Mencion | None:
        """Return the first mention of type `tipo` in `texto`."""
        return next((m for m in self.link(texto) if m.tipo is tipo), None)


def _mencion(name: str, kind: TipoEntidad, at: int) -> Mencion:
    return Mencion(
        tipo=kind,
        nombre=name,
        ids=(f"{kind}:{name}",),
        texto=name,
        inicio=at,
        fin=at + len(name),
        confianza=1.0,
    )


class ModeloCola:
    """A model whose answers are queued beforehand, and which remembers what it was asked."""

    def __init__(self, *respuestas: Intencion | None) -> None:
        self._respuestas = list(respuestas)
        self.preguntas: list[str] = []

    def choose(self, texto: str, intenciones: Sequence[Intencion]) -> Intencion | None:
        """Return the next queued answer, and `None` when the queue is empty."""
        assert intenciones
        self.preguntas.append(texto)
        return self._respuestas.pop(0) if self._respuestas else None


class MemoriaUnidad:
    """Sessions, history and outgoing commands in dictionaries: one adapter for three ports."""

    def __init__(self) -> None:
        self.sesiones: dict[Conversacion, Sesion] = {}
        self.registros: dict[str, list[TurnoRegistrado]] = {}
        self.comandos: list[Comando] = []
        self._vistos: set[str] = set()

    def load(self, conversacion: Conversacion) -> Sesion | None:
        """Return the stored session."""
        return self.sesiones.get(conversacion)

    def turnos(self, session_id: str) -> Sequence[TurnoRegistrado]:
        """Return the finished turns of a session."""
        return list(self.registros.get(session_id, ()))

    def seen(self, entrada_id: str) -> bool:
        """Return whether this input was committed."""
        return entrada_id in self._vistos

    def commit(self, entrada_id: str, turno: Turno) -> None:
        """Save the whole turn, unless its input is already seen."""
        if self.seen(entrada_id):
            return
        stored = self.sesiones.get(turno.sesion.conversacion)
        if (stored.version if stored else 0) != turno.sesion.version:
            raise ConflictoVersionError(turno.sesion.session_id)
        grown = replace(turno.sesion, version=turno.sesion.version + 1)
        self.sesiones[grown.conversacion] = grown
        self.registros.setdefault(grown.session_id, []).extend(turno.registros)
        self.comandos.extend(turno.comandos)
        self._vistos.add(entrada_id)
