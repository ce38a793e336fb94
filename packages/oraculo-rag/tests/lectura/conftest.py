"""Workbooks made for one test each, and surgery on their parts."""

import importlib
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from oraculo_rag.informes.untyped import Untyped

MakeBook = Callable[..., Path]
Operate = Callable[..., Path]

HOJA = "xl/worksheets/sheet1.xml"


@pytest.fixture
def make_book(tmp_path: Path) -> MakeBook:
    """Write a workbook: a list of rows per sheet, and the ranges to merge in the first one."""

    def make(
        *, combinadas: Sequence[str] = (), formatos: dict[str, str] | None = None, **hojas: Untyped
    ) -> Path:
        book: Untyped = importlib.import_module("openpyxl").Workbook()
        book.remove(book.active)
        for name, rows in hojas.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        first = book.worksheets[0]
        for cells in combinadas:
            first.merge_cells(cells)
        for cell, number_format in (formatos or {}).items():
            first[cell].number_format = number_format
        path = tmp_path / "lista.xlsx"
        book.save(path)
        return path

    return make


@pytest.fixture
def operate(tmp_path: Path) -> Operate:
    """Replace text in a part of a workbook, as no program would write it."""

    def replace(path: Path, old: str, new: str, part: str = HOJA) -> Path:
        operated = tmp_path / "operada.xlsx"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(operated, "w") as target:
            for name in source.namelist():
                content = source.read(name)
                if name == part:
                    assert old.encode() in content
                    content = content.replace(old.encode(), new.encode())
                target.writestr(name, content)
        return operated

    return replace
