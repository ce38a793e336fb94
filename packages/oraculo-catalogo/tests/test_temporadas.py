import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_catalogo.temporadas import Periodo, covers, find_periods, read_temporada


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2016-2017", (2016, 2017)),
        ("2023 – 2024", (2023, 2024)),
        ("2021 – 2023", (2021, 2023)),
        ("2019-20", (2019, 2020)),
        ("19/20", (2019, 2020)),
        ("temporada 2019/2020", (2019, 2020)),
        ("del 2015 al 2018", (2015, 2018)),
        ("2019", (2019, 2019)),
    ],
)
def test_a_season_is_read_in_all_its_spellings(text: str, years: tuple[int, int]) -> None:
    assert read_temporada(text) == Periodo(*years)


@pytest.mark.parametrize("text", ["", "NA", "22/19", "2020-2019", "12345", "1,5-2,0", "10/12"])
def test_other_numbers_are_no_season(text: str) -> None:
    assert read_temporada(text) is None


@pytest.mark.parametrize(
    ("temporada", "asked", "answer"),
    [
        ((2019, 2020), (2019, 2020), True),
        ((2019, 2020), (2020, 2020), True),
        ((2019, 2020), (2018, 2018), False),
        ((2021, 2023), (2021, 2022), True),
        ((2021, 2022), (2021, 2023), True),
        ((2016, 2017), (2015, 2018), True),
        ((2018, 2019), (2015, 2018), False),
    ],
)
def test_a_season_answers_to_its_years_and_to_the_span_around_it(
    temporada: tuple[int, int], asked: tuple[int, int], *, answer: bool
) -> None:
    assert covers(Periodo(*temporada), Periodo(*asked)) is answer


@given(st.integers(2001, 2098))
def test_a_season_is_found_where_it_is_written(year: int) -> None:
    text = f"ensayos de la temporada {year}-{year + 1} en cerezo"
    (found,) = find_periods(text)
    assert text[found.inicio : found.fin] == f"{year}-{year + 1}"
    assert found.periodo == (year, year + 1)
