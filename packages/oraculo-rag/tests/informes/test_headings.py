"""Which lines are headings."""

import pytest
from oraculo_rag.informes.headings import heading_level, is_section_name


@pytest.mark.parametrize(
    ("text", "prominent", "level"),
    [
        ("3. Resultados", 0, 1),
        ("3.1 Daño en frutos", 0, 2),
        ("IV. RESULTADOS", 0, 1),
        ("RESULTADOS", 0, 1),
        ("Resultados", 0, None),
        ("Resultados", 1, 3),
        ("Aurelia 50 WG: firmeza y calibre", 2, 1),
        ("1. Testigo", 0, None),
        ("1.500 L/ha", 0, None),
        ("Temporada: 2022-2023", 1, None),
        ("Temporada: 2022-2023", 2, None),
        ("Tabla 3. Daño en frutos", 1, None),
        ("FIGURA 2. DAÑO", 0, None),
        ("• RESULTADOS", 0, None),
        ("LA DOSIS FUE MENOR.", 0, None),
        ("T1", 2, None),
        ("palabra " * 30, 2, None),
    ],
)
def test_a_line_is_a_heading_by_its_words_or_its_looks(
    text: str, prominent: int, level: int | None
) -> None:
    assert heading_level(text, prominent=prominent) == level


@pytest.mark.parametrize(
    ("text", "expected"),
    [("II. OBJETIVO", True), ("Materiales y métodos", True), ("Aurelia en cerezo", False)],
)
def test_sections_that_all_reports_have_are_no_titles(text: str, *, expected: bool) -> None:
    assert is_section_name(text) is expected
