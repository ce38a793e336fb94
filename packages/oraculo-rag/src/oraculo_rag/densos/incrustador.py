"""Port: an embedder, and the vectors that it makes."""

import math
from collections.abc import Sequence
from typing import Protocol

VectorDenso = tuple[float, ...]
"""Of length 1, with as many numbers as its embedder's dimension."""


class Incrustador(Protocol):
    """Turns texts into vectors whose closeness is closeness of meaning.

    Raises:
        IncrustacionError: From both methods; its `retryable` says whether to try again.
    """

    @property
    def identidad(self) -> str:
        """Return model and dimension: part of the identity of a collection that holds them.

        Vectors of two identities are never compared.
        """
        ...

    @property
    def dimension(self) -> int:
        """Return how many numbers a vector has."""
        ...

    def embed_documents(self, textos: Sequence[str]) -> list[VectorDenso]:
        """Return the vectors of texts to be found, in their order."""
        ...

    def embed_query(self, texto: str) -> VectorDenso:
        """Return the vector of a text to find others by."""
        ...


def normalise(valores: Sequence[float]) -> VectorDenso:
    """Return `valores` at length 1.

    Raises:
        ValueError: They have no direction: all are zero, or one is not finite.
    """
    length = math.hypot(*valores)
    if not math.isfinite(length) or length == 0:
        raise ValueError("a vector without direction")
    return tuple(valor / length for valor in valores)
