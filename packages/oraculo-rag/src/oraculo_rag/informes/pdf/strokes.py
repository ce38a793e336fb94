"""Straight lines and edges of filled boxes on a page: what tables are drawn with."""

import ctypes
from collections.abc import Iterator
from itertools import islice, pairwise

from oraculo_rag.informes.pdf.frame import Frame, Point
from oraculo_rag.informes.pdf.geometry import Box
from oraculo_rag.informes.untyped import Untyped

_THIN = 2.5
_SHORTEST = 4.0
_MOST_SEGMENTS = 512
_FORM_DEPTH = 4
Matrix = tuple[float, float, float, float, float, float]


class StrokeReader:
    """Reads one page. `raw` is `pypdfium2.raw`."""

    def __init__(self, raw: Untyped, frame: Frame) -> None:
        self._raw = raw
        self._frame = frame

    def read(self, page: Untyped, limit: int) -> tuple[Box, ...]:
        """Return the first horizontal and vertical rules of `page`, at most `limit`."""
        paths = page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_PATH], max_depth=_FORM_DEPTH)
        rules = (rule for path in islice(paths, limit) for rule in self._rules(path))
        return tuple(islice(rules, limit))

    def _rules(self, path: Untyped) -> Iterator[Box]:
        segments = self._segments(path)
        if not segments:
            return
        xs, ys = zip(*(point for segment in segments for point in segment), strict=True)
        outline = Box(min(xs), min(ys), max(xs), max(ys))
        if min(outline.width, outline.height) <= _THIN:
            segments = [((outline.x0, outline.top), (outline.x1, outline.bottom))]
        for start, end in segments:
            rule = _straighten(start, end)
            if rule is not None:
                yield rule

    def _segments(self, path: Untyped) -> list[tuple[Point, Point]]:
        """The straight pieces of a path, where they are shown; none when it has curves only."""
        raw, matrix = self._raw, _matrix_of(path)
        points: list[Point] = []
        lines: list[bool] = []
        for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
            segment = raw.FPDFPath_GetPathSegment(path, index)
            points.append(self._point(segment, matrix))
            lines.append(raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO)
        steps = zip(pairwise(points), lines[1:], strict=True) if points else ()
        return [step for step, is_line in steps if is_line]

    def _point(self, segment: Untyped, matrix: Matrix) -> Point:
        x, y = ctypes.c_float(), ctypes.c_float()
        self._raw.FPDFPathSegment_GetPoint(segment, x, y)
        a, b, c, d, e, f = matrix
        return self._frame.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)


def _matrix_of(path: Untyped) -> Matrix:
    """The path's own matrix, then those of the forms around it."""
    matrix = path.get_matrix()
    while path.container is not None:
        path = path.container
        matrix = matrix.multiply(path.get_matrix())
    return matrix.get()


def _straighten(start: Point, end: Point) -> Box | None:
    """A rule without thickness, or `None` when the line is slanted or too short."""
    (x0, y0), (x1, y1) = start, end
    width, height = abs(x1 - x0), abs(y1 - y0)
    if height <= _THIN and width >= _SHORTEST:
        y = (y0 + y1) / 2
        return Box(min(x0, x1), y, max(x0, x1), y)
    if width <= _THIN and height >= _SHORTEST:
        x = (x0 + x1) / 2
        return Box(x, min(y0, y1), x, max(y0, y1))
    return None
