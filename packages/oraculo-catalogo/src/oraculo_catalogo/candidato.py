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
    """Words from inside it: «bimaculada»."""
    COMIENZO = 1
    """Its beginning: «arañita»."""
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

    def worth(candidate: Candidato) -> tuple[float | bool | int, ...]:
        read = sum(largo[candidate.inicio : candidate.fin])
        return (-read * candidate.confianza, *_precedence(candidate), candidate.inicio)

    chosen: list[Candidato] = []
    for candidate in sorted(candidatos, key=worth):
        if not any(candidate.overlaps(other) for other in chosen):
            chosen.append(candidate)
    return tuple(chosen)


def _precedence(candidato: Candidato) -> tuple[bool | int, ...]:
    """Return what decides between readings of the same words: the lesser comes first.

    An announced type, a curated name and a whole product's name come first; part of a product's
    last («captan» of «CAPTAN 80 WP»). Between the others the greater reach decides — the
    beginning of an ingredient's name is as good as the whole: «glifosato» — then the records.
    """
    product = candidato.tipo is TipoEntidad.PRODUCTO
    whole = candidato.alcance is Alcance.ENTERO
    known = candidato.tipo is TipoEntidad.INGREDIENTE and candidato.alcance is Alcance.COMIENZO
    return (
        not candidato.esperado,
        candidato.metodo is not MetodoEnlace.ALIAS,
        not (product and whole),
        product and not whole,
        -min(Alcance.MARCA if known else candidato.alcance, Alcance.MARCA),
        -sum(entity.n_registros for entity in candidato.entidades),
        _RANK[candidato.tipo],
    )
