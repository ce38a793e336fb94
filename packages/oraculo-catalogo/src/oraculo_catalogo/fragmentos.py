"""Tells pests from the words that dirty lists cut off their names: «temprano», «semilla»."""

from collections import Counter
from collections.abc import Iterable, Mapping

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.entidades import EntidadCatalogo, key_of_name
from oraculo_catalogo.fichas import Etiqueta
from oraculo_catalogo.nombrar import plaga_texts
from oraculo_catalogo.objetivos import parse_objetivo
from oraculo_catalogo.plural import singulars

_ALONE = 0.25
"""Of the labels that hold a word, how many must name it by itself for it to be a pest."""


def find_fragments(
    entidades: Mapping[str, EntidadCatalogo], etiquetas: Iterable[Etiqueta]
) -> frozenset[str]:
    """Return the ids of the single words that are hardly pests, but the ends of pests' names.

    A word is a pest when many labels name it by itself, or when it begins more names than it
    ends («polilla», «gusano»).
    """
    plagas = {id_: e for id_, e in entidades.items() if e.tipo is TipoEntidad.PLAGA}
    alone = _named_alone(etiquetas)
    names = [singulars(tuple(plaga.formas[0].split())) for plaga in plagas.values()]
    heads = Counter(words[0] for words in names if len(words) > 1)
    tails = Counter(word for words in names for word in words[1:])
    return frozenset(
        id_
        for id_, plaga in plagas.items()
        for _, word in [key_of_name(TipoEntidad.PLAGA, plaga.formas[0])]
        if " " not in word
        and alone[word] < _ALONE * plaga.n_registros
        and heads[word] <= tails[word]
    )


def _named_alone(etiquetas: Iterable[Etiqueta]) -> Counter[str]:
    """Count the labels that hold each name by itself."""
    counts: Counter[str] = Counter()
    for etiqueta in etiquetas:
        names = (name for texto in plaga_texts(etiqueta) for name in parse_objetivo(texto).nombres)
        counts.update({key_of_name(TipoEntidad.PLAGA, name)[1] for name in names})
    return counts
