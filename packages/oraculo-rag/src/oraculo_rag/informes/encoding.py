"""Bytes of a text file to text, without guessing by statistics: five encodings, in order."""

import codecs

from oraculo_rag.informes.errores import ArchivoVacioError, FormatoDesconocidoError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_CONTROLS = 0.01
_PLAIN_CONTROLS = frozenset("\t\n\r\x0c")
_UNDEFINED_IN_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decode(data: bytes) -> tuple[str, bool]:
    """Return the text, and whether some lines had another encoding than the rest.

    A byte-order mark decides; else UTF-8; else each line by itself, so that a file pasted
    together of UTF-8 and Windows-1252 keeps all its accents.

    Raises:
        InformeError: It is not text, or there is nothing in it.
    """
    text, mixed = _decode(data)
    controls = sum(character < " " and character not in _PLAIN_CONTROLS for character in text)
    if controls > _MOST_CONTROLS * len(text):
        raise FormatoDesconocidoError
    if not text.strip():
        raise ArchivoVacioError
    return text, mixed


def _decode(data: bytes) -> tuple[str, bool]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        lines = [_decode_line(line) for line in data.splitlines(keepends=True)]
    mixed = any(is_utf8 for _, is_utf8 in lines)
    return "".join(text for text, _ in lines), mixed


def _decode_line(line: bytes) -> tuple[str, bool]:
    """Return a line and whether its accents were UTF-8."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        latin = "latin-1" if _UNDEFINED_IN_1252.intersection(line) else "cp1252"
        return line.decode(latin), False
    return text, not text.isascii()
