"""A second load pays only for what changed."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oraculo_rag.densos.cache import LOTE, CacheIncrustador
from oraculo_rag.densos.errores import CacheIlegibleError, IncrustadorInaccesibleError
from oraculo_rag.densos.gemini import GeminiIncrustador
from oraculo_rag.densos.incrustador import VectorDenso, normalise
from oraculo_rag.testing.gemini_server import GeminiServer
from oraculo_rag.testing.incrustadores import LetrasIncrustador


class Counting(LetrasIncrustador):
    """Remembers what it was asked for, and stops answering after `limit` batches."""

    def __init__(self, dimension: int = 16, limit: int = 1_000) -> None:
        super().__init__(dimension)
        self.asked: list[str] = []
        self.limit = limit

    def embed_documents(self, textos: Sequence[str]) -> list[VectorDenso]:
        if self.limit == 0:
            raise IncrustadorInaccesibleError("later")
        self.limit -= 1
        self.asked.extend(textos)
        return super().embed_documents(textos)


def test_only_what_changed_is_paid_for(
    gemini: GeminiIncrustador, server: GeminiServer, tmp_path: Path
) -> None:
    path = tmp_path / "vectores.sqlite"
    first = CacheIncrustador(gemini, path).embed_documents(["uno", "dos", "tres"])
    second = CacheIncrustador(gemini, path).embed_documents(["tres", "cuatro", "uno"])
    assert server.batches == [3, 1]
    assert (second[0], second[2]) == (first[2], first[0])


def test_a_text_that_comes_twice_is_paid_for_once(tmp_path: Path) -> None:
    inner = Counting()
    vectors = CacheIncrustador(inner, tmp_path / "v").embed_documents(["uno", "dos", "uno"])
    assert inner.asked == ["uno", "dos"]
    assert vectors[0] == vectors[2] != vectors[1]


def test_another_model_or_dimension_is_another_vector(tmp_path: Path) -> None:
    path = tmp_path / "v"
    (small,) = CacheIncrustador(Counting(16), path).embed_documents(["uno"])
    larger = Counting(32)
    (large,) = CacheIncrustador(larger, path).embed_documents(["uno"])
    assert (len(small), len(large)) == (16, 32)
    assert larger.asked == ["uno"]


def test_an_interruption_costs_one_batch_at_most(tmp_path: Path) -> None:
    texts = [f"texto {n}" for n in range(3 * LOTE)]
    with pytest.raises(IncrustadorInaccesibleError):
        CacheIncrustador(Counting(limit=2), tmp_path / "v").embed_documents(texts)
    resumed = Counting()
    assert len(CacheIncrustador(resumed, tmp_path / "v").embed_documents(texts)) == len(texts)
    assert resumed.asked == texts[2 * LOTE :]


def test_questions_are_neither_kept_nor_written(tmp_path: Path) -> None:
    inner = Counting()
    cache = CacheIncrustador(inner, tmp_path / "v")
    assert cache.embed_query("uno") == inner.embed_query("uno")
    assert not (tmp_path / "v").exists()


def test_the_identity_is_that_of_who_is_asked(tmp_path: Path) -> None:
    cache = CacheIncrustador(Counting(16), tmp_path / "v")
    assert (cache.identidad, cache.dimension) == ("letras/16", 16)


def test_a_file_that_is_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "vectores.sqlite"
    path.write_bytes(b"esto no es una base de datos" * 100)
    with pytest.raises(CacheIlegibleError, match=r"vectores\.sqlite; bórralo"):
        CacheIncrustador(Counting(), path).embed_documents(["uno"])


@given(st.lists(st.floats(-1e6, 1e6), min_size=1).filter(any))
def test_a_normalised_vector_has_length_one_or_no_direction(values: list[float]) -> None:
    try:
        vector = normalise(values)
    except ValueError:
        assert max(map(abs, values)) < 1e-150
    else:
        assert sum(v * v for v in vector) == pytest.approx(1.0)
