"""Text as the catalogue compares it: lower case, without accents, marks or look-alikes."""

import re
import threading
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple, Protocol

_GREEK_AND_CYRILLIC = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχАВЕЗКМНОРСТУХаеорсух",
    "abezhikmnoptyxaikvopuxabe3kmhopctyxaeopcyx",
)
_NOT_LETTERS = frozenset("®™©ⓇⓒªºⒸ°¹²³⁰⁴⁵⁶⁷⁸⁹")
_GLUED_MARK = re.compile(r"(?<=[A-ZÁÉÍÓÚÑ]{3})MR(?![A-Za-zÁÉÍÓÚÑáéíóúñ])")
_TOKEN = re.compile(r"[a-z0-9]+")


class Token(NamedTuple):
    """A word of a text: folded, and where it stands in the original (characters)."""

    texto: str
    inicio: int
    fin: int


@lru_cache(maxsize=4096)
def _fold_character(caracter: str) -> str:
    if caracter in _NOT_LETTERS:
        return " "
    latin = unicodedata.normalize("NFKD", caracter).translate(_GREEK_AND_CYRILLIC)
    folded = unicodedata.normalize("NFKD", latin.casefold()).translate(_GREEK_AND_CYRILLIC)
    return "".join(_keep(part) for part in folded)


def _keep(caracter: str) -> str:
    if unicodedata.combining(caracter):
        return ""
    if caracter == "*":
        return " "
    return caracter if " " < caracter <= "~" or caracter.isalpha() else " "


def _unmark(texto: str) -> str:
    """Blank the registered mark «MR» where capitals run into it: «ACMEMR». Keeps the length."""
    return _GLUED_MARK.sub("  ", texto) if "MR" in texto else texto


def fold(texto: str) -> str:
    """Return `texto` in the form in which names are compared.

    Lower case; accents, «ñ»'s tilde, ®, ™, asterisks, superscripts and control characters
    removed; Greek and Cyrillic letters that look Latin turned into Latin; typographic dashes,
    quotes and runs of white space turned into one space. Folding twice changes nothing.
    """
    return " ".join("".join(map(_fold_character, _unmark(texto))).split())


def tokens(texto: str) -> tuple[str, ...]:
    """Return the words of `texto`: the runs of `[a-z0-9]` of its folded form."""
    return tuple(_TOKEN.findall("".join(map(_fold_character, _unmark(texto)))))


def tokenize(texto: str) -> tuple[Token, ...]:
    """Return the words of `texto` with their character offsets in it."""
    origins: list[int] = []
    folded: list[str] = []
    for index, character in enumerate(_unmark(texto)):
        piece = _fold_character(character)
        folded.append(piece)
        origins.extend([index] * len(piece))
    return tuple(
        Token(match[0], origins[match.start()], _end(texto, origins[match.end() - 1]))
        for match in _TOKEN.finditer("".join(folded))
    )


def _end(texto: str, last: int) -> int:
    """Return the end of the character at `last`, its combining marks included."""
    end = last + 1
    while end < len(texto) and unicodedata.combining(texto[end]):
        end += 1
    return end


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802


_lock = threading.Lock()


@lru_cache(maxsize=16_384)
def stem(token: str) -> str:
    """Return the Spanish Snowball stem of a folded word: conjugations and genders meet too."""
    with _lock:  # the stemmer keeps its state in the instance
        return _stemmer().stemWord(token)


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    # Late: only questions with words that no list knows need it, and it costs 10 ms or more.
    return import_module("snowballstemmer.spanish_stemmer").SpanishStemmer()
