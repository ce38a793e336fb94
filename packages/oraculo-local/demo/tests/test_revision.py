import msgspec
import pytest
from generador.contenido import CARPETA_CONTENIDO, ContenidoError
from generador.ensayos import Ensayo, Tabla, load_ensayos
from generador.revision import check_ensayo


@pytest.fixture
def ensayo() -> Ensayo:
    """Return a sound trial of the corpus with one table of one column."""
    primero = load_ensayos(CARPETA_CONTENIDO / "ensayos")[0]
    resultado = primero.resultados[0]
    tratamientos = primero.tratamientos[:3]
    tabla = Tabla(
        clave="x",
        titulo="X.",
        columnas=[("d7", "7 DDA")],
        filas={"T0": ["9,0 b"], "T1": ["4,0 ab"], "T2": ["1,0 a"]},
        valor_p=["0,010"],
    )
    resultados = [msgspec.structs.replace(resultado, tabla=tabla)]
    return msgspec.structs.replace(primero, tratamientos=tratamientos, resultados=resultados)


def with_table(ensayo: Ensayo, **cambios: object) -> Ensayo:
    resultado = ensayo.resultados[0]
    tabla = msgspec.structs.replace(resultado.tabla, **cambios)
    resultados = [msgspec.structs.replace(resultado, tabla=tabla)]
    return msgspec.structs.replace(ensayo, resultados=resultados)


def test_a_sound_ensayo_passes(ensayo: Ensayo) -> None:
    check_ensayo(ensayo)


@pytest.mark.parametrize(
    ("cambios", "motivo"),
    [
        ({"filas": {"T0": ["9,0 b"], "T1": ["4,0 a"]}}, "treatments"),
        ({"filas": {"T0": ["9,0 b"], "T1": [], "T2": ["1,0 a"]}}, "cells"),
        ({"valor_p": ["0,010", "0,020"]}, "p value for each"),
        ({"valor_p": ["0,300"]}, "disagree"),
        ({"filas": {"T0": ["9,0 a"], "T1": ["4,0 a"], "T2": ["1,0 a"]}}, "disagree"),
        ({"filas": {"T0": ["9,0 ab"], "T1": ["4,0 b"], "T2": ["1,0 a"]}}, "follow the means"),
        ({"filas": {"T0": ["9,0 b"], "T1": ["1,0 b"], "T2": ["1,0 a"]}}, "equal means"),
        ({"filas": {"T0": ["nueve"], "T1": ["4,0 a"], "T2": ["1,0 a"]}}, "not a figure"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(
    ensayo: Ensayo, cambios: dict[str, object], motivo: str
) -> None:
    with pytest.raises(ContenidoError, match=motivo):
        check_ensayo(with_table(ensayo, **cambios))
