import re
from collections import Counter

import pytest

Filas = list[dict[str, str]]

DOSIS = re.compile(r"^\d+(,\d+)?(-\d+(,\d+)?)? (g|kg|cc|L)/(100 L|ha)$")
CARENCIA = re.compile(r"^\d+ días?$")
REINGRESO = re.compile(r"^\d+ horas$")
MOJAMIENTO = re.compile(r"^[\d.]+-[\d.]+ L/ha$")
NUMERO_FICTICIO = re.compile(r"^90\d{3}$")


def active_ingredients(fila: dict[str, str]) -> set[str]:
    nombres = (re.sub(r"[*()]+$|\(\*+\)", "", parte) for parte in fila["ingredientes"].split(" | "))
    return {nombre.strip() for nombre in nombres} - {"Coformulantes"}


def test_each_product_has_one_row(registro: Filas) -> None:
    assert len(registro) >= 40
    assert len({fila["producto_id"] for fila in registro}) == len(registro)


def test_each_authorisation_number_is_in_the_fictitious_range_and_used_once(
    registro: Filas,
) -> None:
    numeros = [numero for fila in registro for numero in fila["autorizaciones"].split(" | ")]
    assert all(NUMERO_FICTICIO.match(numero) for numero in numeros)
    assert len(set(numeros)) == len(numeros)


def test_each_use_belongs_to_a_product_and_each_product_has_a_use(
    registro: Filas, usos: Filas
) -> None:
    assert {uso["producto_id"] for uso in usos} == {fila["producto_id"] for fila in registro}


def test_a_use_is_listed_once(usos: Filas) -> None:
    veces = Counter((uso["producto_id"], uso["cultivo"], uso["plaga"]) for uso in usos)
    assert max(veces.values()) == 1


@pytest.mark.parametrize(
    ("columna", "forma", "obligatoria"),
    [
        ("dosis", DOSIS, True),
        ("carencia", CARENCIA, False),
        ("reingreso", REINGRESO, True),
        ("mojamiento", MOJAMIENTO, True),
    ],
)
def test_quantities_carry_their_unit(
    usos: Filas, columna: str, forma: re.Pattern[str], *, obligatoria: bool
) -> None:
    valores = {uso[columna] for uso in usos} - (set() if obligatoria else {""})
    assert [valor for valor in valores if not forma.match(valor)] == []


def test_targets_of_a_label_are_those_of_its_uses(registro: Filas, usos: Filas) -> None:
    for fila in registro:
        escritos = " ".join(fila["objetivos"].split())
        usados = {uso["plaga"] for uso in usos if uso["producto_id"] == fila["producto_id"]}
        resto = escritos
        for plaga in usados:
            assert plaga in escritos, fila["producto_id"]
            resto = resto.replace(plaga, "")
        assert resto.strip(" |,") == "" or set(resto) <= set(" |,"), fila["producto_id"]


def test_normalised_targets_are_as_many_as_targets(registro: Filas) -> None:
    for fila in registro:
        assert fila["objetivos"].count(" | ") == fila["objetivos_normalizados"].count(" | ")


@pytest.mark.parametrize(
    ("ingrediente", "minimo"),
    [
        ("Cianamida hidrogenada", 3),
        ("Abamectina", 3),
        ("Imidacloprid", 3),
        ("Tebuconazol", 2),
        ("Metalaxilo", 2),
        ("Metalaxilo-M", 1),
    ],
)
def test_an_ingredient_is_in_several_products(
    registro: Filas, ingrediente: str, minimo: int
) -> None:
    assert sum(ingrediente in active_ingredients(fila) for fila in registro) >= minimo


def test_the_register_shows_the_dirt_that_cleaning_is_for(registro: Filas) -> None:
    assert any("®" in fila["nombre_comercial"] for fila in registro)
    assert any("*" in fila["nombre_comercial"] for fila in registro)
    assert any("(*)" in fila["ingredientes"] for fila in registro)
    assert any("\n" in fila["objetivos"] for fila in registro)
    assert any(" | " in fila["autorizaciones"] for fila in registro)
    assert any(not fila["grupo_quimico"] for fila in registro)
    assert [fila["estado"] for fila in registro].count("Cancelada") == 1


@pytest.mark.parametrize(
    "plaga",
    [
        "Pulgón",
        "Arañita",
        "Chanchito blanco",
        "Oídio",
        "Botritis",
        "Monilia",
        "Cáncer bacterial",
        "Polilla de la manzana",
        "Trips",
        "Mosca blanca",
        "Venturia",
        "Peste negra del nogal",
        "Malezas",
        "Escama de San José",
        "Drosophila suzukii",
        "Conchuela",
        "Romper dormancia",
        "Aumentar calibre",
        "Aumentar cuaja",
    ],
)
def test_what_people_ask_about_has_a_label(usos: Filas, plaga: str) -> None:
    assert any(plaga in uso["plaga"] for uso in usos)
