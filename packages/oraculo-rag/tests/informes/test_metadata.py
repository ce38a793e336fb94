"""What a report says about itself."""

import pytest
from oraculo_rag.informes.metadata import find_metadata
from oraculo_rag.informes.modelo import Informe, Pasaje, TipoPasaje


def _report(*texts: str, titulo: str = "Informe") -> Informe:
    passages = [
        Pasaje(id=str(n), informe="i", pagina=n, texto=text) for n, text in enumerate(texts, 1)
    ]
    return Informe(id="i", titulo=titulo, paginas=len(texts), pasajes=tuple(passages))


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Temporada: 2022 – 2023", {"temporada": "2022-2023"}),
        ("Temporada: 2022/23", {"temporada": "2022-2023"}),
        ("Especie: Cerezo", {"cultivo": "Cerezo"}),
        ("CULTIVO : Uva de mesa", {"cultivo": "Uva de mesa"}),
        ("Variedad (portainjerto): Regina", {"variedad": "Regina"}),
        ("Producto evaluado: Aurelia® 50 WG.", {"producto": "Aurelia 50 WG"}),
        ("Mandante: Agrosur (filial). Ejecutor: Centro X.", {"empresa": "Agrosur"}),
        ("Nogal, variedad Chandler. Temporada 2021-2022.",
         {"cultivo": "Nogal", "variedad": "Chandler", "temporada": "2021-2022"}),
        ("Durante la temporada hubo heladas.", {}),
        ("Variedad: N/D", {}),
    ],
)  # fmt: skip
def test_a_line_of_the_title_page_tells_its_fields(line: str, fields: dict[str, str]) -> None:
    assert find_metadata(_report(line)) == fields


def test_the_title_tells_the_season() -> None:
    assert find_metadata(_report("Texto.", titulo="Aurelia en cerezo. Temporada 2019-2020")) == {
        "temporada": "2019-2020"
    }


def test_a_label_counts_before_prose_and_the_first_before_the_next() -> None:
    lines = "En la temporada 2018-2019 no hubo daño.\nTemporada: 2020-2021\nTemporada: 2021-2022"
    assert find_metadata(_report(lines)) == {"temporada": "2020-2021"}


def test_a_table_of_pairs_tells_its_fields() -> None:
    pasaje = Pasaje(
        id="1",
        informe="i",
        pagina=1,
        tipo=TipoPasaje.TABLA,
        texto="",
        cabecera=("Especie", "Cerezo"),
        filas=(("Variedad:", "Regina"), ("Cliente", "Agrosur")),
    )
    assert find_metadata(Informe(id="i", titulo="t", paginas=1, pasajes=(pasaje,))) == {
        "cultivo": "Cerezo", "variedad": "Regina", "empresa": "Agrosur",
    }  # fmt: skip


def test_pages_after_the_second_tell_nothing() -> None:
    assert find_metadata(_report("Uno.", "Dos.", "Especie: Cerezo")) == {}
