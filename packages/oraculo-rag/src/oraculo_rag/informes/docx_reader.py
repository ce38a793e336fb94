"""DOCX to blocks, by mammoth: styles, merged cells, tracked changes, text boxes, footnotes."""

import importlib
import io
import zipfile
import zlib
from xml.parsers.expat import ExpatError

from oraculo_rag.informes.bloques import Bloque
from oraculo_rag.informes.errores import ArchivoDanadoError, LectorAusenteError
from oraculo_rag.informes.html_reader import read_html
from oraculo_rag.informes.untyped import Untyped

_STYLE_MAP = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
# What mammoth, and what it stands on, raise for parts that are missing, cut or not what they say.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
    NotImplementedError,
)


def read_docx(data: bytes) -> list[Bloque]:
    """Return the blocks of a DOCX whose sizes were checked before.

    Raises:
        InformeError: It is damaged, or mammoth is not installed.
    """
    mammoth = _load()
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLE_MAP,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(_without_pixels),
        )
    except _DAMAGE as error:
        raise ArchivoDanadoError from error
    return read_html(str(result.value))


def _load() -> Untyped:
    """Import mammoth, which has no types, when the first DOCX comes."""
    try:
        return importlib.import_module("mammoth")
    except ImportError as error:
        raise LectorAusenteError from error


def _without_pixels(image: object) -> dict[str, str]:
    del image
    return {}
