"""The characters of a page with their boxes and styles, as pdfium finds them."""

import ctypes
import re
from collections.abc import Iterator

from oraculo_rag.informes.pdf.frame import Frame
from oraculo_rag.informes.pdf.geometry import Box, Glyph, Style
from oraculo_rag.informes.text import clean
from oraculo_rag.informes.untyped import Untyped

_BOLD_NAME = re.compile(r"bold|black|heavy|negrita|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_LINE_END_HYPHEN = 2  # how pdfium reports a hyphen after which the line ends
_NAME_BYTES = 128
_SPACE = Glyph(" ", Box(0, 0, 0, 0), None)


class GlyphReader:
    """Reads one page. `raw` is `pypdfium2.raw`, `text` the page's text handle."""

    def __init__(self, raw: Untyped, text: Untyped, frame: Frame) -> None:
        self._raw = raw
        self._text = text
        self._frame = frame
        self._rect = raw.FS_RECTF()
        self._styles: dict[int, Style] = {}

    def read(self, limit: int) -> Iterator[Glyph]:
        """Yield at most `limit` characters in the order of the file, white space included."""
        for index in range(min(self._text.count_chars(), limit)):
            code = self._raw.FPDFText_GetUnicode(self._text, index)
            character = "-" if code == _LINE_END_HYPHEN else clean(chr(code))
            box = self._box(index) if character else None
            if box is None:
                yield _SPACE
            else:
                yield Glyph(character, box, self._style(index))

    def _box(self, index: int) -> Box | None:
        """The font's own height, or the ink's where the font does not tell its height."""
        rect = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._text, index, rect)
        if rect.top - rect.bottom > 0 and rect.right - rect.left > 0:
            return self._frame.box(rect.left, rect.bottom, rect.right, rect.top)
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        self._raw.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        if top.value <= bottom.value:
            return None
        return self._frame.box(left.value, bottom.value, right.value, top.value)

    def _style(self, index: int) -> Style:
        """One style for each text object, of which a line has a few."""
        pointer = self._raw.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(pointer, ctypes.c_void_p).value or 0
        if key not in self._styles:
            self._styles[key] = self._read_style(index)
        return self._styles[key]

    def _read_style(self, index: int) -> Style:
        raw, text = self._raw, self._text
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, index, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        name = ctypes.create_string_buffer(_NAME_BYTES)
        raw.FPDFText_GetFontInfo(text, index, name, _NAME_BYTES, None)
        font = name.value.decode("utf-8", "replace").rpartition("+")[2]
        weight = raw.FPDFText_GetFontWeight(text, index)
        return Style(
            font=font,
            size=round(raw.FPDFText_GetFontSize(text, index) * scale, 1),
            bold=_BOLD_NAME.search(font) is not None or weight >= _BOLD_WEIGHT,
            upright=self._frame.is_upright(matrix.a, matrix.b),
        )
