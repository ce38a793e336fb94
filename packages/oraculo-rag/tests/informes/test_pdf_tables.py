"""Tables of a PDF: ruled, unruled, wrapped, merged, over several pages."""

from collections.abc import Callable, Sequence
from pathlib import Path

from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.modelo import Pasaje, TipoPasaje

Write = Callable[..., Path]
_XS = (60, 110, 260, 380)
_HEADER = ("Trat.", "Producto", "Dosis")
_ROWS = (("T0", "Testigo", "—"), ("T1", "Aurelia 50 WG", "60 g/hL"), ("T2", "Boreal", "1,5 L/ha"))


def _cells(rows: Sequence[Sequence[str]], top: float, step: float = 20, size: str = "9") -> str:
    return "\n".join(
        f"{x + 4} {top + step * n} {size} {text}"
        for n, row in enumerate(rows)
        for x, text in zip(_XS, row, strict=False)
        if text
    )


def _grid(top: float, rows: int, step: float = 20, xs: Sequence[int] = _XS) -> str:
    bottom = top + step * rows
    across = [f"/ {xs[0]} {top + step * n} {xs[-1]} {top + step * n}" for n in range(rows + 1)]
    return "\n".join([*across, *(f"/ {x} {top} {x} {bottom}" for x in xs)])


def _tables(path: Path) -> list[Pasaje]:
    return [p for p in extract(path).pasajes if p.tipo is TipoPasaje.TABLA]


def test_a_ruled_table_keeps_rows_and_header(write_pdf: Write) -> None:
    page = _cells((_HEADER, *_ROWS), 113) + "\n" + _grid(100, 4)
    (table,) = _tables(write_pdf(page))
    assert (table.cabecera, table.filas) == (_HEADER, _ROWS)


def test_an_unruled_table_keeps_rows_and_header(write_pdf: Write) -> None:
    (table,) = _tables(write_pdf(_cells((_HEADER, *_ROWS), 113)))
    assert (table.cabecera, table.filas) == (_HEADER, _ROWS)


def test_a_table_without_space_between_rows_keeps_them_apart(write_pdf: Write) -> None:
    (table,) = _tables(write_pdf(_cells((_HEADER, *_ROWS), 113, step=10.5)))
    assert table.filas == _ROWS


def test_an_empty_cell_stays_empty(write_pdf: Write) -> None:
    rows = (("T1", "Aurelia", "60 g/hL"), ("T2", "", "80 g/hL"), ("T3", "Boreal", "1,5 L/ha"))
    (table,) = _tables(write_pdf(_cells((_HEADER, *rows), 113)))
    assert table.filas == rows


def test_the_caption_belongs_to_the_table_and_the_text_around_does_not(write_pdf: Write) -> None:
    page = (
        "60 90 10 Tabla 1. Tratamientos evaluados.\n"
        + _cells((_HEADER, *_ROWS), 113)
        + "\n60 200 8 Letras distintas indican diferencias significativas (Tukey, 5 %)."
    )
    table, note = extract(write_pdf(page)).pasajes
    assert table.texto.splitlines()[:2] == [
        "Tabla 1. Tratamientos evaluados.", "Trat. | Producto | Dosis",
    ]  # fmt: skip
    assert note.texto.startswith("Letras distintas")


def test_a_wrapped_cell_stays_one_cell_of_its_row(write_pdf: Write) -> None:
    page = """
        64 113 9 Trat.
        114 113 9 Producto
        264 113 9 Dosis
        64 138 9 T1
        114 132.5 9 Aurelia 50 WG
        114 143.5 9 (estándar)
        264 138 9 60 g/hL
        64 168 9 T2
        114 162.5 9 Boreal 24 SC
        114 173.5 9 y aceite
        264 168 9 80 g/hL
    """
    (table,) = _tables(write_pdf(page))
    assert table.filas == (
        ("T1", "Aurelia 50 WG (estándar)", "60 g/hL"),
        ("T2", "Boreal 24 SC y aceite", "80 g/hL"),
    )


