"""Which words of a message may be misspelt, and what they may stand for."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.diccionario import Diccionario
from oraculo_catalogo.difuso import Cercana
from oraculo_catalogo.indice import IndiceNombres
from oraculo_catalogo.lectura import Lectura
from oraculo_catalogo.lexico import load_words, silent_words

Tipos = frozenset[TipoEntidad]

_MAX_CORRECTIONS = 8
_RARENESS = 0.3
_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 5, 8
_LETTERS_FOR_ONE_SURE, _LETTERS_FOR_TWO_SURE = 3, 6
_LETTERS_FOR_TWO_IN_A_BRAND = 7
_BRANDS = frozenset({TipoEntidad.PRODUCTO, TipoEntidad.EMPRESA, TipoEntidad.VARIEDAD})
_MIN_LETTERS = 3


class Erratas(NamedTuple):
    """The words of a message that no name holds."""

    libres: frozenset[str]
    """Nobody's words: misspelt, or unknown here."""
    dudosas: frozenset[str]
    """Ordinary words, and words of the records' texts, beside a name's: misspelt only where
    that completes the name."""
    seguro: bool
    """Whether the message is known to name something."""


def allowed_edits(letras: int, *, seguro: bool) -> int:
    """Return how many letters may be wrong in a word of `letras`, by whether a name is sure."""
    one = _LETTERS_FOR_ONE_SURE if seguro else _LETTERS_FOR_ONE
    two = _LETTERS_FOR_TWO_SURE if seguro else _LETTERS_FOR_TWO
    return 2 if letras >= two else 1 if letras >= one else 0


def is_too_far(tipo: TipoEntidad, letras: int, costo: float) -> bool:
    """Tell whether a short brand differs so much that it is likelier one unknown here."""
    return tipo in _BRANDS and letras < _LETTERS_FOR_TWO_IN_A_BRAND and costo > 1


def rareness(usos: int) -> float:
    """Return the extra cost of reading a word as one that `usos` records use: less than an edit."""
    return _RARENESS / (1 + usos)


def find_misspelt(
    lectura: Lectura,
    diccionario: Diccionario,
    tipos: Tipos,
    *,
    es_conocida: Callable[[str], bool],
    seguro: bool,
) -> Erratas:
    """Return the words of a message that no name of these types holds.

    Args:
        lectura: The message.
        diccionario: The names.
        tipos: The types of name in question.
        es_conocida: Tells an ordinary word, which is right as it stands.
        seguro: Whether the message is known to name something.
    """
    written = diccionario.palabras_del_vocabulario
    unknown = set(_unknown_words(lectura, diccionario, tipos))
    ordinary = {word for word in unknown if word in written or es_conocida(word)}
    beside = _beside_names(lectura, diccionario, tipos) if ordinary else frozenset[str]()
    return Erratas(frozenset(unknown - ordinary), frozenset(ordinary & beside), seguro)


def _unknown_words(lectura: Lectura, diccionario: Diccionario, tipos: Tipos) -> Iterator[str]:
    for word in lectura.palabras:
        tells = len(word) >= _MIN_LETTERS and not word.isdigit() and word not in silent_words()
        if tells and not diccionario.knows(word, tipos):
            yield word


def _beside_names(lectura: Lectura, diccionario: Diccionario, tipos: Tipos) -> frozenset[str]:
    """Return the words that have a name's word next to them, joining words apart."""
    skipped = load_words("enlaces")
    words = [word for word in lectura.palabras if word not in skipped]
    named = [word not in silent_words() and diccionario.knows(word, tipos) for word in words]
    return frozenset(
        word
        for place, word in enumerate(words)
        if (place and named[place - 1]) or (place + 1 < len(words) and named[place + 1])
    )


class Correcciones:
    """What each word of a message may stand for among the names of one type."""

    def __init__(self, diccionario: Diccionario, tipo: TipoEntidad, erratas: Erratas) -> None:
        """Look up what is near the misspelt words."""
        index = diccionario.indices[tipo]
        self._readings: dict[str, tuple[tuple[str, float], ...]] = {}
        for word in sorted(erratas.libres | erratas.dudosas):
            (key,) = index.normalise((word,))
            edits = allowed_edits(len(key), seguro=erratas.seguro)
            limit = min(edits, 1) if word in erratas.dudosas else edits
            near = [
                found
                for found in diccionario.cercanas[tipo].near(key, limit)
                if not is_too_far(tipo, len(key), found.costo)
            ]
            if near:
                self._readings[key] = tuple(_weighed(near, index))

    def __bool__(self) -> bool:
        return bool(self._readings)

    def of(self, palabra: str) -> tuple[tuple[str, float], ...]:
        """Return the readings of a word of the message, itself first."""
        return ((palabra, 0.0), *self._readings.get(palabra, ()))


def _weighed(cercanas: Sequence[Cercana], indice: IndiceNombres) -> Iterator[tuple[str, float]]:
    """Yield the likeliest corrections: of two as near, the one that more records use."""
    for near in cercanas[:_MAX_CORRECTIONS]:
        yield near.palabra, near.costo + rareness(indice.uses_of(near.palabra))
