"""Words broken at the ends of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_rag.informes.hyphens import join_lines, join_pair, vocabulary_of

_SYLLABLES = st.sampled_from(["tra", "ta", "mien", "to", "flo", "ra", "ción", "cla", "gui", "ñe"])
_LINES = st.lists(st.text("abñZ 0-9.,-", min_size=1).map(str.strip).filter(bool), max_size=6)


@pytest.mark.parametrize(
    ("left", "right", "joined"),
    [
        ("el trata-", "miento", "el tratamiento"),
        ("EL TRATA-", "MIENTO", "EL TRATAMIENTO"),
        ("la apli-", "cación de", "la aplicación de"),
        ("Clorantraniliprol-", "Abamectina", "Clorantraniliprol-Abamectina"),
        ("lambda-", "cihalotrina", "lambda-cihalotrina"),
        ("temporada 2022-", "2023", "temporada 2022-2023"),
        ("el código EEP-", "2021", "el código EEP-2021"),
        ("un inciso -", "otro", "un inciso - otro"),
        ("sin guion", "alguno", "sin guion alguno"),
        ("-", "ítem", "- ítem"),
    ],
)
def test_the_hyphen_goes_only_where_it_is_the_lines(left: str, right: str, joined: str) -> None:
    assert join_pair(left, right) == joined


def test_the_document_settles_what_spelling_cannot() -> None:
    known = vocabulary_of(["la relación costo-beneficio", "el costo fue un beneficio"])
    assert join_pair("relación costo-", "beneficio", known) == "relación costo-beneficio"
    assert join_pair("el cos-", "to fue", known) == "el costo fue"


def test_two_words_of_the_document_are_not_made_one() -> None:
    known = vocabulary_of(["con fosetil y aluminio en dosis"])
    assert join_pair("fosetil-", "aluminio", known) == "fosetil-aluminio"


def test_the_vocabulary_leaves_out_halves_of_words() -> None:
    assert vocabulary_of(["el trata-", "miento fue", "mejor"]) == {"el", "fue", "mejor"}


@given(st.lists(_SYLLABLES, min_size=2, max_size=5), st.data())
def test_a_word_broken_between_syllables_is_whole_again(
    word: list[str], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(word) - 1))
    left, right = "".join(word[:cut]), "".join(word[cut:])
    assert join_lines([f"{left}-", right]) == left + right


@given(_LINES)
def test_only_hyphens_and_spaces_change(lines: list[str]) -> None:
    def bare(text: str) -> str:
        return text.replace("-", "").replace(" ", "")

    assert bare(join_lines(lines, vocabulary_of(lines))) == bare("".join(lines))
