"""What the linker must do, on a catalogue small enough to read here."""

from pathlib import Path

import pytest
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador
from oraculo_catalogo.errores import CatalogoError
from oraculo_catalogo.fichas import Ensayo, Etiqueta, Ingrediente, Uso
from oraculo_contracts.tipos import Mencion, MetodoEnlace, TipoEntidad


def label(name: str, *ingredientes: str, targets: tuple[str, ...] = ()) -> Etiqueta:
    return Etiqueta(
        id=name.lower(),
        nombre=name,
        ingredientes=tuple(Ingrediente(nombre=i, activo=True) for i in ingredientes),
        objetivos=targets,
    )


LABELS = (
    label("VELTRAX® 50 WP", "Metalaxilo*", targets=("Oídio de la vid (Erysiphe necator)",)),
    label("MORDIUM", "Metalaxilo-M (Mefenoxam)", targets=("Mildiú (Plasmopara viticola)",)),
    label(
        "X-CYTEL",
        "Abamectina",
        targets=(
            "Arañita bimaculada (Tetranychus urticae), Arañita roja\neuropea (Panonychus ulmi)",
        ),
    ),
    label(
        "BRUMALIS",
        "Imidacloprid",
        targets=("Pulgón verde del duraznero (Myzus persicae)", "Pulgones", "Oídio"),
    ),
    label("Break Plus", "Cianamida hidrogenada", targets=("Trips",)),
    Etiqueta(
        id="uso", nombre="USIVAR", usos=(Uso(cultivo="Nogal", plaga="Oídio", dosis="1 L/ha"),)
    ),
)
ENSAYOS = (
    Ensayo(
        id="a.pdf",
        producto="BRUMALIS",
        cultivo="Cerezos",
        variedad="Lapins",
        empresa="Semivarda / Nutrivenka",
        temporada="2021-2022",
    ),
    Ensayo(id="b.pdf", producto="ALGAMARIS y CUAJALIS", cultivo="Cerezo", empresa="NutriVenka"),
    Ensayo(id="c.pdf", producto="OTRILLO", cultivo="Ciruelo japonés", temporada="2020-2021"),
    Ensayo(id="d.pdf", producto="OTRILLO", cultivo="Ciruelo europeo", temporada="2022-2023"),
)
CATALOGUE = Catalogo.build(ENSAYOS, LABELS, coleccion="prueba", vocabulario=["calibre brotacion"])
LINKER = Enlazador(CATALOGUE)


def one(texto: str, tipo: TipoEntidad) -> Mencion:
    (found,) = [m for m in LINKER.link(texto) if m.tipo is tipo]
    return found


def records(mencion: Mencion | None) -> set[str]:
    assert mencion is not None
    return {
        record.id
        for record in (*LABELS, *ENSAYOS)
        if set(CATALOGUE.ids_of(record)) & set(mencion.ids)
    }


def test_an_ingredient_includes_those_whose_name_holds_its_words() -> None:
    found = LINKER.link_as("metalaxilo", TipoEntidad.INGREDIENTE)
    assert records(found) == {"veltrax® 50 wp", "mordium"}
    longer = LINKER.link_as("metalaxilo m", TipoEntidad.INGREDIENTE)
    assert records(longer) == {"mordium"}


def test_an_ingredient_with_a_typing_error_is_the_one_meant() -> None:
    found = LINKER.link_as("cienamida", TipoEntidad.INGREDIENTE)
    assert found is not None
    assert found.metodo is MetodoEnlace.TIPEO
    assert records(found) == {"break plus"}


@pytest.mark.parametrize("texto", ["pulgón", "pulgones", "PULGON", "¿qué tienes para el pulgon?"])
def test_a_pest_names_every_entity_whose_name_holds_it(texto: str) -> None:
    assert records(one(texto, TipoEntidad.PLAGA)) == {"brumalis"}


def test_pests_run_together_in_a_cell_are_told_apart() -> None:
    assert records(one("arañita roja europea", TipoEntidad.PLAGA)) == {"x-cytel"}
    assert records(one("Panonychus ulmi", TipoEntidad.PLAGA)) == {"x-cytel"}


