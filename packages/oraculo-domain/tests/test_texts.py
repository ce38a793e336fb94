from oraculo_contracts.tipos import MetodoEnlace, TipoEntidad
from oraculo_domain import textos
from oraculo_domain.testing.builders import mencion


def test_a_word_read_for_another_is_told() -> None:
    read = mencion(TipoEntidad.PLAGA, "oídio", MetodoEnlace.ALIAS)
    assert textos.understood([read]) == "Leí «oídio» como oídio."


def test_a_brand_read_for_another_is_told_in_full() -> None:
    read = mencion(TipoEntidad.PRODUCTO, "FICTICOL", MetodoEnlace.TIPEO)
    assert "Revisa que sea el producto que buscas" in textos.understood([read])


def test_what_was_written_exactly_needs_no_telling() -> None:
    assert textos.understood([mencion(TipoEntidad.PRODUCTO, "FICTICOL")]) == ""


def test_counts_agree_in_number() -> None:
    assert textos.count_phrase(1, 0) == "1 ensayo del CER"
    assert textos.count_phrase(2, 1) == "2 ensayos del CER y 1 producto del registro SAG"


def test_several_names_are_joined_as_a_person_would() -> None:
    names = [mencion(TipoEntidad.PLAGA, name) for name in ("oídio", "trips", "pulgón", "trips")]
    assert textos.subject_of(names) == "oídio, trips y pulgón"
