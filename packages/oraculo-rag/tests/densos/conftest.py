import importlib
from collections.abc import Iterator

import pytest
from oraculo_rag.densos.gemini import ConfiguracionGemini, GeminiIncrustador
from oraculo_rag.testing.gemini_server import GeminiServer

CLAVE = "clave-de-prueba"


@pytest.fixture(scope="session", autouse=True)
def sdk() -> None:
    # Tests measure time, and the SDK takes seconds to load on a busy machine.
    importlib.import_module("oraculo_rag.densos.gemini_api")


@pytest.fixture
def server() -> Iterator[GeminiServer]:
    with GeminiServer(CLAVE) as running:
        yield running


@pytest.fixture
def gemini(server: GeminiServer) -> Iterator[GeminiIncrustador]:
    config = ConfiguracionGemini(
        url=server.url, dimension=64, pausa=0.01, plazo_lote=5.0, plazo_consulta=0.8
    )
    embedder = GeminiIncrustador(CLAVE, config)
    yield embedder
    embedder.close()
