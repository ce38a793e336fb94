"""Reads misspelt names: a word by the known words near it, a whole name by its letters."""

from collections.abc import Iterator

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.candidato import Candidato
from oraculo_catalogo.correcciones import (
    Correcciones,
    Erratas,
    Tipos,
    allowed_edits,
    is_too_far,
    rareness,
)
from oraculo_catalogo.diccionario import Diccionario
from oraculo_catalogo.frases import read_phrase
from oraculo_catalogo.indice import Frase, IndiceNombres
from oraculo_catalogo.lectura import Lectura
from oraculo_catalogo.lexico import is_ordinary, silent_words

_MAX_RUN = 6
_MAX_NEAR = 8
_LETTERS_FOR_THREE = 12
_MIN_LETTERS = 4

Tramo = tuple[int, int]


def tolerant_candidates(
    lectura: Lectura, diccionario: Diccionario, tipos: Tipos, erratas: Erratas
) -> Iterator[Candidato]:
    """Yield the readings of a message in which a word is misspelt."""
    for kind in diccionario.indices:
        readings = Correcciones(diccionario, kind, erratas) if kind in tipos else None
        if readings:
            for index in _indices(diccionario, kind):
                yield from _corrected(lectura, index, readings, erratas)


def _indices(diccionario: Diccionario, tipo: TipoEntidad) -> tuple[IndiceNombres, ...]:
    own = diccionario.indices[tipo]
    return (own, diccionario.sin_articulos) if tipo is TipoEntidad.PLAGA else (own,)


def _corrected(
    lectura: Lectura, indice: IndiceNombres, correcciones: Correcciones, erratas: Erratas
) -> Iterator[Candidato]:
    for phrase in indice.phrases(lectura.palabras, correcciones.of):
        if phrase.costo and _is_sound(lectura, indice, phrase, erratas):
            candidate = read_phrase(lectura, indice, phrase)
            if candidate:
                yield candidate


def _is_sound(lectura: Lectura, indice: IndiceNombres, frase: Frase, erratas: Erratas) -> bool:
    """Tell whether a correction can be relied on.

    A word alone must be long and nobody's; an ordinary word is misspelt only where that
    completes a name of which a telling word is spelt well.
    """
    words = lectura.palabras[frase.inicio : frase.fin]
    if len(words) == 1:
        return len(words[0]) >= _MIN_LETTERS and words[0] in erratas.libres
    if erratas.dudosas.isdisjoint(words):
        return True
    right = (word for word in words if word not in erratas.libres | erratas.dudosas)
    return indice.is_whole(frase.palabras) and any(
        len(word) >= _MIN_LETTERS and not is_ordinary(word) for word in right
    )


def telling_runs(lectura: Lectura) -> tuple[Tramo, ...]:
    """Return the runs of words that say something, those of a sentence's length left out."""
    silent = silent_words()
    borders = [
        place for place, word in enumerate((*lectura.palabras, "")) if word in silent or not word
    ]
    starts = [0, *(border + 1 for border in borders)]
    return tuple(
        (start, end)
        for start, end in zip(starts, borders, strict=False)
        if 0 < end - start <= _MAX_RUN
    )


def whole_names(
    lectura: Lectura, diccionario: Diccionario, tipos: Tipos, tramos: tuple[Tramo, ...]
) -> Iterator[Candidato]:
    """Compare the letters of runs of words with those of whole names."""
    for start, end in tramos:
        letters = "".join(lectura.palabras[start:end])
        if len(letters) < _MIN_LETTERS:
            continue
        limit = allowed_edits(len(letters), seguro=True) + (len(letters) >= _LETTERS_FOR_THREE)
        for near in diccionario.compactos_cercanos.near(letters, limit)[:_MAX_NEAR]:
            for kind, name in diccionario.compactos.get(near.palabra):
                if kind in tipos and not is_too_far(kind, len(letters), near.costo):
                    index = diccionario.indices[kind]
                    cost = near.costo + rareness(index.containing(name)[0].n_registros)
                    if candidate := read_phrase(lectura, index, Frase(start, end, name, cost)):
                        yield candidate
