"""Lines to paragraphs and headings."""

from collections.abc import Iterator, Sequence

from oraculo_rag.informes.bloques import Parrafo, Titulo
from oraculo_rag.informes.headings import (
    heading_level,
    is_caption,
    is_label,
    is_numbered,
    starts_with_marker,
)
from oraculo_rag.informes.hyphens import join_lines
from oraculo_rag.informes.pdf.geometry import Line
from oraculo_rag.informes.pdf.pieces import TextPiece
from oraculo_rag.informes.pdf.typography import Typography

_INDENT = 0.8  # of the size
_SAME_SIZE = 0.6  # points


class ParagraphReader:
    """Cuts the lines of one flow where a paragraph ends."""

    def __init__(
        self, typography: Typography, vocabulary: frozenset[str], page: int, margin: float
    ) -> None:
        """Read lines of `page` whose text can reach to x = `margin`."""
        self._typography = typography
        self._vocabulary = vocabulary
        self._page = page
        self._margin = margin

    def read(self, lines: Sequence[Line]) -> Iterator[TextPiece]:
        """Yield the paragraphs and headings of `lines` in order."""
        current: list[Line] = []
        for line in lines:
            if current and not self._goes_on(current, line):
                yield self._piece(current)
                current = []
            current.append(line)
        if current:
            yield self._piece(current)

    def _goes_on(self, current: Sequence[Line], line: Line) -> bool:
        last = current[-1]
        size = last.style.size
        gap = line.box.top - last.box.bottom
        if abs(line.style.size - size) > _SAME_SIZE or gap > self._typography.leading * size:
            return False
        if starts_with_marker(line.text) or (is_label(current[0].text) and is_label(line.text)):
            return False
        if (is_caption(line.text) or is_numbered(line.text)) and not self._is_cut(last, line):
            return False
        prominent = [self._typography.prominence([one]) for one in (last, line)]
        if prominent[0] != prominent[1] and self._level(current) is not None:
            return False
        if all(prominent) and self._level(current) is not None:
            return True
        return self._is_full(last, line) and not self._is_indented_anew(current, line)

    def _is_full(self, last: Line, following: Line) -> bool:
        """Tell whether the first word of the next line had no room at the end of the last."""
        first = following.words[0].box.width
        return last.box.x1 + first + last.style.size / 4 > self._margin

    def _is_cut(self, last: Line, following: Line) -> bool:
        """Tell whether a sentence was left unfinished for want of room: «… Cuadro 4 y»."""
        return self._is_full(last, following) and last.text[-1].isalnum()

    @staticmethod
    def _is_indented_anew(current: Sequence[Line], line: Line) -> bool:
        last, indent = current[-1], _INDENT * line.style.size
        is_item = starts_with_marker(current[0].text)
        if line.box.x0 - last.box.x0 > indent:
            return not (is_item and len(current) == 1)
        return last.box.x0 - line.box.x0 > indent and (is_item or len(current) > 1)

    def _level(self, lines: Sequence[Line]) -> int | None:
        prominent = self._typography.prominence(lines)
        text = join_lines((line.text for line in lines), self._vocabulary)
        if not prominent and (len(lines) > 1 or self._typography.is_small(lines[0])):
            return None
        return heading_level(text, prominent=prominent)

    def _piece(self, lines: Sequence[Line]) -> TextPiece:
        text = join_lines((line.text for line in lines), self._vocabulary)
        level = self._level(lines)
        if level is not None:
            return TextPiece(bloque=Titulo(texto=text, nivel=level, pagina=self._page))
        last = lines[-1]
        return TextPiece(
            bloque=Parrafo(texto=text, pagina=self._page),
            small=all(self._typography.is_small(line) for line in lines),
            full=last.box.x1 > self._margin - 4 * last.style.size,
        )
