"""Words to lines: on one height, and no further apart than words of a sentence are."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from oraculo_rag.informes.headings import is_marker
from oraculo_rag.informes.pdf.geometry import Box, Line, Word, union

_Item = TypeVar("_Item")
_WIDEST_SPACE = 0.75  # of the type's size; justified text stays below, columns of a table above


class Row(NamedTuple):
    """The lines that stand beside each other: one in prose, one for each cell in a table."""

    lines: tuple[Line, ...]
    box: Box


def make_line(words: Sequence[Word]) -> Line:
    """Return the words, left to right, as a line."""
    ordered = tuple(sorted(words, key=lambda word: word.box.x0))
    return Line(ordered, union(w.box for w in ordered), " ".join(w.text for w in ordered))


def make_row(lines: Iterable[Line]) -> Row:
    """Return the lines, left to right, as a row."""
    ordered = tuple(sorted(lines, key=lambda line: line.box.x0))
    return Row(ordered, union(line.box for line in ordered))


def group_lines(words: Iterable[Word]) -> list[Line]:
    """Return the lines of `words` from top to bottom; those of two columns stay apart."""
    heights = _group_by_height([(word.box, word) for word in words])
    return [line for height in heights for line in _split_at_gaps(height)]


def group_rows(lines: Iterable[Line]) -> list[Row]:
    """Return the rows of `lines` from top to bottom."""
    return [make_row(group) for group in _group_by_height([(ln.box, ln) for ln in lines])]


def _group_by_height(items: Sequence[tuple[Box, _Item]]) -> list[list[_Item]]:
    """Put each item to the group whose first item stands on its line, or open a new group.

    The first item's box decides, not the group's: it must not grow down a slope of items.
    """
    groups: list[tuple[Box, list[_Item]]] = []
    for box, item in sorted(items, key=lambda pair: (pair[0].top, pair[0].x0)):
        for seed, members in reversed(groups[-8:]):
            if seed.shares_line(box):
                members.append(item)
                break
        else:
            groups.append((box, [item]))
    return [members for _, members in groups]


def _split_at_gaps(words: Iterable[Word]) -> list[Line]:
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.x0):
        if lines and _is_near(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [make_line(line) for line in lines]


def _is_near(line: Sequence[Word], word: Word) -> bool:
    """A bullet may stand further from its text than words do from each other."""
    last = line[-1]
    widest = _WIDEST_SPACE * max(last.style.size, word.style.size)
    if len(line) == 1 and is_marker(last.text):
        widest *= 3
    return word.box.x0 - last.box.x1 <= widest
