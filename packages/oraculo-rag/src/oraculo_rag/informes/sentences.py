"""Sentences of Spanish scientific prose."""

import re
from collections.abc import Iterator

_BOUNDARY = re.compile(r"[.!?…][»”\")]*\s+(?=[«“\"(¿¡]?[A-ZÁÉÍÓÚÜÑ0-9])")
_LAST_WORD = re.compile(r"(\w+)\.$")
_ABBREVIATIONS = re.compile(
    r"agr|al|aprox|ca|cf|cv|dra?|ed|ej|figs?|gr|ing|lat|ltda|m[aá]x|m[ií]n|nro|núm|págs?|prof|sra?|"
    r"sp|spp|ssp|subsp|tab|var|vol|vs",
    re.IGNORECASE,
)


def split_sentences(text: str, limit: int) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of each sentence; one longer than `limit` goes in parts."""
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _is_abbreviation(text[start : match.start() + 1]):
            continue
        yield from _parts(text[start : match.end()].rstrip(), start, limit)
        start = match.end()
    if start < len(text):
        yield from _parts(text[start:], start, limit)


def _is_abbreviation(sentence: str) -> bool:
    last = _LAST_WORD.search(sentence)
    if last is None:
        return False
    word = last[1]
    return _ABBREVIATIONS.fullmatch(word) is not None or (len(word) == 1 and word.isupper())


def _parts(sentence: str, offset: int, limit: int) -> Iterator[tuple[int, str]]:
    """Cut at spaces; only a word longer than `limit` is cut inside."""
    start = 0
    while len(sentence) - start > limit:
        space = sentence.rfind(" ", start + 1, start + limit + 1)
        end = space if space > start else start + limit
        yield offset + start, sentence[start:end]
        start = end + (space > start)
    yield offset + start, sentence[start:]