def test_a_ruled_cell_merged_downwards_stands_in_each_of_its_rows(write_pdf: Write) -> None:
    grid = "\n".join(line for line in _grid(100, 3).splitlines() if not line.startswith("/ 60 140"))
    grid += "\n/ 60 140 110 140\n/ 260 140 380 140"
    page = _cells((_HEADER, ("T1", "", "60 g/hL"), ("T2", "", "80 g/hL")), 113) + "\n" + grid
    (table,) = _tables(write_pdf(page + "\n114 142 9 Aurelia"))
    assert table.filas == (("T1", "Aurelia", "60 g/hL"), ("T2", "Aurelia", "80 g/hL"))


def test_a_table_over_two_pages_is_one_and_its_header_does_not_repeat(write_pdf: Write) -> None:
    first = _cells((_HEADER, *_ROWS), 713) + "\n" + _grid(700, 4)
    second = _cells((_HEADER, ("T3", "Cirrus", "2 L/ha")), 93) + "\n" + _grid(80, 2)
    (table,) = _tables(write_pdf(first, second))
    assert table.filas == (*_ROWS, ("T3", "Cirrus", "2 L/ha"))
    assert (table.pagina, table.pagina_fin) == (1, 2)


def test_a_table_goes_on_without_a_repeated_header(write_pdf: Write) -> None:
    first = _cells((_HEADER, *_ROWS), 713) + "\n" + _grid(700, 4)
    second = _cells((("T3", "Cirrus", "2 L/ha"), ("T4", "Dorado", "3 L/ha")), 93)
    (table,) = _tables(write_pdf(first, second + "\n" + _grid(80, 2)))
    assert table.filas[3:] == (("T3", "Cirrus", "2 L/ha"), ("T4", "Dorado", "3 L/ha"))


def test_a_table_with_another_header_is_another_table(write_pdf: Write) -> None:
    first = _cells((_HEADER,), 713, size="9B") + "\n" + _cells(_ROWS, 733) + "\n" + _grid(700, 4)
    other = _cells((("Bloque", "Frutos", "Daño"),), 93, size="9B")
    second = other + "\n" + _cells((("I", "240", "3,5 a"),), 113) + "\n" + _grid(80, 2)
    assert [t.cabecera for t in _tables(write_pdf(first, second))] == [
        _HEADER, ("Bloque", "Frutos", "Daño"),
    ]  # fmt: skip


def test_the_header_of_a_long_table_is_no_running_header(write_pdf: Write) -> None:
    pages = [
        _cells((_HEADER, *((f"T{n}{k}", f"Producto {n}{k}", f"{k},5 L/ha") for k in range(4))), 60)
        for n in range(3)
    ]
    tables = _tables(write_pdf(*pages))
    assert {table.cabecera for table in tables} == {_HEADER}
    assert sum(len(table.filas) for table in tables) == 12


def test_a_framed_text_is_no_table(write_pdf: Write) -> None:
    frame = "/ 60 90 400 90\n/ 60 130 400 130\n/ 60 90 60 130\n/ 400 90 400 130"
    (pasaje,) = extract(write_pdf(f"{frame}\n70 112 10 Nota: ensayo sin réplica.")).pasajes
    assert (pasaje.tipo, pasaje.texto) == (TipoPasaje.TEXTO, "Nota: ensayo sin réplica.")


def test_a_list_with_bullets_is_no_table(write_pdf: Write) -> None:
    page = "\n".join(
        f"60 {100 + 14 * n} 10 •\n75 {100 + 14 * n} 10 Evaluación {n}" for n in range(4)
    )
    (pasaje,) = extract(write_pdf(page)).pasajes
    assert pasaje.texto.splitlines() == [f"• Evaluación {n}" for n in range(4)]


def test_fields_set_with_tabs_are_lines_not_a_table(write_pdf: Write) -> None:
    fields = (("Temporada:", "2022-2023"), ("Especie:", "Cerezo"), ("Variedad:", "Regina"))
    page = "\n".join(
        f"60 {100 + 20 * n} 10 {name}\n200 {100 + 20 * n} 10 {value}"
        for n, (name, value) in enumerate(fields)
    )
    (pasaje,) = extract(write_pdf(page)).pasajes
    assert pasaje.texto.splitlines() == [f"{name} {value}" for name, value in fields]
