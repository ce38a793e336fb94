"""The plural key: what the singular and the plural of a name share."""

from functools import lru_cache

_MIN_PLURAL, _MIN_WORD = 3, 4
_NOT_PLURAL = ("is", "us", "ss")


@lru_cache(maxsize=16_384)
def singular(token: str) -> str:
    """Return the key that the singular and the plural of a folded word share, and no other form.

    «pulgon» and «pulgones» give «pulgon», «verde» and «verdes» give «verd», «raiz» and «raices»
    give «raic», «la» and «las» give «la». Latin endings («botrytis», «viridus») stay. So
    does gender: «manzana» is not «manzano».
    """
    key = token
    if len(key) >= _MIN_PLURAL and key.endswith("s") and not key.endswith(_NOT_PLURAL):
        key = key[:-1]
    if len(key) >= _MIN_WORD and key.endswith("e"):
        key = key[:-1]
    return f"{key[:-1]}c" if len(key) >= _MIN_WORD and key.endswith("z") else key


def singulars(palabras: tuple[str, ...]) -> tuple[str, ...]:
    """Return the plural key of each word."""
    return tuple(map(singular, palabras))
