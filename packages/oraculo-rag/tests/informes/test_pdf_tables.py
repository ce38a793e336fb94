"""Tables of a PDF: ruled, unruled, wrapped, merged, over several pages."""

from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.modelo import Pasaje, TipoPasaje

Write = Callable[..., Path]
_XS = (60, 110, 260, 380)
_HEADER = ("Trat.", "Producto", "Dosis")
_ROWS = (("T0", "Testigo", "—"), ("T1", "Aurelia 50 WG", "60 g/hL"), ("T2", "Boreal", "1,5 L/ha"))

_VALUE = st.integers(0, 99).map("{},5 a".format) | st.sampled_from(["60 g/hL", "Aurelia", "—"])
_BODY = st.lists(st.tuples(_VALUE, _VALUE), min_size=3, max_size=8)


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


@settings(max_examples=40)
@given(body=_BODY, step=st.sampled_from([10.5, 14, 20]), ruled=st.booleans())
def test_any_table_is_recovered_row_by_row(
    write_pdf: Write, body: list[tuple[str, str]], step: float, *, ruled: bool
) -> None:
    rows = tuple((f"T{n}", *row) for n, row in enumerate(body))
    page = _cells((_HEADER, *rows), 109, step)
    if ruled:
        page += "\n" + _grid(100, len(rows) + 1, step)
    (table,) = _tables(write_pdf(page))
    assert (table.cabecera, table.filas) == (_HEADER, rows)


def test_a_grid_without_its_outer_frame_is_a_table(write_pdf: Write) -> None:
    inner = [line for line in _grid(100, 4).splitlines() if line.split()[:2] != ["/", "60"]]
    across = [f"/ 60 {y} 380 {y}" for y in (120, 140, 160)]
    open_frame = [line for line in inner if line.split()[1] != "380"]
    page = _cells((_HEADER, *_ROWS), 113) + "\n" + "\n".join(open_frame + across)
    (table,) = _tables(write_pdf(page))
    assert (table.cabecera, table.filas) == (_HEADER, _ROWS)


def test_rules_between_columns_only_do_not_make_one_row_of_all(write_pdf: Write) -> None:
    down = "\n".join(f"/ {x} 100 {x} 180" for x in _XS)
    rows = (("T0", "Testigo", "31,0 a"), ("T1", "Aurelia", "12,5 b"), ("T2", "Boreal", "9,8 b"))
    page = _cells((_HEADER, *rows), 113) + f"\n{down}\n/ 60 120 380 120"
    (table,) = _tables(write_pdf(page))
    assert table.filas == rows


def test_a_header_set_left_names_the_figures_set_right(write_pdf: Write) -> None:
    page = """
        64 100 9B Trat.
        110 100 9B Brotes
        110 111 9B sanos
        260 100 9B Daño
        64 130 9 T0
        205 130 9 31,0
        355 130 9 12,5
        64 150 9 T1
        205 150 9 28,4
        355 150 9 3,5
        64 170 9 T2
        205 170 9 25,1
        355 170 9 2,8
    """
    (table,) = _tables(write_pdf(page))
    assert table.cabecera == ("Trat.", "Brotes sanos", "Daño")
    assert table.filas[0] == ("T0", "31,0", "12,5")


def test_a_table_inside_a_column_of_text_stays_in_it(write_pdf: Write) -> None:
    def prose(x: int, top: int) -> str:
        return "\n".join(
            f"{x} {top + 12 * n} 10 Se contaron los frutos sanos de cada rama marcada,"
            for n in range(8)
        )

    table = "\n".join(
        f"{x} {320 + 16 * n} 9 {text}"
        for n, row in enumerate((("Trat.", "Daño"), ("T0", "31,0 a"), ("T1", "12,5 b")))
        for x, text in zip((64, 180), row, strict=True)
    )
    page = f"{prose(60, 200)}\n{table}\n{prose(60, 400)}\n{prose(330, 200)}\n{prose(330, 320)}"
    (found,) = _tables(write_pdf(page))
    assert found.filas == (("T0", "31,0 a"), ("T1", "12,5 b"))
