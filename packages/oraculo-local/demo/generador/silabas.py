"""Soft hyphens in Spanish words: where a narrow column may break a line."""

import re
from itertools import pairwise

_SOFT_HYPHEN = "\u00ad"
_PALABRA = re.compile(r"[a-záéíóúüñ]{6,}")
_CORTE = re.compile(
    r"(?<=[aeiouáéíóúü])(?=(?:[bcfgp][lr]|[dt]r|ch|ll|rr|qu|gu|[bcdfghjklmnñpqrstvxyz])[aeiouáéíóú])"
    r"|(?<=[aeiouáéíóúü][nsrl])(?=(?:[bcfgp][lr]|[dt]r|ch|[bcdfgjmnpqtv])[aeiouáéíóú])"
)
_MIN_PART = 3


def hyphenate(texto: str) -> str:
    """Return `texto` with a soft hyphen at each place where a lower-case word may break."""
    return _PALABRA.sub(lambda palabra: _split(palabra.group()), texto)


def _split(palabra: str) -> str:
    cortes = [corte.start() for corte in _CORTE.finditer(palabra)]
    utiles = [corte for corte in cortes if _MIN_PART <= corte <= len(palabra) - _MIN_PART]
    bordes = [0, *utiles, len(palabra)]
    return _SOFT_HYPHEN.join(palabra[inicio:fin] for inicio, fin in pairwise(bordes))
