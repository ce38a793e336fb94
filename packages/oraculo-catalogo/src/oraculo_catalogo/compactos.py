"""Names written joined or split: «xcyte», «x cyte» and «X-CYTE» are one name without spaces."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.indice import IndiceNombres
from oraculo_catalogo.lexico import load_words

_MIN_LETTERS = 4
_MAX_WORDS = 5
_LONG_WORD = 6

Compacto = tuple[TipoEntidad, tuple[str, ...]]


class NombresCompactos:
    """The short names, and the beginnings of names, by their letters alone."""

    def __init__(self, indices: Iterable[IndiceNombres]) -> None:
        """Join the words of every name, and of its beginnings: two words, or one long one."""
        self._by_letters: defaultdict[str, dict[Compacto, None]] = defaultdict(dict)
        for index in indices:
            for words, _ in index.names():
                self._add(index.tipo, words)

    def _add(self, tipo: TipoEntidad, palabras: tuple[str, ...]) -> None:
        links = load_words("enlaces")
        first = 1 if len(palabras) == 1 or len(palabras[0]) >= _LONG_WORD else 2
        for size in range(first, min(len(palabras), _MAX_WORDS) + 1):
            letters = "".join(palabras[:size])
            if len(letters) >= _MIN_LETTERS and palabras[size - 1] not in links:
                self._by_letters[letters][tipo, palabras[:size]] = None

    def get(self, letras: str) -> tuple[Compacto, ...]:
        """Return the names, as types and words, whose letters these are."""
        return tuple(self._by_letters.get(letras, ()))

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_letters)
