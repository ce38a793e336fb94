"""A conversation over fakes: messages in, scripted worker answers, final answers out."""

from dataclasses import dataclass, field

from oraculo_contracts.eventos import (
    BloqueOpciones,
    BloqueTexto,
    ConsultaRag,
    MensajeSaliente,
    PlazoVencido,
    SesionCerrada,
    TurnoRegistrado,
)
from oraculo_contracts.tipos import Fila, Fuente, TipoEntidad

from oraculo_domain import Router, ServicioConversacionOraculo, Sesion
from oraculo_domain.interpretacion import Intencion
from oraculo_domain.testing.builders import CLAVE, CONVERSACION, fila, mensaje, respuesta
from oraculo_domain.testing.fakes import (
    EnlazadorDiccionario,
    MemoriaUnidad,
    ModeloCola,
    RelojFijo,
)

NOMBRES = {
    "pulgón": TipoEntidad.PLAGA,
    "oídio": TipoEntidad.PLAGA,
    "duraznero": TipoEntidad.CULTIVO,
    "cerezo": TipoEntidad.CULTIVO,
    "abamectina": TipoEntidad.INGREDIENTE,
    "Ficticol": TipoEntidad.PRODUCTO,
    "Inventox": TipoEntidad.PRODUCTO,
    "Lapins": TipoEntidad.VARIEDAD,
    "2022-2023": TipoEntidad.TEMPORADA,
}


@dataclass
class Escena:
    """One person talking. `found` says what each body of evidence finds."""

    router: Router
    memory: MemoriaUnidad
    reloj: RelojFijo
    modelo: ModeloCola
    found: dict[Fuente, tuple[Fila, ...]] = field(default_factory=dict[Fuente, tuple[Fila, ...]])
    asked: list[ConsultaRag] = field(default_factory=list[ConsultaRag])
    _count: int = 0

    def say(self, texto: str, opcion: str | None = None) -> TurnoRegistrado:
        """Send a message, let the workers answer, and return the finished turn."""
        self._count += 1
        before = len(self.memory.comandos)
        self.router.handle(mensaje(texto, f"m{self._count}", opcion))
        self._work(before)
        return self.turns[-1]

    def say_unanswered(self, texto: str) -> list[ConsultaRag]:
        """Send a message whose queries stay on their way."""
        self._count += 1
        before = len(self.memory.comandos)
        self.router.handle(mensaje(texto, f"m{self._count}"))
        return [c for c in self.memory.comandos[before:] if isinstance(c, ConsultaRag)]

    def _work(self, before: int) -> None:
        for comando in self.memory.comandos[before:]:
            if isinstance(comando, ConsultaRag):
                self.asked.append(comando)
                rows = self.found.get(comando.fuente, ())
                if comando.ids:
                    rows = tuple(row for row in rows if row.id in comando.ids)
                text = "\n".join(f"Ficha de {row.titulo}" for row in rows)
                self.router.handle(respuesta(comando, rows, texto=text))

    @property
    def turns(self) -> list[TurnoRegistrado]:
        """Every finished turn, in order."""
        return [turn for turns in self.memory.registros.values() for turn in turns]

    @property
    def sesion(self) -> Sesion:
        """The session as saved."""
        return self.memory.sesiones[CONVERSACION]

    def sent(self, *, final: bool) -> list[MensajeSaliente]:
        """Return the outgoing messages: final answers, or signs of life."""
        return [
            c for c in self.memory.comandos if isinstance(c, MensajeSaliente) and c.final is final
        ]

    @property
    def deadlines(self) -> list[PlazoVencido]:
        """Deadlines under way."""
        return [c for c in self.memory.comandos if isinstance(c, PlazoVencido)]

    @property
    def closed(self) -> list[SesionCerrada]:
        """Sessions closed so far."""
        return [c for c in self.memory.comandos if isinstance(c, SesionCerrada)]


def text(turno: TurnoRegistrado) -> str:
    """Return the words of a turn's answer."""
    assert turno.respuesta is not None
    return "\n".join(b.texto for b in turno.respuesta.bloques if isinstance(b, BloqueTexto))


def options(turno: TurnoRegistrado) -> list[str]:
    """Return the ids of the options that a turn offers."""
    assert turno.respuesta is not None
    return [
        opcion.id
        for bloque in turno.respuesta.bloques
        if isinstance(bloque, BloqueOpciones)
        for opcion in bloque.opciones
    ]


def new_scene(*elecciones: Intencion | None) -> Escena:
    """Return a conversation that has not begun, with a model that will choose `elecciones`."""
    memory, reloj, modelo = MemoriaUnidad(), RelojFijo(), ModeloCola(*elecciones)
    servicio = ServicioConversacionOraculo(
        enlazador=EnlazadorDiccionario(NOMBRES), modelo=modelo, clave=CLAVE
    )
    router = Router(
        servicio=servicio,
        sesiones=memory,
        historial=memory,
        unidad=memory,
        reloj=reloj,
        clave=CLAVE,
    )
    return Escena(router, memory, reloj, modelo)


def rows(fuente: Fuente, count: int) -> tuple[Fila, ...]:
    """Return `count` rows of a body of evidence."""
    return tuple(fila(fuente, number) for number in range(1, count + 1))
