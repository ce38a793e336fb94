"""What is on a page, in points from its top left corner, the page turned upright."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec


class Box(NamedTuple):
    """A rectangle: x grows to the right, y downwards."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def center(self) -> tuple[float, float]:
        """Return the middle point as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """Return the horizontal extent."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Return the vertical extent."""
        return self.bottom - self.top

    def shares_line(self, other: "Box") -> bool:
        """Tell whether the two stand on one line: half of the lower one's height in common."""
        common = min(self.bottom, other.bottom) - max(self.top, other.top)
        return 2 * common >= min(self.height, other.height)


def union(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around `boxes`, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


class Style(msgspec.Struct, frozen=True):
    """How a run of characters is set."""

    font: str
    size: float
    bold: bool
    upright: bool = True


class Glyph(NamedTuple):
    """A character where it stands. White space has no style."""

    text: str
    box: Box
    style: Style | None


class Word(NamedTuple):
    """Characters without white space between them."""

    text: str
    box: Box
    style: Style


class Line(NamedTuple):
    """Words of one line, left to right, nearer to each other than cells of a table are."""

    words: tuple[Word, ...]
    box: Box
    text: str

    @property
    def style(self) -> Style:
        """Return the style that most of its characters have."""
        return dominant_style(self.words)

    @property
    def bold(self) -> bool:
        """Tell whether all of it is bold."""
        return all(word.style.bold for word in self.words)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page as its file gives it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...]
    """Lines of no width or no height: strokes, and the edges of filled boxes."""
    has_image: bool = False
    truncated: bool = False


def dominant_style(words: Sequence[Word]) -> Style:
    """Return the style that most of the characters of `words` have."""
    weights: dict[Style, int] = {}
    for word in words:
        weights[word.style] = weights.get(word.style, 0) + len(word.text)
    return max(weights, key=weights.__getitem__)
