"""What a report says about itself: for reports that the index lists with gaps, or not at all."""

import re
from collections.abc import Iterable, Iterator

from oraculo_rag.informes.chunking import SECTION_SEPARATOR
from oraculo_rag.informes.modelo import Informe
from oraculo_rag.lectura.limpieza import clean_name, temporada

_FIELDS = {
    "temporada": "temporada",
    "empresa": "empresa",
    "compañía": "empresa",
    "compañia": "empresa",
    "cliente": "empresa",
    "mandante": "empresa",
    "solicitante": "empresa",
    "producto": "producto",
    "productos": "producto",
    "producto evaluado": "producto",
    "especie": "cultivo",
    "cultivo": "cultivo",
    "variedad": "variedad",
    "cultivar": "variedad",
}
_NAMES = "|".join(sorted(_FIELDS, key=len, reverse=True))
_LABELLED = re.compile(
    rf"(?:^|[.;]\s+)(?P<name>{_NAMES})(?:\s*\([^)]*\))?\s*:\s*"
    r"(?P<value>.+?)(?=\.?$|[.;]\s+[A-ZÁÉÍÓÚÑ][^.:]{2,30}:)",
    re.IGNORECASE,
)
_CULTIVO_Y_VARIEDAD = re.compile(
    r"(?:^|[.;]\s+)(?P<cultivo>[A-ZÁÉÍÓÚÑ][^.,:;]{2,30}),\s+(?:variedad|cv\.|var\.)\s+"
    r"(?P<variedad>[^.,;:]{2,40})"
)
_TEMPORADA = re.compile(
    r"\btemporada\s+(?P<temporada>(?:19|20)\d{2}(?:\s*[-–—/]\s*(?:19|20)?\d{2})?)", re.IGNORECASE
)
_LAST_PAGE = 2
_PAIR = 2
_FIRST_PASSAGES = 6  # where there are no pages
_LONGEST = 120
_ASIDE = re.compile(r"\s*\([^)]*\)$|[®™]")


def find_metadata(informe: Informe) -> dict[str, str]:
    """Return the fields found on the first pages: temporada, empresa, producto, cultivo, variedad.

    The first statement of a field counts, one with a label («Especie: Cerezo») before one in prose
    («Cerezo, variedad Lapins.»). A field that is not stated is not in the result.
    """
    lines = list(_first_lines(informe))
    found: dict[str, str] = {}
    for name, value in (*_labelled(lines), *_in_prose(lines)):
        text = temporada(value) if name == "temporada" else clean_name(_ASIDE.sub("", value))
        if text and len(text) <= _LONGEST:
            found.setdefault(name, text)
    return found


def _labelled(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        for match in _LABELLED.finditer(line):
            yield _FIELDS[match["name"].lower()], match["value"]


def _in_prose(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        for match in (*_TEMPORADA.finditer(line), *_CULTIVO_Y_VARIEDAD.finditer(line)):
            yield from match.groupdict().items()


def _first_lines(informe: Informe) -> Iterator[str]:
    """Lines of the first pages; a row of a table of pairs reads «name: value»."""
    yield informe.titulo
    paged = informe.paginas is not None
    for pasaje in informe.pasajes if paged else informe.pasajes[:_FIRST_PASSAGES]:
        if paged and (pasaje.pagina or 0) > _LAST_PAGE:
            return
        yield from pasaje.seccion.split(SECTION_SEPARATOR)
        rows = (pasaje.cabecera, *pasaje.filas)
        yield from (f"{row[0].rstrip(':')}: {row[1]}" for row in rows if len(row) == _PAIR)
        yield from pasaje.texto.split("\n")
