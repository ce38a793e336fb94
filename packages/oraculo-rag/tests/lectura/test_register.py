from pathlib import Path

import pytest
from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.registro import COLUMNAS, read_register
from oraculo_rag.lectura.usos import read_uses

HEADER = ",".join(COLUMNAS)


def write(tmp_path: Path, *rows: str, header: str = HEADER) -> Path:
    path = tmp_path / "registro.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_row_becomes_a_label(tmp_path: Path) -> None:
    row = (
        "ficticol,FICTICOL® 18 ΜΕ,90001 | 90002,Avermectinas | avermectinas,"
        '"Arañita (Tetranychus sp.) | Trips\nde las flores",plaga,'
        "Abamectina | Abamectina (*) | Coformulantes c.s.p.,"
        '"Abamectina (*) (ingrediente_activo): 1,8% p/v (18 g/L) | '
        'Coformulantes c.s.p. (coformulantes): 100% p/v"'
    )
    (label,) = read_register(write(tmp_path, row)).fichas
    assert label.id == "ficticol"
    assert label.nombre == "FICTICOL® 18 ME"
    assert label.autorizaciones == ("90001", "90002")
    assert label.grupos_quimicos == ("Avermectinas",)
    assert label.objetivos == ("Arañita (Tetranychus sp.)", "Trips de las flores")
    active, filler = label.ingredientes
    assert (active.nombre, active.concentracion, active.activo) == (
        "Abamectina",
        "1,8% p/v (18 g/L)",
        True,
    )
    assert filler.activo is False
    assert label.linea == 2


def test_a_row_that_cannot_be_loaded_is_reported_with_its_line_and_all_its_reasons(
    tmp_path: Path,
) -> None:
    read = read_register(
        write(
            tmp_path,
            "uno,UNO,1,,Trips,plaga,Azufre,",
            ",,2,,Trips,plaga,Azufre,",
            "uno,OTRA VEZ,3,,Trips,plaga,Azufre,",
            "corta,CORTA,4",
            "larga,LARGA,5,,Trips,plaga,Azufre,,sobra",
        )
    )
    assert [label.id for label in read.fichas] == ["uno"]
    told = [(o.linea, o.motivo) for o in read.rechazadas]
    assert told == [
        (3, "no tiene producto_id"),
        (3, "no tiene nombre_comercial"),
        (4, "repite el producto_id uno de la línea 2"),
        (5, "le faltan 5 celdas"),
        (6, "trae 1 celdas de más que el encabezado"),
    ]


def test_line_numbers_count_the_line_breaks_inside_cells(tmp_path: Path) -> None:
    read = read_register(
        write(tmp_path, 'uno,UNO,1,,"Trips\nPulgón\nOídio",plaga,Azufre,', ",SIN ID,2,,,,,")
    )
    assert [o.linea for o in read.rechazadas] == [5]


def test_a_gap_in_a_loaded_row_is_reported(tmp_path: Path) -> None:
    read = read_register(write(tmp_path, "uno,UNO,,,,,,"))
    assert len(read.fichas) == 1
    assert not read.rechazadas
    assert {o.motivo for o in read.observaciones} == {
        "UNO: sin número de autorización",
        "UNO: sin ingrediente activo",
        "UNO: sin objetivos",
    }


def test_a_telephone_number_among_the_ingredients_is_left_out(tmp_path: Path) -> None:
    row = "uno,UNO,1,,Trips,plaga,Azufre | (2) 2345 6789,Azufre: 80% p/p | (2) 2345 6789"
    (label,) = read_register(write(tmp_path, row)).fichas
    assert [i.nombre for i in label.ingredientes] == ["Azufre"]


def test_missing_columns_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, header="producto_id,nombre_comercial")
    with pytest.raises(FuenteIlegibleError, match="autorizaciones, grupo_quimico"):
        read_register(path)


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "registro.csv"
    path.write_bytes(f"{HEADER}\nuno,UNO,1,,Pulg\xf3n,,,\n".encode("latin-1"))
    with pytest.raises(FuenteIlegibleError, match=r"no está en UTF-8 \(línea 2\)"):
        read_register(path)


def test_a_missing_file_or_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FuenteIlegibleError, match="No existe"):
        read_register(tmp_path / "nada.csv")
    with pytest.raises(FuenteIlegibleError, match="es una carpeta"):
        read_register(tmp_path)


def test_an_empty_file_lacks_every_column(tmp_path: Path) -> None:
    path = tmp_path / "vacio.csv"
    path.write_bytes(b"")
    with pytest.raises(FuenteIlegibleError, match="ninguna"):
        read_register(path)


def test_a_semicolon_file_with_a_byte_order_mark_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "registro.csv"
    text = f"{HEADER}\nuno,UNO,1,,Trips,plaga,Azufre,\n".replace(",", ";")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert [label.id for label in read_register(path).fichas] == ["uno"]


def test_uses_are_bound_to_their_product(tmp_path: Path) -> None:
    uses = tmp_path / "usos.csv"
    uses.write_text(
        "producto_id,cultivo,plaga,dosis,carencia\n"
        "uno,Duraznero,Pulgón,60 g/100 L,14 días\n"
        "uno,Cerezo,Trips,sesenta,\n"
        "otro,Cerezo,Trips,1 L/ha,\n"
        ",,Trips,1 L/ha,\n",
        encoding="utf-8",
    )
    by_product, read = read_uses(uses)
    (use,) = by_product["uno"]
    assert (use.cultivo, use.dosis, use.carencia) == ("Duraznero", "60 g/100 L", "14 días")
    assert [(o.linea, o.motivo) for o in read.rechazadas] == [
        (3, "la columna dosis no lleva número y unidad"),
        (5, "la columna producto_id está vacía; la columna cultivo está vacía"),
    ]
    register = read_register(write(tmp_path, "uno,UNO,1,,Trips,plaga,Azufre,"), by_product)
    assert register.fichas[0].usos == (use,)
    assert "otro" in register.rechazadas[0].motivo


def test_a_separator_that_is_no_line_feed_stays_inside_its_cell(tmp_path: Path) -> None:
    read = read_register(write(tmp_path, "uno,UNO\u2028DOS\x0cTRES,1,,Trips,plaga,Azufre,"))
    assert [label.nombre for label in read.fichas] == ["UNO DOS TRES"]
