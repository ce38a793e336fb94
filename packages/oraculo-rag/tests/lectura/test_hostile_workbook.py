"""No file, whatever was done to it, ends in anything but a reading or a told failure."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oraculo_rag.errores import FuenteIlegibleError
from oraculo_rag.lectura.planillas import contenedor
from oraculo_rag.lectura.planillas.contenedor import is_workbook
from oraculo_rag.lectura.planillas.libro import read_sheet

MakeBook = Callable[..., Path]
Operate = Callable[..., Path]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "está vacío"),
        (OLE + bytes(512), "antiguo"),
        (OLE + bytes(64) + "EncryptedPackage".encode("utf-16-le"), "contraseña"),
        (b"<html><table></table></html>", "no es un libro de Excel"),
        (b"PK\x03\x04" + bytes(64), "dañado"),
        (zipped(**{"word/document.xml": b"<x/>"}), "otro formato comprimido"),
        (zipped(**{"xl/workbook.bin": b"x"}), "otro formato comprimido"),
        (zipped(**{"xl/workbook.xml": b"<x/>"}), "dañado"),
    ],
)
def test_what_is_no_readable_workbook_is_told_for_what_it_is(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "lista.xlsx"
    path.write_bytes(content)
    assert is_workbook(path)
    with pytest.raises(FuenteIlegibleError, match=said):
        read_sheet(path, None, 1)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(FuenteIlegibleError, match="No existe"):
        read_sheet(tmp_path / "nada.xlsx", None, 1)
    with pytest.raises(FuenteIlegibleError, match="es una carpeta"):
        read_sheet(tmp_path, None, 1)


def test_a_file_is_a_workbook_by_its_content_too(make_book: MakeBook, tmp_path: Path) -> None:
    renamed = make_book(Lista=[["A"]]).rename(tmp_path / "lista.csv")
    assert is_workbook(renamed)
    assert not is_workbook(tmp_path / "otra.csv")


@pytest.mark.parametrize(
    ("bound", "part"),
    [("MAX_HOJAS", "xl/worksheets/otra.xml"), ("MAX_RESTO", "xl/otra.xml"), ("MAX_RESTO", "x")],
)
def test_a_part_that_would_not_fit_is_refused_before_it_is_uncompressed(
    make_book: MakeBook, monkeypatch: pytest.MonkeyPatch, bound: str, part: str
) -> None:
    path = make_book(Lista=[["A"]])
    monkeypatch.setattr(contenedor, bound, 2**20)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, bytes(2**22))
    assert path.stat().st_size < 2**20
    with pytest.raises(FuenteIlegibleError, match="descomprimido"):
        read_sheet(path, None, 1)


def test_a_file_that_is_too_large_itself_is_refused(
    make_book: MakeBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contenedor, "MAX_ARCHIVO", 100)
    with pytest.raises(FuenteIlegibleError, match="el máximo"):
        read_sheet(make_book(Lista=[["A"]]), None, 1)


def test_an_encrypted_member_is_told(make_book: MakeBook) -> None:
    path = make_book(Lista=[["A"]])
    content = bytearray(path.read_bytes())
    flags = content.index(b"PK\x01\x02") + 8
    content[flags] |= 0x1
    path.write_bytes(content)
    with pytest.raises(FuenteIlegibleError, match="contraseña"):
        read_sheet(path, None, 1)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<worksheet ", '<!DOCTYPE w [<!ENTITY a "b">]><worksheet ', "dañado"),
        ('<row r="2">', '<row r="100001">', "más de 100000 filas"),
        ('<row r="2">', '<row r="1">', "dañado"),
        ('<c r="A2"', '<c r="A7"', "dañado"),
        ('<c r="A2"', '<c r="?"', "dañado"),
        (
            "</sheetData>",
            '</sheetData><mergeCells><mergeCell ref="A1:ZZ99999"/></mergeCells>',
            "más",
        ),
        ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A:A"/></mergeCells>', "dañado"),
        ("</row></sheetData>", "</sheetData>", "dañado"),
    ],
)
def test_a_sheet_that_no_program_would_write_is_refused(
    make_book: MakeBook, operate: Operate, old: str, new: str, said: str
) -> None:
    path = operate(make_book(Lista=[["A"], ["x"]]), old, new)
    with pytest.raises(FuenteIlegibleError, match=said):
        read_sheet(path, None, 1)


@pytest.fixture
def whole(make_book: MakeBook) -> bytes:
    rows = [["A", "B"], ["uno", 1763.5], [None, "=1+1"], ["tres", True]]
    return make_book(Lista=rows, combinadas=["A2:A3"]).read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_a_cut_or_damaged_file_is_read_or_refused(
    tmp_path: Path, whole: bytes, data: st.DataObject
) -> None:
    content = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(data.draw(st.integers(0, 4))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    _read_or_refuse(tmp_path, bytes(content))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(data=st.data())
def test_parts_that_are_damaged_inside_a_whole_container_are_read_or_refused(
    tmp_path: Path, whole: bytes, data: st.DataObject
) -> None:
    with zipfile.ZipFile(io.BytesIO(whole)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    start = data.draw(st.integers(0, len(members[name])))
    end = data.draw(st.integers(start, min(len(members[name]), start + 40)))
    filler = data.draw(st.sampled_from([b"", b"0", b"-1", b"x", b"<", b'"', b"1e999", b"\xff"]))
    members[name] = members[name][:start] + filler + members[name][end:]
    _read_or_refuse(tmp_path, zipped(**members))


def _read_or_refuse(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "libro.xlsx"
    path.write_bytes(content)
    try:
        rows = read_sheet(path, None, 1)
    except FuenteIlegibleError:
        return
    assert all(row.is_filled for row in rows)
