"""The catalogue: what the records name, with the ids that searches filter by."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from oraculo_catalogo.archivo import read_catalogue, write_catalogue
from oraculo_catalogo.entidades import EntidadCatalogo, key_of_name
from oraculo_catalogo.fichas import Ensayo, Etiqueta, Uso
from oraculo_catalogo.texto import tokens

if TYPE_CHECKING:
    from oraculo_catalogo.reconocer import Reconocedor

VERSION = 1
"""Of the file's form: a change that an older reader would misread raises it."""


class Catalogo(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All entities of one collection, ordered by id. Immutable; shared freely between threads."""

    coleccion: str
    """The collection of chunks that carries these ids."""
    entidades: tuple[EntidadCatalogo, ...]
    vocabulario: tuple[str, ...] = ()
    """Words of the records' texts, folded and sorted: what a misspelt word is corrected to."""

    @classmethod
    def build(
        cls,
        ensayos: Iterable[Ensayo],
        etiquetas: Iterable[Etiqueta],
        *,
        coleccion: str,
        vocabulario: Iterable[str] = (),
    ) -> Self:
        """Return the catalogue of the records: the same records in any order give the same one."""
        # Late, as in `_recogniser`: only ingestion reads records, and it need not start quickly.
        from oraculo_catalogo.construir import build_entities  # noqa: PLC0415

        words = {word for text in vocabulario for word in tokens(text)}
        return cls(
            coleccion=coleccion,
            entidades=build_entities(ensayos, etiquetas),
            vocabulario=tuple(sorted(words)),
        )

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a catalogue.

        Raises:
            CatalogoAusenteError: There is no such file.
            CatalogoIlegibleError: It is no catalogue, or damaged.
            CatalogoIncompatibleError: Its version is another than `VERSION`.
        """
        return read_catalogue(path, cls, VERSION)

    def save(self, path: Path) -> None:
        """Write the catalogue to `path` at once: a reader sees the old file or the new one."""
        write_catalogue(path, self, VERSION)

    def get(self, id_: str) -> EntidadCatalogo | None:
        """Return the entity of an id, or `None` when this catalogue has none."""
        return self._by_id.get(id_)

    def ids_of(self, ficha: Ensayo | Etiqueta | Uso) -> tuple[str, ...]:
        """Return the ids of the entities that a record, or one use of a label, names; sorted."""
        return self._recogniser.ids_of(ficha)

    @cached_property
    def _by_id(self) -> dict[str, EntidadCatalogo]:
        return {entity.id: entity for entity in self.entidades}

    @cached_property
    def _recogniser(self) -> "Reconocedor":
        from oraculo_catalogo.reconocer import Reconocedor  # noqa: PLC0415

        return Reconocedor(
            {
                key_of_name(entity.tipo, form): entity.id
                for entity in self.entidades
                for form in entity.formas
            }
        )
