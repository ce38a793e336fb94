"""One call to Gemini's embeddings through Google's SDK, its failures typed. Heavy to import."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import httpx2
from google import genai
from google.genai import errors, types

from oraculo_rag.densos.errores import (
    IncrustacionError,
    IncrustadorInaccesibleError,
    IncrustadorRechazaError,
    ModeloRetiradoError,
)
from oraculo_rag.densos.gemini import ConfiguracionGemini
from oraculo_rag.densos.incrustador import VectorDenso, normalise
from oraculo_rag.densos.reintentos import within

_RETRY_INFO = "type.googleapis.com/google.rpc.RetryInfo"


class LlamadaGemini:
    """Sends batches to one model, over connections that are kept open."""

    def __init__(self, clave: str, config: ConfiguracionGemini) -> None:
        self._config = config
        # Our own transport: its errors are known, and nothing is retried behind our back.
        self._http = httpx2.Client()
        self._client = genai.Client(
            api_key=clave,
            vertexai=False,
            http_options=types.HttpOptions(base_url=config.url, httpx_client=self._http),
        )

    def embed(self, textos: Sequence[str], tarea: str, plazo: float) -> list[VectorDenso]:
        """Return the vectors of one batch, tried again until `plazo` seconds are over."""
        return within(plazo, self._config.pausa, lambda left: self._once(textos, tarea, left))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()
        self._http.close()

    def _once(self, textos: Sequence[str], tarea: str, left: float) -> list[VectorDenso]:
        config = types.EmbedContentConfig(
            task_type=tarea,
            output_dimensionality=self._config.dimension,
            http_options=types.HttpOptions(timeout=max(1, int(left * 1_000))),
        )
        with self._failures():
            answer = self._client.models.embed_content(
                model=self._config.modelo, contents=list(textos), config=config
            )
            return self._vectors(answer, len(textos))

    def _vectors(self, answer: types.EmbedContentResponse, expected: int) -> list[VectorDenso]:
        """Return what came, when it is what was asked for.

        Raises:
            ValueError: Too few vectors, or one of another size or without direction.
        """
        values = [embedding.values or [] for embedding in answer.embeddings or []]
        if len(values) != expected or any(len(v) != self._config.dimension for v in values):
            raise ValueError("another number of vectors, or of numbers, than asked for")
        return [normalise(vector) for vector in values]

    @contextmanager
    def _failures(self) -> Generator[None]:
        try:
            yield
        except httpx2.TransportError as error:
            message = f"El modelo de vectores no responde: {type(error).__name__}."
            raise IncrustadorInaccesibleError(message) from error
        except errors.APIError as error:
            raise self._told(error) from error
        except (ValueError, TypeError, AttributeError) as error:
            # The SDK checks nothing: whatever is not the agreed shape ends in one of these.
            message = "El modelo de vectores contestó algo que no sirve."
            raise IncrustadorRechazaError(message) from error

    def _told(self, error: errors.APIError) -> IncrustacionError:
        status = error.code
        if status in _PASAJEROS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            message = f"El modelo de vectores no puede contestar ahora (HTTP {status})."
            return IncrustadorInaccesibleError(message, _asked_delay(vars(error)["details"]))
        if status == HTTPStatus.NOT_FOUND:
            return ModeloRetiradoError(
                f"El modelo de vectores «{self._config.modelo}» no existe o fue retirado: "
                "configura otro y vuelve a cargar los datos."
            )
        return IncrustadorRechazaError(
            f"El modelo de vectores rechazó la petición (HTTP {status}): {error.message}"
        )


_PASAJEROS = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}


def _asked_delay(details: Any) -> float:  # noqa: ANN401 # JSON that the SDK leaves untyped
    """Return the seconds of a `RetryInfo` like `{"retryDelay": "34s"}`, or 0."""
    try:
        infos = details["error"]["details"]
        delays = [i["retryDelay"] for i in infos if i.get("@type") == _RETRY_INFO]
        return float(delays[0].removesuffix("s"))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return 0.0
