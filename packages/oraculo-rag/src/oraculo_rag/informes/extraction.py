"""A report's file to passages: the one entry of the package."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from oraculo_rag.informes.bloques import Aviso, Bloque, Contenido, Titulo
from oraculo_rag.informes.captions import attach_captions
from oraculo_rag.informes.chunking import Chunker
from oraculo_rag.informes.docx_reader import read_docx
from oraculo_rag.informes.encoding import decode
from oraculo_rag.informes.errores import (
    ArchivoDemasiadoGrandeError,
    InformeError,
    LectorAusenteError,
    SinTextoError,
)
from oraculo_rag.informes.formats import Formato, sniff_binary, sniff_text
from oraculo_rag.informes.headings import is_section_name
from oraculo_rag.informes.limites import Limites, Plazo
from oraculo_rag.informes.markdown_reader import read_markdown
from oraculo_rag.informes.modelo import Gravedad, Informe, Problema
from oraculo_rag.informes.pdf.reader import read_pdf
from oraculo_rag.informes.plain_reader import read_plain
from oraculo_rag.informes.source import read_source

_MIXED = "Mezcla codificaciones (UTF-8 y Windows-1252). Revisa las tildes o guárdalo en UTF-8."
_SUFFIX = "La extensión no corresponde al contenido. Cámbiala para que otros programas lo abran."


def extract(path: Path, *, id: str | None = None, limits: Limites | None = None) -> Informe:  # noqa: A002
    """Return the report in the file at `path`, told by its content: PDF, DOCX, Markdown or text.

    A file that cannot be read gives an `Informe` without passages and with the `Problema` that
    says what to do; one of which a part cannot be read, the rest and a `Problema` for the part.

    Args:
        path: A regular file; symbolic links are refused.
        id: Identity of the report in the index; the name of the file if left out.
        limits: What the file may cost.

    Raises:
        LectorAusenteError: The library for the format is not installed (extra `informes`).
    """
    archivo = path.name.encode("utf-8", "replace").decode()
    limites = limits or Limites()
    try:
        contenido = _read(path, limites)
    except LectorAusenteError:
        raise
    except InformeError as error:
        problema = Problema(archivo=archivo, motivo=str(error), gravedad=Gravedad.ERROR)
        return Informe(id=id or archivo, titulo=_stem(archivo), problemas=(problema,))
    return _compose(contenido, id or archivo, archivo, limites)


def _compose(contenido: Contenido, informe: str, archivo: str, limites: Limites) -> Informe:
    bloques = attach_captions(contenido.bloques)
    problemas = (
        Problema(archivo=archivo, pagina=aviso.pagina, motivo=aviso.motivo, gravedad=Gravedad.AVISO)
        for aviso in contenido.avisos
    )
    return Informe(
        id=informe,
        titulo=_title(bloques) or _stem(archivo),
        paginas=contenido.paginas,
        pasajes=tuple(Chunker(informe, limites.caracteres_pasaje).chunk(bloques)),
        problemas=tuple(problemas),
    )


def _read(path: Path, limites: Limites) -> Contenido:
    contenido = _read_by_content(path, limites)
    if not contenido.bloques:
        raise SinTextoError
    return contenido


def _read_by_content(path: Path, limites: Limites) -> Contenido:
    plazo = Plazo(limites.segundos)
    data = read_source(path, limites.bytes_archivo)
    formato = sniff_binary(data, limites)
    if formato is Formato.PDF:
        contenido = read_pdf(data, limites, plazo)
    elif formato is Formato.DOCX:
        contenido = Contenido(bloques=read_docx(data))
    else:
        return _read_text(path, data, limites)
    if path.suffix.lower() in formato.value:
        return contenido
    return replace(contenido, avisos=(Aviso(motivo=_SUFFIX), *contenido.avisos))


def _read_text(path: Path, data: bytes, limites: Limites) -> Contenido:
    if len(data) > limites.bytes_documento:
        raise ArchivoDemasiadoGrandeError
    text, mixed = decode(data)
    suffix = path.suffix.lower()
    avisos = [Aviso(motivo=_MIXED)] if mixed else []
    if suffix in (*Formato.PDF.value, *Formato.DOCX.value):
        avisos.append(Aviso(motivo=_SUFFIX))
    is_markdown = sniff_text(text, suffix) is Formato.MARKDOWN
    contenido = Contenido(bloques=read_markdown(text)) if is_markdown else read_plain(text)
    return replace(contenido, avisos=tuple(avisos))


def _title(bloques: Sequence[Bloque]) -> str | None:
    """The first heading, unless the report begins with its first section."""
    first = next((bloque for bloque in bloques if isinstance(bloque, Titulo)), None)
    return first.texto if first and not is_section_name(first.texto) else None


def _stem(archivo: str) -> str:
    return archivo.rpartition(".")[0] or archivo
