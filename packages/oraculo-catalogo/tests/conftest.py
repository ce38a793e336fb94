"""A small register and trial index of our own, written in the dirt of the real ones."""

import pytest
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.enlazador import Enlazador
from oraculo_catalogo.fichas import Ensayo, Etiqueta, Ingrediente, Uso


def label(
    id_: str,
    nombre: str,
    *objetivos: str,
    ingredientes: tuple[str, ...] = (),
    usos: tuple[Uso, ...] = (),
) -> Etiqueta:
    return Etiqueta(
        id=id_,
        nombre=nombre,
        objetivos=objetivos,
        ingredientes=tuple(Ingrediente(nombre=name) for name in ingredientes),
        usos=usos,
    )


def ensayo(
    id_: str,
    producto: str,
    *,
    temporada: str,
    empresa: str,
    cultivo: str,
    variedad: str | None = None,
) -> Ensayo:
    return Ensayo(
        id=id_,
        producto=producto,
        temporada=temporada,
        empresa=empresa,
        cultivo=cultivo,
        variedad=variedad,
    )


ETIQUETAS = (
    label(
        "acme_50",
        "ACMETRIN® 50 WG",
        "Pulgones: verde del duraznero, negro del duraznero",
        "Arañita bimaculada (Tetranychus urticae), Trips (Frankliniella occidentalis)",
        ingredientes=("Metalaxilo", "Coformulantes c.s.p."),
    ),
    label(
        "acme_80",
        "ACMETRIN 80 WP",
        "Pulgón verde del duraznero (Myzus persicae), Oídio Botritis",
        "Arañita bimaculada (Tetranychus urticae); Polilla de la manzana (Cydia pomonella)",
        ingredientes=("Metalaxilo-M", "Tebuconazol"),
    ),
    label(
        "zeta",
        "Z-CYTE®",
        "Arañita bimaculada (Tetranichus urticae)",
        "Polilla de la Manzana: Cydia pomonella",
        "Oídio (Erysiphe necator)",
        ingredientes=("Cianamida hidrogenada", "2,4-D dimetilamonio"),
    ),
    label("break", "Break", "Botritis o Moho gris (Botrytis cinerea)", "Pulgón"),
    label("luz", "LIGHT UP", "Pulgones", "Botritis (Botrytis cinerea)"),
    label("goma", "GOMAX PREMIUM", "Aumento de calibre", "Venturia o Sarna (Venturia inaequalis)"),
    label("abadon", "ABADON® ΜΕ", "Pulgón lanígero", "Arañita bimaculada (Tetranychus urticae)"),
    label(
        "cobrex",
        "COBREX 30 SC",
        "Cáncer bacterial (Pseudomonas syringae pv. syringae)",
        ingredientes=("Sulfato de cobre pentahidratado", "Azufre"),
        usos=(
            Uso(
                cultivo="Cerezos, ciruelos y guindos", plaga="Cloca (Taphrina deformans)", dosis="1"
            ),
        ),
    ),
)

ENSAYOS = (
    ensayo(
        "t1", "SINCRAL", temporada="2019-2020", empresa="Norte / Daysa", cultivo="Cerezo",
        variedad="Bing",
    ),
    ensayo(
        "t2", "SINCRAL", temporada="2023 – 2024", empresa="Norte /Daysa", cultivo="Cerezos",
        variedad="D’Agen",
    ),
    ensayo(
        "t3", "FUERZA VERDE y BIO HOLD", temporada="2021 – 2023", empresa="NORTE",
        cultivo="Ciruelo japones", variedad="NA",
    ),
    ensayo("t4", "BIO-HOLD", temporada="2018-2019", empresa="AgroBien", cultivo="Ciruelo europeo"),
    ensayo("t5", "Z-CYTE", temporada="NA", empresa="Agrobien", cultivo="Uva de mesa"),
    ensayo("t6", "KELPO", temporada="2016-2017", empresa="Kelpo", cultivo="Vid", variedad="Star"),
)  # fmt: skip


@pytest.fixture(scope="session")
def etiquetas() -> tuple[Etiqueta, ...]:
    return ETIQUETAS


@pytest.fixture(scope="session")
def ensayos() -> tuple[Ensayo, ...]:
    return ENSAYOS


@pytest.fixture(scope="session")
def catalogo() -> Catalogo:
    return Catalogo.build(
        ENSAYOS, ETIQUETAS, coleccion="prueba_1", vocabulario=("brotación", "dormancia", "calibre")
    )


@pytest.fixture(scope="session")
def enlazador(catalogo: Catalogo) -> Enlazador:
    return Enlazador(catalogo)
