"""What any collection must do with words and meaning. Inherit, and provide `coleccion`."""

import math
from dataclasses import replace

import pytest

from oraculo_rag.densos.incrustador import Incrustador
from oraculo_rag.indice.codificacion import encode_document, encode_query
from oraculo_rag.indice.coleccion import Filtro
from oraculo_rag.indice.errores import SinVectoresError
from oraculo_rag.indice.fusion import FUSION
from oraculo_rag.indice.puntos import Punto
from oraculo_rag.testing.incrustadores import LetrasIncrustador
from oraculo_rag.testing.suites import FICHAS, ColeccionSuite, points

HALF = 30
"""More points than an arm contributes."""


def dense_points(incrustador: Incrustador) -> list[Punto]:
    """Return the four points, each also found by its meaning."""
    return [
        replace(punto, denso=incrustador.embed_documents([punto.payload["texto"]])[0])
        for punto in points()
    ]


class ColeccionDensaSuite(ColeccionSuite):
    """Whoever asks without a meaning gets what there was before; meaning adds, and never leads."""

    def test_a_meaning_finds_what_words_do_not(self) -> None:
        """Two errors, no word in common: the words alone find nothing."""
        embedder = LetrasIncrustador(64)
        collection = self.coleccion(dense_points(embedder))
        text = "puulgon durazznero"
        assert list(collection.search(encode_query(text), FICHAS, 2)) == []
        found = collection.search(encode_query(text), FICHAS, 2, embedder.embed_query(text))
        assert [h.payload["id"] for h in found][:1] == ["f0"]
        assert len(found) == 2

    def test_the_first_of_the_words_stays_first_whatever_the_meaning_says(self) -> None:
        """The meaning of another text altogether comes along, and goes second."""
        embedder = LetrasIncrustador(64)
        collection = self.coleccion(dense_points(embedder))
        other = embedder.embed_query("arañita en nogal con abamectina")
        found = collection.search(encode_query("pulgones del duraznero"), FICHAS, 10, other)
        assert found[0].payload["id"] == "f0"
        assert {h.payload["id"] for h in found} == {"f0", "f1", "f2"}

    def test_both_rankings_add_up(self) -> None:
        """First by words and first by meaning: the score is the sum of two first places."""
        embedder = LetrasIncrustador(64)
        text = "control de pulgón en duraznero"
        collection = self.coleccion(dense_points(embedder))
        found = collection.search(encode_query(text), FICHAS, 1, embedder.embed_query(text))
        best = FUSION.score(0, FUSION.texto) + FUSION.score(0, FUSION.denso)
        assert math.isclose(found[0].puntaje, best, rel_tol=1e-4)

    def test_the_same_search_gives_the_same_list_where_scores_are_equal(self) -> None:
        """Tenth by words and first by meaning weigh the same: the order of the collection rules."""
        embedder = LetrasIncrustador(64)
        near, far = embedder.embed_documents(["pulgón", "calibre"])
        alike = [
            Punto(
                numero=number,
                vector=encode_document("pulgón" if number < HALF else "nogal"),
                payload={"tipo": "ficha", "id": str(number)},
                denso=far if number < HALF else near,
            )
            for number in range(2 * HALF)
        ]
        collection = self.coleccion(alike)
        seen = {
            tuple(h.numero for h in collection.search(encode_query("pulgón"), FICHAS, 10, near))
            for _ in range(20)
        }
        assert len(seen) == 1

    def test_a_search_by_meaning_keeps_to_its_filter(self) -> None:
        """Both arms rank within what was asked for."""
        embedder = LetrasIncrustador(64)
        collection = self.coleccion(dense_points(embedder))
        text = "arañita en nogal"
        narrow = Filtro(tipo="ficha", uso=(("cultivo", ("c:cerezo",)),))
        found = collection.search(encode_query(text), narrow, 10, embedder.embed_query(text))
        assert [h.payload["id"] for h in found] == ["f2"]

    def test_a_meaning_without_words_is_enough(self) -> None:
        """Stop words only, and a vector: the vector decides."""
        embedder = LetrasIncrustador(64)
        collection = self.coleccion(dense_points(embedder))
        meaning = embedder.embed_query("arañita en nogal con abamectina")
        found = collection.search(encode_query("de la"), FICHAS, 1, meaning)
        assert [h.payload["id"] for h in found] == ["f1"]

    def test_without_a_meaning_a_search_is_by_words_whether_points_have_vectors_or_not(
        self,
    ) -> None:
        """Vectors in the collection change nothing for who does not ask by them."""
        query = encode_query("pulgones del duraznero")
        dense = self.coleccion(dense_points(LetrasIncrustador(64))).search(query, FICHAS, 10)
        sparse = self.coleccion(points()).search(query, FICHAS, 10)
        assert list(dense) == list(sparse)

    def test_a_meaning_of_another_model_is_refused(self) -> None:
        """No vectors in the collection, or vectors of another size."""
        asked = LetrasIncrustador(32).embed_query("pulgón")
        for collection in (
            self.coleccion(points()),
            self.coleccion(dense_points(LetrasIncrustador(64))),
        ):
            with pytest.raises(SinVectoresError) as caught:
                collection.search(encode_query("pulgón"), FICHAS, 10, asked)
            assert not caught.value.retryable
