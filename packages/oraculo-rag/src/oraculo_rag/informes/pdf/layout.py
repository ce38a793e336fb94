"""A page taken apart: drawn tables, lines, and what is turned."""

import msgspec

from oraculo_rag.informes.pdf.geometry import Line, Page
from oraculo_rag.informes.pdf.grids import Grid, find_grids
from oraculo_rag.informes.pdf.lines import group_lines


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """What a page holds, before its reading order is known."""

    page: Page
    grids: list[Grid]
    lines: list[Line]
    turned: str
    """Text that does not run from left to right, outside of tables."""


def lay_out(page: Page) -> Layout:
    """Return the parts of a page."""
    grids = find_grids(page)
    taken = frozenset[object]().union(*(grid.words for grid in grids))
    free = [word for word in page.words if word not in taken]
    return Layout(
        page=page,
        grids=grids,
        lines=group_lines(word for word in free if word.style.upright),
        turned=" ".join(word.text for word in free if not word.style.upright),
    )
