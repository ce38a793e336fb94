"""Which format a file has, by its content; the suffix only tells Markdown from plain text."""

import io
import re
import zipfile
from enum import Enum

from oraculo_rag.informes.errores import (
    ArchivoCifradoError,
    ArchivoDanadoError,
    ArchivoDemasiadoGrandeError,
    FormatoDesconocidoError,
)
from oraculo_rag.informes.limites import Limites

_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (_OLE, b"{\\rtf", b"<!doctype", b"<html", b"<?xml")
_MARKDOWN = re.compile(r"^(?:#{1,6} +\S|\|?(?: *:?-{3,}:? *\|)+)", re.MULTILINE)
_DOCX_BODY = "word/document.xml"
_ENCRYPTED_FLAG = 0x1


class Formato(Enum):
    """The formats that can be read, with their usual suffixes."""

    PDF = (".pdf",)
    DOCX = (".docx",)
    MARKDOWN = (".md", ".markdown")
    TEXTO = (".txt", ".text", "")


def sniff_binary(data: bytes, limites: Limites) -> Formato | None:
    """Return the format that the first bytes tell, or `None`: it may be text.

    Raises:
        InformeError: A format that is not read, an encrypted file, or a zip that would not fit.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Formato.PDF
    if data.startswith(b"PK"):
        _check_docx(data, limites)
        return Formato.DOCX
    if data.startswith(_OLE) and _OLE_ENCRYPTED in data:
        raise ArchivoCifradoError
    if data.lstrip()[:16].lower().startswith(_FOREIGN):
        raise FormatoDesconocidoError
    return None


def sniff_text(text: str, suffix: str) -> Formato:
    """Return `MARKDOWN` for its suffixes, or where its headings or tables are seen."""
    is_markdown = suffix in Formato.MARKDOWN.value or _MARKDOWN.search(text)
    return Formato.MARKDOWN if is_markdown else Formato.TEXTO


def _check_docx(data: bytes, limites: Limites) -> None:
    """Look at the sizes a zip declares before anything is uncompressed.

    They can lie, but `zipfile` never yields more of a member than its declared size.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ArchivoDanadoError from error
    if not any(member.filename == _DOCX_BODY for member in members):
        raise FormatoDesconocidoError
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise ArchivoCifradoError
    documents = sum(m.file_size for m in members if m.filename.endswith((".xml", ".rels")))
    everything = sum(member.file_size for member in members)
    if documents > limites.bytes_documento or everything > limites.bytes_descomprimidos:
        raise ArchivoDemasiadoGrandeError
