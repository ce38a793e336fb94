"""Pages of a list: what a person reads, and what they can do next."""

from collections.abc import Sequence
from dataclasses import replace

from oraculo_contracts.eventos import Bloque, BloqueFuentes, BloqueOpciones, BloqueTexto, Opcion
from oraculo_contracts.tipos import Fila, Fuente

from oraculo_domain import textos
from oraculo_domain.opciones import BUSCAR_CER, BUSCAR_SAG, MAS, MENU, row_option
from oraculo_domain.sesion import Lista

PAGINA = 6
"""Rows of one page: with the options that go with it, what every channel can show at once."""


def next_page(lista: Lista) -> tuple[Lista, tuple[Bloque, ...]]:
    """Return `lista` with one more page shown, and the blocks of that page."""
    start, end = lista.mostradas, min(lista.mostradas + PAGINA, len(lista.filas))
    shown = replace(lista, mostradas=end)
    body = [_heading(lista, start, end), *_lines(lista.filas, start, end), *_footer(shown)]
    cited = tuple(dict.fromkeys(f.cita for f in lista.filas[start:end] if f.cita is not None))
    blocks: tuple[Bloque, ...] = (
        BloqueTexto(texto="\n".join(body)),
        *((BloqueFuentes(fuentes=cited),) if cited else ()),
        BloqueOpciones(opciones=_options(shown, start, end)),
    )
    return shown, blocks


def _heading(lista: Lista, start: int, end: int) -> str:
    ensayos = sum(fila.fuente is Fuente.CER for fila in lista.filas)
    count = textos.count_phrase(ensayos, len(lista.filas) - ensayos)
    subject = textos.subject_of(lista.pregunta.menciones)
    total = len(lista.filas)
    if start:
        return f"Resultados {start + 1} a {end} de {total}:"
    understood = textos.understood(lista.pregunta.menciones)
    about = f" para {subject}" if subject else ""
    if not lista.completa and lista.pregunta.texto:
        about = f" que hablan de «{textos.shorten(lista.pregunta.texto)}»"
    range_shown = "" if end == total else f" Van del 1 al {end}:"
    found = f"Encontré {count}{about}.{range_shown}"
    return f"{understood} {found}".strip()


def _lines(filas: Sequence[Fila], start: int, end: int) -> list[str]:
    both = len({fila.fuente for fila in filas}) > 1
    lines: list[str] = []
    for position in range(start, end):
        fila = filas[position]
        if both and (position == start or filas[position - 1].fuente is not fila.fuente):
            lines.append("Ensayos CER:" if fila.fuente is Fuente.CER else "Registro SAG:")
        detail = f" — {fila.detalle}" if fila.detalle else ""
        lines.append(f"{position + 1}. {fila.titulo}{detail}")
    return lines


def _footer(lista: Lista) -> list[str]:
    notes = list(lista.avisos) if lista.mostradas <= PAGINA else []
    if not lista.completa:
        notes.append(textos.APROXIMADA)
    more = lista.mostradas < len(lista.filas)
    return [*notes, textos.PIE_MAS if more else textos.PIE_LISTA]


def _options(lista: Lista, start: int, end: int) -> tuple[Opcion, ...]:
    """At most ten, the limit of a WhatsApp list: the rows, «más», the other source, the menu."""
    options = [row_option(lista, position) for position in range(start + 1, end + 1)]
    if lista.mostradas < len(lista.filas):
        options.append(MAS)
    sources = {fila.fuente for fila in lista.filas}
    if sources == {Fuente.CER}:
        options.append(BUSCAR_SAG)
    elif sources == {Fuente.SAG}:
        options.append(BUSCAR_CER)
    return (*options, MENU)
