"""Failures of an embedder."""

from oraculo_rag.errores import RagError


class IncrustacionError(RagError):
    """Base of the failures of an embedder."""


class IncrustadorInaccesibleError(IncrustacionError):
    """The embedder did not answer in time, or said that it cannot now.

    Attributes:
        espera: Seconds that it asked to be left alone; 0 when it did not say.
    """

    retryable = True

    def __init__(self, message: str, espera: float = 0.0) -> None:
        super().__init__(message)
        self.espera = espera


class IncrustadorRechazaError(IncrustacionError):
    """The embedder refused what it was asked, or answered what nobody can use."""


class ModeloRetiradoError(IncrustadorRechazaError):
    """The configured model is not served, or not any more."""


class CacheIlegibleError(IncrustacionError):
    """The file of the vectors already paid for cannot be read."""
