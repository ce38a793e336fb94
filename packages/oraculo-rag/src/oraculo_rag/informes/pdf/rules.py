"""Rules to grids: which lines make a table's frame, and which cells they part."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from oraculo_rag.informes.pdf.geometry import Box

_NEAR = 3.0  # points; rules this near are drawn as one
_NARROWEST = 8.0  # points of a column or row whose outer rule is left out
_MOST_RULES = 1_500  # of one direction; more make a drawing, not a table
_LEAST_LINES = 3


class Rule(NamedTuple):
    """A line at `at` (y of a horizontal, x of a vertical one) from `start` to `end`."""

    at: float
    start: float
    end: float

    def covers(self, point: float) -> bool:
        """Tell whether the line passes `point`."""
        return self.start - _NEAR <= point <= self.end + _NEAR


class Ruling(NamedTuple):
    """Lines that touch each other: the x of its columns' borders and the y of its rows'."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]

    @property
    def rows(self) -> int:
        """Return how many rows of cells it frames."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """Return how many columns of cells it frames."""
        return len(self.xs) - 1

    def locate(self, point: tuple[float, float]) -> tuple[int, int] | None:
        """Return the (row, column) that holds `point`."""
        column, row = bisect_right(self.xs, point[0]) - 1, bisect_right(self.ys, point[1]) - 1
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return (row, column) if inside else None

    def has_left_edge(self, place: tuple[int, int]) -> bool:
        """Tell whether a line parts the cell at `place` from the one on its left."""
        row, column = place
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return _is_drawn(self.vertical, self.xs[column], middle)

    def has_top_edge(self, place: tuple[int, int]) -> bool:
        """Tell whether a line parts the cell at `place` from the one above."""
        row, column = place
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return _is_drawn(self.horizontal, self.ys[row], middle)


def horizontal_rules(boxes: Iterable[Box]) -> list[Rule]:
    """Return the horizontal lines from top to bottom, pieces of one line put together."""
    return _join(Rule(box.top, box.x0, box.x1) for box in boxes if box.width > box.height)


def vertical_rules(boxes: Iterable[Box]) -> list[Rule]:
    """Return the vertical lines from left to right, pieces of one line put together."""
    return _join(Rule(box.x0, box.top, box.bottom) for box in boxes if box.height > box.width)


def group_rulings(boxes: Sequence[Box]) -> list[Ruling]:
    """Return the groups of lines that may frame a table of two columns or more."""
    horizontal, vertical = horizontal_rules(boxes), vertical_rules(boxes)
    if max(len(horizontal), len(vertical)) > _MOST_RULES:
        return []
    groups = _connect(horizontal, vertical)
    rulings = (_ruling(across, down) for across, down in groups)
    return [r for r in rulings if len(r.xs) >= _LEAST_LINES and len(r.ys) > 1]


def _join(rules: Iterable[Rule]) -> list[Rule]:
    """Snap rules to the first one near them, then join those that touch."""
    joined: list[Rule] = []
    level = float("-inf")
    snapped: list[Rule] = []
    for rule in sorted(rules):
        level = rule.at if rule.at - level > _NEAR else level
        snapped.append(Rule(level, rule.start, rule.end))
    for rule in sorted(snapped):
        last = joined[-1] if joined else None
        if last and last.at == rule.at and rule.start <= last.end + _NEAR:
            joined[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined


def _connect(
    horizontal: Sequence[Rule], vertical: Sequence[Rule]
) -> list[tuple[list[Rule], list[Rule]]]:
    """Group lines that cross or touch, directly or by others."""
    groups: list[tuple[list[Rule], list[Rule]]] = [([], [rule]) for rule in vertical]
    for rule in horizontal:
        touched = [g for g in groups if any(_touch(rule, other) for other in g[1])]
        across = [rule, *(line for group in touched for line in group[0])]
        down = [line for group in touched for line in group[1]]
        groups = [g for g in groups if not any(g is other for other in touched)]
        groups.append((across, down))
    return groups


def _touch(horizontal: Rule, vertical: Rule) -> bool:
    return horizontal.covers(vertical.at) and vertical.covers(horizontal.at)


def _ruling(horizontal: Iterable[Rule], vertical: Iterable[Rule]) -> Ruling:
    across, down = tuple(sorted(horizontal)), tuple(sorted(vertical))
    return Ruling(_borders(down, across), _borders(across, down), across, down)


def _borders(rules: Sequence[Rule], crossing: Sequence[Rule]) -> tuple[float, ...]:
    """Where the rules are, and where those that cross them end: a frame may be left open."""
    borders = sorted({rule.at for rule in rules})
    first = min((rule.start for rule in crossing), default=float("inf"))
    last = max((rule.end for rule in crossing), default=float("-inf"))
    before = [first] if borders and first < borders[0] - _NARROWEST else []
    after = [last] if borders and last > borders[-1] + _NARROWEST else []
    return (*before, *borders, *after)


def _is_drawn(rules: Iterable[Rule], at: float, point: float) -> bool:
    return any(rule.at == at and rule.covers(point) for rule in rules)
