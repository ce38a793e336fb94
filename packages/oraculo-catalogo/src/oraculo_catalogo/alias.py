"""What people call things: curated names, kept as data in `datos/alias.toml`."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import msgspec
from oraculo_contracts.tipos import TipoEntidad

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
    text = (files("oraculo_catalogo") / "datos" / "alias.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Archivo)


def curated_aliases() -> tuple[Alias, ...]:
    """Return the curated names, in the order of the file."""
    return _load().alias


def known_crops() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the crops that a question may name although no record does: name and words."""
    return tuple((name, tokens(name)) for name in _load().cultivos)
