"""A possible reading of some words of a message, and the choice between readings."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from oraculo_contracts.tipos import MetodoEnlace, TipoEntidad

from oraculo_catalogo.entidades import EntidadCatalogo

_RANK = {
    tipo: rank
    for rank, tipo in enumerate(
        (
            TipoEntidad.PRODUCTO,
            TipoEntidad.CULTIVO,
            TipoEntidad.PLAGA,
            TipoEntidad.INGREDIENTE,
            TipoEntidad.EMPRESA,
            TipoEntidad.VARIEDAD,
            TipoEntidad.TEMPORADA,
        )
    )
}


class Alcance(IntEnum):
    """How much of a name was read."""

    DENTRO = 0
    COMIENZO = 1
    MARCA = 2
    """A brand without its formulation: «Amistar» of «AMISTAR 50 WG»."""
    ENTERO = 3


class Candidato(NamedTuple):
    """Words `inicio` to `fin` of a message read as entities of one type, the best first."""

    tipo: TipoEntidad
    inicio: int
    fin: int
    nombre: str
    entidades: tuple[EntidadCatalogo, ...]
    alcance: Alcance
    """How much of a name the words are."""
    metodo: MetodoEnlace
    confianza: float
    letras: int
    """How many letters of names were read."""
    esperado: bool = False
    """Whether the word before announces this type: «la empresa X»."""

    def overlaps(self, otro: "Candidato") -> bool:
        """Tell whether the two read a word in common."""
        return self.inicio < otro.fin and otro.inicio < self.fin


def choose(candidatos: Iterable[Candidato], largo: tuple[int, ...]) -> tuple[Candidato, ...]:
    """Return the readings that do not overlap, the best first.

    Args:
        candidatos: All readings.
        largo: The number of characters of each word of the message.
    """

    def worth(candidate: Candidato) -> tuple[float, bool, bool, bool, int, bool, int, int]:
        read = sum(largo[candidate.inicio : candidate.fin])
        return (
            -read * candidate.confianza,
            not candidate.esperado,
            candidate.metodo is not MetodoEnlace.ALIAS,
            _is_part_of_a_brand(candidate),
            -candidate.alcance,
            not any(entity.n_registros for entity in candidate.entidades),
            _RANK[candidate.tipo],
            candidate.inicio,
        )

    chosen: list[Candidato] = []
    for candidate in sorted(candidatos, key=worth):
        if not any(candidate.overlaps(other) for other in chosen):
            chosen.append(candidate)
    return tuple(chosen)


def _is_part_of_a_brand(candidato: Candidato) -> bool:
    """Tell whether words are better read as anything else: «captan» of «CAPTAN 80 WP»."""
    return candidato.tipo is TipoEntidad.PRODUCTO and candidato.alcance < Alcance.ENTERO
