"""What is read of a DOCX."""

from collections.abc import Callable
from pathlib import Path

from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.modelo import TipoPasaje

Write = Callable[..., Path]
Xml = Callable[..., str]


def test_sections_come_from_the_styles_of_headings(write_docx: Write, docx_paragraph: Xml) -> None:
    body = (
        docx_paragraph("Control de monilia en duraznero", "Ttulo")
        + docx_paragraph("Resultados", "Ttulo1")
        + docx_paragraph("Daño en frutos", "Ttulo2")
        + docx_paragraph("El daño fue menor en T2.")
        + docx_paragraph("Conclusiones", "Ttulo1")
        + docx_paragraph("T2 controló la enfermedad.")
    )
    informe = extract(write_docx(body))
    assert informe.titulo == "Control de monilia en duraznero"
    assert [(p.seccion, p.texto) for p in informe.pasajes[1:]] == [
        ("Resultados › Daño en frutos", "El daño fue menor en T2."),
        ("Conclusiones", "T2 controló la enfermedad."),
    ]


def test_a_format_without_pages_names_none(write_docx: Write, docx_paragraph: Xml) -> None:
    informe = extract(write_docx(docx_paragraph("Un ensayo de dos temporadas.")))
    assert (informe.paginas, informe.pasajes[0].pagina) == (None, None)


def test_a_table_keeps_its_rows_its_header_and_its_caption(
    write_docx: Write, docx_paragraph: Xml, docx_table: Xml
) -> None:
    body = docx_paragraph("Tabla 1. Tratamientos.") + docx_table(
        ("Trat.", "Producto", "Dosis"), ("T0", "Testigo", "—"), ("T1", "Aurelia 50 WG", "60 g/hL")
    )
    (pasaje,) = extract(write_docx(body)).pasajes
    assert pasaje.tipo is TipoPasaje.TABLA
    assert pasaje.cabecera == ("Trat.", "Producto", "Dosis")
    assert pasaje.filas == (("T0", "Testigo", "—"), ("T1", "Aurelia 50 WG", "60 g/hL"))
    assert pasaje.texto.splitlines()[0] == "Tabla 1. Tratamientos."


def test_a_cell_merged_downwards_stands_in_each_of_its_rows(write_docx: Write) -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    rows = (
        cell("Producto") + cell("Dosis"),
        cell("Aurelia 50 WG", '<w:vMerge w:val="restart"/>') + cell("60 g/hL"),
        cell("", "<w:vMerge/>") + cell("80 g/hL"),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    (pasaje,) = extract(write_docx(body)).pasajes
    assert pasaje.filas == (("Aurelia 50 WG", "60 g/hL"), ("Aurelia 50 WG", "80 g/hL"))


def test_a_header_cell_across_columns_names_each_of_them(write_docx: Write) -> None:
    def cell(text: str, span: int = 1) -> str:
        properties = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>'
        return f"<w:tc>{properties}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    rows = (
        cell("Tratamiento") + cell("Frutos dañados (%)", 2),
        cell("") + cell("14 DDA") + cell("28 DDA"),
        cell("T0") + cell("31,0 a") + cell("40,2 a"),
    )
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    (pasaje,) = extract(write_docx(body)).pasajes
    assert pasaje.cabecera == (
        "Tratamiento", "Frutos dañados (%) 14 DDA", "Frutos dañados (%) 28 DDA",
    )  # fmt: skip
    assert pasaje.filas == (("T0", "31,0 a", "40,2 a"),)


def test_tracked_insertions_are_read_and_deletions_are_not(write_docx: Write) -> None:
    body = (
        "<w:p><w:r><w:t>La dosis fue de </w:t></w:r>"
        "<w:del><w:r><w:delText>60 g/hL</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>80 g/hL.</w:t></w:r></w:ins></w:p>"
    )
    assert extract(write_docx(body)).pasajes[0].texto == "La dosis fue de 80 g/hL."


def test_a_table_inside_a_cell_becomes_text_of_the_cell(
    write_docx: Write, docx_table: Xml, docx_paragraph: Xml
) -> None:
    inner = docx_table(("Bloque", "Valor"), ("I", "12,5"), bold_header=False)
    cells = docx_paragraph("T1"), inner + docx_paragraph("")
    body = (
        docx_table(("Trat.", "Detalle")).removesuffix("</w:tbl>")
        + "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr></w:tbl>"
    )  # fmt: skip
    (pasaje,) = extract(write_docx(body)).pasajes
    assert pasaje.filas == (("T1", "Bloque | Valor; I | 12,5"),)


def test_a_bold_line_is_a_heading_where_no_style_says_so(
    write_docx: Write, docx_paragraph: Xml
) -> None:
    body = docx_paragraph("3.1 Daño en frutos", bold=True) + docx_paragraph("Hubo menos daño.")
    assert extract(write_docx(body)).pasajes[0].seccion == "3.1 Daño en frutos"
