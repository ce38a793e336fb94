"""Reads the target text of a label, as dirty as it comes, into the names of pests it holds."""

import re
from functools import lru_cache
from typing import NamedTuple

from oraculo_catalogo.lexico import load_words
from oraculo_catalogo.texto import tokenize

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_ABBREVIATION = re.compile(r"\b(spp?|pv|var|subsp|ssp|cv|f|s\.l|[A-Z])\.(?=[\s,;:)a-z]|$)")
_PIECES = re.compile(r"[,;:/•|\"“”]|\s[-–]\s|\.(?=\s|$)|(?<=[a-z])\.(?=[A-Z])")
_CONJUNCTION = re.compile(r"\s+(?:y/o|y|e|o|u)\s+")
_SPECIES = re.compile(
    r"[A-Z][a-zë]+(?: (?:x )?(?!spp?\b)[a-z]{3,}(?:-[a-z]+)?| spp?\b)"
    r"(?: (?:pv|var|subsp|ssp) +[a-z]{3,})?"
)
_RANKS = frozenset({"sp", "spp"})
_MAX_WORDS = 7
_MIN_LETTERS = 3


class Objetivo(NamedTuple):
    """What one target text names: the pests, and the pairs «common name (scientific name)»."""

    nombres: tuple[str, ...]
    pares: tuple[tuple[str, str], ...]


@lru_cache(maxsize=8192)
def parse_objetivo(texto: str) -> Objetivo:
    """Return the pest names that a target text holds, in order, and the pairs it makes of them.

    Several names in one text, lists in brackets, «A o B» and elided marks («sp.») are taken
    apart. What is a goal («aumento de calibre») or a sentence is no pest and is left out.
    """
    plain = _ABBREVIATION.sub(r"\1 ", " ".join(texto.split()))
    nombres: list[str] = []
    pares: list[tuple[str, str]] = []
    start = 0
    for bracket in _BRACKETS.finditer(plain):
        outside, inside = plain[start : bracket.start()], bracket[1]
        start = bracket.end()
        before = _names_in(outside)
        nombres += [*before, *_names_in(inside)]
        pares += _pairs(outside, inside)
    nombres += _names_in(plain[start:])
    pares += _colon_pairs(plain)
    return Objetivo(tuple(dict.fromkeys(nombres)), tuple(dict.fromkeys(pares)))


def _names_in(texto: str) -> list[str]:
    pieces = _PIECES.split(texto)
    candidates = [
        candidate for piece in pieces for candidate in (piece, *_CONJUNCTION.split(piece))
    ]
    return [name for name in map(clean_name, candidates) if name]


def _pairs(outside: str, inside: str) -> list[tuple[str, str]]:
    """Pair the names right before a bracket with the species right after its start."""
    last = next((piece for piece in reversed(_PIECES.split(outside)) if piece.strip()), "")
    scientific = [clean_name(found[0]) for found in _SPECIES.finditer(inside)]
    common = [clean_name(part) for part in _CONJUNCTION.split(last)]
    return [(name, species) for name in common if name for species in scientific if species]


def _colon_pairs(texto: str) -> list[tuple[str, str]]:
    """Pair «Polilla de la manzana: Cydia pomonella»."""
    return [
        (name, species)
        for head, tail in re.findall(r"([^,;:.()]+): ([^,;:.()]+)", texto)
        if (found := _SPECIES.fullmatch(tail.strip()))
        and (name := clean_name(head))
        and (species := clean_name(found[0]))
    ]


@lru_cache(maxsize=16_384)
def clean_name(texto: str) -> str:
    """Return `texto` without the words around a pest's name, or "" when it names no pest."""
    found = tokenize(texto)
    words = tuple(token.texto for token in found)
    start, end = 0, len(words)
    before, after = load_words("antes_de_plaga"), load_words("enlaces")
    while start < end and (words[start] in before or words[start] in after):
        start += 1
    while end > start and (words[end - 1] in after or words[end - 1] in _RANKS):
        end -= 1
    name = words[start:end]
    elided = start > 0 and words[start - 1] in {"de", "del"} and words[0] in {"de", "del"}
    if elided or not _is_name(name):
        return ""
    return texto[found[start].inicio : found[end - 1].fin]


def _is_name(palabras: tuple[str, ...]) -> bool:
    if not palabras or len(palabras) > _MAX_WORDS or max(map(len, palabras)) < _MIN_LETTERS:
        return False
    if any(map(str.isdigit, palabras)) or not load_words("metas").isdisjoint(palabras):
        return False
    return not load_words("genericos").issuperset(palabras)
