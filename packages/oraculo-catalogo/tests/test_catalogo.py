import random
import subprocess
import sys
from collections.abc import Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.fichas import Ensayo, Etiqueta, Ingrediente, Uso
from oraculo_contracts.tipos import Identificador, TipoEntidad


def names(catalogo: Catalogo, tipo: TipoEntidad) -> set[str]:
    return {entity.nombre for entity in catalogo.entidades if entity.tipo is tipo}


def ids(record: Ensayo | Etiqueta | Uso, catalogo: Catalogo, prefix: str) -> Sequence[str]:
    return [id_ for id_ in catalogo.ids_of(record) if id_.startswith(prefix)]


def test_the_same_records_in_any_order_give_the_same_catalogue(
    catalogo: Catalogo, ensayos: tuple[Ensayo, ...], etiquetas: tuple[Etiqueta, ...]
) -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    shuffled = Catalogo.build(
        chance.sample(ensayos, len(ensayos)),
        chance.sample(etiquetas, len(etiquetas)),
        coleccion="prueba_1",
        vocabulario=("calibre", "dormancia", "brotación"),
    )
    assert shuffled == catalogo


def test_a_brand_in_both_sources_is_one_entity(
    catalogo: Catalogo, ensayos: tuple[Ensayo, ...], etiquetas: tuple[Etiqueta, ...]
) -> None:
    assert ids(ensayos[4], catalogo, "producto:") == ["producto:z-cyte"]
    assert ids(etiquetas[2], catalogo, "producto:") == ["producto:z-cyte"]
    entity = catalogo.get("producto:z-cyte")
    assert entity is not None
    assert entity.n_registros == 2


def test_a_trial_of_two_products_carries_both_and_their_joint_name(
    catalogo: Catalogo, ensayos: tuple[Ensayo, ...]
) -> None:
    assert ids(ensayos[2], catalogo, "producto:") == [
        "producto:bio-hold", "producto:fuerza-verde", "producto:fuerza-verde-y-bio-hold",
    ]  # fmt: skip


def test_an_ingredient_named_in_a_joint_trial_is_no_product() -> None:
    built = Catalogo.build(
        [Ensayo(id="t", producto="ACME 50 WG Y AZUFRE")],
        [Etiqueta(id="e", nombre="OTRO", ingredientes=(Ingrediente(nombre="Azufre"),))],
        coleccion="c",
    )
    assert built.get("producto:azufre") is None
    assert built.get("producto:acme-50-wg") is not None


def test_spellings_of_a_crop_a_company_and_a_season_are_one(
    catalogo: Catalogo, ensayos: tuple[Ensayo, ...]
) -> None:
    assert catalogo.get("cultivo:cerezos") is None
    assert ids(ensayos[0], catalogo, "cultivo:") == ids(ensayos[1], catalogo, "cultivo:")
    assert ids(ensayos[0], catalogo, "empresa:") == ids(ensayos[1], catalogo, "empresa:")
    assert ids(ensayos[3], catalogo, "empresa:") == ids(ensayos[4], catalogo, "empresa:")
    assert ids(ensayos[1], catalogo, "temporada:") == ["temporada:2023-2024"]


def test_a_cell_that_says_nothing_names_nothing(
    catalogo: Catalogo, ensayos: tuple[Ensayo, ...]
) -> None:
    assert ids(ensayos[2], catalogo, "variedad:") == []
    assert ids(ensayos[4], catalogo, "temporada:") == []
    assert not {"NA", "N/A"} & {entity.nombre for entity in catalogo.entidades}


def test_a_label_carries_every_pest_whose_words_stand_in_its_text(
    catalogo: Catalogo, etiquetas: tuple[Etiqueta, ...]
) -> None:
    found = set(ids(etiquetas[0], catalogo, "plaga:"))
    assert {
        "plaga:pulgon",
        "plaga:pulgon-verde-del-duraznero",
        "plaga:aranita-bimaculada",
        "plaga:tetranychus-urticae",
        "plaga:trips",
    } <= found
    assert "plaga:oidio" not in found


