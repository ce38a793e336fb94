"""Gemini as an embedder. Light to import: its SDK is loaded by the first call."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from oraculo_rag.densos.incrustador import VectorDenso

if TYPE_CHECKING:
    from oraculo_rag.densos.gemini_api import LlamadaGemini

MAX_LOTE = 100
"""Texts in one request: the service takes no more."""

_DOCUMENTO = "RETRIEVAL_DOCUMENT"
_CONSULTA = "RETRIEVAL_QUERY"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiguracionGemini:
    """How to reach the embedder.

    Attributes:
        modelo: Its name; models are retired, so it comes from the deployment's configuration.
        dimension: Numbers of a vector.
        plazo_lote: Seconds for one batch of documents, all tries included.
        plazo_consulta: Seconds for a question, all tries included: somebody waits for it. The
            first call of a process loads the SDK before they begin.
        pausa: Seconds before the second try, about; each further one waits longer.
        url: Where the service is; `None` for Google's own address.
    """

    modelo: str = "gemini-embedding-001"
    dimension: int = 768
    plazo_lote: float = 120.0
    plazo_consulta: float = 2.0
    pausa: float = 0.5
    url: str | None = None


class GeminiIncrustador:
    """Embeds with a Gemini model.

    The service cuts a text after 2,048 tokens without saying so: send passages, not reports.

    Args:
        clave: The API key. It appears in no message.
        config: Model, dimension and deadlines.

    Raises:
        IncrustadorInaccesibleError: No answer within the deadline, or «not now» until then.
        IncrustadorRechazaError: A wrong key, a wrong request, an answer nobody can use.
        ModeloRetiradoError: The model is not served.
    """

    def __init__(self, clave: str, config: ConfiguracionGemini | None = None) -> None:
        self._clave = clave
        self._config = config or ConfiguracionGemini()

    @property
    def identidad(self) -> str:
        """Return model and dimension."""
        return f"{self._config.modelo}/{self._config.dimension}"

    @property
    def dimension(self) -> int:
        """Return how many numbers a vector has."""
        return self._config.dimension

    def embed_documents(self, textos: Sequence[str]) -> list[VectorDenso]:
        """Return the vectors of texts to be found, in their order; one request a batch."""
        vectors: list[VectorDenso] = []
        for start in range(0, len(textos), MAX_LOTE):
            batch = textos[start : start + MAX_LOTE]
            vectors.extend(self._llamada.embed(batch, _DOCUMENTO, self._config.plazo_lote))
        return vectors

    def embed_query(self, texto: str) -> VectorDenso:
        """Return the vector of a text to find others by."""
        (vector,) = self._llamada.embed([texto], _CONSULTA, self._config.plazo_consulta)
        return vector

    def close(self) -> None:
        """Close the connections to the service, if there are any."""
        if "_llamada" in self.__dict__:
            self._llamada.close()

    @cached_property
    def _llamada(self) -> "LlamadaGemini":
        # Imported late: the SDK takes half a second, and most questions need no vector.
        from oraculo_rag.densos.gemini_api import LlamadaGemini  # noqa: PLC0415

        return LlamadaGemini(self._clave, self._config)
