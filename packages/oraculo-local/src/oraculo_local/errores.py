"""Failures of the runtime, each with a Spanish message for the person at the keyboard."""


class LocalError(Exception):
    """Base of the package's failures."""

    retryable = False


class CarpetaInutilizableError(LocalError):
    """The data folder cannot be used: no permission, a file in its place, no space."""


class EntradaInvalidaError(LocalError):
    """What the person wrote cannot be taken as a message."""


class SinRespuestaError(LocalError):
    """A turn ended without a final answer: a defect, never an outcome."""
