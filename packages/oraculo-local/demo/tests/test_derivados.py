from decimal import Decimal

from generador.derivados import BLOQUES, derive_bloques, derive_eficacia
from generador.ensayos import Eficacia, Tabla
from generador.valores import parse_cell, write_number
from hypothesis import given
from hypothesis import strategies as st

medias = st.decimals(min_value=0, max_value=9999, places=2, allow_nan=False, allow_infinity=False)


def table(filas: dict[str, list[str]], variacion: int = 8) -> Tabla:
    columnas = [(f"d{i}", f"{i} DDA") for i in range(len(filas["T0"]))]
    return Tabla(clave="x", titulo="X.", columnas=columnas, filas=filas, variacion=variacion)


def test_efficacy_is_abbotts() -> None:
    conteos = table({"T0": ["24,6", "50,0 b"], "T1": ["25,3", "5,0 a"]})
    eficacia = Eficacia(clave="e", titulo="E.", columnas=["d1"])
    assert derive_eficacia(eficacia, conteos).filas == {"T1": ["90,0"]}


@given(st.lists(medias, min_size=2, max_size=2), st.integers(min_value=1, max_value=20))
def test_values_by_block_have_the_mean_of_the_table(valores: list[Decimal], tope: int) -> None:
    tabla = table({"T0": [write_number(valor) for valor in valores]}, variacion=tope)
    bloques = [celdas for _, _, celdas in derive_bloques(tabla)]
    assert len(bloques) == len(BLOQUES)
    for columna, media in enumerate(valores):
        suma = sum(parse_cell(celdas[columna])[0] for celdas in bloques)
        assert suma == media * len(BLOQUES)
