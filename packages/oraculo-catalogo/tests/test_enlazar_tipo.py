from hypothesis import given
from hypothesis import strategies as st
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador
from oraculo_catalogo.texto import tokens
from oraculo_contracts.tipos import TipoEntidad as T


def test_link_as_reads_an_ingredient_and_what_contains_it(enlazador: Enlazador) -> None:
    mencion = enlazador.link_as("metalaxilo", T.INGREDIENTE)
    assert mencion is not None
    assert set(mencion.ids) == {"ingrediente:metalaxilo", "ingrediente:metalaxilo-m"}
    narrower = enlazador.link_as("metalaxilo-m", T.INGREDIENTE)
    assert narrower is not None
    assert narrower.ids == ("ingrediente:metalaxilo-m",)


def test_link_as_takes_the_longest_phrase(enlazador: Enlazador) -> None:
    mencion = enlazador.link_as("sulfato de cobre pentahidratado en cerezo", T.INGREDIENTE)
    assert mencion is not None
    assert mencion.texto == "sulfato de cobre pentahidratado"


def test_link_as_prefers_a_misspelt_longer_name_to_a_part_of_it(enlazador: Enlazador) -> None:
    mencion = enlazador.link_as("sulfato de cobre pentahidratdo", T.INGREDIENTE)
    assert mencion is not None
    assert mencion.ids == ("ingrediente:sulfato-de-cobre-pentahidratado",)


def test_link_as_finds_nothing_of_another_type(enlazador: Enlazador) -> None:
    assert enlazador.link_as("tebuconazol", T.EMPRESA) is None
    assert enlazador.link_as("", T.PRODUCTO) is None


@given(data=st.data())
def test_an_ingredient_is_meant_when_it_holds_the_words_in_a_row(
    catalogo: Catalogo, enlazador: Enlazador, data: st.DataObject
) -> None:
    ingredientes = {
        e.id: tokens(e.formas[0]) for e in catalogo.entidades if e.tipo is T.INGREDIENTE
    }
    words = data.draw(st.sampled_from(sorted(ingredientes.values())))
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    phrase = words[start:end]
    mencion = enlazador.link_as(" ".join(phrase), T.INGREDIENTE)
    if mencion is not None and tokens(mencion.texto) == phrase:
        assert set(mencion.ids) == {
            id_
            for id_, name in ingredientes.items()
            if any(name[i : i + len(phrase)] == phrase for i in range(len(name)))
        }
