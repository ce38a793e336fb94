"""Measure the extraction of reports on the demonstration corpus: speed, and rows recovered.

uv run python packages/oraculo-rag/measure/informes.py [INFORMES [CONTENIDO]]

INFORMES is the folder of the PDFs; CONTENIDO the folder of the TOML files that they were made
from, whose rows must be found, cell by cell, in a table of their report.
"""

import argparse
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.modelo import Informe

Row = tuple[str, ...]
_LOCAL = Path(__file__).parents[2] / "oraculo-local"
INFORMES = _LOCAL / "src" / "oraculo_local" / "demo" / "informes"
CONTENIDO = _LOCAL / "demo" / "contenido" / "ensayos"


def expected_rows(content: dict[str, Any]) -> Iterator[Row]:
    """Yield the rows of a report's tables; of a table of means, the code and the figures."""
    yield from ((name, text.replace("*", "")) for name, text in content["sitio"].items())
    for treatment in content["tratamientos"]:
        yield tuple(treatment[key] for key in ("codigo", "producto", "dosis", "momento"))
    for result in content["resultados"]:
        table = result["tabla"]
        yield from ((code, *cells) for code, cells in table["filas"].items())
        if table.get("valor_p"):
            yield ("Valor p", *table["valor_p"])


def found_rows(report: Informe) -> set[Row]:
    """Return the rows of the report, each also with the treatment's code alone as first cell."""
    rows = {row for passage in report.pasajes for row in passage.filas}
    return rows | {(row[0].partition(" ")[0], *row[1:]) for row in rows}


def find_report(content: dict[str, Any], reports: list[Informe]) -> Informe | None:
    """Return the report that names the content's title."""
    return next((report for report in reports if report.titulo == content["titulo"].strip()), None)


def read_reports(folder: Path) -> list[Informe]:
    """Read all PDFs of a folder and print how fast that went."""
    start = time.perf_counter()
    reports = [extract(path) for path in sorted(folder.glob("*.pdf"))]
    seconds = time.perf_counter() - start
    pages = sum(report.paginas or 0 for report in reports)
    speed = f"{pages} pages in {seconds:.2f} s, {pages / seconds:.1f} pages/s"
    sys.stdout.write(f"{len(reports)} reports, {speed}\n")
    return reports


def count_rows(content: dict[str, Any], reports: list[Informe]) -> tuple[int, int]:
    """Return how many rows a report's tables have and how many were found; print the others."""
    report = find_report(content, reports)
    found = found_rows(report) if report else set[Row]()
    rows = list(expected_rows(content))
    lost = [row for row in rows if row not in found]
    for row in lost:
        sys.stdout.write(f"  {content['titulo']}: {' | '.join(row)}\n")
    return len(rows), len(rows) - len(lost)


def main() -> int:
    """Print pages a second and rows found; 1 when a row is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("informes", type=Path, nargs="?", default=INFORMES)
    parser.add_argument("contenido", type=Path, nargs="?", default=CONTENIDO)
    arguments = parser.parse_args()
    reports = read_reports(arguments.informes)
    contents = (
        tomllib.loads(path.read_text("utf-8")) for path in arguments.contenido.glob("*.toml")
    )
    counts = [count_rows(content, reports) for content in contents]
    total, found = sum(rows for rows, _ in counts), sum(found for _, found in counts)
    sys.stdout.write(f"{found} of {total} rows recovered exactly\n")
    return 0 if found == total else 1


if __name__ == "__main__":
    sys.exit(main())
