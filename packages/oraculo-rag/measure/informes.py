"""Measure the extraction of reports on the demonstration corpus: speed, and rows recovered.

uv run python packages/oraculo-rag/measure/informes.py INFORMES CONTENIDO

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


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> int:
    """Print pages a second and rows found; 1 when a row is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("informes", type=Path)
    parser.add_argument("contenido", type=Path)
    arguments = parser.parse_args()
    start = time.perf_counter()
    reports = [extract(path) for path in sorted(arguments.informes.glob("*.pdf"))]
    seconds = time.perf_counter() - start
    pages = sum(report.paginas or 0 for report in reports)
    _write(
        f"{len(reports)} reports, {pages} pages in {seconds:.2f} s: {pages / seconds:.1f} pages/s"
    )
    total = missing = 0
    for path in sorted(arguments.contenido.glob("*.toml")):
        content = tomllib.loads(path.read_text("utf-8"))
        report = find_report(content, reports)
        found = found_rows(report) if report else set[Row]()
        rows = list(expected_rows(content))
        lost = [row for row in rows if row not in found]
        total, missing = total + len(rows), missing + len(lost)
        for row in lost:
            _write(f"  {path.stem}: {' | '.join(row)}")
    _write(f"{total - missing} of {total} rows recovered exactly")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
