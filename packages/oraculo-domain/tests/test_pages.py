from hypothesis import given
from hypothesis import strategies as st
from oraculo_domain.paginas import take_page

LINES = st.lists(st.text(alphabet="abc áé.,0123", min_size=1, max_size=60), max_size=60)


@given(lines=LINES, limit=st.integers(min_value=80, max_value=400))
def test_pages_keep_every_word_in_order(lines: list[str], limit: int) -> None:
    texto = "\n".join(lines)
    shown: list[str] = []
    rest = texto
    while rest:
        page, rest = take_page(rest, limit)
        assert len(page) <= limit
        shown.extend(page.split())
    assert shown == texto.split()


@given(texto=st.text(max_size=100))
def test_a_text_that_fits_is_one_page(texto: str) -> None:
    assert take_page(texto, 100) == (texto, "")


def test_a_page_ends_where_a_line_ends() -> None:
    page, rest = take_page("Primera línea.\nSegunda línea.", 20)
    assert (page, rest) == ("Primera línea.", "Segunda línea.")


def test_a_long_line_is_cut_after_a_sentence() -> None:
    assert take_page("Una frase. Otra frase larga.", 20) == ("Una frase.", "Otra frase larga.")
