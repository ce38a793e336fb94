"""Running headers and footers: what stands at the same place of many pages."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from oraculo_rag.informes.headings import is_caption
from oraculo_rag.informes.pdf.geometry import Line, Page
from oraculo_rag.informes.pdf.lines import Row, group_rows

_ZONE = 0.12  # of the page's height, at top and bottom
_SHARE_SAME = 0.4  # of the pages; left and right pages may differ, the first may have none
_SHARE_NUMBERED = 0.6
_POINTS = 4.0  # within these two lines are at one height
_CELLS = 3
_NUMBER = re.compile(r"\d+|\b[ivxl]{1,6}\b")
Place = tuple[str, int]


def find_running(pages: Sequence[tuple[Page, Sequence[Line]]]) -> list[frozenset[Line]]:
    """Return, page by page, the lines that are header or footer.

    The same words on 40 % of the pages, or the same but for numbers on 60 %, at one height, at the
    top or the bottom. The header row of a table that goes on page after page is none.
    """
    outer = [_outer_lines(page, lines) for page, lines in pages]
    same = _count(outer, _place)
    numbered = _count(outer, _numbered_place)
    least_same = max(2.0, _SHARE_SAME * len(pages))
    least_numbered = max(2.0, _SHARE_NUMBERED * len(pages))
    return [
        frozenset(
            line
            for line in lines
            if same[_place(line)] >= least_same
            or (numbered[_numbered_place(line)] >= least_numbered and not is_caption(line.text))
        )
        for lines in outer
    ]


def _count(outer: Sequence[Sequence[Line]], place: Callable[[Line], Place]) -> Counter[Place]:
    """On how many pages each place is taken."""
    return Counter(taken for lines in outer for taken in {place(line) for line in lines})


def _place(line: Line) -> Place:
    return line.text, round(line.box.top / _POINTS)


def _numbered_place(line: Line) -> Place:
    text, height = _place(line)
    return _NUMBER.sub("#", text), height


def _outer_lines(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Lines inside the zones, except those that begin or end a table."""
    rows = group_rows(lines)
    zone = _ZONE * page.height
    outer: list[Line] = []
    for position, row in enumerate(rows):
        below, above = rows[position : position + 2], rows[max(0, position - 1) : position + 1]
        is_header = row.box.bottom <= zone and not _is_tabular(below)
        is_footer = row.box.top >= page.height - zone and not _is_tabular(above)
        if is_header or is_footer:
            outer.extend(row.lines)
    return outer


def _is_tabular(rows: Sequence[Row]) -> bool:
    return all(len(row.lines) >= _CELLS for row in rows)
