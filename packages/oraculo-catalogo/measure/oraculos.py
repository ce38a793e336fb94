"""The complete sets, worked out without the package under measure.

A label belongs to a pest's set when its target text holds the pest's words in a row, singular
and plural alike; to an ingredient's set when one of its ingredients does, letter by letter.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from oraculo_catalogo.fichas import Ensayo, Etiqueta

Conjunto = frozenset[str]
_PLURALS = (
    (re.compile(r"(?<=..)ces$"), "z"),
    (re.compile(r"(?<=..[^aeiou])es$"), ""),
    (re.compile(r"(?<=..)(?<=[ao])s$"), ""),
    (re.compile(r"(?<=...[^aeiou])e$"), ""),
)
"""Endings of plurals and what their singulars end in; «-e» as well, so that «verde(s)» meet."""


def plain(texto: str) -> str:
    """Return `texto` as people type it: lower case, no accents, no marks."""
    look_alikes = texto.translate(str.maketrans("ΑΒΕΙΚΜΝΟΡΤΧ", "ABEIKMNOPTX"))
    unmarked = re.sub(r"[®™©Ⓡ*°º]", " ", look_alikes)
    decomposed = unicodedata.normalize("NFD", unmarked.lower())
    letters = "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")
    return " ".join(letters.split())


def _words(texto: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", plain(texto))


def _one(palabra: str) -> str:
    """Return a word without its plural, by the rules of school grammar."""
    for ending, singular in _PLURALS:
        if ending.search(palabra):
            return ending.sub(singular, palabra)
    return palabra


def _text(palabras: Iterable[str]) -> str:
    return f" {' '.join(palabras)} "


class Oraculo:
    """Answers which records a name should find."""

    def __init__(self, etiquetas: Iterable[Etiqueta], ensayos: Iterable[Ensayo]) -> None:
        """Fold the texts of all records once."""
        labels = tuple(etiquetas)
        self._plagas: Mapping[str, str] = {
            label.id: " ".join(_text(map(_one, _words(o))) for o in label.objetivos)
            for label in labels
        }
        self._ingredientes: Mapping[str, tuple[str, ...]] = {
            label.id: tuple(_text(_words(i.nombre)) for i in label.ingredientes) for label in labels
        }
        self._cultivos: Mapping[str, str] = {
            ensayo.id: _text(map(_one, _words(ensayo.cultivo or ""))) for ensayo in ensayos
        }

    def plaga(self, *nombres: str) -> Conjunto:
        """Return the labels whose target text holds one of the names."""
        wanted = [_text(map(_one, _words(name))) for name in nombres]
        return frozenset(
            id_ for id_, text in self._plagas.items() if any(name in text for name in wanted)
        )

    def ingrediente(self, nombre: str) -> Conjunto:
        """Return the labels with an ingredient that holds the name."""
        wanted = _text(_words(nombre))
        return frozenset(
            id_ for id_, cells in self._ingredientes.items() if any(wanted in c for c in cells)
        )

    def cultivo(self, *nombres: str) -> Conjunto:
        """Return the trials in a crop that holds one of the names."""
        wanted = [_text(map(_one, _words(name))) for name in nombres]
        return frozenset(
            id_ for id_, text in self._cultivos.items() if any(name in text for name in wanted)
        )
