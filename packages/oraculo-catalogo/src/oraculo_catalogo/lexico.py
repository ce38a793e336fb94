"""The word lists of the package: data files beside the code, loaded once."""

from functools import lru_cache
from pathlib import Path

from oraculo_catalogo.plural import singular
from oraculo_catalogo.texto import fold, stem

DATOS = Path(__file__).parent / "datos"
"""Read as plain files: `importlib.resources` alone takes a quarter of this package's start."""


@lru_cache
def load_words(lista: str) -> frozenset[str]:
    """Return the words of `datos/<lista>.txt`, folded; «#» starts a comment."""
    text = (DATOS / f"{lista}.txt").read_text("utf-8")
    lines = (line.partition("#")[0] for line in text.splitlines())
    return frozenset(fold(" ".join(lines)).split())


@lru_cache(maxsize=1)
def silent_words() -> frozenset[str]:
    """Return the words that never name an entity: those that join, ask or belong to any subject."""
    return load_words("relleno") | load_words("enlaces") | load_words("dominio")


@lru_cache(maxsize=1)
def empty_keys() -> frozenset[str]:
    """Return the plural keys of the words that name no entity by themselves, kinds included."""
    return frozenset(map(singular, silent_words() | load_words("genericos")))


@lru_cache(maxsize=1)
def _ordinary_singulars() -> frozenset[str]:
    return frozenset(map(singular, load_words("ordinarias")))


@lru_cache(maxsize=16_384)
def is_ordinary(palabra: str) -> bool:
    """Tell whether a folded word, in singular or plural, is one that everybody uses."""
    return palabra in load_words("ordinarias") or singular(palabra) in _ordinary_singulars()


@lru_cache(maxsize=16_384)
def is_inflected(palabra: str) -> bool:
    """Tell whether a folded word is an ordinary one or may be an inflection of one."""
    return is_ordinary(palabra) or stem(palabra) in load_words("ordinarias_raices")
