"""Google's own SDK against a server of the tests: what is sent, trusted and tried again."""

import json
import math
import subprocess
import sys
import time
from http import HTTPStatus

import pytest
from oraculo_rag.densos.errores import (
    IncrustacionError,
    IncrustadorInaccesibleError,
    IncrustadorRechazaError,
    ModeloRetiradoError,
)
from oraculo_rag.densos.gemini import MAX_LOTE, ConfiguracionGemini, GeminiIncrustador
from oraculo_rag.testing.gemini_server import GeminiServer
from oraculo_rag.testing.incrustadores import LetrasIncrustador
from oraculo_rag.testing.loopback import Reply


def quota(delay: str) -> Reply:
    info = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": delay}
    error = {"code": 429, "message": "Quota", "status": "RESOURCE_EXHAUSTED", "details": [info]}
    return Reply.of({"error": error}, HTTPStatus.TOO_MANY_REQUESTS)


def embeddings(*vectors: object) -> Reply:
    return Reply.of({"embeddings": [{"values": vector} for vector in vectors]})


def test_vectors_come_in_order_at_length_one(gemini: GeminiIncrustador) -> None:
    texts = ["pulgón en duraznero", "arañita", "calibre de cerezas"]
    vectors = gemini.embed_documents(texts)
    expected = LetrasIncrustador(64).embed_documents(texts)
    for vector, wanted in zip(vectors, expected, strict=True):
        assert math.isclose(math.hypot(*vector), 1.0)
        assert vector == pytest.approx(wanted)


def test_documents_and_questions_are_told_apart(
    gemini: GeminiIncrustador, server: GeminiServer
) -> None:
    gemini.embed_documents(["pulgón"])
    assert server.tasks == {"RETRIEVAL_DOCUMENT"}
    gemini.embed_query("pulgón")
    assert server.tasks == {"RETRIEVAL_DOCUMENT", "RETRIEVAL_QUERY"}


def test_many_texts_take_as_few_requests_as_the_service_allows(
    gemini: GeminiIncrustador, server: GeminiServer
) -> None:
    texts = [f"producto {n}" for n in range(2 * MAX_LOTE + 1)]
    assert len(gemini.embed_documents(texts)) == len(texts)
    assert server.batches == [MAX_LOTE, MAX_LOTE, 1]


def test_nothing_to_embed_asks_nothing(gemini: GeminiIncrustador, server: GeminiServer) -> None:
    assert gemini.embed_documents([]) == []
    assert server.requests == []


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=HTTPStatus.TOO_MANY_REQUESTS),
        Reply(status=HTTPStatus.INTERNAL_SERVER_ERROR, body=b"<html>"),
        Reply(status=HTTPStatus.SERVICE_UNAVAILABLE),
        Reply(cut=True),
    ],
    ids=["429", "500", "503", "cut"],
)
def test_what_passes_by_itself_is_tried_again(
    gemini: GeminiIncrustador, server: GeminiServer, reply: Reply
) -> None:
    server.fail(reply, reply)
    assert len(gemini.embed_documents(["pulgón"])) == 1
    assert len(server.requests) == 3


def test_tries_end_with_the_deadline(gemini: GeminiIncrustador, server: GeminiServer) -> None:
    server.fail(*[Reply(status=HTTPStatus.SERVICE_UNAVAILABLE)] * 500)
    start = time.monotonic()
    with pytest.raises(IncrustadorInaccesibleError) as caught:
        gemini.embed_query("pulgón")
    assert caught.value.retryable
    assert time.monotonic() - start < 4.0
    assert len(server.requests) > 1


def test_a_slow_answer_is_not_waited_for_beyond_the_deadline(
    gemini: GeminiIncrustador, server: GeminiServer
) -> None:
    server.fail(Reply(delay=8.0))
    start = time.monotonic()
    with pytest.raises(IncrustadorInaccesibleError, match="Timeout"):
        gemini.embed_query("pulgón")
    assert time.monotonic() - start < 4.0


def test_a_pause_that_was_asked_for_is_kept(
    gemini: GeminiIncrustador, server: GeminiServer
) -> None:
    server.fail(quota("0.3s"))
    start = time.monotonic()
    gemini.embed_documents(["pulgón"])
    assert time.monotonic() - start >= 0.3


def test_a_pause_longer_than_the_deadline_is_not_waited_for(
    gemini: GeminiIncrustador, server: GeminiServer
) -> None:
    server.fail(quota("34s"))
    start = time.monotonic()
    with pytest.raises(IncrustadorInaccesibleError):
        gemini.embed_query("pulgón")
    assert time.monotonic() - start < 4.0
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b"<html>a proxy's page</html>"),
        Reply(body=b""),
        Reply(body=b"[]"),
        Reply(body=b'{"embeddings": 3}'),
        Reply(body=b'{"embeddings": [{}]}'),
        embeddings(),
        embeddings([1.0] * 64, [1.0] * 64),
        embeddings([1.0] * 63),
        embeddings([0.0] * 64),
        embeddings(["x"] * 64),
        Reply(body=json.dumps({"embeddings": [{"values": [float("nan")] * 64}]}).encode()),
    ],
    ids=["html", "empty", "list", "number", "no values", "none", "two", "short", "zero", "words",
         "nan"],
)  # fmt: skip
def test_what_is_no_vector_is_refused_and_not_paid_for_again(
    gemini: GeminiIncrustador, server: GeminiServer, reply: Reply
) -> None:
    server.fail(reply)
    with pytest.raises(IncrustadorRechazaError, match="no sirve") as caught:
        gemini.embed_documents(["pulgón"])
    assert not caught.value.retryable
    assert len(server.requests) == 1


def test_a_wrong_key_is_refused_without_telling_it(server: GeminiServer) -> None:
    config = ConfiguracionGemini(url=server.url)
    embedder = GeminiIncrustador("clave-errada", config)
    with pytest.raises(IncrustadorRechazaError, match="API key not valid") as caught:
        embedder.embed_query("pulgón")
    assert "clave-errada" not in str(caught.value)
    assert len(server.requests) == 1
    embedder.close()


def test_a_retired_model_is_named_with_what_to_do(server: GeminiServer) -> None:
    config = ConfiguracionGemini(url=server.url, modelo="text-embedding-004")
    embedder = GeminiIncrustador("clave-de-prueba", config)
    with pytest.raises(ModeloRetiradoError, match=r"«text-embedding-004».*configura otro"):
        embedder.embed_query("pulgón")
    assert len(server.requests) == 1
    embedder.close()


def test_model_and_dimension_are_the_identity() -> None:
    small = GeminiIncrustador("k", ConfiguracionGemini(dimension=256))
    assert GeminiIncrustador("k").identidad == "gemini-embedding-001/768"
    assert small.identidad == "gemini-embedding-001/256"
    assert small.dimension == 256


def test_the_server_of_the_tests_refuses_what_the_real_one_would(
    gemini: GeminiIncrustador,
) -> None:
    with pytest.raises(IncrustacionError, match="400"):
        gemini.embed_documents([""])


def test_an_embedder_that_is_not_asked_costs_no_import() -> None:
    heavy = ("google.genai", "httpx2", "tenacity", "pydantic")
    program = (
        "import sys\n"
        "from oraculo_rag.densos.gemini import GeminiIncrustador\n"
        "GeminiIncrustador('k').close()\n"
        f"print(sorted(set(sys.modules) & {set(heavy)!r}))"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert ran.stdout.strip() == b"[]"
