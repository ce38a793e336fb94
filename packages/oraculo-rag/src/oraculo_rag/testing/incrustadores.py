"""Embedders without a model: the same text, the same vector, on every machine."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from oraculo_catalogo.texto import tokens

from oraculo_rag.densos.incrustador import VectorDenso, normalise
from oraculo_rag.indice.codificacion import terms


class LetrasIncrustador:
    """Texts that share pieces of words are close: it finds a word in spite of an error in it."""

    def __init__(self, dimension: int = 768) -> None:
        self.dimension = dimension
        self.calls = 0

    @property
    def identidad(self) -> str:
        """Return its name and dimension."""
        return f"letras/{self.dimension}"

    def embed_documents(self, textos: Sequence[str]) -> list[VectorDenso]:
        """Return the vectors of texts to be found."""
        self.calls += 1
        return [self._embed(texto) for texto in textos]

    def embed_query(self, texto: str) -> VectorDenso:
        """Return the vector of a text to find others by."""
        self.calls += 1
        return self._embed(texto)

    def _embed(self, texto: str) -> VectorDenso:
        values = [0.0] * self.dimension
        for piece, times in Counter(_pieces(texto)).items():
            number = _number(piece)
            sign = 1.0 if number & 1 else -1.0
            values[(number >> 1) % self.dimension] += sign * times**0.5
        return normalise(values) if any(values) else _noise(texto, self.dimension)


class RuidoIncrustador:
    """Every text lies anywhere: as bad as an embedder can be, the same each time."""

    def __init__(self, dimension: int = 768) -> None:
        self.dimension = dimension

    @property
    def identidad(self) -> str:
        """Return its name and dimension."""
        return f"ruido/{self.dimension}"

    def embed_documents(self, textos: Sequence[str]) -> list[VectorDenso]:
        """Return the vectors of texts to be found."""
        return [_noise(texto, self.dimension) for texto in textos]

    def embed_query(self, texto: str) -> VectorDenso:
        """Return the vector of a text to find others by."""
        return _noise(texto, self.dimension)


def _pieces(texto: str) -> list[str]:
    """Return the stems of a text, and the runs of three letters of its words."""
    words = [f"^{word}$" for word in tokens(texto)]
    runs = [word[i : i + 3] for word in words for i in range(len(word) - 2)]
    return [*terms(texto), *runs]


def _noise(texto: str, dimension: int) -> VectorDenso:
    return normalise([_number(f"{texto}\0{i}") / 2**31 - 1 for i in range(dimension)])


def _number(piece: str) -> int:
    return int.from_bytes(hashlib.blake2b(piece.encode(), digest_size=4).digest())
