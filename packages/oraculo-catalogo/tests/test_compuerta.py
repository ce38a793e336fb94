import pytest
from oraculo_catalogo.enlazador import Enlazador
from oraculo_contracts.tipos import TipoEntidad as T


def test_words_of_a_goal_link_to_nothing(enlazador: Enlazador) -> None:
    assert enlazador.link("quiero aumentar calibre") == ()
    assert [m.texto for m in enlazador.link("para romper dormancia en cerezo")] == ["cerezo"]


@pytest.mark.parametrize(
    "written",
    ["break", "que es break", "está registrado break", "producto break", "me sirve Break hoy"],
)
def test_a_brand_that_is_an_ordinary_word_is_read_when_announced(
    enlazador: Enlazador, written: str
) -> None:
    assert [mencion.ids for mencion in enlazador.link(written)] == [("producto:break",)]


@pytest.mark.parametrize(
    "written",
    [
        "nos tomamos un break en la tarde",
        "la luz light up de mi casa está mala",
        "hola, ¿cómo estás?",
        "¿quién ganó el mundial de 2018?",
        "compré un star wars para mi hijo",
        "receta de pie de manzana",
        "hay una mosca en la sopa",
        "mi perro se comió las galletas",
    ],
)
def test_small_talk_names_nothing(enlazador: Enlazador, written: str) -> None:
    assert enlazador.link(written) == ()


def test_an_ordinary_name_counts_on_the_subject(enlazador: Enlazador) -> None:
    found = enlazador.link("ensayos de sincral en cerezo star")
    assert (T.VARIEDAD, "star") in [(mencion.tipo, mencion.texto) for mencion in found]
