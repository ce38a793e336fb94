import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador
from oraculo_contracts.tipos import Mencion, MetodoEnlace, TipoEntidad

T = TipoEntidad


def only(found: tuple[Mencion, ...]) -> Mencion:
    (mencion,) = found
    return mencion


def kinds(found: tuple[Mencion, ...]) -> list[tuple[TipoEntidad, str]]:
    return [(mencion.tipo, mencion.texto) for mencion in found]


def test_a_question_names_a_pest_and_a_crop(enlazador: Enlazador) -> None:
    found = enlazador.link("¿Qué tienes para pulgón en Duraznero?")
    assert kinds(found) == [(T.PLAGA, "pulgón"), (T.CULTIVO, "Duraznero")]


def test_a_mencion_stands_where_it_says(enlazador: Enlazador) -> None:
    text = "dosis de ABADON® ΜΕ en los cerezos"
    for mencion in enlazador.link(text):
        assert text[mencion.inicio : mencion.fin] == mencion.texto
    assert [mencion.texto for mencion in enlazador.link(text)] == ["ABADON® ΜΕ", "cerezos"]


def test_a_word_names_every_pest_whose_name_holds_it(enlazador: Enlazador) -> None:
    mencion = only(enlazador.link("pulgones"))
    assert mencion.ids[0] == "plaga:pulgon"
    assert {"plaga:pulgon-lanigero", "plaga:pulgon-verde-del-duraznero"} <= set(mencion.ids)
    assert not [id_ for id_ in mencion.ids if "pulgon" not in id_]


def test_the_longest_name_wins(enlazador: Enlazador) -> None:
    mencion = only(enlazador.link("pulgón verde del duraznero"))
    assert mencion.ids == ("plaga:pulgon-verde-del-duraznero",)


def test_articles_may_be_left_out(enlazador: Enlazador) -> None:
    assert only(enlazador.link("polilla manzana")).ids == ("plaga:polilla-de-la-manzana",)


def test_part_of_a_crop_names_all_its_kinds(enlazador: Enlazador) -> None:
    mencion = only(enlazador.link("ensayos de ciruelo"))
    assert set(mencion.ids) >= {"cultivo:ciruelo-europeo", "cultivo:ciruelo-japones"}


def test_a_brand_names_all_its_formulations(enlazador: Enlazador) -> None:
    mencion = only(enlazador.link("acmetrin"))
    assert set(mencion.ids) == {"producto:acmetrin-50-wg", "producto:acmetrin-80-wp"}


def test_a_species_names_its_common_name_too(enlazador: Enlazador) -> None:
    mencion = only(enlazador.link("Tetranychus urticae"))
    assert mencion.metodo is MetodoEnlace.SINONIMO
    assert {"plaga:tetranychus-urticae", "plaga:aranita-bimaculada"} <= set(mencion.ids)


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("y el ovidio?", "plaga:oidio"),
        ("algo para los afidos", "plaga:pulgon"),
        ("botrytis en uva", "plaga:botritis"),
        ("gusano de la manzana", "plaga:polilla-de-la-manzana"),
        ("ensayos en parrón", "cultivo:vid"),
        ("ensayos en parrón", "cultivo:uva-de-mesa"),
        ("ensayos de cerezas", "cultivo:cerezo"),
        ("ensayos de ciruela japonesa", "cultivo:ciruelo-japones"),
    ],
)
def test_what_growers_call_things_is_understood(
    enlazador: Enlazador, written: str, id_: str
) -> None:
    found = enlazador.link(written)
    assert id_ in found[0].ids
    assert found[0].metodo is MetodoEnlace.ALIAS


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("aranita bimaculda", "plaga:aranita-bimaculada"),
        ("aranyta bimaculada", "plaga:aranita-bimaculada"),
        ("polila de la mansana", "plaga:polilla-de-la-manzana"),
        ("está registrado acmetrn 50 wg", "producto:acmetrin-50-wg"),
        ("que es sincarl", "producto:sincral"),
        ("cinamida hidrogenada", "ingrediente:cianamida-hidrogenada"),
        ("ensayos en cerzo", "cultivo:cerezo"),
    ],
)
def test_a_spelling_error_leads_to_the_name(enlazador: Enlazador, written: str, id_: str) -> None:
    found = only(enlazador.link(written))
    assert found.ids[0] == id_
    assert found.metodo is MetodoEnlace.TIPEO
    assert found.confianza < 1


@pytest.mark.parametrize("written", ["zcyte", "z cyte", "Z-CYTE", "Z-Cyte®", "que es zcyte"])
def test_a_name_may_be_joined_or_split(enlazador: Enlazador, written: str) -> None:
    assert only(enlazador.link(written)).ids == ("producto:z-cyte",)


