"""Measure how many rows of random tables are recovered, by the way the tables are drawn.

uv run --group demo python packages/oraculo-rag/measure/tablas.py [FIRST_SEED [LAST_SEED]]
"""

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from oraculo_rag.informes.extraction import extract
from reportlab.lib.colors import black, lightgrey, white
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

Row = tuple[str, ...]
PROSE = (
    "testigo sin aplicación producto orgánico plena flor caída de pétalos inicio cuaja aceite "
    "precosecha adherente mineral estándar comercial frutos sanos daño leve"
)
WORDS = PROSE.split()
ALL, HEADER, LAST = ((0, 0), (-1, -1)), ((0, 0), (-1, 0)), ((0, -1), (-1, -1))
ALIGNMENTS = (TA_LEFT, TA_CENTER, TA_RIGHT)
LINES = {
    "every cell": [("GRID", *ALL, 0.5, black)],
    "inner lines": [("INNERGRID", *ALL, 0.5, black)],
    "between columns": [("LINEAFTER", (0, 0), (-2, -1), 0.5, black)],
    "between rows": [("LINEBELOW", *ALL, 0.3, black)],
    "three rules": [
        ("LINEABOVE", *HEADER, 1, black),
        ("LINEBELOW", *HEADER, 0.5, black),
        ("LINEBELOW", *LAST, 1, black),
    ],
    "a box": [("BOX", *ALL, 0.5, black), ("LINEBELOW", *HEADER, 0.5, black)],
    "bands": [("ROWBACKGROUNDS", *ALL, [white, lightgrey])],
    "nothing": [],
}


def words(rng: random.Random, fewest: int, most: int) -> str:
    """Return some words as a cell or a sentence has them."""
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(fewest, most))).capitalize()


def cell(rng: random.Random, kind: str) -> str:
    """Return a text, a dose or a figure, with or without the letter of its group."""
    figure = f"{rng.randint(0, 99)},{rng.randint(0, 9)}"
    if kind == "text":
        return words(rng, 1, 5)
    if kind == "dose":
        return f"{figure} {rng.choice(['L/ha', 'g/hL', 'cc/100 L'])}"
    return f"{figure} {rng.choice(['a', 'ab', 'b'])}" if kind == "group" else figure


def random_table(rng: random.Random, lines: str) -> tuple[Table, Row, list[Row]]:
    """Return a table to print, its header and its rows."""
    kinds = [rng.choice(["text", "dose", "group", "figure"]) for _ in range(rng.randint(1, 5))]
    header = ("Trat.", *(words(rng, 1, 3) for _ in kinds))
    rows = [(f"T{n}", *(cell(rng, kind) for kind in kinds)) for n in range(rng.randint(3, 14))]
    size, pad = rng.choice([8, 9, 10]), rng.choice([1, 2, 3, 5])
    base = ParagraphStyle("cell", fontName="Helvetica", fontSize=size, leading=1.2 * size)
    styles = [base, *[ParagraphStyle("value", base, alignment=rng.choice(ALIGNMENTS))] * len(kinds)]
    head = ParagraphStyle("head", base, fontName="Helvetica-Bold")
    cells = [[Paragraph(text, head) for text in header]]
    cells += [[Paragraph(*pair) for pair in zip(row, styles, strict=True)] for row in rows]
    style = TableStyle(
        [
            ("TOPPADDING", *ALL, pad),
            ("BOTTOMPADDING", *ALL, pad),
            ("VALIGN", *ALL, rng.choice(["TOP", "MIDDLE"])),
            *LINES[lines],
        ]
    )
    widths = [40, *[420 / len(kinds)] * len(kinds)]
    return Table(cells, colWidths=widths, repeatRows=1, style=style), header, rows


def measure(seed: int, folder: Path, totals: Counter[tuple[str, str]]) -> None:
    """Print a table between prose, read it back, and count."""
    rng = random.Random(seed)  # noqa: S311  nothing here is secret
    lines = rng.choice(list(LINES))
    table, header, rows = random_table(rng, lines)
    body = getSampleStyleSheet()["BodyText"]
    prose = [Paragraph(f"{words(rng, 30, 90)}.", body) for _ in range(rng.randint(0, 8))]
    caption = Paragraph(f"Tabla 1. {words(rng, 3, 9)}.", body)
    path = folder / "tabla.pdf"
    SimpleDocTemplate(str(path), pagesize=A4).build(
        [*prose, caption, table, *(prose[:1] or [caption])]
    )
    passages = [pasaje for pasaje in extract(path).pasajes if pasaje.filas]
    found = {fila for pasaje in passages for fila in pasaje.filas}
    totals[lines, "rows"] += len(rows)
    totals[lines, "recovered"] += sum(row in found for row in rows)
    totals[lines, "invented"] += len(found - set(rows))
    totals[lines, "tables"] += 1
    totals[lines, "headers"] += any(pasaje.cabecera == header for pasaje in passages)


def main() -> int:
    """Print a line for each way of drawing."""
    first, last = (int(text) for text in (*sys.argv[1:], *("0", "200")[len(sys.argv) - 1 :]))
    totals: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, last):
            measure(seed, Path(folder), totals)
    for lines in LINES:
        rows, recovered = totals[lines, "rows"], totals[lines, "recovered"]
        sys.stdout.write(
            f"{lines:16} {recovered:5} of {rows:5} rows, {totals[lines, 'invented']} invented; "
            f"{totals[lines, 'headers']} of {totals[lines, 'tables']} headers\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
