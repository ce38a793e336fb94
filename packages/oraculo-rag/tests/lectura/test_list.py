"""A list with columns of its own becomes labels, by a map."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from oraculo_catalogo.fichas import Etiqueta, Uso
from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.listas.archivo_mapa import read_map
from oraculo_rag.lectura.listas.lista import read_list
from oraculo_rag.lectura.rechazo import Gravedad, Lectura

MakeBook = Callable[..., Path]
Operate = Callable[..., Path]
ReadBook = Callable[..., Lectura[Etiqueta]]

MAPA = """
[registro]
separador = ";"
[registro.columnas]
nombre_comercial = "Nombre"
autorizaciones = "N°"
[usos.columnas]
cultivo = { columna = "Cultivo", separador = "," }
plaga = { columna = "Plaga", separador = "," }
dosis = { columna = "Dosis (g/100 L)", unidad = "g/100 L" }
carencia = { columna = "Carencia", unidad = "días" }
"""
HEADER = ["N°", "Nombre", "Cultivo", "Plaga", "Dosis (g/100 L)", "Carencia"]


@pytest.fixture
def read(tmp_path: Path) -> ReadBook:
    def read_as(
        path: Path, mapa: str = MAPA, usos: dict[str, tuple[Uso, ...]] | None = None
    ) -> Lectura[Etiqueta]:
        written = tmp_path / "mapa.toml"
        written.write_text(mapa, encoding="utf-8")
        return read_list(path, read_map(written), usos)

    return read_as


def told(reading: Lectura[Etiqueta]) -> list[tuple[int, Gravedad, str]]:
    return [(o.linea, o.gravedad, o.motivo) for o in reading.observaciones]


def use_texts(label: Etiqueta) -> list[tuple[str, str, str, str | None]]:
    return [(use.cultivo, use.plaga, use.dosis, use.carencia) for use in label.usos]


def test_the_rows_of_a_product_are_one_label_with_its_uses(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(
        Lista=[
            HEADER,
            [1763.0, "FICTICOL® 50 WP", "Vid", "Trips", "60-80", 14],
            [1763, "FICTICOL® 50 WP", "Peral", "Oídio", "0,5 L/ha", "No aplica"],
            ["1764; 1765", "OTRO", "Vid", "Trips", 40, 7],
        ]
    )
    first, second = read(path).fichas
    assert (first.id, first.nombre) == ("1763_ficticol_50_wp", "FICTICOL® 50 WP")
    assert first.autorizaciones == ("1763",)
    assert use_texts(first) == [
        ("Vid", "Trips", "60-80 g/100 L", "14 días"),
        ("Peral", "Oídio", "0,5 L/ha", "No aplica"),
    ]
    assert [use.linea for use in first.usos] == [2, 3]
    assert first.objetivos == ("Trips", "Oídio")
    assert (second.id, second.autorizaciones) == ("1764_1765_otro", ("1764", "1765"))


def test_a_product_of_merged_cells_has_the_uses_of_all_its_rows(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(
        Lista=[
            HEADER,
            [1, "UNO", "Vid", "Trips", 1, 7],
            [None, None, "Peral", "Trips", 2, 7],
            [2, "DOS", "Vid", "Trips", 3, 7],
        ],
        combinadas=["A2:A3", "B2:B3"],
    )
    one, two = read(path).fichas
    assert [use.cultivo for use in one.usos] == ["Vid", "Peral"]
    assert [use.dosis for use in two.usos] == ["3 g/100 L"]


def test_each_crop_and_pest_of_a_row_is_a_use_where_the_map_gives_a_separator(
    make_book: MakeBook, read: ReadBook
) -> None:
    row = [1, "UNO", "Vid, Peral", "Trips, Botritis (Botrytis cinerea, B. ficta)", 60, 14]
    path = make_book(Lista=[HEADER, row])
    (label,) = read(path).fichas
    assert [(use.cultivo, use.plaga) for use in label.usos] == [
        ("Vid", "Trips"),
        ("Vid", "Botritis (Botrytis cinerea, B. ficta)"),
        ("Peral", "Trips"),
        ("Peral", "Botritis (Botrytis cinerea, B. ficta)"),
    ]
    whole = MAPA.replace(', separador = ","', "")
    (label,) = read(path, whole).fichas
    assert [(use.cultivo, use.plaga) for use in label.usos] == [(row[2], row[3])]


def test_a_row_that_names_no_product_is_rejected_or_goes_on_where_the_map_says_so(
    make_book: MakeBook, read: ReadBook
) -> None:
    rows = [[1, "UNO", "Vid", "Trips", 1, 7], [None, None, "Peral", "Trips", 2, 7]]
    path = make_book(Lista=[HEADER, *rows])
    reading = read(path)
    assert [use.cultivo for use in reading.fichas[0].usos] == ["Vid"]
    assert (3, Gravedad.RECHAZADA, "no tiene Nombre (nombre_comercial)") in told(reading)
    goes_on = read(path, MAPA.replace("[registro]", "[registro]\ncontinua = true", 1))
    assert [use.cultivo for use in goes_on.fichas[0].usos] == ["Vid", "Peral"]


def test_a_use_that_lacks_something_is_rejected_and_its_product_stays(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(Lista=[HEADER, [1, "UNO", "Vid", None, "poca", 7], [2, "DOS"]])
    reading = read(path)
    assert [label.usos for label in reading.fichas] == [(), ()]
    assert [o.motivo for o in reading.rechazadas] == [
        "un uso no se cargó: la columna plaga está vacía; la columna dosis no lleva número y unidad"
    ]


def test_a_dose_that_the_spreadsheet_took_for_a_date_is_never_loaded(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(Lista=[HEADER, [1, "UNO", "Vid", "Trips", dt.date(2026, 5, 1), 7]])
    reading = read(path)
    assert reading.fichas == ()
    (rejected,) = reading.rechazadas
    assert rejected.linea == 2
    assert "«Dosis (g/100 L)» trae una fecha (01-05-2026)" in rejected.motivo


def test_a_date_is_a_date_where_a_state_may_have_one(make_book: MakeBook, read: ReadBook) -> None:
    path = make_book(Lista=[["Nombre", "Vigencia"], ["UNO", dt.date(2027, 1, 31)]])
    mapa = '[registro.columnas]\nnombre_comercial = "Nombre"\nestado = "Vigencia"'
    assert read(path, mapa).fichas[0].estado == "31-01-2027"


def test_a_formula_is_told_and_its_kept_result_is_loaded(
    make_book: MakeBook, operate: Operate, read: ReadBook
) -> None:
    made = make_book(Lista=[HEADER, ["=1+1", "UNO", "Vid", "Trips", 60, 14]])
    reading = read(operate(made, "<f>1+1</f><v />", "<f>1+1</f><v>1763</v>"))
    assert reading.fichas[0].autorizaciones == ("1763",)
    told_so = "la columna «N°» es una fórmula: se usó su resultado guardado («1763»)"
    assert (2, Gravedad.OBSERVADA, told_so) in told(reading)


def test_a_row_with_a_formula_that_has_no_result_is_rejected(
    make_book: MakeBook, read: ReadBook
) -> None:
    reading = read(make_book(Lista=[HEADER, ["=1+1", "UNO", "Vid", "Trips", 60, 14]]))
    assert reading.fichas == ()
    (rejected,) = reading.rechazadas
    assert rejected.linea == 2
    assert "«N°» es una fórmula sin resultado guardado" in rejected.motivo


def test_a_formula_in_a_column_that_the_map_does_not_name_is_nobodys_business(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(Lista=[[*HEADER, "Total"], [1, "UNO", "Vid", "Trips", 60, 14, "=1+1"]])
    reading = read(path)
    assert len(reading.fichas) == 1
    assert "fórmula" not in str(reading.observaciones)


def test_an_interval_without_unit_is_told_with_what_to_write(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(Lista=[HEADER, [1, "UNO", "Vid", "Trips", 60, 14]])
    reading = read(path, MAPA.replace(', unidad = "días"', ""))
    assert reading.fichas[0].usos[0].carencia == "14"
    assert any(
        'carencia = { columna = "Carencia", unidad' in o.motivo for o in reading.observaciones
    )


def test_amounts_are_joined_to_the_ingredients_at_their_place(
    make_book: MakeBook, read: ReadBook
) -> None:
    mapa = """
