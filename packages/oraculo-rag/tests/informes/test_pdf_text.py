"""Prose of a PDF: reading order, paragraphs, headings, running headers."""

from collections.abc import Callable
from pathlib import Path

from oraculo_rag.informes.extraction import extract
from oraculo_rag.informes.modelo import Informe, TipoPasaje

Write = Callable[..., Path]
_SENTENCE = "El ensayo se hizo en un huerto comercial de cerezo de la comuna de Rengo."


def _column(x: int, top: int, name: str, count: int = 8) -> str:
    return "\n".join(
        f"{x} {top + 12 * n} 10 {name}{n} se contaron los frutos sanos de cada rama marcada,"
        for n in range(count)
    )


def _texts(informe: Informe) -> list[str]:
    return [line for pasaje in informe.pasajes for line in pasaje.texto.splitlines()]


def test_two_columns_are_read_one_after_the_other(write_pdf: Write) -> None:
    page = f"{_column(60, 100, 'A')}\n{_column(330, 103, 'B')}"
    (text,) = _texts(extract(write_pdf(page)))
    words = [word for word in text.split() if word[1:].isdigit()]
    assert words == [f"{side}{n}" for side in "AB" for n in range(8)]


def test_what_crosses_both_columns_is_read_between_them(write_pdf: Write) -> None:
    middle = "60 220 14B Resultados de la segunda temporada del ensayo en Rengo"
    page = "\n".join(
        (
            _column(60, 100, "A"), _column(330, 100, "B"), middle,
            _column(60, 260, "C"), _column(330, 260, "D"),
        )
    )  # fmt: skip
    informe = extract(write_pdf(page))
    assert [pasaje.seccion for pasaje in informe.pasajes] == [
        "", "Resultados de la segunda temporada del ensayo en Rengo",
    ]  # fmt: skip
    assert informe.pasajes[1].texto.startswith("C0")


def test_running_headers_footers_and_page_numbers_are_left_out(write_pdf: Write) -> None:
    pages = [
        f"60 40 8 Centro de Evaluación\n60 120 10 Párrafo {name} del ensayo.\n500 820 8 Página {n}"
        for n, name in enumerate(("uno", "dos", "tres"), start=1)
    ]
    assert _texts(extract(write_pdf(*pages))) == [
        "Párrafo uno del ensayo.", "Párrafo dos del ensayo.", "Párrafo tres del ensayo.",
    ]  # fmt: skip


def test_a_header_framed_as_a_table_is_left_out(write_pdf: Write) -> None:
    frame = "/ 60 30 500 30\n/ 60 50 500 50\n/ 60 30 60 50\n/ 300 30 300 50\n/ 500 30 500 50"
    pages = [
        f"{frame}\n64 44 8 Centro X\n304 44 8 Página {n} de 3\n60 120 10 Párrafo {name}."
        for n, name in enumerate(("uno", "dos", "tres"), start=1)
    ]
    assert _texts(extract(write_pdf(*pages))) == ["Párrafo uno.", "Párrafo dos.", "Párrafo tres."]


def test_captions_at_the_top_of_pages_are_no_running_headers(write_pdf: Write) -> None:
    pages = [f"60 60 10 Tabla {n}. Frutos dañados.\n60 200 10 Texto." for n in range(1, 4)]
    assert "Tabla 2. Frutos dañados." in _texts(extract(write_pdf(*pages)))


def test_headings_are_told_by_number_capitals_size_and_bold_type(write_pdf: Write) -> None:
    page = f"""
        60 80 16 Evaluación de Aurelia 50 WG en cerezo
        60 110 10 {_SENTENCE}
        60 140 10 RESULTADOS
        60 160 10 {_SENTENCE}
        60 190 10 3.1 Daño en frutos
        60 210 10 {_SENTENCE}
        60 240 10B Calibre a cosecha
        60 260 10 {_SENTENCE}
    """
    informe = extract(write_pdf(page))
    assert informe.titulo == "Evaluación de Aurelia 50 WG en cerezo"
    assert [pasaje.seccion for pasaje in informe.pasajes] == [
        "Evaluación de Aurelia 50 WG en cerezo",
        "RESULTADOS",
        "RESULTADOS › 3.1 Daño en frutos",
        "RESULTADOS › 3.1 Daño en frutos › Calibre a cosecha",
    ]


