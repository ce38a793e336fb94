"""Reading order on pages of one or two columns of text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from oraculo_rag.informes.pdf.geometry import Box, Line, Page, union
from oraculo_rag.informes.pdf.grids import Grid

Item = TypeVar("Item", Line, Grid, Line | Grid)
_MIDDLE = (0.35, 0.7)  # of the page's width: where a second column can begin
_LEAST_LINES = 4
_LEAST_WORDS = 4
_MOST_CROSSING = 0.4  # lines across both columns, for each line inside one
_FULL = 0.75
_BEFORE = 4.0  # points between the gutter's right edge and the text of the right column


def find_gutters(pages: Sequence[tuple[Page, Sequence[Line]]]) -> list[float | None]:
    """Return, page by page, the x that parts its two columns, or `None` for one column.

    A page that shows no second column by itself (it is full of tables, say) has the gutter that
    half of the pages have.
    """
    own = [_find_gutter(page, lines) for page, lines in pages]
    counted = Counter(round(gutter) for gutter in own if gutter is not None)
    common = counted.most_common(1)[0] if counted else (0, 0)
    shared = float(common[0]) if 2 * common[1] >= len(pages) else None
    return [shared if gutter is None else gutter for gutter in own]


def order_flows(items: Iterable[Item], gutter: float | None) -> list[list[Item]]:
    """Return the items as flows of text to be read one after the other.

    What crosses the gutter parts the page into bands; in a band the left column comes first.
    """
    ordered = sorted(items, key=lambda item: item.box.top)
    if gutter is None:
        return [ordered]
    flows: list[list[Item]] = [[]]
    band: tuple[list[Item], list[Item]] = ([], [])
    for item in ordered:
        if _crosses(item.box, gutter):
            flows = _close_band(flows, *band)
            band = ([], [])
            flows[-1].append(item)
        else:
            band[item.box.center[0] > gutter].append(item)
    return [flow for flow in _close_band(flows, *band) if flow]


def _close_band(flows: list[list[Item]], left: list[Item], right: list[Item]) -> list[list[Item]]:
    """A band without right column is the end of the paragraph above it."""
    if not right:
        return [*flows[:-1], flows[-1] + left]
    return [*flows, left, right, []]


def _crosses(box: Box, gutter: float) -> bool:
    return box.x0 < gutter < box.x1


def _find_gutter(page: Page, lines: Sequence[Line]) -> float | None:
    """Full lines of prose that begin at one x in the middle, and as many that end before it."""
    prose = [line for line in lines if len(line.words) >= _LEAST_WORDS]
    first, last = (share * page.width for share in _MIDDLE)
    starts = Counter(round(ln.box.x0) for ln in prose if first < ln.box.x0 < last)
    if not starts:
        return None
    gutter = starts.most_common(1)[0][0] - _BEFORE
    extent = union(line.box for line in prose)
    left = _count_full(prose, extent.x0, gutter)
    right = _count_full(prose, gutter, extent.x1)
    crossing = sum(_crosses(line.box, gutter) for line in prose)
    enough = min(left, right) >= _LEAST_LINES and crossing <= _MOST_CROSSING * (left + right)
    return gutter if enough else None


def _count_full(lines: Sequence[Line], start: float, end: float) -> int:
    """How many lines fill most of the column from `start` to `end`; cells of a table do not."""
    least = _FULL * (end - start)
    return sum(
        start - 1 <= line.box.x0 and line.box.x1 <= end + 1 and line.box.width >= least
        for line in lines
    )