[registro]
separador = ";"
[registro.columnas]
nombre_comercial = "Nombre"
ingredientes = "Activo"
concentraciones = { columna = "Contenido (g/L)", unidad = "g/L" }
"""
    path = make_book(
        Lista=[
            ["Nombre", "Activo", "Contenido (g/L)"],
            ["UNO", "Azufre; Cobre*; Fictín", "50; 50;"],
            ["DOS", "Azufre; Cobre", 50],
        ]
    )
    reading = read(path, mapa)
    one, two = reading.fichas
    assert [(i.nombre, i.concentracion) for i in one.ingredientes] == [
        ("Azufre", "50 g/L"),
        ("Cobre", "50 g/L"),
        ("Fictín", None),
    ]
    assert [i.concentracion for i in two.ingredientes] == [None, None]
    assert "hay 2 ingredientes y 1 concentraciones: no se unieron" in str(reading.observaciones)


def test_rows_of_one_product_that_contradict_each_other_are_told(
    make_book: MakeBook, read: ReadBook
) -> None:
    mapa = """
[registro.columnas]
producto_id = "Id"
nombre_comercial = "Nombre"
titular = "Titular"
"""
    path = make_book(
        Lista=[
            ["Id", "Nombre", "Titular"],
            ["u", "UNO", None],
            ["u", None, "Inventos"],
            ["u", "Uno", "Otra"],
            [None, "DOS", None],
        ]
    )
    reading = read(path, mapa)
    (label,) = reading.fichas
    assert (label.id, label.nombre, label.titular) == ("u", "UNO", "Inventos")
    notes = told(reading)
    assert (
        4,
        Gravedad.OBSERVADA,
        "titular dice «Otra» y una línea anterior «Inventos»: se usa la primera",
    ) in notes
    assert (5, Gravedad.RECHAZADA, "no tiene Id (producto_id)") in notes


SHEETS = """
[registro]
hoja = "Productos"
[registro.columnas]
nombre_comercial = "Nombre"
autorizaciones = "N°"
[usos]
hoja = "Usos"
encabezado = 2
[usos.columnas]
autorizaciones = "Autorización"
cultivo = "Cultivo"
plaga = "Plaga"
dosis = "Dosis"
"""


def test_uses_on_a_sheet_of_their_own_find_their_product_by_its_number(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(
        Productos=[["N°", "Nombre"], [1, "UNO"], [2, "DOS"], ["3", "TRES"], ["3", "TRES B"]],
        Usos=[
            ["Usos autorizados"],
            ["Autorización", "Cultivo", "Plaga", "Dosis"],
            [2.0, "Vid", "Trips", "1 L/ha"],
            [9, "Vid", "Trips", "1 L/ha"],
            [3, "Vid", "Trips", "1 L/ha"],
        ],
    )
    reading = read(path, SHEETS)
    assert [len(label.usos) for label in reading.fichas] == [0, 1, 0, 0]
    assert [(o.archivo, o.linea) for o in reading.rechazadas] == [
        ("lista.xlsx, hoja Usos", 4),
        ("lista.xlsx, hoja Usos", 5),
    ]
    assert "no está en la lista" in reading.rechazadas[0].motivo
    assert "3_tres, 3_tres_b" in reading.rechazadas[1].motivo


def test_uses_on_a_sheet_of_their_own_find_their_product_by_its_id(
    make_book: MakeBook, read: ReadBook
) -> None:
    mapa = SHEETS.replace('autorizaciones = "N°"', 'producto_id = "N°"').replace(
        'autorizaciones = "Autorización"', 'producto_id = "Autorización"'
    )
    path = make_book(
        Productos=[["N°", "Nombre"], ["u", "UNO"]],
        Usos=[
            [],
            ["Autorización", "Cultivo", "Plaga", "Dosis"],
            ["u", "Vid", "Trips", "1 L/ha"],
            ["x", "Vid", "Trips", "1 L/ha"],
        ],
    )
    reading = read(path, mapa)
    assert [use.dosis for use in reading.fichas[0].usos] == ["1 L/ha"]
    assert [o.linea for o in reading.rechazadas] == [4]


def test_a_csv_with_other_columns_reads_the_same(
    tmp_path: Path, make_book: MakeBook, read: ReadBook
) -> None:
    rows = [HEADER, ["1", "UNO", "Vid", "Trips, Oídio", "60", "14"]]
    path = tmp_path / "lista.csv"
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    assert read(path).fichas == read(make_book(Lista=rows)).fichas
    assert len(read(path).fichas[0].usos) == 2


def test_the_header_of_a_csv_may_stand_below_a_title(tmp_path: Path, read: ReadBook) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Listado, oficial, a, hoy\n\nNombre;N°\nUNO;7\n", encoding="utf-8")
    mapa = MAPA.partition("[usos")[0].replace("[registro]", "[registro]\nencabezado = 3", 1)
    (label,) = read(path, mapa).fichas
    assert (label.id, label.linea) == ("7_uno", 4)


def test_all_columns_that_are_not_there_are_told_with_those_that_are_and_what_to_write(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(Lista=[["Nº", "Nombre\ncomercial", "Cultivo", "Plaga", "Plaga"]])
    with pytest.raises(FuenteIlegibleError) as caught:
        read(path)
    message = str(caught.value)
    for told_so in (
        'falta la columna «Nombre». Escribe en el mapa: nombre_comercial = "Nombre comercial"',
        "falta la columna «Dosis (g/100 L)»",
        "la columna «Plaga» está 2 veces",
        "«Nombre comercial», «Cultivo»",
        "encabezado = NÚMERO",
    ):
        assert told_so in message


def test_a_header_row_that_is_empty_has_no_columns(make_book: MakeBook, read: ReadBook) -> None:
    path = make_book(Lista=[HEADER])
    with pytest.raises(FuenteIlegibleError, match="trae esa fila: ninguna"):
        read(path, MAPA.replace("[registro]", "[registro]\nencabezado = 9", 1))


def test_a_csv_has_no_sheets(tmp_path: Path, read: ReadBook) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("N°,Nombre\n", encoding="utf-8")
    with pytest.raises(FuenteIlegibleError, match="no tiene hojas"):
        read(path, SHEETS)


def test_uses_from_another_file_are_added_to_those_of_the_list(
    make_book: MakeBook, read: ReadBook
) -> None:
    path = make_book(Lista=[HEADER, [1, "UNO", "Vid", "Trips", 60, 14]])
    more = Uso(cultivo="Peral", plaga="Trips", dosis="1 L/ha")
    (label,) = read(path, usos={"1_uno": (more,)}).fichas
    assert [use.cultivo for use in label.usos] == ["Vid", "Peral"]


CHILD = """
import re, sys
from pathlib import Path
from oraculo_rag.lectura.listas.archivo_mapa import read_map
from oraculo_rag.lectura.listas.lista import read_list
reading = read_list(Path(sys.argv[1]), read_map(Path(sys.argv[2])))
uses = sum(len(label.usos) for label in reading.fichas)
# Not `ru_maxrss`: a child's begins at the peak of the process that made it.
peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
print(len(reading.fichas), uses, len(reading.rechazadas), peak)
"""


@pytest.mark.skipif(
    not Path("/proc/self/status").is_file(), reason="the peak of memory is read from /proc"
)
def test_twenty_thousand_rows_are_all_there_in_bounded_memory(
    make_book: MakeBook, tmp_path: Path
) -> None:
    rows = ([n // 8, f"FICTICOL {n // 8}", "Vid", f"Plaga {n}", 60, 14] for n in range(20_000))
    path, mapa = make_book(Lista=[HEADER, *rows]), tmp_path / "mapa.toml"
    mapa.write_text(MAPA, encoding="utf-8")
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(path), str(mapa)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    labels, uses, rejected, megabytes = map(int, child.stdout.split())
    assert (labels, uses, rejected) == (2_500, 20_000, 0)
    assert megabytes < 256