def test_names_run_together_in_a_label_are_found_by_what_others_name(
    catalogo: Catalogo, etiquetas: tuple[Etiqueta, ...]
) -> None:
    assert {"plaga:oidio", "plaga:botritis"} <= set(catalogo.ids_of(etiquetas[1]))


def test_a_goal_is_no_pest(catalogo: Catalogo) -> None:
    assert not [name for name in names(catalogo, TipoEntidad.PLAGA) if "calibre" in name.lower()]


def test_the_uses_of_a_label_name_its_crops_and_pests(
    catalogo: Catalogo, etiquetas: tuple[Etiqueta, ...]
) -> None:
    found = set(catalogo.ids_of(etiquetas[7]))
    assert {"cultivo:cerezo", "cultivo:guindo", "plaga:cloca", "plaga:taphrina-deformans"} <= found


def test_a_single_use_carries_its_own_crop_and_pest_only(catalogo: Catalogo) -> None:
    use = Uso(cultivo="Guindos", plaga="Cloca", dosis="1 L/ha")
    assert catalogo.ids_of(use) == ("cultivo:guindo", "plaga:cloca")


def test_a_known_crop_without_records_counts_none(catalogo: Catalogo) -> None:
    cultivo = catalogo.get("cultivo:duraznero")
    assert cultivo is not None
    assert cultivo.n_registros == 0


def test_records_are_counted_by_entity(
    catalogo: Catalogo, ensayos: tuple[Ensayo, ...], etiquetas: tuple[Etiqueta, ...]
) -> None:
    for entity in catalogo.entidades:
        carrying = [r for r in (*etiquetas, *ensayos) if entity.id in catalogo.ids_of(r)]
        assert entity.n_registros == len(carrying)


def test_a_species_stands_for_the_common_name_that_labels_give_it(catalogo: Catalogo) -> None:
    species = catalogo.get("plaga:tetranychus-urticae")
    assert species is not None
    assert "plaga:aranita-bimaculada" in species.sinonimos


def test_a_misspelt_species_stands_for_the_one_that_is_meant() -> None:
    right = [
        Etiqueta(id=f"e{n}", nombre=f"P{n}", objetivos=("Arañita (Tetranychus urticae)",))
        for n in range(5)
    ]
    wrong = Etiqueta(id="mal", nombre="M", objetivos=("Tetranichus urticae",))
    built = Catalogo.build([], [*right, wrong], coleccion="c")
    misspelt = built.get("plaga:tetranichus-urticae")
    assert misspelt is not None
    assert "plaga:tetranychus-urticae" in misspelt.sinonimos


def test_ids_fit_the_contract_and_are_unique(catalogo: Catalogo) -> None:
    found = [entity.id for entity in catalogo.entidades]
    assert msgspec.convert(found, list[Identificador]) == found
    assert len(set(found)) == len(found)


@given(st.lists(st.text("ab ,-", min_size=1, max_size=300), min_size=1, max_size=5, unique=True))
@settings(max_examples=50)
def test_names_of_any_length_get_ids_that_fit(written: list[str]) -> None:
    labels = [
        Etiqueta(id=str(number), nombre=name, ingredientes=(Ingrediente(nombre=name),))
        for number, name in enumerate(written)
    ]
    built = Catalogo.build([], labels, coleccion="c")
    found = [entity.id for entity in built.entidades]
    assert msgspec.convert(found, list[Identificador]) == found
    assert len(set(found)) == len(found)


def test_the_order_of_hashes_changes_nothing() -> None:
    code = (
        "import hashlib, msgspec\n"
        "from oraculo_catalogo.catalogo import Catalogo\n"
        "from oraculo_catalogo.fichas import Etiqueta\n"
        "labels = [Etiqueta(id=g, nombre=g, objetivos=("
        "f'Polilla {g}a (Ab{g} mol{g}, Cd{g} mol{g})',"
        "f'Gusano {g}a (Bc{g} mol{g}, Cd{g} mol{g})')) for g in 'abcdefghijklm']\n"
        "built = Catalogo.build([], labels, coleccion='c')\n"
        "print(hashlib.sha256(msgspec.msgpack.encode(built)).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(4)
    }
    assert len(digests) == 1
