"""Answers for a terminal: as text to read, or as the stable JSON that measures the product."""

from typing import Any

import msgspec
from oraculo_contracts.eventos import (
    BloqueFuentes,
    BloqueOpciones,
    BloqueTexto,
    MensajeSaliente,
    TurnoRegistrado,
)
from oraculo_contracts.tipos import FuenteCitada


def text_of(mensaje: MensajeSaliente) -> str:
    """Return the words of an answer, without its options and sources."""
    return "\n\n".join(b.texto for b in mensaje.bloques if isinstance(b, BloqueTexto))


def sources_of(mensaje: MensajeSaliente) -> list[FuenteCitada]:
    """Return the sources that an answer cites."""
    return [f for b in mensaje.bloques if isinstance(b, BloqueFuentes) for f in b.fuentes]


def options_of(mensaje: MensajeSaliente) -> list[dict[str, str]]:
    """Return what an answer offers next."""
    return [
        {"id": opcion.id, "titulo": opcion.titulo}
        for bloque in mensaje.bloques
        if isinstance(bloque, BloqueOpciones)
        for opcion in bloque.opciones
    ]


def readable(mensaje: MensajeSaliente) -> str:
    """Return an answer as a person reads it: words, then sources, numbered."""
    sources = sources_of(mensaje)
    if not sources:
        return text_of(mensaje)
    lines = [f"[{number}] {line}" for number, line in enumerate(_grouped(sources), 1)]
    return "\n".join([text_of(mensaje), "", "Fuentes:", *lines])


def _grouped(fuentes: list[FuenteCitada]) -> list[str]:
    """Return a line for each source, its pages together: «Informe CER: …, pp. 2, 3, https://…»."""
    pages: dict[FuenteCitada, list[str]] = {}
    for fuente in fuentes:
        whole = msgspec.structs.replace(fuente, pagina=None)
        pages.setdefault(whole, []).extend([str(fuente.pagina)] if fuente.pagina else [])
    return [_source_line(fuente, numbers) for fuente, numbers in pages.items()]


def _source_line(fuente: FuenteCitada, pages: list[str]) -> str:
    parts = [
        fuente.titulo,
        f"autorización {fuente.autorizacion}" if fuente.autorizacion else "",
        f"{'p.' if len(pages) == 1 else 'pp.'} {', '.join(pages)}" if pages else "",
        fuente.url or "",
    ]
    return ", ".join(part for part in parts if part)


def as_json(registro: TurnoRegistrado, tiempos_ms: dict[str, float]) -> dict[str, Any]:
    """Return a turn in the form of `oraculo conversar --json`, stable from 0.1 on."""
    respuesta = registro.respuesta
    resultados = registro.traza.resultados
    return {
        "accion": registro.traza.accion,
        "respuesta": {
            "texto": text_of(respuesta) if respuesta else "",
            "opciones": options_of(respuesta) if respuesta else [],
            "fuentes": [
                {
                    "titulo": fuente.titulo,
                    "url": fuente.url,
                    "pagina": fuente.pagina,
                    "autorizacion": fuente.autorizacion,
                }
                for fuente in (sources_of(respuesta) if respuesta else [])
            ],
        },
        "resultados": {
            "fuente": resultados.fuente,
            "total": resultados.total,
            "ids": list(resultados.ids),
        },
        "tiempos_ms": tiempos_ms,
    }
