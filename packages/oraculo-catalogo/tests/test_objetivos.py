import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_catalogo.objetivos import parse_objetivo
from oraculo_catalogo.texto import fold


def names(texto: str) -> list[str]:
    return [fold(name) for name in parse_objetivo(texto).nombres]


def test_a_common_name_and_its_species_are_a_pair() -> None:
    found = parse_objetivo("Pulgón verde (Myzus persicae)")
    assert found.nombres == ("Pulgón verde", "Myzus persicae")
    assert found.pares == (("Pulgón verde", "Myzus persicae"),)


def test_names_are_split_at_commas_brackets_and_stops() -> None:
    text = "Arañita roja (Panonychus ulmi), Trips. Conchuela (Saissetia oleae) Escama de San José"
    assert names(text) == [
        "aranita roja", "panonychus ulmi", "trips", "conchuela", "saissetia oleae",
        "escama de san jose",
    ]  # fmt: skip


def test_abbreviations_are_no_stops() -> None:
    assert names("Mildiú (Bremia sp.), Oídio (P. viticola)") == [
        "mildiu", "bremia", "oidio", "p viticola",
    ]  # fmt: skip


def test_two_names_joined_by_or_are_two() -> None:
    assert {"venturia", "sarna"} <= set(names("Venturia o Sarna (Venturia inaequalis)"))


def test_both_names_joined_by_or_are_paired_with_the_species() -> None:
    pairs = parse_objetivo("Botritis o Moho gris (Botrytis cinerea)").pares
    assert ("Botritis", "Botrytis cinerea") in pairs
    assert ("Moho gris", "Botrytis cinerea") in pairs


def test_a_colon_pairs_too() -> None:
    assert parse_objetivo("Eulia: Proeulia auraria").pares == (("Eulia", "Proeulia auraria"),)


def test_a_list_of_species_in_brackets_gives_each() -> None:
    found = names("Enfermedades de la madera (Phomopsis vaccini, Diplodia mutila)")
    assert found[-2:] == ["phomopsis vaccini", "diplodia mutila"]


def test_the_rank_below_the_species_belongs_to_the_pair() -> None:
    pairs = parse_objetivo("Peste negra (Xanthomonas arboricola pv. juglandis)").pares
    assert [fold(species) for _, species in pairs] == ["xanthomonas arboricola pv juglandis"]


def test_words_before_a_name_are_no_part_of_it() -> None:
    assert names("Larvas de burrito") == ["burrito"]


@pytest.mark.parametrize(
    "text",
    [
        "Aumento de calibre",
        "Para adelanto de la floración",
        "1º raleo de racimos",
        "Malezas anuales",
        "USO COMO COADYUVANTE",
        "Repetir cada 10 días",
        "",
        "(",
        "***",
    ],
)
def test_goals_kinds_and_directions_name_no_pest(text: str) -> None:
    assert names(text) == []


def test_an_elided_head_is_no_name_of_its_own() -> None:
    assert names("Pulgones: verde del ciruelo, del melón") == ["pulgones", "verde del ciruelo"]


@given(st.text(st.sampled_from("abzÁñ (),.;:/[]*sp o1"), max_size=60))
def test_any_text_gives_names_that_stand_in_it(text: str) -> None:
    flat = fold(text).replace(" ", "").replace(".", "")
    for name in parse_objetivo(text).nombres:
        assert fold(name).replace(" ", "").replace(".", "") in flat
