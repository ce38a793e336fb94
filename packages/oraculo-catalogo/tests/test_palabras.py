import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_catalogo.fonetica import phonetic_key
from oraculo_catalogo.lexico import is_inflected, is_ordinary, load_words
from oraculo_catalogo.plural import singular
from oraculo_catalogo.texto import fold, stem

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("pulgon", "pulgones"),
        ("verde", "verdes"),
        ("raiz", "raices"),
        ("polilla", "polillas"),
        ("la", "las"),
        ("trips", "trips"),
    ],
)
def test_singular_and_plural_share_their_key(one: str, many: str) -> None:
    assert singular(one) == singular(many)


@pytest.mark.parametrize(("left", "right"), [("manzana", "manzano"), ("botrytis", "botryti")])
def test_gender_and_latin_endings_keep_words_apart(left: str, right: str) -> None:
    assert singular(left) != singular(right)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("obidio", "ovidio"),
        ("sercospora", "cercospora"),
        ("yanten", "llanten"),
        ("ormiga", "hormiga"),
        ("jerminacion", "germinacion"),
        ("kloka", "cloca"),
        ("canpo", "campo"),
        ("carpocapsa", "karpokapsa"),
        ("botrytis", "botritis"),
        ("syncron", "sincron"),
    ],
)
def test_words_that_sound_alike_share_their_phonetic_key(written: str, meant: str) -> None:
    assert phonetic_key(written) == phonetic_key(meant)


@given(WORDS)
def test_phonetic_keys_have_no_doubled_letters(word: str) -> None:
    key = phonetic_key(word)
    assert all(left != right for left, right in itertools.pairwise(key))


def test_ordinary_words_are_known_in_singular_and_plural() -> None:
    assert is_ordinary("perro")
    assert is_ordinary("perros")
    assert not is_ordinary("tebuconazol")


def test_an_inflection_of_an_ordinary_word_is_recognised() -> None:
    assert is_inflected("recomendaron")
    assert not is_inflected("cianamida")


def test_the_stems_file_holds_the_stems_of_the_ordinary_words() -> None:
    stems = {stem(word) for word in load_words("ordinarias")}
    assert load_words("ordinarias_raices") == stems


@pytest.mark.parametrize("name", ["pulgon", "oidio", "cerezo", "botritis", "captan", "polilla"])
def test_no_core_name_of_the_subject_is_an_ordinary_word(name: str) -> None:
    assert not is_ordinary(name)


def test_word_lists_are_folded_when_they_are_loaded() -> None:
    assert all(word == fold(word) for word in load_words("ordinarias"))
