"""Files that cannot be read: each says what to do, none raises."""

import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from oraculo_rag.informes import errores
from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.limites import Limites
from oraculo_rag.informes.modelo import Gravedad

Write = Callable[..., Path]


def _reason(path: Path, limits: Limites | None = None) -> str:
    """The only problem of a file that gives no passages."""
    informe = extract(path, limits=limits)
    (problema,) = informe.problemas
    assert (informe.pasajes, problema.gravedad) == ((), Gravedad.ERROR)
    assert problema.archivo == path.name
    return problema.motivo


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errores.ArchivoVacioError),
        (b" \n\t\n", errores.ArchivoVacioError),
        (b"\xef\xbb\xbf", errores.ArchivoVacioError),
        (os.urandom(4096).replace(b"%PDF-", b"") + b"\0" * 999, errores.FormatoDesconocidoError),
        (b"%PDF-1.7\nsin nada mas", errores.ArchivoDanadoError),
        (b"PK\x03\x04cortado", errores.ArchivoDanadoError),
        (b"{\\rtf1 texto}", errores.FormatoDesconocidoError),
        (b"<!DOCTYPE html><p>No encontrado</p>", errores.FormatoDesconocidoError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, errores.FormatoDesconocidoError),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            errores.ArchivoCifradoError,
        ),
    ],
)
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".txt"])
def test_content_that_is_no_report_is_reported(
    tmp_path: Path, data: bytes, error: type[errores.InformeError], suffix: str
) -> None:
    path = tmp_path / f"informe{suffix}"
    path.write_bytes(data)
    assert _reason(path) == error.motivo


def test_what_is_no_file_is_reported(tmp_path: Path, write_pdf: Write) -> None:
    link = tmp_path / "enlace.pdf"
    link.symlink_to(write_pdf("60 100 10 Texto."))
    assert _reason(link) == errores.NoEsArchivoError.motivo
    assert _reason(tmp_path) == errores.NoEsArchivoError.motivo
    assert _reason(tmp_path / "no-existe.pdf") == errores.ArchivoInexistenteError.motivo
    assert _reason(tmp_path / "con\0nulo.pdf") == errores.ArchivoIlegibleError.motivo


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_fifo_does_not_block(tmp_path: Path) -> None:
    fifo = tmp_path / "informe.pdf"
    os.mkfifo(fifo)
    assert _reason(fifo) == errores.NoEsArchivoError.motivo


def test_every_cut_of_a_pdf_is_read_or_reported(tmp_path: Path, write_pdf: Write) -> None:
    data = write_pdf("60 100 10 Texto de la primera página.", "60 100 10 Segunda.").read_bytes()
    path = tmp_path / "cortado.pdf"
    for length in range(8, len(data), 40):
        path.write_bytes(data[:length])
        informe = extract(path)
        assert informe.pasajes or informe.problemas


def test_every_cut_of_a_docx_is_reported(
    tmp_path: Path, write_docx: Write, docx_paragraph: Callable[..., str]
) -> None:
    data = write_docx(docx_paragraph("Texto.")).read_bytes()
    path = tmp_path / "cortado.docx"
    for length in range(4, len(data), 40):
        path.write_bytes(data[:length])
        assert _reason(path) == errores.ArchivoDanadoError.motivo


@pytest.mark.parametrize(
    "body", ["<w:p>", "<w:tbl><w:tr></w:tbl>", "<w:p><w:r><w:t>&nada;</w:t></w:r></w:p>", "\x01"]
)
def test_a_docx_with_broken_xml_is_reported(write_docx: Write, body: str) -> None:
    assert _reason(write_docx(body)) == errores.ArchivoDanadoError.motivo


def test_deeply_nested_xml_is_reported(write_docx: Write) -> None:
    assert _reason(write_docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000)) == (
        errores.ArchivoDanadoError.motivo
    )


def test_a_zip_that_is_no_docx_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "informe.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hoja.xml", "<x/>")
    assert _reason(path) == errores.FormatoDesconocidoError.motivo


def test_a_zip_bomb_is_refused_before_it_is_opened(write_docx: Write) -> None:
    limits = Limites(bytes_descomprimidos=1_000_000)
    path = write_docx("<w:p/>", **{"media.bin": b"\0" * 2_000_000})
    assert _reason(path, limits) == errores.ArchivoDemasiadoGrandeError.motivo


def test_a_zip_that_lies_about_its_size_gives_no_more_than_it_says(write_docx: Write) -> None:
    path = write_docx("<w:p/>" * 100_000)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo("word/document.xml")
    entry = data.rindex(b"word/document.xml") - 46
    data[entry + 24 : entry + 28] = struct.pack("<I", 100)
    assert member.file_size > 100
    path.write_bytes(data)
    assert _reason(path) == errores.ArchivoDanadoError.motivo


def test_files_larger_than_allowed_are_refused(write_pdf: Write, tmp_path: Path) -> None:
    limits = Limites(bytes_archivo=100, bytes_documento=100)
    assert _reason(write_pdf("60 100 10 Texto."), limits) == (
        errores.ArchivoDemasiadoGrandeError.motivo
    )
    path = tmp_path / "largo.txt"
    path.write_text("palabra " * 20)
    assert _reason(path, Limites(bytes_documento=100)) == errores.ArchivoDemasiadoGrandeError.motivo


def test_pages_of_images_only_say_what_to_do(write_pdf: Write) -> None:
    assert (
        _reason(write_pdf("# 60 100 500 700", "# 60 100 500 700")) == errores.SinTextoError.motivo
    )


def test_a_docx_without_text_says_what_to_do(write_docx: Write) -> None:
    assert _reason(write_docx("<w:p/>")) == errores.SinTextoError.motivo


def test_pages_beyond_the_limit_are_reported(write_pdf: Write) -> None:
    path = write_pdf(*(f"60 100 10 Página número {n}." for n in range(1, 6)))
    informe = extract(path, limits=Limites(paginas=2))
    assert {p.pagina for p in informe.pasajes} <= {1, 2}
    assert informe.paginas == 5
    assert [(p.pagina, p.gravedad) for p in informe.problemas] == [(3, Gravedad.AVISO)]
    assert "5 páginas" in informe.problemas[0].motivo


def test_a_page_with_too_much_text_is_cut_and_reported(write_pdf: Write) -> None:
    path = write_pdf("60 100 10 " + "palabra " * 50)
    informe = extract(path, limits=Limites(caracteres_pagina=100))
    assert len(informe.pasajes[0].texto) <= 100
    assert informe.problemas[0].pagina == 1


def test_no_time_left_is_reported(write_pdf: Write) -> None:
    path = write_pdf("60 100 10 Texto.")
    assert _reason(path, Limites(segundos=0)) == errores.PlazoAgotadoError.motivo


def test_a_wrong_suffix_is_read_by_content_and_reported(
    write_pdf: Write, write_docx: Write, docx_paragraph: Callable[..., str], tmp_path: Path
) -> None:
    text = tmp_path / "informe.pdf.docx"
    text.write_text("Un informe de texto.", "utf-8")
    files = (
        write_pdf("60 100 10 Un informe en PDF.", name="informe.docx"),
        write_docx(docx_paragraph("Un informe en DOCX."), name="informe.pdf"),
        text,
    )
    for path in files:
        informe = extract(path)
        assert informe.pasajes[0].texto.startswith("Un informe")
        assert [p.gravedad for p in informe.problemas] == [Gravedad.AVISO]
