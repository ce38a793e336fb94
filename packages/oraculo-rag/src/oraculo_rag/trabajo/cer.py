"""The trials' worker: complete lists by name, passages by their words, the detail of a trial."""

from collections.abc import Sequence

import msgspec
from oraculo_catalogo.fichas import Ensayo
from oraculo_contracts.eventos import ConsultaRag, RespuestaRag, TipoConsulta
from oraculo_contracts.tipos import Fuente, FuenteCitada, TipoEntidad
from oraculo_domain.puertos import Reloj

from oraculo_rag.almacen.abierto import ConocimientoAbierto
from oraculo_rag.almacen.manifiesto import CargaFuente
from oraculo_rag.indice.coleccion import Coleccion, Filtro, Hallazgo
from oraculo_rag.informes.modelo import Pasaje
from oraculo_rag.trabajo import plantilla_cer as plantilla
from oraculo_rag.trabajo.armado import (
    answer,
    groups_of,
    is_question,
    overdue,
    search_text,
    subject_words,
)

_TIPO = "ensayo"
_POR_NOMBRE = (
    TipoEntidad.PRODUCTO,
    TipoEntidad.CULTIVO,
    TipoEntidad.VARIEDAD,
    TipoEntidad.PLAGA,
    TipoEntidad.EMPRESA,
    TipoEntidad.TEMPORADA,
)


class ConocimientoCer:
    """Answers from the trials: what a report says is quoted, with its page."""

    def __init__(self, abierto: ConocimientoAbierto, reloj: Reloj, clave: bytes) -> None:
        self._abierto = abierto
        self._reloj = reloj
        self._clave = clave

    def resolve(self, consulta: ConsultaRag) -> RespuestaRag:
        """Answer `consulta`: the detail of some trials, or a list."""
        late = overdue(consulta, self._clave, self._reloj.now())
        if late is not None:
            return late
        version = self._abierto.version()
        carga = version.manifiesto.fuentes.get(Fuente.CER)
        if carga is None:
            return answer(consulta, self._clave, avisos=[plantilla.SIN_ENSAYOS])
        coleccion = version.coleccion(Fuente.CER)
        if consulta.tipo is TipoConsulta.DETALLAR:
            found = coleccion.matching(Filtro(tipo=_TIPO, ids=consulta.ids))
            return self._detail(consulta, coleccion, found, carga)
        return self._search(consulta, coleccion, carga)

    def _search(
        self, consulta: ConsultaRag, coleccion: Coleccion, carga: CargaFuente
    ) -> RespuestaRag:
        kinds = {mencion.tipo for mencion in consulta.menciones}
        if TipoEntidad.INGREDIENTE in kinds:
            # Trials name products, not what is in them.
            return answer(consulta, self._clave)
        entities = groups_of(consulta.menciones, _POR_NOMBRE)
        found = _alike(coleccion, subject_words(consulta), entities)
        completa = not found
        if not found and (kinds or not is_question(consulta.texto)):
            found = coleccion.matching(Filtro(tipo=_TIPO, entidades=entities))
        return self._list(consulta, coleccion, found, carga, completa=completa)

    def _list(
        self,
        consulta: ConsultaRag,
        coleccion: Coleccion,
        found: Sequence[Hallazgo],
        carga: CargaFuente,
        *,
        completa: bool,
    ) -> RespuestaRag:
        if len(found) == 1:
            return self._detail(consulta, coleccion, found, carga)
        notes = plantilla.notes_of(carga) if found else _why_empty(consulta, carga)
        return answer(
            consulta,
            self._clave,
            filas=[plantilla.row(_ensayo(hallazgo), carga) for hallazgo in found],
            avisos=notes,
            completa=completa,
            traza={"fuente": "cer", "encontrados": len(found), "completa": completa},
        )

    def _detail(
        self,
        consulta: ConsultaRag,
        coleccion: Coleccion,
        found: Sequence[Hallazgo],
        carga: CargaFuente,
    ) -> RespuestaRag:
        ensayos = [_ensayo(hallazgo) for hallazgo in found]
        texts: list[str] = []
        sources: list[FuenteCitada] = []
        for ensayo in ensayos:
            passages = _passages(coleccion, ensayo)
            texts.append(plantilla.card(ensayo, passages, carga))
            pages = plantilla.told_pages(passages) or [None]
            sources.extend(plantilla.citation(ensayo, carga, page) for page in pages)
        return answer(
            consulta,
            self._clave,
            filas=[plantilla.row(ensayo, carga) for ensayo in ensayos],
            texto="\n\n".join(texts),
            fuentes=sources,
        )


def _why_empty(consulta: ConsultaRag, carga: CargaFuente) -> list[str]:
    """A list of names cannot know pests: say that it was not read, not that there is none."""
    named = {mencion.tipo for mencion in consulta.menciones}
    blind = not carga.con_informes and (not named or TipoEntidad.PLAGA in named)
    return [plantilla.SIN_PLAGAS] if blind else []


def _alike(
    coleccion: Coleccion, texto: str, entidades: tuple[tuple[str, ...], ...]
) -> list[Hallazgo]:
    """Return the trials whose passages, or whose card, best match the words of `texto`."""
    passages = search_text(coleccion, texto, Filtro(tipo="pasaje", entidades=entidades))
    cards = search_text(coleccion, texto, Filtro(tipo=_TIPO, entidades=entidades))
    order = [h.payload["informe"] for h in sorted([*passages, *cards], key=lambda h: -h.puntaje)]
    ids = tuple(dict.fromkeys(order))
    if not ids:
        return []
    ensayos = {h.payload["id"]: h for h in coleccion.matching(Filtro(tipo=_TIPO, ids=ids))}
    return [ensayos[ensayo_id] for ensayo_id in ids]


def _ensayo(hallazgo: Hallazgo) -> Ensayo:
    return msgspec.convert(hallazgo.payload["ficha"], Ensayo)


def _passages(coleccion: Coleccion, ensayo: Ensayo) -> list[Pasaje]:
    found = coleccion.matching(Filtro(tipo="pasaje", informes=(ensayo.id,)))
    return [msgspec.convert(h.payload["pasaje"], Pasaje) for h in found]
