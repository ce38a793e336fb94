"""The one module that opens pdfium: documents and pages to words and rules.

pdfium was chosen over pdfplumber by measurement: six times as fast, one class of errors instead
of a dozen, and a parser that browsers expose to hostile files every day. It is not safe for
threads: one document is open at a time.
"""

import importlib
import threading
from collections.abc import Generator
from contextlib import contextmanager

from oraculo_rag.informes.errores import (
    ArchivoCifradoError,
    ArchivoDanadoError,
    LectorAusenteError,
)
from oraculo_rag.informes.limites import Limites
from oraculo_rag.informes.pdf.frame import Frame
from oraculo_rag.informes.pdf.geometry import Page
from oraculo_rag.informes.pdf.glyphs import GlyphReader
from oraculo_rag.informes.pdf.strokes import StrokeReader
from oraculo_rag.informes.pdf.words import group_words
from oraculo_rag.informes.untyped import Untyped

_LOCK = threading.Lock()
_PASSWORD_ERRORS = frozenset({4, 5})  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY


class Document:
    """An open PDF. `library` is pypdfium2, `handle` its document."""

    def __init__(self, library: Untyped, handle: Untyped, limites: Limites) -> None:
        self._library = library
        self._handle = handle
        self._limites = limites

    def __len__(self) -> int:
        return len(self._handle)

    def read_page(self, number: int) -> Page | None:
        """Return page `number`, from 1, or `None` when it is damaged."""
        try:
            page = self._handle[number - 1]
        except self._library.PdfiumError:
            return None
        try:
            return self._read(page, number)
        except self._library.PdfiumError:
            return None
        finally:
            page.close()

    def _read(self, page: Untyped, number: int) -> Page:
        raw, limits = self._library.raw, self._limites
        left, bottom, right, top = page.get_bbox()
        frame = Frame(left, bottom, right, top, page.get_rotation())
        text = page.get_textpage()
        glyphs = GlyphReader(raw, text, frame).read(limits.caracteres_pagina)
        width, height = frame.size
        return Page(
            number=number,
            width=width,
            height=height,
            words=group_words(glyphs),
            rules=StrokeReader(raw, frame).read(page, limits.trazos_pagina),
            has_image=any(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])),
            truncated=text.count_chars() > limits.caracteres_pagina,
        )


@contextmanager
def open_document(data: bytes, limites: Limites) -> Generator[Document]:
    """Open the PDF in `data`.

    Raises:
        InformeError: It is encrypted or damaged, or pypdfium2 is not installed.
    """
    library = _load()
    with _LOCK:
        try:
            handle = library.PdfDocument(data)
        except library.PdfiumError as error:
            is_locked = error.err_code in _PASSWORD_ERRORS
            raise (ArchivoCifradoError if is_locked else ArchivoDanadoError) from error
        try:
            yield Document(library, handle, limites)
        finally:
            handle.close()


def _load() -> Untyped:
    """Import pypdfium2, which has no types, when the first PDF comes."""
    try:
        importlib.import_module("pypdfium2.raw")
        return importlib.import_module("pypdfium2")
    except ImportError as error:
        raise LectorAusenteError from error