def test_a_name_split_within_a_word_is_found(enlazador: Enlazador) -> None:
    assert only(enlazador.link("acme trin 50 wg")).ids[0] == "producto:acmetrin-50-wg"


def test_a_name_written_as_it_is_beats_one_that_is_only_near(enlazador: Enlazador) -> None:
    mencion = only(enlazador.link("gomax premium"))
    assert mencion.ids == ("producto:gomax-premium",)
    assert mencion.metodo is MetodoEnlace.EXACTO


def test_an_unknown_brand_is_not_read_as_another(enlazador: Enlazador) -> None:
    assert enlazador.link("está registrado Abidun") == ()


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("ensayos temporada 2019-2020", {"temporada:2019-2020"}),
        ("ensayos 19/20", {"temporada:2019-2020"}),
        ("ensayos 2019-20", {"temporada:2019-2020"}),
        ("ensayos de 2019", {"temporada:2018-2019", "temporada:2019-2020"}),
        ("ensayos 2021-2022", {"temporada:2021-2023"}),
    ],
)
def test_a_season_is_named_in_many_ways(enlazador: Enlazador, written: str, ids: set[str]) -> None:
    assert set(only(enlazador.link(written)).ids) == ids


def test_a_joint_company_is_found_by_either_part(enlazador: Enlazador) -> None:
    assert "empresa:norte-daysa" in only(enlazador.link("ensayos de daysa")).ids
    norte = enlazador.link_as("norte", T.EMPRESA)
    assert norte is not None
    assert set(norte.ids) == {"empresa:norte", "empresa:norte-daysa"}


def test_the_word_before_decides_between_two_types(enlazador: Enlazador) -> None:
    assert only(enlazador.link("ensayos de la empresa kelpo")).tipo is T.EMPRESA
    assert only(enlazador.link("dosis del producto kelpo")).tipo is T.PRODUCTO


def test_one_message_may_name_many_things(enlazador: Enlazador) -> None:
    text = "¿Probaron sincral en cerezo bing de la empresa norte en 2019-2020 para oidio?"
    assert [mencion.tipo for mencion in enlazador.link(text)] == [
        T.PRODUCTO, T.CULTIVO, T.VARIEDAD, T.EMPRESA, T.TEMPORADA, T.PLAGA,
    ]  # fmt: skip


@given(st.text(max_size=200))
def test_any_text_is_linked_without_overlap_and_within_its_bounds(
    enlazador: Enlazador, text: str
) -> None:
    end = 0
    for mencion in enlazador.link(text):
        assert end <= mencion.inicio < mencion.fin <= len(text)
        end = mencion.fin


def test_a_flood_of_names_gives_no_more_than_an_event_carries(enlazador: Enlazador) -> None:
    assert len(enlazador.link("pulgones y " * 300)) == 64


TEXTS = st.lists(
    st.sampled_from(["aranita", "bimaculda", "en", "cerezo", "break", "light", "up", "z", "cyte"])
    | st.sampled_from(["2019", "19/20", "la", "norte", "kelpo", "uva", "no", "gomax", "pulgn"])
    | st.sampled_from(["sulfato", "cobre", "metalaxilo", "m", "2,4-D", "Bing", "oidio"]),
    max_size=9,
).map(" ".join)


@given(TEXTS)
def test_any_mixture_of_names_gives_ids_of_the_catalogue(
    catalogo: Catalogo, enlazador: Enlazador, text: str
) -> None:
    for mencion in enlazador.link(text):
        entities = [catalogo.get(id_) for id_ in mencion.ids]
        assert all(entity is not None and entity.tipo is mencion.tipo for entity in entities)
        assert 0 < mencion.confianza <= 1


def test_linking_is_the_same_from_many_threads(catalogo: Catalogo) -> None:
    linker = Enlazador(catalogo)
    texts = ["aranita bimaculda en cerezo", "que es sincarl", "zcyte", "ovidio en uva"] * 10
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(linker.link, texts))
    assert together == [Enlazador(catalogo).link(text) for text in texts]


def test_a_word_of_the_records_is_corrected(enlazador: Enlazador) -> None:
    assert enlazador.correct("dormansia") == "dormancia"
    assert enlazador.correct("dormancia") is None
    assert enlazador.correct("perros") is None
    assert enlazador.correct("xyzxyz") is None


def test_a_well_spelt_message_loads_no_engine_for_errors() -> None:
    code = (
        "import sys; import oraculo_catalogo.enlazador;"
        "print([m for m in ('rapidfuzz', 'snowballstemmer', 'pydantic') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
