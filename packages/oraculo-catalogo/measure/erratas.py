"""Spelling errors: one letter dropped, doubled, swapped or replaced by a neighbour key's."""

import random
import re

_KEYS = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
)
_NEIGHBOURS = {
    key: (row[place - 1 : place] if place else "") + row[place + 1 : place + 2]
    for row in _KEYS
    for place, key in enumerate(row)
}
_LONG = 4
CLASES = ("omitida", "cambiada", "reemplazada", "insertada")


def misspell(texto: str, clase: str, azar: random.Random) -> str:
    """Return `texto` with one error of a class in a word of four letters or more.

    Where there is no such word, any letter is taken; digits and marks stay. A text with no letter
    for the error is returned as it is.
    """
    places = _places(texto, from_second=clase == "cambiada")
    if not places:
        return texto
    place = azar.choice(places)
    letter = texto[place]
    match clase:
        case "omitida":
            return texto[:place] + texto[place + 1 :]
        case "cambiada":
            return texto[: place - 1] + letter + texto[place - 1] + texto[place + 1 :]
        case "reemplazada":
            return texto[:place] + azar.choice(_NEIGHBOURS[letter]) + texto[place + 1 :]
        case _:
            return texto[:place] + azar.choice(_NEIGHBOURS[letter]) + texto[place:]


def _places(texto: str, *, from_second: bool) -> list[int]:
    """Return where an error may fall: letters of the long words, else any letter."""
    words = [
        [place for place in range(*match.span()) if texto[place] in _NEIGHBOURS]
        for match in re.finditer(r"[a-z0-9]+", texto)
    ]
    letters = [
        (len(word), place)
        for word in words
        for place in (word[1:] if from_second else word)
        if not from_second or texto[place] != texto[place - 1] in _NEIGHBOURS
    ]
    long_words = [place for length, place in letters if length >= _LONG]
    return long_words or [place for _, place in letters]
