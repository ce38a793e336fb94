from hypothesis import given
from hypothesis import strategies as st
from oraculo_rag.indice.codificacion import encode_document, encode_query, terms


def test_accents_case_and_number_do_not_part_a_word_from_itself() -> None:
    assert terms("Evaluación") == terms("EVALUACIONES") == terms("evaluacion")


def test_words_without_meaning_leave_no_term() -> None:
    assert terms("el de la y que para con") == ()


def test_a_query_weighs_each_word_once() -> None:
    assert encode_query("pulgón pulgón pulgones").pesos == (1.0,)


@given(st.text(max_size=300))
def test_a_vector_is_ordered_positive_and_the_same_each_time(texto: str) -> None:
    vector = encode_document(texto)
    assert list(vector.indices) == sorted(set(vector.indices))
    assert all(weight > 0 for weight in vector.pesos)
    assert vector == encode_document(texto)


@given(st.integers(min_value=1, max_value=50))
def test_a_repeated_word_gains_less_each_time(times: int) -> None:
    fewer = encode_document("pulgón " * times).pesos[0]
    assert fewer > 0
    padded = encode_document("pulgón " * (times + 1) + "hoja").pesos
    assert max(padded) < 2 * (0.9 + 1)
