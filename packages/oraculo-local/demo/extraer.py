#!/usr/bin/env python3
"""Reads the demonstration reports and writes what was read as `informes.json`, shipped with them.

Run it after `generar.py`:

    uv run --all-packages --all-extras python packages/oraculo-local/demo/extraer.py [--comprobar]

With `--comprobar` nothing is written; it fails when the shipped file is not what is read today.
"""

import sys
from pathlib import Path

import msgspec
from oraculo_rag.informes.extraction import extract
from oraculo_rag.lectura.indice_cer import read_index

CORPUS = Path(__file__).parents[1] / "src" / "oraculo_local" / "demo"
DESTINO = CORPUS / "informes.json"


def read_reports() -> bytes:
    """Return the reports that the index names, in its order, as JSON."""
    ensayos = read_index(CORPUS / "indice.csv").fichas
    reports = [extract(CORPUS / "informes" / ensayo.id, id=ensayo.id) for ensayo in ensayos]
    return msgspec.json.format(msgspec.json.encode(reports), indent=1) + b"\n"


def main(arguments: list[str]) -> int:
    """Write the file, or compare it. Returns the exit code."""
    fresh = read_reports()
    if "--comprobar" not in arguments:
        DESTINO.write_bytes(fresh)
        return 0
    if DESTINO.is_file() and DESTINO.read_bytes() == fresh:
        return 0
    sys.stderr.write(f"{DESTINO.name} no está al día: ejecuta extraer.py sin --comprobar.\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
