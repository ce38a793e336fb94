import pytest
from generador.contenido import ContenidoError
from generador.ensayos import Tabla
from generador.prosa import Prosa

CONTEO = Tabla(
    clave="conteo",
    titulo="Individuos por brote.",
    columnas=[("d0", "0 DDA"), ("d7", "7 DDA")],
    filas={"T0": ["10,2", "20,0 b"], "T1": ["9,8", "4,5 a"]},
    valor_p=["0,614", "<0,001"],
)
PROSA = Prosa({"conteo": CONTEO}, {"conteo": "Cuadro 3", "#conteo": "Figura 1"})


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("{conteo.T1.d7}", "4,5"),
        ("{conteo.T0-T1.d7}", "15,5"),
        ("{conteo.p.d0}", "p = 0,614"),
        ("{conteo.p.d7}", "p < 0,001"),
        ("{@conteo} y {@#conteo}", "Cuadro 3 y Figura 1"),
        ("sin citas", "sin citas"),
    ],
)
def test_a_text_quotes_its_tables(texto: str, esperado: str) -> None:
    assert PROSA.fill(texto) == esperado


@pytest.mark.parametrize("texto", ["{otra.T1.d7}", "{conteo.T9.d7}", "{conteo.T1.d99}", "{@otra}"])
def test_a_text_cannot_quote_what_is_not_there(texto: str) -> None:
    with pytest.raises(ContenidoError, match="Nothing to quote"):
        PROSA.fill(texto)
