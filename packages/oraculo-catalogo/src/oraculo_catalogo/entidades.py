"""An entity of the catalogue, its key (which spellings are one thing) and its id."""

import hashlib
from collections.abc import Callable

import msgspec
from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.plural import singulars
from oraculo_catalogo.texto import tokens

_MAX_ID = 96
Clave = tuple[TipoEntidad, str]


class EntidadCatalogo(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A thing that records name. `n_registros` counts the records that carry its id."""

    id: str
    """At most 128 characters: «plaga:pulgon-verde»."""
    tipo: TipoEntidad
    nombre: str
    """As most records write it."""
    formas: tuple[str, ...]
    """Its names: folded words joined by one space."""
    n_registros: int = 0
    sinonimos: tuple[str, ...] = ()
    """Ids of the entities that its name stands for as well: a species and its common names."""
    es_fragmento: bool = False
    """Whether most records hold its name within longer ones only: «temprano», «semilla»."""


def _words(palabras: tuple[str, ...]) -> str:
    return " ".join(palabras)


def _plural_free(palabras: tuple[str, ...]) -> str:
    return " ".join(singulars(palabras))


def _joined(palabras: tuple[str, ...]) -> str:
    return "".join(palabras)


_KEY: dict[TipoEntidad, Callable[[tuple[str, ...]], str]] = {
    TipoEntidad.PRODUCTO: _joined,
    TipoEntidad.INGREDIENTE: _words,
    TipoEntidad.PLAGA: _plural_free,
    TipoEntidad.CULTIVO: _plural_free,
    TipoEntidad.VARIEDAD: _joined,
    TipoEntidad.EMPRESA: _joined,
    TipoEntidad.TEMPORADA: _words,
}


def key_of(tipo: TipoEntidad, palabras: tuple[str, ...]) -> Clave:
    """Return what all spellings of one entity share: «X-CYTE» and «XCYTE», «Cerezos», «Cerezo»."""
    return tipo, _KEY[tipo](palabras)


def key_of_name(tipo: TipoEntidad, nombre: str) -> Clave:
    """Return the key of a name as a source writes it."""
    return key_of(tipo, tokens(nombre))


def id_of(tipo: TipoEntidad, palabras: tuple[str, ...]) -> str:
    """Return the id of the entity that `palabras` name; a long one ends in a hash of them."""
    slug = "-".join(palabras)
    if len(slug) > _MAX_ID:
        digest = hashlib.blake2b(slug.encode(), digest_size=5).hexdigest()
        slug = f"{slug[: _MAX_ID - len(digest) - 1]}-{digest}"
    return f"{tipo}:{slug}"
