"""Failures of an index that lives on a server."""

from http import HTTPStatus

from oraculo_rag.errores import RagError


class IndiceError(RagError):
    """Base of the failures of a server's index."""


class IndiceInaccesibleError(IndiceError):
    """The server did not answer in time, or said that it cannot now."""

    retryable = True


class IndiceRechazaError(IndiceError):
    """The server refused what it was asked, or answered what nobody can read."""


class CargaIncompletaError(IndiceError):
    """A collection does not hold every point that was written into it."""

    retryable = True


_PASAJEROS = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


def is_passing(status: int) -> bool:
    """Return whether the same request may succeed later."""
    return status in _PASAJEROS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
