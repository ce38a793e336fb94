"""Finds, in a text, the phrases that the names of one type of entity contain."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.entidades import EntidadCatalogo
from oraculo_catalogo.lexico import load_words
from oraculo_catalogo.plural import singular, singulars

PLURAL_FREE = frozenset({TipoEntidad.PLAGA, TipoEntidad.CULTIVO})
"""Types whose names are compared without regard to singular and plural."""

Alternativas = Sequence[tuple[tuple[str, float], ...]]
"""For every word of a text, the words it may stand for and what each reading costs."""

Lecturas = Callable[[str], tuple[tuple[str, float], ...]]
"""What a word may stand for: itself at no cost, others at the cost of the letters changed."""


class Frase(NamedTuple):
    """A phrase of some name, read at the words `inicio` to `fin` of a text."""

    inicio: int
    fin: int
    palabras: tuple[str, ...]
    costo: float


class IndiceNombres:
    """The names of one type of entity, by the words they are made of."""

    def __init__(
        self,
        tipo: TipoEntidad,
        entidades: Iterable[EntidadCatalogo],
        *,
        omite: frozenset[str] = frozenset(),
    ) -> None:
        """Index the names; words in `omite` are left out of them."""
        self.tipo = tipo
        self._omits = omite
        self._names: list[tuple[tuple[str, ...], EntidadCatalogo]] = []
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for entity in entidades:
            for form in entity.formas:
                self._add(self.normalise(tuple(form.split())), entity)

    def _add(self, palabras: tuple[str, ...], entidad: EntidadCatalogo) -> None:
        for place, word in enumerate(palabras):
            self._places[word].append((len(self._names), place))
        self._names.append((palabras, entidad))

    def normalise(self, palabras: tuple[str, ...]) -> tuple[str, ...]:
        """Return words in the form in which this index compares them."""
        kept = tuple(word for word in palabras if word not in self._omits)
        return singulars(kept) if self.tipo in PLURAL_FREE else kept

    def view(self, palabras: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Return the words of a text that this index reads: their places, and their keys."""
        places = tuple(i for i, word in enumerate(palabras) if word not in self._omits)
        return places, self.normalise(palabras)

    def words(self) -> Iterable[str]:
        """Return the words that names are made of, each once."""
        return self._places.keys()

    def names(self) -> Iterable[tuple[tuple[str, ...], EntidadCatalogo]]:
        """Return the names, as words, with their entities."""
        return self._names

    def __contains__(self, palabra: str) -> bool:
        return (singular(palabra) if self.tipo in PLURAL_FREE else palabra) in self._places

    def phrases(self, palabras: tuple[str, ...], lecturas: Lecturas) -> Iterator[Frase]:
        """Yield, for every word of a text, the longest phrase of a name that starts there."""
        places, keys = self.view(palabras)
        readings = [lecturas(key) for key in keys]
        for start in range(len(keys)):
            if phrase := self.longest(readings, start):
                first, last = places[phrase.inicio], places[phrase.fin - 1]
                yield phrase._replace(inicio=first, fin=last + 1)

    def longest(self, alternativas: Alternativas, inicio: int) -> Frase | None:
        """Return the longest phrase of a name that starts at word `inicio`, at least cost.

        It does not end with a joining word, and starts with one only when it is a whole name.
        """
        links = load_words("enlaces")
        active = {
            place: (cost, (word,))
            for word, cost in alternativas[inicio]
            for place in self._places.get(word, ())
            if word not in links or place[1] == 0
        }
        best: Frase | None = None
        end = inicio
        while active:
            end += 1
            cost, words = min(active.values())
            if words[-1] not in links and (words[0] not in links or self.is_whole(words)):
                best = Frase(inicio, end, words, cost)
            active = self._advance(active, alternativas[end]) if end < len(alternativas) else {}
        return best

    def _advance(
        self,
        activas: dict[tuple[int, int], tuple[float, tuple[str, ...]]],
        siguientes: tuple[tuple[str, float], ...],
    ) -> dict[tuple[int, int], tuple[float, tuple[str, ...]]]:
        costs = dict(siguientes)
        advanced: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {}
        for (name, place), (cost, words) in activas.items():
            following = self._names[name][0]
            if place + 1 < len(following) and following[place + 1] in costs:
                word = following[place + 1]
                advanced[name, place + 1] = (cost + costs[word], (*words, word))
        return advanced

    def containing(self, palabras: tuple[str, ...]) -> tuple[EntidadCatalogo, ...]:
        """Return the entities with a name that holds `palabras` in a row.

        Whole names come first, then names that start so, then shorter ones.
        """
        size = len(palabras)
        ranked: dict[str, tuple[tuple[bool, bool, int, str], EntidadCatalogo]] = {}
        for name, place in self._places.get(palabras[0], ()):
            words, entity = self._names[name]
            if words[place : place + size] == palabras:
                rank = (len(words) != size, place > 0, len(words), entity.id)
                previous = ranked.get(entity.id)
                if previous is None or rank < previous[0]:
                    ranked[entity.id] = (rank, entity)
        return tuple(entity for _, entity in sorted(ranked.values(), key=lambda item: item[0]))

    def uses_of(self, palabra: str) -> int:
        """Return how many records name the entities with a name that holds `palabra`."""
        return sum(self._names[name][1].n_registros for name, _ in self._places.get(palabra, ()))

    def is_whole(self, palabras: tuple[str, ...]) -> bool:
        """Tell whether `palabras` are a whole name."""
        return any(
            place == 0 and self._names[name][0] == palabras
            for name, place in self._places.get(palabras[0], ())
        )

    def starts_a_name(self, palabras: tuple[str, ...]) -> bool:
        """Tell whether some name starts with `palabras`."""
        return any(
            place == 0 and self._names[name][0][: len(palabras)] == palabras
            for name, place in self._places.get(palabras[0], ())
        )
