"""What the weights promise, whatever the embedder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_rag.indice.administracion import AdministracionQdrant
from oraculo_rag.indice.codificacion import encode_document, encode_query
from oraculo_rag.indice.coleccion import Filtro
from oraculo_rag.indice.embebida import ColeccionEmbebida
from oraculo_rag.indice.fusion import FUSION
from oraculo_rag.indice.puntos import Punto, dense_dimension
from oraculo_rag.testing.incrustadores import RuidoIncrustador
from oraculo_rag.testing.memoria import MemoriaColeccion
from oraculo_rag.testing.suite_densa import dense_points
from oraculo_rag.testing.suites import points

EVERYTHING = Filtro(tipo="ficha")
WORDS = ("pulgón", "arañita", "oídio", "nogal", "cerezo", "calibre", "cuaja")


def test_no_place_by_meaning_outweighs_the_first_by_words() -> None:
    lead = FUSION.score(0, FUSION.texto) - FUSION.score(1, FUSION.texto)
    assert FUSION.score(0, FUSION.denso) < lead


@given(
    texts=st.lists(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
        min_size=1,
        max_size=12,
    ),
    query=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
)
def test_with_a_useless_embedder_the_first_result_is_that_of_the_words(
    texts: list[str], query: str
) -> None:
    embedder = RuidoIncrustador(8)
    collection = MemoriaColeccion(
        [
            Punto(
                numero=number,
                vector=encode_document(text),
                payload={"tipo": "ficha", "id": str(number)},
                denso=embedder.embed_query(f"{number} {text}"),
            )
            for number, text in enumerate(texts)
        ]
    )
    alone = collection.search(encode_query(query), EVERYTHING, len(texts))
    fused = collection.search(
        encode_query(query), EVERYTHING, len(texts), embedder.embed_query(query)
    )
    assert {h.numero for h in fused} >= {h.numero for h in alone}
    if alone:
        assert fused[0].numero == alone[0].numero


def mixed() -> list[Punto]:
    return [*points()[:2], *dense_points(RuidoIncrustador(8))[2:]]


def test_points_with_and_without_a_meaning_do_not_make_a_collection(
    tmp_path: Path, admin: AdministracionQdrant
) -> None:
    for build in (
        lambda: ColeccionEmbebida.build(tmp_path / "c", mixed()),
        lambda: admin.build("c", mixed()),
    ):
        with pytest.raises(ValueError, match="one size, or none"):
            list(build())
    assert not (tmp_path / "c").exists()


def test_the_dimension_is_that_of_the_points() -> None:
    assert dense_dimension([]) is None
    assert dense_dimension(points()) is None
    assert dense_dimension(dense_points(RuidoIncrustador(8))) == 8
