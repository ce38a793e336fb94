"""Port: a collection of points, on one machine or on a server."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from oraculo_rag.densos.incrustador import VectorDenso
from oraculo_rag.indice.codificacion import VectorDisperso


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtro:
    """Which points count: all conditions at once.

    Attributes:
        tipo: The kind of point.
        entidades: Of each group, the point must carry at least one entity id.
        uso: One authorised use must carry, of each named column, at least one entity id.
        ids: The point must be one of these.
        informes: The point must belong to one of these reports.
    """

    tipo: str
    entidades: tuple[tuple[str, ...], ...] = ()
    uso: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ids: tuple[str, ...] = ()
    informes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hallazgo:
    """A point that was found. `puntaje` is 0 in a complete list, which has no ranking."""

    numero: int
    payload: dict[str, Any]
    puntaje: float = 0.0


class Coleccion(Protocol):
    """Points that can be listed completely, or ranked by their words, and by their meaning too."""

    def matching(self, filtro: Filtro) -> Sequence[Hallazgo]:
        """Return every point that passes `filtro`, in the collection's own order."""
        ...

    def search(
        self,
        vector: VectorDisperso,
        filtro: Filtro,
        limite: int,
        denso: VectorDenso | None = None,
    ) -> Sequence[Hallazgo]:
        """Return the `limite` best points that pass `filtro`, best first.

        With `denso` the ranking is fused from words and meaning: a point needs no word of the
        query to be in it, and its `puntaje` says its places in both rankings, not how alike it is.

        Raises:
            SinVectoresError: `denso` is given and the points have no vectors of its size.
        """
        ...

    def count(self, filtro: Filtro) -> int:
        """Return how many points pass `filtro`."""
        ...

    def close(self) -> None:
        """Release what the collection holds open."""
        ...
