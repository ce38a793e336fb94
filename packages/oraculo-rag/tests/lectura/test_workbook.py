"""What a sheet's cells become."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.planillas.libro import read_sheet
from oraculo_rag.lectura.planillas.valores import Valor, text_of
from oraculo_rag.lectura.renglon import Reparo

MakeBook = Callable[..., Path]
Operate = Callable[..., Path]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, None, ""),
        ("1763-A", None, "1763-A"),
        ("Trips_x000D_\nPulgón", None, "Trips \nPulgón"),
        (1763, None, "1763"),
        (1763.0, None, "1763"),
        (1500.0, "#,##0", "1500"),
        (1.8, None, "1,8"),
        (0.1 + 0.2, None, "0,3"),
        (1e-7, None, "0,0000001"),
        (1e16, None, "10000000000000000"),
        (0.07, "0%", "7%"),
        (0.018, "0.0%", "1,8%"),
        (763, "00000", "00763"),
        (0.5, "0", "0,5"),
        (True, None, "sí"),
        (False, None, "no"),
        (dt.datetime(2026, 11, 24), None, "24-11-2026"),  # noqa: DTZ001 - sheets have no zone
        (dt.datetime(2026, 11, 24, 9, 30), None, "24-11-2026 09:30"),  # noqa: DTZ001
        (dt.date(2026, 11, 24), None, "24-11-2026"),
        (dt.time(9, 30), None, "09:30"),
        (dt.timedelta(hours=36), None, "1 day, 12:00:00"),
    ],
)
def test_a_value_is_the_text_that_a_person_sees(
    value: Valor, number_format: str | None, text: str
) -> None:
    assert text_of(value, number_format) == text


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_whole_number_has_the_same_text_however_it_is_kept(number: int) -> None:
    assert text_of(number) == text_of(float(number)) == str(number)


def test_rows_keep_their_numbers_and_empty_ones_are_left_out(make_book: MakeBook) -> None:
    path = make_book(Lista=[["Listado oficial"], [], ["Nombre"], ["UNO"], [], ["DOS"]])
    rows = read_sheet(path, None, 3)
    assert [(row.linea, row.celdas) for row in rows] == [
        (3, ("Nombre",)),
        (4, ("UNO",)),
        (6, ("DOS",)),
    ]


def test_what_stands_beyond_the_last_name_of_the_header_is_not_read(make_book: MakeBook) -> None:
    path = make_book(Lista=[["A", None, "C"], ["1", "2", "3", "una nota al margen"]])
    assert read_sheet(path, None, 1)[1].celdas == ("1", "2", "3")


def test_a_merged_cell_says_its_text_in_each_of_its_rows_and_only_its_column(
    make_book: MakeBook,
) -> None:
    path = make_book(
        Lista=[["A", "B"], ["uno", "x"], [None, "y"], [None, "z"], ["dos", "w"]],
        combinadas=["A2:A4"],
    )
    assert [row.celdas for row in read_sheet(path, None, 1)[1:]] == [
        ("uno", "x"),
        ("uno", "y"),
        ("uno", "z"),
        ("dos", "w"),
    ]


def test_a_header_of_two_merged_rows_is_read_at_its_second(make_book: MakeBook) -> None:
    path = make_book(
        Lista=[["Nombre", "Uso", None], [None, "Cultivo", "Plaga"], ["UNO", "Vid", "Trips"]],
        combinadas=["A1:A2", "B1:C1"],
    )
    header, row = read_sheet(path, None, 2)
    assert header.celdas == ("Nombre", "Cultivo", "Plaga")
    assert row.celdas == ("UNO", "Vid", "Trips")


@pytest.mark.parametrize(
    ("cell", "text", "reparo"),
    [
        ("<f>1+1</f><v>1763</v>", "1763", Reparo.FORMULA),
        ("<f>1+1</f><v />", "", Reparo.SIN_VALOR),
        ("<f>1+1</f>", "", Reparo.SIN_VALOR),
    ],
)
def test_a_formula_is_read_by_its_kept_result(
    make_book: MakeBook, operate: Operate, cell: str, text: str, reparo: Reparo
) -> None:
    made = make_book(Lista=[["A"], ["=1+1"]])
    path = operate(made, "<f>1+1</f><v />", cell)
    row = read_sheet(path, None, 1)[1]
    assert row.celdas == (text,)
    assert row.reparos == {0: reparo}


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(
    make_book: MakeBook, operate: Operate
) -> None:
    made = make_book(Lista=[["A", "B"], ["=1+1", "x"]])
    path = operate(made, '<c r="A2"><f>1+1</f><v />', '<c r="A2" t="str"><f>""</f><v></v>')
    row = read_sheet(path, None, 1)[1]
    assert (row.celdas, row.reparos) == (("", "x"), {})


def test_an_error_of_the_sheet_is_no_text(make_book: MakeBook) -> None:
    row = read_sheet(make_book(Lista=[["A"], ["#N/A"]]), None, 1)[1]
    assert (row.celdas, row.reparos) == (("",), {0: Reparo.ERROR})


def test_a_date_is_told(make_book: MakeBook) -> None:
    row = read_sheet(make_book(Lista=[["A"], [dt.date(2026, 5, 1)]]), None, 1)[1]
    assert (row.celdas, row.reparos) == (("01-05-2026",), {0: Reparo.FECHA})


def test_leading_zeros_that_only_the_format_shows_are_kept(make_book: MakeBook) -> None:
    path = make_book(Lista=[["A"], [763]], formatos={"A2": "00000"})
    assert read_sheet(path, None, 1)[1].celdas == ("00763",)


def test_a_declared_size_that_is_too_small_loses_no_row(
    make_book: MakeBook, operate: Operate
) -> None:
    made = make_book(Lista=[["A", "B"], ["uno", "x"], ["dos", "y"]])
    path = operate(made, '<dimension ref="A1:B3" />', '<dimension ref="A1" />')
    assert [row.celdas for row in read_sheet(path, None, 1)][1:] == [("uno", "x"), ("dos", "y")]


def test_cells_without_references_stand_one_after_the_other(
    make_book: MakeBook, operate: Operate
) -> None:
    made = make_book(Lista=[["A", "B"], ["uno", "=1+1"]])
    bare = operate(made, '<c r="B2"><f>1+1</f><v />', "<c><f>1+1</f><v>2</v>")
    row = read_sheet(bare, None, 1)[1]
    assert (row.celdas, row.reparos) == (("uno", "2"), {1: Reparo.FORMULA})


def test_a_sheet_is_found_by_its_name_without_accents_or_case(make_book: MakeBook) -> None:
    path = make_book(Portada=[["Título"]], Vigentes=[["Nombre"], ["UNO"]])
    assert read_sheet(path, "VIGÉNTES", 1)[1].celdas == ("UNO",)


@pytest.mark.parametrize("wanted", [None, "Otra"])
def test_a_sheet_that_is_not_there_or_not_named_is_told_with_those_that_are(
    make_book: MakeBook, wanted: str | None
) -> None:
    path = make_book(Portada=[["Título"]], Vigentes=[["Nombre"]])
    with pytest.raises(FuenteIlegibleError, match=r"«Portada», «Vigentes».*hoja = "):
        read_sheet(path, wanted, 1)


def test_an_empty_sheet_has_no_rows(make_book: MakeBook) -> None:
    assert read_sheet(make_book(Lista=[]), None, 1) == []
