"""Finds curated names in a text and reads them as what the catalogue calls those things."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.alias import Alias
from oraculo_catalogo.entidades import EntidadCatalogo
from oraculo_catalogo.indice import IndiceNombres
from oraculo_catalogo.plural import singulars
from oraculo_catalogo.texto import tokens


class Apodo(NamedTuple):
    """A curated name, as plural keys, and the entities that it stands for here."""

    tipo: TipoEntidad
    palabras: tuple[str, ...]
    nombre: str
    entidades: tuple[EntidadCatalogo, ...]


class Apodos:
    """The curated names that mean something in one catalogue."""

    def __init__(
        self, alias: Iterable[Alias], indices: Mapping[TipoEntidad, IndiceNombres]
    ) -> None:
        """Resolve the names; what no entity answers to is left out."""
        self._by_first: defaultdict[str, list[Apodo]] = defaultdict(list)
        for group in alias:
            self._add(group, indices[group.tipo])
        for nicknames in self._by_first.values():
            nicknames.sort(key=lambda nickname: (-len(nickname.palabras), nickname.palabras))

    def _add(self, grupo: Alias, indice: IndiceNombres) -> None:
        for form in grupo.formas:
            written = tokens(form)
            named = [indice.normalise(words) for words in (written, *map(tokens, grupo.destinos))]
            found = {e.id: e for words in named for e in indice.containing(words)}
            if any(map(indice.containing, named[1:])):
                name = form if indice.containing(named[0]) else grupo.destinos[0]
                words = singulars(written)
                nickname = Apodo(grupo.tipo, words, name, tuple(found.values()))
                self._by_first[words[0]].append(nickname)

    def at(self, singulares: Sequence[str], inicio: int) -> Iterator[Apodo]:
        """Yield the curated names that start at a word, the longest first."""
        for nickname in self._by_first.get(singulares[inicio], ()):
            if tuple(singulares[inicio : inicio + len(nickname.palabras)]) == nickname.palabras:
                yield nickname
