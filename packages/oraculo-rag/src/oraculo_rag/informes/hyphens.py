"""Words broken at line ends: «trata-/miento» is one word, «Clorantraniliprol-/Abamectina» two."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+)-$")
_TAIL = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouáéíóúü]")
# How a Spanish syllable may begin: a vowel, a consonant, or one of the clusters of the language.
_ONSET = re.compile(r"(?:[bcdfgkpt][lr]|ch|ll|qu|[b-df-hj-np-tv-zñ])?[aeiouáéíóúüy]")
_GREEK = frozenset({"alfa", "beta", "gamma", "lambda", "zeta", "tau", "theta", "epsilon"})
_WHOLE_WORD = 4


def vocabulary_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the words, and the hyphenated pairs, that stand whole inside `lines`."""
    words: set[str] = set()
    broken = False
    for line in lines:
        found = _WORD.findall(line.casefold())
        found = found[1:] if broken else found
        broken = line.endswith("-")
        words.update(found[:-1] if broken else found)
    return frozenset(words)


def join_lines(lines: Iterable[str], vocabulary: frozenset[str] = frozenset()) -> str:
    """Return the lines of a paragraph as one, words broken by a hyphen put together again."""
    joined = ""
    for line in lines:
        joined = join_pair(joined, line, vocabulary) if joined else line
    return joined


def join_pair(left: str, right: str, vocabulary: frozenset[str] = frozenset()) -> str:
    """Return `left` and `right` as one text: with a space, with the hyphen, or with neither.

    Args:
        left: A line, or what was joined so far.
        right: The line below it.
        vocabulary: The document's own words, which settle what spelling alone cannot.
    """
    if not left.endswith("-") or left == "-" or left.endswith((" -", "--")):
        return f"{left} {right}"
    head, tail = _HEAD.search(left), _TAIL.match(right)
    if head and tail and _is_broken_word(head[1], tail[0], vocabulary):
        return left[:-1] + right
    return left + right


def _is_broken_word(head: str, tail: str, vocabulary: frozenset[str]) -> bool:
    """Tell whether the hyphen between two runs of letters is only the line's."""
    first, second = head.casefold(), tail.casefold()
    if f"{first}-{second}" in vocabulary:
        return False
    if first + second in vocabulary:
        return True
    if tail[0].isupper() and not (head.isupper() and tail.isupper()):
        return False
    if first in _GREEK or _both_whole(first, second, vocabulary):
        return False
    return _splits_like_spanish(first, second)


def _both_whole(first: str, second: str, vocabulary: frozenset[str]) -> bool:
    """«costo-/beneficio»: both halves are words of the document by themselves."""
    return min(len(first), len(second)) >= _WHOLE_WORD and {first, second} <= vocabulary


def _splits_like_spanish(first: str, second: str) -> bool:
    """A syllable begins with at most a consonant or a cluster, and takes it from the one before."""
    if not (_VOWEL.search(first) and _ONSET.match(second)):
        return False
    return bool(_VOWEL.search(first[-1])) or not _VOWEL.match(second)
