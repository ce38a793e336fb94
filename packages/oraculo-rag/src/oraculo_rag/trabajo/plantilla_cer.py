"""The trials' templates: what a report says, by section, in its own words."""

import re
from collections.abc import Iterable, Sequence

from oraculo_catalogo.fichas import Ensayo
from oraculo_catalogo.texto import fold
from oraculo_contracts.tipos import Fila, Fuente, FuenteCitada

from oraculo_rag.almacen.manifiesto import CargaFuente
from oraculo_rag.informes.modelo import Pasaje, TipoPasaje
from oraculo_rag.trabajo.textos import AVISO_FICTICIO, short_date

SIN_ENSAYOS = "El índice de ensayos CER no está cargado: usa «oraculo ingerir cer» para cargarlo."
SIN_PLAGAS = (
    "El índice de ensayos cargado no trae el texto de los informes, así que no se puede buscar en "
    "él por plaga o por objetivo."
)
_SECCIONES = (
    ("Objetivo", ("objetivo",)),
    ("Tratamientos (dosis del ensayo, no de la etiqueta)", ("tratamiento",)),
    ("Resultados", ("resultado",)),
    ("Conclusiones", ("conclusi",)),
)
"""What a person wants to know of a trial, in this order, and how reports head it."""

_VACIAS = {"", "-", "–", "—"}
_EJE = re.compile(r"\s*(?:(?:[\d.,%]+|T\d{1,2}|DDA|DDC)\s*)+")


def notes_of(carga: CargaFuente) -> list[str]:
    """Return what must be said of every answer from this load."""
    return [AVISO_FICTICIO] if carga.ficticia else []


def row(ensayo: Ensayo, carga: CargaFuente) -> Fila:
    """Return the line of a list: two trials that differ in anything read differently."""
    cultivo = " ".join(part for part in (ensayo.cultivo, _variedad(ensayo)) if part)
    temporada = f"temporada {ensayo.temporada}" if ensayo.temporada else "temporada no indicada"
    named = {
        "producto": ensayo.producto,
        "cultivo": ensayo.cultivo,
        "variedad": ensayo.variedad,
        "temporada": ensayo.temporada,
        "empresa": ensayo.empresa,
    }
    return Fila(
        id=ensayo.id,
        fuente=Fuente.CER,
        titulo=name_of(ensayo),
        detalle=", ".join(part for part in (cultivo, temporada, ensayo.empresa) if part),
        atributos={key: value for key, value in named.items() if value},
        cita=citation(ensayo, carga),
    )


def name_of(ensayo: Ensayo) -> str:
    """Return the trial's product, or what it can be called by when the index names none."""
    if ensayo.producto:
        return ensayo.producto
    return f"Ensayo de {ensayo.empresa}" if ensayo.empresa else "Ensayo sin producto indicado"


def _variedad(ensayo: Ensayo) -> str:
    return f"(variedad {ensayo.variedad})" if ensayo.variedad else ""


def citation(ensayo: Ensayo, carga: CargaFuente, pagina: int | None = None) -> FuenteCitada:
    """Return the report, or its page on the net, that a statement comes from."""
    parts = (ensayo.producto, ensayo.cultivo, ensayo.variedad, ensayo.temporada)
    described = ", ".join(part for part in parts if part) or name_of(ensayo)
    note = " (ficticio)" if carga.ficticia else ""
    return FuenteCitada(
        titulo=f"Informe CER: {described}{note}",
        url=ensayo.url_pdf or ensayo.url_estudio,
        pagina=pagina,
    )


def card(ensayo: Ensayo, pasajes: Sequence[Pasaje], carga: CargaFuente) -> str:
    """Return what is known of a trial: its card, and its report by section where it was read."""
    named = (
        ("Cultivo", ensayo.cultivo),
        ("Variedad", ensayo.variedad),
        ("Temporada", ensayo.temporada),
        ("Empresa", ensayo.empresa),
    )
    lines = [f"Ensayo CER: {name_of(ensayo)}"]
    lines.extend(f"{name}: {value}" for name, value in named if value)
    lines.extend(_sections(pasajes) if pasajes else [_unread(ensayo, carga)])
    return "\n".join([*lines, *notes_of(carga)])


def _unread(ensayo: Ensayo, carga: CargaFuente) -> str:
    """Only the index is loaded: say so, and where the report is."""
    where = ensayo.url_pdf or ensayo.url_estudio
    pointer = f"Léelo aquí: {where}" if where else "El índice no trae su dirección."
    return (
        "El texto del informe no está cargado, así que no puedo decirte sus tratamientos, dosis ni "
        f"resultados. {pointer} (Índice cargado el {short_date(carga.cargado)}.)"
    )


def told_pages(pasajes: Sequence[Pasaje]) -> list[int]:
    """Return the pages that the card quotes, in order."""
    told = (p for _, words in _SECCIONES for p in pasajes if _belongs(p, words))
    return sorted({p.pagina for p in told if p.pagina is not None})


def _sections(pasajes: Sequence[Pasaje]) -> list[str]:
    lines: list[str] = []
    for title, words in _SECCIONES:
        own = [p for p in pasajes if _belongs(p, words)]
        if own:
            lines.extend(["", f"{title} ({_pages(own)}):"])
            lines.extend(_body(passage) for passage in own)
    return lines


def _belongs(passage: Pasaje, words: Iterable[str]) -> bool:
    headings = [fold(part) for part in passage.seccion.split("›")]
    return any(word in heading for heading in headings for word in words)


def _body(passage: Pasaje) -> str:
    if passage.tipo is not TipoPasaje.TABLA or not passage.filas:
        # The numbers along the axes of a chart say nothing without it.
        return "\n".join(line for line in passage.texto.splitlines() if not _EJE.fullmatch(line))
    return "\n".join(_table_row(passage.cabecera, row) for row in passage.filas)


def _table_row(header: Sequence[str], row: Sequence[str]) -> str:
    """«• T2: Producto Ficticio; Dosis: 1,5 L/ha»: each cell with the name of its column."""
    named = [
        f"{name}: {cell}" if name else cell
        for name, cell in zip(header[1:], row[1:], strict=False)
        if cell not in _VACIAS
    ]
    cells = named or [cell for cell in row[1:] if cell not in _VACIAS]
    return f"• {row[0]}: {'; '.join(cells)}" if cells else f"• {row[0]}"


def _pages(pasajes: Sequence[Pasaje]) -> str:
    pages = sorted({p.pagina for p in pasajes if p.pagina is not None})
    if not pages:
        return "según el informe"
    return f"p. {pages[0]}" if len(pages) == 1 else f"pp. {pages[0]}-{pages[-1]}"
