"""What people call things: curated names, kept as data in `datos/alias.toml`."""

from functools import lru_cache

import msgspec
from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.lexico import DATOS
from oraculo_catalogo.texto import tokens


class Alias(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names of which each stands for all entities whose names hold one of `destinos`."""

    tipo: TipoEntidad
    formas: tuple[str, ...]
    destinos: tuple[str, ...]


class _Archivo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cultivos: tuple[str, ...]
    alias: tuple[Alias, ...]


@lru_cache(maxsize=1)
def _load() -> _Archivo:
    return msgspec.toml.decode((DATOS / "alias.toml").read_bytes(), type=_Archivo)


def curated_aliases() -> tuple[Alias, ...]:
    """Return the curated names, in the order of the file."""
    return _load().alias


def known_cultivos() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the crops that a question may name although no record does: name and words."""
    return tuple((name, tokens(name)) for name in _load().cultivos)
