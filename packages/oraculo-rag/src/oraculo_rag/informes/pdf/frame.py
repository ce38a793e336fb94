"""From a PDF's coordinates, origin bottom left and unrotated, to an upright page's."""

from collections.abc import Callable

import msgspec

from oraculo_rag.informes.pdf.geometry import Box

Point = tuple[float, float]
_TURNS: dict[int, Callable[[float, float, float, float], Point]] = {
    0: lambda x, y, _, height: (x, height - y),
    90: lambda x, y, _w, _h: (y, x),
    180: lambda x, y, width, _: (width - x, y),
    270: lambda x, y, width, height: (height - y, width - x),
}
_DIRECTIONS: dict[int, Point] = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}
_UPRIGHT_COSINE = 0.9


class Frame(msgspec.Struct, frozen=True):
    """The visible part of a page and the quarter turns with which it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation % 180 else (width, height)

    def point(self, x: float, y: float) -> Point:
        """Return where a point of the file is shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return _TURNS[self.rotation](x - self.left, y - self.bottom, width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return where a rectangle of the file is shown."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def is_upright(self, across: float, up: float) -> bool:
        """Tell whether text that runs towards (across, up) reads from left to right."""
        length = (across * across + up * up) ** 0.5
        x, y = _DIRECTIONS[self.rotation]
        return length == 0 or across * x + up * y >= _UPRIGHT_COSINE * length
