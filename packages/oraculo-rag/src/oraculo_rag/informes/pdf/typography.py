"""How the body of a document is set, against which its headings and notes stand out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

import msgspec

from oraculo_rag.informes.pdf.geometry import Line, Style

_LARGE = 1.12
_SMALL = 0.93
_LEAST_GAP = 0.45  # of the size: lines this near belong to one paragraph in any document


class Typography(msgspec.Struct, frozen=True):
    """Type and spacing of the body of a document."""

    body: Style
    leading: float
    """White space between lines of one paragraph at most, in parts of their size."""

    def prominence(self, lines: Iterable[Line]) -> int:
        """Return how much lines stand out: 0 not at all, 1 by their font, 2 by their size."""
        return min(self._prominence(line) for line in lines)

    def is_small(self, line: Line) -> bool:
        """Tell whether the line is set smaller than the body."""
        return line.style.size < _SMALL * self.body.size

    def _prominence(self, line: Line) -> int:
        style = line.style
        if style.size >= _LARGE * self.body.size:
            return 2
        is_larger = style.size > self.body.size and style.font != self.body.font
        return int((line.bold and not self.body.bold) or is_larger)


def measure_typography(columns: Sequence[Sequence[Line]]) -> Typography:
    """Return the typography of a document from the lines of its flows."""
    weights: Counter[Style] = Counter()
    for line in (line for lines in columns for line in lines):
        weights[line.style] += len(line.text)
    body = weights.most_common(1)[0][0] if weights else Style("", 0.0, bold=False)
    gaps = [
        (below.box.top - above.box.bottom) / body.size
        for lines in columns
        for above, below in pairwise(lines)
        if above.style == below.style == body and above.box.bottom <= below.box.top
    ]
    usual = median(gaps) if gaps else 0.0
    return Typography(body, max(_LEAST_GAP, 1.25 * usual) if usual < 1 else _LEAST_GAP)
