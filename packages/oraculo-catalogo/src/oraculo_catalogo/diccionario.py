"""Everything the linker looks names up in, built from one catalogue."""

from collections import defaultdict
from functools import cached_property

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.alias import curated_aliases
from oraculo_catalogo.apodos import Apodos
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.compactos import NombresCompactos
from oraculo_catalogo.difuso import PalabrasCercanas
from oraculo_catalogo.entidades import EntidadCatalogo
from oraculo_catalogo.indice import IndiceNombres

_ARTICLES = frozenset({"de", "del", "la", "las", "los", "el"})
_MIN_LETTERS = 3


class Diccionario:
    """The names of a catalogue, ready to be found. What only misspelt words need comes late."""

    def __init__(self, catalogo: Catalogo) -> None:
        """Index the names of `catalogo`."""
        self.catalogo = catalogo
        by_type: defaultdict[TipoEntidad, list[EntidadCatalogo]] = defaultdict(list)
        for entity in catalogo.entidades:
            by_type[entity.tipo].append(entity)
        self.indices = {
            tipo: IndiceNombres(tipo, by_type[tipo])
            for tipo in TipoEntidad
            if tipo is not TipoEntidad.TEMPORADA
        }
        self.temporadas = tuple(by_type[TipoEntidad.TEMPORADA])
        self.apodos = Apodos(curated_aliases(), self.indices)
        self._plagas = by_type[TipoEntidad.PLAGA]

    @cached_property
    def sin_articulos(self) -> IndiceNombres:
        """Pests without the joining words of their names: «polilla [de la] manzana»."""
        return IndiceNombres(TipoEntidad.PLAGA, self._plagas, omite=_ARTICLES)

    @cached_property
    def compactos(self) -> NombresCompactos:
        """The names by their letters."""
        return NombresCompactos(self.indices.values())

    @cached_property
    def cercanas(self) -> dict[TipoEntidad, PalabrasCercanas]:
        """The words of the names of each type, by nearness."""
        return {
            tipo: PalabrasCercanas(
                word for word in index.words() if len(word) >= _MIN_LETTERS and word.isalpha()
            )
            for tipo, index in self.indices.items()
        }

    @cached_property
    def compactos_cercanos(self) -> PalabrasCercanas:
        """The letters of the short names, by nearness."""
        return PalabrasCercanas(self.compactos)

    @cached_property
    def vocabulario(self) -> PalabrasCercanas:
        """The words of the records' texts, by nearness."""
        return PalabrasCercanas(self.catalogo.vocabulario)

    @cached_property
    def palabras_del_vocabulario(self) -> frozenset[str]:
        """The words of the records' texts."""
        return frozenset(self.catalogo.vocabulario)

    def knows(self, palabra: str, tipos: frozenset[TipoEntidad]) -> bool:
        """Tell whether a folded word stands in a name of one of the types."""
        return any(palabra in index for kind, index in self.indices.items() if kind in tipos)
