"""A page taken apart: drawn tables, lines, and what is turned."""

import msgspec
from msgspec.structs import replace

from oraculo_rag.informes.pdf.geometry import Line, Page
from oraculo_rag.informes.pdf.grids import Grid, find_grids
from oraculo_rag.informes.pdf.lines import group_lines
from oraculo_rag.informes.pdf.rules import Rule, horizontal_rules


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """What a page holds, before its reading order is known."""

    page: Page
    """Without its words and rules, of which a report of many pages has too many to keep."""
    horizontal: list[Rule]
    grids: list[Grid]
    lines: list[Line]
    turned: str
    """Text that does not run from left to right, outside of tables."""

    @property
    def is_blank(self) -> bool:
        """Tell whether there is no text on the page."""
        return not (self.grids or self.lines or self.turned)


def lay_out(page: Page) -> Layout:
    """Return the parts of a page."""
    grids = find_grids(page)
    taken = frozenset[object]().union(*(grid.words for grid in grids))
    free = [word for word in page.words if word not in taken]
    return Layout(
        page=replace(page, words=(), rules=()),
        horizontal=horizontal_rules(page.rules),
        grids=grids,
        lines=group_lines(word for word in free if word.style.upright),
        turned=" ".join(word.text for word in free if not word.style.upright),
    )
