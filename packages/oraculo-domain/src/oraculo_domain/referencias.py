"""Which rows of which list a message points at."""

from collections.abc import Callable, Sequence

from oraculo_contracts.tipos import Fila, Mencion, TipoEntidad

from oraculo_domain.interpretacion import Interpretacion
from oraculo_domain.palabras import TODO
from oraculo_domain.sesion import Lista, Sesion

Tokens = Callable[[str], tuple[str, ...]]


def target_list(sesion: Sesion, interpretacion: Interpretacion) -> Lista | None:
    """Return the list that `interpretacion` points into: the named one, else the last."""
    if interpretacion.lista_id is not None:
        return sesion.find_lista(interpretacion.lista_id)
    return sesion.lista


def rows_at(lista: Lista, posiciones: Sequence[int]) -> tuple[Fila, ...] | None:
    """Return the rows at `posiciones` (from 1; -1 is the last), or `None` if one is not there."""
    total = len(lista.filas)
    absolute = [total if posicion == -1 else posicion for posicion in posiciones]
    if not all(1 <= posicion <= total for posicion in absolute):
        return None
    return tuple(lista.filas[posicion - 1] for posicion in dict.fromkeys(absolute))


def rows_named(lista: Lista, interpretacion: Interpretacion, tokens: Tokens) -> tuple[Fila, ...]:
    """Return the rows of `lista` that a question names by its product alone.

    Empty when the message is a new question: it names a source, all of something, or more.
    """
    menciones = interpretacion.menciones
    words = set(tokens(interpretacion.texto))
    if interpretacion.fuente is not None or not words.isdisjoint(TODO) or not menciones:
        return ()
    if any(mencion.tipo is not TipoEntidad.PRODUCTO for mencion in menciones):
        return ()
    return tuple(fila for fila in lista.filas if _names(fila, menciones, tokens))


def _names(fila: Fila, menciones: Sequence[Mencion], tokens: Tokens) -> bool:
    title = " ".join(tokens(fila.atributos.get("producto", fila.titulo)))
    names = (" ".join(tokens(mencion.nombre)) for mencion in menciones)
    return any(f" {name} " in f" {title} " for name in names)
