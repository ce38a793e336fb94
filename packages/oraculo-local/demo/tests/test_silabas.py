from generador.silabas import hyphenate
from hypothesis import given
from hypothesis import strategies as st

SOFT_HYPHEN = "\u00ad"


def test_a_long_word_may_break_between_syllables() -> None:
    assert hyphenate("evaluación").split(SOFT_HYPHEN) == ["eva", "lua", "ción"]


def test_consonants_of_one_syllable_stay_together() -> None:
    assert "blo" in hyphenate("bloques").split(SOFT_HYPHEN)
    assert hyphenate("concentración").split(SOFT_HYPHEN) == ["con", "cen", "tra", "ción"]


def test_product_names_never_break() -> None:
    assert hyphenate("LONVARIS 50 WG") == "LONVARIS 50 WG"


@given(st.text(alphabet="abcdelmnorstuáéíñ GT.,5\n"))
def test_breaking_words_changes_no_letter(texto: str) -> None:
    assert hyphenate(texto).replace(SOFT_HYPHEN, "") == texto


@given(st.text(alphabet="abcdelmnorstuáéíñ", min_size=6))
def test_three_letters_stay_together_at_each_end_of_a_word(palabra: str) -> None:
    partes = hyphenate(palabra).split(SOFT_HYPHEN)
    assert len(partes[0]) >= 3
    assert len(partes[-1]) >= 3
