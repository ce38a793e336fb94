"""Learns, from the register's own pairs, which pest names stand for one pest.

A species stands for the common names that labels use for it alone («Panonychus ulmi» for
«arañita roja europea», not for «arañita»), and for its other scientific names: those keep the
epithet and share a common name («Cydia molesta», «Grapholita molesta»). A rare spelling stands
for the frequent one that it misses by a letter or two: «Tetranichus urticae».
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from oraculo_contracts.tipos import TipoEntidad

from oraculo_catalogo.entidades import EntidadCatalogo, key_of_name
from oraculo_catalogo.fichas import Etiqueta
from oraculo_catalogo.grafias import correct_spellings
from oraculo_catalogo.nombrar import plaga_texts
from oraculo_catalogo.objetivos import parse_objetivo

_SHARE = 0.7
"""Of the labels that explain a common name by a species, how many must name this one."""
_ALONE = 0.6
"""Of the labels that hold a common name, how many must not hold it within a longer one."""
_MIN_PAIRS = 2

Pares = Counter[tuple[str, str]]


def learn_synonyms(
    entidades: Mapping[str, EntidadCatalogo], etiquetas: Iterable[Etiqueta]
) -> dict[str, tuple[str, ...]]:
    """Return, by id of a pest, the ids of those that it stands for as well, sorted."""
    plagas = [entity for entity in entidades.values() if entity.tipo is TipoEntidad.PLAGA]
    right = correct_spellings(plagas)
    pairs, alone = _observe(etiquetas, plagas)
    merged, accepted = _merge_species(_respell(pairs, right))
    owned = _owned_names(merged, alone, entidades)
    synonyms: defaultdict[str, set[str]] = defaultdict(set)
    for species, main in accepted.items():
        synonyms[species] |= {main, *owned.get(main, ())}
        synonyms[main] |= {species}
    for species, names in owned.items():
        synonyms[species] |= names
    for wrong, correct in right.items():
        synonyms[wrong] |= {correct, *synonyms.get(correct, ())}
    return {id_: tuple(sorted(others - {id_})) for id_, others in synonyms.items()}


def _observe(
    etiquetas: Iterable[Etiqueta], plagas: Iterable[EntidadCatalogo]
) -> tuple[Pares, Counter[str]]:
    """Count the labels of each pair (common name, species), and of each name on its own."""
    by_key = {key_of_name(TipoEntidad.PLAGA, plaga.formas[0]): plaga.id for plaga in plagas}
    pairs: Pares = Counter()
    alone: Counter[str] = Counter()

    def known(nombres: Iterable[str]) -> list[str]:
        keys = (key_of_name(TipoEntidad.PLAGA, name) for name in nombres)
        return [by_key[key] for key in keys if key in by_key]

    for etiqueta in etiquetas:
        targets = [parse_objetivo(texto) for texto in plaga_texts(etiqueta)]
        alone.update({id_ for target in targets for id_ in known(target.nombres)})
        ids = (tuple(known(pair)) for target in targets for pair in target.pares)
        pairs.update({pair for pair in ids if len(pair) == 2})  # noqa: PLR2004
    return pairs, alone


def _respell(pares: Pares, correctas: Mapping[str, str]) -> Pares:
    respelt: Pares = Counter()
    for (common, species), count in pares.items():
        respelt[correctas.get(common, common), correctas.get(species, species)] += count
    return respelt


def _merge_species(pares: Pares) -> tuple[Pares, dict[str, str]]:
    """Join the scientific names of one species; return the pairs, and each name's main one."""
    totals: Counter[str] = Counter()
    by_epithet: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (common, species), count in pares.items():
        totals[species] += count
        if "-" in species:
            by_epithet[common, species.rpartition("-")[2]].add(species)
    main: dict[str, str] = {}
    for _, group in sorted(by_epithet.items()):
        best = min(group, key=lambda species: (-totals[species], species))
        main |= {species: best for species in group - {best} if best not in main}
    return _respell_species(pares, main), main


def _respell_species(pares: Pares, principales: Mapping[str, str]) -> Pares:
    merged: Pares = Counter()
    for (common, species), count in pares.items():
        merged[common, principales.get(species, species)] += count
    return merged


def _owned_names(
    pares: Pares, solos: Counter[str], entidades: Mapping[str, EntidadCatalogo]
) -> dict[str, set[str]]:
    """Return, by species, the common names that labels use for it alone."""
    totals: Counter[str] = Counter()
    for (common, _), count in pares.items():
        totals[common] += count
    owned: defaultdict[str, set[str]] = defaultdict(set)
    for (common, species), count in pares.items():
        frequent = count >= _MIN_PAIRS and count >= _SHARE * totals[common]
        specific = solos[common] >= _ALONE * entidades[common].n_registros
        if frequent and specific and not _is_genus(entidades[common], entidades[species]):
            owned[species].add(common)
    return owned


def _is_genus(comun: EntidadCatalogo, especie: EntidadCatalogo) -> bool:
    """Tell whether a «common name» is but a part of the scientific one: «Aspergillus»."""
    return set(comun.formas[0].split()) <= set(especie.formas[0].split())
