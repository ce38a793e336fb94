from pathlib import Path

from oraculo_rag.lectura.indice_cer import COLUMNAS, read_index


def write(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "indice.csv"
    path.write_text("\n".join([",".join(COLUMNAS), *rows]) + "\n", encoding="utf-8")
    return path


def test_a_row_becomes_a_trial(tmp_path: Path) -> None:
    row = (
        "2023 – 2024,Inventos / Ficta,«PRUEBA B»,Ciruelo europeo,D’Agen,a.pdf,"
        "https://ejemplo.invalid/a/,https://ejemplo.invalid/a.pdf"
    )
    (ensayo,) = read_index(write(tmp_path, row)).fichas
    assert ensayo.id == "a.pdf"
    assert ensayo.temporada == "2023-2024"
    assert ensayo.empresa == "Inventos / Ficta"
    assert ensayo.producto == "PRUEBA B"
    assert ensayo.variedad == "D’Agen"


def test_what_the_index_does_not_know_is_absent_and_told(tmp_path: Path) -> None:
    read = read_index(write(tmp_path, "NA,Inventos,NA,Melón,NA,b.pdf,,"))
    (ensayo,) = read.fichas
    assert (ensayo.temporada, ensayo.producto, ensayo.variedad) == (None, None, None)
    (note,) = read.observaciones
    assert note.motivo == "sin temporada, producto, variedad, url_pdf"


def test_two_trials_that_differ_in_variety_only_are_two(tmp_path: Path) -> None:
    read = read_index(
        write(
            tmp_path,
            "2020-2021,Inventos,PRUEBA,Cerezo,Lapins,c-lapins.pdf,,",
            "2020-2021,Inventos,PRUEBA,Cerezo,Bing,c-bing.pdf,,",
        )
    )
    assert [ensayo.variedad for ensayo in read.fichas] == ["Lapins", "Bing"]


def test_a_report_listed_twice_is_rejected_once(tmp_path: Path) -> None:
    read = read_index(
        write(
            tmp_path,
            "2020,Inventos,PRUEBA,Cerezo,Lapins,c.pdf,,",
            "2020,Inventos,PRUEBA,Cerezo,Bing,c.pdf,,",
            "2020,Inventos,PRUEBA,Cerezo,Bing,,,",
        )
    )
    assert len(read.fichas) == 1
    assert [o.linea for o in read.rechazadas] == [3, 4]


def test_a_damaged_address_is_told(tmp_path: Path) -> None:
    row = "2020,Inventos,PRUEBA,Cerezo,Bing,d.pdf,,https://ejemplo.invalid/te╠ucnico.pdf"
    read = read_index(write(tmp_path, row))
    assert read.fichas[0].url_pdf is None
    assert any("dañada" in o.motivo for o in read.observaciones)
