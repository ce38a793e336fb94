from collections.abc import Iterator

import pytest
from oraculo_rag.indice.administracion import AdministracionQdrant
from oraculo_rag.indice.conexion import ConexionQdrant
from oraculo_rag.testing.qdrant_server import QdrantServer


@pytest.fixture
def server() -> Iterator[QdrantServer]:
    with QdrantServer() as running:
        yield running


@pytest.fixture
def admin(server: QdrantServer) -> Iterator[AdministracionQdrant]:
    admin = AdministracionQdrant(server.url)
    yield admin
    admin.close()


@pytest.fixture
def connection(server: QdrantServer) -> Iterator[ConexionQdrant]:
    connection = ConexionQdrant(server.url, conectar=1.5, leer=1.5)
    yield connection
    connection.close()
