"""Reads misspelt names: a word by the known words near it, a whole name by its letters."""

from collections.abc import Iterator

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.candidato import Candidato
from oraculo_catalogo.diccionario import Diccionario
from oraculo_catalogo.difuso import Cercana
from oraculo_catalogo.exactos import Tipos
from oraculo_catalogo.indice import Frase, IndiceNombres
from oraculo_catalogo.lectura import Lectura
from oraculo_catalogo.lecturas import read_phrase
from oraculo_catalogo.lexico import silent_words
from oraculo_catalogo.plural import singular

_MAX_CORRECTIONS = 8
_RARENESS = 0.3
_MAX_RUN = 6
_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 5, 8
_LETTERS_FOR_ONE_SURE, _LETTERS_FOR_TWO_SURE = 4, 6
_LETTERS_FOR_THREE = 12


def allowed_edits(letras: int, *, seguro: bool) -> int:
    """Return how many letters may be wrong in a word of `letras`.

    Args:
        letras: Its length.
        seguro: Whether the message is known to name something.
    """
    one, two = (
        (_LETTERS_FOR_ONE_SURE, _LETTERS_FOR_TWO_SURE)
        if seguro
        else (_LETTERS_FOR_ONE, _LETTERS_FOR_TWO)
    )
    return 2 if letras >= two else 1 if letras >= one else 0


def misspelt_words(lectura: Lectura, diccionario: Diccionario, tipos: Tipos) -> frozenset[str]:
    """Return the words of a message that no name of these types holds."""
    return frozenset(
        word
        for word in lectura.palabras
        if len(word) > 2  # noqa: PLR2004
        and not word.isdigit()
        and word not in silent_words()
        and not any(
            word in diccionario.indices[kind] or singular(word) in diccionario.indices[kind]
            for kind in tipos & diccionario.indices.keys()
        )
    )


def tolerant_candidates(
    lectura: Lectura,
    diccionario: Diccionario,
    tipos: Tipos,
    *,
    erradas: frozenset[str],
    seguro: bool,
) -> Iterator[Candidato]:
    """Yield the readings of a message in which one of the words `erradas` is misspelt."""
    for kind in tipos & diccionario.indices.keys():
        readings = _Correcciones(diccionario, kind, erradas, seguro=seguro)
        if not readings:
            continue
        indices = [diccionario.indices[kind]]
        if kind is TipoEntidad.PLAGA:
            indices.append(diccionario.sin_articulos)
        for index in indices:
            for phrase in index.phrases(lectura.palabras, readings.of):
                if phrase.costo and (candidate := read_phrase(lectura, index, phrase)):
                    yield candidate
    if seguro:
        yield from _whole_names(lectura, diccionario, tipos, erradas)


class _Correcciones:
    """What each word of a message may stand for among the names of one type."""

    def __init__(
        self, diccionario: Diccionario, tipo: TipoEntidad, erradas: frozenset[str], *, seguro: bool
    ) -> None:
        index = diccionario.indices[tipo]
        self._readings: dict[str, tuple[tuple[str, float], ...]] = {}
        for word in erradas:
            (key,) = index.normalise((word,))
            near = diccionario.cercanas[tipo].near(key, allowed_edits(len(key), seguro=seguro))
            if near:
                self._readings[key] = tuple(_weighed(near, index))

    def __bool__(self) -> bool:
        return bool(self._readings)

    def of(self, palabra: str) -> tuple[tuple[str, float], ...]:
        """Return the readings of a word of the message, itself first."""
        return ((palabra, 0.0), *self._readings.get(palabra, ()))


def _weighed(cercanas: tuple[Cercana, ...], indice: IndiceNombres) -> Iterator[tuple[str, float]]:
    """Yield the likeliest corrections: of two as near, the one that more records use."""
    for near in cercanas[:_MAX_CORRECTIONS]:
        yield near.palabra, near.costo + _rareness(indice.uses_of(near.palabra))


def _rareness(usos: int) -> float:
    return _RARENESS / (1 + usos)


def _whole_names(
    lectura: Lectura, diccionario: Diccionario, tipos: Tipos, erradas: frozenset[str]
) -> Iterator[Candidato]:
    """Compare the letters of each run of telling words with those of whole names."""
    for start, end in telling_runs(lectura):
        if erradas.isdisjoint(lectura.palabras[start:end]):
            continue
        letters = "".join(lectura.palabras[start:end])
        limit = allowed_edits(len(letters), seguro=True) + (len(letters) >= _LETTERS_FOR_THREE)
        for near in diccionario.compactos_cercanos.near(letters, limit)[:_MAX_CORRECTIONS]:
            for kind, name in diccionario.compactos.get(near.palabra):
                if kind in tipos:
                    index = diccionario.indices[kind]
                    cost = near.costo + _rareness(index.containing(name)[0].n_registros)
                    if candidate := read_phrase(lectura, index, Frase(start, end, name, cost)):
                        yield candidate


def telling_runs(lectura: Lectura) -> Iterator[tuple[int, int]]:
    """Yield the runs of words that say something, those of a sentence's length left out."""
    silent = silent_words()
    start = 0
    for place, word in enumerate((*lectura.palabras, "")):
        if word in silent or not word:
            if 0 < place - start <= _MAX_RUN:
                yield start, place
            start = place + 1
