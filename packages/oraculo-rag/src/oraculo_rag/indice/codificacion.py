"""Sparse vectors of Spanish text: the word part of BM25. The index adds each word's rarity (IDF).

The same encoder serves documents and queries, on one machine and on a server: two encoders in one
vector would not find each other's words.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from oraculo_catalogo.texto import stem, tokens

VERSION = 1
"""Part of a collection's identity: a change of encoding is a new collection."""

SATURACION = 0.9
LARGO = 0.4
LARGO_MEDIO = 64.0
"""BM25's k and b, and the words of an average document. The first two: Anserini's defaults."""

_VACIAS = (
    "a al algo ante como con contra cual cuando de del desde donde el ella en entre es esa ese "
    "eso esta estan este esto fue ha hay la las le lo los mas me mi muy no nos o para pero por "
    "que se ser si sin sobre son su sus tambien te tiene tu un una uno unos unas y ya"
)
PALABRAS_VACIAS = frozenset(_VACIAS.split())


@dataclass(frozen=True, slots=True)
class VectorDisperso:
    """Distinct 32-bit term ids in ascending order, and their weights."""

    indices: tuple[int, ...]
    pesos: tuple[float, ...]


def terms(texto: str) -> tuple[str, ...]:
    """Return the stems of the words of `texto` that carry meaning, in order."""
    return tuple(stem(token) for token in tokens(texto) if token not in PALABRAS_VACIAS)


def encode_document(texto: str) -> VectorDisperso:
    """Return the vector of a text to be found: saturated term frequencies."""
    words = terms(texto)
    norm = SATURACION * (1 - LARGO + LARGO * len(words) / LARGO_MEDIO)
    return _vector({word: n * (SATURACION + 1) / (n + norm) for word, n in Counter(words).items()})


def encode_query(texto: str) -> VectorDisperso:
    """Return the vector of a text to find others by: each distinct word once."""
    return _vector(dict.fromkeys(terms(texto), 1.0))


def _vector(weights: dict[str, float]) -> VectorDisperso:
    by_id: dict[int, float] = {}
    for term, weight in weights.items():
        by_id[term_id(term)] = by_id.get(term_id(term), 0.0) + weight
    ordered = sorted(by_id.items())
    return VectorDisperso(tuple(i for i, _ in ordered), tuple(w for _, w in ordered))


@lru_cache(maxsize=100_000)
def term_id(term: str) -> int:
    """Return the 32-bit id of a stem."""
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=4).digest())
