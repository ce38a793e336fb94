#!/usr/bin/env python3
"""Write the demonstration corpus, or check that the committed one is what this script writes.

uv run --group demo python packages/oraculo-local/demo/generar.py [--comprobar]
"""

import argparse
import sys
from pathlib import Path

from generador.contenido import CARPETA_CONTENIDO
from generador.corpus import build_corpus

DESTINO = Path(__file__).parents[1] / "src" / "oraculo_local" / "demo"
INFORMES = "informes/*.pdf"


def main() -> int:
    """Run the command and return its exit status: 1 when a committed file differs."""
    opciones = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    opciones.add_argument("--comprobar", action="store_true", help="compare, write nothing")
    comprobar: bool = opciones.parse_args().comprobar
    corpus = build_corpus(CARPETA_CONTENIDO)
    distintos = _differences(corpus)
    if not comprobar:
        _write(corpus)
    for nombre in distintos:
        sys.stdout.write(f"{'distinto' if comprobar else 'escrito'}: {nombre}\n")
    return 1 if comprobar and distintos else 0


def _differences(corpus: dict[str, bytes]) -> list[str]:
    """Return the files that are missing, differ, or are reports that no trial has any more."""
    cambiados = [
        nombre
        for nombre, datos in corpus.items()
        if not (DESTINO / nombre).exists() or (DESTINO / nombre).read_bytes() != datos
    ]
    return [*cambiados, *_strays(corpus)]


def _strays(corpus: dict[str, bytes]) -> list[str]:
    presentes = (str(ruta.relative_to(DESTINO)) for ruta in DESTINO.glob(INFORMES))
    return sorted(set(presentes) - corpus.keys())


def _write(corpus: dict[str, bytes]) -> None:
    for nombre in _strays(corpus):
        (DESTINO / nombre).unlink()
    for nombre, datos in corpus.items():
        (DESTINO / nombre).parent.mkdir(parents=True, exist_ok=True)
        (DESTINO / nombre).write_bytes(datos)


if __name__ == "__main__":
    sys.exit(main())