def test_a_numbered_list_is_no_list_of_sections(write_pdf: Write) -> None:
    page = "60 100 10 1. Testigo\n60 112 10 2. Aurelia en plena flor\n60 124 10 3. Aurelia en cuaja"
    (pasaje,) = extract(write_pdf(page)).pasajes
    assert pasaje.texto.splitlines() == [
        "1. Testigo", "2. Aurelia en plena flor", "3. Aurelia en cuaja",
    ]  # fmt: skip


def test_words_broken_at_line_ends_are_whole_again_and_real_hyphens_stay(write_pdf: Write) -> None:
    page = """
        60 100 10 La mezcla de Clorantraniliprol-
        60 112 10 Abamectina fue el mejor trata-
        60 124 10 miento del programa en curso.
    """
    assert _texts(extract(write_pdf(page))) == [
        "La mezcla de Clorantraniliprol-Abamectina fue el mejor tratamiento del programa en curso."
    ]


def test_a_paragraph_goes_on_over_the_page_and_knows_both_pages(write_pdf: Write) -> None:
    first = "60 780 10 La cosecha se hizo en tres fechas, y la fruta de cada una se"
    second = "60 80 10 clasificó por calibre. Luego se guardó en frío durante treinta días."
    (pasaje,) = extract(write_pdf(first, second)).pasajes
    assert pasaje.texto.startswith(
        "La cosecha se hizo en tres fechas, y la fruta de cada una se clas"
    )
    assert (pasaje.pagina, pasaje.pagina_fin) == (1, 2)


def test_a_foot_note_does_not_cut_the_paragraph_that_goes_on(write_pdf: Write) -> None:
    body = "\n".join(f"60 {100 + 12 * n} 10 {_SENTENCE}" for n in range(4))
    first = body + "\n60 148 10 La fruta se guardó en la cámara fría y\n60 800 7 1 Registro propio."
    second = "60 80 10 se revisó cada semana."
    texts = _texts(extract(write_pdf(first, second)))
    assert "La fruta se guardó en la cámara fría y se revisó cada semana." in " ".join(texts)
    assert texts[-1] == "1 Registro propio."


def test_a_raised_note_mark_does_not_change_the_number_before_it(write_pdf: Write) -> None:
    page = "60 100 10 La cosecha fue en 2020\n165.6 96 6 1\n175 100 10 y en 2021."
    assert _texts(extract(write_pdf(page))) == ["La cosecha fue en 2020¹ y en 2021."]


def test_a_page_shown_turned_is_read_as_shown(write_pdf: Write) -> None:
    upright = extract(write_pdf("60 100 10 Texto de la hoja.")).pasajes[0].texto
    upside_down = extract(write_pdf("60 100 10 Texto de la hoja.", rotate=180)).pasajes[0].texto
    assert upright == upside_down == "Texto de la hoja."


def test_a_blank_page_is_no_problem_and_an_image_without_text_is_one(write_pdf: Write) -> None:
    informe = extract(write_pdf("60 100 10 Texto.", "", "# 60 100 500 700"))
    assert [(p.pagina, p.motivo.split(".")[0]) for p in informe.problemas] == [
        (3, "Página sin texto: imagen")
    ]
    assert informe.paginas == 3


def test_a_framed_text_is_no_table(write_pdf: Write) -> None:
    frame = "/ 60 90 400 90\n/ 60 130 400 130\n/ 60 90 60 130\n/ 400 90 400 130"
    (pasaje,) = extract(write_pdf(f"{frame}\n70 112 10 Nota: ensayo sin réplica.")).pasajes
    assert (pasaje.tipo, pasaje.texto) == (TipoPasaje.TEXTO, "Nota: ensayo sin réplica.")


def test_a_list_with_bullets_is_no_table(write_pdf: Write) -> None:
    page = "\n".join(
        f"60 {100 + 14 * n} 10 •\n75 {100 + 14 * n} 10 Evaluación {n}" for n in range(4)
    )
    (pasaje,) = extract(write_pdf(page)).pasajes
    assert pasaje.texto.splitlines() == [f"• Evaluación {n}" for n in range(4)]


def test_fields_set_with_tabs_are_lines_not_a_table(write_pdf: Write) -> None:
    fields = (("Temporada:", "2022-2023"), ("Especie:", "Cerezo"), ("Variedad:", "Regina"))
    page = "\n".join(
        f"60 {100 + 20 * n} 10 {name}\n200 {100 + 20 * n} 10 {value}"
        for n, (name, value) in enumerate(fields)
    )
    (pasaje,) = extract(write_pdf(page)).pasajes
    assert pasaje.texto.splitlines() == [f"{name} {value}" for name, value in fields]