def test_a_colloquial_name_is_an_alias() -> None:
    found = one("y el ovidio?", TipoEntidad.PLAGA)
    assert found.metodo in {MetodoEnlace.ALIAS, MetodoEnlace.TIPEO}
    assert records(found) == {"veltrax® 50 wp", "brumalis", "uso"}


def test_the_offsets_of_a_mencion_cut_out_its_words() -> None:
    texto = "¿Qué tienes para PULGÓN verde en cerezos de Nutrivenka?"
    for found in LINKER.link(texto):
        assert texto[found.inicio : found.fin] == found.texto


def test_crop_and_pest_are_both_read_in_one_question() -> None:
    kinds = {m.tipo for m in LINKER.link("pulgón en nogal")}
    assert kinds == {TipoEntidad.PLAGA, TipoEntidad.CULTIVO}


def test_spellings_of_a_crop_are_one_crop() -> None:
    for texto in ("ensayos de cerezo", "ensayos de cerezos", "ensayos en cereza"):
        assert records(one(texto, TipoEntidad.CULTIVO)) == {"a.pdf", "b.pdf"}


def test_a_general_crop_names_its_kinds() -> None:
    assert records(one("ensayos de ciruelo", TipoEntidad.CULTIVO)) == {"c.pdf", "d.pdf"}
    assert records(one("ensayos de ciruelo japones", TipoEntidad.CULTIVO)) == {"c.pdf"}


def test_a_company_is_found_alone_and_as_a_part_of_two() -> None:
    assert records(one("ensayos de la empresa nutrivenka", TipoEntidad.EMPRESA)) == {
        "a.pdf",
        "b.pdf",
    }


@pytest.mark.parametrize("texto", ["XCYTEL", "x cytel", "x-cytel", "xcytell", "está x cytel"])
def test_a_product_is_found_joined_split_or_misspelt(texto: str) -> None:
    assert records(one(texto, TipoEntidad.PRODUCTO)) == {"x-cytel"}


def test_a_product_in_both_bodies_of_evidence_is_one_entity() -> None:
    assert records(one("brumalis", TipoEntidad.PRODUCTO)) == {"brumalis", "a.pdf"}


def test_a_trial_of_two_products_is_found_by_either() -> None:
    for texto in ("algamaris", "cuajalis"):
        assert records(one(texto, TipoEntidad.PRODUCTO)) == {"b.pdf"}


@pytest.mark.parametrize("texto", ["temporada 2021-2022", "ensayos 2021/22", "temporada 2021-22"])
def test_a_season_is_read_in_every_spelling(texto: str) -> None:
    assert "a.pdf" in records(one(texto, TipoEntidad.TEMPORADA))


@pytest.mark.parametrize(
    "texto",
    [
        "quién ganó el partido de ayer",
        "hola, ¿cómo estás?",
        "necesito un break, estoy cansado",
        "quiero aumentar calibre",
        "",
        "😀",
    ],
)
def test_ordinary_spanish_names_nothing(texto: str) -> None:
    assert LINKER.link(texto) == ()


def test_a_word_that_no_text_holds_is_repaired() -> None:
    assert LINKER.correct("calibe") == "calibre"
    assert LINKER.correct("calibre") is None
    assert LINKER.correct("zzzzzzzz") is None


def test_the_same_records_in_any_order_give_the_same_catalogue() -> None:
    other = Catalogo.build(ENSAYOS[::-1], LABELS[::-1], coleccion="prueba")
    assert other.entidades == CATALOGUE.entidades


def test_a_saved_catalogue_links_as_before(tmp_path: Path) -> None:
    CATALOGUE.save(tmp_path / "catalogo.json")
    loaded = Catalogo.load(tmp_path / "catalogo.json")
    texto = "pulgón verde en cerezo con metalaxilo"
    assert Enlazador(loaded).link(texto) == LINKER.link(texto)


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00\x01", b'{"version": 99}'])
def test_a_file_that_is_no_catalogue_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "catalogo.json"
    path.write_bytes(content)
    with pytest.raises(CatalogoError):
        Catalogo.load(path)
    with pytest.raises(CatalogoError):
        Catalogo.load(tmp_path / "nada.json")
