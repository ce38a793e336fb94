"""Which entities a record names: the payload that a search filters by."""

from collections.abc import Mapping

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.entidades import Clave, key_of
from oraculo_catalogo.fichas import Ensayo, Etiqueta, Uso
from oraculo_catalogo.nombrar import names_in, plaga_texts
from oraculo_catalogo.plural import singulars
from oraculo_catalogo.texto import tokens

_MAX_WORDS = 8


class Reconocedor:
    """Finds the entities of a catalogue in its records.

    A pest belongs to a label when its words stand in a row in a target text, whatever the
    commas and brackets between them, singular or plural: lists in a label are too dirty to be
    trusted with the borders of names.
    """

    def __init__(self, ids: Mapping[Clave, str]) -> None:
        self._ids = ids
        self._plagas = {
            words: id_ for (tipo, words), id_ in ids.items() if tipo is TipoEntidad.PLAGA
        }

    def ids_of(self, ficha: Ensayo | Etiqueta | Uso) -> tuple[str, ...]:
        """Return the ids of the entities that a record names, sorted, each once."""
        found = {
            id_
            for nombre in names_in(ficha)
            if (id_ := self._ids.get(key_of(nombre.tipo, nombre.palabras)))
        }
        for texto in plaga_texts(ficha):
            found |= self._plagas_in(texto)
        return tuple(sorted(found))

    def _plagas_in(self, texto: str) -> set[str]:
        words = singulars(tokens(texto))
        spans = (
            " ".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, min(start + _MAX_WORDS, len(words)) + 1)
        )
        return {id_ for span in spans if (id_ := self._plagas.get(span))}
