"""What a report is about: the entities named where it states its subject.

A pest that a report mentions in passing («no se observó oídio») is not its subject.
"""

from collections.abc import Iterable

from oraculo_catalogo.enlazador import Enlazador
from oraculo_catalogo.texto import fold
from oraculo_contracts.tipos import MetodoEnlace, TipoEntidad

from oraculo_rag.informes.modelo import Informe, Pasaje

_SECCIONES = ("objetivo", "titulo", "resumen")
_PRIMERA_MANO = {MetodoEnlace.EXACTO, MetodoEnlace.SINONIMO, MetodoEnlace.ALIAS}


def topics_of(informes: Iterable[Informe], enlazador: Enlazador) -> dict[str, tuple[str, ...]]:
    """Return the ids of the pests that each report is about, by report."""
    return {informe.id: _topics(informe, enlazador) for informe in informes}


def _topics(informe: Informe, enlazador: Enlazador) -> tuple[str, ...]:
    stated = [informe.titulo, *(p.texto for p in informe.pasajes if _states_subject(p))]
    found = (
        entity
        for text in stated
        for mencion in enlazador.link(text)
        if mencion.tipo is TipoEntidad.PLAGA and mencion.metodo in _PRIMERA_MANO
        for entity in mencion.ids
    )
    return tuple(dict.fromkeys(found))


def _states_subject(passage: Pasaje) -> bool:
    innermost = fold(passage.seccion.rpartition("›")[2])
    return any(word in innermost for word in _SECCIONES)
