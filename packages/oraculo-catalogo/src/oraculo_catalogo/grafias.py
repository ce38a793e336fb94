"""Tells a rare misspelling in the register from the frequent name that it means."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

from rapidfuzz.distance import OSA

from oraculo_catalogo.entidades import EntidadCatalogo

_RARE = 3
_TIMES_MORE = 4
_MIN_LETTERS = 6
_MAX_ERRORS = 2

Escrita = tuple[list[str], EntidadCatalogo]


def correct_spellings(plagas: Iterable[EntidadCatalogo]) -> dict[str, str]:
    """Return, by id of a rare name, the id of the frequent one it misspells."""
    by_size: defaultdict[int, list[Escrita]] = defaultdict(list)
    for plaga in plagas:
        words = plaga.formas[0].split()
        by_size[len(words)].append((words, plaga))
    for same_size in by_size.values():
        same_size.sort(key=lambda written: (-written[1].n_registros, written[1].id))
    return {
        rare.id: best.id
        for same_size in by_size.values()
        for words, rare in same_size
        if rare.n_registros <= _RARE and (best := _frequent_form(words, rare, same_size))
    }


def _frequent_form(
    palabras: list[str], rara: EntidadCatalogo, otras: Iterable[Escrita]
) -> EntidadCatalogo | None:
    """Return the most frequent of `otras`, which come most frequent first, that is near enough."""
    enough = _TIMES_MORE * max(1, rara.n_registros)
    frequent = takewhile(lambda written: written[1].n_registros >= enough, otras)
    near = (entity for words, entity in frequent if _one_word_misspelt(palabras, words))
    return next(near, None)


def _one_word_misspelt(left: list[str], right: list[str]) -> bool:
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    return (
        min(len(a), len(b)) >= _MIN_LETTERS
        and a[0] == b[0]
        and OSA.distance(a, b, score_cutoff=_MAX_ERRORS) <= _MAX_ERRORS
    )
