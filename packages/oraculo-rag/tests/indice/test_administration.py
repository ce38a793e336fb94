"""Versions on a server: built beside each other, switched in one step, dropped when old."""

import threading
from http import HTTPStatus

import pytest
from oraculo_rag.errores import VersionAusenteError
from oraculo_rag.indice.administracion import AdministracionQdrant, collection_name
from oraculo_rag.indice.codificacion import encode_document
from oraculo_rag.indice.coleccion import Filtro
from oraculo_rag.indice.conexion import ConexionQdrant
from oraculo_rag.indice.errores import (
    CargaIncompletaError,
    IndiceInaccesibleError,
    IndiceRechazaError,
)
from oraculo_rag.indice.esquema import INDEXADOS, LOTE
from oraculo_rag.indice.puntos import Punto
from oraculo_rag.indice.remota import ColeccionRemota
from oraculo_rag.testing.loopback import Reply, Request
from oraculo_rag.testing.qdrant_server import QdrantServer
from oraculo_rag.testing.suites import points
from qdrant_client import QdrantClient, models

ALIAS = "cer_chunks"
EVERYTHING = Filtro(tipo="ficha")


def records(size: int, version: str = "") -> list[Punto]:
    return [
        Punto(
            numero=number,
            vector=encode_document(f"producto {number}"),
            payload={"tipo": "ficha", "id": f"{version}{number}", "entidades": [], "usos": []},
        )
        for number in range(size)
    ]


def build(admin: AdministracionQdrant, version: str, size: int) -> str:
    name = collection_name(ALIAS, version)
    list(admin.build(name, records(size, version)))
    admin.switch(ALIAS, name)
    return name


def test_a_collection_is_built_with_rarity_and_an_index_for_every_filter(
    admin: AdministracionQdrant, server: QdrantServer
) -> None:
    assert list(admin.build("c", records(LOTE + 7))) == [LOTE, LOTE + 7]
    client = QdrantClient(url=server.url, check_compatibility=False)
    described = client.get_collection("c")
    client.close()
    assert set(described.payload_schema) == set(INDEXADOS)
    sparse = described.config.params.sparse_vectors
    assert sparse is not None
    assert sparse["texto"].modifier is models.Modifier.IDF


def test_a_switch_shows_the_old_version_or_the_new_one_and_nothing_between(
    admin: AdministracionQdrant, connection: ConexionQdrant
) -> None:
    build(admin, "a", 3)
    new = collection_name(ALIAS, "b")
    list(admin.build(new, records(5, "b")))
    counts: list[int] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            counts.append(ColeccionRemota(connection, ALIAS).count(EVERYTHING))

    reader = threading.Thread(target=read)
    reader.start()
    while not counts:
        pass
    admin.switch(ALIAS, new)
    while counts[-1] != 5:
        pass
    stop.set()
    reader.join()
    assert set(counts) == {3, 5}


def test_a_list_that_takes_pages_comes_from_one_version(
    admin: AdministracionQdrant, server: QdrantServer
) -> None:
    build(admin, "a", 1_500)
    new = collection_name(ALIAS, "b")
    list(admin.build(new, records(1_400, "b")))
    connection = ConexionQdrant(server.url)
    reader = ColeccionRemota(connection, ALIAS)
    answer = server.answer

    def switch_after_the_first_page(request: Request) -> Reply:
        reply = answer(request)
        if request.path.endswith("/scroll"):
            server.answer = answer
            admin.switch(ALIAS, new)
        return reply

    server.answer = switch_after_the_first_page
    found = reader.matching(EVERYTHING)
    connection.close()
    assert [hallazgo.payload["id"] for hallazgo in found] == [f"a{n}" for n in range(1_500)]
    assert admin.current(ALIAS) == new


def test_old_versions_go_and_the_ones_kept_and_other_collections_stay(
    admin: AdministracionQdrant, connection: ConexionQdrant
) -> None:
    names = [build(admin, version, 1) for version in ("a", "b", "c")]
    list(admin.build("cer_chunks2--a", records(1)))
    reader = ColeccionRemota(connection, names[0])
    assert admin.drop_others(ALIAS, keep=[names[1]]) == (names[0],)
    for name in (names[1], ALIAS, "cer_chunks2--a"):
        assert ColeccionRemota(connection, name).count(EVERYTHING) == 1
    with pytest.raises(VersionAusenteError):
        reader.count(EVERYTHING)


def test_dropping_never_takes_the_version_in_force(admin: AdministracionQdrant) -> None:
    name = build(admin, "a", 1)
    assert admin.drop_others(ALIAS, keep=[]) == ()
    assert admin.current(ALIAS) == name


def test_an_interrupted_build_leaves_nothing_to_the_next(
    admin: AdministracionQdrant, connection: ConexionQdrant
) -> None:
    interrupted = admin.build("c", records(LOTE + 1))
    next(interrupted)
    del interrupted
    list(admin.build("c", records(2)))
    assert ColeccionRemota(connection, "c").count(EVERYTHING) == 2


def test_the_version_in_force_is_never_rebuilt_under_its_readers(
    admin: AdministracionQdrant, connection: ConexionQdrant
) -> None:
    name = build(admin, "a", 3)
    with pytest.raises(IndiceRechazaError, match="en vigor"):
        list(admin.build(name, records(1)))
    assert ColeccionRemota(connection, ALIAS).count(EVERYTHING) == 3


def test_a_switch_to_what_is_not_there_changes_nothing(admin: AdministracionQdrant) -> None:
    name = build(admin, "a", 1)
    with pytest.raises(IndiceRechazaError):
        admin.switch(ALIAS, "nada")
    assert admin.current(ALIAS) == name


def test_points_that_got_lost_on_the_way_are_missed(admin: AdministracionQdrant) -> None:
    twice = [*records(3), records(1)[0]]
    with pytest.raises(CargaIncompletaError, match="3 de 4"):
        list(admin.build("c", twice))


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(status=HTTPStatus.SERVICE_UNAVAILABLE), IndiceInaccesibleError),
        (Reply(status=HTTPStatus.TOO_MANY_REQUESTS), IndiceInaccesibleError),
        (Reply(cut=True), IndiceInaccesibleError),
        (Reply(status=HTTPStatus.UNAUTHORIZED), IndiceRechazaError),
    ],
    ids=["503", "429", "cut", "401"],
)
def test_a_failure_of_the_server_is_typed(
    admin: AdministracionQdrant, server: QdrantServer, reply: Reply, error: type[Exception]
) -> None:
    server.fail(reply)
    with pytest.raises(error):
        list(admin.build("c", points()))
