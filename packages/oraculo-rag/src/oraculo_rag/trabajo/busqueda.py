"""Search as such, without a conversation: the best passages and labels for a text."""

from collections.abc import Sequence

import msgspec
from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculo_contracts.tipos import Fuente, Mencion, TipoEntidad

from oraculo_rag.almacen.abierto import ConocimientoAbierto, VersionAbierta
from oraculo_rag.indice.codificacion import encode_query
from oraculo_rag.indice.coleccion import Coleccion, Filtro, Hallazgo
from oraculo_rag.informes.modelo import Pasaje
from oraculo_rag.trabajo.armado import groups_of
from oraculo_rag.trabajo.plantilla_cer import name_of

MAX_RESULTADOS = 20
_TIPOS = {Fuente.CER: ("pasaje", "ensayo"), Fuente.SAG: ("etiqueta",)}
"""A trial stands for itself only where its report was not read."""
_CONOCE = {
    Fuente.CER: frozenset(TipoEntidad) - {TipoEntidad.INGREDIENTE},
    Fuente.SAG: frozenset(TipoEntidad) - {TipoEntidad.TEMPORADA, TipoEntidad.VARIEDAD},
}
"""Kinds of entity that each body of evidence can carry."""


class Resultado(msgspec.Struct, frozen=True, kw_only=True):
    """One result: a passage of a report, or a label of the register."""

    id: str
    titulo: str
    informe: str | None = None
    pagina: int | None = None
    seccion: str | None = None
    texto: str = ""
    puntaje: float = 0.0


class Busqueda(msgspec.Struct, frozen=True, kw_only=True):
    """What a text found. `total` counts all that pass the filter, or the results without one."""

    entidades: tuple[Mencion, ...]
    total: int
    resultados: tuple[Resultado, ...]


def search(abierto: ConocimientoAbierto, texto: str, fuentes: Sequence[Fuente]) -> Busqueda:
    """Return the best results for `texto` in `fuentes`: filtered by names, ranked by words."""
    version = abierto.version()
    menciones = version.enlazador.link(texto)
    found = [_search_one(version, texto, menciones, fuente) for fuente in fuentes]
    results = sorted(
        (result for _, results in found for result in results), key=lambda r: -r.puntaje
    )
    return Busqueda(
        entidades=menciones,
        total=sum(total for total, _ in found),
        resultados=tuple(results[:MAX_RESULTADOS]),
    )


def _search_one(
    version: VersionAbierta, texto: str, menciones: Sequence[Mencion], fuente: Fuente
) -> tuple[int, list[Resultado]]:
    if fuente not in version.manifiesto.fuentes:
        return 0, []
    coleccion = version.coleccion(fuente)
    entities = groups_of(menciones, sorted(_CONOCE[fuente]))
    words = version.correct(texto)
    total, found = _named(coleccion, fuente, words, entities) if entities else (0, [])
    if not found:
        # Names that no record carries together are words like any other.
        for tipo in _TIPOS[fuente]:
            found += _own(coleccion.search(encode_query(words), Filtro(tipo=tipo), MAX_RESULTADOS))
        total = len(found)
    return total, [_result(hallazgo) for hallazgo in found]


def _named(
    coleccion: Coleccion, fuente: Fuente, words: str, entities: tuple[tuple[str, ...], ...]
) -> tuple[int, list[Hallazgo]]:
    """Return all that carry the names: how many, and the best of them by words."""
    every: list[Hallazgo] = []
    best: list[Hallazgo] = []
    for tipo in _TIPOS[fuente]:
        filtro = Filtro(tipo=tipo, entidades=entities)
        every += _own(coleccion.matching(filtro))
        best += _own(coleccion.search(encode_query(words), filtro, MAX_RESULTADOS))
    seen = {hallazgo.numero for hallazgo in best}
    return len(every), [*best, *(h for h in every if h.numero not in seen)][:MAX_RESULTADOS]


def _own(found: Sequence[Hallazgo]) -> list[Hallazgo]:
    return [h for h in found if not h.payload.get("con_informe")]


def _result(hallazgo: Hallazgo) -> Resultado:
    payload = hallazgo.payload
    score = round(hallazgo.puntaje, 4)
    match payload["tipo"]:
        case "etiqueta":
            label = msgspec.convert(payload["ficha"], Etiqueta)
            return Resultado(
                id=label.id, titulo=label.nombre, texto="; ".join(label.objetivos), puntaje=score
            )
        case "ensayo":
            ensayo = msgspec.convert(payload["ficha"], Ensayo)
            return Resultado(id=ensayo.id, titulo=name_of(ensayo), informe=ensayo.id, puntaje=score)
        case _:
            passage = msgspec.convert(payload["pasaje"], Pasaje)
            return Resultado(
                id=passage.id,
                titulo=passage.seccion or passage.informe,
                informe=passage.informe,
                pagina=passage.pagina,
                seccion=passage.seccion,
                texto=passage.texto,
                puntaje=score,
            )
