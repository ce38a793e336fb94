"""The suite of every collection, over HTTP: the server of the tests, and a real one if named."""

import os
import uuid
from collections.abc import Sequence

import pytest
from oraculo_rag.indice.administracion import AdministracionQdrant, collection_name
from oraculo_rag.indice.coleccion import Coleccion
from oraculo_rag.indice.conexion import ConexionQdrant
from oraculo_rag.indice.puntos import Punto
from oraculo_rag.indice.remota import ColeccionRemota
from oraculo_rag.testing.qdrant_server import QdrantServer
from oraculo_rag.testing.suite_densa import ColeccionDensaSuite
from qdrant_client import QdrantClient

URL_REAL = os.environ.get("ORACULO_QDRANT_URL", "")
CLAVE_REAL = os.environ.get("ORACULO_QDRANT_CLAVE")


class RemoteSuite(ColeccionDensaSuite):
    """Each collection is built beside the others and read by an alias of its own."""

    def connect(self, url: str, key: str | None = None) -> None:
        self.admin = AdministracionQdrant(url, key)
        self.connection = ConexionQdrant(url, key)
        self.built: list[str] = []

    def disconnect(self) -> None:
        self.admin.close()
        self.connection.close()

    def coleccion(self, puntos: Sequence[Punto]) -> Coleccion:
        alias = f"prueba-{uuid.uuid4().hex}"
        name = collection_name(alias, "1")
        self.built.append(name)
        assert list(self.admin.build(name, puntos))[-1] == len(puntos)
        self.admin.switch(alias, name)
        return ColeccionRemota(self.connection, alias)


class TestRemoteCollection(RemoteSuite):
    def setup_method(self) -> None:
        self.server = QdrantServer()
        self.connect(self.server.url)

    def teardown_method(self) -> None:
        self.disconnect()
        self.server.close()


@pytest.mark.skipif(not URL_REAL, reason="ORACULO_QDRANT_URL names no Qdrant server")
class TestRealServer(RemoteSuite):
    def setup_method(self) -> None:
        self.connect(URL_REAL, CLAVE_REAL)

    def teardown_method(self) -> None:
        self.disconnect()
        client = QdrantClient(url=URL_REAL, api_key=CLAVE_REAL)
        for name in self.built:
            client.delete_collection(name)
        client.close()
