"""Takes apart the cells that name several things at once, and the words around a name."""

import re

from oraculo_catalogo.texto import tokens

_PRODUCTS = re.compile(r"\s+[yYeE]\s+|\s*,\s*")
_CULTIVOS = re.compile(r"\s+[yYeEoO]\s+|\s*[,;/]\s*|\.\s")
_NOTES = re.compile(r"\([^)]*\)?")
_NOTHING = frozenset({"", "na", "n a", "n d", "nd", "s d", "s i", "no aplica", "sin informacion"})
_LEGAL = frozenset({"s", "a", "sa", "spa", "ltda", "limitada", "chile", "cia", "inc", "ltd"})


def is_nothing(texto: str | None) -> bool:
    """Tell whether a cell says that it says nothing: «NA», «N/D», «-»."""
    return texto is None or " ".join(tokens(texto)) in _NOTHING


def ensayo_products(texto: str) -> tuple[str, ...]:
    """Return the name in a trial's product cell and, when it joins several, each of them."""
    return _distinct(texto, *_PRODUCTS.split(texto))


def cultivos(texto: str) -> tuple[str, ...]:
    """Return the crops that a cell lists: «Cerezos, ciruelos y guindos» are three."""
    return _distinct(*_CULTIVOS.split(_NOTES.sub(" ", texto)))


def empresa_words(texto: str) -> tuple[str, ...]:
    """Return the words of a company's name without its legal form: «Acme Chile S.A.»."""
    words = tokens(texto)
    end = len(words)
    while end > 1 and words[end - 1] in _LEGAL:
        end -= 1
    return words[:end]


def _distinct(*partes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in partes if not is_nothing(part)))
