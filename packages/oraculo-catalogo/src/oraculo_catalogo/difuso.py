"""Words near a misspelt one: by edit distance, and by the sound of Spanish."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from oraculo_catalogo.fonetica import phonetic_key

_SAME_SOUND = 0.5
_MAX_FOUND = 24


class Cercana(NamedTuple):
    """A known word and how far it is: letters to change, fewer when it sounds alike."""

    palabra: str
    costo: float


@lru_cache(maxsize=65_536)
def cost_between(escrita: str, conocida: str) -> float:
    """Return the cost of reading `escrita` as `conocida`: edits, swaps included, or by sound."""
    # Late: 17 ms that messages without a misspelt word save.
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415

    edits = DamerauLevenshtein.distance(escrita, conocida)
    sound = DamerauLevenshtein.distance(phonetic_key(escrita), phonetic_key(conocida))
    return min(edits, _SAME_SOUND + sound) if edits else 0.0


class PalabrasCercanas:
    """A set of known words that can be searched by nearness."""

    def __init__(self, palabras: Iterable[str]) -> None:
        """Keep the words, apart by length: a word two letters longer is two edits away."""
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(set(palabras)):
            self._by_length[len(word)].append(word)

    def near(self, escrita: str, maximo: int) -> tuple[Cercana, ...]:
        """Return the known words within `maximo` edits of `escrita`, the nearest first."""
        from rapidfuzz import process  # noqa: PLC0415 - see `cost_between`
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        # OSA is quick, but counts a letter lost between two swapped ones twice: one more for it.
        reach = maximo + (maximo > 1)
        found = (
            Cercana(word, cost_between(escrita, word))
            for length in range(len(escrita) - maximo, len(escrita) + maximo + 1)
            for word, _, _ in process.extract(
                escrita,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=reach,
                limit=_MAX_FOUND,
            )
        )
        near = (word for word in found if word.costo <= maximo)
        return tuple(sorted(near, key=lambda word: (word.costo, word.palabra)))
