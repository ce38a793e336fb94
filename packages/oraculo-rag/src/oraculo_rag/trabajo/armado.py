"""What both workers share: the frame of an answer and the text search."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from oraculo_catalogo.texto import tokens
from oraculo_contracts.eventos import ConsultaRag, EstadoRespuesta, RespuestaRag
from oraculo_contracts.identidad import derive_id
from oraculo_contracts.tipos import Fila, FuenteCitada, Mencion, TipoEntidad
from oraculo_domain.palabras import RELLENO, TEMA_CER, TEMA_SAG, TODO

from oraculo_rag.indice.codificacion import encode_query, terms
from oraculo_rag.indice.coleccion import Coleccion, Filtro, Hallazgo

MAX_PARECIDOS = 20
"""Results of a text search: more would not be the most alike any more."""

MAX_FUENTES = 50
_AMBITO = {
    TipoEntidad.CULTIVO,
    TipoEntidad.VARIEDAD,
    TipoEntidad.TEMPORADA,
    TipoEntidad.EMPRESA,
}
"""Names that say where or when, and not about what."""

MAX_SIGLA = 2
"""Letters of a word that says nothing by itself: «b»."""

PUNTAJE_MINIMO = 0.35
"""Of the best result's score: below it a result shares a word by chance."""


def answer(
    consulta: ConsultaRag,
    clave: bytes,
    *,
    filas: Sequence[Fila] = (),
    texto: str = "",
    fuentes: Iterable[FuenteCitada] = (),
    avisos: Iterable[str] = (),
    completa: bool = True,
    traza: dict[str, object] | None = None,
) -> RespuestaRag:
    """Return the event that answers `consulta`; without rows its state is `VACIA`."""
    return RespuestaRag(
        id=derive_id(clave, causa=consulta.id, tipo="RespuestaRag"),
        causa=consulta.id,
        conversacion=consulta.conversacion,
        fuente=consulta.fuente,
        tipo=consulta.tipo,
        estado=EstadoRespuesta.OK if filas else EstadoRespuesta.VACIA,
        completa=completa,
        total=len(filas),
        filas=tuple(filas),
        texto=texto,
        fuentes=tuple(dict.fromkeys(fuentes))[:MAX_FUENTES],
        avisos=tuple(dict.fromkeys(avisos)),
        traza=traza or {},
    )


def refusal(consulta: ConsultaRag, clave: bytes, estado: EstadoRespuesta) -> RespuestaRag:
    """Return the event that says that `consulta` has no answer, and why."""
    return RespuestaRag(
        id=derive_id(clave, causa=consulta.id, tipo="RespuestaRag"),
        causa=consulta.id,
        conversacion=consulta.conversacion,
        fuente=consulta.fuente,
        tipo=consulta.tipo,
        estado=estado,
    )


def overdue(consulta: ConsultaRag, clave: bytes, now: datetime) -> RespuestaRag | None:
    """Return the refusal of a query whose deadline has passed, or `None` in time."""
    if now.timestamp() <= consulta.vence:
        return None
    return refusal(consulta, clave, EstadoRespuesta.VENCIDA)


def groups_of(
    menciones: Iterable[Mencion], tipos: Iterable[TipoEntidad]
) -> tuple[tuple[str, ...], ...]:
    """Return the entity ids that a record must carry: one group a kind, any of a group will do.

    Two ingredients are two conditions («con abamectina y clorantraniliprol»); two crops, pests
    or companies are one («cerezo o nectarín»).
    """
    groups: list[tuple[str, ...]] = []
    for tipo in tipos:
        ids = [mencion.ids for mencion in menciones if mencion.tipo is tipo]
        if tipo is TipoEntidad.INGREDIENTE:
            groups.extend(ids)
        elif ids:
            groups.append(tuple(dict.fromkeys(i for group in ids for i in group)))
    return tuple(groups)


def subject_words(consulta: ConsultaRag) -> str:
    """Return the words of a question that must be searched for, because no name says it all.

    «Pulgón en duraznero» is said by its names. «Romper dormancia en cerezo» names a crop only:
    its subject is in its other words. A question for all of something has no other words.
    """
    if any(mencion.tipo not in _AMBITO for mencion in consulta.menciones):
        return ""
    named = {word for mencion in consulta.menciones for word in tokens(mencion.texto)}
    ordinary = RELLENO | TEMA_CER | TEMA_SAG | TODO | named
    return " ".join(word for word in tokens(consulta.texto) if word not in ordinary)


def search_text(coleccion: Coleccion, texto: str, filtro: Filtro) -> list[Hallazgo]:
    """Return what best matches the words of `texto`; empty when no result shares enough of them.

    A result counts when it holds at least half of the words that carry meaning and is not far
    behind the best one.
    """
    wanted = set(terms(texto))
    found = coleccion.search(encode_query(texto), filtro, MAX_PARECIDOS)
    if not found or not any(len(word) > MAX_SIGLA for word in wanted):
        return []
    floor = found[0].puntaje * PUNTAJE_MINIMO
    needed = (len(wanted) + 1) // 2
    return [h for h in found if h.puntaje >= floor and _shared(h, wanted) >= needed]


def _shared(hallazgo: Hallazgo, wanted: set[str]) -> int:
    words = set(terms(" ".join(_strings(hallazgo.payload))))
    return len(wanted & words)


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():  # pyright: ignore[reportUnknownVariableType]
            yield from _strings(inner)  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, list):
        for inner in value:  # pyright: ignore[reportUnknownVariableType]
            yield from _strings(inner)  # pyright: ignore[reportUnknownArgumentType]


def is_question(texto: str) -> bool:
    """Return whether there is anything to search by."""
    return bool(tokens(texto))
