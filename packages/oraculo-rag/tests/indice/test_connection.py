"""What a reader is told when the server fails, and what it may try again."""

import subprocess
import sys
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from oraculo_rag.errores import RagError, VersionAusenteError
from oraculo_rag.indice.administracion import AdministracionQdrant
from oraculo_rag.indice.coleccion import Filtro
from oraculo_rag.indice.conexion import ConexionQdrant
from oraculo_rag.indice.errores import IndiceInaccesibleError, IndiceRechazaError
from oraculo_rag.indice.remota import ColeccionRemota
from oraculo_rag.testing.loopback import Reply
from oraculo_rag.testing.qdrant_server import QdrantServer
from oraculo_rag.testing.suites import points

EVERYTHING = Filtro(tipo="ficha")


@pytest.fixture
def collection(admin: AdministracionQdrant, connection: ConexionQdrant) -> ColeccionRemota:
    list(admin.build("c", points()))
    return ColeccionRemota(connection, "c")


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=HTTPStatus.INTERNAL_SERVER_ERROR),
        Reply(status=HTTPStatus.SERVICE_UNAVAILABLE, body=b"<html>"),
        Reply(status=HTTPStatus.TOO_MANY_REQUESTS),
        Reply(status=HTTPStatus.REQUEST_TIMEOUT),
        Reply(delay=4.0),
        Reply(cut=True),
    ],
    ids=["500", "503", "429", "408", "slow", "cut"],
)
def test_what_passes_by_itself_may_be_tried_again(
    server: QdrantServer, collection: ColeccionRemota, reply: Reply
) -> None:
    server.fail(reply)
    with pytest.raises(IndiceInaccesibleError) as caught:
        collection.count(EVERYTHING)
    assert caught.value.retryable
    assert collection.count(EVERYTHING) == 3


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=HTTPStatus.BAD_REQUEST, body=b'{"status":{"error":"Format error"}}'),
        Reply(status=HTTPStatus.FORBIDDEN),
        Reply(status=HTTPStatus.TEMPORARY_REDIRECT),
        Reply(body=b"<html>a proxy's page</html>"),
        Reply(body=b'{"status":"ok"}'),
        Reply(body=b'{"result":{"count":"three"}}'),
        Reply(body=b""),
    ],
    ids=["400", "403", "redirect", "html", "no result", "wrong type", "empty"],
)
def test_what_will_fail_again_is_not_to_be_tried_again(
    server: QdrantServer, collection: ColeccionRemota, reply: Reply
) -> None:
    server.fail(reply)
    with pytest.raises(IndiceRechazaError) as caught:
        collection.count(EVERYTHING)
    assert not caught.value.retryable


def test_a_missing_collection_is_told_like_a_missing_version(connection: ConexionQdrant) -> None:
    with pytest.raises(VersionAusenteError, match="vuelve a cargar"):
        ColeccionRemota(connection, "nada").count(EVERYTHING)


def test_a_server_that_is_not_there_may_come_back() -> None:
    with QdrantServer() as gone:
        url = gone.url
    connection = ConexionQdrant(url, conectar=0.2)
    with pytest.raises(IndiceInaccesibleError):
        ColeccionRemota(connection, "c")


def test_an_address_that_is_none_is_refused() -> None:
    with pytest.raises(IndiceRechazaError, match="dirección"):
        ColeccionRemota(ConexionQdrant("no-es-nada://"), "c")


@pytest.fixture
def guarded() -> Iterator[QdrantServer]:
    with QdrantServer(api_key="clave-correcta") as server:
        yield server


@pytest.mark.filterwarnings("ignore:Api key is used with an insecure connection")
def test_the_key_opens_and_another_does_not(guarded: QdrantServer) -> None:
    admin = AdministracionQdrant(guarded.url, "clave-correcta")
    list(admin.build("c", points()))
    admin.close()
    right = ConexionQdrant(guarded.url, "clave-correcta")
    assert ColeccionRemota(right, "c").count(EVERYTHING) == 3
    right.close()
    for key in ("clave-errada", None):
        wrong = ConexionQdrant(guarded.url, key)
        with pytest.raises(IndiceRechazaError, match="clave") as caught:
            ColeccionRemota(wrong, "c")
        assert key is None or key not in str(caught.value)
        wrong.close()


def test_the_server_of_the_tests_refuses_what_the_real_one_would(
    collection: ColeccionRemota, connection: ConexionQdrant
) -> None:
    for operation, body in (
        ("count", {"filter": {"must": [{"key": "tipo", "match": {"anny": ["ficha"]}}]}}),
        ("count", {"filter": {"must": [{"nested": {"key": "usos"}}]}}),
        ("query", {"query": {"indices": [1], "values": [1.0]}, "using": "otro", "limit": 1}),
        ("query", {"query": {"indices": [1, 1], "values": [1.0, 1.0]}, "using": "texto"}),
        ("scroll", {"limite": 3}),
    ):
        with pytest.raises(IndiceRechazaError, match="400"):
            connection.read(collection.nombre, operation, body, dict)


def test_answering_needs_neither_the_client_nor_what_it_brings() -> None:
    heavy = ("qdrant_client", "pydantic", "numpy", "httpx", "grpc", "qdrant_edge")
    program = (
        f"import sys, oraculo_rag.indice.remota\nprint(sorted(set(sys.modules) & {set(heavy)!r}))"
    )
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert ran.stdout.strip() == b"[]"


def test_all_errors_are_the_packages_own() -> None:
    assert issubclass(IndiceInaccesibleError, RagError)
    assert issubclass(IndiceRechazaError, RagError)
