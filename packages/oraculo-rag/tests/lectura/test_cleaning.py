import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_rag.lectura.limpieza import (
    clean,
    clean_name,
    fix_lookalikes,
    is_contact,
    split_cell,
    temporada,
    web_address,
)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Tebuconazol (*)", "Tebuconazol"),
        ("Tebuconazol*", "Tebuconazol"),
        ("Avermectina B1b***", "Avermectina B1b"),
        ("Glifosato-isopropilamonio(*)", "Glifosato-isopropilamonio"),
        ("  Oídio\nde la vid ", "Oídio de la vid"),
        ("Fenhexamida (**) ", "Fenhexamida"),
        ("NA", None),
        ("n/d", None),
        ("   ", None),
    ],
)
def test_a_name_loses_its_marks_and_nothing_else(cell: str, name: str | None) -> None:
    assert clean_name(cell) == name


def test_greek_and_cyrillic_capitals_become_the_latin_ones_they_imitate() -> None:
    assert fix_lookalikes("PRUEBA ΜΕ") == "PRUEBA ME"
    assert fix_lookalikes("PRUEBA ЕС") == "PRUEBA EC"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2023 – 2024", "2023-2024"),
        ("2016-2017", "2016-2017"),
        ("2019/20", "2019-2020"),
        ("2021 – 2023", "2021-2023"),
        ("2019", "2019"),
        ("NA", None),
        ("", None),
    ],
)
def test_a_season_has_one_spelling(cell: str, expected: str | None) -> None:
    assert temporada(cell) == expected


def test_a_cell_of_several_values_keeps_each_once_in_order() -> None:
    assert split_cell("Botritis | Oídio\n(Erysiphe sp.) |  | Botritis") == (
        "Botritis",
        "Oídio (Erysiphe sp.)",
    )


@pytest.mark.parametrize("texto", ["(2) 2345 6789", "+56 9 8765 4321", "2777 1994"])
def test_a_telephone_number_is_no_ingredient(texto: str) -> None:
    assert is_contact(texto)


@pytest.mark.parametrize(
    "texto", ["1,8% p/v (18 g/L)", "Azufre", "2,4-D", "8-quinolinolato", "500 g/L"]
)
def test_an_amount_or_a_name_is_no_telephone_number(texto: str) -> None:
    assert not is_contact(texto)


def test_a_damaged_address_is_left_out_rather_than_guessed() -> None:
    assert web_address("https://ejemplo.invalid/Manual-te╠ucnico.pdf") is None
    assert web_address("ejemplo.invalid/informe.pdf") is None


def test_an_address_is_made_ready_to_open() -> None:
    assert web_address(" https://ejemplo.invalid/mi informe.pdf ") == (
        "https://ejemplo.invalid/mi%20informe.pdf"
    )


@given(st.text())
def test_cleaning_twice_changes_nothing_more(texto: str) -> None:
    once = clean(texto)
    assert clean(once) == once


@given(st.text())
def test_a_clean_text_is_one_visible_line(texto: str) -> None:
    cleaned = clean(texto)
    assert cleaned is None or (cleaned == cleaned.strip() and "\n" not in cleaned)
