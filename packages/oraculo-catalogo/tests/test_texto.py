from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_catalogo.texto import fold, stem, tokenize, tokens


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ñandú ÁÉÍÓÚ Ü", "nandu aeiou u"),
        ("ACME® PRO™ X© CorazaⓇ", "acme pro x coraza"),
        ("CUPROXMR y DORADOMR 50", "cuprox y dorado 50"),
        ("ABADON ΜΕ", "abadon me"),
        ("LÍNEA СЕВО", "linea cebo"),
        ("Tebuconazol (*) y Tebuconazol**", "tebuconazol ( ) y tebuconazol"),
        ("D’Agen «uno» 2023 – 2024", "d agen uno 2023 2024"),
        ("1° de 2º, x²", "1 de 2 , x"),
        ("uno\x00dos\u200btres\tcuatro", "uno dos tres cuatro"),
        ("e\u0301xito", "exito"),
    ],
)
def test_folding_removes_accents_marks_and_look_alikes(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_a_word_that_only_ends_in_mr_by_nature_is_left_alone() -> None:
    assert fold("MR Acme, amr") == "mr acme, amr"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_leaves_printable_ascii_in_lower_case(text: str) -> None:
    folded = fold(text)
    assert all(character.isalpha() or " " <= character <= "~" for character in folded)
    assert folded == folded.casefold()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Metalaxilo-M", ("metalaxilo", "m")),
        ("2,4-D", ("2", "4", "d")),
        ("X-CYTE®", ("x", "cyte")),
        ("(E,E)-8,10-dodecadien-1-ol", ("e", "e", "8", "10", "dodecadien", "1", "ol")),
        ("", ()),
    ],
)
def test_tokens_are_runs_of_letters_and_digits(written: str, words: tuple[str, ...]) -> None:
    assert tokens(written) == words


@given(st.text())
def test_every_token_stands_in_the_text_where_it_says(text: str) -> None:
    found = tokenize(text)
    assert tuple(token.texto for token in found) == tokens(text)
    for token in found:
        assert 0 <= token.inicio < token.fin <= len(text)
        assert token.texto in fold(text[token.inicio : token.fin]).replace(" ", "")


def test_offsets_count_characters_of_the_original() -> None:
    text = "¿Árbol n\u0303andu ABADON® ΜΕ?"
    spans = [text[token.inicio : token.fin] for token in tokenize(text)]
    assert spans == ["Árbol", "n\u0303andu", "ABADON", "ΜΕ"]


def test_stems_join_the_inflections_of_a_word() -> None:
    assert stem("pudriciones") == stem("pudricion")
    assert stem("jugaron") == stem("jugar")


def test_stems_are_the_same_from_many_threads() -> None:
    words = [f"recomendaciones{number}" for number in range(200)]
    alone = [stem(word) for word in words]
    stem.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(stem, words)) == alone
