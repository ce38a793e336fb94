"""What a mapping file may say, and how it is told what it may not."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.listas.archivo_mapa import read_map


def write(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "mapa.toml"
    path.write_text(content, encoding="utf-8")
    return path


def refusal(tmp_path: Path, content: str) -> str:
    with pytest.raises(FuenteIlegibleError) as caught:
        read_map(write(tmp_path, content))
    return str(caught.value)


def test_a_column_is_its_name_or_a_table_with_unit_and_separator(tmp_path: Path) -> None:
    mapa = read_map(
        write(
            tmp_path,
            '[registro.columnas]\nnombre_comercial = "Nombre"\n'
            '[usos.columnas]\ncultivo = "Cultivo"\n'
            'plaga = { columna = "Plaga", separador = "," }\n'
            'dosis = { columna = "Dosis", unidad = "L/ha" }\n',
        )
    )
    assert mapa.registro.columnas.nombre_comercial.columna == "Nombre"
    assert mapa.registro.encabezado == 1
    assert mapa.usos is not None
    assert mapa.usos.columnas.plaga.separador == ","
    assert mapa.usos.columnas.dosis.unidad == "L/ha"


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    message = refusal(
        tmp_path,
        '[registro]\nencabezado = "5"\n'
        '[registro.columnas]\ntitulr = "Titular"\nclase = ""\nestado = 7\n'
        '[usos.columnas]\ncultivo = { nombre = "Cultivo" }\nplaga = "Plaga"\n',
    )
    assert message.splitlines()[0] == "mapa.toml no sirve como mapa:"
    for told in (
        "registro.encabezado: tiene que ser un número entero, sin comillas.",
        'registro.columnas.nombre_comercial: falta. Escribe: nombre_comercial = "Nombre de',
        "bajo [registro.columnas].",
        "registro.columnas.titulr: no existe. ¿Querías decir «titular»? Lo que puede ir ahí: ",
        "registro.columnas.clase.columna: está vacío.",
        "registro.columnas.estado: tiene que ser una tabla o, si es una columna, su nombre",
        'usos.columnas.cultivo.columna: falta. Escribe: columna = "Nombre de la columna".',
        "usos.columnas.cultivo.nombre: no existe. Lo que puede ir ahí: columna, unidad, separador.",
        "usos.columnas.dosis: falta.",
    ):
        assert told in message


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", r"registro: falta la tabla \[registro\]"),
        ("[registro]", r"registro.columnas: falta la tabla \[registro.columnas\]"),
        ("registro = 3", "registro: tiene que ser una tabla"),
        ("[registro]\nencabezado = 0", "registro.encabezado: tiene que ser 1 o más"),
        ("[registro]\nencabezado = 5000", "registro.encabezado: tiene que ser 1000 o menos"),
        ("[registro]\ncontinua = 1", "registro.continua: tiene que ser true o false"),
        ("[registro]\nhoja = Lista", r"no es TOML válido \(línea 2, columna 8\)"),
        ("[registro", "no es TOML válido"),
    ],
)
def test_each_mistake_is_told_with_its_place(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(FuenteIlegibleError, match=said):
        read_map(write(tmp_path, content))


USOS = '[usos.columnas]\ncultivo = "C"\nplaga = "P"\ndosis = "D"\n'
REGISTRO = '[registro.columnas]\nnombre_comercial = "N"\n'


def test_uses_on_a_sheet_of_their_own_name_their_product_and_others_do_not(tmp_path: Path) -> None:
    apart = "[usos]\nhoja = 'Usos'\n"
    link = 'producto_id = "I"\n'
    assert "qué columna lleva el producto_id" in refusal(tmp_path, REGISTRO + apart + USOS)
    assert "no tiene hoja propia" in refusal(tmp_path, REGISTRO + USOS + link)
    assert "no tiene hoja propia" in refusal(tmp_path, f"{REGISTRO}[usos]\nencabezado = 2\n{USOS}")
    assert read_map(write(tmp_path, REGISTRO + apart + USOS + link)).usos is not None


def test_a_map_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FuenteIlegibleError, match="No se puede leer el mapa"):
        read_map(tmp_path / "nada.toml")
    with pytest.raises(FuenteIlegibleError, match="No se puede leer el mapa"):
        read_map(tmp_path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes("a = 'ñ'".encode("latin-1"))
    with pytest.raises(FuenteIlegibleError, match="UTF-8"):
        read_map(latin)
    huge = tmp_path / "grande.toml"
    huge.write_bytes(b"#" * (2**20 + 1))
    with pytest.raises(FuenteIlegibleError, match="demasiado grande"):
        read_map(huge)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from('[]{}="\n.,#abregistocolumna 1\\'), max_size=120))
def test_any_text_is_a_map_or_told_to_be_none(tmp_path: Path, content: str) -> None:
    assert "mapa.toml" in refusal(tmp_path, content)
